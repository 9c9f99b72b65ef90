/** "a plan", "an architectural plan". */
export function withArticle(noun: string): string {
  return `${/^[aeiou](?!se\b)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
