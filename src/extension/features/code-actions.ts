import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lint.ts';
import { difference } from '../../core/lint/fix-all.ts';
import { isMarkdown, MARKDOWN, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('groundplan');

/** Quick fixes for what is found, and everything at once for "fix all" and for saving. */
export function offerCodeActions(session: PlanSession): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(MARKDOWN, new PlanCodeActions(session), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

/** The edit that mends everything that can be mended in the document, or all that one rule found. */
export function fixAllEdit(session: PlanSession, document: vscode.TextDocument, rule?: string): vscode.WorkspaceEdit | undefined {
  const edit = difference(document.getText(), session.fixed(document, rule));
  if (edit === undefined) return undefined;
  const workspaceEdit = new vscode.WorkspaceEdit();
  workspaceEdit.replace(document.uri, toEditorRange(document, edit.range), edit.text);
  return workspaceEdit;
}

/** An action whose edit is worked out only when it is chosen. */
class FixAllAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly rule: string | undefined;

  constructor(title: string, kind: vscode.CodeActionKind, document: vscode.TextDocument, rule?: string) {
    super(title, kind);
    this.document = document;
    this.rule = rule;
  }
}

class PlanCodeActions implements vscode.CodeActionProvider {
  readonly #session: PlanSession;

  constructor(session: PlanSession) {
    this.#session = session;
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    if (!isMarkdown(document)) return [];
    const fixable = this.#session.read(document).findings.filter(({ fix }) => fix !== undefined);
    if (fixable.length === 0) return [];
    if (context.only?.contains(FIX_ALL) && !context.only.contains(vscode.CodeActionKind.QuickFix)) {
      return [new FixAllAction('Fix everything Groundplan can fix', FIX_ALL, document)];
    }
    const here = fixable.filter((finding) => toEditorRange(document, finding.range).intersection(range) !== undefined);
    return [
      ...here.flatMap((finding) => this.#quickFix(document, finding, context)),
      ...this.#fixAllOfRule(document, here, fixable),
      ...(here.length > 0 && fixable.length > 1 ? [new FixAllAction(`Fix all ${fixable.length} findings in this document`, FIX_ALL, document)] : []),
    ];
  }

  resolveCodeAction(action: vscode.CodeAction): vscode.CodeAction {
    if (action instanceof FixAllAction) {
      const edit = fixAllEdit(this.#session, action.document, action.rule);
      if (edit) action.edit = edit;
    }
    return action;
  }

  #quickFix(document: vscode.TextDocument, { fix, message }: Finding, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    if (fix === undefined) return [];
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.source === 'groundplan' && diagnostic.message === message);
    action.isPreferred = true;
    const edits = fix.edits.map(({ range, text, snippet }) => {
      const where = toEditorRange(document, range);
      if (snippet === undefined || fix.edits.length > 1) return new vscode.TextEdit(where, text);
      const edit = new vscode.SnippetTextEdit(where, new vscode.SnippetString(snippet));
      edit.keepWhitespace = true;
      return edit;
    });
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, edits);
    return [action];
  }

  #fixAllOfRule(document: vscode.TextDocument, here: readonly Finding[], fixable: readonly Finding[]): vscode.CodeAction[] {
    const rules = Array.from(new Set(here.map(({ rule }) => rule)));
    return rules.flatMap((rule) => {
      const count = fixable.filter((finding) => finding.rule === rule).length;
      return count < 2 ? [] : [new FixAllAction(`Fix all ${count} findings of ${rule}`, vscode.CodeActionKind.QuickFix, document, rule)];
    });
  }
}
