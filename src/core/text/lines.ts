/** Turns offsets into lines and columns (both from 0) and back; `\n`, `\r\n` and a lone `\r` all end a line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export class Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.#length));
    const line = this.lineAt(inside);
    return { line, column: inside - this.startOf(line) };
  }

  startOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }
}
