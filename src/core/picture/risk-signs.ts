/** Lights beside levels, each in a family of low, medium, high and critical. */
const FAMILIES: readonly (readonly string[])[] = [
  ['🟢', '🟡', '🟠', '🔴'],
  ['🟩', '🟨', '🟧', '🟥'],
  ['💚', '💛', '🧡', '❤️'],
];
const SIGN = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*/u;
/** A sign that belongs to a level stands near it. */
const FARTHEST = 40;

/** The first emoji of a value. */
export function signIn(text: string): { readonly sign: string; readonly start: number } | undefined {
  const found = SIGN.exec(text.slice(0, FARTHEST));
  return found ? { sign: found[0], start: found.index } : undefined;
}

/** The light of the same family for another level; nothing for signs that are no lights. */
export function usualSign(sign: string, rank: number, levels: number): string | undefined {
  const family = FAMILIES.find((signs) => signs.includes(sign) || signs.includes(`${sign}\uFE0F`));
  // Of three levels the highest is red, of five the lowest two are green.
  const places = levels === 5 ? [0, 0, 1, 2, 3] : levels === 4 ? [0, 1, 2, 3] : [0, 1, 3];
  return family?.[places[rank] ?? -1];
}
