const LONGEST_SLUG = 80;

/** Letters and digits of any script in lower case, joined; `_` where nothing else is left. */
export function slug(text: string, joint = '-'): string {
  const words = text.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return Array.from(words.join(joint)).slice(0, LONGEST_SLUG).join('').replace(/[-_]+$/, '') || '_';
}
