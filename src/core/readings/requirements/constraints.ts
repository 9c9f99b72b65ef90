import type { ListItem, RootContent, Table } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { textOf, type Piece, type Value } from '../forms/fields.ts';
import { cellNamed, headedPieces, itemsIn, partOf, readTable, type HeadedPiece } from '../forms/pieces.ts';
import { namesIn, namesOf, technologyIn, wordsOf, type Named } from './stack.ts';

/** One thing the design has to keep to. */
export interface Constraint {
  readonly name: Value | undefined;
  readonly text: Value;
  /** The technologies that alone may be used. */
  readonly allowed: readonly Value[];
  readonly forbidden: readonly Value[];
  /** The item, row or paragraph. */
  readonly range: Range;
}

type Verdict = 'allowed' | 'forbidden';
type Judged = Readonly<Record<Verdict, readonly Value[]>>;

const NOTHING: Judged = { allowed: [], forbidden: [] };

const KINDS = '(?: (?:technolog(?:y|ies)|tools?|products?|stack|languages?|databases?|frameworks?|librar(?:y|ies)|services?|platforms?|dependencies|vendors?))?';
const ALLOWED = new RegExp(`^(?:allowed|permitted|approved|whitelisted|must use|use only|only)${KINDS}$`);
const FORBIDDEN = new RegExp(`^(?:forbidden|prohibited|banned|disallowed|excluded|blacklisted|not (?:allowed|permitted)|(?:must|may|do) not use|never use)${KINDS}$`);
const TEXT_COLUMNS = ['constraint', 'constraints', 'restriction', 'rule', 'description', 'details'];
const REASON_COLUMNS = ['reason', 'rationale', 'why', 'notes', 'note', 'comment'];
const CONSTRAINT_COLUMNS = ['constraint', 'constraints', 'restriction'];
const REMARKS = ['note', 'notes', 'reason', 'rationale', 'why', 'see', 'see also', 'owner', 'source'];

/** Reads what a design is bound to: items, bold lines, tables; and the technologies that they allow or forbid. */
export function readConstraints(plan: Plan, span: Range, read: ReadMarkdown): readonly Constraint[] {
  return headedPieces(plan, span, read)
    .flatMap((headed) => [...headed.blocks.flatMap((block) => inBlock(headed.piece, block)), ...inItems(headed)])
    .sort((a, b) => a.range.start - b.range.start);
}

function inBlock(piece: Piece, block: RootContent): readonly Constraint[] {
  if (block.type === 'table') return rowsOf(piece, block);
  if (block.type !== 'paragraph') return [];
  const names = namesIn(piece, block).filter((named) => named.bold && isSaid(named));
  return names.map((named) => constraintOf(named, { start: named.name.range.start, end: named.value.range.end }));
}

function rowsOf(piece: Piece, table: Table): readonly Constraint[] {
  const reading = readTable(piece, table);
  const verdicts = reading.columns.map(({ key }) => verdictOf(key));
  const judges = verdicts.some((verdict) => verdict !== undefined);
  if (!judges && !reading.columns.some(({ key }) => CONSTRAINT_COLUMNS.includes(key))) return [];
  const nameColumn = reading.columns.findIndex(({ key }, index) => verdicts[index] === undefined && !TEXT_COLUMNS.includes(key) && !REASON_COLUMNS.includes(key));
  return reading.rows.flatMap((row) => {
    const listed = (wanted: Verdict): readonly Value[] => row.cells.filter(({ text }, index) => text !== '' && verdicts[index] === wanted);
    const name = row.cells[nameColumn]?.text === '' ? undefined : row.cells[nameColumn];
    const said = cellNamed(reading, row, TEXT_COLUMNS);
    const text = said ?? listed('forbidden')[0] ?? listed('allowed')[0];
    if (text === undefined) return [];
    const prose = said === undefined ? NOTHING : judgedIn(said);
    const allowed = [...prose.allowed, ...listed('allowed').flatMap((cell) => listedIn(cell, 'allowed'))];
    const forbidden = [...prose.forbidden, ...listed('forbidden').flatMap((cell) => listedIn(cell, 'forbidden'))];
    return [{ name, text, allowed, forbidden, range: row.range }];
  });
}

