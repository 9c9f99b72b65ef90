import { blockAround } from '../plan/blocks.ts';
import { frontMatterLines, headLines, type HeadLine } from '../plan/head-lines.ts';
import { recalled } from '../plan/memory.ts';
import type { Plan, Section } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { fieldsBelow, headFields } from '../readings/records/head-fields.ts';
import { askedFields, type AskedField, type AskedFields } from '../template/asked-fields.ts';
import { isEmptySection } from '../template/emptiness.ts';
import { isRecordKind } from '../template/kind.ts';
import { judgeDate } from '../text/dates.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { namesOf } from './metadata-names.ts';
import type { Subject } from './subject.ts';

/** What a document says of the fields that stand together in its template. */
export interface Metadata {
  readonly asked: AskedFields;
  /** Where they belong. */
  readonly section: Section | undefined;
  readonly said: readonly SaidField[];
  readonly missing: readonly AskedField[];
}

export interface SaidField {
  readonly field: AskedField;
  /** The line that says it, where it has one of its own. */
  readonly line: HeadLine | undefined;
  /** Nothing where the name stands there alone. */
  readonly value: Value | undefined;
}

const LONGEST_HEAD = 20_000;
const LONGEST_RECORD = 100_000;
const LONGEST_DATE_LINE = 80;
/** A history tells when a record was made: `- 2026-03-01: accepted`, `| March 1, 2026 | …`. */
const DATED_LINE = /^[ \t>|*+_-]{0,20}(?:\d{4}[-/.]\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}|(?:\d{1,2}\.?[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ ,-]{1,3}(?:\d{1,2}(?:st|nd|rd|th)?[ ,]{1,3})?\d{4})/im;
const NAME_IN_LINE = /^[ \t>|]{0,20}(?:[-*+][ \t]+)?[*_]{0,3}(\p{L}[\p{L} ()-]{0,40}?)[*_]{0,3}[ \t]{0,4}[:|]/gmu;

export function metadataOf(subject: Subject): readonly Metadata[] {
  const { plan, match, kind, values } = subject;
  return askedFields(kind, values).flatMap((asked) => {
    const section = asked.place === 'section' ? match.found.get(asked.contract) : plan.title;
    if (asked.place === 'section' && (section === undefined || isEmptySection(plan, section))) return [];
    return [new MetadataReader(subject, asked, section).read()];
  });
}

class MetadataReader {
  readonly #subject: Subject;
  readonly #asked: AskedFields;
  readonly #section: Section | undefined;
  readonly #lines: readonly HeadLine[];
  #fields: readonly { readonly key: string; readonly whole: Value }[] | undefined;
  #names: ReadonlySet<string> | undefined;

  constructor(subject: Subject, asked: AskedFields, section: Section | undefined) {
    this.#subject = subject;
    this.#asked = asked;
    this.#section = section;
    const { plan } = subject;
    const own = asked.place === 'section' && section ? linesIn(plan, section.body) : [];
    this.#lines = [...own, ...frontMatterLines(plan), ...linesIn(plan, headOf(subject))];
  }

  read(): Metadata {
    const said: SaidField[] = [];
    const missing: AskedField[] = [];
    for (const field of this.#asked.fields) {
      const found = this.#said(field);
      if (found) said.push(found);
      else if (!this.#isSaidElsewhere(field)) missing.push(field);
    }
    // The shortest forms of a record have no front matter; whoever writes some of it is asked for the rest.
    const isBare = said.length === 0 && this.#asked.place === 'front matter' && isRecordKind(this.#subject.kind);
    return { asked: this.#asked, section: this.#section, said, missing: isBare ? [] : missing };
  }

  /** A line of its own, else any form that a field may have. */
  #said(field: AskedField): SaidField | undefined {
    const names = namesOf(field.key);
    const lines = this.#lines.filter(({ key }) => names.includes(key));
    const line = lines.find(({ value }) => value.end > value.start) ?? lines[0];
    if (line && line.value.end > line.value.start) return { field, line, value: { text: sliceOf(this.#subject.plan.text, line.value), range: line.value } };
    const read = this.#readFields.find(({ key }) => names.includes(key));
    if (read) return { field, line, value: read.whole };
    return line && { field, line, value: undefined };
  }

  /** Tables, lists and several fields on one line need the parser: it is asked only where something is missing. */
  get #readFields(): readonly { readonly key: string; readonly whole: Value }[] {
    if (this.#fields !== undefined) return this.#fields;
    const { plan, read } = this.#subject;
    const section = this.#asked.place === 'section' ? this.#section : undefined;
    const span = section && { start: section.range.start, end: section.body.end };
    const own = span ? recalled(plan, span, fieldsBelow, () => fieldsBelow(plan, span, read)) : [];
    this.#fields = [...own, ...headFields(plan, read)];
    return this.#fields;
  }

  #isSaidElsewhere(field: AskedField): boolean {
    const { plan, readings, path, kind } = this.#subject;
    const names = namesOf(field.key);
    if (plan.sections.some((section) => names.includes(section.key) && !isEmptySection(plan, section))) return true;
    if (field.is === 'status') return readings.status !== undefined;
    if (isRecordKind(kind) && names.some((name) => this.#namesAnywhere.has(name))) return true;
    if (field.is !== 'date') return false;
    if (isRecordKind(kind) && DATED_LINE.test(plan.text.slice(0, LONGEST_RECORD))) return true;
    return readings.status?.date !== undefined || /\d{4}-?\d{2}-?\d{2}/.test(path) || this.#hasBareDate();
  }

  /** A short line of the head that is a date, or tells one without naming it. */
  #hasBareDate(): boolean {
    const head = headOf(this.#subject);
    const { plan } = this.#subject;
    const dates = recalled(plan, head, datesAlone, () => datesAlone(plan, head));
    return dates.some(({ start }) => !this.#lines.some(({ line }) => line.start === start));
  }

  /** Of a record, which is short: some say at its end when and by whom it was made. */
  get #namesAnywhere(): ReadonlySet<string> {
    this.#names ??= new Set(Array.from(this.#subject.plan.text.slice(0, LONGEST_RECORD).matchAll(NAME_IN_LINE), ([, name = '']) => name.toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim()));
    return this.#names;
  }
}

/** The short lines of a span that are a date and nothing else. */
function datesAlone(plan: Plan, span: Range): readonly Range[] {
  return Array.from(sliceOf(plan.text, span).matchAll(/[^\r\n]+/g)).flatMap(({ 0: line, index }) => {
    const start = span.start + index;
    const isDate = line.length <= LONGEST_DATE_LINE && /\d{4}/.test(line) && judgeDate(line) === 'date' && blockAround(plan, start) === undefined;
    return isDate ? [{ start, end: start + line.length }] : [];
  });
}

function linesIn(plan: Plan, span: Range): readonly HeadLine[] {
  return recalled(plan, span, headLines, () => headLines(plan, span));
}

/** What stands before the second section: authors put these fields there, wherever the template has them. */
function headOf({ plan }: Subject): Range {
  const start = plan.outline.frontMatter?.range.end ?? 0;
  const index = plan.title ? plan.sections.indexOf(plan.title) + 1 : 0;
  const end = plan.sections[index]?.body.end ?? plan.text.length;
  return { start, end: Math.max(start, Math.min(end, start + LONGEST_HEAD)) };
}
