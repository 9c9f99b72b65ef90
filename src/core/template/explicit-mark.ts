import { readOutline } from '../plan/outline.ts';
import type { TextEdit } from '../text/edits.ts';
import { sliceOf } from '../text/range.ts';
import { ownPart } from './header.ts';

/** The edit that says in the front matter of a document which kind it is. */
export function markKind(text: string, id: string): TextEdit {
  const block = readOutline(text).frontMatter;
  const own = block && ownPart(text, block.content);
  if (own !== undefined) return { range: own, text: markLine(id, /(?:\r\n|\n|\r)$/.exec(sliceOf(text, own))?.[0]) };
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  // At the end, where nothing that stands below can be taken for a part of it.
  if (block !== undefined) return { range: { start: block.content.end, end: block.content.end }, text: markLine(id, ending) };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { range: { start, end: start }, text: `---${ending}${markLine(id, ending)}---${ending}${ending}` };
}

function markLine(id: string, ending = '\n'): string {
  return `groundplan: ${id}${ending}`;
}