/** Items; what stands below one that only says "Forbidden" is its list. */
function inItems({ piece, heading, blocks }: HeadedPiece): readonly Constraint[] {
  const above = heading === undefined ? undefined : verdictOf(titleKey(textOf(heading)));
  const found: Constraint[] = [];
  let listedBelow = Infinity;
  for (const { item, depth } of itemsIn(blocks)) {
    if (depth > listedBelow) continue;
    const list = listBelow(piece, item);
    listedBelow = list === undefined ? Infinity : depth;
    found.push(...(list ? [list] : inItem(piece, item, above)));
  }
  return found;
}

function listBelow(piece: Piece, item: ListItem): Constraint | undefined {
  const [, second, ...more] = item.children;
  const name = namesOf(piece, item)[0]?.name ?? wordsOf(piece, item);
  const verdict = name && verdictOf(titleKey(name.text));
  if (verdict === undefined || second === undefined) return undefined;
  const whole = piece.of(item);
  const entries = itemsIn([second, ...more]).flatMap(({ item, depth }) => (depth === 0 ? (namesOf(piece, item)[0]?.name ?? wordsOf(piece, item) ?? []) : []));
  const beside = namesOf(piece, item)[0]?.value;
  const text = beside === undefined || beside.text === '' ? partOf(whole, piece.of(second).range.start - whole.range.start) : beside;
  return { name, text, ...NOTHING, [verdict]: [...(beside ? [beside] : []), ...entries].flatMap((entry) => listedIn(entry, verdict)), range: whole.range };
}

function inItem(piece: Piece, item: ListItem, above: Verdict | undefined): readonly Constraint[] {
  const { range } = piece.of(item);
  const names = namesOf(piece, item);
  const words = wordsOf(piece, item);
  if (names.length > 0) return names.filter(isSaid).map((named) => constraintOf(named, range, above));
  if (words === undefined || words.text === '') return [];
  return [{ name: undefined, text: words, ...merged(judgedIn(words), above && { [above]: listedIn(words, above) }), range }];
}

function constraintOf({ name, value }: Named, range: Range, above?: Verdict): Constraint {
  const verdict = verdictOf(titleKey(name.text));
  if (verdict === 'forbidden') return { name, text: value, allowed: [], forbidden: listedIn(value, verdict), range };
  if (verdict === 'allowed') return { name, text: value, ...merged({ allowed: listedIn(value, verdict) }, { forbidden: judgedIn(value).forbidden }), range };
  return { name, text: value, ...merged(judgedIn(name), judgedIn(value), above && { [above]: listedIn(name, above) }), range };
}

function isSaid({ name, value }: Named): boolean {
  return value.text !== '' && !REMARKS.includes(titleKey(name.text));
}

function verdictOf(key: string): Verdict | undefined {
  if (ALLOWED.test(key)) return 'allowed';
  return FORBIDDEN.test(key) ? 'forbidden' : undefined;
}

/** All that is judged, each place once. */
function merged(...judged: readonly (Partial<Judged> | undefined)[]): Judged {
  const all = (verdict: Verdict): readonly Value[] => {
    const values = judged.flatMap((part) => part?.[verdict] ?? []);
    return values.filter(({ range }, index) => values.findIndex((other) => other.range.start === range.start) === index);
  };
  return { allowed: all('allowed'), forbidden: all('forbidden') };
}

