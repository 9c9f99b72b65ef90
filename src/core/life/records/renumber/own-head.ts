import { numberPlace } from '../../../lint/records-around.ts';
import type { RecordEntry } from '../../../lint/surroundings.ts';
import type { ReadMarkdown } from '../../../plan/markdown.ts';
import { headFields } from '../../../readings/records/head-fields.ts';
import type { TextEdit } from '../../../text/edits.ts';
import { sliceOf, type Range } from '../../../text/range.ts';
import { digitsLike } from './renumbering.ts';

/** Names of the number in the head of a record, and of what begins with it. */
const IDS: readonly string[] = ['id', 'adr', 'adr id', 'adr number', 'adr no', 'number', 'no', 'record', 'record id'];
const TITLES: readonly string[] = ['title', 'sidebar label', 'sidebartitle', 'nav title', 'linktitle', 'description'];
const LEADING = /^["']?\s*(?:[\p{L}]{2,12}[-_ #]{0,2})?(\d{1,6})(?=\s{0,3}(?:[.:)\]–—-]|["']?$))/du;
const ID = /(?<!\d)(\d{1,6})(?!\d)/dg;

/** The number where the record tells its own: in its heading, and under its names in front matter, lines and tables. */
export function ownNumber(own: RecordEntry, number: number, next: number, read: ReadMarkdown): readonly TextEdit[] {
  const { plan } = own;
  const places: Range[] = [numberPlace({ path: own.path, kind: own.kind, plan, record: { ...own.record, number } })];
  for (const { key, form, whole } of headFields(plan, read)) {
    if (IDS.includes(key)) places.push(...Array.from(whole.text.slice(0, 100).matchAll(ID)).flatMap(({ indices }) => placeAt(whole.range, indices?.[1])));
    if (TITLES.includes(key) && form === 'front matter') places.push(...placeAt(whole.range, LEADING.exec(whole.text.slice(0, 100))?.indices?.[1]));
  }
  return places.flatMap((range): readonly TextEdit[] => {
    const digits = sliceOf(plan.text, range);
    return /^\d{1,8}$/.test(digits) && Number(digits) === number ? [{ range, text: digitsLike(digits, next) }] : [];
  });
}

function placeAt({ start }: Range, indices: readonly [number, number] | undefined): readonly Range[] {
  return indices ? [{ start: start + indices[0], end: start + indices[1] }] : [];
}
