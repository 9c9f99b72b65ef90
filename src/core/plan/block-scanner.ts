import type { Range } from '../text/range.ts';
import { Containers } from './containers.ts';
import { htmlBlockEnd, htmlBlockStart, htmlKind, htmlSearchStart, type HtmlKind } from './html-blocks.ts';
import { labelIn } from './labels.ts';
import { LineCursor, tabStop } from './line-cursor.ts';
import { atxLevel, atxTitleEnd, closesFence, fenceLength, isSetextUnderline, isSpace, skipSpaces, thematicBreakFault, trimmedEnd } from './line-kinds.ts';
import type { Fence, Heading, Label, TableLines } from './outline.ts';
import { TextRun } from './text-run.ts';

/** Rows are added line by line. */
interface OpenTable extends TableLines {
  readonly rows: Range[];
}

/** What the line before left open. A table counts as open after each of its rows; `none` stands after everything that ends with its line. */
type OpenBlock = 'none' | 'text' | 'table' | 'indented code' | 'fence' | 'html';

/**
 * Reads lines in order and reports what stands at the root. Follows the steps of remark's parser (micromark) rather than the words
 * of CommonMark where the two differ, because the sections found here are parsed by remark later.
 */
export class BlockScanner {
  readonly headings: Heading[] = [];
  readonly labels: Label[] = [];
  readonly fences: Fence[] = [];
  readonly listedFences: Fence[] = [];
  readonly comments: Range[] = [];
  readonly tables: OpenTable[] = [];
  /** Where a block of the root begins that nothing closes: whatever is written below becomes part of it. */
  openFrom: number | undefined;

  readonly #text: string;
  readonly #line: LineCursor;
  readonly #containers = new Containers();
  readonly #run: TextRun;
  #open: OpenBlock = 'none';
  #isOpenAtRoot = true;

  /** Where the fence is reported; one in a quote or a footnote is not. */
  #fencesAround: Fence[] | undefined;
  #fenceStart = 0;
  #fenceContentStart = 0;
  #fenceLength = 0;
  #fenceMark = 0;
  #fenceLanguage = '';

  #htmlKind: HtmlKind = htmlKind.none;
  #commentStart = 0;

  constructor(text: string) {
    this.#text = text;
    this.#line = new LineCursor(text);
    this.#run = new TextRun(text);
  }

