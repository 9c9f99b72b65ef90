/** What begins with the sound of a vowel: not "use", "unit", "one"; but "hour" and "8". */
const VOWEL = /^(?:(?!us[aeu]|uni(?![mn])|eu|one\b|once\b)[aeiou]|hour|8|1[18]\b)/i;

/** "a plan", "an architectural plan". */
export function withArticle(noun: string): string {
  return `${VOWEL.test(noun) ? 'an' : 'a'} ${noun}`;
}
