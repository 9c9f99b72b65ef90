/** A word in letters as large as those of another: `PLANNED` beside `DRAFT`, `planned` beside `draft`. */
export function sameCase(like: string, word: string): string {
  const letters = like.replace(/\{\{[^{}]*\}\}/g, '').replace(/[^\p{L}]/gu, '');
  if (letters === '') return word;
  if (letters === letters.toUpperCase()) return word.toUpperCase();
  if (letters === letters.toLowerCase()) return word.toLowerCase();
  return /^\p{Lu}/u.test(letters) ? word.charAt(0).toUpperCase() + word.slice(1).toLowerCase() : word;
}
