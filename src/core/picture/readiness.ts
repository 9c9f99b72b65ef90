import { stateNow } from '../lint/next-state.ts';
import { plainTitle } from '../plan/titles.ts';
import { isRecordKind } from '../template/kind.ts';
import { figuresOfPlan, figuresOfRecord, gateTally, type ReadinessFigure } from './readiness-figures.ts';
import { placed, type Placed, type PictureSource } from './source.ts';

/** What stands between a plan and its next state, as figures that anyone can count again. */
export interface Readiness {
  readonly state: string | undefined;
  /** Where the state stands. */
  readonly place: Placed | undefined;
  /** The state that follows, where the kind has one. */
  readonly next: string | undefined;
  /** Said where nothing keeps the plan from moving on. */
  readonly sentence: string | undefined;
  /** The plan has moved on too early, in the words of the check. */
  readonly problem: string | undefined;
  /** Those that keep it from moving on before those that are worth a look. */
  readonly figures: readonly ReadinessFigure[];
}

const APPROVALS = 'gates-before-approval';

/** Nothing where there is nothing to say: no state, nothing that is open, no gates. */
export function drawReadiness(source: PictureSource): Readiness | undefined {
  const { plan, subject, findings } = source;
  if (subject === undefined) return undefined;
  const isRecord = isRecordKind(subject.kind);
  const { state, next, moves } = stateNow(subject);
  const figures = isRecord ? figuresOfRecord(source) : figuresOfPlan(source, subject, moves);
  const isOpen = moves ? figures.some(({ blocks }) => blocks) : figures.length > 0;
  const sentence = isOpen ? undefined : isRecord ? 'The checks find nothing to mend in this record.' : closingSentence(source, next);
  if (state === undefined && figures.length === 0 && !moves && gateTally(source).total === 0) return undefined;
  return {
    state: state && plainTitle(state.text),
    place: state && placed(plan, state.range),
    next,
    sentence,
    problem: findings.find(({ rule }) => rule === APPROVALS)?.message,
    figures,
  };
}

function closingSentence(source: PictureSource, next: string | undefined): string {
  const { done, total } = gateTally(source);
  const gates = total === 0 || done < total ? '' : total === 1 ? ' Its gate is ticked.' : ` All ${total} gates are ticked.`;
  return `${next === undefined ? 'Nothing is left open in this plan.' : `Nothing stands in the way of ${next}.`}${gates}`;
}
