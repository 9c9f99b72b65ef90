import type { RecordRelations } from '../../lint/record-relations.ts';
import type { RecordEntry } from '../../lint/surroundings.ts';
import { hiddenSpans, readLinks } from '../../readings/links.ts';
import { baseName, folderOf } from '../../template/file-name.ts';
import { pathFrom } from '../../text/link-paths.ts';
import type { Range } from '../../text/range.ts';
import { mentionsIn } from './renumber/mentions.ts';

/** A record that refers to another one, and every place where it does. */
export interface Reference {
  readonly from: RecordEntry;
  readonly places: readonly Range[];
}

/** The places in a record that refer to another one: links, notes, and its number by itself. */
export function referencesIn(from: RecordEntry, to: RecordEntry, relations: RecordRelations): Reference | undefined {
  const { text } = from.plan;
  const { number } = to.record;
  const isNamed = text.includes(baseName(to.path).replace(/\.(?:md|markdown)$/i, '')) || (number !== undefined && new RegExp(`(?<!\\d)0{0,6}${number}(?!\\d)`).test(text));
  if (!isNamed) return undefined;
  const links = readLinks(from.plan, hiddenSpans(from.plan)).filter(({ target }) => pathFrom(folderOf(from.path), target.replace(/[#?].*$/s, '')) === to.path);
  const notes = from.record.links.filter((link) => relations.targetOf(from, link) === to).map(({ target }) => target);
  const isOnly = number !== undefined && relations.targetOf(from, { relation: 'relates to', target: { text: String(number), range: NOWHERE }, number, range: NOWHERE }) === to;
  const mentions = isOnly ? mentionsIn(text, { number, prefixes: ['adr'] }).map(({ digits }) => digits) : [];
  const places = distinctLines(from, [...links, ...notes, ...mentions].map(({ range }) => range));
  return places.length === 0 ? undefined : { from, places };
}

const NOWHERE: Range = { start: 0, end: 0 };

/** A link with the number in its words is one place. */
function distinctLines({ plan }: RecordEntry, ranges: readonly Range[]): readonly Range[] {
  const byLine = new Map<number, Range>();
  for (const range of Array.from(ranges).sort((a, b) => a.start - b.start)) {
    const line = plan.lines.lineAt(range.start);
    if (!byLine.has(line)) byLine.set(line, range);
  }
  return Array.from(byLine.values());
}
