import type { ReadMarkdown } from '../plan/markdown.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { readRisks, type Risk } from '../readings/risks.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';
import { matchContract, type Match } from '../template/match.ts';
import type { Recognition } from '../template/recognise.ts';
import type { Values } from '../template/placeholders.ts';

/** One document of a known kind, as the rules see it. Readings are made when first asked for. */
export class Subject {
  readonly plan: Plan;
  readonly recognition: Recognition;
  readonly match: Match;
  readonly #read: ReadMarkdown;
  #risks: readonly Risk[] | undefined;

  constructor(plan: Plan, recognition: Recognition, read: ReadMarkdown) {
    this.plan = plan;
    this.recognition = recognition;
    this.match = matchContract(plan, recognition.kind, recognition.values);
    this.#read = read;
  }

  get kind(): Kind {
    return this.recognition.kind;
  }

  /** What path and title tell, by placeholder. */
  get values(): Values {
    return this.recognition.values;
  }

  /** The sections of the document that the template reads as this, with what the template asks of them. */
  sectionsRead(reading: ReadingName): readonly (readonly [ContractSection, Section])[] {
    return Array.from(this.match.found).filter(([{ reads }]) => reads === reading);
  }

  get risks(): readonly Risk[] {
    this.#risks ??= this.sectionsRead('risks').flatMap(([, section]) => readRisks(this.plan, section.range, this.#read));
    return this.#risks;
  }
}
