import type { Plan } from '../plan/plan.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { TransitionKey } from '../readings/transition/transition-lines.ts';
import type { Transition } from '../readings/transition/transition.ts';
import { judgeDate } from '../text/dates.ts';
import type { Range } from '../text/range.ts';
import type { Problem } from './rule.ts';
import { inWords, listed } from './wording.ts';

/** The keys of a record as authors write them, in their order. */
export const TRANSITION_KEYS: ReadonlyMap<TransitionKey, string> = new Map([
  ['mode', 'MODE'],
  ['from state', 'FROM_STATE'],
  ['to state', 'TO_STATE'],
  ['why', 'WHY'],
  ['output', 'OUTPUT'],
  ['summary', 'summary'],
  ['inputs', 'inputs'],
  ['evidence', 'evidence'],
  ['risks', 'risks'],
  ['next steps', 'next_steps'],
  ['follow up', 'FOLLOW-UP'],
]);

const LONGEST_LEAD = 1100;
/** In place of a name. */
const NOBODY = /^(?:[-–—?.]{1,3}|none|nobody|no ?one|unknown|unassigned|not assigned|n\/?a)$/i;
/** In place of an item. */
const NOTHING = /^(?:[-–—]{1,3}|none|nothing|n\/?a|not applicable|no (?:risks?|inputs?|evidence|follow[ -]?ups?)|none (?:so far|yet|known|identified|open))\.?$/i;

/** A list may say that there is nothing to list. */
export function isNothing({ text }: Value): boolean {
  return NOTHING.test(text.slice(0, 100));
}

/** What the record leaves out as a whole: keys with nothing under them, who made it, the marks around the plan. Keys that are meant by others are left out. */
export function* missingParts(plan: Plan, transition: Transition, sample: Transition, meant: ReadonlySet<TransitionKey>): Iterable<Problem> {
  const range = firstLine(plan, transition.content);
  const missing = Array.from(TRANSITION_KEYS).filter(([key]) => sample.said.has(key) && !transition.said.has(key) && !meant.has(key));
  if (sample.event && !transition.event) yield { message: `The transition record does not say which step it is of: begin it with [TRANSITION|${sample.event.text}].`, range };
  if (sample.by && !transition.by) yield { message: 'The transition record does not say who made it: write "by" and a name behind the bracket.', range };
  if (missing.length > 0) {
    yield { message: `The transition record has nothing under ${listed(missing.map(([, written]) => written))}: write what belongs there.`, range };
  }
  if (sample.hasPlanBlock && !transition.hasPlanBlock) {
    yield { message: 'The transition record does not mark where the plan in it begins and ends: put it between "=== Architect Plan ===" and "=== END Architect Plan ===".', range };
  }
}

/** What single entries of the record leave out. */
export function* missingInEntries({ evidence, risks, followUps }: Transition, sample: Transition): Iterable<Problem> {
  const [evidenceAsked, riskAsked, followUpAsked] = [sample.evidence[0], sample.risks[0], sample.followUps[0]];
  for (const { kind, result, ref } of evidence) {
    if (isNothing(kind)) continue;
    const missing = [...lacks(evidenceAsked?.result, result, 'result'), ...lacks(evidenceAsked?.ref, ref, 'ref')];
    if (missing.length > 0) yield entryProblem('evidence', kind, missing, missing.map((name) => `|${name}=…`));
  }
  for (const { text, owner, mitigation } of risks) {
    if (isNothing(text)) continue;
    const missing = [...lacks(riskAsked?.owner, named(owner), 'owner'), ...lacks(riskAsked?.mitigation, mitigation, 'mitigation')];
    if (missing.length > 0) yield entryProblem('risk', text, missing, missing.map((name) => `|${name}=…`));
  }
  for (const { text, owner, due } of followUps) {
    if (isNothing(text)) continue;
    const missing = [...lacks(followUpAsked?.owner, named(owner), 'owner'), ...lacks(followUpAsked?.due, due, 'due date')];
    if (missing.length > 0) yield entryProblem('follow-up', text, missing, missing.map((name) => (name === 'owner' ? ' - owner=…' : ' - due=YYYY-MM-DD')));
  }
}

/** Days that no calendar has, and what is no day at all. */
export function* wrongDates({ followUps }: Transition): Iterable<Problem> {
  for (const { due } of followUps) {
    if (!due || isOpen(due.text)) continue;
    const verdict = judgeDate(due.text);
    if (verdict === 'impossible') yield { message: `There is no day "${inWords(due.text)}": write the one that is meant.`, range: due.range };
    if (verdict === 'none') yield { message: `"${inWords(due.text)}" is no date: write it as year, month and day, such as 2026-03-01.`, range: due.range };
  }
}

function entryProblem(what: string, { text, range }: Value, missing: readonly string[], written: readonly string[]): Problem {
  const name = text === '' ? `This ${what}` : `The ${what} "${inWords(text)}"`;
  return { message: `${name} of the transition record has ${listed(missing.map((each) => `no ${each}`))}: write ${listed(written.map((each) => `"${each}"`))} behind it.`, range };
}

function lacks(asked: Value | undefined, said: Value | undefined, name: string): readonly string[] {
  return asked !== undefined && said === undefined ? [name] : [];
}

function named(owner: Value | undefined): Value | undefined {
  return owner && NOBODY.test(owner.text) ? undefined : owner;
}

function firstLine({ text }: Plan, { start }: Range): Range {
  const [lead = '', line = ''] = /^\s*(\S[^\r\n]*)/.exec(text.slice(start, start + LONGEST_LEAD)) ?? [];
  return { start: start + lead.length - line.length, end: start + lead.trimEnd().length };
}
