import { sectionAt, type Section } from '../plan/plan.ts';
import { tablesOf, type PipeRow, type PipeTable } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import type { Phase } from '../readings/phases/phases.ts';
import { EFFORT, FILES, WORKS } from '../readings/phases/step-fields.ts';
import { insertBlock, lineEndingOf } from '../template/insert.ts';
import { fill, toSnippet } from '../template/placeholders.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf, type Range } from '../text/range.ts';
import { fieldLead, renamed } from './field-leads.ts';
import { leadIn, otherLead, type PhaseForms, type PhasePart } from './phase-forms.ts';
import type { PhaseSample } from './phase-samples.ts';
import type { Subject } from './subject.ts';

interface RowOfTable {
  readonly table: PipeTable;
  readonly row: PipeRow;
}

const NAMES: Readonly<Record<PhasePart, readonly string[]>> = { works: [...WORKS, ...FILES], effort: EFFORT };
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Writes what a phase lacks, still open, in the form in which the document writes it elsewhere, or else in that of the template. */
export class PhaseAdditions {
  readonly #subject: Subject;
  readonly #phase: Phase;
  readonly #sample: PhaseSample;
  readonly #forms: PhaseForms;

  constructor(subject: Subject, phase: Phase, sample: PhaseSample, forms: PhaseForms) {
    this.#forms = forms;
    this.#subject = subject;
    this.#phase = phase;
    this.#sample = sample;
  }

  /** None where the phase is a row without a column for it. */
  edits(parts: readonly PhasePart[]): readonly TextEdit[] {
    const row = this.#row();
    if (row) {
      const cells = parts.map((part) => this.#inCell(part, row));
      return cells.every((edit) => edit !== undefined) ? cells : [];
    }
    const lines: string[] = [];
    const edits: TextEdit[] = [];
    for (const part of parts) {
      const edit = this.#behindName(part) ?? (part === 'effort' ? this.#inTitle() : undefined);
      if (edit) edits.push(edit);
      else lines.push(this.#lead(part) + this.#open(part));
    }
    const block = lines.length > 0 ? this.#below(lines) : undefined;
    return block ? [...edits, block] : edits;
  }

  /** What the template leaves open there. */
  #open(part: PhasePart): string {
    const { deliverables, files, effort, note } = this.#sample.phase;
    const value = part === 'effort' ? (effort ?? note) : (files[0] ?? deliverables[0]);
    return value?.text ?? '{{…}}';
  }

  /** Where the phase names the field and says nothing of it. */
  #behindName(part: PhasePart): TextEdit | undefined {
    const { plan } = this.#subject;
    const { start, end } = this.#phase.range;
    for (const { 0: line, index } of sliceOf(plan.text, { start, end }).matchAll(/[^\r\n]+/g)) {
      const lead = fieldLead(line);
      if (lead && NAMES[part].includes(titleKey(lead.name)) && !this.#hasItemsBelow(start + index + line.length)) {
        const at = start + index + line.trimEnd().length;
        return this.#write({ start: at, end: at }, ` ${this.#open(part)}`);
      }
    }
    return undefined;
  }

  #hasItemsBelow(offset: number): boolean {
    return /^\s*?(?:\r\n?|\n)[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]/.test(this.#subject.plan.text.slice(offset, offset + 200));
  }

