import * as vscode from 'vscode';
import { documentMentions } from '../../core/language/document-mentions.ts';
import { MARKDOWN } from '../documents.ts';
import { rangeIn, type Library } from '../library.ts';

/** `ADR-0007` and the names of plan files lead to them, where they are there. */
export function offerReferenceLinks(library: Library): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(MARKDOWN, {
    async provideDocumentLinks(document, token) {
      const opened = await library.open(document);
      const page = token.isCancellationRequested ? undefined : opened?.shelf.page(opened.path);
      if (opened === undefined || page === undefined) return [];
      const { shelf, folder } = opened;
      return documentMentions(shelf, page)
        .filter(({ range }) => !isLabel(page.text, range.end))
        .map(({ range, to }) => {
          const link = new vscode.DocumentLink(rangeIn(shelf, page.path, range), folder.files.uriOf(to));
          link.tooltip = shelf.index.entry(to)?.title ?? to;
          return link;
        });
    },
  });
}

/** The words of a link lead where it leads. */
function isLabel(text: string, end: number): boolean {
  return /^[^[\]\r\n]{0,200}\]\(/.test(text.slice(end, end + 210));
}
