import { grouped } from '../text/groups.ts';
import { plainTitle } from '../plan/titles.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Axis } from './risk-levels.ts';

/** A risk in a quadrant chart, by its places on the scale. */
export interface ChartPoint {
  readonly name: string;
  readonly probability: number;
  readonly impact: number;
}

type AxisTitles = Readonly<Record<Axis, readonly [string, string]>>;

/** What the language of diagrams, or the fence around it, would take for signs of its own. */
const SIGNS = /["`#;<>{}[\]|\\%~]|\p{Cc}/gu;
const LONGEST_NAME = 40;
/** So many names fit below each other in one cell. */
const MOST_IN_COLUMN = 4;
const POINT = /^\s{0,40}"?([^"\r\n]{1,200}?)"?(?::::\w{1,100})?\s{0,40}:\s{0,40}\[\s{0,40}[\d.]{1,20}\s{0,40},\s{0,40}[\d.]{1,20}\s{0,40}\]/;

/** A name that every parser takes. */
export function pointName(written: string, number: number): string {
  const clean = isBlank(written) ? '' : cleaned(plainTitle(written));
  const signs = Array.from(clean);
  if (clean === '') return `Risk ${number}`;
  return signs.length <= LONGEST_NAME ? clean : `${signs.slice(0, LONGEST_NAME - 1).join('').trimEnd()}…`;
}

export function chartText(title: string, axes: AxisTitles, points: readonly ChartPoint[], levels: number): readonly string[] {
  const name = cleaned(title);
  return ['quadrantChart', `    title ${name === '' ? 'Risks' : name}`, ...axisLines(axes).map((line) => `    ${line}`), ...pointLines(points, levels, '    ')];
}

/** What a quadrant chart is about; nothing for another kind of diagram. */
export function chartLines(source: string): { readonly names: ReadonlySet<string>; isAbout(axes: AxisTitles): boolean } | undefined {
  const lines = source.split(/\r\n?|\n/);
  if (lines.find((line) => line.trim() !== '' && !line.trim().startsWith('%%'))?.trim() !== 'quadrantChart') return undefined;
  const trimmed = new Set(lines.map((line) => line.trim()));
  const names = new Set(lines.flatMap((line) => POINT.exec(line)?.[1]?.trim() ?? []));
  return { names, isAbout: (axes) => axisLines(axes).every((line) => trimmed.has(line)) };
}

/** The same chart with these points: its title, its axes and whatever else its author changed stays. */
export function withPoints(source: string, points: readonly ChartPoint[], levels: number): readonly string[] {
  const lines = source.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
  const first = lines.findIndex((line) => POINT.test(line));
  const indent = /^\s*/.exec(lines[first] ?? '    ')?.[0] ?? '';
  const before = first < 0 ? lines : lines.slice(0, first);
  const behind = first < 0 ? [] : lines.slice(first).filter((line) => !POINT.test(line));
  return [...before, ...pointLines(points, levels, indent), ...behind];
}

function axisLines({ probability, impact }: AxisTitles): readonly string[] {
  const line = (axis: string, [low, high]: readonly [string, string]): string => `${axis} "${cleaned(low)}" --> "${cleaned(high)}"`;
  return [line('x-axis', probability), line('y-axis', impact)];
}

/** Points of one cell stand apart, so that each of their names can be read. */
function pointLines(points: readonly ChartPoint[], levels: number, indent: string): readonly string[] {
  const cells = grouped(points, ({ probability, impact }) => `${probability} ${impact}`);
  const places = new Map(cells.flatMap(([, inCell]) => inCell.map((point, index) => [point, spread(index, inCell.length)] as const)));
  return points.map((point) => {
    const [across, up] = places.get(point) ?? [0, 0];
    const at = (rank: number, offset: number): string => String(Number(((rank + 0.5 + offset) / levels).toFixed(3)));
    return `${indent}"${point.name}": [${at(point.probability, across)}, ${at(point.impact, up)}]`;
  });
}

/** From the middle of the cell, as parts of its width and height; below each other first, as names are wide. */
function spread(index: number, count: number): readonly [across: number, up: number] {
  const columns = Math.ceil(count / MOST_IN_COLUMN);
  const rows = Math.ceil(count / columns);
  const share = (place: number, of: number): number => ((place + 0.5) / of - 0.5) * 0.8;
  return [share(Math.floor(index / rows), columns), -share(index % rows, rows)];
}

function cleaned(text: string): string {
  return text.replace(SIGNS, ' ').replace(/\s+/g, ' ').trim();
}
