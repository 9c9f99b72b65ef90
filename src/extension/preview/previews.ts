import * as vscode from 'vscode';
import { isMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { PreviewPanel, VIEW_TYPE, type PanelTools } from './preview-panel.ts';

/** All previews: at most one that follows the document in front, and any number that stay with theirs. */
export class Previews implements vscode.Disposable {
  readonly #tools: PanelTools;
  readonly #session: PlanSession;
  readonly #subscriptions: vscode.Disposable;
  readonly #panels = new Set<PreviewPanel>();

  constructor(session: PlanSession, extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#session = session;
    this.#tools = {
      session,
      log,
      bundle: vscode.Uri.joinPath(extensionUri, 'dist', 'webview'),
      icon: vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg'),
    };
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor?.document)),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => Promise.resolve(this.#restore(panel, state)),
      }),
    );
  }

  /** Shows the document in the preview that follows, or in one that stays with it. */
  open(document: vscode.TextDocument, column: vscode.ViewColumn, isLocked = false): void {
    const known = [...this.#panels].find((each) => (isLocked ? each.isLocked && each.shows(document.uri) : !each.isLocked));
    if (known !== undefined) return known.reveal(document);
    const where = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, 'Groundplan Preview', where, PreviewPanel.options(this.#tools)), document.uri, isLocked);
  }

  /** The preview that shows this document. */
  of({ uri }: vscode.TextDocument): PreviewPanel | undefined {
    return [...this.#panels].find((each) => each.shows(uri));
  }

  /** The preview in front, else the only one there is, else the one that follows. */
  get current(): PreviewPanel | undefined {
    const all = [...this.#panels];
    return all.find(({ isActive }) => isActive) ?? (all.length === 1 ? all[0] : all.find(({ isLocked }) => !isLocked));
  }

  dispose(): void {
    for (const panel of this.#panels) panel.dispose();
    this.#subscriptions.dispose();
  }

  #adopt(webview: vscode.WebviewPanel, uri: vscode.Uri | undefined, isLocked: boolean): void {
    const panel = new PreviewPanel(webview, this.#tools, uri, isLocked);
    this.#panels.add(panel);
    panel.onDidUnlock(() => this.#closeOtherFollowers(panel));
    webview.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
  }

  #restore(webview: vscode.WebviewPanel, state: unknown): void {
    const { uri, isLocked } = keptIn(state);
    // Of those that follow there is one: one that was opened in the meantime is the newer wish.
    if (!isLocked && [...this.#panels].some((each) => !each.isLocked)) webview.dispose();
    else this.#adopt(webview, uri, isLocked);
  }

  #closeOtherFollowers(kept: PreviewPanel): void {
    for (const panel of this.#panels) if (panel !== kept && !panel.isLocked) panel.close();
  }

  #follow(document: vscode.TextDocument | undefined): void {
    if (document === undefined || !isMarkdown(document)) return;
    const follower = [...this.#panels].find(({ isLocked }) => !isLocked);
    // A look into a README is no reason to put the plan away; the command shows any document.
    if (follower === undefined || this.#session.read(document).subject === undefined) return;
    follower.show(document);
  }
}

/** What the webview kept across a reload. */
function keptIn(state: unknown): { readonly uri: vscode.Uri | undefined; readonly isLocked: boolean } {
  if (typeof state !== 'object' || state === null) return { uri: undefined, isLocked: false };
  return { uri: 'uri' in state ? parsed(state.uri) : undefined, isLocked: 'locked' in state && state.locked === true };
}

function parsed(uri: unknown): vscode.Uri | undefined {
  if (typeof uri !== 'string') return undefined;
  try {
    return vscode.Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}
