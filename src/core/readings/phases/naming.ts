/** How a document calls the phases, or the waves, of a build. */
export interface Naming {
  readonly head: RegExp;
  readonly column: RegExp;
  readonly numbers: RegExp;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})?(?![\p{L}\p{N}%]|\.\d)`;
/** A further number belongs to the list unless it counts the word behind it: `1, 2 engineers`. */
export const NUMBERS = String.raw`${NUMBER}(?:\s*(?:,\s*and\b|[,;&+/–—-]|and\b|to\b)\s*#?${NUMBER}(?!\s*(?!and\b|to\b)\p{L})){0,20}`;
/** What authors write where a number is still open, or count otherwise. */
const NO_NUMBER = String.raw`\{\{[^{}\r\n]{1,60}\}\}|\[[^\]\r\n]{1,40}\]|(?:\d{1,3}[a-z]|[a-z]|[ivx]{1,5}|one|two|three|four|five|six)(?![\p{L}\p{N}])`;
/** Emoji, opening marks and a number of the heading itself. */
const LEAD = String.raw`[^\p{L}\p{N}\r\n]{0,20}(?:\d{1,3}(?:\.\d{1,3}){0,3}(?:[.):]|\uFE0F?\u20E3)?\s+[^\p{L}\p{N}\r\n]{0,20})?`;
const CLOSERS = String.raw`(?:\]\([^()\s]{0,300}\)|[\]*_~\x60]|\s?\p{Extended_Pictographic}\uFE0F?){0,6}`;
const SEPARATOR = String.raw`\s*(?:[:：–—·]|-{1,2}(?=\s)|[.)](?=\s|$)|<br ?\/?>)`;
const AFTER_NUMBER = String.raw`${CLOSERS}(${SEPARATOR}|\s*[*_]{0,2}(?=\()|\s*$|\s+)`;
/** In a column that says what they are, a number may stand alone. */
export const NUMBER_CELL = new RegExp(String.raw`^[^\p{L}\p{N}\r\n]{0,20}()()(${NUMBERS})()${AFTER_NUMBER}`, 'diu');

/** From words as a pattern; some words need no number. */
export function naming(words: string, alone = '(?!)'): Naming {
  return {
    head: new RegExp(String.raw`^${LEAD}(?:(${alone})(?![\p{L}\p{N}])|(${words})(?:[\s#_-]{0,3}(${NUMBERS})|\s+(${NO_NUMBER})))${AFTER_NUMBER}`, 'diu'),
    column: new RegExp(`^(?:${words})(?: (?:name|title|number|no))?$`),
    numbers: new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${words})[\s#-]{0,6}(${NUMBERS})`, 'dgiu'),
  };
}
