import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lint.ts';
import { difference } from '../../core/lint/fix-all.ts';
import { isWithin, type Fix } from '../../core/lint/rule.ts';
import { isMarkdown, MARKDOWN, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { uriInWorkspace } from '../workspace-files.ts';

function fixAllKind(): vscode.CodeActionKind {
  return vscode.CodeActionKind.SourceFixAll.append('groundplan');
}

/** Quick fixes for what is found, and everything at once for "fix all" and for saving. */
export function offerCodeActions(session: PlanSession): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(MARKDOWN, new PlanCodeActions(session), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind()],
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

function explanations(here: readonly Finding[]): vscode.CodeAction[] {
  return Array.from(new Set(here.map(({ rule }) => rule)), (rule) => {
    const title = `Explain ${rule}`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: 'groundplan.explainCheck', arguments: [rule] };
    return action;
  });
}

function omissions(document: vscode.TextDocument, here: readonly Finding[]): vscode.CodeAction[] {
  const byRule = new Map(here.map((finding) => [finding.rule, finding] as const));
  return Array.from(byRule, ([rule, { range }]) => {
    const title = `Leave ${rule} out…`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: 'groundplan.ignoreFinding', arguments: [document.uri, rule, document.positionAt(range.start).line] };
    return action;
  });
}

/** The edit of a fix that reaches beyond its document. */
async function farEdit(document: vscode.TextDocument, { edits, elsewhere = [], rename }: Fix): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) edit.replace(document.uri, toEditorRange(document, range), text);
  for (const { path, edits } of elsewhere) {
    const other = await vscode.workspace.openTextDocument(uriInWorkspace(document.uri, path));
    for (const { range, text } of edits) edit.replace(other.uri, toEditorRange(other, range), text);
  }
  if (rename !== undefined) edit.renameFile(document.uri, uriInWorkspace(document.uri, rename), { overwrite: false });
  return edit;
}

/** What an action mends whose edit is worked out only when it is chosen. */
interface FixAllRequest {
  readonly document: vscode.TextDocument;
  readonly rule: string | undefined;
}

class PlanCodeActions implements vscode.CodeActionProvider {
  readonly #session: PlanSession;
  readonly #fixAll = fixAllKind();
  readonly #requests = new WeakMap<vscode.CodeAction, FixAllRequest>();
  readonly #farFixes = new WeakMap<vscode.CodeAction, { readonly document: vscode.TextDocument; readonly fix: Fix }>();

  constructor(session: PlanSession) {
    this.#session = session;
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    if (!isMarkdown(document)) return [];
    const { findings } = this.#session.read(document);
    const fixable = findings.filter(({ fix }) => isWithin(fix));
    if (context.only?.contains(this.#fixAll) && !context.only.contains(vscode.CodeActionKind.QuickFix)) {
      return fixable.length === 0 ? [] : [this.#fixAllAction('Fix everything Groundplan can fix', this.#fixAll, document)];
    }
    const isHere = (finding: Finding): boolean => toEditorRange(document, finding.range).intersection(range) !== undefined;
    const found = findings.filter(isHere);
    const here = fixable.filter(isHere);
    return [
      ...found.flatMap((finding) => this.#quickFix(document, finding, context)),
      ...this.#fixAllOfRule(document, here, fixable),
      ...this.#fixAllTogether(document, here, fixable),
      ...explanations(found),
      ...omissions(document, found),
    ];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    const far = this.#farFixes.get(action);
    if (far) action.edit = await farEdit(far.document, far.fix);
    const request = this.#requests.get(action);
    const edit = request && fixAllEdit(this.#session, request.document, request.rule);
    if (edit) action.edit = edit;
    return action;
  }

  #fixAllAction(title: string, kind: vscode.CodeActionKind, document: vscode.TextDocument, rule?: string): vscode.CodeAction {
    const action = new vscode.CodeAction(title, kind);
    this.#requests.set(action, { document, rule });
    return action;
  }

  #quickFix(document: vscode.TextDocument, { fix, message }: Finding, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    if (fix === undefined) return [];
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.source === 'groundplan' && diagnostic.message === message);
    action.isPreferred = true;
    if (fix.select) {
      action.command = { title: fix.title, command: 'vscode.open', arguments: [document.uri, { selection: toEditorRange(document, fix.select) }] };
      return [action];
    }
    if (!isWithin(fix)) {
      // Other documents are opened for it only when it is chosen.
      this.#farFixes.set(action, { document, fix });
      return [action];
    }
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

  /** Where one rule has all the findings, fixing its findings is fixing all. */
  #fixAllTogether(document: vscode.TextDocument, here: readonly Finding[], fixable: readonly Finding[]): vscode.CodeAction[] {
    if (here.length === 0 || new Set(fixable.map(({ rule }) => rule)).size < 2) return [];
    return [this.#fixAllAction(`Fix all ${fixable.length} findings in this document`, vscode.CodeActionKind.QuickFix, document)];
  }

  #fixAllOfRule(document: vscode.TextDocument, here: readonly Finding[], fixable: readonly Finding[]): vscode.CodeAction[] {
    const rules = Array.from(new Set(here.map(({ rule }) => rule)));
    return rules.flatMap((rule) => {
      const count = fixable.filter((finding) => finding.rule === rule).length;
      return count < 2 ? [] : [this.#fixAllAction(`Fix all ${count} findings of ${rule}`, vscode.CodeActionKind.QuickFix, document, rule)];
    });
  }
}
