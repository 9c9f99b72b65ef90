import { numbersOf, type DocumentNumbers } from '../lint/document-numbers.ts';
import { metadataOf, type Metadata, type SaidField } from '../lint/metadata.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords, listed } from '../lint/wording.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { statusName } from '../readings/records/status-words.ts';
import { statesOf } from '../template/choices.ts';
import { isEmptySection } from '../template/emptiness.ts';
import { writeFields, writeValue } from '../template/write-fields.ts';
import { judgeDate } from '../text/dates.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** A form of a date, or of braces around words that tell what to write: `YYYY-MM-DD`, `{list everyone involved}`. */
const FORM_OF_A_VALUE = /^["']?(?:[YMDymd]{2,4}(?:[-/.][YMDymd]{2,4}){1,2}|\{[^{}]*\})["']?$/;
const NUMBER_IN_WORDS = /^(?:[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i;

export const requiredMetadata = defineRule({
  id: 'required-metadata',
  summary: 'A document says when and by whom it was written, its status and its number, as its template does.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const numbers = numbersOf(subject);
    if (numbers.inTitle && numbers.inFile !== undefined && numbers.inTitle.number !== numbers.inFile) yield otherTitle(numbers.inTitle, numbers.inFile);
    for (const metadata of metadataOf(subject)) {
      if (metadata.missing.length > 0) yield missingFields(subject, metadata);
      for (const said of metadata.said) yield* said.value === undefined ? emptyField(subject, said) : wrongValue(subject, said, said.value, numbers);
    }
    yield* sectionWithoutStatus(subject);
  },
});

function missingFields({ plan, values }: Subject, { asked, section, said, missing }: Metadata): Problem {
  const names = listed(missing.map(({ title }) => `"${title}"`));
  const lineOf = (field: Metadata['missing'][number]): SaidField['line'] => said.find((each) => each.field === field)?.line;
  const edits = writeFields(plan, { asked, section, missing, lineOf }, values);
  const where = asked.place === 'front matter' ? 'The front matter' : asked.place === 'title' ? 'The head of the document' : `"${inWords(section?.heading.title ?? '')}"`;
  return {
    message: `${where} does not say ${names}: add ${missing.length === 1 ? 'it' : 'them'}.`,
    range: section?.heading.range ?? firstLine(plan.text),
    ...(edits.length > 0 && { fix: { title: `Add ${names}`, edits } }),
  };
}

function* emptyField({ plan, values }: Subject, { field, line }: SaidField): Iterable<Problem> {
  if (line) yield { message: `"${field.title}" is empty: fill it in.`, range: line.name, fix: { title: `Write a blank for "${field.title}"`, edits: [writeValue(plan, field, line, values)] } };
}

function* wrongValue(subject: Subject, { field }: SaidField, value: Value, numbers: DocumentNumbers): Iterable<Problem> {
  if (isOpen(value.text) || FORM_OF_A_VALUE.test(value.text) || value.text === field.title.toUpperCase()) return;
  if (field.is === 'date') yield* wrongDate(value);
  else if (field.is === 'number') yield* wrongNumber(subject, field.title, value, numbers);
}

function* wrongDate({ text, range }: Value): Iterable<Problem> {
  const verdict = judgeDate(text);
  if (verdict === 'none') yield { message: `"${inWords(text)}" is no date: write one such as 2026-03-01.`, range };
  if (verdict === 'impossible') yield { message: `There is no such day as "${inWords(text)}": correct the date.`, range };
}

function* wrongNumber({ plan }: Subject, title: string, value: Value, { inFile, inTitle }: DocumentNumbers): Iterable<Problem> {
  const right = inFile ?? inTitle?.number;
  const digits = /\d{1,9}/.exec(value.text);
  if (digits === null) {
    if (!NUMBER_IN_WORDS.test(value.text)) yield { message: `"${inWords(value.text)}" is no number: write ${right ?? 'one, such as 2'}.`, range: value.range, ...(right !== undefined && { fix: replacing(value.range, right) }) };
    return;
  }
  if (right === undefined || Number(digits[0]) === right) return;
  const start = value.range.start + digits.index;
  const range = { start, end: start + digits[0].length };
  yield {
    message: `"${title}" is ${digits[0]} here, and ${right} in the ${inFile === undefined ? 'title' : 'file name'}: make them the same.`,
    range,
    ...(inFile === undefined && plan.title && { related: [{ message: 'The title of the document', range: plan.title.heading.range }] }),
    fix: replacing(range, right),
  };
}

function otherTitle({ number, range }: { readonly number: number; readonly range: Range }, inFile: number): Problem {
  return { message: `The number is ${number} in the title, and ${inFile} in the file name: make them the same.`, range, fix: replacing(range, inFile) };
}

function replacing(range: Range, number: number): { readonly title: string; readonly edits: readonly { readonly range: Range; readonly text: string }[] } {
  return { title: `Change it to ${number}`, edits: [{ range, text: String(number) }] };
}

/** A section for the status in which there are words, but none that tells one. */
function* sectionWithoutStatus({ plan, kind, match, readings }: Subject): Iterable<Problem> {
  for (const [contract, section] of match.found) {
    if (contract === kind.root || !contract.reads.includes('status') || readings.status !== undefined || isEmptySection(plan, section)) continue;
    const states = statesOf(contract);
    const text = sliceOf(plan.text, section.body).trim();
    if (statusName(text.split(/[\r\n]/)[0] ?? '') !== undefined || isOpen(text) || FORM_OF_A_VALUE.test(text) || states.filter((state) => text.toLowerCase().includes(state.toLowerCase())).length > 1) continue;
    yield { message: `"${inWords(section.heading.title)}" names no status: begin with one, such as ${listed(states.slice(0, 2).map((state) => `"${state}"`)).replace(' and ', ' or ')}.`, range: section.heading.range };
  }
}

function firstLine(text: string): Range {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { start, end: start + (/^[^\r\n]{0,200}/.exec(text.slice(start, start + 200))?.[0].length ?? 0) };
}
