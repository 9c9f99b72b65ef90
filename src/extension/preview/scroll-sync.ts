import * as vscode from 'vscode';
import type { Range } from '../../core/text/range.ts';
import type { PlanSession } from '../plan-session.ts';

/** What one side does because of the other comes back as an event; so long it is not taken for a new wish. */
const ECHO_MS = 300;

type Follow = (document: vscode.TextDocument, by: 'scroll' | 'cursor', place: Range) => void;

/** Keeps the editor of a document and its panel at the same place, both ways. */
export class ScrollSync implements vscode.Disposable {
  readonly #session: PlanSession;
  readonly #shown: () => vscode.Uri | undefined;
  readonly #follow: Follow;
  readonly #subscriptions: vscode.Disposable;
  #quietUntil = 0;

  constructor(session: PlanSession, shown: () => vscode.Uri | undefined, follow: Follow) {
    this.#session = session;
    this.#shown = shown;
    this.#follow = follow;
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => this.#scrolled(textEditor, visibleRanges[0])),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => this.#moved(textEditor, selections[0])),
    );
  }

  /** The panel leads: what the editor does for a moment is its answer. */
  pause(): void {
    this.#quietUntil = Date.now() + ECHO_MS;
  }

  /** The panel was scrolled: the editor shows the same place at its top. */
  scrollEditor(document: vscode.TextDocument, start: number): void {
    if (!this.#session.settingsFor(document.uri)['preview.scrollEditor']) return;
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    if (editor === undefined) return;
    this.pause();
    const place = document.positionAt(start);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #scrolled(editor: vscode.TextEditor, visible: vscode.Range | undefined): void {
    if (visible !== undefined) this.#tell(editor, 'scroll', new vscode.Range(visible.start, visible.start));
  }

  #moved(editor: vscode.TextEditor, selection: vscode.Selection | undefined): void {
    if (selection !== undefined) this.#tell(editor, 'cursor', new vscode.Range(selection.active, selection.active));
  }

  #tell({ document }: vscode.TextEditor, by: 'scroll' | 'cursor', range: vscode.Range): void {
    if (document.uri.toString() !== this.#shown()?.toString() || Date.now() < this.#quietUntil) return;
    if (!this.#session.settingsFor(document.uri)['preview.scrollWithEditor']) return;
    this.#follow(document, by, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  }
}
