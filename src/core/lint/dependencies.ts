import type { Value } from '../readings/forms/fields.ts';
import type { Range } from '../text/range.ts';
import { circlesIn, type Graph } from './cycles.ts';
import type { Problem, RelatedPlace } from './rule.ts';
import { listed } from './wording.ts';

/** A wave, phase or task with what it waits for. */
export interface Dependent {
  /** What others call it by, in one spelling; nothing where it has no number. */
  readonly key: string | undefined;
  /** As a message calls it: `wave 2`. */
  readonly name: string;
  readonly place: Range;
  /** The lower, the earlier. */
  readonly order: number;
  readonly needs: readonly Need[];
}

export interface Need {
  readonly key: string;
  readonly name: string;
  /** Where it says so. */
  readonly value: Value;
}

/** How many members of a circle a message names. */
const MOST_NAMED = 6;

/** Dependencies on what is not there, on itself, on what comes later, and in a circle. */
export class Dependencies {
  readonly #dependents: readonly Dependent[];
  readonly #nodes = new Map<string, number>();
  readonly #noun: string;

  /** Of several with one number the first is the one that others wait for. */
  constructor(dependents: readonly Dependent[], noun: string) {
    this.#dependents = dependents;
    this.#noun = noun;
    for (const [node, { key }] of dependents.entries()) if (key !== undefined && !this.#nodes.has(key)) this.#nodes.set(key, node);
  }

  has(key: string): boolean {
    return this.#nodes.has(key);
  }

  *problems(isElsewhere: (need: Need) => boolean): Iterable<Problem> {
    const inCircle = new Set<Need>();
    for (const circle of circlesIn(this.#graph())) {
      const needs = this.#needsAlong(circle);
      for (const need of needs) inCircle.add(need);
      yield* this.#circle(circle, needs);
    }
    for (const dependent of this.#dependents) {
      for (const need of dependent.needs) if (!inCircle.has(need)) yield* this.#problem(dependent, need, isElsewhere);
    }
  }

  /** Each pair of which one waits for the other, with what says so; those that wait for each other stand in a circle. */
  *conflicts(pairs: readonly (readonly [string, string])[]): Iterable<{ readonly by: Need; readonly waiting: Dependent; readonly other: Dependent }> {
    // So much is looked at in all: a text whose pairs want more has other troubles.
    const budget = { left: 20_000 };
    for (const [first, second] of pairs) {
      const [low, high] = [this.#dependent(first), this.#dependent(second)];
      const [forth, back] = [this.#way(first, second, budget), this.#way(second, first, budget)];
      if (low === undefined || high === undefined || (forth && back)) continue;
      if (forth && !isOwn(high, forth)) yield { by: forth, waiting: low, other: high };
      if (back && !isOwn(low, back)) yield { by: back, waiting: high, other: low };
    }
  }

  *#problem(dependent: Dependent, need: Need, isElsewhere: (need: Need) => boolean): Iterable<Problem> {
    const { name, key, order } = dependent;
    const range = need.value.range;
    const target = this.#dependent(need.key);
    if (need.key === key) {
      yield { message: `${sentence(name)} waits for itself: name the ${this.#noun} that it waits for, or take that out.`, range };
    } else if (target === undefined) {
      if (!isElsewhere(need)) yield { message: `${sentence(name)} waits for ${need.name}, which is not in this plan: name a ${this.#noun} that is, or take that out.`, range };
    } else if (target.order > order) {
      yield { message: `${sentence(name)} waits for ${need.name}, which comes after it: let it wait for earlier ${this.#noun}s only, or change their order.`, range, related: [standsHere(target)] };
    }
  }

  *#circle(circle: readonly number[], needs: readonly Need[]): Iterable<Problem> {
    const members = circle.flatMap((node) => this.#dependents[node] ?? []);
    const [first, second] = members;
    const [need] = needs;
    if (first === undefined || second === undefined || need === undefined) return;
    const steps = members.map(({ name }, index) => `${name} ${index === 0 ? 'waits ' : ''}for ${(members[index + 1] ?? first).name}`);
    const shown = steps.length <= MOST_NAMED ? listed(steps) : `${steps.slice(0, MOST_NAMED - 1).join(', ')} and so on, ${members.length} ${this.#noun}s in all`;
    yield {
      message: `${sentence(shown)}: none of them can begin until one of these dependencies goes.`,
      range: need.value.range,
      related: members.slice(1, MOST_NAMED).map(standsHere),
    };
  }

  #graph(): Graph {
    return this.#dependents.map(({ key, needs }, node) =>
      needs.flatMap((need) => {
        const target = this.#nodes.get(need.key);
        return target === undefined || need.key === key || target === node ? [] : [target];
      }),
    );
  }

  #needsAlong(circle: readonly number[]): readonly Need[] {
    return circle.flatMap((node, index) => {
      const next = circle[index + 1] ?? circle[0];
      return this.#dependents[node]?.needs.find(({ key }) => this.#nodes.get(key) === next) ?? [];
    });
  }

  #dependent(key: string): Dependent | undefined {
    return this.#dependents[this.#nodes.get(key) ?? -1];
  }

  /** What begins the way from one to another that it waits for, directly or by others. */
  #way(from: string, to: string, budget: { left: number }): Need | undefined {
    const start = this.#dependent(from);
    const seen = new Set<string>([from]);
    const waiting = start?.needs.map((need) => ({ key: need.key, by: need })) ?? [];
    for (const { key, by } of waiting) {
      if (key === to) return by;
      if (seen.has(key) || budget.left-- <= 0) continue;
      seen.add(key);
      for (const need of this.#dependent(key)?.needs ?? []) waiting.push({ key: need.key, by });
    }
    return undefined;
  }
}

/** The words by which one waits for the other say of the other that it waits for itself. */
function isOwn({ key, needs }: Dependent, { value }: Need): boolean {
  return needs.some((need) => need.key === key && need.value.range.start === value.range.start);
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function standsHere({ name, place }: Dependent): RelatedPlace {
  return { message: `${sentence(name)} stands here.`, range: place };
}
