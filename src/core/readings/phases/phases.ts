import type { Paragraph, RootContent } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { readEffort } from './effort.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { afterMark, ownTextOf } from './gates.ts';
import { namedLines } from '../forms/named-lines.ts';
import { headedPieces, itemsIn, partOf, readTable, titleOf, type HeadedPiece, type TableReading, type TableRow } from '../forms/pieces.ts';
import { splitAtCommas } from './tasks.ts';

/** One phase of a build, in whatever form it is written. */
export interface Phase {
  readonly number: Value | undefined;
  /** Empty where a phase has only a number. */
  readonly title: Value;
  /** What stands in the last parentheses of its heading. */
  readonly note: Value | undefined;
  readonly effort: Value | undefined;
  readonly files: readonly Value[];
  readonly deliverables: readonly Value[];
  /** The numbers of other phases. */
  readonly dependsOn: readonly Value[];
  readonly status: Value | undefined;
  readonly goal: Value | undefined;
  readonly plan: Value | undefined;
  /** The whole row, item or headed block. */
  readonly range: Range;
}

/** The names under which authors write the fields, as title keys; of several that are there, the one named first counts. */
const EFFORT = ['estimated effort', 'effort', 'effort estimate', 'estimate', 'estimated', 'estimated duration', 'duration', 'estimated time', 'timeline', 'timeframe'];
const FILES = ['files', 'file'];
export const WORKS = ['deliverables', 'deliverable', 'key deliverables', 'outputs', 'tasks', 'key tasks', 'scope', 'items'];
export const DEPENDS_ON = ['depends on', 'dependencies', 'dependency', 'depends', 'prerequisites', 'prerequisite', 'blocked by', 'requires', 'after'];
const STATUS = ['status', 'state'];
const GOAL = ['goal', 'goals', 'objective', 'objectives', 'purpose', 'focus'];
const PLAN = ['plan', 'phase plan', 'plan document'];
const TITLE = ['name', 'title', 'phase name', 'phase title', 'wave name'];
/** Fields that are none of ours, and no deliverables either. */
const OTHERS = ['owner', 'owners', 'team', 'lead', 'resources', 'risk', 'risks', 'start', 'end', 'start date', 'end date', 'date', 'due', 'budget', 'cost', 'priority'];
const REMARKS = ['success criteria', 'exit criteria', 'entry criteria', 'acceptance criteria', 'criteria', 'validation', 'milestone', 'note', 'notes', 'rationale', 'outcome', 'metrics', 'success metrics', 'done when', 'definition of done', 'verification', 'testing', 'blockers', 'assumptions', 'open questions', 'out of scope', 'non goals'];
export const PARALLEL = ['parallel', 'can parallelize', 'parallelizable'];
/** What only phases and waves have: it tells a numbered heading that is one from those that are none. */
const TELLING = new Set([...EFFORT, ...FILES, ...WORKS, ...DEPENDS_ON]);
const FIELDS = new Set([...TELLING, ...STATUS, ...GOAL, ...PLAN, ...OTHERS, ...REMARKS, ...PARALLEL]);
/** What a table is about that has phases or waves only beside it. */
const FOREIGN_COLUMNS = ['task', 'risk', 'risks', 'metric', 'decision', 'feature', 'requirement', 'service', 'component', 'story'];

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})?(?![\p{L}\p{N}%]|\.\d)`;
/** A further number belongs to the list unless it counts the word behind it: `1, 2 engineers`. */
const NUMBERS = String.raw`${NUMBER}(?:\s*(?:,\s*and\b|[,;&+/–—-]|and\b|to\b)\s*#?${NUMBER}(?!\s*(?!and\b|to\b)\p{L})){0,20}`;
/** What authors write where a number is still open, or count otherwise. */
const NO_NUMBER = String.raw`\{\{[^{}\r\n]{1,60}\}\}|\[[^\]\r\n]{1,40}\]|(?:\d{1,3}[a-z]|[a-z]|[ivx]{1,5}|one|two|three|four|five|six)(?![\p{L}\p{N}])`;
/** Emoji, opening marks and a number of the heading itself. */
const LEAD = String.raw`[^\p{L}\p{N}\r\n]{0,20}(?:\d{1,3}(?:\.\d{1,3}){0,3}(?:[.):]|\uFE0F?\u20E3)?\s+[^\p{L}\p{N}\r\n]{0,20})?`;
const CLOSERS = String.raw`(?:\]\([^()\s]{0,300}\)|[\]*_~\x60]|\s?\p{Extended_Pictographic}\uFE0F?){0,6}`;
const SEPARATOR = String.raw`\s*(?:[:：–—·]|-{1,2}(?=\s)|[.)](?=\s|$)|<br ?\/?>)`;
const AFTER_NUMBER = String.raw`${CLOSERS}(${SEPARATOR}|\s*[*_]{0,2}(?=\()|\s*$|\s+)`;
/** In a column that says what they are, a number may stand alone. */
const NUMBER_CELL = new RegExp(String.raw`^[^\p{L}\p{N}\r\n]{0,20}()()(${NUMBERS})()${AFTER_NUMBER}`, 'diu');
const BARE_NUMBERS = new RegExp(String.raw`^[^\p{L}\p{N}]*(${NUMBERS})[^\p{L}\p{N}]*$`, 'diu');
/** `**Exit criteria**`, `**Step 1**: Draw`. */
const LABEL = /^(?:(?:\*\*|__)[^*_\r\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__)(?:[ \t]*:|[^*_:\r\n]{0,40}:?$)))/u;
const LONGEST_HEAD = 500;
const LONGEST_REFERENCE = 2000;

