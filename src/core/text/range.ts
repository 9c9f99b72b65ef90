/** A half-open span of UTF-16 offsets into one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function sliceOf(text: string, range: Range): string {
  return text.slice(range.start, range.end);
}

/** The end of the last line before a boundary that is not blank; spaces at its end belong to it, as they may be a line break. */
export function endOfContent(text: string, boundary: number): number {
  const end = text.slice(0, boundary).trimEnd().length;
  const spaces = /^[ \t]*/.exec(text.slice(end, Math.min(boundary, end + 100)))?.[0].length ?? 0;
  return end === 0 ? 0 : end + spaces;
}
