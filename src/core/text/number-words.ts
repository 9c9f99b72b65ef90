const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];

/** The words for numbers, as a part of a pattern. */
export const NUMBER_WORDS = WORDS.toReversed().join('|');

/** The number that digits or a word stand for. */
export function numberIn(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const index = WORDS.indexOf(text.toLowerCase());
  return index < 0 ? undefined : index;
}

/** Another number, in digits or as a word as this one is written. */
export function numberAs(text: string, number: number): string {
  const word = /^\d/.test(text) ? undefined : WORDS[number];
  if (word === undefined) return String(number);
  return /^\p{Lu}/u.test(text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
