import * as vscode from 'vscode';
import { recordAtNode } from '../../core/picture/diagrams.ts';
import { placeOfNode } from '../../core/picture/node-place.ts';
import { fromWebview, type FromWebview, type ToWebview } from '../../protocol/messages.ts';
import type { Range } from '../../core/text/range.ts';
import { nameOf, toEditorRange } from '../documents.ts';
import { tickOff } from '../features/first-steps.ts';
import type { PlanSession } from '../plan-session.ts';
import { uriInWorkspace } from '../workspace-files.ts';
import { pageFor } from './page.ts';
import { savePanelFiles } from './panel-files.ts';
import { grant, isWish } from './panel-wishes.ts';
import { ScrollSync } from './scroll-sync.ts';

export const VIEW_TYPE = 'groundplan.preview';

/** What every panel works with. */
export interface PanelTools {
  readonly session: PlanSession;
  readonly log: vscode.LogOutputChannel;
  readonly bundle: vscode.Uri;
  readonly icon: vscode.Uri;
}

type AboutDocument = Extract<FromWebview, { uri: string }>;

/** One panel that draws a plan. It holds no truth: after every `ready` the whole picture is sent again, so restoring is opening. */
export class PreviewPanel implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #tools: PanelTools;
  readonly #unlocked = new vscode.EventEmitter<void>();
  readonly #sync: ScrollSync;
  readonly #subscriptions: vscode.Disposable;
  #shown: vscode.Uri | undefined;
  #isLocked: boolean;
  /** A page that is not in sight is put away, and made anew when it is. */
  #isListening = false;
  #isExportWanted = false;
  #sent: { readonly uri: string; readonly version: number } | undefined;

  readonly onDidUnlock = this.#unlocked.event;

  constructor(panel: vscode.WebviewPanel, tools: PanelTools, shown: vscode.Uri | undefined, isLocked: boolean) {
    this.#panel = panel;
    this.#tools = tools;
    this.#shown = shown;
    this.#isLocked = isLocked;
    this.#sync = new ScrollSync(tools.session, () => this.#shown, (document, by, { start, end }) => {
      this.#post({ type: 'follow', uri: document.uri.toString(), version: document.version, by, start, end });
    });
    this.#subscriptions = vscode.Disposable.from(
      this.#unlocked,
      this.#sync,
      tools.session.onDidCheck(({ document }) => this.shows(document.uri) && this.#send(document)),
      panel.onDidChangeViewState(() => (this.#isListening &&= panel.visible)),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
    );
    panel.iconPath = tools.icon;
    panel.webview.options = PreviewPanel.options(tools);
    panel.webview.html = pageFor(panel.webview, tools.bundle);
  }

  static options({ bundle }: PanelTools): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [bundle] };
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  shows(uri: vscode.Uri): boolean {
    return uri.toString() === this.#shown?.toString();
  }

  reveal(document: vscode.TextDocument): void {
    this.#panel.reveal(undefined, true);
    this.show(document);
  }

  show(document: vscode.TextDocument): void {
    this.#shown = document.uri;
    this.#send(document);
  }

  lock(isLocked: boolean): void {
    if (this.#isLocked === isLocked) return;
    this.#isLocked = isLocked;
    if (!isLocked) this.#unlocked.fire();
    void this.#sendShown();
  }

  /** Asks the webview for the page that stands alone; it comes back as a file to save. */
  async export(): Promise<void> {
    this.#panel.reveal(undefined, true);
    this.#isExportWanted = !this.#isListening;
    if (this.#isExportWanted) return;
    const style = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#tools.bundle, 'main.css'));
    this.#post({ type: 'export', style: new TextDecoder('utf-8', { ignoreBOM: false }).decode(style) });
  }

  /** Puts the cursor into the document that is shown. */
  async showSource(): Promise<void> {
    const document = await this.#shownDocument();
    if (document !== undefined) await vscode.window.showTextDocument(document, { viewColumn: this.#columnFor(document) });
  }

  close(): void {
    this.#panel.dispose();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #send(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    // A document that was closed and opened again counts its versions from the start.
    if (this.#sent?.uri === uri && this.#sent.version > document.version) this.#post({ type: 'nothing', message: '' });
    this.#sent = { uri, version: document.version };
    this.#panel.title = this.#isLocked ? `[Preview] ${nameOf(document.uri)}` : `Preview ${nameOf(document.uri)}`;
    this.#post({ type: 'picture', uri, version: document.version, picture: this.#tools.session.draw(document), locked: this.#isLocked });
  }

  #post(message: ToWebview): void {
    void this.#panel.webview.postMessage(message);
  }

  /** The webview runs scripts on the words of strangers: what does not fit is dropped. */
  #receive(message: unknown): void {
    const { log } = this.#tools;
    const parsed = fromWebview.safeParse(message);
    if (!parsed.success) return log.warn('The preview sent a message that does not fit, and it was dropped.');
    this.#answer(parsed.data).catch((error: unknown) => log.error('The preview could not be answered.', error instanceof Error ? error : String(error)));
  }

  async #answer(message: FromWebview): Promise<void> {
    if (message.type === 'ready') await this.#begin();
    else if (message.type === 'lock') this.lock(message.locked);
    else if (message.type === 'problem') void vscode.window.showWarningMessage(message.message);
    else if (message.type === 'copy') await vscode.env.clipboard.writeText(message.text);
    else if (message.type === 'save') await (this.#shown && savePanelFiles(message.files, this.#shown));
    else await this.#answerAboutDocument(message);
  }

  async #answerAboutDocument(message: AboutDocument): Promise<void> {
    if (message.uri !== this.#shown?.toString()) return;
    const isClosed = this.#openDocument() === undefined;
    const document = await this.#shownDocument();
    if (document === undefined) return;
    if (document.version !== message.version && !isClosed) {
      // A wish shows in the panel at once: where it comes too late, the panel has to hear what holds.
      if (isWish(message)) this.#send(document);
      return;
    }
    if (isClosed) this.#send(document);
    if (message.type === 'scrolled') this.#sync.scrollEditor(document, message.start);
    else if (message.type === 'reveal') await this.#select(document, message);
    else if (message.type === 'find') await this.#find(document, message.diagram, message.label);
    else if (isWish(message)) {
      await grant(message, document, this.#tools.session);
      this.#send(document);
    }
  }

  /** A record of which a box tells is opened; anything else stands in the document. */
  async #find(document: vscode.TextDocument, diagram: number, label: string): Promise<void> {
    const source = this.#tools.session.sourceOf(document);
    const record = recordAtNode(source, diagram, label);
    if (record === undefined) await this.#select(document, placeOfNode(source, diagram, label));
    else await vscode.window.showTextDocument(uriInWorkspace(document.uri, record), { viewColumn: this.#columnFor(document) });
  }

  async #begin(): Promise<void> {
    this.#isListening = true;
    await this.#sendShown();
    const document = this.#openDocument();
    if (document && this.#tools.session.read(document).subject) tickOff('planDrawn');
    if (this.#isExportWanted) await this.export();
  }

  async #sendShown(): Promise<void> {
    const document = await this.#shownDocument();
    if (document && this.shows(document.uri)) this.#send(document);
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
    return vscode.workspace.textDocuments.find((document) => this.shows(document.uri));
  }

  async #select(document: vscode.TextDocument, place: Range | undefined): Promise<void> {
    if (place === undefined) return;
    this.#sync.pause();
    const line = document.lineAt(toEditorRange(document, { start: place.start, end: place.end }).start.line);
    await vscode.window.showTextDocument(document, { viewColumn: this.#columnFor(document), selection: line.range });
  }

  /** Where the document is shown already; never on top of the panel itself. */
  #columnFor(document: vscode.TextDocument): vscode.ViewColumn {
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    return shown?.viewColumn ?? (this.#panel.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Two : vscode.ViewColumn.One);
  }
}
