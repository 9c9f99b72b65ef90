import { bareName, groupOf } from '../forms/bare-names.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

export interface DecisionTitle {
  readonly number: Value | undefined;
  readonly name: Value;
  /** Where the name leads, if it is a link. */
  readonly link: Value | undefined;
}

const LEAD = '(?:[^\\p{L}\\p{N}[{]{1,12})?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}[.)]?[ \\t]{1,4})?[*_]{0,3}(?:(?:key|core|main|design|technical|architecture|architectural)[ \\t]{1,3})?decision';
const NUMBER = '(?:[ \\t]{0,3}#?(?:[ \\t]{0,3}[A-Z]{1,3}-?)?(\\d{1,4})|[ \\t]{1,3}([A-Z](?!\\p{L})|\\{\\{[^{}]{1,100}\\}\\}|\\[[^[\\]]{1,60}\\]))';
const SEPARATOR = '[*_]{0,3}(?:[ \\t]{0,4}[:：]|[ \\t]{1,4}[-–—](?=[ \\t]))(?:[*_]{1,3}(?=[ \\t]))?';
const NUMBERED = new RegExp(`^${LEAD}${NUMBER}(?:${SEPARATOR}|[.)](?=[ \\t])|[*_]{0,3}[ \\t]{0,4}$)`, 'diu');
const NAMED = new RegExp(`^${LEAD}${SEPARATOR}(?=[ \\t]{0,4}[^ \\t*_])`, 'iu');

const LONGEST_TITLE = 1000;

/** "Decision 2: Store events" and "Decision: Store events". A title that is only "Decision" names a part of one. */
export function decisionTitle(title: Value): DecisionTitle | undefined {
  if (title.text.length > LONGEST_TITLE) return undefined;
  const numbered = NUMBERED.exec(title.text);
  if (numbered) return { number: groupOf(title, numbered, 1) ?? groupOf(title, numbered, 2), ...bareName(partOf(title, numbered[0].length)) };
  const [lead] = NAMED.exec(title.text) ?? [];
  return lead === undefined ? undefined : { number: undefined, ...bareName(partOf(title, lead.length)) };
}

/** A name that may be introduced as that of a decision, or not. */
export function decisionName(written: Value): DecisionTitle {
  return decisionTitle(bareName(written).name) ?? { number: undefined, ...bareName(written) };
}
