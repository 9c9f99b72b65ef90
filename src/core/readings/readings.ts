import type { ReadMarkdown } from '../plan/markdown.ts';
import { recalled } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import { isReadAs, isRecordKind, type ContractSection, type Kind } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';
import type { Match } from '../template/match.ts';
import type { Range } from '../text/range.ts';
import { readConstraints, type Constraint } from './requirements/constraints.ts';
import { readContracts, type Contract } from './requirements/contracts.ts';
import { readDecisions, readWholeDecision, type Decision } from './decisions/decisions.ts';
import { readDiagrams, type Diagram } from './diagrams.ts';
import { readGates, type Gate } from './phases/gates.ts';
import { readOptions, type Option } from './decisions/options.ts';
import { readPhases, type Phase } from './phases/phases.ts';
import { readRisks, type Risk } from './risks/risks.ts';
import { readServices, type Service } from './requirements/services.ts';
import { readStack, type StackRow } from './requirements/stack.ts';
import { readStatus, type Status } from './records/status.ts';
import { readTargets, type Target } from './requirements/targets.ts';
import { readTasks, type Task } from './phases/tasks.ts';
import { readTransition, type Transition } from './transition/transition.ts';
import type { Wave } from './phases/wave.ts';
import { readWaves } from './phases/waves.ts';

/** A section, or what stands below a bold label in place of one. */
export interface ReadPlace {
  readonly contract: ContractSection;
  readonly title: string;
  /** Its heading or label. */
  readonly anchor: Range;
  readonly range: Range;
  /** The level of its heading. */
  readonly level: number | undefined;
}

type Reader<T> = (plan: Plan, span: Range, read: ReadMarkdown) => readonly T[];

/** What one document of a known kind says, as typed values. Each reading is made when first asked for. */
export class Readings {
  readonly #plan: Plan;
  readonly #kind: Kind;
  readonly #match: Match;
  readonly #read: ReadMarkdown;
  readonly #known = new Map<unknown, unknown>();

  constructor(plan: Plan, kind: Kind, match: Match, read: ReadMarkdown) {
    this.#plan = plan;
    this.#kind = kind;
    this.#match = match;
    this.#read = read;
  }

