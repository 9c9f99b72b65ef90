import type { Label } from './outline.ts';
import { isSpace, trimmedEnd } from './line-kinds.ts';

/** Reads a line of text that holds only strong text, with a colon inside or after it or without one. */
export function labelIn(text: string, start: number, lineEnd: number): Label | undefined {
  const mark = text.charCodeAt(start);
  if ((mark !== 42 && mark !== 95) || text.charCodeAt(start + 1) !== mark) return undefined;
  const end = trimmedEnd(text, start, lineEnd);
  const marksEnd = text.charCodeAt(end - 1) === colon ? trimmedEnd(text, start, end - 1) : end;
  const innerStart = start + 2;
  const innerEnd = marksEnd - 2;
  if (innerEnd <= innerStart || text.charCodeAt(innerEnd) !== mark || text.charCodeAt(innerEnd + 1) !== mark) return undefined;
  // White space inside the marks, or a backslash before the closing ones, keeps them from being marks.
  if (isSpace(text.charCodeAt(innerStart)) || isSpace(text.charCodeAt(innerEnd - 1)) || text.charCodeAt(innerEnd - 1) === 92) return undefined;
  for (let i = innerStart; i < innerEnd; i++) {
    if (text.charCodeAt(i) === mark && text.charCodeAt(i + 1) === mark) return undefined;
  }

  const titleEnd = text.charCodeAt(innerEnd - 1) === colon ? trimmedEnd(text, innerStart, innerEnd - 1) : innerEnd;
  return titleEnd === innerStart ? undefined : { title: text.slice(innerStart, titleEnd), range: { start, end } };
}

const colon = 58;
