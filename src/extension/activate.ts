import * as vscode from 'vscode';
import { explainCheck } from './commands/explain-check.ts';
import { fixAllInDocument } from './commands/fix-all.ts';
import { newPhasePlan } from './commands/new-phase-plan.ts';
import { openPreviewToSide } from './commands/open-preview-to-side.ts';
import { keepContextKeys } from './features/context-keys.ts';
import { offerCodeActions } from './features/code-actions.ts';
import { showDiagnostics } from './features/diagnostics.ts';
import { PlanSession } from './plan-session.ts';
import { PreviewPanel } from './preview/preview-panel.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Groundplan', { log: true });
  const session = new PlanSession(log);
  const preview = new PreviewPanel(session, context.extensionUri, log);
  context.subscriptions.push(
    log,
    session,
    preview,
    showDiagnostics(session),
    offerCodeActions(session),
    keepContextKeys(session),
    vscode.commands.registerCommand('groundplan.newPhasePlan', () => newPhasePlan(session)),
    vscode.commands.registerCommand('groundplan.openPreviewToSide', () => openPreviewToSide(preview)),
    vscode.commands.registerCommand('groundplan.fixAll', () => fixAllInDocument(session)),
    vscode.commands.registerCommand('groundplan.explainCheck', (rule: unknown) => explainCheck(context.extensionUri, rule)),
  );
  // After activation, so that nobody who waits for it also waits for the first check.
  setTimeout(() => session.checkAll(), 0);
}
