import type { Root } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range } from '../text/range.ts';
import { defuse } from './defuse.ts';

/** Reads a piece of Markdown into a tree whose offsets count from the start of that piece. */
export type ReadMarkdown = (markdown: string) => Root;

/** A single section above this size is read only up to it: a parser that takes seconds would hold up the editor. */
const LONGEST_PIECE = 100_000;

export function createMarkdownReader(): ReadMarkdown {
  // What remark-gfm sets up for reading, without the writer that comes with it.
  const processor = unified().use(remarkParse).data({ micromarkExtensions: [gfm()], fromMarkdownExtensions: [gfmFromMarkdown()] }).freeze();
  return (markdown) => processor.parse(defuse(markdown));
}

/** A reader that remembers the pieces it read last, by their text: a keystroke then costs the section it changed. */
export function remembering(read: ReadMarkdown, capacity = 256): ReadMarkdown {
  const known = new Map<string, Root>();
  return (markdown) => {
    const root = known.get(markdown) ?? read(markdown);
    known.delete(markdown);
    known.set(markdown, root);
    if (known.size > capacity) {
      const oldest = known.keys().next();
      if (oldest.done !== true) known.delete(oldest.value);
    }
    return root;
  };
}

/** The part of a span that is short enough to be read at once, cut at a line. */
export function readableSpan(text: string, range: Range): Range {
  if (range.end - range.start <= LONGEST_PIECE) return range;
  const cut = text.lastIndexOf('\n', range.start + LONGEST_PIECE);
  return { start: range.start, end: cut > range.start ? cut + 1 : range.start + LONGEST_PIECE };
}