/** How a document calls the phases, or the waves, of a build. */
export interface Naming {
  readonly head: RegExp;
  readonly column: RegExp;
  readonly numbers: RegExp;
}

/** From words as a pattern; some words need no number. */
export function naming(words: string, alone = '(?!)'): Naming {
  return {
    head: new RegExp(String.raw`^${LEAD}(?:(${alone})(?![\p{L}\p{N}])|(${words})(?:[\s#_-]{0,3}(${NUMBERS})|\s+(${NO_NUMBER})))${AFTER_NUMBER}`, 'diu'),
    column: new RegExp(`^(?:${words})(?: (?:name|title|number|no))?$`),
    numbers: new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${words})[\s#-]{0,6}(${NUMBERS})`, 'dgiu'),
  };
}

const PHASES = naming('phases?|stages?|milestones?|iterations?', 'mvp');
const NUMBERED: Naming = { ...PHASES, head: /^[^\p{L}\p{N}]{0,20}()()(\d{1,3})()([.)]\s+)/du };

/** The forms in their order: of two that name the same phase the first one counts. */
export function readPhases(plan: Plan, span: Range, read: ReadMarkdown): readonly Phase[] {
  const pieces = headedPieces(plan, afterMark(plan, span), read);
  const headed = headedPhases(pieces);
  const { tables, items } = otherSteps(pieces, headed, PHASES);
  const lists = [headed, ...tables, ...items].map((steps) => steps.filter(({ head }) => head.numbers.length < 2).map(phaseOf));
  return firstToName(lists, ({ number, title }) => number?.text ?? titleKey(title.text));
}

/** `### Phase 2: Title`; where no heading is of this form `### 2. Title`, if one of them has fields of a phase; else the heading of the span itself, if it has some. */
function headedPhases(pieces: readonly HeadedPiece[]): readonly Step[] {
  const [own] = pieces;
  const inside = own?.heading ? pieces.slice(1) : pieces;
  const named = headedSteps(inside, PHASES);
  if (named.length > 0) return named;
  const levels = new Set(inside.filter((piece) => headOf(piece, NUMBERED) && isTelling(piece)).map(({ section }) => section?.heading.level));
  const numbered = headedSteps(inside, NUMBERED, ({ section }) => levels.has(section?.heading.level));
  return numbered.length > 0 || inside === pieces ? numbered : headedSteps(pieces, PHASES, (piece) => piece === own && isTelling(piece));
}

