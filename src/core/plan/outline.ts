import type { Range } from '../text/range.ts';
import { BlockScanner } from './block-scanner.ts';
import { LineEnds } from './line-ends.ts';
import { endOfRun, skipSpaces } from './line-kinds.ts';

/** The block structure of a document at its root, found in one pass over the lines without a Markdown parser. */
export interface Outline {
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly headings: readonly Heading[];
  readonly labels: readonly Label[];
  readonly fences: readonly Fence[];
  /** Those in items of lists; the lines between their markers have the indentation of the item. */
  readonly listedFences: readonly Fence[];
  readonly comments: readonly Range[];
  /** Not only those at the root: `tables.ts` reads them. */
  readonly tables: readonly TableLines[];
  /** Where a fence, a comment or the like begins that is never closed: what is written below it is swallowed. */
  readonly openFrom: number | undefined;
}

export interface FrontMatterBlock {
  /** From the opening `---` to the end of the closing line, without its line ending. */
  readonly range: Range;
  /** The YAML between the fences. */
  readonly content: Range;
}

export interface Heading {
  readonly level: number;
  /** The raw inline Markdown of the title, trimmed, without hashes or underline. */
  readonly title: string;
  readonly titleRange: Range;
  /** The whole heading, with hashes or underline, without indentation and final line ending. */
  readonly range: Range;
}

/** A bold label at the start of a root paragraph that is alone on its line (`**Risks**`, `**Risks:**`): some authors write them in place of headings. */
export interface Label {
  readonly title: string;
  readonly range: Range;
}

export interface Fence {
  /** First word of the info string, lower case; empty where there is none. */
  readonly language: string;
  /** From the opening marker to the end of the closing line (or of the document where it is never closed). */
  readonly range: Range;
  /** The lines between the markers, with the last line ending. */
  readonly content: Range;
  readonly closed: boolean;
}

/** A pipe table by its lines, each from its first character that is neither space nor tab to its line ending. */
export interface TableLines {
  /** False in a list item, a quote or a footnote. */
  readonly isAtRoot: boolean;
  readonly head: Range;
  readonly delimiters: Range;
  readonly rows: readonly Range[];
}

/**
 * Agrees with remark (unified, remark-parse, remark-gfm, front matter cut off) on the headings, fences and comments at the root of every text, and on its tables.
 * Linear in time, whatever the text; never throws.
 */
export function readOutline(text: string): Outline {
  const afterMark = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
  const frontMatter = readFrontMatter(text, afterMark);
  const lineEnds = new LineEnds(text);
  const scanner = new BlockScanner(text);
  let start = frontMatter === undefined ? afterMark : lineEnds.after(frontMatter.range.end);
  while (start < text.length) {
    const end = lineEnds.from(start);
    const next = lineEnds.after(end);
    scanner.readLine(start, end, next);
    start = next;
  }
  scanner.finish();
  const { headings, labels, fences, listedFences, comments, tables, openFrom } = scanner;
  return { frontMatter, headings, labels, fences, listedFences, comments, tables, openFrom };
}

function readFrontMatter(text: string, start: number): FrontMatterBlock | undefined {
  if (text.charCodeAt(start) !== 45) return undefined;
  const lineEnds = new LineEnds(text);
  const opening = lineEnds.from(start);
  if (!isFrontMatterFence(text, start, opening)) return undefined;
  const contentStart = lineEnds.after(opening);
  for (let line = contentStart; line < text.length; ) {
    const end = lineEnds.from(line);
    if (isFrontMatterFence(text, line, end)) return { range: { start, end }, content: { start: contentStart, end: line } };
    line = lineEnds.after(end);
  }
  return undefined;
}

/** Three hyphens at the very start of a line, and nothing after them but white space. */
function isFrontMatterFence(text: string, start: number, end: number): boolean {
  return endOfRun(text, start, end, 45) === start + 3 && skipSpaces(text, start + 3, end) === end;
}

const byteOrderMark = 0xfeff;
