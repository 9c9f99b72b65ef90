/** A half-open span of UTF-16 offsets into one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function sliceOf(text: string, range: Range): string {
  return text.slice(range.start, range.end);
}
