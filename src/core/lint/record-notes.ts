import { frontMatterLines, headLines, type HeadLine } from '../plan/head-lines.ts';
import type { RecordLink, Relation } from '../readings/records/record-links.ts';
import { statusSection, type Status } from '../readings/records/status.ts';
import { statusName } from '../readings/records/status-words.ts';
import { insertBlock, lineEndingOf } from '../template/insert.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf, type Range } from '../text/range.ts';
import { bareReference, referenceLike, type ReferenceForm } from './record-references.ts';
import type { RecordEntry } from './surroundings.ts';

const STATUS_KEYS: readonly string[] = ['status', 'current status', 'adr status', 'decision status'];
const LONGEST_LINE = 2000;

/** What a record says of another one, to be written into it. */
interface Note {
  readonly entry: RecordEntry;
  readonly relation: Relation;
  readonly reference: string;
  readonly bare: string;
}

/** The edits that let a record say of another one in what relation it stands to it, in the form it uses itself; nothing where no text can stand. */
export function writeNote(entry: RecordEntry, relation: Relation, to: RecordEntry, form: ReferenceForm): readonly TextEdit[] {
  const note: Note = { entry, relation, reference: referenceLike(form, entry, to), bare: bareReference(entry, to) };
  const { status, links } = entry.record;
  const alike = links.findLast((link) => link.relation === relation);
  const edit = (alike && besideLink(note, alike)) ?? (relation === 'superseded by' && status ? inStatus(note, status) : undefined) ?? (status && besideStatus(note, status)) ?? belowTitle(note);
  return edit === undefined ? [] : [edit];
}

