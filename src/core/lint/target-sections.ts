import { readPlan, type Plan } from '../plan/plan.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { readTargets, type Target } from '../readings/requirements/targets.ts';
import type { ContractSection } from '../template/kind.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** A section that is read as targets, or one within it. */
export interface TargetSection {
  readonly place: ReadPlace;
  /** Requirements may be met or not; what is measured in the end is always a figure. */
  readonly reading: 'nfr' | 'metrics';
  readonly sample: Sample;
  /** Those of the document that stand here and in no section within it. */
  readonly targets: readonly Target[];
}

/** What the template itself writes into a section of targets: that is what documents are asked for. */
export interface Sample {
  readonly plan: Plan;
  readonly targets: readonly Target[];
  /** The first of each path of YAML, its keys one a line. */
  readonly byPath: ReadonlyMap<string, Target>;
}

const READINGS = ['nfr', 'metrics'] as const;
const samples = new WeakMap<ContractSection, Sample>();

const known = new WeakMap<Subject, readonly TargetSection[]>();

/** Every section of targets that stands in the document, the inner ones after those around them. */
export function targetSections(subject: Subject): readonly TargetSection[] {
  const sections = known.get(subject) ?? sectionsIn(subject);
  known.set(subject, sections);
  return sections;
}

function sectionsIn(subject: Subject): readonly TargetSection[] {
  const seen = new Set<ContractSection>();
  return READINGS.flatMap((reading) => {
    const all = reading === 'nfr' ? subject.readings.nfrs : subject.readings.metrics;
    const places = subject.readings.places(reading).flatMap((place) => [place, ...placesWithin(subject, place)]);
    const fresh = places.filter(({ contract }) => !seen.has(contract));
    for (const { contract } of fresh) seen.add(contract);
    const inOrder = places.toSorted((a, b) => a.range.start - b.range.start);
    const owners = all.map(({ range }) => innermost(inOrder, range.start));
    return fresh.map((place) => ({ place, reading, sample: sampleOf(place.contract, subject.read), targets: all.filter((_, index) => owners[index] === place) }));
  });
}

export function sampleOf(contract: ContractSection, read: ReadMarkdown): Sample {
  const known = samples.get(contract);
  if (known) return known;
  const plan = readPlan(contract.ownText);
  const targets = readTargets(plan, { start: 0, end: plan.text.length }, read);
  const sample = { plan, targets, byPath: new Map(targets.toReversed().map((target) => [target.path.join('\n'), target])) };
  samples.set(contract, sample);
  return sample;
}

function placesWithin(subject: Subject, place: ReadPlace): readonly ReadPlace[] {
  return place.contract.children.flatMap((child) => {
    const found = child.repeat === undefined ? subject.readings.placeOf(child) : undefined;
    return found && isInside(found.range, place.range) ? [found, ...placesWithin(subject, found)] : [];
  });
}

function isInside(inner: Range, outer: Range): boolean {
  return inner.start > outer.start && inner.end <= outer.end;
}

function innermost(inOrder: readonly ReadPlace[], offset: number): ReadPlace | undefined {
  return inOrder.findLast(({ range }) => range.start <= offset && offset < range.end);
}
