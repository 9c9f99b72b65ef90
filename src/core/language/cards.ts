import { plainTitle } from '../plan/titles.ts';
import type { Range } from '../text/range.ts';
import { labelOf } from '../workspace/known-document.ts';
import type { Fact } from './defined-names.ts';
import { firstWords, gist } from './first-words.ts';
import { meaningAt, type Meaning } from './name-at.ts';
import { definitionOf } from './references.ts';
import type { Shelf } from './shelf.ts';

/** What is worth knowing of what is named at a place. All of it is text of documents: whoever shows it takes care that nothing in it runs. */
export interface Card {
  readonly range: Range;
  readonly title: string;
  /** `Decision Record`, `risk` */
  readonly kind: string;
  readonly facts: readonly Fact[];
  readonly gist: string;
  /** The document it stands in. */
  readonly path: string;
  /** Where to go on reading. */
  readonly at: number;
}

const LONGEST_FACT = 160;
const WORDS = { risk: 'Risk', phase: 'Phase', wave: 'Wave', service: 'Service', task: 'Task' };

/** Nothing where it is defined: there it stands in full. */
export function cardAt(shelf: Shelf, path: string, offset: number): Card | undefined {
  const meaning = meaningAt(shelf, path, offset);
  const place = meaning && definitionOf(shelf, meaning);
  if (meaning === undefined || place === undefined || (place.path === path && place.whole.start <= offset && offset <= place.range.end)) return undefined;
  return cardOf(shelf, meaning, place.range.start);
}

function cardOf(shelf: Shelf, meaning: Meaning, at: number): Card | undefined {
  const { range } = meaning;
  if (meaning.what === 'name') {
    const { path, name } = meaning.name;
    const lead = name.id?.text ?? (name.count === undefined ? '' : `${name.count.word} ${name.count.number}`);
    const title = [lead, plainTitle(name.title?.text ?? '')].filter((part) => part !== '').join(': ');
    return { range, title, kind: WORDS[name.sort], facts: name.facts.map(([key, value]) => [key, cut(plainTitle(value))]), gist: '', path, at };
  }
  const page = shelf.page(meaning.path);
  const entry = shelf.index.entry(meaning.path);
  if (page === undefined) return undefined;
  if (meaning.what === 'heading') {
    const section = page.plan.sections[meaning.at];
    return section && { range, title: plainTitle(section.heading.title), kind: 'Section', facts: [], gist: firstWords(page, section.range), path: page.path, at };
  }
  if (entry === undefined) return undefined;
  const facts: Fact[] = [];
  if (entry.state !== undefined) facts.push(['State', cut(entry.state.text)]);
  if (entry.date !== undefined) facts.push(['Date', entry.date]);
  return { range, title: labelOf(entry), kind: entry.kindName, facts, gist: gist(page), path: entry.path, at };
}

function cut(text: string): string {
  return text.length <= LONGEST_FACT ? text : `${text.slice(0, LONGEST_FACT).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
