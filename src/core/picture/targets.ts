import type { Target } from '../readings/requirements/targets.ts';
import { notesWithin, type Note } from './notes.ts';
import { said } from './said.ts';
import { placed, type Placed, type PictureSource } from './source.ts';
import { judge, type Verdict } from './target-verdicts.ts';
import { underHeadings } from './under-headings.ts';

/** Targets under one heading, which is where the group stands. */
export interface TargetGroup extends Placed {
  readonly name: string;
  /** How many of them are measurable. */
  readonly measurable: number;
  readonly targets: readonly TargetPicture[];
}

export interface TargetPicture extends Placed {
  /** The keys of YAML that lead to it, outermost first. */
  readonly path: readonly string[];
  /** Empty where it is still to be written. */
  readonly name: string;
  readonly target: string | undefined;
  /** How it is reached. */
  readonly approach: string | undefined;
  readonly measurement: string | undefined;
  readonly validation: string | undefined;
  readonly verdict: Verdict;
  /** What the checks say of it. */
  readonly notes: readonly Note[];
}

/** That something is still to be written is seen without being told. */
const UNTOLD: readonly string[] = ['no-placeholders'];

const known = new WeakMap<PictureSource, readonly TargetGroup[]>();

export function drawTargets(source: PictureSource): readonly TargetGroup[] {
  const groups = known.get(source) ?? groupsIn(source);
  known.set(source, groups);
  return groups;
}

function groupsIn(source: PictureSource): readonly TargetGroup[] {
  const { plan, subject } = source;
  if (subject === undefined) return [];
  const { nfrs, metrics } = subject.readings;
  const byPlace = new Map([...nfrs, ...metrics].map((target) => [target.range.start, target]));
  const inOrder = Array.from(byPlace.values()).sort((a, b) => a.range.start - b.range.start);
  const verdictOf = judge(source);
  return underHeadings(plan, inOrder).map(({ name, items, line, range }) => {
    const targets = items.map((target) => drawTarget(source, target, verdictOf));
    return { name, measurable: targets.filter(({ verdict }) => verdict === 'measurable').length, targets, line, range };
  });
}

function drawTarget(source: PictureSource, target: Target, verdictOf: ReturnType<typeof judge>): TargetPicture {
  const notes = notesWithin(source, target.range, (rule) => !UNTOLD.includes(rule));
  return {
    path: target.path.slice(0, -1),
    name: said(target.name) ?? '',
    target: said(target.target),
    approach: said(target.approach),
    measurement: said(target.measurement),
    validation: said(target.validation),
    verdict: verdictOf(target, notes),
    notes,
    ...placed(source.plan, target.range),
  };
}
