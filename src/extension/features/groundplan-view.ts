import * as vscode from 'vscode';
import type { Position } from '../../core/text/lines.ts';
import { changedRows } from '../../core/workspace/changed-rows.ts';
import { overview, type Row } from '../../core/workspace/overview.ts';
import { FindingTotals } from '../finding-totals.ts';
import type { WorkspaceIndexes } from '../workspace-index.ts';
import { rowItem } from './view-items.ts';
import { tooltipOf } from './view-tooltips.ts';

const VIEW = 'groundplan.documents';
/** Tells the menus and the welcome that there is nothing more to come. */
const IS_READ = 'groundplan.documentsAreRead';
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
  #byId: ReadonlyMap<string, { readonly row: Row; readonly parent: Row | undefined }> = new Map();
  #timer: unknown;
  #isAsked = false;

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
    const known = this.#find(element);
    return known ? rowItem(known.row, this.#uriOf(known.row)) : new vscode.TreeItem('');
  }

  resolveTreeItem(item: vscode.TreeItem, element: Element): vscode.TreeItem {
    const row = this.#find(element)?.row;
    const folder = row?.place && this.#indexes.folders.find(({ folder: { uri } }) => uri.toString() === row.place?.root);
    const tooltip = row?.entry && folder ? tooltipOf(row.entry, folder) : undefined;
    if (tooltip) item.tooltip = tooltip;
    return item;
  }

  getChildren(element?: Element): Element[] {
    if (element !== undefined) return (this.#find(element)?.row.children ?? []).map((row) => this.#elementOf(row));
    if (!this.#isAsked) this.#begin();
    return this.#rows.map((row) => this.#elementOf(row));
  }

  getParent(element: Element): Element | undefined {
    const parent = this.#find(element)?.parent;
    return parent && this.#elementOf(parent);
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
    const row = typeof clicked === 'string' ? this.#byId.get(clicked)?.row : undefined;
    const uri = row && this.#uriOf(row);
    return uri && { uri, at: row.sort === 'mention' && !row.id.startsWith('findings ') ? undefined : row.place?.at };
  }

  /** Selects the row of a document; tells whether it has one. */
  async show(uri: vscode.Uri): Promise<boolean> {
    await this.#indexes.start();
    this.#update();
    const element = this.#uris.get(uri.toString());
    if (element === undefined || this.#find(element) === undefined) return false;
    await this.#tree.reveal(element, { select: true, focus: true, expand: true });
    return true;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  /** Nothing is read before somebody looks. */
  #begin(): void {
    this.#isAsked = true;
    const reading = this.#indexes.start();
    void vscode.window.withProgress({ location: { viewId: VIEW } }, () => reading);
    this.#updateSoon();
  }

  #updateSoon(): void {
    if (!this.#isAsked || !this.#tree.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), REST_MS);
  }

  #update(): void {
    const before = this.#rows;
    this.#rows = this.#draw();
    this.#byId = new Map(everyRow(this.#rows, undefined));
    if (this.#indexes.isReady) void vscode.commands.executeCommand('setContext', IS_READ, true);
    const changed = changedRows(before, this.#rows);
    if (changed === 'all') this.#treeChanged.fire(undefined);
    else if (changed.length > 0) this.#treeChanged.fire(changed.flatMap((id) => this.#elementWithId(id) ?? []));
    void this.#settle();
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
    const row = this.#byId.get(id)?.row;
    return row && this.#elementOf(row);
  }

  #elementOf(row: Row): Element {
    const uri = row.sort === 'document' ? this.#uriOf(row) : undefined;
    if (uri === undefined) return row.id;
    const known = this.#uris.get(uri.toString()) ?? uri;
    this.#uris.set(uri.toString(), known);
    return known;
  }

  #find(element: Element): { readonly row: Row; readonly parent: Row | undefined } | undefined {
    if (typeof element === 'string') return this.#byId.get(element);
    const located = this.#indexes.locate(element);
    return located && this.#byId.get(`${located.in.folder.uri.toString()} ${located.path}`);
  }

  #uriOf({ place }: Row): vscode.Uri | undefined {
    return place && this.#indexes.folders.find(({ folder: { uri } }) => uri.toString() === place.root)?.files.uriOf(place.path);
  }
}

function everyRow(rows: readonly Row[], parent: Row | undefined): readonly (readonly [string, { readonly row: Row; readonly parent: Row | undefined }])[] {
  return rows.flatMap((row) => [[row.id, { row, parent }] as const, ...everyRow(row.children, row)]);
}
