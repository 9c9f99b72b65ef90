import { openEnds } from '../lint/open-ends.ts';
import type { Gate } from '../readings/phases/gates.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { said } from './said.ts';
import { placed, type Placed, type PictureSource } from './source.ts';
import { underHeadings } from './under-headings.ts';

/** A checklist under one heading, which is where the group stands. */
export interface GateGroup extends Placed {
  readonly name: string;
  /** Gates have to be ticked before the plan moves on; a debt is an open end that it means to pay for. */
  readonly kind: 'gates' | 'debt';
  readonly done: number;
  /** How many of them count: those that were struck out do not, nor those that are still to be written. */
  readonly total: number;
  readonly gates: readonly GatePicture[];
}

/** What was struck out, or does not apply, stands in nobody's way; nor is it done. */
export type GateState = 'done' | 'open' | 'unwritten' | 'dropped';

export interface GatePicture extends Placed {
  /** Empty where it is still to be written. */
  readonly text: string;
  readonly state: GateState;
  /** The place of the character between the brackets. */
  readonly box: number;
  /** How many items of the list it stands in. */
  readonly depth: number;
}

const known = new WeakMap<PictureSource, readonly GateGroup[]>();

export function drawGates(source: PictureSource): readonly GateGroup[] {
  const groups = known.get(source) ?? groupsIn(source);
  known.set(source, groups);
  return groups;
}

function groupsIn(source: PictureSource): readonly GateGroup[] {
  const { subject } = source;
  if (subject === undefined) return [];
  const { gates, debt } = subject.readings;
  const inTheWay = new Set(openEnds(subject, []).gates.map(({ range }) => range.start));
  const shown = new Set(gates.map(({ box }) => box.range.start));
  const ownDebt = debt.filter(({ box }) => !shown.has(box.range.start));
  const groups = [...groupsOf(source, 'gates', gates, (gate) => stateOf(gate, inTheWay.has(gate.text.range.start))), ...groupsOf(source, 'debt', ownDebt, (gate) => stateOf(gate, true))];
  return groups.sort((a, b) => a.range.start - b.range.start);
}

function groupsOf({ plan }: PictureSource, kind: GateGroup['kind'], gates: readonly Gate[], stateOf: (gate: Gate) => GateState): readonly GateGroup[] {
  const depths = depthsOf(gates);
  return underHeadings(plan, gates).map(({ name, items, line, range }) => {
    const drawn = items.map((gate): GatePicture => {
      return { text: textOf(gate), state: stateOf(gate), box: gate.box.range.start, depth: depths.get(gate) ?? 0, ...placed(plan, gate.range) };
    });
    const counted = drawn.filter(({ state }) => state === 'done' || state === 'open');
    return { name, kind, done: counted.filter(({ state }) => state === 'done').length, total: counted.length, gates: drawn, line, range };
  });
}

/** An open gate that nobody has written is a blank; one that the check of approvals does not count was dropped. */
function stateOf({ done, text }: Gate, isInTheWay: boolean): GateState {
  if (done) return 'done';
  if (isOpen(text.text)) return 'unwritten';
  return isInTheWay ? 'open' : 'dropped';
}

function textOf({ text }: Gate): string {
  return (said(text) ?? '').replace(/\n+/g, ' ');
}

/** Items come in order, each before those in it. */
function depthsOf(gates: readonly Gate[]): ReadonlyMap<Gate, number> {
  const depths = new Map<Gate, number>();
  const around: Gate[] = [];
  for (const gate of gates) {
    while ((around.at(-1)?.range.end ?? Infinity) <= gate.range.start) around.pop();
    depths.set(gate, around.length);
    around.push(gate);
  }
  return depths;
}
