import type { Value } from '../readings/forms/fields.ts';
import { isRecordKind } from '../template/kind.ts';
import type { Range } from '../text/range.ts';
import { headedSeries } from './headed-series.ts';
import { fenceAround, listedSeries, markerAt, wavesInFences } from './listed-series.ts';
import { DECISIONS, PHASES, RISKS, SERVICES, WAVES } from './numbered-sorts.ts';
import type { Subject } from './subject.ts';

/** Things of one sort that stand below one parent and are counted. */
export interface Series {
  /** `phase`, as messages and references call them. */
  readonly word: string;
  /** In the order of the document. */
  readonly members: readonly Numbered[];
  /** Numbers that are there in another form: `Phase 2a`, the 4 in `Phases 3-5`. */
  readonly others: ReadonlySet<number>;
  /** A number is still to be written, or does not count: then a gap says nothing. */
  readonly isOpen: boolean;
  /** What stands around all of them. */
  readonly within: Range;
}

export interface Numbered {
  readonly number: Value;
  readonly title: Value | undefined;
}

/** Every series of the phases, waves, risks, decisions and services of a document. */
export function seriesIn(subject: Subject): readonly Series[] {
  const { plan, readings } = subject;
  const { phases, waves, risks, decisions, services } = readings;
  const listedWaves = waves.filter(({ number }) => fenceAround(plan, number.range) === undefined);
  const found = [
    ...headedSeries(subject, 'phases', PHASES, phases),
    ...listedSeries(subject, PHASES, phases),
    ...headedSeries(subject, 'waves', WAVES, waves),
    ...wavesInFences(plan, waves),
    ...listedSeries(subject, WAVES, listedWaves.map(({ number, name, range }) => ({ number, title: name, range }))),
    ...headedSeries(subject, 'risks', RISKS, risks),
    ...listedSeries(subject, RISKS, risks.map(({ name, range }) => ({ number: markerAt(plan, range), title: name, range }))),
    ...headedSeries(subject, 'services', SERVICES, services),
    ...listedSeries(subject, SERVICES, services.map(({ number, name, range }) => ({ number, title: name, range }))),
  ];
  if (!isRecordKind(subject.kind)) {
    found.push(...headedSeries(subject, 'decisions', DECISIONS, decisions), ...listedSeries(subject, DECISIONS, decisions.map(({ number, name, range }) => ({ number, title: name, range }))));
  }
  return found.filter(({ members }) => members.length > 1);
}
