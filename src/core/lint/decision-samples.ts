import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { Decision, PartPlace } from '../readings/decisions/decisions.ts';
import { readOptions, type Option } from '../readings/decisions/options.ts';
import { Readings } from '../readings/readings.ts';
import type { Kind } from '../template/kind.ts';
import { matchContract } from '../template/match.ts';

/** What the template of a kind writes into its decisions and comparisons: that is what documents are asked for. */
export interface DecisionSample {
  readonly plan: Plan;
  readonly decision: Decision | undefined;
  /** Those of the section for them, or else of the decision. */
  readonly options: readonly Option[];
}

export type PartName = PartPlace['field'];

const samples = new WeakMap<Kind, DecisionSample>();
const REASON = /(?<!\p{L})because(?!\p{L})/iu;

export function decisionSample(kind: Kind, read: ReadMarkdown): DecisionSample {
  const known = samples.get(kind);
  if (known) return known;
  const plan = readPlan(kind.body);
  const readings = new Readings(plan, kind, matchContract(plan, kind, {}), read);
  const decision = readings.decisions[0];
  // What a section that may be left out says more of is not asked for.
  const places = readings.places('options').filter(({ contract }) => !contract.optional);
  const sample = { plan, decision, options: places.length === 0 ? (decision?.options ?? []) : places.flatMap(({ range }) => readOptions(plan, range, read)) };
  samples.set(kind, sample);
  return sample;
}

export function partsAsked({ decision }: DecisionSample): readonly PartName[] {
  return Array.from(new Set(decision?.parts.map(({ field }) => field)));
}

/** As a part of its own, or behind the choice: `**One log**, because …`. */
export function asksForReason(sample: DecisionSample): boolean {
  return partsAsked(sample).includes('rationale') || REASON.test(sample.decision?.choice?.text ?? '');
}

/** Whether every option of the template has something that speaks for it, and against it. */
export function asksForArguments({ options }: DecisionSample): boolean {
  return options.length > 0 && options.every(({ pros, cons }) => pros.length > 0 && cons.length > 0);
}
