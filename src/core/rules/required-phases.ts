import { phaseSampleIn, type PhaseSample } from '../lint/phase-samples.ts';
import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { tablesIn, type PipeTable } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { insertBlock, insertSection } from '../template/insert.ts';
import type { ContractSection } from '../template/kind.ts';
import { fill, isBlank, toSnippet } from '../template/placeholders.ts';
import { endOfContent, sliceOf, type Range } from '../text/range.ts';
import type { TextEdit } from '../text/edits.ts';
import { inWords } from '../lint/wording.ts';

export const requiredPhases = defineRule({
  id: 'required-phases',
  summary: 'A section about phases names at least one phase.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    if (subject.readings.phases.length > 0) return;
    for (const place of subject.readings.places('phases')) {
      if (isStillOpen(subject, place) || namesSeveral(subject, place)) continue;
      const title = inWords(place.title);
      const sample = phaseSampleIn(place.contract, subject.read);
      const edit = sample && insertPhase(subject, place, sample);
      yield {
        message: `"${title}" names no phase: write one as a heading or a bold item that begins with "Phase 1", or as a row of a table of phases.`,
        range: place.anchor,
        ...(edit && { fix: { title: `Insert a phase into "${title}"`, edits: [edit] } }),
      };
    }
  },
});

/** Nothing stands there but what the author still has to fill in. */
function isStillOpen({ plan }: Subject, { anchor, range }: ReadPlace): boolean {
  const body = plan.text.slice(anchor.end, range.end);
  return isBlank(body) && /\{\{|\[|<(?!!)/.test(body);
}

/** `### Phases 2-4: Later` */
function namesSeveral({ plan }: Subject, { range }: ReadPlace): boolean {
  return plan.sections.some(({ heading }) => isWithin(heading.range, range) && /(?<!\p{L})(?:phases|stages|milestones|iterations)\s+\d/iu.test(heading.title));
}

/** The phase as the template writes one, where the template has it; nothing where no deeper heading can stand. */
function insertPhase(subject: Subject, place: ReadPlace, { path }: PhaseSample): TextEdit | undefined {
  const { plan, match, values } = subject;
  const section = path.at(-1);
  const parent = path.at(-2);
  if (section === undefined) return undefined;
  if (parent === undefined) return insertRow(subject, place, section) ?? insertBlock(plan, endOfContent(plan.text, place.range.end), writtenBelow(section), values);
  const around = parent === place.contract ? place : subject.readings.placeOf(parent);
  // What stands elsewhere is not read with this section.
  if (around?.level !== undefined && isWithin(around.range, place.range)) return insertAt(subject, around, section, around.level + section.level - parent.level);
  const [outer, child] = path;
  if (outer === undefined || child === undefined || place.level === undefined) return undefined;
  const edit = around ? undefined : insertSection(plan, match, { section: child, parent: outer, siblings: outer.children }, values);
  const level = /^\s*(#+)/.exec(edit?.text ?? '')?.[1]?.length ?? 0;
  return edit && level > place.level && isWithin(edit.range, place.range) ? edit : insertAt(subject, place, section, place.level + 1);
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function insertAt({ plan, values }: Subject, { range }: ReadPlace, section: ContractSection, level: number): TextEdit | undefined {
  if (level > 6) return undefined;
  return insertBlock(plan, endOfContent(plan.text, range.end), section.ownText.replace(/^#+/, '#'.repeat(level)), values);
}

/** A row in the table that the section has, with what the template writes into the columns of the same names. */
function insertRow({ plan, values }: Subject, { range }: ReadPlace, section: ContractSection): TextEdit | undefined {
  const [head = '', , row = ''] = tableOf(section).split('\n');
  const samples = new Map(cellsOf(head).map((name, index) => [titleKey(name), cellsOf(row)[index] ?? '']));
  const keysOf = (table: PipeTable): readonly string[] => table.head.cells.map(({ content }) => titleKey(sliceOf(plan.text, content)));
  const table = tablesIn(plan, range).find((table) => table.isAtRoot && table.rows.length === 0 && keysOf(table).length > 1 && keysOf(table).every((key) => samples.has(key)));
  if (table === undefined) return undefined;
  const { end } = table.delimiters.range;
  const [ending = '\n'] = /\r\n?|\n/.exec(plan.text.slice(table.head.range.end, table.delimiters.range.start)) ?? [];
  const written = `| ${keysOf(table).map((key) => samples.get(key) ?? '').join(' | ')} |`;
  return { range: { start: end, end }, text: ending + fill(written, values), snippet: ending + toSnippet(written, values) };
}

/** What the template has below the heading of a section: its table, or else all of it. */
function writtenBelow(section: ContractSection): string {
  return tableOf(section) || section.ownText.replace(/^.*\n+/, '');
}

function tableOf({ ownText }: ContractSection): string {
  return /^\|.*(?:\n\|.*)+/m.exec(ownText)?.[0] ?? '';
}

function cellsOf(row: string): readonly string[] {
  return row.split('|').slice(1, -1).map((cell) => cell.trim());
}
