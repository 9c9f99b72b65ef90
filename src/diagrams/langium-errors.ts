import type { FoundProblem } from './found-problem.ts';
import { unexpected } from './wording.ts';

/** What the newer grammars of mermaid throw: lines and columns count from 1. */
export interface LangiumError extends Error {
  readonly result: {
    readonly lexerErrors: readonly { readonly line?: number; readonly column?: number; readonly message: string }[];
    readonly parserErrors: readonly { readonly message: string; readonly token: { readonly image: string; readonly startLine?: number; readonly startColumn?: number } }[];
  };
}

export function langiumProblem({ result: { lexerErrors, parserErrors } }: LangiumError): FoundProblem {
  const [unread] = lexerErrors;
  const [misplaced] = parserErrors;
  if (unread?.line !== undefined && !Number.isNaN(unread.line)) {
    const [, sign = ''] = /->([^]*?)<-/.exec(unread.message) ?? [];
    return { message: unexpected(sign, tokensIn(misplaced?.message ?? '')), ...placeFrom(unread.line, unread.column) };
  }
  if (misplaced === undefined) return { message: 'it cannot be read.', line: 0 };
  const { image, startLine, startColumn } = misplaced.token;
  // The end of the text has no place.
  if (startLine === undefined || Number.isNaN(startLine)) return { message: unexpected('', tokensIn(misplaced.message)).replace('the line', 'it'), line: Infinity };
  return { message: unexpected(image, tokensIn(misplaced.message)), ...placeFrom(startLine, startColumn) };
}

function placeFrom(line: number, column: number | undefined): { readonly line: number; readonly column?: number } {
  return { line: line - 1, ...(column !== undefined && !Number.isNaN(column) && { column: column - 1 }) };
}

function tokensIn(message: string): readonly string[] {
  const [, only] = /^Expecting token of type '([^']+)'/.exec(message) ?? [];
  if (only !== undefined) return [only];
  return Array.from(message.matchAll(/^\s*\d+\. \[([^\],]+)/gm), ([, token = '']) => token);
}
