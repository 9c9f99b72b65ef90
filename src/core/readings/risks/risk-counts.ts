import { foundIn } from '../../plan/memory.ts';
import type { Plan } from '../../plan/plan.ts';
import { tablesIn, type PipeTable } from '../../plan/tables.ts';
import { NUMBER_WORDS } from '../../text/number-words.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { remembered } from '../../text/remembered.ts';
import type { Value } from '../forms/fields.ts';
import { wholeLevel, type Level } from './levels.ts';

/** What a text says of how many risks there are: `12 risks: 4 high, 5 medium, 3 low`. */
export interface RiskCount {
  readonly range: Range;
  readonly totals: readonly Value[];
  readonly levels: readonly LevelCount[];
}

export interface LevelCount {
  readonly figure: Value;
  readonly level: Level;
  /** What the level is one of, where that is said: `4 high-impact risks`. */
  readonly field: 'probability' | 'impact' | undefined;
}

const N = `(?<![\\p{L}\\d.,~<>≤≥#/–-])(\\d{1,4}|${NUMBER_WORDS})(?![\\p{L}\\d%/–-]|[.,]\\d)`;
const LEVEL = '(very[ \\t]low|very[ \\t]high|low|medium|moderate|high|critical|severe|minor|major)';
const MARKS = '[ \\t*_]{0,6}(?:\\p{Extended_Pictographic}\\uFE0F?[ \\t]{1,2})?[*_]{0,3}';
const KIND = '(?:[ \\t-](priority|risk|level|severity|impact|probability|likelihood))?';
const WHICH = '(?:significant|identified|known|open|key|main|documented|distinct|tracked|total|overall|project|architectural|architecture|relevant|material|notable)';
const ALL = new RegExp(`${N}[ \\t*_]{1,4}(?:${WHICH}[ \\t]{1,2}){0,2}risks(?![\\p{L}-])[*_]{0,3}`, 'giu');
const NAMED_ALL = new RegExp(`(?<![\\p{L}])(?:(?:total|number|count)[ \\t]{1,2}(?:number[ \\t]{1,2})?(?:of[ \\t]{1,2})?(?:${WHICH}[ \\t]{1,2})?risks|risks?[ \\t]{1,2}(?:identified|total|count)|risks)[*_]{0,3}[ \\t]{0,2}[:=][ \\t*_]{0,6}${N}[*_]{0,3}`, 'giu');
const OF_LEVEL = new RegExp(`${N}${MARKS}(?:(?:of|them|these|those|which|are|is|were|rated|ranked)[ \\t]{1,2}){0,4}[*_]{0,3}${LEVEL}${KIND}(?![\\p{L}-])[*_]{0,3}(?=[ \\t]{0,2}(?:risks?|and|or|[,;.:)|]|$)|[\\r\\n])`, 'giu');
const LEVEL_OF = new RegExp(`(?<![\\p{L}-])${LEVEL}${KIND}(?:[ \\t]risks?)?[*_]{0,3}[ \\t]{0,2}(:|=|\\()[ \\t*_]{0,6}${N}`, 'giu');
/** Before a number that is not all there are. */
const SOME = /(?<!\p{L})(?:top|first|last|next|other|another|least|most|to|over|about|around|roughly|than|nearly|almost|only|remaining|additional|further|new|the|these|those|both|each|every|same|any|its|phase|wave|risk|section|step|version|sprint|week|day)[ \t*_]{1,4}$/iu;
const WHOLE = /^[ \t*_]{0,4}(?:$|[:.,;()|\r\n]|[–—-][ \t])/;
const COUNTED = /^[ \t*_]{0,4}(?:(?:were|are|have been)[ \t])?(?:identified|found|listed|documented|recorded|tracked|assessed|analy[sz]ed|known|named|described|registered|in[ \t]total|overall|in[ \t]this[ \t](?:plan|phase|section|register|document|design))(?!\p{L})/iu;
const LONGEST = 4000;
const FIGURE = `(?:\\d{1,4}|${NUMBER_WORDS})`;
/** What is counted, which is quicker to find. */
const WORD = /risk|low|medium|moderate|high|critical|severe|minor|major/giu;
const LONGEST_COUNT = 100;
/** What every count has in it, whatever stands around it. */
const LIKELY = new RegExp(
  [
    `${FIGURE}[ \\t*_]{1,4}(?:${WHICH}[ \\t]{1,2}){0,2}risks`,
    `risks?(?:[ \\t]{1,2}(?:identified|total|count))?[*_]{0,3}[ \\t]{0,2}[:=][ \\t*_]{0,6}${FIGURE}`,
    `${FIGURE}${MARKS}(?:(?:of|them|these|those|which|are|is|were|rated|ranked)[ \\t]{1,2}){0,4}[*_]{0,3}${LEVEL}`,
    `${LEVEL}${KIND}(?:[ \\t]risks?)?[*_]{0,3}[ \\t]{0,2}[:=(][ \\t*_]{0,6}${FIGURE}`,
  ].join('|'),
  'iu',
);