  /** `next` is where the next line begins. */
  readLine(start: number, end: number, next: number): void {
    const line = this.#line;
    const containers = this.#containers;
    line.startLine(start, end);
    const isNextItem = containers.match(line);
    if (isNextItem) this.#closeBlock(start);
    const isContinued = containers.areAllMatched;
    let isOpened = isNextItem;
    if (!isContinued || (this.#open !== 'fence' && this.#open !== 'html')) {
      const interruptsText = isContinued && (this.#open === 'text' || this.#open === 'indented code');
      while (containers.open(line, interruptsText)) {
        if (!isOpened) this.#closeBlock(start);
        isOpened = true;
      }
    }
    const isLazy = !isContinued && !isOpened;
    if (this.#continueBlock(isLazy)) return;
    if (isLazy) containers.closeUnmatched();
    this.#beginBlock(isLazy, next);
  }

  finish(): void {
    if (this.#isOpenAtRoot) {
      if (this.#open === 'fence') this.openFrom = this.#fenceStart;
      else if (this.#open === 'html' && !endsAtBlankLine(this.#htmlKind)) this.openFrom = this.#commentStart;
    }
    this.#closeBlock();
  }

  /** False where the line is not, or not only, a part of the open block, which then is closed. */
  #continueBlock(isLazy: boolean): boolean {
    switch (this.#open) {
      case 'text':
        return this.#continueText(isLazy);
      case 'fence':
        return this.#continueFence(isLazy);
      case 'html':
        return this.#continueHtml(isLazy);
      case 'indented code':
        if (!isLazy && (this.#line.isBlank || this.#line.indent >= tabStop)) return true;
        this.#open = 'none';
        return false;
      default:
        return false;
    }
  }

  #beginBlock(isLazy: boolean, next: number): void {
    const line = this.#line;
    const isAfterTable = this.#open === 'table';
    this.#open = 'none';
    if (line.isBlank) return;
    this.#isOpenAtRoot = this.#containers.isAtRoot;
    if (line.indent >= tabStop) {
      // After a lazy line micromark ends the code at once, so that more can begin after it.
      if (!isLazy) this.#open = 'indented code';
      return;
    }
    const code = this.#text.charCodeAt(line.next);
    if (mayBeginBlock(code)) {
      if (code === 35 && this.#readAtxHeading()) return;
      if (code === 60 && this.#beginHtml(htmlBlockStart(this.#text, line.next, line.end, true))) return;
      if ((code === 96 || code === 126) && this.#beginFence(next)) return;
      if ((code === 42 || code === 45 || code === 95) && this.#isThematicBreak()) return;
    }
    this.#open = isAfterTable && !isLazy ? 'table' : 'text';
    if (this.#open === 'text') this.#run.begin(line, !isAfterTable);
    else this.tables.at(-1)?.rows.push({ start: line.next, end: line.end });
  }

  // Text

  #continueText(isLazy: boolean): boolean {
    const line = this.#line;
    if (line.isBlank) {
      this.#closeBlock();
      return false;
    }
    const isIndented = line.indent >= tabStop;
    const code = this.#text.charCodeAt(line.next);
    if (!isIndented && mayBeginBlock(code)) {
      if (!isLazy && this.#run.isHeadAboveDelimiters(line)) {
        this.#beginTable();
        return true;
      }
      if (!isLazy && (code === 45 || code === 61) && isSetextUnderline(this.#text, line.next, line.end)) return this.#endSetextHeading(code === 61 ? 1 : 2);
      const html = code === 60 ? htmlBlockStart(this.#text, line.next, line.end, isLazy) : htmlKind.none;
      if (html === htmlKind.otherTag) {
        // micromark lets such a tag interrupt lazily, and leaves it in the container that the line does not continue.
        this.#closeBlock();
        return this.#beginHtml(html);
      }
      if (html !== htmlKind.none || this.#endsText(code)) {
        this.#closeBlock();
        return false;
      }
    }
    this.#run.add(line, !isIndented);
    return true;
  }

  #endsText(code: number): boolean {
    const { next, end } = this.#line;
    switch (code) {
      case 35:
        return atxLevel(this.#text, next, end) > 0;
      case 96:
      case 126:
        return fenceLength(this.#text, next, end) > 0;
      case 42:
      case 45:
      case 95:
        return this.#isThematicBreak();
      default:
        return false;
    }
  }

  #isThematicBreak(): boolean {
    return thematicBreakFault(this.#text, this.#line.next, this.#line.end) === -1;
  }

  /** The last line of the text is the head of the table; those before it remain a paragraph. */
  #beginTable(): void {
    const head = this.#run.lastLine;
    let isHtml = false;
    if (!this.#run.hasOneLine) {
      this.#run.removeLastLine();
      this.#closeBlock();
      // Cut off from the paragraph, a tag that could not interrupt it becomes HTML in micromark, and the delimiter row its second line.
      isHtml = this.#text.charCodeAt(head.start) === 60 && htmlBlockStart(this.#text, head.start, head.end, true) === htmlKind.otherTag;
    }
    this.#open = isHtml ? 'html' : 'table';
    this.#htmlKind = htmlKind.otherTag;
    const { next: start, end } = this.#line;
    if (!isHtml) this.tables.push({ isAtRoot: this.#isOpenAtRoot, head, delimiters: { start, end }, rows: [] });
  }

  /** False where only definitions stand above the line: it underlines nothing, then. */
  #endSetextHeading(level: number): boolean {
    this.#open = 'none';
    const first = this.#run.firstLineOfParagraph();
    if (first !== undefined && this.#isOpenAtRoot) this.#addHeading(level, first.start, first.start, trimmedEnd(this.#text, first.start, this.#run.lastLine.end));
    return first !== undefined;
  }

  /** Of a fence the line at `end` is no part any more. */
  #closeBlock(end = this.#text.length): void {
    if (this.#open === 'fence') this.#addFence(end, end, false);
    else if (this.#isOpenAtRoot) {
      if (this.#open === 'text') this.#addLabel();
      else if (this.#open === 'html' && this.#htmlKind === htmlKind.comment) this.comments.push({ start: this.#commentStart, end: this.#text.length });
    }
    this.#open = 'none';
  }

  #addLabel(): void {
    const first = this.#run.firstLineOfParagraph();
    const label = first === undefined ? undefined : labelIn(this.#text, first.start, first.end);
    if (label !== undefined) this.labels.push(label);
  }

  // Headings

  #readAtxHeading(): boolean {
    const { next, end } = this.#line;
    const level = atxLevel(this.#text, next, end);
    if (level > 0 && this.#isOpenAtRoot) {
      const titleStart = skipSpaces(this.#text, next + level, end);
      this.#addHeading(level, next, titleStart, atxTitleEnd(this.#text, titleStart, end));
    }
    return level > 0;
  }

  #addHeading(level: number, start: number, titleStart: number, titleEnd: number): void {
    this.headings.push({
      level,
      title: this.#text.slice(titleStart, titleEnd),
      titleRange: { start: titleStart, end: titleEnd },
      range: { start, end: this.#line.end },
    });
  }

  // Fenced code

  #beginFence(next: number): boolean {
    const line = this.#line;
    const length = fenceLength(this.#text, line.next, line.end);
    if (length === 0) return false;
    this.#open = 'fence';
    this.#fenceStart = line.next;
    this.#fenceContentStart = next;
    this.#fenceLength = length;
    this.#fenceMark = this.#text.charCodeAt(line.next);
    this.#fencesAround = this.#isOpenAtRoot ? this.fences : this.#containers.isInItems ? this.listedFences : undefined;
    this.#fenceLanguage = this.#fencesAround === undefined ? '' : this.#wordAt(line.next + length).toLowerCase();
    return true;
  }

  #wordAt(at: number): string {
    const start = skipSpaces(this.#text, at, this.#line.end);
    let end = start;
    while (end < this.#line.end && !isSpace(this.#text.charCodeAt(end))) end++;
    return this.#text.slice(start, end);
  }

  #continueFence(isLazy: boolean): boolean {
    const { next, end, indent } = this.#line;
    if (isLazy) {
      this.#closeBlock(this.#line.start);
      return false;
    }
    if (indent < tabStop && closesFence(this.#text, next, end, this.#fenceMark, this.#fenceLength)) {
      this.#addFence(this.#line.start, end, true);
      this.#open = 'none';
    }
    return true;
  }

  #addFence(contentEnd: number, end: number, closed: boolean): void {
    this.#fencesAround?.push({
      language: this.#fenceLanguage,
      range: { start: this.#fenceStart, end: Math.max(this.#fenceStart, end) },
      content: { start: this.#fenceContentStart, end: contentEnd },
      closed,
    });
  }

  // HTML

  #beginHtml(kind: HtmlKind): boolean {
    if (kind === htmlKind.none) return false;
    this.#open = 'html';
    this.#htmlKind = kind;
    this.#commentStart = this.#line.next;
    this.#endHtml(htmlSearchStart(kind, this.#line.next));
    return true;
  }

  #continueHtml(isLazy: boolean): boolean {
    if (isLazy || (endsAtBlankLine(this.#htmlKind) && this.#line.isBlank)) {
      this.#open = 'none';
      return false;
    }
    this.#endHtml(this.#line.next);
    return true;
  }

  /** Closes the block in this line if its end mark stands in it, from an offset on. */
  #endHtml(from: number): void {
    const end = htmlBlockEnd(this.#text, this.#htmlKind, from, this.#line.end);
    if (end === -1) return;
    if (this.#htmlKind === htmlKind.comment && this.#isOpenAtRoot) this.comments.push({ start: this.#commentStart, end });
    this.#open = 'none';
  }
}

function endsAtBlankLine(kind: HtmlKind): boolean {
  return kind === htmlKind.blockTag || kind === htmlKind.otherTag;
}

/** Everything else at the start of a line is text, whatever follows: most lines are known by their first character. */
function mayBeginBlock(code: number): boolean {
  return code < blockCodes.length && blockCodes[code] === 1;
}

const blockCodes = new Uint8Array(128);
for (const character of '#*_-=<`~|:') blockCodes[character.charCodeAt(0)] = 1;