/** A status that no longer holds says what took its place; one that never held keeps its word. */
function inStatus({ entry: { plan }, reference, bare }: Note, { value, whole, form, date }: Status): TextEdit {
  const isYaml = form === 'front matter';
  const name = statusName(value.text);
  const named = isYaml && needsQuotesWithin(reference) && !/^["']/.test(whole.text) ? bare : reference;
  if (name === 'rejected' || name === 'deprecated') return insertion(value.range.end, `, superseded by ${named}`);
  const word = /^\p{Lu}/u.test(value.text) ? 'Superseded by' : 'superseded by';
  const lead = plan.text.slice(whole.range.start, value.range.start);
  // "✅" says that it holds.
  const start = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+$/u.test(lead) ? whole.range.start : value.range.start;
  const isDated = date !== undefined && date.range.start >= value.range.end;
  const end = isDated ? endWithBracket(plan.text, date.range) : value.range.end;
  return { range: { start, end }, text: `${word} ${isYaml ? named.replace(/["']/g, '') : named}` };
}

function endWithBracket(text: string, { start, end }: Range): number {
  return /\([^()\r\n]*$/.test(text.slice(Math.max(0, start - 40), start)) && text.charAt(end) === ')' ? end + 1 : end;
}

/** Behind another record of which the same is said. */
function besideLink({ entry: { plan }, reference, bare }: Note, { range, target }: RecordLink): TextEdit | undefined {
  const { frontMatter } = plan.outline;
  if (frontMatter === undefined || target.range.start >= frontMatter.range.end) {
    const end = endOfReference(plan.text, range.end);
    return insertion(end, isInList(plan.text, range.start, target.range.start) ? newItem(plan.text, target.range.start, reference) : `, ${reference}`);
  }
  const line = frontMatterLines(plan).find(({ line, value }) => line.start <= target.range.start && target.range.end <= Math.max(line.end, value.end));
  if (line === undefined) return undefined;
  if (STATUS_KEYS.includes(line.key)) return insertion(endOfReference(plan.text, target.range.end), `, ${reference.replace(/["']/g, '')}`);
  return besideYaml(plan.text, line, needsQuotes(reference) ? bare : reference);
}

/** One more in a list of YAML; a value alone becomes one. */
function besideYaml(text: string, { value, line }: HeadLine, reference: string): TextEdit {
  const said = sliceOf(text, value);
  if (value.end > line.end) {
    const last = /[\r\n]([ \t]*-[ \t]+)[^\r\n]*\s*$/.exec(text.slice(0, value.end).slice(-LONGEST_LINE));
    const end = endOfContent(text, value.end);
    return insertion(end, `${lineEndingOf(text)}${last?.[1] ?? '  - '}${reference}`);
  }
  if (said.trimEnd().endsWith(']')) return insertion(value.start + said.lastIndexOf(']'), `, ${reference}`);
  const quoted = /["']/.test(text.charAt(value.start - 1)) ? { start: value.start - 1, end: value.end + 1 } : value;
  return { range: quoted, text: `[${sliceOf(text, quoted)}, ${reference}]` };
}

/** Where the status stands, in a line of its own. */
function besideStatus(note: Note, { form, value }: Status): TextEdit | undefined {
  const { plan } = note.entry;
  const name = note.relation.charAt(0).toUpperCase() + note.relation.slice(1);
  const section = statusSection(plan);
  if (section !== undefined && section.range.start <= value.range.start && value.range.end <= section.body.end) {
    return insertBlock(plan, endOfContent(plan.text, section.body.end), `${name} ${note.reference}`, {});
  }
  if (form === 'front matter') return besideYamlStatus(note);
  const row = form === 'table' ? rowOf(plan.text, value.range) : undefined;
  if (row) return insertion(row.end, `${lineEndingOf(plan.text)}| ${name} | ${note.reference} |`);
  const line = headLines(plan, { start: 0, end: plan.text.length }).find((each) => each.value.start <= value.range.start && value.range.end <= each.value.end);
  return line && STATUS_KEYS.includes(line.key) ? insertion(line.line.end, lineEndingOf(plan.text) + likeLine(plan.text, line, name, note.reference)) : undefined;
}

function besideYamlStatus({ entry: { plan }, relation, reference, bare }: Note): TextEdit | undefined {
  const lines = frontMatterLines(plan);
  const status = lines.find(({ key }) => STATUS_KEYS.includes(key));
  const joint = lines.some(({ name }) => sliceOf(plan.text, name).includes('_')) ? '_' : '-';
  return status && insertion(Math.max(status.line.end, status.value.end), `${lineEndingOf(plan.text)}${relation.replaceAll(' ', joint)}: ${needsQuotes(reference) ? bare : reference}`);
}

/** A row of a table of names and values. */
function rowOf(text: string, { start }: Range): Range | undefined {
  const from = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const [row = ''] = /^[^\r\n]*/.exec(text.slice(from, from + LONGEST_LINE)) ?? [];
  const isPair = /^\s*\|[^|]*\|[^|]*\|\s*$/.test(row);
  // Below the title of a table stands the line that makes it one.
  const [below = ''] = /^\s*\|[\s:|-]+\|[ \t]*$/m.exec(text.slice(from + row.length, from + row.length + LONGEST_LINE).split(/\r\n?|\n/)[1] ?? '') ?? [];
  const end = from + row.length + (below === '' ? 0 : lineEndingOf(text).length + below.length);
  return isPair ? { start: from, end } : undefined;
}

/** The line of the status with another name and value. */
function likeLine(text: string, { name, value, line }: HeadLine, written: string, reference: string): string {
  return text.slice(line.start, name.start) + written + text.slice(name.end, value.start) + reference + text.slice(value.end, line.end);
}

function belowTitle({ entry: { plan }, relation, reference }: Note): TextEdit | undefined {
  const name = relation.charAt(0).toUpperCase() + relation.slice(1);
  const offset = plan.title?.heading.range.end ?? plan.outline.frontMatter?.range.end ?? 0;
  return insertBlock(plan, offset, `${name} ${reference}`, {});
}

/** The marks that close a reference belong to it, and so does a remark behind it. */
function endOfReference(text: string, end: number): number {
  return end + (/^[>\]`*_]*(?:\s{0,4}\([^()[\]\r\n]*\))?/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
}

function isInList(text: string, from: number, to: number): boolean {
  return /[\r\n][ \t]*[-*+][ \t]+(?:\[[^\]\r\n]*\]?\(?<?)?$/.test(text.slice(from, to));
}

function newItem(text: string, offset: number, reference: string): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset)) + 1, offset);
  return `${lineEndingOf(text)}${/^[ \t]*[-*+][ \t]+/.exec(line)?.[0] ?? '- '}${reference}`;
}

/** Words that YAML would take for something else. */
function needsQuotes(text: string): boolean {
  return /^[[\]{}&*!|>'"%@`#,?-]/.test(text) || needsQuotesWithin(text);
}

function needsQuotesWithin(text: string): boolean {
  return /: | #/.test(text);
}

function insertion(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}
