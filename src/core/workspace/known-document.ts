import type { ReadMarkdown } from '../plan/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import { plainTitle, titleKey } from '../plan/titles.ts';
import { headFields } from '../readings/records/head-fields.ts';
import { readRecord, type DecisionRecord } from '../readings/records/record.ts';
import type { RecordLink } from '../readings/records/record-links.ts';
import { baseName, folderOf } from '../template/file-name.ts';
import { isRecordKind, type Kind } from '../template/kind.ts';
import type { Recognition } from '../template/recognise.ts';
import { pathFrom } from '../text/link-paths.ts';
import type { Position } from '../text/lines.ts';
import { stateOfPlan, stateOfStatus, statusOf, type DocumentState } from './document-state.ts';
import { Positions } from './positions.ts';
import { saidLinks, type SaidLinks } from './said-links.ts';

/** A plan or record of the workspace, as lists show it. */
export interface IndexEntry {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  /** `adr`, whatever its dialect. */
  readonly kind: string;
  readonly dialect: string | undefined;
  /** What its kind is called. */
  readonly kindName: string;
  readonly isRecord: boolean;
  readonly number: number | undefined;
  /** Without decoration, of a record without its number; the name of the file or its folder where there is no title. */
  readonly title: string;
  readonly state: DocumentState | undefined;
  /** `2026-03-01` */
  readonly date: string | undefined;
  /** Where the title stands. */
  readonly at: Position;
}

/** A document that was read once, with all that is ever asked of it. */
export interface KnownDocument {
  readonly path: string;
  readonly said: SaidLinks;
  /** Nothing for a page of no known kind: of it only its links matter. */
  readonly own: OwnDocument | undefined;
}

export interface OwnDocument {
  readonly kind: Kind;
  readonly entry: IndexEntry;
  readonly text: string;
  /** From the beginning of each title to its end, one after the other. */
  readonly titles: readonly number[];
  readonly record: DecisionRecord | undefined;
  readonly relations: readonly SaidRelation[];
  /** Where it says, or its name tells, what it is made from; the surest first. */
  readonly sources: readonly Source[];
}

/** What a record says of its relation to another one. */
export interface SaidRelation {
  readonly link: RecordLink;
  readonly at: Position;
}

export interface Source {
  readonly path: string;
  /** Nothing where only its name tells. */
  readonly at: Position | undefined;
}

const IS_FOLDER_PAGE = /^(?:readme|index)\.\w+$/i;
const MARKDOWN_LINK = /\]\(\s{0,9}<?([^()\s<>]{1,300})>?/;
const ISO_DATE = /(?<!\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/;
/** The value that a template leaves open for the day. */
const DATE = 'date';
const MAY_BE_DATED = /date/i;
const LONGEST_VALUE = 500;
/** Other documents are linked to by their endings, or as pages of a site. */
const MAY_BE_DOCUMENT = /\.(?:md|markdown|mdown|mkd|mdx|html?)$|(?:^|\/)[^./]*$/i;

/** What lists call it: a record by its number as well. */
export function labelOf({ isRecord, number, title }: IndexEntry): string {
  return isRecord && number !== undefined ? `${number}. ${title}` : title;
}

export function readDocument(plan: Plan, path: string, recognition: Recognition | undefined, read: ReadMarkdown): KnownDocument {
  const positions = new Positions(plan);
  const said = saidLinks(plan, path, positions);
  if (recognition !== undefined) return { path, said, own: ownDocument(plan, path, recognition, said, positions, read) };
  const links = said.links.filter((link) => !link.isImage && (link.path === undefined || MAY_BE_DOCUMENT.test(link.path)));
  return { path, said: { links, numbers: said.numbers, lost: [] }, own: undefined };
}

function ownDocument(plan: Plan, path: string, { kind, values }: Recognition, said: SaidLinks, positions: Positions, read: ReadMarkdown): OwnDocument {
  const record = isRecordKind(kind) ? readRecord(plan, path, read) : undefined;
  const entry: IndexEntry = {
    path,
    kind: kind.kind,
    dialect: kind.dialect,
    kindName: kind.name,
    isRecord: record !== undefined,
    number: record ? record.number : numberOf(values['number']),
    title: titleOf(plan, path, record),
    state: record ? stateOfStatus(record.status) : stateOfPlan(plan, kind, read),
    date: record ? record.date?.text : dateOf(plan, values[DATE], read),
    at: positions.of(plan.title?.heading.range.start ?? 0),
  };
  const titles = plan.outline.headings.flatMap(({ titleRange }) => [titleRange.start, titleRange.end]);
  const relations = (record?.links ?? []).map((link) => ({ link, at: positions.of(link.target.range.start) }));
  const sources = kind.beside === undefined ? [] : sourcesOf(plan, path, kind.beside, values[kind.beside], said, positions, read);
  return { kind, entry, text: plan.text, titles, record, relations, sources };
}

function numberOf(digits: string | undefined): number | undefined {
  const number = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(number) ? number : undefined;
}

function titleOf(plan: Plan, path: string, record: DecisionRecord | undefined): string {
  const title = record?.title?.text ?? plan.title?.heading.title ?? '';
  return plainTitle(title) || (IS_FOLDER_PAGE.test(baseName(path)) ? baseName(folderOf(path)) : '') || baseName(path);
}

/** From its file name, a field, or else the day beside its status. */
function dateOf(plan: Plan, named: string | undefined, read: ReadMarkdown): string | undefined {
  if (named !== undefined && ISO_DATE.test(named)) return named;
  const field = MAY_BE_DATED.test(plan.text) ? headFields(plan, read).find(({ key }) => key === DATE) : undefined;
  return ISO_DATE.exec(field?.whole.text.slice(0, LONGEST_VALUE) ?? '')?.[0] ?? statusOf(plan, read)?.date?.text;
}

/** A field that names the file, the file of the same name beside it, then the links right below the title. */
function sourcesOf(plan: Plan, path: string, beside: string, stem: string | undefined, { links }: SaidLinks, positions: Positions, read: ReadMarkdown): readonly Source[] {
  const key = titleKey(beside.replaceAll('_', ' '));
  const field = headFields(plan, read).find((each) => each.key === key);
  const named = field && sourceIn(path, field.whole.text, positions.of(field.range.start));
  const same = stem === undefined ? undefined : `${path.slice(0, path.length - baseName(path).length)}${stem}.md`;
  const head = plan.title?.body;
  const [from, to] = head ? [positions.of(head.start).line, positions.of(Math.max(head.start, head.end - 1)).line] : [0, -1];
  const linked = links.flatMap(({ path: leads, at, isImage }) => (leads !== undefined && !isImage && at.line >= from && at.line <= to ? [{ path: leads, at }] : []));
  return [...(named ? [named] : []), ...(same === undefined ? [] : [{ path: same, at: undefined }]), ...linked];
}

function sourceIn(path: string, text: string, at: Position): Source | undefined {
  const value = text.slice(0, LONGEST_VALUE);
  const file = (MARKDOWN_LINK.exec(value)?.[1] ?? value.replace(/^(["'])(.*)\1$/, '$2')).replace(/#.*$/, '');
  const leads = /\.\w{1,8}$/.test(file) ? pathFrom(folderOf(path), file) : undefined;
  return leads === undefined || leads === '' ? undefined : { path: leads, at };
}
