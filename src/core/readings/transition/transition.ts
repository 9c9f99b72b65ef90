import { recalled } from '../../plan/memory.ts';
import type { Fence } from '../../plan/outline.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { transitionLines, type TransitionKey } from './transition-lines.ts';

/** The record that an agent writes when a plan moves from one state to the next. */
export interface Transition {
  /** The fence. */
  readonly range: Range;
  readonly content: Range;
  /** `architect.planning` */
  readonly event: Value | undefined;
  readonly by: Value | undefined;
  readonly mode: Value | undefined;
  readonly from: Value | undefined;
  readonly to: Value | undefined;
  readonly why: readonly Value[];
  readonly summary: Value | undefined;
  readonly nextSteps: Value | undefined;
  readonly inputs: readonly TransitionInput[];
  readonly evidence: readonly Evidence[];
  readonly risks: readonly TransitionRisk[];
  readonly followUps: readonly FollowUp[];
  /** Whether the plan in it is marked where it begins and where it ends. */
  readonly hasPlanBlock: boolean;
  /** Lines with a key that no record has. */
  readonly unknown: readonly Value[];
  /** The keys under which something stands. */
  readonly said: ReadonlySet<TransitionKey>;
}

export interface TransitionInput {
  readonly name: Value;
  readonly file: Value;
}

export interface Evidence {
  readonly kind: Value;
  readonly result: Value | undefined;
  readonly ref: Value | undefined;
  readonly range: Range;
}

export interface TransitionRisk {
  /** What stands between the brackets; empty where there are none. */
  readonly box: Value;
  readonly done: boolean;
  readonly text: Value;
  readonly owner: Value | undefined;
  readonly mitigation: Value | undefined;
  readonly range: Range;
}

export interface FollowUp {
  readonly done: boolean;
  readonly text: Value;
  readonly owner: Value | undefined;
  readonly due: Value | undefined;
  readonly range: Range;
}

/** A value behind its key: `owner=Ada`. */
interface Pair {
  readonly key: string;
  readonly value: Value;
}

const BEGIN = /^\s{0,1000}\[TRANSITION\|/i;
const HEADER = /^\[TRANSITION\|((?:\[[^\]\r\n]{0,100}\]|[^\]\r\n]){0,300})(?:\](?:[ \t]{1,10}by[ \t]{1,10}(\S.{0,300}))?)?/di;
const INPUT = /([\p{L}\p{N}_.-]{1,100})=((?:\{\{[^{}\r\n]{1,200}\}\}|\[[^\]\r\n]{1,200}\]|[^\s,;])*)/gu;
const DASHED = /[ \t]{1,10}[-–—|][ \t]{1,10}(?=\p{L}{1,20}[ \t]{0,4}=)|[ \t]{0,10}\|[ \t]{0,10}(?=\p{L}{1,20}[ \t]{0,4}=)/gu;
const PAIR = /^[ \t\r\n]{0,100}([\p{L}_]{1,40})[ \t]{0,10}=/u;
const LONGEST_RECORD = 50_000;

/** The first record of a span, in a fence of any language. */
export function readTransition(plan: Plan, span: Range): Transition | undefined {
  const fence = plan.outline.fences.find(({ range, content }) => range.start >= span.start && range.start < span.end && BEGIN.test(plan.text.slice(content.start, content.start + 1100)));
  return fence && recalled(plan, fence.range, recordOf, () => recordOf(plan, fence));
}

function recordOf(plan: Plan, fence: Fence): Transition {
  const { header, entries, hasPlanBlock, unknown } = transitionLines(plan.text, recordIn(plan.text, fence));
  const all = (key: TransitionKey): readonly Value[] => entries.get(key) ?? [];
  const first = (key: TransitionKey): Value | undefined => all(key)[0];
  return {
    range: fence.range,
    content: fence.content,
    ...headerOf(header),
    mode: first('mode'),
    from: first('from state'),
    to: first('to state'),
    why: all('why'),
    summary: whole(plan.text, all('summary')),
    nextSteps: whole(plan.text, all('next steps')),
    inputs: all('inputs').flatMap(inputsOf),
    evidence: all('evidence').flatMap(evidenceOf),
    risks: all('risks').flatMap(risksOf),
    followUps: all('follow up').map(followUpOf),
    hasPlanBlock,
    unknown,
    said: new Set(Array.from(entries).flatMap(([key, values]) => (values.length > 0 ? [key] : []))),
  };
}

