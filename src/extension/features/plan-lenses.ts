import * as vscode from 'vscode';
import { countsIn, referringTo } from '../../core/language/reference-counts.ts';
import { isRecordKind } from '../../core/template/kind.ts';
import { MARKDOWN } from '../documents.ts';
import { locationOf, type Library, type Opened } from '../library.ts';

/** Who refers to a plan, and what was found in it, above its title; who speaks of its risks and phases, above those. */
export function offerPlanLenses(library: Library): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!library.session.settingsFor(document.uri)['codeLens.enabled']) return [];
      const opened = await library.open(document);
      if (opened === undefined || token.isCancellationRequested || isRecordKind(opened.subject.kind)) return [];
      return [...titleLenses(document, opened, library), ...sectionLenses(document, opened)];
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(MARKDOWN, provider),
    library.onDidChange(() => changed.fire()),
    library.session.onDidChangeTerms(() => changed.fire()),
  );
}

function titleLenses(document: vscode.TextDocument, { shelf, path, folder, subject }: Opened, { session }: Library): readonly vscode.CodeLens[] {
  const at = lineOf(document, subject.plan.title?.heading.range.start ?? 0);
  const referring = referringTo(shelf, path);
  const found = session.read(document).findings.length;
  const places = referring.map(({ path: from, at: place }) => new vscode.Location(folder.files.uriOf(from), new vscode.Position(place?.line ?? 0, place?.column ?? 0)));
  const lenses: vscode.CodeLens[] = [];
  if (places.length > 0) lenses.push(leadingTo(document, at, places.length === 1 ? '1 document refers here' : `${places.length} documents refer here`, places));
  if (found > 0) lenses.push(new vscode.CodeLens(at, { title: found === 1 ? '1 finding' : `${found} findings`, command: 'workbench.actions.view.problems' }));
  return lenses;
}

function sectionLenses(document: vscode.TextDocument, opened: Opened): readonly vscode.CodeLens[] {
  const { shelf, path } = opened;
  return countsIn(shelf, path).map(({ at, title, places }) => leadingTo(document, lineOf(document, at), title, places.map((place) => locationOf(opened, shelf, place))));
}

function leadingTo(document: vscode.TextDocument, at: vscode.Range, title: string, places: readonly vscode.Location[]): vscode.CodeLens {
  return new vscode.CodeLens(at, { title, command: 'editor.action.showReferences', arguments: [document.uri, at.start, places] });
}

function lineOf(document: vscode.TextDocument, offset: number): vscode.Range {
  const { line } = document.positionAt(offset);
  return new vscode.Range(line, 0, line, 0);
}
