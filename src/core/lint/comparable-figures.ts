import type { ReadMarkdown } from '../plan/markdown.ts';
import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import { tablesIn, type PipeTable } from '../plan/tables.ts';
import { yamlFences } from '../readings/forms/yaml-values.ts';
import { figuresOf, type Bound, type Figure } from '../readings/requirements/figures.ts';
import { readQuantity } from '../readings/requirements/quantity.ts';
import { APPROACHES, MEASUREMENTS, readTargets, VALIDATIONS, type Target } from '../readings/requirements/targets.ts';
import { inBaseUnit } from '../readings/requirements/units.ts';
import type { Match } from '../template/match.ts';
import { columnsOf } from '../template/table-rows.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** A figure that is known to be about the same thing as others. */
export interface ComparableFigure extends Figure {
  /** Alike in figures of one metric in one table, list or YAML map: they are percentiles and bounds of each other. */
  readonly group: string;
  /** Alike in figures that should be the same wherever they stand; nothing where only its surroundings say what it is about. */
  readonly identity: string | undefined;
}

/** Columns that tell of a target and do not say which one it is. */
const REMARKS = [...MEASUREMENTS, ...VALIDATIONS, ...APPROACHES, '', 'id', 'no', 'nr', 'number', 'owner', 'priority', 'status', 'note', 'notes', 'comment', 'comments', 'rationale', 'reason', 'why', 'source', 'current', 'baseline', 'today', 'capacity', 'tool', 'tools', 'description', 'unit', 'units', 'target', 'targets', 'goal', 'value', 'threshold'];
const BOUNDS: Readonly<Record<string, Bound>> = { minimum: 'minimum', min: 'minimum', maximum: 'maximum', max: 'maximum' };

interface Origin {
  readonly plan: Plan;
  readonly read: ReadMarkdown;
  /** Which sections are known to speak of the whole; all do where nothing is known. */
  readonly match?: Match;
}

/** The figures of these targets, or of all in the document. */
export function comparableFigures({ plan, read, match }: Origin, targets: readonly Target[] = readTargets(plan, whole(plan), read)): readonly ComparableFigure[] {
  const rows = rowsIn(plan, targets);
  const known = match && new Set(match.found.values());
  const fences = yamlFences(plan, whole(plan));
  return unique(targets).flatMap((target) => {
    const row = target.source === 'table' ? rows.get(target.range.start) : undefined;
    const section = sectionAt(plan, target.range.start);
    const fence = target.source === 'yaml' ? fences.findLast(({ range }) => range.start <= target.range.start)?.range.start : undefined;
    const context = row ? contextIn(plan, row, target) : '';
    const place = fence === undefined ? String(row?.table.range.start ?? section?.range.start ?? 0) : `${String(fence)} ${target.path.slice(0, -1).join('\n')}`;
    const isLocal = target.path.length > 2 || (known !== undefined && !isKnown(section, known));
    return [...figuresOf(target), ...(row ? boundsIn(plan, row, target) : [])].map((figure) => {
      const subject = [figure.metric, figure.condition, context, figure.unit].join('\n');
      const bound = figure.bound === 'target' ? '' : (figure.bound ?? '');
      const identity = isLocal || figure.metric === '' ? undefined : [subject, String(figure.percentile ?? ''), bound].join('\n');
      return { ...figure, group: `${place}\n${subject}`, identity };
    });
  });
}

/** Figures that are about one thing, in the order of the document. */
export function figuresWithin(figures: readonly ComparableFigure[]): readonly (readonly ComparableFigure[])[] {
  const groups = new Map<string, ComparableFigure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.group);
    if (group) group.push(figure);
    else groups.set(figure.group, [figure]);
  }
  return Array.from(groups.values());
}

interface Row {
  readonly table: PipeTable;
  readonly cells: readonly Range[];
  readonly keys: readonly string[];
}

function rowsIn(plan: Plan, targets: readonly Target[]): ReadonlyMap<number, Row> {
  const [first, last] = [targets[0], targets.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const tables = tablesIn(plan, { start: 0, end: last.range.end });
  return new Map(
    tables.flatMap((table) => {
      const keys = columnsOf(plan, table).map(({ key }) => key);
      return table.rows.map(({ range, cells }) => [range.start, { table, keys, cells: cells.map(({ content }) => content) }] as const);
    }),
  );
}

/** What other columns say of which target this is: its endpoint, its service, its environment. */
function contextIn(plan: Plan, { cells, keys }: Row, { name, target }: Target): string {
  const own = [name.range.start, target?.range.start];
  return cells
    .filter(({ start }, index) => !own.includes(start) && !REMARKS.includes(keys[index] ?? '') && BOUNDS[keys[index] ?? ''] === undefined)
    .map((cell) => sliceOf(plan.text, cell).toLowerCase())
    .join('\t')
    .trim();
}

/** `| Metric | Minimum | Target |` */
function boundsIn(plan: Plan, { cells, keys }: Row, target: Target): readonly Figure[] {
  const [model] = figuresOf(target);
  if (model === undefined) return [];
  return cells.flatMap((range, index) => {
    const bound = BOUNDS[keys[index] ?? ''];
    const value = { text: sliceOf(plan.text, range), range };
    const quantity = bound && readQuantity(value.text);
    return bound === undefined || quantity === undefined || range.start === target.target?.range.start ? [] : [{ ...model, value, bound, comparison: quantity.comparison, ...inBaseUnit(quantity) }];
  });
}

/** Under a heading that the template does not know a target may be about a part of the system. */
function isKnown(section: Section | undefined, known: ReadonlySet<Section>): boolean {
  return section !== undefined && known.has(section);
}

/** A target may be read twice, where one section is read as two things. */
function unique(targets: readonly Target[]): readonly Target[] {
  const seen = new Set<number>();
  return targets.filter(({ range }) => !seen.has(range.start) && seen.add(range.start));
}

function whole({ text }: Plan): Range {
  return { start: 0, end: text.length };
}
