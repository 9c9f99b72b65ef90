import type { Subject } from '../../lint/subject.ts';
import { tablesOf, type PipeRow, type PipeTable } from '../../plan/tables.ts';
import { readPlan } from '../../plan/plan.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import { PHASES, type Phase } from '../../readings/phases/phases.ts';
import { DEPENDS_ON, GOAL, PLAN, STATUS } from '../../readings/phases/step-fields.ts';
import { choicesOf } from '../../template/choices.ts';
import { fill, splitAtPlaceholders } from '../../template/placeholders.ts';
import { columnsOf, firstRowOf, rowBelow } from '../../template/table-rows.ts';
import { linkTo } from '../../text/link-paths.ts';
import type { TextEdit } from '../../text/edits.ts';
import { sliceOf } from '../../text/range.ts';

/** A phase plan that is begun. */
export interface NewPhase {
  readonly number: number;
  readonly name: string;
  readonly path: string;
}

type Column = 'number' | 'goal' | 'depends on' | 'status' | 'plan';

const NOTHING = /^[\s–—-]*$|^(?:none|n\/a|tbd|tba)$/i;

/** The edits that let the table of phases of a master plan lead to a new phase plan: in its row, or in a new one. None where there is no such table, or it does so already. */
export function masterRowEdits(master: Subject, phase: NewPhase): readonly TextEdit[] {
  const { plan, readings } = master;
  const phases = readings.phases;
  const table = tablesOf(plan).find((each) => each.isAtRoot && phases.some(({ range }) => each.range.start <= range.start && range.end <= each.range.end)) ?? emptyTable(master);
  const columns = table === undefined ? [] : columnsOf(plan, table).map(({ key }) => columnFor(key));
  if (table === undefined || !columns.includes('number') || !(columns.includes('plan') || columns.includes('goal'))) return [];
  const own = phases.find(({ number }) => Number(number?.text) === phase.number);
  const said = valuesFor(master, phase);
  const row = own && table.rows.find(({ range }) => range.start <= own.range.start && own.range.end <= range.end);
  return row ? cellsOf(master, table, row, said) : [rowFor(master, table, phase, said)];
}

function emptyTable({ plan, readings }: Subject): PipeTable | undefined {
  const [place] = readings.places('phases');
  return place && tablesOf(plan).find((table) => table.isAtRoot && place.range.start <= table.range.start && table.range.end <= place.range.end);
}

/** What stands in the row already stays, but for blanks. */
function cellsOf({ plan }: Subject, table: PipeTable, row: PipeRow, said: ReadonlyMap<Column, string>): readonly TextEdit[] {
  return columnsOf(plan, table).flatMap(({ key }, index): readonly TextEdit[] => {
    const column = columnFor(key);
    const cell = row.cells[index];
    const text = column === undefined || column === 'number' ? undefined : said.get(column);
    if (cell === undefined || text === undefined) return [];
    const written = sliceOf(plan.text, cell.content);
    const isWaiting = isOpen(written) || (column === 'plan' && NOTHING.test(written)) || written === '';
    return isWaiting ? [{ range: cell.content, text: cell.content.end === cell.range.end ? `${text} ` : text }] : [];
  });
}

/** Behind the row of the phase before it. */
function rowFor(master: Subject, table: PipeTable, phase: NewPhase, said: ReadonlyMap<Column, string>): TextEdit {
  const { plan, readings } = master;
  const before = readings.phases.find(({ number }) => Number(number?.text) === phase.number - 1);
  const above = before && table.rows.find(({ range }) => range.start <= before.range.start && before.range.end <= range.end);
  const words = new Map(
    columnsOf(plan, table).flatMap(({ key }): (readonly [string, string])[] => {
      const column = columnFor(key);
      const text = column === 'number' && before ? likePhase(before, phase) : column && said.get(column);
      return text === undefined ? [] : [[key, text.replace(/(?<!\\)\|/g, '\\|')]];
    }),
  );
  const edit = rowBelow(plan, table, words, {});
  return above ? { ...edit, range: { start: above.range.end, end: above.range.end } } : edit;
}

/** `Phase 2`, `2: Prices`: the cell of another phase with this number, and with this name where the other has one there. */
function likePhase({ number, title, name }: Phase, phase: NewPhase): string {
  const isIn = number !== undefined && name.range.start <= number.range.start && number.range.end <= name.range.end;
  const written = isIn ? name.text.slice(0, number.range.start - name.range.start) + String(phase.number) + name.text.slice(number.range.end - name.range.start) : String(phase.number);
  const isTitled = title.text !== '' && title.text !== name.text && title.range.start > name.range.end && title.range.start - name.range.end < 5;
  return isTitled ? `${written}: ${phase.name}` : written;
}

/** What the row of the template says of a phase. */
function valuesFor({ kind, path }: Subject, phase: NewPhase): ReadonlyMap<Column, string> {
  const values = {
    phase_number: String(phase.number),
    depends_on: phase.number > 1 ? String(phase.number - 1) : 'None',
    phase_link: linkTo(path, phase.path),
    goal: phase.name.replace(/[|\r\n]/g, ' '),
  };
  const sample = readPlan(kind.body);
  const rows = tablesOf(sample).flatMap((table) => Array.from(firstRowOf(sample, table)));
  const [first] = choicesOf(kind).get('status') ?? [];
  return new Map(
    rows.flatMap(([key, text]): (readonly [Column, string])[] => {
      const column = columnFor(key);
      if (column === undefined) return [];
      const written = column === 'status' ? first : fill(text, values);
      return written === undefined || splitAtPlaceholders(written).names.length > 0 ? [] : [[column, written]];
    }),
  );
}

function columnFor(key: string): Column | undefined {
  if (PLAN.includes(key)) return 'plan';
  if (GOAL.includes(key) || /^(?:phase )?(?:name|title)$/.test(key)) return 'goal';
  if (PHASES.column.test(key)) return 'number';
  if (DEPENDS_ON.includes(key)) return 'depends on';
  return STATUS.includes(key) ? 'status' : undefined;
}
