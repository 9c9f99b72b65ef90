import type { Plan, Section } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { headFields } from '../readings/records/head-fields.ts';
import { statusName } from '../readings/records/status-words.ts';
import { statesOf, transitionStatesOf } from '../template/choices.ts';
import type { Range } from '../text/range.ts';
import { stateOf } from './plan-state.ts';
import type { Subject } from './subject.ts';

/** Who approved a plan, when, and what its sections said then. */
export interface Approval {
  readonly by: Value | undefined;
  readonly on: Value | undefined;
  /** A mark for each section, as `marksOf` makes them. */
  readonly content: Value | undefined;
}

/** A section by marks that change with its title and with its words. */
export interface SectionMark {
  readonly name: string;
  readonly words: string;
}

export interface MarkedSection extends SectionMark {
  readonly section: Section;
}

/** The names of the fields, as front matter has them. */
export const APPROVAL_FIELDS = { by: 'approved-by', on: 'approved-on', content: 'approved-content' } as const;

const MAY_BE_APPROVED = /approved[ _-]?content/i;
const LONGEST_HEAD = 50_000;
const MOST_SECTIONS = 200;
const MARK = /^([0-9a-f]{4})-([0-9a-f]{8})$/;

const COMMENT = /<!--(?:[^-]|-(?!->))*-->/g;
const DEFINITION = /^ {0,3}\[[^[\]\r\n]{1,200}\]:[^\r\n]*$/gm;
const LINK_TARGET = /\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+["'][^"'\r\n]*["'])?\)|\]\[[^[\]\r\n]{0,200}\]/g;
/** What work on a plan ticks, and what tells how a text is set. */
const BOX = /\[[ \txX]\]/g;
const DECORATION = /[*_`~|#>[\]]|^[ \t]*[-+•](?=[ \t])|:?-{3,}:?|={3,}|\\$/gm;

/** What the document says of its approval; nothing where it says nothing of its content then. */
export function approvalOf({ plan, read }: Subject): Approval | undefined {
  if (!MAY_BE_APPROVED.test(plan.text.slice(0, LONGEST_HEAD))) return undefined;
  const fields = headFields(plan, read);
  const said = (name: string): Value | undefined => fields.find(({ key }) => key === titleKey(name))?.lines[0].value;
  const content = said(APPROVAL_FIELDS.content);
  return content && { by: said(APPROVAL_FIELDS.by), on: said(APPROVAL_FIELDS.on), content };
}

/** Whether the plan is still in the state of an approval; one that has no states is. */
export function isStillApproved(subject: Subject): boolean {
  const state = stateOf(subject)?.place.text;
  if (state === undefined) return true;
  const last = [...transitionStatesOf(subject.kind.root), ...statesOf(subject.kind.root)].map(titleKey);
  return statusName(state) === 'accepted' || last.at(-1) === titleKey(state);
}

/** The sections below the title, each with its marks: of their words, without those that tell where the plan stands. */
export function markedSections({ plan, readings }: Subject): readonly MarkedSection[] {
  const status = readings.status?.value.range.start ?? -1;
  const top = plan.sections.filter((section) => section !== plan.title && (section.parent === undefined || section.parent === plan.title));
  const ofContent = top.filter(({ body }) => status < body.start || status >= body.end);
  return ofContent.slice(0, MOST_SECTIONS).map((section) => ({ section, ...markOf(plan, section, readings.transition?.range) }));
}

/** As the front matter holds them. */
export function marksInWords(marks: readonly SectionMark[]): string {
  return marks.map(({ name, words }) => `${name}-${words}`).join(' ');
}

export function marksIn(text: string): readonly SectionMark[] {
  return text.split(/[\s,]+/).flatMap((written) => {
    const [, name, words] = MARK.exec(written) ?? [];
    return name === undefined || words === undefined ? [] : [{ name, words }];
  });
}

function markOf({ text }: Plan, { key, heading, range }: Section, record: Range | undefined): SectionMark {
  const body = { start: heading.range.end, end: range.end };
  const isWithin = record !== undefined && body.start <= record.start && record.end <= body.end;
  const said = isWithin ? text.slice(body.start, record.start) + text.slice(record.end, body.end) : text.slice(body.start, body.end);
  return { name: hashed(key).slice(-4), words: hashed(wordsIn(said)) };
}

/** What a section says, however its lines are broken, its tables set and its boxes ticked. */
function wordsIn(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(COMMENT, '')
    .replace(DEFINITION, '')
    .replace(LINK_TARGET, ']')
    .replace(BOX, '')
    .replace(DECORATION, '')
    .replace(/\s+/g, '');
}

/** FNV-1a: whoever wants to pass an edit off as none can write the mark as well. */
function hashed(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
