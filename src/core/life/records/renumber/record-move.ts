import { seriesOf } from '../../../lint/records-around.ts';
import type { RecordElsewhere, RecordEntry } from '../../../lint/surroundings.ts';
import { commonStyle, recordName, styleOf, writtenIn } from '../../../readings/records/record-names.ts';
import { baseName, folderOf } from '../../../template/file-name.ts';
import type { Rename } from '../../change.ts';
import { called } from '../record-wording.ts';

/** So many others show how the records of a folder are named, and so many of them must agree. */
const LEAST_OTHERS = 3;
const SHARE = 0.75;
const LARGEST = 999_999;
const LANGUAGE = /^(?:[._][a-z]{2}(?:[-_][a-z]{2,4})?)?\.(?:md|markdown)$/i;

/** The number that no record of the series has, here or on another branch: one more than the highest. */
export function nextFreeNumber(own: RecordEntry, records: readonly RecordEntry[], elsewhere: readonly RecordElsewhere[]): number {
  const series = seriesOf(own.path);
  const here = records.filter(({ path }) => seriesOf(path) === series).flatMap(({ record }) => record.number ?? []);
  const there = elsewhere.filter(({ path }) => seriesOf(path) === series).map(({ number }) => number);
  return [...here, ...there, own.record.number ?? 0].reduce((most, each) => Math.max(most, each), 0) + 1;
}

/** A sentence on why a record cannot have this number. */
export function whyNotNumber(text: string, own: RecordEntry, records: readonly RecordEntry[], elsewhere: readonly RecordElsewhere[]): string | undefined {
  const number = Number(text.trim());
  if (!/^\d{1,6}$/.test(text.trim()) || number > LARGEST) return 'A number has digits only, six of them at most: write one such as 12.';
  if (number === own.record.number) return `This is the number that ${called(own)} has: choose another.`;
  const series = seriesOf(own.path);
  const twin = records.find(({ path, record }) => record.number === number && path !== own.path && seriesOf(path) === series);
  if (twin) return `The number ${number} is that of ${baseName(twin.path)}: choose another.`;
  const far = elsewhere.find(({ path, number: theirs }) => theirs === number && seriesOf(path) === series);
  return far && `The number ${number} is taken by ${baseName(far.path)} on the branch "${far.branch}": choose another.`;
}

/** The files, or the one folder, that get another name with the number; none where no name tells it. */
export function movesFor(own: RecordEntry, number: number, records: readonly RecordEntry[], namesBeside: readonly string[]): readonly Rename[] {
  const { path, record } = own;
  if (record.numberIn !== 'file') return [];
  const others = records.filter((other) => other.path !== path && seriesOf(other.path) === seriesOf(path));
  const isFolder = /^(?:readme|index)\.\w+$/i.test(baseName(path));
  const moved = isFolder ? folderOf(path) : path;
  const to = renamed(isFolder ? `${moved}.md` : moved, number, others, isFolder);
  if (to === undefined) return [];
  if (isFolder) return [{ from: moved, to: to.replace(/\.md$/, '') }];
  const stem = withoutEnding(path);
  const companions = namesBeside.filter((name) => name !== baseName(path) && name.startsWith(baseName(stem)) && LANGUAGE.test(name.slice(baseName(stem).length)));
  const inFolder = (name: string): string => (folderOf(path) === '' ? name : `${folderOf(path)}/${name}`);
  return [{ from: path, to }, ...companions.map((name) => ({ from: inFolder(name), to: withoutEnding(to) + name.slice(baseName(stem).length) }))];
}

/** The name in the style of the folder, with the words that it has. */
function renamed(path: string, number: number, others: readonly RecordEntry[], isFolder: boolean): string | undefined {
  const name = recordName(path);
  if (name === undefined) return undefined;
  const folderName = (other: string): string => (isFolder ? `${folderOf(other)}.md` : other);
  const style = commonStyle(others.flatMap((other) => recordName(folderName(other.path)) ?? []), LEAST_OTHERS, SHARE) ?? styleOf(name);
  const written = writtenIn({ ...style, ending: name.ending }, number, name.words);
  return path.slice(0, path.length - baseName(path).length) + written;
}

export function withoutEnding(path: string): string {
  return path.replace(/\.(?:md|markdown)$/i, '');
}
