import * as vscode from 'vscode';
import { linkCompletionsAt, mayCompleteLink } from '../../core/language/link-completions.ts';
import { MARKDOWN, toEditorRange } from '../documents.ts';
import type { Library } from '../library.ts';

/** The editor itself offers the headings that a link may lead to. */
const MARKDOWN_FEATURES = 'vscode.markdown-language-features';

/** Links to plans and records behind `[`, `](` and `ADR-`, and the records a field of front matter may name. */
export function offerLinkCompletions(library: Library): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      if (!mayCompleteLink(document.lineAt(position).text.slice(0, position.character))) return undefined;
      const opened = await library.open(document);
      if (opened === undefined) return undefined;
      const hasHeadings = vscode.extensions.getExtension(MARKDOWN_FEATURES) !== undefined;
      return linkCompletionsAt(opened.shelf, opened.path, document.offsetAt(position))
        .filter(({ what }) => what === 'document' || !hasHeadings)
        .map(({ label, detail, filter, range, text, what }, index) => {
          const item = new vscode.CompletionItem({ label, description: detail }, what === 'document' ? vscode.CompletionItemKind.File : vscode.CompletionItemKind.Reference);
          item.insertText = text;
          item.range = toEditorRange(document, range);
          item.filterText = filter;
          item.sortText = String(index).padStart(4, '0');
          return item;
        });
    },
  };
  return vscode.languages.registerCompletionItemProvider(MARKDOWN, provider, '[', '(', '-', '#');
}
