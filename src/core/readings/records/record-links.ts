import type { Heading, Paragraph } from 'mdast';
import { piecesOf, type ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { linesOf, type Line } from '../forms/bare-lines.ts';
import { paragraphsIn, Piece, type Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { fieldsIn, type HeadField } from './block-fields.ts';
import { headFields } from './head-fields.ts';
import { fieldsOfLine } from './line-fields.ts';
import { isStatusField, statusSection } from './status.ts';

/** What a record says of its relation to another one. */
export interface RecordLink {
  readonly relation: Relation;
  /** Where the link leads, or the reference as written: "0042-x.md", "ADR-0042", "42". */
  readonly target: Value;
  /** The number of the other record, from the target or else from the text of the link. */
  readonly number: number | undefined;
  /** From the words of the relation to the end of the last record they name; a field as a whole. */
  readonly range: Range;
}

export type Relation = 'supersedes' | 'superseded by' | 'amends' | 'amended by' | 'relates to';

/** A line is read no further than this. */
const LONGEST_LINE = 2000;

const RELATIONS: readonly Relation[] = ['superseded by', 'supersedes', 'amended by', 'amends', 'relates to'];
const SUPERSEDED_BY = '(?:superseded|superceded|obsoleted|replaced)(?:[\\s_-]{1,9}in[\\s_-]{1,9}part)?[\\s_-]{0,9}by';
/** The words for the other relations, in the same order. */
const WORDS = [
  'supersedes|supercedes|replaces|obsoletes',
  '(?:amended|refined|clarified|extended)[\\s_-]{0,9}by',
  'amends|refines|clarifies|extends',
  'relate[sd][\\s_-]{0,9}to|related(?:[\\s_-]{0,9}(?:adrs?|decisions?|records?))?(?=\\s{0,9}:)',
];
const MENTION = mention([SUPERSEDED_BY, ...WORDS]);
/** A status is in the past tense: "Superseded, see ADR-5" tells what supersedes this record. */
const MENTION_IN_STATUS = mention([`${SUPERSEDED_BY}|superseded|superceded`, ...WORDS]);
const MAY_HOLD_MENTION = /supersed|superced|replace|obsolete|amend|refine|clarif|extend|relate/i;

const AFTER_SENTENCE = /[.;!?][\s*_"')\]]{1,9}$/;
const AFTER_STATUS = /(?:[,(:–—]|\s-|[\s)](?:and|but|is|was|now|also))\s{0,9}$/i;
const ADVERBS = /(?:(?<![\p{L}\p{N}])(?:partly|partially|in part|has been|is|was)\s{1,9}){1,3}$/iu;
const ENDS_SENTENCE = /[.;:!?)\]]$/;
const LINE_BREAK = /^(?: {2}|\\|<br)/i;

const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]*\))+)>?(?:\s+["'][^"']*["'])?\s*\)/dy;
const REFERENCE = new RegExp(
  [
    '(?:l?adr|[et]dr|rfc|decision|record)[-_ ]?#?\\d{1,6}(?!\\d)(?:[-_][\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?(?:\\.md)?(?![\\p{L}\\p{N}])',
    '[\\p{L}\\p{N}.][^\\s()[\\]{}<>,;:"\'`*&|–—→]*\\.(?:md|markdown)(?:#[\\w-]*)?(?![\\p{L}\\p{N}])',
    '\\d{3,6}-\\p{L}[\\p{L}\\p{N}-]*',
    '\\d{1,6}(?=[\\s*_`"\'}]*(?:$|[,;.)\\]|&(](?!\\d)|and\\b|on\\b))',
  ].join('|'),
  'iuy',
);
const BETWEEN = /[\s*_:`()[\]{}"'–—,;&→-]|(?:and|the|decisions?|records?|adrs?|see)(?![\p{L}\p{N}_-])/iuy;
const REMARK = /\s{0,4}\([^()[\]]*\)(?=\s{0,4}(?:[,;&]|and\b))/iuy;

const NUMBERED_NAME = /^(?:(?:l?adr|[et]dr|rfc|decision|record)[-_ .#]{0,3})?(\d{1,8})(?=[-_. ]|$)/i;
const PREFIXED_NAME = /^(?:l?adr|[et]dr|rfc|decision|record)[-_ .#]{0,3}\d/i;
const DATE_NAME = /^(?:19|20)\d\d-?(?:0[1-9]|1[0-2])(?:-?(?:0[1-9]|[12]\d|3[01]))?(?=[-_. ]|$)/;
const NUMBERED_TEXT = /^[^\p{L}\p{N}]{0,9}(?:(?:l?adr|[et]dr|rfc|decision|record)[-_ .#]{0,3}(\d{1,6})|(\d{1,6})(?=\s{0,3}(?:[.:)\]]|[–—-]\s|$))|(0\d{2,5}))(?!\d)/iu;

/** The relations to other records that stand in front matter, the status, fields and lines. Only words for a relation make one, and only in front of a record. */
export function readRecordLinks(plan: Plan, read: ReadMarkdown): readonly RecordLink[] {
  const byTarget = new Map<number, RecordLink>();
  for (const link of [...linksInHead(plan, read), ...linksInText(plan, read)]) {
    if (!byTarget.has(link.target.range.start)) byTarget.set(link.target.range.start, link);
  }
  return Array.from(byTarget.values()).sort((a, b) => a.target.range.start - b.target.range.start);
}

/** The number in a file name, path, address or id: `0001-x.md`, `ADR-001`, `adr_7.md`; a date is none. */
export function numberInName(name: string): number | undefined {
  const [path = '', anchor = ''] = name.slice(-500).split('#');
  const parts = (path === '' ? anchor : path).split(/[/\\]/).filter((part) => part !== '');
  const isFolder = /^(?:readme|index)(?:\.\w+)?$/i.test(parts.at(-1) ?? '');
  const last = (parts.at(isFolder ? -2 : -1) ?? '').trim();
  // Folders are named "4-day-week"; one of a record has leading zeros or says what it is.
  if (isFolder && !/^\d{3}/.test(last) && !PREFIXED_NAME.test(last)) return undefined;
  // The number at the end of an address may be that of an issue.
  if (/^\w+:\/\//.test(name) && !/\.(?:md|markdown|html?)$/i.test(last) && !PREFIXED_NAME.test(last) && !/^(?:adrs?|decisions?)$/i.test(parts.at(-2) ?? '')) return undefined;
  const digits = DATE_NAME.test(last) ? undefined : NUMBERED_NAME.exec(last)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function linksInHead(plan: Plan, read: ReadMarkdown): readonly RecordLink[] {
  return headFields(plan, read).flatMap((field) => {
    if (field.form !== 'front matter' && field.form !== 'table') return [];
    if (isStatusField(field)) return field.lines.flatMap((line) => mentionsIn(line, true, true));
    return linksOfField(field);
  });
}

function linksInText(plan: Plan, read: ReadMarkdown): readonly RecordLink[] {
  const status = statusSection(plan);
  return piecesOf(plan, { start: plan.outline.frontMatter?.range.end ?? 0, end: plan.text.length }).flatMap((range) => {
    const markdown = sliceOf(plan.text, range);
    if (!MAY_HOLD_MENTION.test(markdown)) return [];
    const piece = new Piece(plan.text, range.start);
    const { children } = read(markdown);
    const isStatus = status?.range.start === range.start;
    const texts = children.flatMap((block): readonly (Paragraph | Heading)[] => (block.type === 'heading' && isStatus ? [block] : paragraphsIn(block)));
    // A list below a name is its value; fields with their value on the same line are found with the other lines, wherever they stand.
    const lists = fieldsIn(piece, children).filter(({ form }) => form !== 'table');
    return [...texts.flatMap((text) => linksInLines(plan, linesOf(piece, text), isStatus)), ...lists.flatMap(linksOfField)];
  });
}

function linksInLines(plan: Plan, lines: readonly Line[], isStatus: boolean): readonly RecordLink[] {
  return lines.flatMap((line, index) => {
    const previous = lines[index - 1];
    const begins = isStatus || previous === undefined || beginsSentence(plan, previous, line);
    return [...mentionsIn(line, isStatus, begins), ...fieldsOfLine(line, 'label').flatMap((field) => field.lines.flatMap((said) => mentionsIn(said, isStatusField(field), true)))];
  });
}

/** A line of wrapped prose may begin with any word of a sentence. */
function beginsSentence(plan: Plan, previous: Line, line: Line): boolean {
  if (ENDS_SENTENCE.test(previous.bare.trimEnd()) || /^[^\p{L}\p{N}]*\p{Lu}/u.test(line.bare)) return true;
  return LINE_BREAK.test(plan.text.slice(previous.value.range.end, line.value.range.start)) || fieldsOfLine(previous, 'label').length > 0;
}

function linksOfField({ key, range, lines }: HeadField): readonly RecordLink[] {
  const [match] = `${key}:`.matchAll(MENTION);
  const relation = match?.index === 0 && match[0].length === key.length ? relationOf(match) : undefined;
  return relation ? lines.flatMap(({ value }) => targetsAfter(value, 0, range.start, relation)).map((link) => ({ ...link, range })) : [];
}

function mentionsIn({ value, bare: whole }: Line, isStatus: boolean, begins: boolean): readonly RecordLink[] {
  const bare = whole.slice(0, LONGEST_LINE);
  return Array.from(bare.matchAll(isStatus ? MENTION_IN_STATUS : MENTION)).flatMap((match) => {
    const before = bare.slice(0, match.index).replace(ADVERBS, '');
    const isFirst = !/[\p{L}\p{N}]/u.test(before);
    const opens = isFirst ? begins : AFTER_SENTENCE.test(before.slice(-30)) || (isStatus && AFTER_STATUS.test(before.slice(-30)));
    return opens ? targetsAfter(value, match.index + match[0].length, value.range.start + match.index, relationOf(match)) : [];
  });
}

/** The records named right behind the words of a relation, each once. */
function targetsAfter(line: Value, from: number, start: number, relation: Relation): readonly RecordLink[] {
  const value = partOf(line, 0, LONGEST_LINE);
  const targets: { target: Value; number: number | undefined; end: number }[] = [];
  for (let at = from; at < value.text.length; ) {
    const next = targetAt(value, at);
    if (next) {
      if (next.number === undefined || targets.every(({ number }) => number !== next.number)) targets.push(next);
      at = next.end;
    } else at = (targets.length > 0 ? endOf(REMARK, value.text, at) : undefined) ?? endOf(BETWEEN, value.text, at) ?? value.text.length;
  }
  const end = value.range.start + (targets.at(-1)?.end ?? 0);
  return targets.map(({ target, number }) => ({ relation, target, number, range: { start, end } }));
}

function targetAt(value: Value, at: number): { readonly target: Value; readonly number: number | undefined; readonly end: number } | undefined {
  LINK.lastIndex = at;
  const link = LINK.exec(value.text);
  const [from, to] = link?.indices?.[2] ?? [];
  if (link && from !== undefined && to !== undefined) {
    const target = partOf(value, from, to);
    const number = numberInName(target.text) ?? numberInText(link[1] ?? '');
    const isRecord = number !== undefined || (/\.(?:md|markdown)(?:#|$)/i.test(target.text) && !/^\w+:/.test(target.text));
    return isRecord ? { target, number, end: LINK.lastIndex } : undefined;
  }
  const end = endOf(REFERENCE, value.text, at);
  const target = end === undefined ? undefined : partOf(value, at, end);
  return target && end !== undefined ? { target, number: numberInName(target.text), end } : undefined;
}

/** The number with which the text of a link begins: "ADR-0036", "3. Foo", "0003 Foo". */
function numberInText(text: string): number | undefined {
  const [, prefixed, numbered, padded] = NUMBERED_TEXT.exec(text) ?? [];
  const digits = prefixed ?? numbered ?? padded;
  return digits === undefined ? undefined : Number(digits);
}

function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function mention(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((each) => `(${each})`).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function relationOf(match: RegExpExecArray): Relation {
  return RELATIONS[match.slice(1).findIndex(Boolean)] ?? 'relates to';
}
