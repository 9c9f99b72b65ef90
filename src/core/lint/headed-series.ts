import type { Plan, Section } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import { readHead } from '../readings/phases/heads.ts';
import { countedIn } from '../readings/phases/wave.ts';
import type { ReadPlace } from '../readings/readings.ts';
import type { ReadingName } from '../template/marks.ts';
import type { Range } from '../text/range.ts';
import { remembered } from '../text/remembered.ts';
import type { Numbered, Series } from './numbered-series.ts';
import type { NumberedSort } from './numbered-sorts.ts';
import type { Subject } from './subject.ts';

const LEADING = /^[^\p{L}\p{N}\r\n]{0,20}(\d{1,3})[.):]\s+(?=\S)/du;

/** The headings that count something, parent by parent: `### Phase 2: Data`; with a number alone, `### 2. Orders`, where one of them is read as such a thing. */
export function headedSeries({ plan, readings }: Subject, reading: ReadingName, sort: NumberedSort, entries: readonly { readonly range: Range }[]): readonly Series[] {
  const starts = new Set(entries.map(({ range }) => range.start));
  const places = readings.places(reading).filter(({ level }) => level !== undefined);
  const parents = new Map<Section | undefined, Section[]>();
  for (const section of sectionsWithin(plan, places)) {
    const siblings = parents.get(section.parent) ?? [];
    if (siblings.length === 0) parents.set(section.parent, siblings);
    siblings.push(section);
  }
  return Array.from(parents).flatMap(([parent, siblings]) => {
    const within = parent?.range ?? { start: 0, end: plan.text.length };
    const mayLead = sort.mayLead && siblings.some(({ range }) => starts.has(range.start));
    const heads = siblings.map((section) => readCount(plan, section, sort, mayLead));
    if (heads.reduce((count, head) => count + (head?.numbers.length ?? 0), 0) < 2) return [];
    const words = new Set(heads.flatMap((head) => (head ? [head.word] : [])));
    return Array.from(words, (word) => seriesOf(plan, word === '' ? sort.word : word, siblings, heads.map((head) => (head?.word === word ? head : undefined)))).flatMap((each) => each.map((open): Series => ({ ...open, within })));
  });
}

/** In order, those below the headings of these places. */
function sectionsWithin({ sections }: Plan, places: readonly ReadPlace[]): readonly Section[] {
  if (places.length === 0) return [];
  return sections.filter(({ range: { start } }) => places.some(({ range }) => range.start < start && start < range.end));
}

/** What one heading counts. */
interface Count {
  /** Empty where a number stands alone. */
  readonly word: string;
  readonly numbers: readonly Value[];
  readonly others: readonly number[];
  readonly isOpen: boolean;
  readonly title: Value | undefined;
}

function readCount({ text }: Plan, { heading: { title, titleRange } }: Section, sort: NumberedSort, mayLead: boolean): Count | undefined {
  if (!text.startsWith(title, titleRange.start) || titleRange.end - titleRange.start !== title.length) return undefined;
  const counts = countsOf(sort);
  const count = counts.named(title) ?? (mayLead ? counts.leading(title) : undefined);
  if (count === undefined) return undefined;
  const { word, numbers, others, isOpen, title: name } = count;
  return { word, numbers: numbers.map((number) => moved(number, titleRange.start)), others, isOpen, title: name && moved(name, titleRange.start) };
}

/** What is known of a title counts from its start. */
function moved({ text, range: { start, end } }: Value, by: number): Value {
  return { text, range: { start: start + by, end: end + by } };
}

type ReadCount = (title: string) => Count | undefined;
const readers = new WeakMap<NumberedSort, { readonly named: ReadCount; readonly leading: ReadCount }>();

function countsOf(sort: NumberedSort): { readonly named: ReadCount; readonly leading: ReadCount } {
  const counts = readers.get(sort) ?? { named: remembered((title) => namedCount(title, sort)), leading: remembered(leadingCount) };
  readers.set(sort, counts);
  return counts;
}

function namedCount(title: string, { naming }: NumberedSort): Count | undefined {
  const head = readHead({ text: title, range: { start: 0, end: title.length } }, naming.head);
  if (head === undefined) return undefined;
  const counted = countedIn(head.name.text);
  const isWhole = !head.isBare && head.numbers.every((number) => !number.text.includes('.'));
  const numbers = isWhole ? head.numbers : [];
  const isOpen = head.numbers.length === 0 && counted.length === 0 && /[\s{[]/.test(head.name.text);
  return { word: singular(head.word), numbers, others: counted.map(Math.floor), isOpen, title: head.title };
}

function leadingCount(title: string): Count | undefined {
  const leading = LEADING.exec(title);
  const [start, end] = leading?.indices?.[1] ?? [];
  if (leading === null || start === undefined || end === undefined) return undefined;
  const line = { text: title, range: { start: 0, end: title.length } };
  return { word: '', numbers: [partOf(line, start, end)], others: [], isOpen: false, title: partOf(line, leading[0].length) };
}

/** A series that begins anew below another heading or label is another series. */
function seriesOf(plan: Plan, word: string, siblings: readonly Section[], heads: readonly (Count | undefined)[]): readonly Omit<Series, 'within'>[] {
  const found: { word: string; members: Numbered[]; others: Set<number>; isOpen: boolean }[] = [];
  let end = 0;
  let isParted = false;
  siblings.forEach(({ range }, index) => {
    const head = heads[index];
    if (head === undefined) {
      isParted = true;
      return;
    }
    const [first] = head.numbers;
    const start = found.at(-1)?.members[0]?.number.text;
    const isAnew = first !== undefined && first.text === start && (isParted || hasLabel(plan, end, range.start));
    if (found.length === 0 || isAnew) found.push({ word, members: [], others: new Set(), isOpen: false });
    const last = found.at(-1);
    last?.members.push(...head.numbers.map((number) => ({ number, title: head.title })));
    for (const other of head.others) if (!head.numbers.some(({ text }) => Number(text) === other)) last?.others.add(other);
    if (last && head.isOpen) last.isOpen = true;
    isParted = false;
    end = range.start;
  });
  return found;
}

function hasLabel({ outline }: Plan, start: number, end: number): boolean {
  return outline.labels.some(({ range }) => range.start > start && range.start < end);
}

function singular(word: string): string {
  return word.toLowerCase().replace(/s$/, '');
}
