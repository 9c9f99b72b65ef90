import type { RootContent, Table } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import { recalled } from '../../plan/memory.ts';
import { sectionAt, type Plan } from '../../plan/plan.ts';
import { plainTitle, titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { namedInItem } from '../forms/named-values.ts';
import { textOfItem } from '../forms/own-text.ts';
import { headedPiece, itemsIn, pieceRanges, readTable, type HeadedPiece, type TableReading } from '../forms/pieces.ts';
import { unquoted, yamlFences, yamlValues } from '../forms/yaml-values.ts';

/** What a system or a project has to reach, and how that is shown. */
export interface Target {
  /** The plain title of the nearest heading above. */
  readonly category: string;
  readonly name: Value;
  readonly target: Value | undefined;
  readonly measurement: Value | undefined;
  readonly validation: Value | undefined;
  /** How it is reached. */
  readonly approach: Value | undefined;
  /** The row, the item or the line of YAML. */
  readonly range: Range;
  readonly source: 'table' | 'item' | 'yaml';
  /** The keys that lead to a value of YAML, its own last; empty elsewhere. */
  readonly path: readonly string[];
}

/** Of a pair the first names say it by themselves; the others only beside a first one of the other pair. */
export const NAMES = [
  ['metric', 'metrics', 'requirement', 'requirements', 'nfr', 'kpi', 'sli', 'indicator', 'attribute', 'quality attribute', 'quality', 'characteristic', 'measure'],
  ['category', 'goal', 'objective', 'area', 'aspect', 'concern', 'criterion'],
] as const;
export const TARGETS = [
  ['target', 'targets', 'target value', 'slo'],
  ['goal', 'threshold', 'value'],
] as const;
export const MEASUREMENTS = ['measurement', 'measurements', 'measurement method', 'measured by', 'how measured', 'metric source'];
export const VALIDATIONS = ['validation', 'validation method', 'validated by', 'verification', 'verification method', 'verified by', 'test', 'tests'];
export const APPROACHES = ['implementation', 'scaling strategy', 'approach', 'strategy'];
const RISK_COLUMNS = ['risk', 'risks', 'mitigation', 'probability', 'likelihood'];
/** What an item names that tells of a target and is none itself. */
const NO_TARGETS = [...TARGETS[0], ...MEASUREMENTS, ...VALIDATIONS, ...APPROACHES, 'note', 'notes', 'owner', 'source', 'see', 'see also'];

/** Reads what has to be reached: tables, items such as `- **Uptime**: 99.9%`, the scalars of YAML fences. */
export function readTargets(plan: Plan, span: Range, read: ReadMarkdown): readonly Target[] {
  const written = pieceRanges(plan, span).flatMap((range) => {
    const readPiece = (): readonly Target[] => writtenIn(headedPiece(plan, range, read), categoryAt(plan, span, range.start));
    // What a heading says holds for all that stands below it.
    return sectionAt(plan, range.start)?.range.start === range.start ? recalled(plan, range, writtenIn, readPiece) : readPiece();
  });
  return [...written, ...yamlTargets(plan, span)].sort((a, b) => a.range.start - b.range.start);
}

function writtenIn({ piece, blocks }: HeadedPiece, category: string): readonly Target[] {
  return [...blocks.flatMap((block) => (block.type === 'table' ? rowsOf(piece, block, category) : [])), ...itemsOf(piece, blocks, category)];
}

/** A span may begin at a bold label in place of a heading. */
function categoryAt(plan: Plan, span: Range, offset: number): string {
  const section = sectionAt(plan, offset);
  const label = section && section.range.start >= span.start ? undefined : plan.outline.labels.find(({ range }) => range.start === span.start);
  return plainTitle(label?.title ?? section?.heading.title ?? '');
}

function rowsOf(piece: Piece, table: Table, category: string): readonly Target[] {
  const reading = readTable(piece, table);
  const columns = columnsOf(reading);
  if (columns === undefined) return [];
  return reading.rows.flatMap(({ cells, range }) => {
    const cell = (column: number): Value | undefined => filled(cells[column]);
    const name = cell(columns.name);
    if (name === undefined) return [];
    const [measurement, validation, approach] = [cell(columns.measurement), cell(columns.validation), cell(columns.approach)];
    return [{ category, name, target: cell(columns.target), measurement, validation, approach, range, source: 'table', path: [] }];
  });
}

/** Where a table of targets has what; nothing for any other table. */
function columnsOf({ columns }: TableReading): Record<'name' | 'target' | 'measurement' | 'validation' | 'approach', number> | undefined {
  const keys = columns.map(({ key, title }) => [key, ...title.text.split('/').map(titleKey)]);
  const column = (names: readonly string[], taken = -1): number => keys.findIndex((written, index) => index !== taken && written.some((key) => names.includes(key)));
  const sure = { name: column(NAMES[0]), target: column(TARGETS[0]) };
  const name = sure.name >= 0 ? sure.name : column(NAMES[1], sure.target);
  const target = sure.target >= 0 ? sure.target : column(TARGETS[1], name);
  if (name < 0 || target < 0 || (sure.name < 0 && sure.target < 0) || column(RISK_COLUMNS) >= 0) return undefined;
  return { name, target, measurement: column(MEASUREMENTS), validation: column(VALIDATIONS), approach: column(APPROACHES) };
}

/** Items that name something; what stands below such an item tells of it. */
function itemsOf(piece: Piece, blocks: readonly RootContent[], category: string): readonly Target[] {
  const found: Target[] = [];
  let ownedBelow = Infinity;
  for (const { item, depth } of itemsIn(blocks)) {
    if (depth > ownedBelow) continue;
    const [own, ...others] = namedInItem(piece, item);
    // `- For every region:` only leads to what stands below it.
    const owns = own ? own.bold || own.value.text !== '' : textOfItem(piece, item)?.text.startsWith('**') === true;
    ownedBelow = owns ? depth : Infinity;
    if (own === undefined || !owns || NO_TARGETS.includes(titleKey(own.name.text))) continue;
    const below = itemsIn(item.children).flatMap((child) => (child.depth === 0 ? namedInItem(piece, child.item) : []));
    const field = (names: readonly string[]): Value | undefined => filled([...others, ...below].find(({ name }) => names.includes(titleKey(name.text)))?.value);
    const target = field(TARGETS[0]) ?? filled(own.value);
    if (target === undefined && item.children.length > 1) continue;
    const [measurement, validation, approach] = [field(MEASUREMENTS), field(VALIDATIONS), field(APPROACHES)];
    found.push({ category, name: own.name, target, measurement, validation, approach, range: piece.of(item).range, source: 'item', path: [] });
  }
  return found;
}

function yamlTargets(plan: Plan, span: Range): readonly Target[] {
  const nothing = { measurement: undefined, validation: undefined, approach: undefined };
  return yamlFences(plan, span).flatMap(({ content, range: fence }) => {
    const category = categoryAt(plan, span, fence.start);
    return yamlValues(plan, content).flatMap(({ path, key, value }) => {
      // Nothing names the items of a sequence, and text over several lines is no target.
      if (typeof path.at(-1) !== 'string' || key === value || /[\r\n]/.test(value.text)) return [];
      const [name, target] = [unquoted(key), filled(unquoted(value))];
      const range = { start: key.range.start, end: value.range.end };
      return [{ category, name, target, ...nothing, range, source: 'yaml' as const, path: [...path.slice(0, -1).map(String), name.text] }];
    });
  });
}

function filled(value: Value | undefined): Value | undefined {
  return value?.text === '' ? undefined : value;
}
