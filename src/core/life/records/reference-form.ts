import { formOfReference, referenceLike, type ReferenceForm } from '../../lint/record-references.ts';
import { seriesOf } from '../../lint/records-around.ts';
import type { RecordEntry } from '../../lint/surroundings.ts';
import { plainTitle } from '../../plan/titles.ts';
import { recordName } from '../../readings/records/record-names.ts';
import { folderOf } from '../../template/file-name.ts';
import { linkTo, pathFrom } from '../../text/link-paths.ts';

/** How a record names another one: as it names others of the series, else as its neighbours do, else as any record does, else by a link. */
export function formBetween(from: RecordEntry, to: RecordEntry, others: readonly RecordEntry[], isInFrontMatter: boolean): ReferenceForm {
  const series = seriesOf(from.path);
  const own = formsUsed(from, isInFrontMatter);
  const beside = others.filter(({ path }) => seriesOf(path) === series).flatMap((other) => formsUsed(other, isInFrontMatter));
  const within = seriesOf(to.path) === series ? [own, beside].map((forms) => forms.findLast((form) => form.isWithin)) : [];
  const anywhere = (): FormUsed | undefined => others.flatMap((other) => formsUsed(other, isInFrontMatter)).at(-1);
  const form = [...within, own.at(-1), beside.at(-1)].find((each) => each !== undefined) ?? anywhere();
  if (form === undefined) return plainForm(from, to);
  return (isWidthOpen(form, to) ? beside.findLast((other) => other.isWithin && tellsWidth(other, form)) : undefined) ?? form;
}

/** "ADR-187" does not tell whether a smaller number has leading zeros. */
function isWidthOpen(form: ReferenceForm, { record: { number } }: RecordEntry): boolean {
  const digits = partsOf(form)?.digits ?? '0';
  return !digits.startsWith('0') && number !== undefined && String(number).length < digits.length;
}

/** Another reference of that form, with leading zeros or too short to have any. */
function tellsWidth(other: ReferenceForm, form: ReferenceForm): boolean {
  const [theirs, ours] = [partsOf(other), partsOf(form)];
  if (theirs === undefined || ours === undefined || theirs.lead !== ours.lead || theirs.isAlone !== ours.isAlone) return false;
  return theirs.digits.startsWith('0') || theirs.digits.length < ours.digits.length;
}

function partsOf({ label, target }: ReferenceForm): { readonly lead: string; readonly digits: string; readonly isAlone: boolean } | undefined {
  const [, lead, digits, rest] = /^(\D{0,20})(\d{1,6})(.?)/s.exec(label ?? target) ?? [];
  return lead === undefined || digits === undefined ? undefined : { lead: `${label === undefined ? '' : '['}${lead}`, digits, isAlone: rest === '' };
}

/** The words that name a record in another one, safe where they are to stand. */
export function referenceIn(place: 'yaml' | 'cell' | 'text', form: ReferenceForm, from: RecordEntry, to: RecordEntry): string {
  const reference = referenceLike(form, from, to);
  if (place === 'cell') return reference.replace(/(?<!\\)\|/g, '\\|');
  if (place === 'text') return reference;
  // Unquoted, YAML takes these for the end of a value.
  const bare = reference.replace(/["']/g, '');
  return /: | #/.test(bare) ? linkTo(from.path, to.path) : bare;
}

interface FormUsed extends ReferenceForm {
  /** Whether it names a record of the same series. */
  readonly isWithin: boolean;
}

function formsUsed(entry: RecordEntry, isInFrontMatter: boolean): readonly FormUsed[] {
  return entry.record.links.flatMap((link): readonly FormUsed[] => {
    const form = formOfReference(entry, link);
    if (form.isInFrontMatter !== isInFrontMatter || /^[a-z][a-z0-9+.-]*:/i.test(form.target)) return [];
    const path = /\.(?:md|markdown)(?:#|$)/i.test(form.target) ? pathFrom(folderOf(entry.path), form.target.replace(/#.*$/s, '')) : undefined;
    return [{ ...form, isWithin: path === undefined || seriesOf(path) === seriesOf(entry.path) }];
  });
}

/** A link under the number and title of the other record, as its heading has them; without a number there, under the one of its file. */
function plainForm(from: RecordEntry, to: RecordEntry): ReferenceForm {
  const { plan, record: { number } } = to;
  const heading = plainTitle(plan.title?.heading.title ?? '');
  const digits = recordName(to.path)?.digits ?? String(number ?? '');
  const isNumbered = number !== undefined && Array.from(heading.slice(0, 40).matchAll(/\d{1,6}/g)).some(([each]) => Number(each) === number);
  const label = isNumbered || number === undefined ? heading : `ADR-${digits}`;
  return { label, target: linkTo(from.path, to.path), isInFrontMatter: false };
}