/** A fence that is never closed swallows what stands below it, and a record holds no headings. */
function recordIn(text: string, { content, closed }: Fence): Range {
  const record = text.slice(content.start, Math.min(content.end, content.start + LONGEST_RECORD));
  const end = closed ? -1 : record.search(/^(?:#{1,6}[ \t]|`{3}|~{3})/m);
  return { start: content.start, end: content.start + (end < 0 ? record.length : end) };
}

function headerOf(header: Value): Pick<Transition, 'event' | 'by'> {
  const match = HEADER.exec(header.text);
  const group = (index: number): Value | undefined => {
    const place = match?.indices?.[index];
    const value = place && partOf(header, place[0], place[1]);
    return value?.text === '' ? undefined : value;
  };
  return { event: group(1), by: group(2) };
}

/** `requirements=docs/needs.md quality_targets=docs/targets.md` */
function inputsOf(entry: Value): readonly TransitionInput[] {
  return Array.from(entry.text.matchAll(INPUT), ({ 1: name = '', 2: file = '', index }) => {
    const after = index + name.length + 1;
    return { name: partOf(entry, index, index + name.length), file: partOf(entry, after, after + file.length) };
  });
}

/** `design_review|result=passed|ref=docs/review.md`, several with `;` between them. */
function evidenceOf(entry: Value): readonly Evidence[] {
  return splitAt(entry, /;/g).flatMap((item) => {
    const { lead, pairs } = pairsOf(item, /\|/g);
    return lead.text === '' ? [] : [{ kind: lead, result: valueOf(pairs, 'result'), ref: valueOf(pairs, 'ref'), range: item.range }];
  });
}

/** `[ ]text|owner=Ada|mitigation=…`, several with `;` between them. */
function risksOf(entry: Value): readonly TransitionRisk[] {
  return splitAt(entry, /;(?=\s{0,20}\[[ xX]?\])/g).flatMap((item) => {
    if (item.text === '') return [];
    const { lead, pairs } = pairsOf(item, /\|/g);
    const [brackets, mark] = /^\[([ xX]?)\]/.exec(lead.text) ?? [];
    const at = lead.range.start + (brackets === undefined ? 0 : 1);
    const risk: TransitionRisk = {
      box: { text: mark ?? '', range: { start: at, end: at + (mark?.length ?? 0) } },
      done: mark?.toLowerCase() === 'x',
      text: partOf(lead, brackets?.length ?? 0),
      owner: valueOf(pairs, 'owner'),
      mitigation: valueOf(pairs, 'mitigation'),
      range: item.range,
    };
    return [risk];
  });
}

/** `[ ]text - owner=Ada - due=2026-03-01` */
function followUpOf(entry: Value): FollowUp {
  const { lead, pairs } = pairsOf(entry, DASHED);
  const [box = ''] = /^\[[ xX]?\]/.exec(lead.text) ?? [];
  return { done: /x/i.test(box), text: partOf(lead, box.length), owner: valueOf(pairs, 'owner'), due: valueOf(pairs, 'due'), range: entry.range };
}

function pairsOf(item: Value, separator: RegExp): { readonly lead: Value; readonly pairs: readonly Pair[] } {
  const [lead = item, ...rest] = splitAt(item, separator);
  const pairs = rest.flatMap((part) => {
    const [whole, key] = PAIR.exec(part.text) ?? [];
    return whole === undefined || key === undefined ? [] : [{ key: key.toLowerCase(), value: partOf(part, whole.length) }];
  });
  return { lead, pairs };
}

function valueOf(pairs: readonly Pair[], wanted: string): Value | undefined {
  const value = pairs.find(({ key }) => key === wanted)?.value;
  return value?.text === '' ? undefined : value;
}

/** Parts that say nothing are left out, except for the first. */
function splitAt(value: Value, separator: RegExp): readonly Value[] {
  const parts: Value[] = [];
  let start = 0;
  for (const { 0: found, index } of value.text.matchAll(separator)) {
    parts.push(partOf(value, start, index));
    start = index + found.length;
  }
  parts.push(partOf(value, start));
  return parts.filter(({ text }, index) => index === 0 || text !== '');
}

function whole(text: string, entries: readonly Value[]): Value | undefined {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return undefined;
  const range = { start: first.range.start, end: last.range.end };
  return { text: text.slice(range.start, range.end), range };
}
