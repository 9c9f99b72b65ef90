import * as vscode from 'vscode';
import { symbolsOf, type SymbolKind } from '../../core/assist/symbols.ts';
import { isMarkdown, MARKDOWN, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** Risks, phases, decisions and the like by their names, in the outline and in "Go to Symbol". */
export function offerDocumentSymbols(session: PlanSession): vscode.Disposable {
  const provider: vscode.DocumentSymbolProvider = {
    provideDocumentSymbols(document) {
      const subject = isMarkdown(document) ? session.read(document).subject : undefined;
      return subject && symbolsOf(subject).map(({ kind, name, detail, range, nameRange }) => new vscode.DocumentSymbol(name, detail, editorKind(kind), toEditorRange(document, range), toEditorRange(document, nameRange)));
    },
  };
  return vscode.languages.registerDocumentSymbolProvider(MARKDOWN, provider, { label: 'Groundplan' });
}

function editorKind(kind: SymbolKind): vscode.SymbolKind {
  switch (kind) {
    case 'risk':
      return vscode.SymbolKind.Event;
    case 'phase':
      return vscode.SymbolKind.Module;
    case 'wave':
      return vscode.SymbolKind.Namespace;
    case 'decision':
      return vscode.SymbolKind.Key;
    case 'service':
      return vscode.SymbolKind.Class;
    case 'task':
      return vscode.SymbolKind.Boolean;
    case 'requirement':
      return vscode.SymbolKind.Number;
    case 'diagram':
      return vscode.SymbolKind.Object;
  }
}
