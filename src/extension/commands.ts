import * as vscode from 'vscode';
import { chooseKind } from './commands/choose-kind.ts';
import { decomposePlanIntoTasks } from './commands/decompose-plan-into-tasks.ts';
import { deriveTemplate } from './commands/derive-template.ts';
import { explainCheck } from './commands/explain-check.ts';
import { freezeFindings } from './commands/freeze-findings.ts';
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
import { openPreviewToSide } from './commands/open-preview-to-side.ts';
import type { WorkspaceFindings } from './features/workspace-findings.ts';
import type { PlanSession } from './plan-session.ts';
import type { PreviewPanel } from './preview/preview-panel.ts';

/** Every command of package.json, by the name it has there. */
export function registerCommands(session: PlanSession, preview: PreviewPanel, workspace: WorkspaceFindings, extensionUri: vscode.Uri): vscode.Disposable {
  const create = { newPlan, newArchitecturalPlan, newArchitectPlan, newPhasePlan, newMasterPlan, newUseCasePlan, newSystemDesign, newDecisionRecord, decomposePlanIntoTasks, deriveTemplate };
  return vscode.Disposable.from(
    ...Object.entries(create).map(([name, run]) => vscode.commands.registerCommand(`groundplan.${name}`, (...clicked: readonly unknown[]) => run(session, clicked[0], clicked[1]))),
    vscode.commands.registerCommand('groundplan.openPreviewToSide', () => openPreviewToSide(preview)),
    vscode.commands.registerCommand('groundplan.fixAll', () => fixAllInDocument(session)),
    vscode.commands.registerCommand('groundplan.explainCheck', (rule: unknown) => explainCheck(extensionUri, rule)),
    vscode.commands.registerCommand('groundplan.lintWorkspace', () => lintWorkspace(workspace)),
    vscode.commands.registerCommand('groundplan.freezeFindings', () => freezeFindings(session, workspace)),
    vscode.commands.registerCommand('groundplan.ignoreFinding', (...where: readonly unknown[]) => ignoreFinding(session, where[0], where[1], where[2])),
    vscode.commands.registerCommand('groundplan.chooseKind', () => chooseKind(session)),
  );
}
