import type { Need } from '../lint/dependencies.ts';
import { dependentPhases, dependentWaves, numberKey } from '../lint/dependents.ts';
import type { Plan } from '../plan/plan.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Phase } from '../readings/phases/phases.ts';
import type { Wave } from '../readings/phases/wave.ts';
import type { Range } from '../text/range.ts';
import { amountOf, amountOfWave, whenOf, type Amount, type When } from './step-amounts.ts';
import { named, said, stateIn, type StepState } from './step-words.ts';
import { worksIn, type Work } from './works.ts';

/** What a document says of one phase or wave, whatever form it stands in. */
export interface StepDraft {
  /** What others call it by, in one spelling; nothing where it has no number. */
  readonly key: string | undefined;
  /** As messages call it: `phase 2`. */
  readonly name: string;
  /** `Phase 2`; nothing where it has but a name. */
  readonly label: string | undefined;
  readonly title: string | undefined;
  readonly goal: string | undefined;
  readonly status: string | undefined;
  readonly state: StepState | undefined;
  readonly amount: Amount | undefined;
  readonly when: When | undefined;
  readonly needs: readonly Need[];
  /** The keys of those that it is said to run beside. */
  readonly beside: readonly string[];
  readonly works: readonly Work[];
  readonly files: readonly string[];
  readonly range: Range;
}

const BESIDE = /(?<!\bnot\s)\b(?:parallel|alongside|side\s+by\s+side)\s+(?:(?:with|to)\s+)?(?:phases?\s*)?#?(\d{1,3}(?:\s*(?:,|&|\+|and)\s*#?\d{1,3}){0,10})(?![.\d])/i;
const LONGEST_HEAD = 500;

export function phaseDrafts(plan: Plan, phases: readonly Phase[]): readonly StepDraft[] {
  const dependents = dependentPhases(phases);
  return phases.map((phase, index) => {
    const head = headText(plan, phase);
    const goal = said(phase.goal);
    const title = titleOfPhase(phase);
    const status = phase.status === undefined || isOpen(phase.status.text) ? undefined : phase.status;
    return {
      key: dependents[index]?.key,
      name: dependents[index]?.name ?? '',
      label: labelOfPhase(phase),
      title: title ?? (phase.number === undefined ? undefined : goal),
      goal: title === undefined ? undefined : goal,
      status: said(status),
      state: status === undefined ? (/[✅✔☑]/u.test(head) ? 'done' : undefined) : stateIn(status.text),
      amount: amountOf(phase),
      when: whenOf(plan, phase),
      needs: dependents[index]?.needs ?? [],
      beside: (BESIDE.exec(head)?.[1]?.match(/\d+/g) ?? []).map(numberKey),
      works: worksIn(plan, phase.deliverables),
      files: phase.files.flatMap((file) => said(file) ?? []),
      range: phase.range,
    };
  });
}

export function waveDrafts(plan: Plan, waves: readonly Wave[]): readonly StepDraft[] {
  const dependents = dependentWaves(waves);
  return waves.map((wave, index) => ({
    key: dependents[index]?.key,
    name: dependents[index]?.name ?? '',
    label: `Wave ${wave.number.text}`,
    title: named(wave.name),
    goal: undefined,
    status: wave.isFirst ? 'Must be first' : undefined,
    state: undefined,
    amount: amountOfWave(plan, wave),
    when: undefined,
    needs: dependents[index]?.needs ?? [],
    beside: wave.parallelWith.map((number) => numberKey(String(number))),
    works: worksIn(plan, wave.items),
    files: [],
    range: wave.range,
  }));
}

/** From the number to the end of the title and of what stands in parentheses behind it. */
function headText({ text }: Plan, { name, title, note }: Phase): string {
  const end = Math.max(name.range.end, title.range.end, note?.range.end ?? 0);
  return text.slice(name.range.start, Math.min(end, name.range.start + LONGEST_HEAD));
}

/** `Phase 2` also where a table counts them with bare figures; nothing where the name is all there is. */
function labelOfPhase({ name, number, title }: Phase): string | undefined {
  if (isOpen(name.text)) return named(title) === undefined ? 'Unnamed phase' : undefined;
  if (title.range.start === name.range.start) {
    const isCountedBeside = number !== undefined && (number.range.end <= name.range.start || number.range.start >= name.range.end);
    return isCountedBeside ? `Phase ${number.text}` : undefined;
  }
  if (/^[^\p{L}\p{N}]*\p{L}/u.test(name.text)) return named(name) ?? 'Phase';
  return number === undefined ? 'Phase' : `Phase ${number.text}`;
}

/** In a table the cell that counts a phase may be all that names it. */
function titleOfPhase({ name, number, title }: Phase): string | undefined {
  return number !== undefined && title.text === number.text && name.text === number.text ? undefined : named(title);
}