/** The counts in a span outside of what is hidden. Where a text is about risks, less is needed to show that all of them are meant. */
export function readRiskCounts(plan: Plan, span: Range, hidden: readonly Range[], isAboutRisks: boolean): readonly RiskCount[] {
  const texts = piecesWithCounts(plan).flatMap((piece) => {
    const part = { start: Math.max(span.start, piece.start), end: Math.min(span.end, piece.end) };
    if (part.start >= part.end) return [];
    const headings = plan.outline.headings.filter(({ range }) => range.start === piece.start);
    const silent = [...hidden, ...[...tablesIn(plan, part), ...headings].map(({ range }) => range)].sort((a, b) => a.start - b.start);
    return pieces(plan.text, part, silent).flatMap((block) => inText(block, isAboutRisks));
  });
  const inTables = foundIn(plan, countsInTables, span).filter(({ range }) => span.start <= range.start && range.start < span.end);
  return [...texts, ...inTables.filter(({ range }) => !hidden.some(({ start, end }) => start < range.end && range.start < end))];
}

const known = new WeakMap<Plan, readonly Range[]>();

/** No text that stands together goes on behind a heading. */
function piecesWithCounts(plan: Plan): readonly Range[] {
  const ranges = known.get(plan) ?? foundIn(plan, mayCount);
  known.set(plan, ranges);
  return ranges;
}

function mayCount({ text }: Plan, { start, end }: Range): readonly Range[] {
  const piece = text.slice(start, end);
  const isLikely = Array.from(piece.matchAll(WORD)).some(({ index }) => LIKELY.test(piece.slice(Math.max(0, index - LONGEST_COUNT), index + LONGEST_COUNT)));
  return isLikely ? [{ start, end }] : [];
}

/** Lines that stand together, outside of what is hidden. */
function pieces(text: string, span: Range, hidden: readonly Range[]): readonly Value[] {
  const found: Value[] = [];
  let position = span.start;
  for (const { start, end } of [...hidden, { start: span.end, end: span.end }]) {
    if (end < position || start > span.end) continue;
    found.push(...blocksIn(text, position, start));
    position = end;
  }
  return found;
}

function blocksIn(text: string, from: number, to: number): readonly Value[] {
  const found: { text: string; range: { start: number; end: number } }[] = [];
  let open = false;
  for (const { 0: line, index } of text.slice(from, Math.max(from, to)).matchAll(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+/g)) {
    const last = open ? found.at(-1) : undefined;
    const start = from + index;
    open = line.trim() !== '';
    if (!open) continue;
    if (last) [last.text, last.range.end] = [last.text + line, start + line.length];
    else found.push({ text: line, range: { start, end: start + line.length } });
  }
  return found;
}

function inText({ text, range }: Value, isAboutRisks: boolean): readonly RiskCount[] {
  if (text.length > LONGEST || !LIKELY.test(text)) return [];
  const totals = [
    ...Array.from(text.matchAll(ALL)).filter((match) => isAll(text, match)),
    ...Array.from(text.matchAll(NAMED_ALL)).filter((match) => WHOLE.test(text.slice(match.index + match[0].length))),
  ];
  const levels = [...ofLevels(text, range), ...levelsOf(text, range, totals.length > 0)];
  const isBrokenDown = new Set(levels.map(({ level }) => `${level.scale} ${level.rank}`)).size > 1;
  const sure = totals.filter((match) => match[0].includes(':') || isAboutRisks || isBrokenDown || COUNTED.test(text.slice(match.index + match[0].length)));
  const stated = sure.length > 0 || (isBrokenDown && (isAboutRisks || saysRisks(text))) ? levels : [];
  return sure.length + stated.length > 0 ? [{ range, totals: sure.map((match) => figureIn(match, match[1] ?? '', range)), levels: stated }] : [];
}

