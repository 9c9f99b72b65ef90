import { tablesIn, type PipeTable } from '../plan/tables.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { riskColumns } from '../readings/risks/risk-fields.ts';
import { insertBlock, insertSection } from '../template/insert.ts';
import { isRequired } from '../template/kind.ts';
import { columnsOf, rowBelow } from '../template/table-rows.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf } from '../text/range.ts';
import { riskSampleIn, sampleField, type RiskSample } from './risk-samples.ts';
import type { Subject } from './subject.ts';

/** Writes the first risk into a section: a row where a table waits for it, else a risk as the template has one; nothing where that cannot stand. */
export function firstRisk(subject: Subject, place: ReadPlace): TextEdit | undefined {
  const sample = riskSampleIn(place.contract, subject.read);
  const table = tablesIn(subject.plan, place.range).find((each) => riskColumns(columnsOf(subject.plan, each).map(({ title }) => title)) !== undefined);
  if (table) return firstRow(subject, table, sample);
  return sample && asInTemplate(subject, place, sample);
}

function firstRow({ plan, values }: Subject, table: PipeTable, sample: RiskSample | undefined): TextEdit | undefined {
  const titles = columnsOf(plan, table);
  const columns = riskColumns(titles.map(({ title }) => title)) ?? [];
  const said = titles.flatMap(({ key }, index) => {
    const name = columns[index];
    if (name === undefined) return key === '' ? [[key, '1'] as const] : [];
    return [[key, name === 'name' ? (sample?.risk.name.text ?? '{{risk}}') : sampleField(sample, name).open] as const];
  });
  const isSwallowed = plan.outline.openFrom !== undefined && plan.outline.openFrom < table.range.end;
  return isSwallowed ? undefined : inEmptyRow(table, rowBelow(plan, table, new Map(said), values));
}

/** A row that waits for words is taken first. */
function inEmptyRow({ rows, isAtRoot }: PipeTable, edit: TextEdit): TextEdit {
  const empty = isAtRoot ? rows.find(({ cells }) => cells.every(({ content }) => content.start === content.end)) : undefined;
  return empty ? { range: empty.range, text: edit.text.trimStart(), snippet: (edit.snippet ?? edit.text).trimStart() } : edit;
}

/** In the section in which the template has its own; one that is required and missing is inserted with a risk of its own. */
function asInTemplate(subject: Subject, place: ReadPlace, sample: RiskSample): TextEdit | undefined {
  const { plan, match, readings, values } = subject;
  const sections = sample.path.filter(({ repeat }) => repeat === undefined);
  const [holder, parent] = [sections.at(-1), sections.at(-2)];
  if (holder === undefined || parent === undefined) return writeRisk(subject, place, sample);
  const inner = readings.placeOf(holder);
  if (inner) return writeRisk(subject, inner, sample);
  return isRequired(holder, values) ? undefined : insertSection(plan, match, { section: holder, parent, siblings: parent.children }, values);
}

function writeRisk({ plan, match, values }: Subject, { contract, range, level }: ReadPlace, sample: RiskSample): TextEdit | undefined {
  const own = sample.path.at(-1);
  const depth = own?.repeat === undefined || level === undefined ? undefined : level + own.level - contract.level;
  if (own && depth !== undefined && depth <= 6) return insertBlock(plan, endOfContent(plan.text, range.end), own.ownText.replace(/^#+/, '#'.repeat(depth)), values);
  const end = match.found.get(contract)?.body.end ?? range.end;
  return insertBlock(plan, endOfContent(plan.text, end), own?.repeat === undefined ? blockOf(sample) : asItem(sample), values);
}

function blockOf({ plan: { text }, risk: { form, range } }: RiskSample): string {
  return sliceOf(text, form.kind === 'row' ? form.table.range : range);
}

/** What the template writes below a heading, where no heading can stand. */
function asItem({ risk, fields }: RiskSample): string {
  return [`1. **${risk.name.text}**`, ...fields.map(({ label, open }) => `   - **${label}**: ${open}`)].join('\n');
}
