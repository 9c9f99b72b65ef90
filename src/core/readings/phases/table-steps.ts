import { titleKey } from '../../plan/titles.ts';
import type { TableReading, TableRow } from '../forms/pieces.ts';
import { readHead, type Head } from './heads.ts';
import { NUMBER_CELL, type Naming } from './naming.ts';
import { numbersNamed } from './numbers.ts';
import { GOAL, PLAN, STATUS, TELLING } from './step-fields.ts';
import type { Step } from './steps.ts';

const TITLES = ['name', 'title', 'phase name', 'phase title', 'wave name'];
/** What a table is about that has phases or waves only beside it. */
const FOREIGN_COLUMNS = ['task', 'risk', 'risks', 'metric', 'decision', 'feature', 'requirement', 'service', 'component', 'story'];

/** A table whose first column names them, if need be after one that counts the rows. */
export function stepsInTable(table: TableReading, words: Naming): readonly Step[] {
  const keys = table.columns.map(({ key }) => key);
  const column = keys.findIndex((key) => words.column.test(key));
  const isCounted = column === 1 && /^(?:no|nr|id|number|step|order)?$/.test(keys[0] ?? '');
  const others = keys.filter((_, index) => index !== column);
  const isForeign = others.some((key) => FOREIGN_COLUMNS.includes(key) || /^(?:phase|wave|stage|milestone|iteration)s?$/.test(key));
  const isTelling = others.some((key) => TELLING.has(key) || [...STATUS, ...GOAL, ...PLAN].includes(key));
  if ((column !== 0 && !isCounted) || isForeign || !isTelling) return [];
  return table.rows.flatMap((row) => {
    const head = headOfRow(row, { column, title: keys.findIndex((key) => TITLES.includes(key)), isCounted }, words);
    if (head === undefined || (head.word === '' && head.numbers.length === 0 && !/^(?:phase|wave)/.test(keys[column] ?? ''))) return [];
    const fields = row.cells.flatMap((value, index) => (index === column ? [] : [{ key: keys[index] ?? '', value }]));
    return [{ head, range: row.range, body: { fields, items: [], hasMore: false }, pieces: [] }];
  });
}

function headOfRow({ cells }: TableRow, { column, title, isCounted }: { readonly column: number; readonly title: number; readonly isCounted: boolean }, words: Naming): Head | undefined {
  const cell = cells[column];
  if (cell === undefined || !/[\p{L}\p{N}]/u.test(cell.text) || /^(?:totals?|sum)$/.test(titleKey(cell.text))) return undefined;
  const read = readHead(cell, words.head) ?? readHead(cell, NUMBER_CELL);
  const head = read && !(read.isBare && read.word === '') ? read : { line: cell, word: '', name: cell, numbers: [], title: cell, note: undefined, isBare: false };
  const counted = isCounted && head.numbers.length === 0 && cells[0] ? numbersNamed([cells[0]], words) : head.numbers;
  const named = cells[title];
  return { ...head, numbers: counted, title: named === undefined || named.text === '' ? head.title : named };
}
