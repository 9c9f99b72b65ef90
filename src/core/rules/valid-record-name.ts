import { numberPlace, othersOfSeries, ownRecord } from '../lint/records-around.ts';
import { defineRule, type Fix, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import type { RecordEntry } from '../lint/surroundings.ts';
import { inWords } from '../lint/wording.ts';
import { commonStyle, hasStyle, recordName, styleOf, writtenIn, type NameStyle, type RecordName } from '../readings/records/record-names.ts';
import { readRecord } from '../readings/records/record.ts';
import { baseName } from '../template/file-name.ts';
import type { Range } from '../text/range.ts';
import { slug } from '../text/slug.ts';
import { sharesWord } from '../text/shared-words.ts';

/** So many others show how the records of a folder are named, and so many of them must agree. */
const LEAST_OTHERS = 3;
const SHARE = 0.75;
/** The page of a folder, a template, and a draft that waits for its number. */
const NOT_NUMBERED = /^(?:readme|index)\.\w+$|template|draft/i;

export const validRecordName = defineRule({
  id: 'valid-record-name',
  summary: 'The file of a decision record is named by its number and its title, as the others are.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const own = ownRecord(subject);
    if (own === undefined || NOT_NUMBERED.test(baseName(own.path))) return;
    const others = othersOfSeries(subject) ?? [];
    const name = recordName(own.path);
    const style = commonStyle(others.flatMap(({ path }) => recordName(path) ?? []), LEAST_OTHERS, SHARE);
    const named = new NamedRecord(subject, own, others, name, style);
    const problem = named.otherNumber() ?? named.otherWords() ?? named.otherStyle();
    if (problem) yield problem;
  },
});

class NamedRecord {
  readonly #subject: Subject;
  readonly #own: RecordEntry;
  readonly #others: readonly RecordEntry[];
  readonly #name: RecordName | undefined;
  readonly #style: NameStyle | undefined;
  readonly #inTitle: number | undefined;

  constructor(subject: Subject, own: RecordEntry, others: readonly RecordEntry[], name: RecordName | undefined, style: NameStyle | undefined) {
    this.#subject = subject;
    this.#own = own;
    this.#others = others;
    this.#name = name;
    this.#style = style;
    const titled = readRecord(own.plan, '', subject.read);
    this.#inTitle = titled.numberIn === 'title' ? titled.number : undefined;
  }

  /** Where another record has the number of the title, that is the one to correct. */
  otherNumber(): Problem | undefined {
    const [inFile, inTitle] = [this.#name && Number(this.#name.digits), this.#inTitle];
    if (inFile === undefined || inTitle === undefined || inFile === inTitle) return undefined;
    const range = numberPlace({ ...this.#own, record: { ...this.#own.record, number: inTitle } });
    const isTaken = this.#others.some(({ record }) => record.number === inTitle);
    const fix = isTaken ? this.#correctedTitle(range, inTitle, inFile) : this.#renamed(inTitle);
    return { message: `The number is ${inTitle} in the title, and ${inFile} in the name of the file: ${isTaken ? 'correct the title' : 'rename the file, or correct the title'}.`, range, ...(fix && { fix }) };
  }

  otherWords(): Problem | undefined {
    const { plan, record: { title } } = this.#own;
    // A heading further below names a part of the record.
    if (plan.title !== plan.sections[0]) return undefined;
    const words = this.#name?.words ?? baseName(this.#own.path).replace(/\.(?:md|markdown)$/i, '');
    if (title === undefined || sharesWord(words, title.text)) return undefined;
    const fix = this.#renamed(this.#own.record.number);
    return { message: `The name of the file, "${inWords(baseName(this.#own.path))}", shares no word with the title "${inWords(title.text)}": rename it.`, range: title.range, ...(fix && { fix }) };
  }

  otherStyle(): Problem | undefined {
    const { path, plan } = this.#own;
    if (this.#style === undefined || (this.#name && hasStyle(this.#name, this.#style))) return undefined;
    const number = this.#own.record.number ?? this.#nextNumber();
    const fix = this.#renamed(number);
    const like = this.#others.map((other) => ({ other, name: recordName(other.path) })).find(({ name }) => name && this.#style && hasStyle(name, this.#style));
    const range = plan.title?.heading.range ?? { start: 0, end: 0 };
    return { message: `The file "${inWords(baseName(path))}" is not named as the other records are, such as "${inWords(baseName(like?.other.path ?? ''))}": rename it.`, range, ...(fix && { fix }) };
  }

  /** The name that fits in all respects; nothing where a file has it already. */
  #renamed(number: number | undefined): Fix | undefined {
    const { path, record } = this.#own;
    if (number === undefined) return undefined;
    const style = this.#style ?? (this.#name && styleOf(this.#name));
    if (style === undefined) return undefined;
    const words = this.#name?.words ?? '';
    const isFitting = record.title === undefined || (words !== '' && sharesWord(words, record.title.text));
    const written = isFitting ? words.replace(/[-_ ]/g, style.joint) : slug(record.title.text, style.joint);
    const folder = path.slice(0, path.length - baseName(path).length);
    const rename = folder + writtenIn(style, number, written);
    if (rename === path || this.#subject.surroundings.exists(rename) === true || this.#others.some((other) => other.path === rename)) return undefined;
    return { title: `Rename the file to "${baseName(rename)}"`, edits: [], rename };
  }

  #correctedTitle(range: Range, wrong: number, right: number): Fix | undefined {
    const digits = this.#own.plan.text.slice(range.start, range.end);
    if (Number(digits) !== wrong) return undefined;
    return { title: `Change the number in the title to ${right}`, edits: [{ range, text: digits.startsWith('0') ? String(right).padStart(digits.length, '0') : String(right) }] };
  }

  #nextNumber(): number {
    return this.#others.reduce((most, { record }) => Math.max(most, record.number ?? 0), 0) + 1;
  }
}
