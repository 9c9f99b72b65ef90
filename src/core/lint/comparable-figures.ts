import type { ReadMarkdown } from '../plan/markdown.ts';
import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import { tablesIn, type PipeCell, type PipeTable } from '../plan/tables.ts';
import { yamlFences } from '../readings/forms/yaml-values.ts';
import { figuresOf, type Bound, type Figure } from '../readings/requirements/figures.ts';
import { readQuantity } from '../readings/requirements/quantity.ts';
import { APPROACHES, MEASUREMENTS, readTargets, VALIDATIONS, type Target } from '../readings/requirements/targets.ts';
import { inBaseUnit } from '../readings/requirements/units.ts';
import type { Match } from '../template/match.ts';
import { columnsOf, type TableColumn } from '../template/table-rows.ts';
import { lastBefore } from '../text/in-order.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** A figure that is known to be about the same thing as others. */
export interface ComparableFigure extends Figure {
  /** Alike in figures of one metric in one table, list or YAML map: they are percentiles and bounds of each other. */
  readonly group: string;
  /** Alike in figures that should be the same wherever they stand; nothing where only its surroundings say what it is about. */
  readonly identity: string | undefined;
}

/** Columns that tell of a target and do not say which one it is. */
const REMARKS: ReadonlySet<string> = new Set([...MEASUREMENTS, ...VALIDATIONS, ...APPROACHES, '', 'id', 'no', 'nr', 'number', 'owner', 'priority', 'status', 'note', 'notes', 'comment', 'comments', 'rationale', 'reason', 'why', 'source', 'current', 'baseline', 'today', 'capacity', 'tool', 'tools', 'description', 'unit', 'units', 'target', 'targets', 'goal', 'value', 'threshold']);
const BOUNDS: Readonly<Record<string, Bound>> = { minimum: 'minimum', min: 'minimum', maximum: 'maximum', max: 'maximum' };

interface Origin {
  readonly plan: Plan;
  readonly read: ReadMarkdown;
  /** Which sections are known to speak of the whole; all do where nothing is known. */
  readonly match?: Match;
}

/** The figures of these targets, or of all in the document. */
export function comparableFigures({ plan, read, match }: Origin, targets: readonly Target[] = readTargets(plan, whole(plan), read)): readonly ComparableFigure[] {
  if (targets.length === 0) return [];
  const known = match && new Set(match.found.values());
  const fences = yamlFences(plan, whole(plan));
  return unique(targets).flatMap((target) => {
    const own = figuresOf(target);
    if (own.length === 0) return [];
    const row = target.source === 'table' ? rowAt(plan, target.range.start) : undefined;
    const section = sectionAt(plan, target.range.start);
    const fence = target.source === 'yaml' ? lastBefore(fences, target.range.start)?.range.start : undefined;
    const context = row ? contextIn(plan, row, target) : '';
    const place = fence === undefined ? String(row?.table.range.start ?? section?.range.start ?? 0) : `${String(fence)} ${target.path.slice(0, -1).join('\n')}`;
    const isLocal = target.path.length > 2 || (known !== undefined && !isKnown(section, known));
    return [...own, ...(row ? boundsIn(plan, row, target, own) : [])].map((figure) => {
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
  readonly columns: readonly TableColumn[];
  readonly cells: readonly PipeCell[];
}

function rowAt(plan: Plan, offset: number): Row | undefined {
  const table = tablesIn(plan, { start: sectionAt(plan, offset)?.range.start ?? 0, end: offset + 1 }).at(-1);
  const row = table && lastBefore(table.rows, offset);
  return table && row?.range.start === offset ? { table, columns: columnsOf(plan, table), cells: row.cells } : undefined;
}

/** What other columns say of which target this is: its endpoint, its service, its environment. */
function contextIn(plan: Plan, { cells, columns }: Row, { name, target }: Target): string {
  const own = [name.range.start, target?.range.start];
  return cells
    .filter(({ content: { start } }, index) => !own.includes(start) && !REMARKS.has(columns[index]?.key ?? '') && BOUNDS[columns[index]?.key ?? ''] === undefined)
    .map(({ content }) => sliceOf(plan.text, content).toLowerCase())
    .join('\t')
    .trim();
}

/** `| Metric | Minimum | Target |` */
function boundsIn(plan: Plan, { cells, columns }: Row, target: Target, [model]: readonly Figure[]): readonly Figure[] {
  if (model === undefined) return [];
  return cells.flatMap(({ content: range }, index) => {
    const bound = BOUNDS[columns[index]?.key ?? ''];
    if (bound === undefined || range.start === target.target?.range.start) return [];
    const value = { text: sliceOf(plan.text, range), range };
    const quantity = readQuantity(value.text);
    return quantity === undefined ? [] : [{ ...model, value, bound, comparison: quantity.comparison, ...inBaseUnit(quantity) }];
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
