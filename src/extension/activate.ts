import * as vscode from 'vscode';
import type { Row } from '../core/workspace/overview.ts';
import { registerCommands, registerDocumentCommands } from './commands.ts';
import { keepContextKeys } from './features/context-keys.ts';
import { offerCodeActions } from './features/code-actions.ts';
import { offerCompletions } from './features/completions.ts';
import { showDiagnostics } from './features/diagnostics.ts';
import { offerDefinitions } from './features/definitions.ts';
import { offerDocumentSymbols } from './features/document-symbols.ts';
import { followFirstSteps } from './features/first-steps.ts';
import { GroundplanView } from './features/groundplan-view.ts';
import { showKind } from './features/kind-status.ts';
import { offerLinkCompletions } from './features/link-completions.ts';
import { offerLintTask } from './features/lint-task.ts';
import { extendMarkdownPreview, type MarkdownIt } from './features/markdown-preview.ts';
import { offerPlanLenses } from './features/plan-lenses.ts';
import { showPlanStatus } from './features/plan-status.ts';
import { offerRecordLenses } from './features/record-lenses.ts';
import { offerReferenceHover } from './features/reference-hover.ts';
import { offerReferenceLinks } from './features/reference-links.ts';
import { offerRenames } from './features/renames.ts';
import { offerSectionHover } from './features/section-hover.ts';
import { WorkspaceFindings } from './features/workspace-findings.ts';
import { Library } from './library.ts';
import { PlanSession } from './plan-session.ts';
import { Previews } from './preview/previews.ts';
import { WorkspaceIndexes } from './workspace-index.ts';

export interface Api {
  /** What the editor's own Markdown preview asks for. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
  /** What the view of plans and records shows, for tests and other extensions. */
  documents(): Promise<readonly Row[]>;
}

export function activate(context: vscode.ExtensionContext): Api {
  const log = vscode.window.createOutputChannel('Groundplan', { log: true });
  const session = new PlanSession(log);
  const workspace = new WorkspaceFindings(session);
  const previews = new Previews(session, context.extensionUri, log);
  const indexes = new WorkspaceIndexes(session);
  const library = new Library(session, indexes);
  const view = new GroundplanView(indexes);
  context.subscriptions.push(
    log,
    session,
    previews,
    workspace,
    showDiagnostics(session),
    indexes,
    view,
    showKind(session),
    showPlanStatus(session),
    offerCodeActions(session),
    offerCompletions(session),
    offerDocumentSymbols(session),
    offerSectionHover(session),
    offerRecordLenses(session),
    offerDefinitions(library),
    offerRenames(library),
    offerReferenceLinks(library),
    offerReferenceHover(library),
    offerLinkCompletions(library),
    offerPlanLenses(library),
    offerLintTask(),
    keepContextKeys(session),
    followFirstSteps(session),
    registerCommands(session, previews, workspace, context.extensionUri),
    registerDocumentCommands(session, previews, indexes, view),
  );
  // After activation, so that nobody who waits for it also waits for the first check.
  setTimeout(() => session.checkAll(), 0);
  return { extendMarkdownIt: extendMarkdownPreview(session), documents: () => view.rows() };
}
