import type { Value } from '../readings/forms/fields.ts';
import type { Phase } from '../readings/phases/phases.ts';
import { fieldLead, leadOf } from './field-leads.ts';
import type { Subject } from './subject.ts';

/** What a phase delivers, or how long it takes. */
export type PhasePart = 'works' | 'effort';

/** Bullets and names with which the phases of a document begin such lines. */
export interface PhaseForms extends Readonly<Record<PhasePart, string | undefined>> {
  /** That of another field. */
  readonly other: string | undefined;
  /** The first phase with an effort. */
  readonly estimated: Phase | undefined;
}

/** How the phases of a document say what one of them lacks. */
export function phaseForms({ plan: { text }, readings: { phases } }: Subject): PhaseForms {
  const first = <T>(formOf: (phase: Phase) => T | undefined): T | undefined => {
    for (const phase of phases) {
      const form = formOf(phase);
      if (form !== undefined) return form;
    }
    return undefined;
  };
  return {
    works: first((phase) => leadIn(text, 'works', phase)),
    effort: first((phase) => leadIn(text, 'effort', phase)),
    other: first((phase) => otherLead(text, phase)),
    estimated: phases.find(({ effort }) => effort !== undefined),
  };
}

/** What stands before such a value in a text. */
export function leadIn(text: string, part: PhasePart, { files, deliverables, effort, note }: Phase): string | undefined {
  const inTitle = effort?.range.start === note?.range.start;
  const values = part === 'works' ? [files[0], deliverables[0]] : [inTitle ? undefined : effort];
  return firstLead(text, values);
}

export function otherLead(text: string, { files, effort, goal, status }: Phase): string | undefined {
  return firstLead(text, [files[0], effort, goal, status].filter((value) => value && fieldLead(leadOf(text, value) ?? '')));
}

function firstLead(text: string, values: readonly (Value | undefined)[]): string | undefined {
  return values.flatMap((value) => (value ? (leadOf(text, value) ?? []) : []))[0];
}