const LONGEST_TEXT = 2000;
/** What may follow the name of a technology that is forbidden as such, or allowed for some use. */
const AT_END = /^[\s*_]*(?:$|[.!:]|[–—-]\s|(?:because|since|due|but|at all|anywhere|(?:is |are )?(?:allowed|permitted)|no|not|never)\b)/i;
const IN_USE = /^[\s*_]*(?:$|[.!:\d]|[–—-]\s|(?:for|as|in|on|with|via|from|only|is|are|because|since|at)\b)/i;
/** What is forbidden but for some case is not forbidden. */
const CONDITION = /\b(?:unless|except|until|other than)\b/i;
const NEGATION =
  /(?<![\p{L}\p{N}_-]|\b(?:is|are|was|were)\s)(?:no|not|never|neither|nor|(?:don|mustn|can|shouldn)['’]t(?=\s+use)|cannot(?=\s+use))\s+(?:(?:to\s+)?(?:use|using|adopt|introduce|add|deploy|rely\s+on|depend\s+on)\s+)?(?:(?:use\s+)?of\s+)?(?:any\s+)?/giu;
const VERDICT = /\s(?:(?:is|are)\s+(?:forbidden|prohibited|banned|not\s+(?:allowed|permitted))|(?:must|may|can|shall)\s+not\s+be\s+used|cannot\s+be\s+used)(?!\p{L})/iu;
const ONLY_BEFORE = /^(?:(?:we|must|may|should|can|will|use|uses)\s+){0,3}only\s+(?:use\s+|uses\s+)?/i;
const ONLY_AFTER = /\sonly(?=[\s*_]*(?:$|[,:–—-]|because\b|since\b))/i;
const VERB = /^(?:(?:we|must|may|should|can|will|be|use|uses)\s+){0,4}/i;

/** What a sentence forbids ("no Redis", "must not use Kafka or NATS", "NATS is not allowed") or alone allows ("only Go", "ClickHouse ONLY"). */
function judgedIn(value: Value): Judged {
  const searched = partOf(value, 0, LONGEST_TEXT);
  if (CONDITION.test(searched.text)) return NOTHING;
  return merged(...clausesOf(searched).flatMap((clause) => [{ forbidden: forbiddenIn(clause) }, { allowed: allowedIn(clause) }]));
}

/** The parts of a text that sentences and brackets part. */
function clausesOf(value: Value): readonly Value[] {
  const ends = [...Array.from(value.text.matchAll(/[;)]|(?<!\])\(|[.!?](?=\s|$)/g), ({ index }) => index), value.text.length];
  return ends.map((end, index) => partOf(value, (ends[index - 1] ?? -1) + 1, end)).filter(({ text }) => text !== '');
}

function forbiddenIn(clause: Value): readonly Value[] {
  const after = Array.from(clause.text.matchAll(NEGATION), (match) => partOf(clause, match.index + match[0].length));
  const verdict = VERDICT.exec(clause.text);
  return [...after.flatMap((list) => leading(list)), ...(verdict ? pure(partOf(clause, 0, verdict.index)) : [])];
}

function allowedIn(clause: Value): readonly Value[] {
  const before = ONLY_BEFORE.exec(clause.text)?.[0].length;
  if (before !== undefined) return leading(partOf(clause, before));
  const after = ONLY_AFTER.exec(clause.text)?.index;
  return after === undefined ? [] : pure(partOf(clause, VERB.exec(clause.text)?.[0].length ?? 0, after));
}

/** The technologies with which a list begins; the first other words end it. */
function leading(list: Value): readonly Value[] {
  const found: Value[] = [];
  for (const part of partsOf(list)) {
    const technology = technologyIn(part, AT_END);
    if (technology === undefined) break;
    found.push(technology);
  }
  return found;
}

/** The technologies of a list that holds nothing else. */
function pure(list: Value): readonly Value[] {
  const found = leading(list);
  return found.length === partsOf(list).length ? found : [];
}

/** The technologies among the entries of a list. One that is forbidden for some use only is not forbidden. */
function listedIn(list: Value, verdict: Verdict): readonly Value[] {
  const shown = partOf(list, 0, LONGEST_TEXT);
  const text = shown.text.replace(/(?<!\])\([^()]*\)/g, (remark) => ' '.repeat(remark.length));
  return partsOf({ text, range: shown.range }).flatMap((part) => technologyIn(part, verdict === 'allowed' ? IN_USE : AT_END) ?? []);
}

const PART_END = /[,;|]|(?<=\s)(?:and(?:\/or)?|or|nor|[&+/])(?=\s)|(?<=[\p{L}\p{N}]{4})\/(?=[\p{L}\p{N}]{4})/giu;

function partsOf(list: Value): readonly Value[] {
  const parts: Value[] = [];
  let start = 0;
  for (const { 0: end, index } of list.text.matchAll(PART_END)) {
    parts.push(partOf(list, start, index));
    start = index + end.length;
  }
  return [...parts, partOf(list, start)].filter(({ text }) => text !== '');
}
