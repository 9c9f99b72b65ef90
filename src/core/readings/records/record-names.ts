import { baseName } from '../../template/file-name.ts';
import { remembered } from '../../text/remembered.ts';
import { numberInName } from './record-links.ts';

/** A file name such as `ADR-0007-keep-one-log.md`, taken apart. */
export interface RecordName {
  /** `ADR-` */
  readonly prefix: string;
  /** `0007` */
  readonly digits: string;
  /** What parts the number from the words: `-` */
  readonly separator: string;
  /** `keep-one-log` */
  readonly words: string;
  /** `.md` */
  readonly ending: string;
}

/** How the records of one folder are named. */
export interface NameStyle extends Pick<RecordName, 'prefix' | 'separator' | 'ending'> {
  /** With leading zeros up to this; 1 where numbers have none. */
  readonly width: number;
  readonly joint: '-' | '_';
}

const MOST_STYLES = 20;
const NAME = /^(\D{0,20})(\d{1,6})([-_. ]{0,3})(.*)(\.(?:md|markdown))$/i;

/** Nothing for a name without a number, and for the page of a folder. The names of a folder are asked for again with each of its records. */
export function recordName(path: string): RecordName | undefined {
  return nameIn(baseName(path));
}

const nameIn = remembered((base): RecordName | undefined => {
  const [, prefix = '', digits, separator = '', words = '', ending = ''] = NAME.exec(base) ?? [];
  return digits === undefined || numberInName(base) === undefined ? undefined : { prefix, digits, separator, words, ending };
});

/** How at least this share of the names are written; nothing where there are few, or no such style. */
export function commonStyle(names: readonly RecordName[], least: number, share: number): NameStyle | undefined {
  if (names.length < least) return undefined;
  const width = widthOf(names);
  const styles = new Map(names.map((name) => styleOf(name, width)).map((style) => [JSON.stringify(style), style]));
  const counted = Array.from(styles.values())
    .slice(0, MOST_STYLES)
    .map((style) => ({ style, count: names.filter((name) => hasStyle(name, style)).length }));
  const [most] = counted.sort((a, b) => b.count - a.count);
  return most !== undefined && most.count >= names.length * share ? most.style : undefined;
}

/** Words that are single ones fit every joint. */
export function hasStyle(name: RecordName, style: NameStyle): boolean {
  const isJoined = /[-_ ]/.test(name.words);
  return writtenIn(style, Number(name.digits), isJoined ? name.words.replace(/[-_ ]/g, style.joint) : name.words) === `${name.prefix}${name.digits}${name.separator}${name.words}${name.ending}`;
}

export function writtenIn({ prefix, separator, ending, width }: NameStyle, number: number, words: string): string {
  return `${prefix}${String(number).padStart(width, '0')}${words === '' ? '' : separator}${words}${ending}`;
}

export function styleOf({ prefix, digits, separator, words, ending }: RecordName, width = digits.startsWith('0') ? digits.length : 1): NameStyle {
  return { prefix, separator: separator === '' ? '-' : separator, ending, width, joint: words.includes('_') && !words.includes('-') ? '_' : '-' };
}

/** The width that most names with leading zeros have. */
function widthOf(names: readonly RecordName[]): number {
  const widths = names.filter(({ digits }) => digits.startsWith('0') && digits.length > 1).map(({ digits }) => digits.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [most] = Array.from(counts).sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 1;
}