/** `4 high risks, 3 medium risks` */
function saysRisks(text: string): boolean {
  return Array.from(text.matchAll(OF_LEVEL)).filter((match) => /^[ \t]risks?\b/i.test(text.slice(match.index + match[0].length))).length > 1;
}

/** Not some of them. */
function isAll(text: string, match: RegExpExecArray): boolean {
  const after = text.slice(match.index + match[0].length);
  return match[1]?.toLowerCase() !== 'one' && !isSome(text, match.index) && (COUNTED.test(after) || WHOLE.test(after));
}

function isSome(text: string, index: number): boolean {
  return SOME.test(text.slice(Math.max(0, index - 30), index));
}

/** `4 high` */
function ofLevels(text: string, range: Range): readonly LevelCount[] {
  return Array.from(text.matchAll(OF_LEVEL)).flatMap((match) => {
    const [, figure = '', name = '', kind] = match;
    return isSome(text, match.index) ? [] : levelCount(figureIn(match, figure, range), name, kind);
  });
}

/** `High: 4`. What stands in brackets, and one, two, three in order, says which figure a level has. */
function levelsOf(text: string, range: Range, isCounted: boolean): readonly LevelCount[] {
  const matches = Array.from(text.matchAll(LEVEL_OF)).filter(([, , , sign]) => sign === ':' || isCounted);
  const figures = matches.map((match) => match[4] ?? '').sort();
  if (!isCounted && figures.every((figure, index) => figure === String(index + 1))) return [];
  return matches.flatMap((match) => {
    const [, name = '', kind, , figure = ''] = match;
    return levelCount(figureIn(match, figure, range), name, kind);
  });
}

function levelCount(figure: Value, name: string, kind: string | undefined): readonly LevelCount[] {
  const level = wholeLevel(name);
  if (level === undefined) return [];
  if (kind && /^(?:impact|severity)$/i.test(kind)) return [{ figure, level, field: 'impact' }];
  return [{ figure, level, field: kind && /^(?:probability|likelihood)$/i.test(kind) ? 'probability' : undefined }];
}

/** In the other pattern the figure stands last. */
function figureIn(match: RegExpExecArray, figure: string, range: Range): Value {
  const isFirst = match[0].startsWith(figure);
  const start = range.start + match.index + (isFirst ? 0 : match[0].lastIndexOf(figure));
  return { text: figure, range: { start, end: start + figure.length } };
}

function countsInTables(plan: Plan, piece: Range): readonly RiskCount[] {
  return tablesIn(plan, piece).flatMap((table) => inTable(plan.text, table));
}

/** `| Level | Count |` */
function inTable(text: string, { head, rows, range }: PipeTable): readonly RiskCount[] {
  const column = head.cells.findIndex(({ content }, index) => index > 0 && isCount(sliceOf(text, content)));
  if (column < 0) return [];
  const totals: Value[] = [];
  const levels: LevelCount[] = [];
  for (const { cells } of rows) {
    const [name, cell] = [cells[0], cells[column]];
    const digits = cell && /\d{1,4}(?=[\s*_]*$)/.exec(sliceOf(text, cell.content));
    if (!name || !cell || !digits) continue;
    const start = cell.content.start + digits.index;
    const figure = { text: digits[0], range: { start, end: start + digits[0].length } };
    const level = wholeLevel(sliceOf(text, name.content));
    if (level) levels.push({ figure, level, field: undefined });
    else if (/^[\s*_]*total(?: risks)?[\s*_]*$/i.test(sliceOf(text, name.content))) totals.push(figure);
  }
  return levels.length > 0 && levels.length + totals.length > 1 ? [{ range, totals, levels }] : [];
}

const isCount = remembered((title: string): boolean => /^[\s*_]*(?:count|number|risks|total|#|no\.?|number of risks|# of risks|total risks)[\s*_]*$/i.test(title));
