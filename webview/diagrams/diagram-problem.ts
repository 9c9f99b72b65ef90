/** Says in one line what is wrong with a diagram, and where. Pure. */

export interface DiagramProblem {
  readonly message: string;
  /** Counted from 0 in the diagram's source, where mermaid names one. */
  readonly line: number | undefined;
}

const longest = 160;
/** The kinds of diagrams have two parsers between them, and each begins its messages in its own way. */
const position = /^(?:Parsing failed:\s*)?(?:(?:Parse|Lexical|Lexer|Syntax) error on line:? \d+(?:, column \d+)?[.:]?\s*)?/i;

export function problemOf(error: unknown, source: string): DiagramProblem {
  if (source.trim() === '') return { message: 'The diagram is empty. Its first line names its kind, such as "flowchart LR".', line: 0 };
  const text = error instanceof Error ? error.message : String(error);
  const named = /\bon line:? (\d+)/i.exec(text)?.[1];
  return { message: shortened(text), line: named === undefined ? undefined : sourceLine(source, Number(named) - 1) };
}

function shortened(text: string): string {
  const limit = /^Edge limit exceeded\b.*\bthe limit is (\d+)/.exec(text)?.[1];
  if (limit !== undefined) return `The diagram is too large to draw: it has more than ${limit} arrows. Split it into several.`;
  const expectation = /Expecting (.+), got '([^']*)'/.exec(text);
  if (expectation !== null) return unexpected(expectation[2] ?? '', (expectation[1] ?? '').split(/,\s*/));
  if (/source image cannot be decoded/i.test(text)) return 'A node shows a picture from another place, and the preview loads nothing from there. Give it a shape and a label.';
  if (/^No diagram type detected/.test(text)) return 'The first line names no kind of diagram that Mermaid knows.';
  const character = /unexpected character: ->(.+?)<-/.exec(text)?.[1];
  if (character !== undefined) return `Unexpected character '${character}'.`;
  const first = text.replace(position, '').split('\n')[0]?.trim() ?? '';
  const sentence = first === '' ? 'The diagram cannot be read.' : first.charAt(0).toUpperCase() + first.slice(1);
  return sentence.length > longest ? `${sentence.slice(0, longest - 1).trimEnd()}…` : sentence;
}

/** Mermaid lists every token it would have taken, often dozens. */
function unexpected(got: string, expected: readonly string[]): string {
  const shown = expected.length > 4 ? expected.slice(0, 3) : expected;
  const more = expected.length > 4 ? ` or ${expected.length - 3} others` : '';
  // The parser has no name for the end of its text, only the number 1.
  return `Unexpected ${got === '1' || got === 'EOF' ? 'end' : `'${got}'`}, expecting ${shown.join(', ')}${more}.`;
}

/**
 * Mermaid counts lines after it has taken out front matter, directives and comments; this counts them in again.
 * Undefined where it counts more lines than there are.
 */
export function sourceLine(source: string, line: number): number | undefined {
  const left = remaining(source.replace(/\r\n?/g, '\n'));
  let start = 0;
  for (let passed = 0; passed < line; passed++) {
    const end = left.text.indexOf('\n', start);
    if (end < 0) return left.lines.at(-1);
    start = end + 1;
  }
  return left.lines[start] ?? left.lines.at(-1);
}

/** A text with the line that each of its characters came from. */
interface Traced {
  readonly text: string;
  readonly lines: readonly number[];
}

function remaining(source: string): Traced {
  let line = 0;
  const lines = source.split('').map((character) => (character === '\n' ? line++ : line));
  const patterns = [
    /^[^\S\n]*---[^\S\n]*\n[\s\S]*?\n[^\S\n]*---[^\S\n]*\n\s*?(?=\S|$)/,
    /%%\{[\s\S]*?\}%%/g,
    /^\s*%%(?!\{)[^\n]+\n?/gm,
    /^\s+/,
  ];
  return patterns.reduce(without, { text: source, lines });
}

function without({ text, lines }: Traced, pattern: RegExp): Traced {
  const gone = new Set<number>();
  text.replace(pattern, (match: string, ...rest: unknown[]) => {
    const start = rest.find((value) => typeof value === 'number') ?? 0;
    for (let at = 0; at < match.length; at++) gone.add(start + at);
    return match;
  });
  const kept = (_: unknown, at: number): boolean => !gone.has(at);
  return { text: text.split('').filter(kept).join(''), lines: lines.filter(kept) };
}
