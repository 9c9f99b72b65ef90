import mermaid from 'mermaid';
import { cleanedSource, type CleanedSource } from './cleaned-source.ts';
import { jisonProblem, type JisonError } from './jison-errors.ts';
import { langiumProblem, type LangiumError } from './langium-errors.ts';
import type { FoundProblem } from './found-problem.ts';
import { lineNamedIn, shortened } from './wording.ts';

/** A sentence on why a diagram cannot be drawn, and where: line and column count from 0 within its source. */
export interface DiagramProblem {
  readonly message: string;
  readonly line: number;
  readonly column?: number;
}

/** Mermaid itself draws no more than this, unless it is told to. */
const LONGEST_SOURCE = 50_000;
/** Over more white space than this, mermaid takes seconds. */
const LONGEST_GAP = /\s{1000}/;

/** What keeps mermaid from reading a diagram; nothing where it reads it, or where it fails for a reason of its own. */
export async function diagramProblem(source: string): Promise<DiagramProblem | undefined> {
  if (source.length > LONGEST_SOURCE || LONGEST_GAP.test(source)) return undefined;
  try {
    await mermaid.parse(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || isOwnFailure(error)) return undefined;
    const [, settings] = /^([^\n]*?) \(\d+:\d+\)\n/.exec(error.message) ?? [];
    if (settings !== undefined) return { message: `the settings at its head are no YAML (${shortened(settings, 80)}).`, line: 0 };
    const cleaned = cleanedSource(source);
    const { message, line, column } = problemIn(error, cleaned);
    return { message, ...cleaned.placeOf(line, column) };
  }
}

/** Mermaid stumbled: that says nothing about the diagram. */
function isOwnFailure(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError || error instanceof SyntaxError;
}

function problemIn(error: Error, { text }: CleanedSource): FoundProblem {
  if (error.message.startsWith('No diagram type detected')) return unknownKind(text);
  if (hasResult(error)) return langiumProblem(error);
  if (hasHash(error)) return jisonProblem(error, text);
  return { message: sentence(error.message), line: lineNamedIn(error.message, text) };
}

function unknownKind(text: string): FoundProblem {
  const [word] = /\S+/.exec(text) ?? [];
  if (word === undefined) return { message: 'nothing stands in it.', line: 0 };
  return { message: `"${shortened(word)}" is no kind of diagram that mermaid knows: begin with one such as flowchart, sequenceDiagram, classDiagram or erDiagram.`, line: 0, column: 0 };
}

/** What mermaid says in words of its own, as the end of a sentence. */
function sentence(message: string): string {
  const [first = ''] = message.trim().split('\n');
  return `${shortened(first, 150).replace(/\.$/, '')}.`;
}

function hasResult(error: Error): error is LangiumError {
  return 'result' in error && typeof error.result === 'object' && error.result !== null && 'parserErrors' in error.result;
}

function hasHash(error: Error): error is JisonError {
  return 'hash' in error && typeof error.hash === 'object' && error.hash !== null && 'line' in error.hash && typeof error.hash.line === 'number';
}
