import { columnAfter } from './line-cursor.ts';
import { isEscapableInLabel, isSpace } from './line-kinds.ts';

/** The lines of a run of text without what containers take from them: one that may begin with link reference definitions. */
export class TextLines {
  /** Where the text of each line begins and ends, its column, and the columns of white space before it. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #columns: number[] = [];
  readonly #indents: number[] = [];

  get count(): number {
    return this.#starts.length;
  }

  add(start: number, end: number, column: number, indent: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#columns.push(column);
    this.#indents.push(indent);
  }

  removeLast(): void {
    this.#starts.pop();
    this.#ends.pop();
    this.#columns.pop();
    this.#indents.pop();
  }

  startOf(line: number): number {
    return this.#starts[line] ?? 0;
  }

  endOf(line: number): number {
    return this.#ends[line] ?? 0;
  }

  columnOf(line: number): number {
    return this.#columns[line] ?? 0;
  }

  indentOf(line: number): number {
    return this.#indents[line] ?? 0;
  }
}

/** The line with which the paragraph begins, after the link reference definitions; the number of lines where nothing remains. */
export function lineAfterDefinitions(text: string, lines: TextLines): number {
  let line = 0;
  while (line < lines.count && text.charCodeAt(lines.startOf(line)) === 91) {
    const reader = new DefinitionReader(text, lines, line);
    if (!reader.readDefinition()) break;
    line = reader.line + 1;
  }
  return line;
}

const lineEnding = 10;
const endOfText = -1;
const longestLabel = 999;

class DefinitionReader {
  readonly #text: string;
  readonly #lines: TextLines;
  line: number;
  #at: number;

  constructor(text: string, lines: TextLines, line: number) {
    this.#text = text;
    this.#lines = lines;
    this.line = line;
    this.#at = lines.startOf(line);
  }

  /** Ends in the last line of the definition. */
  readDefinition(): boolean {
    if (!this.#readLabel() || this.#code() !== 58) return false;
    this.#at++;
    this.#skipSpacesAndLineEndings();
    if (!(this.#code() === 60 ? this.#readEnclosedDestination() : this.#readDestination())) return false;

    const line = this.line;
    const at = this.#at;
    if (this.#readTitle()) return true;
    this.line = line;
    this.#at = at;
    this.#skipSpaces();
    return this.#isAtLineEnd();
  }

  #code(): number {
    if (this.#at < this.#lines.endOf(this.line)) return this.#text.charCodeAt(this.#at);
    return this.line + 1 < this.#lines.count ? lineEnding : endOfText;
  }

  #isAtLineEnd(): boolean {
    return this.#at === this.#lines.endOf(this.line);
  }

  #nextLine(): void {
    this.line++;
    this.#at = this.#lines.startOf(this.line);
  }

  #skipSpaces(): void {
    while (isSpace(this.#code())) this.#at++;
  }

  #skipSpacesAndLineEndings(): void {
    for (;;) {
      this.#skipSpaces();
      if (this.#code() !== lineEnding) return;
      this.#nextLine();
    }
  }

  /** A label is limited in its length, in which a tab counts as the columns it takes. */
  #readLabel(): boolean {
    let length = 0;
    let hasText = false;
    let column = this.#lines.columnOf(this.line) + 1;
    this.#at++;
    while (length <= longestLabel) {
      const code = this.#code();
      if (code === endOfText || code === 91) return false;
      if (code === 93) {
        this.#at++;
        return hasText;
      }
      if (code === lineEnding) {
        this.#nextLine();
        column = this.#lines.columnOf(this.line);
        length += this.#lines.indentOf(this.line);
        continue;
      }
      hasText ||= !isSpace(code);
      const after = columnAfter(code, column);
      length += after - column;
      column = after;
      this.#at++;
      if (code === 92 && isEscapableInLabel(this.#code())) {
        this.#at++;
        length++;
        column++;
      }
    }
    return false;
  }

  #readEnclosedDestination(): boolean {
    this.#at++;
    for (;;) {
      const code = this.#code();
      if (code === 60 || code === lineEnding || code === endOfText) return false;
      this.#at++;
      if (code === 62) return true;
      if (code === 92 && isEscapableWhenEnclosed(this.#code())) this.#at++;
    }
  }

  #readDestination(): boolean {
    const start = this.#at;
    let depth = 0;
    for (;;) {
      const code = this.#code();
      if (code === 40) depth++;
      else if (code === 41 && depth > 0) depth--;
      else if (code === 41 || code <= 32 || code === 127) {
        // Line endings, white space and control characters; a NUL is read as a replacement character.
        if (code !== 0) return this.#at > start && depth === 0 && (code === 41 || code === 32 || code === 9 || code === lineEnding || code === endOfText);
      }
      this.#at++;
      if (code === 92 && isEscapableUnenclosed(this.#code())) this.#at++;
    }
  }

  /** Reads a title after white space that nothing follows on its last line. */
  #readTitle(): boolean {
    const before = this.#code();
    if (!isSpace(before) && before !== lineEnding) return false;
    this.#skipSpacesAndLineEndings();
    const opening = this.#code();
    if (opening !== 34 && opening !== 39 && opening !== 40) return false;
    const closing = opening === 40 ? 41 : opening;
    this.#at++;
    for (;;) {
      const code = this.#code();
      if (code === endOfText) return false;
      if (code === lineEnding) {
        this.#nextLine();
        continue;
      }
      this.#at++;
      if (code === closing) break;
      if (code === 92 && (this.#code() === closing || this.#code() === 92)) this.#at++;
    }
    this.#skipSpaces();
    return this.#isAtLineEnd();
  }
}

function isEscapableWhenEnclosed(code: number): boolean {
  return code === 60 || code === 62 || code === 92;
}

function isEscapableUnenclosed(code: number): boolean {
  return code === 40 || code === 41 || code === 92;
}
