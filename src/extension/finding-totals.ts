import * as vscode from 'vscode';
import type { FindingCounts } from '../core/workspace/finding-counts.ts';
import { isMarkdownFile } from './markdown-search.ts';

const SOURCE = 'groundplan';

/** How much is found in each document, as the Problems view shows it: of open ones, and of all once the workspace is checked. */
export class FindingTotals implements vscode.Disposable {
  readonly #totals = new Map<string, { readonly uri: vscode.Uri; readonly counts: FindingCounts }>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #isCounting = false;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#isCounting && this.#count(uris)),
    );
  }

  /** Counts what was found before; nobody has to hear of it. */
  begin(): void {
    if (this.#isCounting) return;
    this.#isCounting = true;
    this.#count(vscode.languages.getDiagnostics().map(([uri]) => uri));
  }

  /** By the paths that a folder gives its documents. */
  within(folder: vscode.Uri, pathOf: (uri: vscode.Uri) => string): ReadonlyMap<string, FindingCounts> {
    const here = Array.from(this.#totals.values()).filter(({ uri }) => uri.scheme === folder.scheme && vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.toString());
    return new Map(here.map(({ uri, counts }) => [pathOf(uri), counts]));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #count(uris: readonly vscode.Uri[]): void {
    let isChanged = false;
    for (const uri of uris.filter(isMarkdownFile)) {
      const counts = countsOf(vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE));
      const before = this.#totals.get(uri.toString())?.counts;
      if (JSON.stringify(before) === JSON.stringify(counts)) continue;
      isChanged = true;
      if (counts) this.#totals.set(uri.toString(), { uri, counts });
      else this.#totals.delete(uri.toString());
    }
    if (isChanged) this.#changed.fire();
  }
}

function countsOf(diagnostics: readonly vscode.Diagnostic[]): FindingCounts | undefined {
  const { Error: error, Warning: warning, Information: information } = vscode.DiagnosticSeverity;
  const count = (of: vscode.DiagnosticSeverity): number => diagnostics.filter(({ severity }) => severity === of).length;
  const [first] = diagnostics.filter(({ severity }) => severity <= information).sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
  if (first === undefined) return undefined;
  const { line, character } = first.range.start;
  return { errors: count(error), warnings: count(warning), remarks: count(information), at: { line, column: character } };
}
