import type { ReadMarkdown } from '../plan/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import { readRisks, type Risk } from '../readings/risks.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';
import { matchContract, type Match } from '../template/match.ts';
import type { Recognition } from '../template/recognise.ts';
import type { Values } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';

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

  /** The places of the document that the template reads as this. */
  placesRead(reading: ReadingName): readonly ReadPlace[] {
    const sections = Array.from(this.match.found).filter(([{ reads }]) => reads === reading);
    const labels = Array.from(this.match.labelled).filter(([{ reads }]) => reads === reading);
    return [
      ...sections.map(([contract, { heading, range }]) => ({ contract, title: heading.title, anchor: heading.range, range, level: heading.level })),
      ...labels.map(([contract, { title, range }]) => ({ contract, title, anchor: range, range: this.#spanBelow(range), level: undefined })),
    ];
  }

  get risks(): readonly Risk[] {
    this.#risks ??= this.placesRead('risks').flatMap(({ range }) => readRisks(this.plan, range, this.#read));
    return this.#risks;
  }

  /** What stands below a bold label: up to the next one, or the next heading. */
  #spanBelow(label: Range): Range {
    const starts = [...this.plan.outline.labels, ...this.plan.outline.headings].map(({ range }) => range.start);
    const end = starts.filter((start) => start > label.start).reduce((a, b) => Math.min(a, b), this.plan.text.length);
    return { start: label.start, end };
  }
}