function phaseOf({ head, range, body }: Step): Phase {
  const { note } = head;
  const isUntitled = head.title.text === '' && (head.numbers.length === 0 || (head.word !== '' && !isPhase(head)));
  return {
    number: head.numbers[0],
    title: isUntitled ? head.name : head.title,
    note,
    effort: valuesOf(body, EFFORT)[0] ?? (note && readEffort(note.text) ? note : undefined),
    files: [...valuesOf(body, FILES), ...itemsOf(body, FILES)].flatMap(splitAtCommas),
    deliverables: worksOf(body),
    dependsOn: numbersNamed([...valuesOf(body, DEPENDS_ON), ...itemsOf(body, DEPENDS_ON)], PHASES),
    status: valuesOf(body, STATUS)[0],
    goal: valuesOf(body, GOAL)[0],
    plan: valuesOf(body, PLAN)[0],
    range,
  };
}

/** A phase or a wave as it is written. */
export interface Step {
  readonly head: Head;
  readonly range: Range;
  readonly body: Body;
  /** What it gathers, where a heading names it. */
  readonly pieces: readonly HeadedPiece[];
}

/** `Phase 2: Data (note)`, `**Waves 3 & 4**: Features`. */
export interface Head {
  readonly line: Value;
  readonly word: string;
  /** The word with its number. */
  readonly name: Value;
  readonly numbers: readonly Value[];
  readonly title: Value;
  readonly note: Value | undefined;
  /** Nothing parts the number from the next word: `Phase 2 overview`. */
  readonly isBare: boolean;
}

/** What stands below a head: its fields, and the items that are none, with the key of the label above them. */
export interface Body {
  readonly fields: readonly Keyed[];
  readonly items: readonly { readonly label: string | undefined; readonly text: Value }[];
}

interface Keyed {
  readonly key: string;
  readonly value: Value;
}

export function valuesOf({ fields }: Body, names: readonly string[]): readonly Value[] {
  return names.flatMap((name) => fields.filter(({ key, value }) => key === name && value.text !== '')).map(({ value }) => value);
}

export function itemsOf({ items }: Body, names: readonly (string | undefined)[]): readonly Value[] {
  return items.filter(({ label }) => names.includes(label)).map(({ text }) => text);
}

/** What is to be made: what the field says, and the items that stand below it or below no label at all. */
export function worksOf(body: Body): readonly Value[] {
  return [...valuesOf(body, WORKS).flatMap(splitAtCommas), ...itemsOf(body, [undefined, ...WORKS])];
}

/** Of several lists that name the same one, the first; in the order of the document. */
export function firstToName<T extends { readonly range: Range }>(lists: readonly (readonly T[])[], nameOf: (each: T) => string): readonly T[] {
  const known = new Set<string>();
  const kept = lists.filter((list) => {
    const names = list.map(nameOf);
    if (names.some((name) => known.has(name))) return false;
    for (const name of names) known.add(name);
    return true;
  });
  return kept.flat().sort((a, b) => a.range.start - b.range.start);
}

/** The headings that name one, each with the headings below it. A phase that stands in a stage or milestone counts in its place. */
export function headedSteps(pieces: readonly HeadedPiece[], words: Naming, counts: (piece: HeadedPiece) => boolean = () => true): readonly Step[] {
  const found: { readonly head: Head; readonly level: number; readonly pieces: HeadedPiece[] }[] = [];
  let isOpen = false;
  let onlyPhases = false;
  for (const piece of pieces) {
    const level = piece.section?.heading.level ?? 0;
    const last = found.at(-1);
    if (last === undefined || level <= last.level) isOpen = false;
    const head = counts(piece) ? headOf(piece, words) : undefined;
    const isInner = isOpen && last !== undefined && head !== undefined && isPhase(head) && !isPhase(last.head);
    if (isInner) found.pop();
    onlyPhases ||= isInner;
    if (head && (!isOpen || isInner)) {
      found.push({ head, level, pieces: [piece] });
      isOpen = true;
    } else if (isOpen) last?.pieces.push(piece);
  }
  const steps = onlyPhases ? found.filter(({ head }) => isPhase(head)) : found;
  return steps.map((step) => ({ head: step.head, pieces: step.pieces, range: rangeOf(step.pieces), body: bodyBelow(step.pieces) }));
}

