import { numberPlace, othersOfSeries, ownRecord, seriesOf } from '../lint/records-around.ts';
import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import type { RecordElsewhere } from '../lint/surroundings.ts';
import { listed } from '../lint/wording.ts';
import { baseName } from '../template/file-name.ts';

export const uniqueRecordNumbers = defineRule({
  id: 'unique-record-numbers',
  summary: 'A decision record has a number of its own.',
  severity: 'error',
  fixable: false,
  *check(subject) {
    const own = ownRecord(subject);
    const number = own?.record.number;
    if (own === undefined || number === undefined || isSample(own.path)) return;
    const others = (othersOfSeries(subject) ?? []).filter(({ path, record }) => record.number === number && isRival(own.path, path));
    const elsewhere = rivalsElsewhere(subject, number).filter(({ path }) => others.every((other) => other.path !== path));
    if (others.length + elsewhere.length === 0) return;
    const range = numberPlace(own);
    const free = `take the next free number, ${nextFree(subject, number)}`;
    if (others.length > 0) {
      yield {
        message: `The number ${number} is that of ${listed(others.map(({ path }) => `"${baseName(path)}"`))} too: for one of them, ${free}.`,
        range,
        related: others.map((other) => ({ message: `Has the number ${number} too.`, path: other.path, range: numberPlace(other) })),
      };
    }
    const [first] = elsewhere;
    if (first === undefined) return;
    yield {
      message: `The number ${number} is taken by "${baseName(first.path)}" on the branch "${first.branch}": ${free}, before both are merged.`,
      range,
      related: [{ message: `Has the number ${number} on the branch "${first.branch}".`, path: first.path, range: { start: 0, end: 0 } }],
    };
  },
});

/** Another record of the same series. */
function isRival(own: string, other: string): boolean {
  return other !== own && seriesOf(other) === seriesOf(own) && !isSample(other) && withoutLanguage(other) !== withoutLanguage(own);
}

/** A record that is here as well, under the name it has there, is the same one. */
function rivalsElsewhere({ path, surroundings }: Subject, number: number): readonly RecordElsewhere[] {
  const rivals = (surroundings.recordsElsewhere() ?? []).filter((other) => other.number === number && isRival(path, other.path));
  if (rivals.length === 0) return [];
  const here = new Set(surroundings.records()?.map((entry) => entry.path));
  return rivals.filter((other) => !here.has(other.path));
}

function nextFree(subject: Subject, own: number): number {
  const { path, surroundings } = subject;
  const here = (othersOfSeries(subject) ?? []).flatMap(({ record }) => record.number ?? []);
  const elsewhere = (surroundings.recordsElsewhere() ?? []).filter((entry) => seriesOf(entry.path) === seriesOf(path)).map(({ number }) => number);
  return [...here, ...elsewhere].reduce((most, each) => Math.max(most, each), own) + 1;
}

/** `0007-keep-one-log.de.md` is the same record in another language. */
function withoutLanguage(path: string): string {
  return path.replace(/\.md$/i, '').replace(/[._][a-z]{2}(?:[-_][a-z]{2})?$/i, '');
}

function isSample(path: string): boolean {
  return /(?:^|[-_. ])template(?:[-_. ]|$)/i.test(baseName(path));
}
