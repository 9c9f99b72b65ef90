import { plainTitle } from '../plan/titles.ts';
import type { Range } from '../text/range.ts';
import type { Page } from './shelf.ts';

const LONGEST = 280;
const MOST_LINES = 400;
/** A field, a row, a heading, a quote, a fence, a comment: everything but words that follow each other. */
const NO_PROSE = /^[ \t]*(?:$|[|>#<]|```|~~~|---|\*\*[^*]{1,60}\*\*[ \t]*:|\*\*[^*]{1,60}:\*\*|[-*+][ \t]|\d{1,3}[.)][ \t]|[\p{L} ]{1,40}:[ \t])/u;

/** The first words of prose in a stretch of a page, as a reader sees them; empty where there are none. */
export function firstWords(page: Page, { start, end }: Range): string {
  const words: string[] = [];
  let offset = start;
  for (const line of page.text.slice(start, end).split(/(?<=\n)/).slice(0, MOST_LINES)) {
    const isProse = !NO_PROSE.test(line) && !/\{\{/.test(line) && !page.hidden.covers(offset) && page.plan.sections.every(({ heading: { range } }) => offset < range.start || offset >= range.end);
    if (isProse) words.push(line.trim());
    else if (words.length > 0) break;
    offset += line.length;
  }
  const text = plainTitle(words.join(' '));
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s*\S*$/, '').replace(/[\uD800-\uDBFF]$/, '')} …`;
}

/** What a document is about: the first words below its title that do not only tell its state. */
export function gist(page: Page): string {
  const silent = new Set(page.subject === undefined ? [] : Array.from(page.subject.match.found).flatMap(([{ reads }, section]) => (reads.includes('status') || reads.includes('transition') ? [section] : [])));
  for (const section of page.plan.sections) {
    if (section !== page.plan.title && silent.has(section)) continue;
    const words = firstWords(page, section.body);
    if (words !== '') return words;
  }
  return '';
}