/** The tables and lists that name some, below headings that name none. */
export function otherSteps(pieces: readonly HeadedPiece[], headed: readonly Step[], words: Naming): { readonly tables: readonly (readonly Step[])[]; readonly items: readonly (readonly Step[])[] } {
  const gathered = new Set(headed.flatMap((step) => step.pieces));
  const others = pieces.filter((piece) => !gathered.has(piece));
  const tables = others.flatMap(({ piece, blocks }) => blocks.flatMap((block) => (block.type === 'table' ? [stepsInTable(readTable(piece, block), words)] : [])));
  return { tables, items: others.map((piece) => stepsInItems(piece, words)) };
}

function headOf(piece: HeadedPiece, words: Naming): Head | undefined {
  const head = piece.heading && readHead(titleOf(piece.piece, piece.heading), words.head);
  return head && (!head.isBare || isTelling(piece)) ? head : undefined;
}

function isPhase({ word }: Head): boolean {
  return /^phases?$/i.test(word);
}

function isTelling({ piece, blocks }: HeadedPiece): boolean {
  return readBody(piece, blocks).fields.some(({ key }) => TELLING.has(key));
}

function rangeOf(pieces: readonly HeadedPiece[]): Range {
  const last = pieces.at(-1);
  const end = last?.blocks.at(-1) ?? last?.heading;
  const start = pieces[0]?.heading && pieces[0].piece.of(pieces[0].heading).range.start;
  return { start: start ?? 0, end: last && end ? last.piece.of(end).range.end : 0 };
}

function bodyBelow(pieces: readonly HeadedPiece[]): Body {
  const bodies = pieces.map(({ piece, blocks, section }, index) => readBody(piece, blocks, index === 0 ? undefined : section?.key));
  return { fields: bodies.flatMap(({ fields }) => fields), items: bodies.flatMap(({ items }) => items) };
}

