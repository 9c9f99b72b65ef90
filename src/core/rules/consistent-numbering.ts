import { seriesIn, type Numbered, type Series } from '../lint/numbered-series.ts';
import { nodesOf, referencesTo, renumber } from '../lint/renumbering.ts';
import { defineRule, type Fix, type Problem } from '../lint/rule.ts';
import { countSeries, type Break, type Counted } from '../lint/series-breaks.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';

/** Each fix looks through the whole document. */
const MOST_FIXES = 20;

export const consistentNumbering = defineRule({
  id: 'consistent-numbering',
  summary: 'Phases, waves, risks, decisions and services are counted without gaps, and no two have one number.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const all = seriesIn(subject);
    let fixes = MOST_FIXES;
    for (const series of all) {
      const { counted, breaks } = countSeries(subject.plan, series);
      if (breaks.length === 0) continue;
      const fix = fixes-- > 0 ? fixOf(subject, series, counted, all) : undefined;
      for (const each of breaks) yield problemOf(subject, series, each, fix);
    }
  },
});

function problemOf(subject: Subject, { word }: Series, { member, expected, found, twin }: Break, fix: Fix | undefined): Problem {
  const name = `${nameOf(word, found)}${quoted(member)}`;
  const range = headOf(subject, word, member);
  if (twin === undefined) return { message: `${name} stands where ${word} ${expected} is expected: number it ${expected}, or add what is left out.`, range, ...(fix && { fix }) };
  return {
    message: `${name} has the number of another ${word}: ${expected} is expected here.`,
    range,
    related: [{ message: `${nameOf(word, found)}${quoted(twin)} has it first.`, range: headOf(subject, word, twin) }],
    ...(fix && { fix }),
  };
}

function fixOf(subject: Subject, series: Series, counted: readonly Counted[], all: readonly Series[]): Fix | undefined {
  if (isToldByFile(subject, series)) return undefined;
  const isAlone = all.filter(({ word }) => word === series.word).length === 1;
  const region = isAlone ? { start: 0, end: subject.plan.text.length } : series.within;
  const needs = bareReferences(subject, series.word).filter(({ range }) => range.start >= region.start && range.end <= region.end);
  const edits = renumber(subject.plan, series, counted, [...referencesTo(subject.plan, series, isAlone), ...nodesOf(subject.plan, series), ...needs]);
  return edits && edits.length > 0 ? { title: `Renumber the ${series.word}s`, edits } : undefined;
}

/** What says no more than `1, 2` after "Depends on". */
function bareReferences({ readings }: Subject, word: string): readonly Value[] {
  if (word === 'wave') return readings.waves.flatMap(({ dependsOn }) => dependsOn);
  return word === 'phase' ? readings.phases.flatMap(({ dependsOn }) => dependsOn) : [];
}

/** A phase whose plan is a file of that number has it from there. */
function isToldByFile({ readings }: Subject, { word, members }: Series): boolean {
  if (word !== 'phase') return false;
  const numbers = new Set(members.map(({ number }) => number.range.start));
  return readings.phases.some(({ number, plan }) => number !== undefined && plan !== undefined && numbers.has(number.range.start) && /\d/.test(plan.text));
}

function nameOf(word: string, number: number): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${number}`;
}

function quoted({ title, number }: Numbered): string {
  return title === undefined || title.text === '' || isBlank(title.text) || title.range.start === number.range.start ? '' : ` "${inWords(title.text)}"`;
}

/** The number with the word before it. */
function headOf({ plan }: Subject, word: string, { number: { range } }: Numbered): Range {
  const before = plan.text.slice(Math.max(0, range.start - word.length - 5), range.start);
  const length = new RegExp(`${word}s?[ \\t#_-]{0,3}$`, 'i').exec(before)?.[0].length ?? 0;
  return { start: range.start - length, end: range.end };
}
