import { isSpace } from './line-kinds.ts';

/** Tabs reach to the next multiple of this many columns; as much indentation makes code of a line. */
export const tabStop = 4;

/**
 * One line, read from left to right while containers take their markers and indentation from it.
 * A place is a column and not an offset, because a container may take only a part of a tab.
 */
export class LineCursor {
  readonly text: string;
  start = 0;
  /** Offset of the line ending. */
  end = 0;
  /** Column of the place up to which the line is read. */
  column = 0;
  /** The first character after that place that is neither space nor tab: its offset and column. */
  next = 0;
  nextColumn = 0;

  constructor(text: string) {
    this.text = text;
  }

  get indent(): number {
    return this.nextColumn - this.column;
  }

  get isBlank(): boolean {
    return this.next === this.end;
  }

  startLine(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.moveTo(start, 0);
  }

  moveTo(offset: number, column: number): void {
    this.column = column;
    let next = offset;
    let nextColumn = column;
    for (; next < this.end; next++) {
      const code = this.text.charCodeAt(next);
      if (!isSpace(code)) break;
      nextColumn = columnAfter(code, nextColumn);
    }
    this.next = next;
    this.nextColumn = nextColumn;
  }

  /** Reads this much of the indentation. */
  skip(columns: number): void {
    this.column += columns;
  }
}

export function columnAfter(code: number, column: number): number {
  return code === 9 ? column - (column % tabStop) + tabStop : column + 1;
}