/** A table whose first column names them, if need be after one that counts the rows. */
function stepsInTable(table: TableReading, words: Naming): readonly Step[] {
  const keys = table.columns.map(({ key }) => key);
  const column = keys.findIndex((key) => words.column.test(key));
  const isCounted = column === 1 && /^(?:no|nr|id|number|step|order)?$/.test(keys[0] ?? '');
  const others = keys.filter((_, index) => index !== column);
  const isForeign = others.some((key) => FOREIGN_COLUMNS.includes(key) || /^(?:phase|wave|stage|milestone|iteration)s?$/.test(key));
  const isTelling = others.some((key) => TELLING.has(key) || [...STATUS, ...GOAL, ...PLAN].includes(key));
  if ((column !== 0 && !isCounted) || isForeign || !isTelling) return [];
  return table.rows.flatMap((row) => {
    const head = headOfRow(row, { column, title: keys.findIndex((key) => TITLE.includes(key)), isCounted }, words);
    if (head === undefined || (head.word === '' && head.numbers.length === 0 && !/^(?:phase|wave)/.test(keys[column] ?? ''))) return [];
    const fields = row.cells.flatMap((value, index) => (index === column ? [] : [{ key: keys[index] ?? '', value }]));
    return [{ head, range: row.range, body: { fields, items: [] }, pieces: [] }];
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

/** Items and paragraphs that begin with one in bold: `1. **Phase 1: Title** (4 weeks)`, `- **Phase 1**: Title`. */
function stepsInItems({ piece, blocks }: HeadedPiece, words: Naming): readonly Step[] {
  const labelled: { readonly paragraph: Paragraph; readonly below: RootContent[] }[] = [];
  const unlabelled: RootContent[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph' && boldStep(piece, block, [], words)) labelled.push({ paragraph: block, below: [] });
    else (labelled.at(-1)?.below ?? unlabelled).push(block);
  }
  const steps = labelled.flatMap(({ paragraph, below }) => boldStep(piece, paragraph, below, words) ?? []);
  let end = -1;
  for (const { item } of itemsIn(unlabelled)) {
    const [paragraph, ...below] = item.children;
    const { range } = piece.of(item);
    const step = paragraph?.type === 'paragraph' && range.start >= end ? boldStep(piece, paragraph, below, words) : undefined;
    if (step === undefined) continue;
    steps.push({ ...step, range });
    end = range.end;
  }
  return steps;
}

function boldStep(piece: Piece, paragraph: Paragraph, below: readonly RootContent[], words: Naming): Step | undefined {
  const [bold] = paragraph.children;
  const text = ownTextOf(piece, paragraph);
  const head = bold?.type === 'strong' ? readHead(text, words.head) : undefined;
  if (bold === undefined || head === undefined || head.isBare) return undefined;
  const isNamedInBold = head.title.range.end <= piece.of(bold).range.end;
  const behind = isNamedInBold ? piece.fieldsAfter(bold, paragraph).map(({ name, value }) => ({ key: titleKey(name), value })) : [];
  const { fields, items } = readBody(piece, below);
  const range = { start: piece.of(paragraph).range.start, end: piece.of(below.at(-1) ?? paragraph).range.end };
  return { head, range, body: { fields: [...fieldsIn(text), ...behind, ...fields], items }, pieces: [] };
}

/** Below a heading that is a label itself, such as "Deliverables", there are no fields. */
export function readBody(piece: Piece, blocks: readonly RootContent[], heading?: string): Body {
  const fields: Keyed[] = [];
  const items: { label: string | undefined; text: Value }[] = [];
  const say = (list: RootContent, label: string | undefined, isNested: boolean): void => {
    for (const { children: [first, ...below] } of list.type === 'list' ? list.children : []) {
      if (first?.type !== 'paragraph') continue;
      const text = ownTextOf(piece, first);
      const { lead, named } = namedLines(text, (key) => FIELDS.has(key));
      if (isNested || label !== undefined || lead !== undefined) items.push({ label, text });
      else {
        fields.push(...named);
        for (const block of below) say(block, named.at(-1)?.key, true);
      }
    }
  };
  let label = heading;
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const text = ownTextOf(piece, block);
      if (heading === undefined) fields.push(...fieldsIn(text));
      label = labelIn(text) ?? heading;
    } else say(block, label, false);
  }
  return { fields, items };
}

function fieldsIn(text: Value): readonly Keyed[] {
  return namedLines(text, (key) => FIELDS.has(key)).named;
}

/** The key of a paragraph that says what is listed below it: a field without a value, or words in bold. */
function labelIn(text: Value): string | undefined {
  const last = fieldsIn(text).at(-1);
  if (last) return last.value.text === '' ? last.key : undefined;
  return LABEL.test(text.text.slice(0, LONGEST_HEAD)) ? titleKey(text.text) : undefined;
}

/** Reads the first line of a text. */
export function readHead(line: Value, pattern: RegExp): Head | undefined {
  const text = /^[^\r\n]*/.exec(line.text.slice(0, LONGEST_HEAD))?.[0] ?? '';
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [matched, alone = '', word = '', , , separator = ''] = match;
  const [start] = match.indices?.[alone === '' ? 2 : 1] ?? [0];
  const list = match.indices?.[3];
  const end = (list ?? match.indices?.[4])?.[1] ?? start + alone.length;
  const rest = partOf(line, matched.length, text.length);
  const { title, note } = titleAndNote(matched, rest);
  const isWhole = alone !== '' && title.text !== '' && !/[*_\]~]/.test(matched.slice(start));
  return {
    line: partOf(line, 0, text.length),
    word: alone + word,
    name: partOf(line, start, end),
    numbers: list ? numbersIn(line, list) : [],
    title: isWhole ? partOf(line, start, title.range.end - line.range.start) : title,
    note,
    isBare: /^\s+$/.test(separator) && rest.text !== '' && !rest.text.startsWith('('),
  };
}

