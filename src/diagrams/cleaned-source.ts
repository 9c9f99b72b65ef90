/** The source of a diagram as mermaid's grammars get it, without comments and settings, and where each of its lines comes from. */
export interface CleanedSource {
  readonly text: string;
  /** From a line of the cleaned text to the place in the source; all count from 0. */
  placeOf(line: number, column?: number): { readonly line: number; readonly column?: number };
}

interface Kept {
  readonly text: string;
  /** Where each character stands in the source. */
  readonly origins: readonly number[];
}

/** What mermaid takes away before it parses, in its order. */
const TAKEN = [
  /\r(?=\n)/g,
  /^-{3}\s*[\n\r][^]*?[\n\r]-{3}\s*[\n\r]+/g,
  /%%\{\s*[^]*?(?:\}%%|$)/g,
  /^\s*%%(?!\{)[^\n]+\n?/gm,
  /^\s+/g,
];
/** The grammar of flowcharts gets no blank lines after a closing brace. */
const AFTER_BRACE = /(?<=\}\s*)\n(?=\s*\n)/g;

export function cleanedSource(source: string): CleanedSource {
  let kept: Kept = { text: source, origins: Array.from({ length: source.length }, (_, index) => index) };
  for (const pattern of TAKEN) kept = without(kept, pattern);
  if (/^(?:flowchart|graph)\b/.test(kept.text)) kept = without(kept, AFTER_BRACE);
  const { text, origins } = kept;
  const starts = lineStarts(text);
  const sourceStarts = lineStarts(source);
  return {
    text,
    placeOf(line, column) {
      const last = lineStarts(text.trimEnd()).length - 1;
      const start = starts[Math.max(0, Math.min(line, last))] ?? 0;
      const lineEnd = text.indexOf('\n', start);
      const end = lineEnd < 0 ? text.length : lineEnd;
      const isInside = line <= last && column !== undefined && start + column < end;
      const offset = origins[isInside ? start + column : start] ?? 0;
      const found = sourceStarts.findLastIndex((each) => each <= offset);
      return { line: found, ...(isInside && { column: offset - (sourceStarts[found] ?? 0) }) };
    },
  };
}

function without({ text, origins }: Kept, pattern: RegExp): Kept {
  const pieces: string[] = [];
  const left: number[] = [];
  let from = 0;
  const keepTo = (end: number): void => {
    pieces.push(text.slice(from, end));
    for (let index = from; index < end; index++) left.push(origins[index] ?? 0);
  };
  for (const match of text.matchAll(pattern)) {
    keepTo(match.index);
    from = match.index + match[0].length;
  }
  keepTo(text.length);
  return { text: pieces.join(''), origins: left };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}
