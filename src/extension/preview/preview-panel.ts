import * as vscode from 'vscode';
import { fromWebview, type FromWebview, type ToWebview } from '../../protocol/messages.ts';
import { isMarkdown, nameOf, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { pageFor } from './page.ts';

const VIEW_TYPE = 'groundplan.preview';

type Reveal = Extract<FromWebview, { type: 'reveal' }>;

/** The panel that draws the plan in front. It holds no truth: after every `ready` the whole picture is sent again, so restoring is opening. */
export class PreviewPanel implements vscode.Disposable {
  readonly #session: PlanSession;
  readonly #bundle: vscode.Uri;
  readonly #icon: vscode.Uri;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #shown: vscode.Uri | undefined;
  #sent: { readonly uri: string; readonly version: number } | undefined;

  constructor(session: PlanSession, extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    this.#session = session;
    this.#bundle = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    this.#icon = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      session.onDidCheck(({ document }) => document.uri.toString() === this.#shown?.toString() && this.#send(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor?.document)),
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: (panel, state: unknown) => Promise.resolve(this.#restore(panel, state)),
      }),
    );
  }

  open(document: vscode.TextDocument): void {
    this.#shown = document.uri;
    if (this.#panel === undefined) {
      const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.#adopt(vscode.window.createWebviewPanel(VIEW_TYPE, 'Groundplan Preview', where, this.#options()));
    } else {
      this.#panel.reveal(undefined, true);
      this.#send(document);
    }
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#subscriptions.dispose();
  }

  #options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [this.#bundle] };
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    panel.iconPath = this.#icon;
    panel.webview.options = this.#options();
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    panel.webview.html = pageFor(panel.webview, this.#bundle);
  }

  #restore(panel: vscode.WebviewPanel, state: unknown): void {
    // There is one preview: one that was opened in the meantime is the newer wish.
    if (this.#panel !== undefined) {
      panel.dispose();
      return;
    }
    this.#shown = uriIn(state);
    this.#adopt(panel);
  }

  #follow(document: vscode.TextDocument | undefined): void {
    if (this.#panel === undefined || document === undefined || !isMarkdown(document)) return;
    // A look into a README is no reason to put the plan away; the command shows any document.
    if (this.#session.read(document).subject === undefined) return;
    this.#shown = document.uri;
    this.#send(document);
  }

  #send(document: vscode.TextDocument): void {
    if (this.#panel === undefined) return;
    const uri = document.uri.toString();
    // A document that was closed and opened again counts its versions from the start.
    if (this.#sent?.uri === uri && this.#sent.version > document.version) this.#post({ type: 'nothing', message: '' });
    this.#sent = { uri, version: document.version };
    this.#panel.title = `Preview ${nameOf(document.uri)}`;
    this.#post({ type: 'picture', uri, version: document.version, picture: this.#session.draw(document) });
  }

  #post(message: ToWebview): void {
    void this.#panel?.webview.postMessage(message);
  }

  /** The webview runs scripts on the words of strangers: what does not fit is dropped. */
  #receive(message: unknown): void {
    const parsed = fromWebview.safeParse(message);
    if (!parsed.success) return this.#log.warn('The preview sent a message that does not fit, and it was dropped.');
    if (parsed.data.type === 'ready') void this.#sendShown();
    else void this.#reveal(parsed.data);
  }

  async #sendShown(): Promise<void> {
    const document = await this.#shownDocument();
    if (document && document.uri.toString() === this.#shown?.toString()) this.#send(document);
    else if (document === undefined) this.#post({ type: 'nothing', message: 'The document of this preview is gone. Open a plan and it is drawn here.' });
  }

  /** An open document, or a file of the workspace: what a restored panel asks for is not trusted to lead elsewhere. */
  async #shownDocument(): Promise<vscode.TextDocument | undefined> {
    const uri = this.#shown;
    const open = this.#openDocument();
    if (open || uri === undefined || vscode.workspace.getWorkspaceFolder(uri) === undefined) return open;
    try {
      return await vscode.workspace.openTextDocument(uri);
    } catch {
      return undefined;
    }
  }

  #openDocument(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === this.#shown?.toString());
  }

  async #reveal({ uri, version, start, end }: Reveal): Promise<void> {
    if (uri !== this.#shown?.toString()) return;
    const isClosed = this.#openDocument() === undefined;
    const document = await this.#shownDocument();
    if (document === undefined || (document.version !== version && !isClosed)) return;
    if (isClosed) this.#send(document);
    const line = document.lineAt(toEditorRange(document, { start, end }).start.line);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    // Never on top of the panel itself.
    const other = this.#panel?.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One;
    await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? other, selection: line.range });
  }
}

/** What the webview kept across a reload. */
function uriIn(state: unknown): vscode.Uri | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state) || typeof state.uri !== 'string') return undefined;
  try {
    return vscode.Uri.parse(state.uri, true);
  } catch {
    return undefined;
  }
}
