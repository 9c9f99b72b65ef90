import * as vscode from 'vscode';
import { cardAt, type Card } from '../../core/language/cards.ts';
import { MARKDOWN } from '../documents.ts';
import { rangeIn, type Library } from '../library.ts';

/** What a record, plan, risk or phase is that is named somewhere else, while the pointer rests on its name. */
export function offerReferenceHover(library: Library): vscode.Disposable {
  return vscode.languages.registerHoverProvider(MARKDOWN, {
    async provideHover(document, position) {
      const opened = await library.open(document);
      const card = opened && cardAt(opened.shelf, opened.path, document.offsetAt(position));
      if (opened === undefined || card === undefined) return undefined;
      const line = rangeIn(opened.shelf, card.path, { start: card.at, end: card.at }).start.line + 1;
      const target = opened.folder.files.uriOf(card.path).with({ fragment: `L${line}` });
      return new vscode.Hover(inMarkdown(card, target), rangeIn(opened.shelf, opened.path, card.range));
    },
  });
}

/** Words of documents are shown as words: nothing in them is a link, an image or code. */
function inMarkdown({ title, kind, facts, gist, path }: Card, target: vscode.Uri): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = false;
  text.supportHtml = false;
  text.appendMarkdown(`**${plain(title === '' ? path : title)}** (${plain(kind)})`);
  if (facts.length > 0) text.appendMarkdown(`\n\n${facts.map(([name, value]) => `- ${plain(name)}: ${plain(value)}`).join('\n')}`);
  if (gist !== '') text.appendMarkdown(`\n\n${plain(gist)}`);
  return text.appendMarkdown(`\n\n[Open ${plain(path)}](${target.toString()})`);
}

/** Whatever could mean something in Markdown, and what editors make links of by themselves. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+.!<>|~:@$&-]/g, (sign) => (/[:@.&<>$]/.test(sign) ? `&#${sign.charCodeAt(0)};` : `\\${sign}`));
}
