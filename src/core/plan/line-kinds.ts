/**
 * What a single line is, read from its first character that is neither space nor tab (`at`) to its line ending (`end`).
 * Each function reads the line at most once.
 */

export function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The first offset from which on there is another character than this one. */
export function endOfRun(text: string, at: number, end: number, code: number): number {
  let after = at;
  while (after < end && text.charCodeAt(after) === code) after++;
  return after;
}

export function skipSpaces(text: string, at: number, end: number): number {
  let after = at;
  while (after < end && isSpace(text.charCodeAt(after))) after++;
  return after;
}

/** The end without the spaces and tabs before it. Other white space counts as text in Markdown. */
export function trimmedEnd(text: string, at: number, end: number): number {
  let last = end;
  while (last > at && isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

/** 1 to 6, or 0 where the line is no heading. */
export function atxLevel(text: string, at: number, end: number): number {
  const after = endOfRun(text, at, end, 35);
  const level = after - at;
  return level <= 6 && (after === end || isSpace(text.charCodeAt(after))) ? level : 0;
}

/** Where the title of an ATX heading ends: closing hashes count only after a space, or where there is nothing else. */
export function atxTitleEnd(text: string, titleStart: number, end: number): number {
  const textEnd = trimmedEnd(text, titleStart, end);
  let hashes = textEnd;
  while (hashes > titleStart && text.charCodeAt(hashes - 1) === 35) hashes--;
  if (hashes === titleStart) return titleStart;
  return hashes < textEnd && isSpace(text.charCodeAt(hashes - 1)) ? trimmedEnd(text, titleStart, hashes) : textEnd;
}

export function isSetextUnderline(text: string, at: number, end: number): boolean {
  return skipSpaces(text, endOfRun(text, at, end, text.charCodeAt(at)), end) === end;
}

/** -1 where the line is a thematic break, and else the offset of what spoils it (`end` where only marks are missing). */
export function thematicBreakFault(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let marks = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (!isSpace(code)) return i;
  }
  return marks >= 3 ? -1 : end;
}

/** The number of marks that open a fenced code block, or 0. Backticks in the info string would make it inline code. */
export function fenceLength(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  const after = endOfRun(text, at, end, mark);
  if (after - at < 3) return 0;
  if (mark === 96) {
    for (let i = after; i < end; i++) if (text.charCodeAt(i) === 96) return 0;
  }
  return after - at;
}

export function closesFence(text: string, at: number, end: number, mark: number, length: number): boolean {
  const after = endOfRun(text, at, end, mark);
  return after - at >= length && skipSpaces(text, after, end) === end;
}

/**
 * Where the marker of a list item ends (`-`, `12.`), or -1. A paragraph can be interrupted only by an item that has text
 * and, in an ordered list, the number 1. Whether a bullet rather begins a thematic break is for the caller to ask.
 */
export function itemMarkerEnd(text: string, at: number, end: number, interrupting: boolean): number {
  const first = text.charCodeAt(at);
  let after = at + 1;
  if (isDigit(first)) {
    while (after < end && isDigit(text.charCodeAt(after))) after++;
    if (after - at > 9 || (interrupting && (first !== 49 || after - at > 1))) return -1;
    const delimiter = after < end ? text.charCodeAt(after) : -1;
    if (delimiter !== 46 && delimiter !== 41) return -1;
    after++;
  } else if (first !== 42 && first !== 43 && first !== 45) {
    return -1;
  }
  if (after < end && !isSpace(text.charCodeAt(after))) return -1;
  return interrupting && skipSpaces(text, after, end) === end ? -1 : after;
}

/** Where the marker of a GFM footnote definition ends (`[^name]:`), or -1. */
export function footnoteMarkerEnd(text: string, at: number, end: number): number {
  if (text.charCodeAt(at + 1) !== 94) return -1;
  const first = at + 2;
  // Names have at most 999 characters.
  const limit = Math.min(end, first + 1000);
  for (let i = first; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 93) return i > first && i + 1 < end && text.charCodeAt(i + 1) === 58 ? i + 2 : -1;
    if (code === 91 || isSpace(code)) return -1;
    if (code === 92 && isEscapableInLabel(text.charCodeAt(i + 1))) i++;
  }
  return -1;
}

/** Brackets and backslashes are the characters that a backslash keeps from ending a label. */
export function isEscapableInLabel(code: number): boolean {
  return code >= 91 && code <= 93;
}

/** The number of cells in the delimiter row of a GFM table (`| --- | :-: |`), or 0 where it is none. */
export function delimiterCells(text: string, at: number, end: number): number {
  let cells = 0;
  let isMarked = false;
  let i = at;
  while (i < end) {
    if (text.charCodeAt(i) === 124) {
      isMarked = true;
      i = skipSpaces(text, i + 1, end);
      if (i === end) break;
    } else if (cells > 0) {
      return 0;
    }
    if (text.charCodeAt(i) === 58) {
      isMarked = true;
      i++;
    }
    const dashes = endOfRun(text, i, end, 45);
    if (dashes === i) return 0;
    cells++;
    i = dashes;
    if (i < end && text.charCodeAt(i) === 58) {
      isMarked = true;
      i++;
    }
    i = skipSpaces(text, i, end);
  }
  // Without a pipe or a colon it is the underline of a heading, a thematic break, or text.
  return isMarked ? cells : 0;
}

/** The number of cells in a line, read as the head row of a GFM table. A pipe alone is no row. */
export function headCells(text: string, at: number, end: number): number {
  let cells = 0;
  let beginsCell = text.charCodeAt(at) !== 124;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    if (beginsCell) cells++;
    beginsCell = code === 124;
    // `\|` is text, and so is `\\`, which therefore escapes nothing.
    if (code === 92 && i + 1 < end && (text.charCodeAt(i + 1) === 124 || text.charCodeAt(i + 1) === 92)) i++;
  }
  return cells;
}