  /** Where the document writes efforts into titles, or the template does and the document nowhere. */
  #inTitle(): TextEdit | undefined {
    const section = this.#section();
    const donor = this.#forms.estimated ?? this.#sample.phase;
    const { effort, note } = donor;
    if (section === undefined || note === undefined || (effort && effort.range.start !== note.range.start)) return undefined;
    const { end } = section.heading.titleRange;
    const open = note.text.replace(/\d+(?:[.,]\d+)?(?:\s*[–-]\s*\d+(?:[.,]\d+)?)?/, '{{number of}}');
    return this.#write({ start: end, end }, ` (${open})`);
  }

  #inCell(part: PhasePart, { table, row }: RowOfTable): TextEdit | undefined {
    const { text } = this.#subject.plan;
    const column = table.head.cells.findIndex(({ content }) => NAMES[part].includes(titleKey(sliceOf(text, content))));
    const cell = row.cells[column];
    if (cell === undefined || cell.content.start < cell.content.end) return undefined;
    return this.#write(cell.range, ` ${this.#open(part)} `);
  }

  #row(): RowOfTable | undefined {
    const { plan } = this.#subject;
    const { start } = this.#phase.range;
    const table = tablesOf(plan).find(({ range }) => range.start < start && start < range.end);
    const row = table?.rows.find(({ range }) => range.start === start);
    return table && row && { table, row };
  }

  #section(): Section | undefined {
    const section = sectionAt(this.#subject.plan, this.#phase.range.start);
    return section?.heading.range.start === this.#phase.range.start ? section : undefined;
  }

  /** Bullet and name as another phase has them, or this one has others, or the template. */
  #lead(part: PhasePart): string {
    const same = this.#forms[part];
    if (same !== undefined) return same.trimStart();
    const own = leadIn(this.#sample.text, part, this.#sample.phase) ?? (part === 'effort' ? '- Effort: ' : '- ');
    const name = fieldLead(own)?.name;
    const other = otherLead(this.#subject.plan.text, this.#phase) ?? this.#forms.other;
    return ((name !== undefined && other !== undefined && renamed(other, name)) || own).trimStart();
  }

  #below(lines: readonly string[]): TextEdit | undefined {
    const { plan, values } = this.#subject;
    const { range } = this.#phase;
    const first = /^[^\r\n]*/.exec(plan.text.slice(range.start, range.end))?.[0] ?? '';
    const section = this.#section();
    if (section === undefined && ITEM.test(first)) return this.#inItem(lines, first);
    const head = section?.heading.range.end ?? range.start + first.length;
    const body = { start: head, end: section?.body.end ?? range.end };
    const isList = lines.every((line) => ITEM.test(line)) && isOneList(sliceOf(plan.text, body));
    if (!isList) return insertBlock(plan, head, lines.join('\n'), values);
    return this.#inList(lines, endOfContent(plan.text, body.end), markerIn(sliceOf(plan.text, body)));
  }

  #inItem(lines: readonly string[], first: string): TextEdit {
    const { plan } = this.#subject;
    const { text } = plan;
    const { start, end } = this.#phase.range;
    const column = start - plan.lines.startOf(plan.lines.lineAt(start));
    const inner = /[\r\n]([ \t]+)[-*+][ \t]/.exec(sliceOf(text, { start, end }))?.[1];
    const indent = inner ?? ' '.repeat(column + (ITEM.exec(first)?.[0].length ?? 2));
    return this.#inList(lines.map((line) => `${indent}${ITEM.test(line) ? line : `- ${line}`}`), end, undefined);
  }

  #inList(lines: readonly string[], offset: number, marker: string | undefined): TextEdit {
    const { text } = this.#subject.plan;
    const own = marker === undefined ? lines : lines.map((line) => line.replace(/^[-*+]/, marker));
    return this.#write({ start: offset, end: offset }, own.map((line) => `\n${line}`).join('').replaceAll('\n', lineEndingOf(text)));
  }

  #write(range: Range, written: string): TextEdit {
    const { values } = this.#subject;
    return { range, text: fill(written, values), snippet: toSnippet(written, values) };
  }
}

/** A body of nothing but items: what stands below a label would belong to it. */
function isOneList(body: string): boolean {
  const lines = body.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length > 0 && ITEM.test(lines[0] ?? '') && lines.every((line) => /^[ \t]/.test(line) || ITEM.test(line));
}

function markerIn(body: string): string | undefined {
  return /(?:^|[\r\n])([-*+])[ \t]/.exec(body)?.[1];
}
