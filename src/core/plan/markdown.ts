import type { Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range } from '../text/range.ts';
import { defuse } from './defuse.ts';
import { readPlainMarkdown } from './plain/plain-markdown.ts';
import type { Plan } from './plan.ts';

/** Reads a piece of Markdown into a tree whose offsets count from the start of that piece; its lines, columns and spreads mean nothing. */
export type ReadMarkdown = (markdown: string) => Root;

/** A piece above this size is read only up to it: the worst of texts then takes the parser less than a second. */
const LONGEST_PIECE = 50_000;
/** So many characters of pieces are remembered; their trees are some fifty times as large. */
const MOST_REMEMBERED = 300_000;

export function createMarkdownReader(): ReadMarkdown {
  // What remark-gfm sets up for reading, without the writer that comes with it.
  const processor = unified().use(remarkParse).data({ micromarkExtensions: [gfm()], fromMarkdownExtensions: [gfmFromMarkdown()] }).freeze();
  return (markdown) => readPlainMarkdown(markdown) ?? processor.parse(defuse(markdown));
}

/** A reader that remembers the pieces it read last, by their text: a keystroke then costs the section it changed. */
export function remembering(read: ReadMarkdown): ReadMarkdown {
  const known = new Map<string, Root>();
  let remembered = 0;
  return (markdown) => {
    const root = known.get(markdown);
    if (root !== undefined) {
      // Taken out and put in again: the map then lists first what was not asked for longest.
      known.delete(markdown);
      known.set(markdown, root);
      return root;
    }
    const fresh = read(markdown);
    known.set(markdown, fresh);
    remembered += markdown.length;
    for (const oldest of known.keys()) {
      if (remembered <= MOST_REMEMBERED) break;
      known.delete(oldest);
      remembered -= oldest.length;
    }
    return fresh;
  };
}

/** A span cut at the headings in it: a change then costs the piece it is in. */
export function piecesOf(plan: Plan, span: Range): readonly Range[] {
  const head = plan.outline.frontMatter?.range.end ?? 0;
  const cuts = plan.sections.map(({ range }) => range.start).filter((start) => start > span.start && start < span.end);
  // The parser drops a byte-order mark, and would then count from the character after it.
  const first = Math.max(head, span.start === 0 && plan.text.startsWith('\uFEFF') ? 1 : span.start);
  return [first, ...cuts].map((start, index) => readableSpan(plan.text, { start, end: cuts[index] ?? span.end }));
}

/** The part of a span that is short enough to be read at once, cut at a line. */
function readableSpan(text: string, range: Range): Range {
  if (range.end - range.start <= LONGEST_PIECE) return range;
  const cut = text.lastIndexOf('\n', range.start + LONGEST_PIECE);
  return { start: range.start, end: cut > range.start ? cut + 1 : range.start + LONGEST_PIECE };
}
