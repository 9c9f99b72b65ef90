import type { ReadMarkdown } from '../plan/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import { Readings } from '../readings/readings.ts';
import type { Kind } from '../template/kind.ts';
import { matchContract, type Match, type MissingSection } from '../template/match.ts';
import { nearMisses, type NearMiss } from '../template/near-misses.ts';
import type { Recognition } from '../template/recognise.ts';
import type { Values } from '../template/placeholders.ts';
import { readSuppressions, type Suppression } from './suppressions.ts';
import type { Surroundings } from './surroundings.ts';

/** One document of a known kind, as the rules see it. */
export class Subject {
  readonly plan: Plan;
  /** Relative to the root of the workspace, with `/`. */
  readonly path: string;
  readonly surroundings: Surroundings;
  /** Reads a piece of Markdown, and remembers those it read last. */
  readonly read: ReadMarkdown;
  readonly recognition: Recognition;
  readonly match: Match;
  readonly readings: Readings;
  #nearMisses: readonly NearMiss[] | undefined;
  #suppressions: readonly Suppression[] | undefined;

  constructor(plan: Plan, path: string, recognition: Recognition, read: ReadMarkdown, surroundings: Surroundings) {
    this.plan = plan;
    this.path = path;
    this.read = read;
    this.surroundings = surroundings;
    this.recognition = recognition;
    this.match = matchContract(plan, recognition.kind, recognition.values);
    this.readings = new Readings(plan, recognition.kind, this.match, read);
  }

  get kind(): Kind {
    return this.recognition.kind;
  }

  /** What path and title tell, by placeholder. */
  get values(): Values {
    return this.recognition.values;
  }

  /** The comments by which authors have findings left out. */
  get suppressions(): readonly Suppression[] {
    this.#suppressions ??= readSuppressions(this.plan);
    return this.#suppressions;
  }

  /** Required, and neither there as a section, under a title that was meant to be its own, nor said elsewhere. */
  get missing(): readonly MissingSection[] {
    const meant = new Set(this.nearMisses.map(({ missing }) => missing.section));
    return this.match.missing.filter(({ section }) => !meant.has(section) && !this.readings.isSaidElsewhere(section));
  }

  /** Required, and there under a misspelt title. */
  get nearMisses(): readonly NearMiss[] {
    this.#nearMisses ??= nearMisses(this.plan, this.match, this.values, (section) => this.readings.isSaidElsewhere(section));
    return this.#nearMisses;
  }
}