  /** The places of the document that the template reads as this. */
  places(reading: ReadingName): readonly ReadPlace[] {
    const { title } = this.#plan;
    const whole = title && this.#kind.root.reads.includes(reading) ? [this.#headed(this.#kind.root, title)] : [];
    const contracts = [...this.#match.found.keys(), ...this.#match.labelled.keys()].filter(({ reads }) => reads.includes(reading));
    return [...whole, ...contracts.flatMap((contract) => this.placeOf(contract) ?? [])];
  }

  /** Where a section of the template stands in the document. */
  placeOf(contract: ContractSection): ReadPlace | undefined {
    const section = this.#match.found.get(contract);
    if (section) return this.#headed(contract, section);
    const label = this.#match.labelled.get(contract);
    return label && { contract, title: label.title, anchor: label.range, range: this.#spanBelow(label.range), level: undefined };
  }

  get risks(): readonly Risk[] {
    return this.#once('risks', () => {
      const places = this.places('risks');
      const risks = withoutNested(places).flatMap(({ range }) => this.#recalled(range, readRisks));
      // Where both stand in one section, a phase with an impact or a mitigation is no risk.
      const phases = places.some(({ contract }) => isReadAs(contract, 'phases')) ? new Set(this.phases.map(({ range }) => range.start)) : new Set();
      return risks.filter(({ range }) => !phases.has(range.start));
    });
  }

  get nfrs(): readonly Target[] {
    return this.#in('nfr', readTargets);
  }

  get metrics(): readonly Target[] {
    return this.#in('metrics', readTargets);
  }

  /** Figures that the targets of the document answer to. */
  get context(): readonly Target[] {
    return this.#in('context', readTargets);
  }

  get phases(): readonly Phase[] {
    return this.#in('phases', readPhases);
  }

  get waves(): readonly Wave[] {
    return this.#in('waves', readWaves);
  }

  /** Those of the section for decisions; where there is none, those that stand anywhere. A document may be one decision as a whole. */
  get decisions(): readonly Decision[] {
    if (isRecordKind(this.#kind)) return this.#once('decisions', () => readWholeDecision(this.#plan, this.#read));
    const here = this.#in('decisions', readDecisions);
    return here.length > 0 || !this.#asksFor('decisions') ? here : this.#once('decisions anywhere', () => readDecisions(this.#plan, this.#whole, this.#read));
  }

  get options(): readonly Option[] {
    return this.#in('options', readOptions);
  }

  get gates(): readonly Gate[] {
    return this.#in('gates', readGates);
  }

  /** The open ends that a document means to pay for. */
  get debt(): readonly Gate[] {
    return this.#in('debt', readGates);
  }

  get stack(): readonly StackRow[] {
    return this.#in('stack', readStack);
  }

  get services(): readonly Service[] {
    return this.#in('services', readServices);
  }

  get contracts(): readonly Contract[] {
    return this.#in('contracts', readContracts);
  }

  get constraints(): readonly Constraint[] {
    return this.#in('constraints', readConstraints);
  }

  get tasks(): readonly Task[] {
    return this.#in('tasks', readTasks);
  }

  get diagrams(): readonly Diagram[] {
    return this.#once('diagrams', () => readDiagrams(this.#plan));
  }

  get transition(): Transition | undefined {
    return this.#once('transition', () => readTransition(this.#plan, this.#whole));
  }

  get status(): Status | undefined {
    return this.#once('status', () => readStatus(this.#plan, this.#read));
  }

  /** Whether the document says somewhere what this section is for: a status and a record of transition stand wherever their author put them. */
  isSaidElsewhere({ reads }: ContractSection): boolean {
    return (
      (reads.includes('status') && this.status !== undefined) ||
      (reads.includes('transition') && this.transition !== undefined) ||
      (reads.includes('decisions') && this.decisions.length > 0)
    );
  }

  #in<T>(reading: ReadingName, reader: Reader<T>): readonly T[] {
    return this.#once(reading, () => withoutNested(this.places(reading)).flatMap(({ range }) => this.#recalled(range, reader)));
  }

  #recalled<T>(span: Range, reader: Reader<T>): readonly T[] {
    return recalled(this.#plan, span, reader, () => reader(this.#plan, span, this.#read));
  }

  #once<T>(name: string, make: () => T): T {
    // What is kept under a name was made under it.
    if (!this.#known.has(name)) this.#known.set(name, make());
    return this.#known.get(name) as T;
  }

  #asksFor(reading: ReadingName): boolean {
    return isReadAs(this.#kind.root, reading);
  }

  get #whole(): Range {
    return { start: 0, end: this.#plan.text.length };
  }

  #headed(contract: ContractSection, { heading, range }: { readonly heading: { readonly title: string; readonly range: Range; readonly level: number }; readonly range: Range }): ReadPlace {
    return { contract, title: heading.title, anchor: heading.range, range, level: heading.level };
  }

  /** What stands below a bold label: up to the next one, or the next heading. */
  #spanBelow(label: Range): Range {
    const starts = [...this.#plan.outline.labels, ...this.#plan.outline.headings].map(({ range }) => range.start);
    const end = starts.filter((start) => start > label.start).reduce((a, b) => Math.min(a, b), this.#plan.text.length);
    return { start: label.start, end };
  }
}

/** A place inside another is read with it. */
function withoutNested(places: readonly ReadPlace[]): readonly ReadPlace[] {
  return places
    .filter((place) => !places.some((other) => other !== place && other.range.start < place.range.start && place.range.end <= other.range.end))
    .sort((a, b) => a.range.start - b.range.start);
}
