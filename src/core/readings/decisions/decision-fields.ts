import { titleKey } from '../../plan/titles.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';

export type DecisionField = 'problem' | 'options' | 'choice' | 'rationale' | 'tradeoffs' | 'confidence' | 'impact' | 'risk' | 'mitigation' | 'record';

/** The names under which authors write the parts of a decision, as title keys. */
const FIELD_NAMES: readonly (readonly [DecisionField, ...(readonly string[])])[] = [
  ['problem', 'problem', 'problem statement', 'context', 'context and problem statement', 'question'],
  ['options', 'options', 'options considered', 'considered options', 'alternatives', 'alternatives considered', 'considered alternatives', 'rejected alternatives', 'alternative', 'alternative considered', 'pros and cons of the options'],
  ['choice', 'choice', 'decision', 'decision outcome', 'selected approach', 'selected option', 'selected', 'selected option and rationale', 'chosen approach', 'chosen option', 'chosen direction', 'chosen', 'chose'],
  ['rationale', 'rationale', 'justification', 'why', 'reason', 'reasons', 'reasoning'],
  ['tradeoffs', 'trade off', 'trade offs', 'tradeoff', 'tradeoffs', 'trade offs accepted', 'consequences'],
  ['confidence', 'confidence', 'confidence level'],
  ['impact', 'impact', 'impact on implementation', 'implementation impact'],
  ['risk', 'risk', 'risks'],
  ['mitigation', 'mitigation', 'mitigations'],
  ['record', 'record', 'adr', 'decision record', 'architecture decision record'],
];

const FIELDS: ReadonlyMap<string, DecisionField> = new Map(FIELD_NAMES.flatMap(([field, ...names]) => names.map((name) => [name, field] as const)));

export function decisionField(key: string): DecisionField | undefined {
  return FIELDS.get(key);
}

export function isDecisionField(key: string): boolean {
  return FIELDS.has(key);
}

/** The names of all fields as part of a regular expression, longest first. */
export function namePattern(): string {
  return Array.from(FIELDS.keys())
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(' ', '[ \\t-]'))
    .join('|');
}

export interface NamedTitle {
  readonly field: DecisionField;
  readonly key: string;
  /** What the title says besides the name: `Confidence: 85%`. */
  readonly value: Value | undefined;
}

const NAME_IN_TITLE = /^([^:：\r\n]{1,60}?)(?:[ \t]{0,4}[:：](?:[*_]{1,3}(?=[ \t]))?|[ \t]{1,4}[-–—](?=[ \t]))/;
const FIGURE_IN_TITLE = /\(([^()]{0,40}\d[^()]{0,40})\)[ \t]{0,4}$/;

/** A heading that is named as a part of a decision. */
export function namedTitle(title: Value): NamedTitle | undefined {
  const key = titleKey(title.text);
  const field = decisionField(key);
  if (field) return { field, key, value: field === 'confidence' ? figureIn(title) : undefined };
  const [lead, name = ''] = NAME_IN_TITLE.exec(title.text) ?? [];
  const named = lead === undefined ? undefined : decisionField(titleKey(name));
  if (lead === undefined || !named) return undefined;
  const value = partOf(title, lead.length);
  return { field: named, key: titleKey(name), value: value.text === '' ? undefined : value };
}

/** A key leaves remarks out, and a confidence is short enough to be one. */
function figureIn(title: Value): Value | undefined {
  const [whole, figure] = FIGURE_IN_TITLE.exec(title.text.slice(0, 300)) ?? [];
  if (whole === undefined || figure === undefined) return undefined;
  const start = title.text.lastIndexOf(whole) + 1;
  return partOf(title, start, start + figure.length);
}
