import * as vscode from 'vscode';
import type { Position } from '../../core/text/lines.ts';
import { changedRows } from '../../core/workspace/changed-rows.ts';
import { overview, type Row } from '../../core/workspace/overview.ts';
import { FindingTotals } from '../finding-totals.ts';
import type { WorkspaceIndexes } from '../workspace-index.ts';
import { rowItem } from './view-items.ts';
import { tooltipOf } from './view-tooltips.ts';

const VIEW = 'groundplan.documents';
/** Tells the menus that there is nothing more to come. */
const IS_READ = 'groundplan.documentsAreRead';
/** Asks for the welcome. It takes the place of the tree, and with it the focus of the keyboard: it must not come up before the rows do. */
const IS_EMPTY = 'groundplan.documentsAreNone';
/** Several things change together. */
const REST_MS = 100;

/** A document where it stands among the plans and records is its address, for commands that take one; everything else is the id of its row. */
export type Element = vscode.Uri | string;

/** Where something that was clicked leads. */
export interface Place {
  readonly uri: vscode.Uri;
  /** Nothing where any place in the document is as good. */
  readonly at: Position | undefined;
}

/** Every plan and record of the workspace in the side bar, with what was found in them. */
export class GroundplanView implements vscode.TreeDataProvider<Element>, vscode.Disposable {
  readonly #indexes: WorkspaceIndexes;
  readonly #totals = new FindingTotals();
  readonly #treeChanged = new vscode.EventEmitter<Element[] | undefined>();
  readonly #tree: vscode.TreeView<Element>;
  readonly #subscriptions: vscode.Disposable;
  /** One object for each address: the editor tells elements apart by that. */
  readonly #uris = new Map<string, vscode.Uri>();
  #rows: readonly Row[] = [];
  #byId: ReadonlyMap<string, Row> = new Map();
  #timer: unknown;
  #begun: Promise<void> | undefined;

  readonly onDidChangeTreeData = this.#treeChanged.event;

  constructor(indexes: WorkspaceIndexes) {
    this.#indexes = indexes;
    this.#tree = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#totals,
      this.#treeChanged,
      this.#tree,
      this.#totals.onDidChange(() => this.#updateSoon()),
      indexes.onDidChange(() => this.#updateSoon()),
      this.#tree.onDidChangeVisibility(() => this.#updateSoon()),
    );
  }

  getTreeItem(element: Element): vscode.TreeItem {
    const row = this.#rowOf(element);
    return row ? rowItem(row, this.#uriOf(row)) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, element: Element): vscode.TreeItem {
    const row = this.#rowOf(element);
    const folder = row?.place && this.#indexes.folders.find(({ folder: { uri } }) => uri.toString() === row.place?.root);
    const tooltip = row?.entry && folder ? tooltipOf(row.entry, folder) : undefined;
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  async getChildren(element?: Element): Promise<Element[]> {
    // The editor waits for what there is to show, and keeps the focus meanwhile: in an empty tree there is nothing to hold it.
    this.#begun ??= this.#begin();
    await this.#begun;
    const rows = element === undefined ? this.#rows : (this.#rowOf(element)?.children ?? []);
    return rows.map((row) => this.#elementOf(row));
  }

  /** What the view shows, once the workspace has been read. */
  async rows(): Promise<readonly Row[]> {
    await this.#indexes.start();
    this.#draw();
    await Promise.all(this.#indexes.folders.map((each) => each.settle()));
    return this.#draw();
  }

  /** Where an element of the view leads; an address leads to itself. */
  placeOf(clicked: unknown): Place | undefined {
    if (clicked instanceof vscode.Uri) return { uri: clicked, at: undefined };
    const row = typeof clicked === 'string' ? this.#byId.get(clicked) : undefined;
    const uri = row && this.#uriOf(row);
    return uri && { uri, at: row.place?.at };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Nothing is read before somebody looks; of much, the first is shown before the last is read. */
  async #begin(): Promise<void> {
    const reading = this.#indexes.start();
    void vscode.window.withProgress({ location: { viewId: VIEW } }, () => reading);
    await new Promise<void>((resolve) => {
      const subscription = this.#indexes.onDidChange(() => done());
      const done = (): void => {
        subscription.dispose();
        resolve();
      };
      void reading.then(done, done);
    });
    this.#take(this.#draw());
    void this.#settle();
  }

  #updateSoon(): void {
    if (this.#begun === undefined || !this.#tree.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), REST_MS);
  }

  #update(): void {
    const before = this.#rows;
    this.#take(this.#draw());
    const changed = changedRows(before, this.#rows);
    if (changed === 'all') this.#treeChanged.fire(undefined);
    else if (changed.length > 0) this.#treeChanged.fire(changed.flatMap((id) => this.#elementWithId(id) ?? []));
    void this.#settle();
  }

  #take(rows: readonly Row[]): void {
    this.#rows = rows;
    this.#byId = new Map(rows.flatMap(everyRow).map((row) => [row.id, row]));
    if (!this.#indexes.isReady) return;
    void vscode.commands.executeCommand('setContext', IS_READ, true);
    void vscode.commands.executeCommand('setContext', IS_EMPTY, rows.length === 0);
  }

  #draw(): readonly Row[] {
    this.#totals.begin();
    return overview(
      this.#indexes.folders.map((each) => ({
        root: each.folder.uri.toString(),
        name: each.folder.name,
        index: each.index,
        problems: each.problems,
        findings: this.#totals.within(each.folder.uri, (uri) => each.pathOf(uri)),
      })),
    );
  }

  /** Which links lead nowhere is known once their folders were looked into. */
  async #settle(): Promise<void> {
    const asked = await Promise.all(this.#indexes.folders.map((each) => each.settle()));
    if (asked.includes(true)) this.#updateSoon();
  }

  #elementWithId(id: string): Element | undefined {
    const row = this.#byId.get(id);
    return row && this.#elementOf(row);
  }

  #elementOf(row: Row): Element {
    const uri = row.sort === 'document' ? this.#uriOf(row) : undefined;
    if (uri === undefined) return row.id;
    const known = this.#uris.get(uri.toString()) ?? uri;
    this.#uris.set(uri.toString(), known);
    return known;
  }

  #rowOf(element: Element): Row | undefined {
    if (typeof element === 'string') return this.#byId.get(element);
    const located = this.#indexes.locate(element);
    return located && this.#byId.get(`${located.in.folder.uri.toString()} ${located.path}`);
  }

  #uriOf({ place }: Row): vscode.Uri | undefined {
    return place && this.#indexes.folders.find(({ folder: { uri } }) => uri.toString() === place.root)?.files.uriOf(place.path);
  }
}

function everyRow(row: Row): readonly Row[] {
  return [row, ...row.children.flatMap(everyRow)];
}
