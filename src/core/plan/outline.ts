import type { Range } from '../text/range.ts';

/** The block structure of a document at its root, found in one pass over the lines without a Markdown parser. */
export interface Outline {
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly headings: readonly Heading[];
  readonly labels: readonly Label[];
  readonly fences: readonly Fence[];
  readonly comments: readonly Range[];
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
