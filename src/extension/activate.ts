import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { keepContextKeys } from './features/context-keys.ts';
import { offerCodeActions } from './features/code-actions.ts';
import { offerCompletions } from './features/completions.ts';
import { showDiagnostics } from './features/diagnostics.ts';
import { offerDocumentSymbols } from './features/document-symbols.ts';
import { showKind } from './features/kind-status.ts';
import { offerLintTask } from './features/lint-task.ts';
import { offerSectionHover } from './features/section-hover.ts';
import { WorkspaceFindings } from './features/workspace-findings.ts';
import { PlanSession } from './plan-session.ts';
import { PreviewPanel } from './preview/preview-panel.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Groundplan', { log: true });
  const session = new PlanSession(log);
  const workspace = new WorkspaceFindings(session);
  const preview = new PreviewPanel(session, context.extensionUri, log);
  context.subscriptions.push(
    log,
    session,
    preview,
    workspace,
    showDiagnostics(session),
    showKind(session),
    offerCodeActions(session),
    offerCompletions(session),
    offerDocumentSymbols(session),
    offerSectionHover(session),
    offerLintTask(),
    keepContextKeys(session),
    registerCommands(session, preview, workspace, context.extensionUri),
  );
  // After activation, so that nobody who waits for it also waits for the first check.
  setTimeout(() => session.checkAll(), 0);
}
