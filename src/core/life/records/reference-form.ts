import { formOfReference, referenceLike, type ReferenceForm } from '../../lint/record-references.ts';
import type { RecordEntry } from '../../lint/surroundings.ts';
import { plainTitle } from '../../plan/titles.ts';
import { recordName } from '../../readings/records/record-names.ts';
import { linkTo } from '../../text/link-paths.ts';

/** How a record names another one: as it names others, else as its neighbours do, else by a link. */
export function formBetween(from: RecordEntry, to: RecordEntry, others: readonly RecordEntry[], isInFrontMatter: boolean): ReferenceForm {
  return formUsed(from, isInFrontMatter) ?? others.map((other) => formUsed(other, isInFrontMatter)).findLast((form) => form !== undefined) ?? plainForm(from, to);
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

function formUsed(entry: RecordEntry, isInFrontMatter: boolean): ReferenceForm | undefined {
  return entry.record.links.map((link) => formOfReference(entry, link)).findLast((form) => form.isInFrontMatter === isInFrontMatter && !/^[a-z][a-z0-9+.-]*:/i.test(form.target));
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
