import type { FoundProblem } from './found-problem.ts';
import { lineNamedIn, shortened, unexpected } from './wording.ts';

/** What the older grammars of mermaid throw. */
export interface JisonError extends Error {
  readonly hash: {
    /** What was met. */
    readonly text?: string;
    readonly token?: string | number | null;
    /** From 0. */
    readonly line: number;
    /** Of what stands before it: lines from 1, columns from 0. */
    readonly loc?: { readonly first_line: number; readonly last_line: number; readonly first_column: number; readonly last_column: number };
    readonly expected?: readonly string[];
  };
}

/** What opens or closes a shape in a flowchart, and in a label has to stand in quotes. */
const SHAPES = /^(?:PS|PE|SQS|SQE|DIAMOND_START|DIAMOND_STOP|STADIUMSTART|STADIUMEND|SUBROUTINESTART|SUBROUTINEEND|CYLINDERSTART|CYLINDEREND|TRAPSTART|TRAPEND|INVTRAPSTART|INVTRAPEND|DOUBLECIRCLESTART|DOUBLECIRCLEEND|PIPE|STR|TAGEND|TAGSTART|\(-|-\))$/;

export function jisonProblem(error: JisonError, text: string): FoundProblem {
  const { hash } = error;
  const { loc, token } = hash;
  const expected = (hash.expected ?? []).map((name) => name.replace(/^'|'$/g, ''));
  if (error.message.startsWith('Lexical error')) return unreadable(hash.line, text);
  if (loc === undefined || !error.message.startsWith('Parse error')) return { message: `${shortened(error.message, 150).replace(/\.$/, '')}.`, line: lineNamedIn(error.message, text) };
  const isInLabel = expected.includes('TEXT') && expected.includes('TAGEND');
  if (token === 1 || token === 'EOF' || token === 'EOF_IN_STRUCT') return endsEarly(isInLabel, expected, loc.first_line - 1);
  const met = hash.text ?? '';
  const place = { line: loc.last_line - 1, ...columnOf(met, loc.last_column, text.split('\n')[loc.last_line - 1] ?? '') };
  if (isInLabel && typeof token === 'string' && SHAPES.test(token)) return { ...place, message: `"${shortened(met)}" stands within a label: put the label in double quotes.` };
  if (token === 'end' && /^(?:flowchart|graph)\b/.test(text)) return { ...place, message: '"end" closes a subgraph and names no node: write it as "End".' };
  if (isCutBySemicolon(text, place.line)) return { line: place.line, message: 'a ";" ends the statement: write another sign in its place.' };
  return { ...place, message: unexpected(met, expected) };
}

function unreadable(line: number, text: string): FoundProblem {
  const written = shortened(text.split('\n')[line] ?? '');
  return { line, message: written === '' ? 'a line cannot be read.' : `"${written}" cannot be read.` };
}

function endsEarly(isInLabel: boolean, expected: readonly string[], line: number): FoundProblem {
  if (isInLabel) return { line, message: 'a label that begins here is never closed.' };
  if (expected.includes('end')) return { line, message: 'it ends within a block: write "end" where the block is over.' };
  if (expected.includes('STRUCT_STOP')) return { line, message: 'it ends within a block: write "}" where the block is over.' };
  return { line, message: unexpected('', expected).replace('the line', 'it') };
}

function columnOf(met: string, from: number, line: string): { readonly column?: number } {
  const word = met.trim();
  const column = word === '' ? -1 : line.indexOf(word, from);
  return column < 0 ? {} : { column };
}

/** In a sequence diagram what follows a semicolon is a statement of its own. */
function isCutBySemicolon(text: string, line: number): boolean {
  return text.startsWith('sequenceDiagram') && /;\s*\S/.test(text.split('\n')[line] ?? '');
}
