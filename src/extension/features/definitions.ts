import * as vscode from 'vscode';
import { meaningAt } from '../../core/language/name-at.ts';
import { definitionOf, referencesTo } from '../../core/language/references.ts';
import { MARKDOWN } from '../documents.ts';
import { locationOf, rangeIn, type Library } from '../library.ts';

/** From a risk, phase, task, service, plan or record that is named to where it is defined, and to every place that names it. */
export function offerDefinitions(library: Library): vscode.Disposable {
  return vscode.Disposable.from(vscode.languages.registerDefinitionProvider(MARKDOWN, new Definitions(library)), vscode.languages.registerReferenceProvider(MARKDOWN, new References(library)));
}

class Definitions implements vscode.DefinitionProvider {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[] | undefined> {
    const opened = await this.#library.open(document);
    const meaning = opened && meaningAt(opened.shelf, opened.path, document.offsetAt(position));
    // Links are followed by the editor itself: told twice, it would ask which is meant.
    if (opened === undefined || meaning === undefined || (meaning.what !== 'name' && (meaning.isLink || meaning.what === 'heading'))) return undefined;
    const place = definitionOf(opened.shelf, meaning);
    if (place === undefined) return undefined;
    const [selection, whole] = [place.range, place.whole].map((range) => rangeIn(opened.shelf, place.path, range));
    if (selection === undefined || whole === undefined) return undefined;
    const origin = rangeIn(opened.shelf, opened.path, meaning.range);
    return [{ originSelectionRange: origin, targetUri: opened.folder.files.uriOf(place.path), targetRange: whole.contains(selection) ? whole : selection, targetSelectionRange: selection }];
  }
}

class References implements vscode.ReferenceProvider {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position, { includeDeclaration }: vscode.ReferenceContext): Promise<vscode.Location[] | undefined> {
    const opened = await this.#library.open(document);
    const meaning = opened && meaningAt(opened.shelf, opened.path, document.offsetAt(position));
    if (opened === undefined || meaning === undefined) return undefined;
    const shelf = await this.#library.withPages(opened, [meaning.what === 'name' ? meaning.name.path : meaning.path]);
    const own = definitionOf(shelf, meaning);
    const isOwn = (path: string, start: number): boolean => own?.path === path && own.range.start === start;
    return referencesTo(shelf, meaning).filter(({ path, range }) => includeDeclaration || !isOwn(path, range.start)).map((place) => locationOf(opened, shelf, place));
  }
}
