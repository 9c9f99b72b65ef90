/** Where the cursor is put: within the first long word of a paragraph, an item or a cell. Nobody types in the head of a table all day. */
const LINES = { prose: /^(?:(?:[-*]|\d+\.) )?[^|`[{#]{40,}/, table: /^\| [^|]+ \|.*\|$/ };
export type Place = keyof typeof LINES;

/** The text after each of so many keys pressed in prose or in a table, as near as can be to that share of the document. */
export function typed(text: string, place: Place, share: number, keys: number): readonly string[] {
  const offset = placeNear(text, place, share);
  return Array.from({ length: keys }, (_, count) => `${text.slice(0, offset)}${'x'.repeat(count + 1)}${text.slice(offset)}`);
}

function placeNear(text: string, place: Place, share: number): number {
  const wanted = text.length * share;
  let [best, distance] = [0, Number.POSITIVE_INFINITY];
  let [start, isFenced, isBelowRow] = [0, false, false];
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced;
    const inWord = line.search(/\p{L}{4}/u) + 2;
    const isPlace = !isFenced && inWord > 1 && LINES[place].test(line) && (place === 'prose' || isBelowRow);
    if (isPlace && Math.abs(start - wanted) < distance) [best, distance] = [start + inWord, Math.abs(start - wanted)];
    isBelowRow = line.startsWith('|') && !(line.startsWith('|-') && !isBelowRow);
    start += line.length + 1;
  }
  if (distance === Number.POSITIVE_INFINITY) throw new Error(`There is no ${place} to type in.`);
  return best;
}
