import type { Plan } from '../../plan/plan.ts';
import { tablesOf, type PipeCell, type PipeTable } from '../../plan/tables.ts';
import { sliceOf } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { wholeLevel, type Level } from './levels.ts';

/** A table that says how a risk of some probability and impact is rated. */
export interface RiskMatrix {
  /** Two where the table does not tell which of them its rows are; none where it has no such cell. */
  ratingsOf(probability: Level, impact: Level): readonly MatrixCell[];
}

export interface MatrixCell {
  readonly value: Value;
  readonly level: Level;
}

const SMALLEST = 2;

/** The first table of levels against levels. */
export function readRiskMatrix(plan: Plan): RiskMatrix | undefined {
  for (const table of tablesOf(plan)) {
    const matrix = matrixIn(plan.text, table);
    if (matrix) return matrix;
  }
  return undefined;
}

function matrixIn(text: string, { head, rows }: PipeTable): RiskMatrix | undefined {
  const [corner, ...titles] = head.cells;
  const columns = levelsOf(text, titles);
  if (!corner || !columns) return undefined;
  const names = levelsOf(text, rows.flatMap(({ cells: [first] }) => first ?? []));
  if (names?.length !== rows.length) return undefined;
  const cells = new Map<string, MatrixCell>();
  for (const [index, { cells: [, ...ratings] }] of rows.entries()) {
    const levels = levelsOf(text, ratings, 1);
    const name = names[index];
    if (!levels || !name || levels.length !== columns.length) return undefined;
    columns.forEach((column, place) => {
      const [rating, level] = [ratings[place], levels[place]];
      if (rating && level) cells.set(keyOf(name, column), { value: valueOf(text, rating), level });
    });
  }
  const [title, name] = [titles[0], rows[0]?.cells[0]].map((cell) => (cell ? sliceOf(text, cell.content) : ''));
  const rowsAre = whatRowsAre(sliceOf(text, corner.content)) ?? whatRowsAre(name ?? '') ?? other(whatRowsAre(title ?? ''));
  return {
    ratingsOf: (probability, impact) => {
      const keys = [...(rowsAre === 'impact' ? [] : [keyOf(probability, impact)]), ...(rowsAre === 'probability' ? [] : [keyOf(impact, probability)])];
      return keys.flatMap((key) => cells.get(key) ?? []);
    },
  };
}

/** All of them are levels, and at least so many. */
function levelsOf(text: string, cells: readonly PipeCell[], least = SMALLEST): readonly Level[] | undefined {
  if (cells.length < least) return undefined;
  const levels: Level[] = [];
  for (const { content } of cells) {
    const level = wholeLevel(sliceOf(text, content));
    if (level === undefined) return undefined;
    levels.push(level);
  }
  return levels;
}

function valueOf(text: string, { content }: PipeCell): Value {
  return { text: sliceOf(text, content), range: content };
}

/** `Probability ↓ / Impact →`, `Impact \ Likelihood`: what is named first goes down, unless an arrow says otherwise. */
function whatRowsAre(corner: string): 'probability' | 'impact' | undefined {
  const named = Array.from(corner.slice(0, 100).matchAll(/(prob|likel)|(impact|sever|conseq)/gi));
  const [first, second] = named;
  if (!first) return undefined;
  const isAcross = /→|>/.test(corner.slice(first.index, second?.index ?? corner.length));
  const isProbability = (first[1] !== undefined) !== isAcross;
  return isProbability ? 'probability' : 'impact';
}

function other(axis: 'probability' | 'impact' | undefined): 'probability' | 'impact' | undefined {
  return axis && (axis === 'impact' ? 'probability' : 'impact');
}

function keyOf(row: Level, column: Level): string {
  return `${row.scale} ${row.rank}, ${column.scale} ${column.rank}`;
}
