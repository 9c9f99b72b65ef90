import type { Range } from '../../text/range.ts';
import type { HeadedPiece } from '../forms/pieces.ts';
import type { Head } from './heads.ts';
import type { Body } from './step-bodies.ts';

/** A phase or a wave as it is written. */
export interface Step {
  readonly head: Head;
  readonly range: Range;
  readonly body: Body;
  /** What it gathers, where a heading names it. */
  readonly pieces: readonly HeadedPiece[];
}

/** Of several lists that name the same one, the first; in the order of the document. */
export function firstToName<T extends { readonly range: Range }>(lists: readonly (readonly T[])[], nameOf: (each: T) => string): readonly T[] {
  const known = new Set<string>();
  const kept = lists.filter((list) => {
    const names = list.map(nameOf);
    if (names.some((name) => known.has(name))) return false;
    for (const name of names) known.add(name);
    return true;
  });
  return kept.flat().sort((a, b) => a.range.start - b.range.start);
}
