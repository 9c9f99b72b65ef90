/** A Markdown parser takes quadratic time over some inputs that no author writes. They are told apart by counting. */

/** So many emphasis marks or brackets in one paragraph or table cost the parser no more than a blink. */
const MOST_DELIMITERS = 2000;
/** A line indented further than this is no list that a person reads; nor are so many quotes and items in each other. */
const DEEPEST_INDENT = 60;
const DEEPEST_NESTING = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){30}/;

const BLANK_LINE = /^[ \t]*(?:\r\n?|\n)/;
const DELIMITER = /[*_~[\]!`]/g;

/** The same text, of the same length, with the marks of hostile paragraphs turned into letters: places stay, only their decoration is lost. */
export function defuse(markdown: string): string {
  let result = '';
  let paragraph = '';
  const finish = (): void => {
    result += isHostile(paragraph) ? paragraph.replace(DELIMITER, 'x') : paragraph;
    paragraph = '';
  };
  for (const line of linesOf(markdown)) {
    paragraph += isTooDeep(line) ? line.replace(/[-+*>\d]/g, 'x') : line;
    if (BLANK_LINE.test(line)) finish();
  }
  finish();
  return result;
}

function isHostile(paragraph: string): boolean {
  if (paragraph.length <= MOST_DELIMITERS) return false;
  let delimiters = 0;
  for (const character of '*_~[]!`') {
    for (let at = paragraph.indexOf(character); at >= 0; at = paragraph.indexOf(character, at + 1)) delimiters++;
  }
  return delimiters > MOST_DELIMITERS;
}

function isTooDeep(line: string): boolean {
  return line.length >= DEEPEST_INDENT / 2 && ((line.length > DEEPEST_INDENT && line.slice(0, DEEPEST_INDENT).trim() === '') || DEEPEST_NESTING.test(line));
}

function* linesOf(text: string): Iterable<string> {
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    yield text.slice(start, next);
    start = next;
  }
}
