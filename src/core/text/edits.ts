import type { Range } from './range.ts';

/** One replacement. `snippet` is the same text with tab stops, for hosts that can offer them. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
  readonly snippet?: string;
  /** Of insertions at one place the lower stands first, whatever the order given. */
  readonly rank?: number;
}

/**
 * Applies edits that all refer to the original text. Insertions at one place keep the order given.
 * Of two edits that overlap the later one is dropped, so that a set of independent fixes is always safe to apply.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let position = 0;
  for (const edit of compatibleEdits(edits)) {
    result += text.slice(position, edit.range.start) + edit.text;
    position = edit.range.end;
  }
  return result + text.slice(position);
}

/** The edits in document order, without those that overlap one given before them. */
function compatibleEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const inOrder = edits
    .map((edit, given) => ({ edit, given }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || (a.edit.rank ?? 0) - (b.edit.rank ?? 0) || a.given - b.given);
  const kept: TextEdit[] = [];
  for (const { edit } of inOrder) {
    const last = kept.at(-1);
    if (last === undefined || edit.range.start >= last.range.end) kept.push(edit);
  }
  return kept;
}
