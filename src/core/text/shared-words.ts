const LONGEST = 300;
/** Words of every title. */
const COMMON = new Set('a an and as at by for from in into is it not of on or our the to use uses using we with adr decision decisions record'.split(' '));
/** So many letters at the beginning make two forms of one word. */
const STEM = 4;

/**
 * Whether two names have a word in common: in another form ("booking", "bookings"), as letters of an acronym ("dns", "Domain Name System"), or
 * written together ("openapi", "Open API"). Names without words of their own, and names of other scripts, could share none: they pass.
 */
export function sharesWord(name: string, title: string): boolean {
  const [left, right] = [wordsOf(name), wordsOf(title)];
  if (left.length === 0 || right.length === 0 || isLatin(left) !== isLatin(right)) return true;
  const [joinedLeft, joinedRight] = [left.join(''), right.join('')];
  return (
    left.some((word) => right.some((other) => isSameStem(word, other))) ||
    left.some((word) => word.length >= STEM && joinedRight.includes(word)) ||
    right.some((word) => word.length >= STEM && joinedLeft.includes(word)) ||
    left.some((word) => isAcronymIn(word, allWords(title))) ||
    right.some((word) => isAcronymIn(word, allWords(name)))
  );
}

function wordsOf(text: string): readonly string[] {
  return allWords(text).filter((word) => !COMMON.has(word));
}

function allWords(text: string): readonly string[] {
  return text.slice(0, LONGEST).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isSameStem(a: string, b: string): boolean {
  return a === b || (a.length >= STEM && b.length >= STEM && a.slice(0, STEM) === b.slice(0, STEM)) || isPartOf(a, b) || isPartOf(b, a);
}

/** "functions" in "skfunction". */
function isPartOf(word: string, other: string): boolean {
  return word.length > STEM && other.includes(word.slice(0, STEM + 1));
}

function isAcronymIn(word: string, words: readonly string[]): boolean {
  return word.length >= 2 && words.map(([first = '']) => first).join('').includes(word);
}

function isLatin(words: readonly string[]): boolean {
  return words.some((word) => /[a-z]/.test(word));
}
