import * as vscode from 'vscode';
import { completionsAt, mayComplete } from '../../core/assist/completions.ts';
import { isMarkdown, MARKDOWN, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** Missing sections at the start of a line; levels, states and other choices of the template in its fields and columns. */
export function offerCompletions(session: PlanSession): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const line = document.lineAt(position).text;
      const subject = isMarkdown(document) && mayComplete(line, position.character) ? session.read(document).subject : undefined;
      if (subject === undefined) return undefined;
      return completionsAt(subject, document.offsetAt(position)).map(({ label, detail, filter, range, snippet, kind }, index) => {
        const item = new vscode.CompletionItem({ label, description: detail }, kind === 'section' ? vscode.CompletionItemKind.Struct : vscode.CompletionItemKind.EnumMember);
        item.insertText = new vscode.SnippetString(snippet);
        item.keepWhitespace = true;
        item.filterText = kind === 'value' ? document.getText(toEditorRange(document, range)) + filter : filter;
        item.sortText = String(index).padStart(3, '0');
        item.range = toEditorRange(document, range);
        return item;
      });
    },
  };
  return vscode.languages.registerCompletionItemProvider(MARKDOWN, provider, '#', ' ', '|');
}
