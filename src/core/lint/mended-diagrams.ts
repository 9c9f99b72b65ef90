/** So much of one line is looked at. */
const LONGEST_LINE = 1000;
const LONGEST_SOURCE = 50_000;

/** What stands in a label and opens or closes a shape where it is not in quotes. */
const SHAPE_SIGN = /[()[\]{}"]/;

/** A label between the signs of its shape: those of two characters first, for `[(` is no label that begins with a parenthesis. */
const SHAPES: readonly (readonly [open: string, close: string])[] = [
  ['(((', ')))'],
  ['((', '))'],
  ['([', '])'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '\\]'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
];

/**
 * What may be made of the source of a diagram that cannot be read: without semicolons at the ends of lines, with its labels in quotes.
 * Whether that helps, its parser knows.
 */
export function mendedDiagrams(source: string): readonly string[] {
  if (source.length > LONGEST_SOURCE) return [];
  const uncut = byLine(source, withoutSemicolon);
  const quoted = isFlowchart(source) ? byLine(source, withQuotedLabels) : source;
  return Array.from(new Set([quoted, uncut, byLine(quoted, withoutSemicolon)])).filter((mended) => mended !== source);
}

function isFlowchart(source: string): boolean {
  return /^[ \t]*(?:flowchart|graph)(?:[ \t;]|$)/m.test(source);
}

function byLine(source: string, mend: (line: string) => string): string {
  return source.replace(/[^\r\n]+/g, (line) => (line.length > LONGEST_LINE || /^\s*%%/.test(line) ? line : mend(line)));
}

function withoutSemicolon(line: string): string {
  return line.replace(/;+(\s*)$/, '$1');
}

/** Walks over the line, from one node or label of an edge to the next. */
function withQuotedLabels(line: string): string {
  if (/^\s*(?:style|classDef|class|click|linkStyle|subgraph|flowchart|graph|direction|accTitle|accDescr)\b/.test(line)) return line;
  let mended = '';
  let at = 0;
  while (at < line.length) {
    const label = labelAt(line, at);
    if (label === undefined) {
      mended += line[at] ?? '';
      at += 1;
      continue;
    }
    mended += label.open + quotedLabel(label.text) + label.close;
    at += label.open.length + label.text.length + label.close.length;
  }
  return mended;
}

interface LabelInLine {
  readonly open: string;
  readonly text: string;
  readonly close: string;
}

/** A label that begins here: after the name of its node, or between the bars of an edge. */
function labelAt(line: string, at: number): LabelInLine | undefined {
  if (line[at] === '|') {
    const end = line.indexOf('|', at + 1);
    return end < 0 ? undefined : { open: '|', text: line.slice(at + 1, end), close: '|' };
  }
  if (!/[\p{L}\p{N}_]/u.test(line[at - 1] ?? '')) return undefined;
  for (const [open, close] of SHAPES) {
    const end = line.startsWith(open, at) ? endOfLabel(line, at + open.length, close) : undefined;
    if (end !== undefined) return { open, text: line.slice(at + open.length, end), close };
  }
  return undefined;
}

/** The label ends at the last such sign before the next arrow, or before whatever else a line says. */
function endOfLabel(line: string, from: number, close: string): number | undefined {
  if (line[from] === '"') {
    const quote = line.indexOf(`"${close}`, from + 1);
    return quote < 0 ? undefined : quote + 1;
  }
  const arrow = /\s*(?:<?(?:--|==|-\.)|~~~|\s&\s|:::|;\s*$)/.exec(line.slice(from));
  const limit = arrow === null ? line.trimEnd().length : from + arrow.index;
  const end = line.lastIndexOf(close, limit - close.length);
  return end < from ? undefined : end;
}

function quotedLabel(text: string): string {
  const inside = text.trim();
  if (!SHAPE_SIGN.test(inside) || /^".*"$/.test(inside) || /^`.*`$/.test(inside)) return text;
  return `"${inside.replaceAll('"', '#quot;')}"`;
}
