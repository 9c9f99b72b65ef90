import type { Range } from '../text/range.ts';
import { lineAfterDefinitions, TextLines } from './definitions.ts';
import type { LineCursor } from './line-cursor.ts';
import { delimiterCells, headCells } from './line-kinds.ts';

/** Lines of text: a paragraph with the definitions before it, until its end shows whether it is rather a heading or the head of a table. */
export class TextRun {
  readonly #text: string;
  #start = 0;
  #firstLineEnd = 0;
  #lastLineStart = 0;
  #lastLineEnd = 0;
  #canLastLineBeTableHead = false;
  /** Kept only where the text may begin with a definition. */
  #lines: TextLines | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** From its first character that is neither space nor tab to its line ending. */
  get lastLine(): Range {
    return { start: this.#lastLineStart, end: this.#lastLineEnd };
  }

  get hasOneLine(): boolean {
    return this.#start === this.#lastLineStart;
  }

  begin(line: LineCursor, canBeTableHead: boolean): void {
    this.#start = line.next;
    this.#firstLineEnd = line.end;
    this.#lines = this.#text.charCodeAt(line.next) === 91 ? new TextLines() : undefined;
    this.add(line, canBeTableHead);
  }

  add(line: LineCursor, canBeTableHead: boolean): void {
    this.#lastLineStart = line.next;
    this.#lastLineEnd = line.end;
    this.#canLastLineBeTableHead = canBeTableHead;
    this.#lines?.add(line.next, line.end, line.nextColumn, line.indent);
  }

  /** Takes the last line away from the definitions and the paragraph. */
  removeLastLine(): void {
    this.#lines?.removeLast();
  }

  /** Whether the line makes a table of the last line and itself. */
  isHeadAboveDelimiters(line: LineCursor): boolean {
    const code = this.#text.charCodeAt(line.next);
    if (!this.#canLastLineBeTableHead || (code !== 124 && code !== 45 && code !== 58)) return false;
    const cells = delimiterCells(this.#text, line.next, line.end);
    return cells > 0 && cells === headCells(this.#text, this.#lastLineStart, this.#lastLineEnd);
  }

  /** The first line after the definitions; undefined where nothing follows them. */
  firstLineOfParagraph(): Range | undefined {
    const lines = this.#lines;
    if (lines === undefined) return { start: this.#start, end: this.#firstLineEnd };
    const first = lineAfterDefinitions(this.#text, lines);
    return first === lines.count ? undefined : { start: lines.startOf(first), end: lines.endOf(first) };
  }
}
