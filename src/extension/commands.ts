import * as vscode from 'vscode';
import { advancePlanState } from './commands/advance-plan-state.ts';
import { approvePlan } from './commands/approve-plan.ts';
import { chooseKind } from './commands/choose-kind.ts';
import { createArtifacts } from './commands/create-artifacts.ts';
import { decomposePlanIntoTasks } from './commands/decompose-plan-into-tasks.ts';
import { deriveTemplate } from './commands/derive-template.ts';
import { explainCheck } from './commands/explain-check.ts';
import { exportPreview } from './commands/export-preview.ts';
import { extractDecision } from './commands/extract-decision.ts';
import { freezeFindings } from './commands/freeze-findings.ts';
import { handOff } from './commands/hand-off.ts';
import { ignoreFinding } from './commands/ignore-finding.ts';
import { lintWorkspace } from './commands/lint-workspace.ts';
import { fixAllInDocument } from './commands/fix-all.ts';
import { newArchitectPlan } from './commands/new-architect-plan.ts';
import { newArchitecturalPlan } from './commands/new-architectural-plan.ts';
import { newDecisionRecord } from './commands/new-decision-record.ts';
import { newMasterPlan } from './commands/new-master-plan.ts';
import { newPhasePlan } from './commands/new-phase-plan.ts';
import { newPlan } from './commands/new-plan.ts';
import { newSystemDesign } from './commands/new-system-design.ts';
import { newUseCasePlan } from './commands/new-use-case-plan.ts';
import { openLockedPreviewToSide } from './commands/open-locked-preview-to-side.ts';
import { openPreview } from './commands/open-preview.ts';
import { openPreviewToSide } from './commands/open-preview-to-side.ts';
import { openWalkthrough } from './commands/open-walkthrough.ts';
import { showPreviewSource } from './commands/show-preview-source.ts';
import { startNextPhase } from './commands/start-next-phase.ts';
import { togglePreviewLock } from './commands/toggle-preview-lock.ts';
import { copyDocumentLink } from './commands/copy-document-link.ts';
import { copyDocumentPath } from './commands/copy-document-path.ts';
import { openDocument } from './commands/open-document.ts';
import { openDocumentPreview } from './commands/open-document-preview.ts';
import { openDocumentToSide } from './commands/open-document-to-side.ts';
import { refreshDocuments } from './commands/refresh-documents.ts';
import { revealDocument } from './commands/reveal-document.ts';
import { searchPlans } from './commands/search-plans.ts';
import { showPlanActions } from './commands/show-plan-actions.ts';
import { acceptRecord } from './commands/accept-record.ts';
import { rejectRecord } from './commands/reject-record.ts';
import { deprecateRecord } from './commands/deprecate-record.ts';
import { supersedeRecord } from './commands/supersede-record.ts';
import { linkRecords } from './commands/link-records.ts';
import { renumberRecord } from './commands/renumber-record.ts';
import { updateRecordIndex } from './commands/update-record-index.ts';
import type { GroundplanView } from './features/groundplan-view.ts';
import type { WorkspaceFindings } from './features/workspace-findings.ts';
import type { PlanSession } from './plan-session.ts';
import type { Previews } from './preview/previews.ts';
import type { WorkspaceIndexes } from './workspace-index.ts';

/** Every command of package.json, by the name it has there. */
export function registerCommands(session: PlanSession, previews: Previews, workspace: WorkspaceFindings, extensionUri: vscode.Uri): vscode.Disposable {
  const create = { newPlan, newArchitecturalPlan, newArchitectPlan, newPhasePlan, newMasterPlan, newUseCasePlan, newSystemDesign, newDecisionRecord, decomposePlanIntoTasks, deriveTemplate };
  const plans = { advancePlanState, approvePlan, extractDecision, startNextPhase, handOff, createArtifacts };
  const records = { acceptRecord, rejectRecord, deprecateRecord, supersedeRecord, linkRecords, renumberRecord, updateRecordIndex };
  const show = { openPreviewToSide, openPreview, openLockedPreviewToSide, togglePreviewLock, showPreviewSource, exportPreview };
  return vscode.Disposable.from(
    ...Object.entries({ ...create, ...plans, ...records }).map(([name, run]) => vscode.commands.registerCommand(`groundplan.${name}`, (...clicked: readonly unknown[]) => run(session, clicked[0], clicked[1]))),
    ...Object.entries(show).map(([name, run]) => vscode.commands.registerCommand(`groundplan.${name}`, () => run(previews))),
    vscode.commands.registerCommand('groundplan.fixAll', () => fixAllInDocument(session)),
    vscode.commands.registerCommand('groundplan.explainCheck', (rule: unknown) => explainCheck(extensionUri, rule)),
    vscode.commands.registerCommand('groundplan.lintWorkspace', () => lintWorkspace(workspace)),
    vscode.commands.registerCommand('groundplan.freezeFindings', () => freezeFindings(session, workspace)),
    vscode.commands.registerCommand('groundplan.ignoreFinding', (...where: readonly unknown[]) => ignoreFinding(session, where[0], where[1], where[2])),
    vscode.commands.registerCommand('groundplan.chooseKind', () => chooseKind(session)),
    vscode.commands.registerCommand('groundplan.openWalkthrough', () => openWalkthrough()),
  );
}

/** The commands over everything that a workspace has. */
export function registerDocumentCommands(session: PlanSession, previews: Previews, indexes: WorkspaceIndexes, view: GroundplanView): vscode.Disposable {
  const clicked = { openDocument, openDocumentToSide, revealDocument, copyDocumentPath };
  return vscode.Disposable.from(
    ...Object.entries(clicked).map(([name, run]) => vscode.commands.registerCommand(`groundplan.${name}`, (element: unknown) => run(view, element))),
    vscode.commands.registerCommand('groundplan.openDocumentPreview', (element: unknown) => openDocumentPreview(view, previews, element)),
    vscode.commands.registerCommand('groundplan.copyDocumentLink', (element: unknown) => copyDocumentLink(view, indexes, element)),
    vscode.commands.registerCommand('groundplan.searchPlans', () => searchPlans(indexes)),
    vscode.commands.registerCommand('groundplan.refreshDocuments', () => refreshDocuments(indexes)),
    vscode.commands.registerCommand('groundplan.showPlanActions', () => showPlanActions(session)),
  );
}
