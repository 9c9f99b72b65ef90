import { readChoice } from '../readings/decisions/choice.ts';
import type { Decision } from '../readings/decisions/decisions.ts';
import type { Option } from '../readings/decisions/options.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isRecordKind } from '../template/kind.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** Options, and which of them was chosen: in a decision, or in a section that compares them. */
export interface Weighing {
  readonly title: string;
  readonly anchor: Range;
  readonly span: Range;
  readonly options: readonly Option[];
  readonly choice: Value | undefined;
  /** Where it is a decision. */
  readonly decision: Decision | undefined;
}

export function weighingsIn(subject: Subject): readonly Weighing[] {
  const { readings, kind, plan, read } = subject;
  const decisions = readings.decisions.map((decision): Weighing => {
    const { name, range, options, choice } = decision;
    return { title: name.text, anchor: name.range, span: range, options, choice, decision };
  });
  if (isRecordKind(kind)) return decisions;
  const places = readings.places('options').map(({ title, anchor, range }): Weighing => {
    return { title, anchor, span: range, options: readings.options.filter((option) => isWithin(option.range, range)), choice: readChoice(plan, range, read), decision: undefined };
  });
  return [...decisions, ...places.filter(({ anchor }) => !readings.decisions.some(({ range }) => isWithin(anchor, range)))];
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
