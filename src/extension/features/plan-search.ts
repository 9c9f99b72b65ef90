import * as vscode from 'vscode';
import { hitOf, ranked, type FoundIn, type FoundPlace, type SearchHit } from '../../core/workspace/document-search.ts';
import { labelOf, type IndexEntry } from '../../core/workspace/known-document.ts';
import type { FolderIndex } from '../folder-index.ts';
import { TimeSlices } from '../time-slices.ts';
import type { WorkspaceIndexes } from '../workspace-index.ts';

const MOST_HITS = 100;
/** While keys follow each other nothing is looked for. */
const REST_MS = 60;
const ICONS: Readonly<Record<FoundIn, string>> = { title: 'book', heading: 'list-tree', text: 'quote' };

/** A document or a place in one. */
interface FoundItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
  readonly selection: vscode.Range;
}

interface Chosen {
  readonly item: FoundItem;
  readonly isBeside: boolean;
}

type PlaceInFolder = FoundPlace & { readonly folder: FolderIndex };

/** Looks for words in titles, headings and texts while they are typed. */
export class PlanSearch implements vscode.Disposable {
  readonly #indexes: WorkspaceIndexes;
  readonly #pick = vscode.window.createQuickPick<FoundItem>();
  readonly #news: vscode.Disposable;
  /** Counts what was looked for: what comes late is not shown. */
  #round = 0;
  #timer: unknown;

  constructor(indexes: WorkspaceIndexes) {
    this.#indexes = indexes;
    this.#news = indexes.onDidChange(() => this.#searchSoon());
  }

  /** What the author chooses; nothing where they cancel. */
  choose(): Promise<Chosen | undefined> {
    const pick = this.#pick;
    pick.title = 'Search Plans and Records';
    pick.placeholder = 'Words of a title, a heading or the text';
    // The editor would sort by how the labels fit; ours is the order.
    Object.assign(pick, { sortByLabel: false });
    pick.busy = true;
    pick.show();
    void this.#indexes.start().then(() => this.#search());
    return new Promise((resolve) => {
      pick.onDidChangeValue(() => this.#searchSoon());
      pick.onDidAccept(() => resolve(pick.selectedItems[0] && { item: pick.selectedItems[0], isBeside: false }));
      pick.onDidTriggerItemButton(({ item }) => resolve({ item, isBeside: true }));
      pick.onDidHide(() => resolve(undefined));
    });
  }

  dispose(): void {
    this.#round++;
    clearTimeout(this.#timer);
    this.#news.dispose();
    this.#pick.dispose();
  }

  #searchSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), REST_MS);
  }

  async #search(): Promise<void> {
    const { value } = this.#pick;
    const items = value.trim() === '' ? this.#everything() : await this.#found(value, ++this.#round);
    if (items === undefined) return;
    this.#pick.items = items;
    this.#pick.busy = !this.#indexes.isReady;
  }

  /** Document by document, until there is something else to look for. */
  async #found(value: string, round: number): Promise<readonly FoundItem[] | undefined> {
    const found: PlaceInFolder[] = [];
    const slices = new TimeSlices();
    for (const folder of this.#indexes.folders) {
      for (const places of folder.index.searching(value)) {
        found.push(...places.map((place) => ({ ...place, folder })));
        await slices.pauseIfNeeded();
        if (round !== this.#round) return undefined;
      }
    }
    return ranked(found, MOST_HITS).map((place) => foundItem(place.folder, hitOf(place)));
  }

  /** Before anything is typed. */
  #everything(): readonly FoundItem[] {
    this.#round++;
    return this.#indexes.folders.flatMap((folder) => folder.index.entries().map(({ path, title, at }) => foundItem(folder, { path, foundIn: 'title', ...at, excerpt: title })));
  }
}

function foundItem({ index, files }: FolderIndex, { path, foundIn, line, column, excerpt }: SearchHit): FoundItem {
  const entry = index.entry(path);
  const name = entry ? labelOf(entry) : excerpt;
  return {
    label: withoutIcons(foundIn === 'title' ? name : excerpt),
    description: withoutIcons(foundIn === 'title' ? said(entry) : name),
    detail: withoutIcons(`${path}:${line + 1}`),
    iconPath: new vscode.ThemeIcon(ICONS[foundIn]),
    // The editor looks into labels only, and would leave out what is found in texts.
    alwaysShow: true,
    buttons: [{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: 'Open to the Side' }],
    uri: files.uriOf(path),
    selection: new vscode.Range(line, column, line, column),
  };
}

function said(entry: IndexEntry | undefined): string {
  return [entry?.kindName ?? '', entry?.state?.text ?? ''].filter((part) => part !== '').join(' · ');
}

/** `$(name)` in the words of an author is no icon. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
