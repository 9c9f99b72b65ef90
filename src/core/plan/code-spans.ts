import type { Range } from '../text/range.ts';

/** Backticks, a line that begins something else, and a blank line: code within a line ends with its paragraph. */
const MARK = /`+|[\r\n][ \t]*(?=[\r\n]|[-*+>#|]|\d{1,9}[.)])/g;
/** The first or the last line of a fence, also within lists and quotes. */
const FENCE_LINE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\r\n]*)/gm;

/** A line that begins a fence, or ends one. */
export interface FenceLine {
  readonly range: Range;
  readonly mark: string;
  /** What stands behind the mark. */
  readonly rest: string;
}

/** The fences within a stretch of text that has none at its root: those in lists and quotes. One that is never closed is none. */
export function nestedFences(text: string, span: Range): readonly Range[] {
  return fencesOf(fenceLines(text, span), () => 0);
}

export function fenceLines(text: string, span: Range): readonly FenceLine[] {
  const piece = text.slice(span.start, span.end);
  if (!piece.includes('```') && !piece.includes('~~~')) return [];
  return Array.from(piece.matchAll(FENCE_LINE), ({ 0: line, 1: mark = '', 2: rest = '', index }) => {
    const start = span.start + index;
    return { range: { start, end: start + line.length }, mark, rest };
  });
}

/** None goes on from one stretch into the next. */
export function fencesOf(lines: readonly FenceLine[], stretchOf: (line: FenceLine) => number): readonly Range[] {
  const fences: Range[] = [];
  let open: { readonly line: FenceLine; readonly stretch: number } | undefined;
  for (const line of lines) {
    const stretch = stretchOf(line);
    if (open === undefined || open.stretch !== stretch) {
      open = line.mark.startsWith('`') && line.rest.includes('`') ? undefined : { line, stretch };
    } else if (line.mark.startsWith(open.line.mark) && line.rest.trim() === '') {
      fences.push({ start: open.line.range.start, end: line.range.end });
      open = undefined;
    }
  }
  return fences;
}

/** The code within the lines of a stretch of text, with its backticks. Near linear, whatever the text. */
export function codeSpans(text: string, span: Range): readonly Range[] {
  const piece = text.slice(span.start, span.end);
  if (!piece.includes('`')) return [];
  const paragraphs: Range[][] = [[]];
  for (const { 0: mark, index } of piece.matchAll(MARK)) {
    if (mark.startsWith('`')) paragraphs.at(-1)?.push({ start: index, end: index + mark.length });
    else if (paragraphs.at(-1)?.length !== 0) paragraphs.push([]);
  }
  return paragraphs.flatMap((runs) => pairs(runs, piece)).map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
}

/** A run of backticks opens code that the next run of the same length closes. */
function pairs(runs: readonly Range[], text: string): readonly Range[] {
  if (runs.length < 2) return [];
  const closing = closingRuns(runs);
  const found: Range[] = [];
  for (let index = 0; index < runs.length; index++) {
    const [open, close] = [runs[index], closing[index]];
    if (open === undefined || close === undefined || text[open.start - 1] === '\\') continue;
    found.push({ start: open.start, end: runs[close]?.end ?? open.end });
    index = close;
  }
  return found;
}

function closingRuns(runs: readonly Range[]): readonly (number | undefined)[] {
  const nextOf = new Map<number, number>();
  const closing: (number | undefined)[] = [];
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = (runs[index]?.end ?? 0) - (runs[index]?.start ?? 0);
    closing[index] = nextOf.get(length);
    nextOf.set(length, index);
  }
  return closing;
}
