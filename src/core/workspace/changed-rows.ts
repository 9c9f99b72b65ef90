import type { Row } from './overview.ts';

/** The ids of the rows that a view has to show anew, the outermost of each; `all` where rows at the top came or went. */
export function changedRows(before: readonly Row[], after: readonly Row[]): readonly string[] | 'all' {
  return isSameList(before, after) ? after.flatMap((row, index) => changesOf(before[index], row)) : 'all';
}

function changesOf(before: Row | undefined, after: Row): readonly string[] {
  if (before === undefined || !isSameRow(before, after) || !isSameList(before.children, after.children)) return [after.id];
  return after.children.flatMap((child, index) => changesOf(before.children[index], child));
}

function isSameList(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && after.every(({ id }, index) => id === before[index]?.id);
}

function isSameRow({ children: before, ...one }: Row, { children: after, ...other }: Row): boolean {
  return (before.length === 0) === (after.length === 0) && JSON.stringify(one) === JSON.stringify(other);
}
