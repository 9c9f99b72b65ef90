import * as vscode from 'vscode';
import type { Plan } from '../../core/plan/plan.ts';
import type { PlanSession } from '../plan-session.ts';

type Extent = '' | '-section' | '-file';

interface ExtentPick extends vscode.QuickPickItem {
  readonly extent: Extent;
}

const EXTENTS: readonly ExtentPick[] = [
  { extent: '', label: 'Here', detail: 'A comment above this line.' },
  { extent: '-section', label: 'In this section', detail: 'A comment below the heading, for all of the section.' },
  { extent: '-file', label: 'In this document', detail: 'A comment below the title, for all of the document.' },
];

/** Leaves a finding out by a comment that says why. */
export async function ignoreFinding(session: PlanSession, uri: unknown, rule: unknown, line: unknown): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof rule !== 'string' || typeof line !== 'number') {
    void vscode.window.showInformationMessage('A finding is left out by its quick fix: put the cursor on one first.');
    return;
  }
  const chosen = await vscode.window.showQuickPick(EXTENTS, { title: `Leave ${rule} out`, placeHolder: 'Where?', ignoreFocusOut: true });
  if (chosen === undefined) return;
  const reason = await vscode.window.showInputBox({
    title: `Leave ${rule} out`,
    prompt: 'Why? The next reader sees it in the comment.',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? 'Write the reason, or press Escape to cancel.' : /--|[<>]/.test(text) ? 'A comment cannot hold "--", "<" or ">": say it otherwise.' : undefined),
  });
  if (reason === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  const ending = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const comment = `<!-- groundplan-ignore${chosen.extent} ${rule}: ${reason.trim()} -->`;
  const at = placeFor(chosen.extent, document, line, session);
  if (at === 'end of line') edit.insert(uri, endOfRow(document, line), ` ${comment}`);
  else edit.insert(uri, new vscode.Position(at, 0), `${comment}${ending}`);
  if (!(await vscode.workspace.applyEdit(edit))) void vscode.window.showErrorMessage('The comment could not be written: check that the document is not read-only.');
}

function placeFor(extent: Extent, document: vscode.TextDocument, line: number, session: PlanSession): number | 'end of line' {
  const { plan } = session.read(document);
  if (extent === '') return standsAlone(plan, document, line);
  const offset = document.offsetAt(document.lineAt(line).range.end);
  const section = extent === '-file' ? plan.title : plan.sections.findLast(({ range }) => range.start <= offset);
  if (section !== undefined) return document.positionAt(section.heading.range.end).line + 1;
  const front = plan.outline.frontMatter;
  return front ? document.positionAt(front.range.end).line + 1 : 0;
}

/** Above a heading or a fence; in running text, lists and tables a line of its own would cut them in two. */
function standsAlone({ outline }: Plan, document: vscode.TextDocument, line: number): number | 'end of line' {
  const offset = document.offsetAt(new vscode.Position(line, 0));
  const fence = outline.fences.find(({ range }) => range.start <= offset && offset < range.end);
  if (fence) return document.positionAt(fence.range.start).line;
  const isHeading = outline.headings.some(({ range }) => document.positionAt(range.start).line === line);
  return isHeading || document.lineAt(line).isEmptyOrWhitespace ? line : 'end of line';
}

/** Inside the last cell, before the pipe that closes the row. */
function endOfRow(document: vscode.TextDocument, line: number): vscode.Position {
  const { text } = document.lineAt(line);
  return new vscode.Position(line, text.replace(/\s*\|?\s*$/, '').length);
}