/** What follows the number; marks and links that were opened before it close in it. */
function titleAndNote(before: string, rest: Value): Pick<Head, 'title' | 'note'> {
  const close = before.split('[').length > before.split(']').length ? ']' : ['**', '__', '~~'].find((mark) => before.split(mark).length % 2 === 0);
  const at = close === undefined ? -1 : rest.text.indexOf(close);
  if (at < 0) return withoutNote(rest);
  const joint = /^(?:\]\([^()\s]{0,300}\)|[\]*_~])*\s*[:–—-]?\s*/.exec(rest.text.slice(at))?.[0].length ?? 0;
  const beyond = withoutNote(partOf(rest, at + joint));
  if (beyond.note && beyond.title.text === '') return { title: partOf(rest, 0, at), note: beyond.note };
  const inside = withoutNote(partOf(rest, 0, at));
  return inside.title.text === '' ? { title: beyond.title, note: beyond.note ?? inside.note } : inside;
}

function withoutNote(value: Value): Pick<Head, 'title' | 'note'> {
  const [lead = '', first = ''] = /^\(([^()]+)\)[*_~]*\s*[:–—-]?\s*/.exec(value.text) ?? [];
  if (first !== '') return { title: partOf(value, lead.length), note: partOf(value, 1, 1 + first.length) };
  const last = lastParentheses(value.text);
  const end = last && !/[\p{L}\p{N}]/u.test(value.text.slice(last.end)) ? last.start : value.text.length;
  return { title: partOf(value, 0, value.text.slice(0, end).replace(/[\s:–—-]+$/, '').length), note: last && partOf(value, last.start + 1, last.end - 1) };
}

/** The last parentheses that are no target of a link, with those in them. */
function lastParentheses(text: string): Range | undefined {
  let last: Range | undefined;
  let start = 0;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') {
      if (depth === 0) start = index;
      depth += 1;
    } else if (text[index] === ')' && depth > 0) {
      depth -= 1;
      if (depth === 0 && text[start - 1] !== ']') last = { start, end: index + 1 };
    }
  }
  return last;
}

/** `Phase 1, 2`, `Phase 1 and Phase 2 (done)`, or nothing but numbers: `1, 2`. */
export function numbersNamed(values: readonly Value[], { numbers }: Naming): readonly Value[] {
  const known = new Set<string>();
  const all = values.flatMap((value) => {
    const text = withoutAsides(value.text.slice(0, LONGEST_REFERENCE));
    const places = Array.from(text.matchAll(numbers), ({ indices }) => indices?.[1]);
    const found = places.length > 0 ? places : [BARE_NUMBERS.exec(text)?.indices?.[1]];
    return found.flatMap((place) => (place ? numbersIn(value, place) : []));
  });
  return all.filter(({ text }) => !known.has(text) && known.add(text));
}

function numbersIn(value: Value, [start, end]: [number, number]): readonly Value[] {
  const list = partOf(value, start, end);
  return Array.from(list.text.matchAll(/\d+(?:\.\d+)?/g), ({ 0: number, index }) => partOf(list, index, index + number.length));
}

/** The same text, of the same length, without targets of links, decoration, and what is said of other phases than those that come before. */
function withoutAsides(text: string): string {
  const blank = (aside: string): string => ' '.repeat(aside.length);
  if (/^[^\p{L}]*(?:none|nothing|n\/a)\b/iu.test(text)) return '';
  return text
    .replace(/\]\([^()\r\n]*\)/g, blank)
    .replace(/[[\]*_~\x60]/g, blank)
    .replace(/\b(?:parallel|overlap\w*|alongside|not|before|blocks|unblocks|enables|except)\b[^;.)\r\n]*/gi, blank);
}
