/** Finds the ends of lines from the start of a text to its end: `\n`, `\r\n` and a lone `\r`. */
export class LineEnds {
  readonly #text: string;
  /** The next of each character: searched for again only when it is passed, so that a text without one of them is searched once. */
  #lineFeed = -1;
  #carriageReturn = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of the first line ending (or the end of the text) at or after an offset. Offsets must be asked for in order. */
  from(start: number): number {
    if (this.#lineFeed < start) this.#lineFeed = this.#find('\n', start);
    if (this.#carriageReturn < start) this.#carriageReturn = this.#find('\r', start);
    return Math.min(this.#lineFeed, this.#carriageReturn);
  }

  /** Where the line begins that follows a line ending. */
  after(end: number): number {
    const isPair = this.#text.charCodeAt(end) === 13 && this.#text.charCodeAt(end + 1) === 10;
    return Math.min(end + (isPair ? 2 : 1), this.#text.length);
  }

  #find(character: string, start: number): number {
    const found = this.#text.indexOf(character, start);
    return found === -1 ? this.#text.length : found;
  }
}
