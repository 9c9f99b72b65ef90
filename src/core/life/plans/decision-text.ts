import type { Subject } from '../../lint/subject.ts';
import { decisionBlocks } from '../../readings/decisions/decision-blocks.ts';
import type { DecisionField } from '../../readings/decisions/decision-fields.ts';
import type { DecisionPart, DecisionSource } from '../../readings/decisions/decision-parts.ts';
import { readDecisions, type Decision } from '../../readings/decisions/decisions.ts';
import { flowOf } from '../../readings/forms/flow.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import { isRecordKind } from '../../template/kind.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { movedText, type Move } from './moved-text.ts';

/** A decision of a plan with the places of all that it says. */
export interface DecisionText {
  readonly decision: Decision;
  readonly parts: readonly PartText[];
  /** What stands between its heading and its first part. */
  readonly intro: Range | undefined;
}

export interface PartText {
  readonly part: DecisionPart;
  readonly field: DecisionField | undefined;
  /** As written: `Impact on Implementation`. */
  readonly name: string;
  readonly range: Range;
}

/** Those of the sections for them; where the template of a plan has none, those that stand anywhere. */
export function decisionsIn({ plan, kind, read, readings }: Subject): readonly Decision[] {
  const { decisions } = readings;
  return decisions.length > 0 || isRecordKind(kind) ? decisions : readDecisions(plan, { start: 0, end: plan.text.length }, read);
}

/** The decisions that may become records of their own: those that have a name and lead to none yet. */
export function extractable(subject: Subject): readonly Decision[] {
  return decisionsIn(subject).filter(({ name, link }) => link === undefined && !isOpen(name.text));
}

export function decisionText(subject: Subject, decision: Decision): DecisionText {
  const source = sourceOf(subject, decision);
  const parts = (source?.parts ?? []).map((part) => ({ part, field: part.field, name: nameOf(subject, part), range: rangeOf(part) }));
  return { decision, parts, intro: introOf(subject, decision, parts) };
}

/** What a part says, as it reads in another document; without its name. */
export function textOfPart({ plan }: Subject, { part }: PartText, move: Move): string {
  const [first, last] = [part.body[0], part.body.at(-1)];
  const inline = part.inline && movedText(plan, part.inline.range, move);
  const body = first && last && movedText(plan, { start: first.range.start, end: last.range.end }, move);
  return [inline, body].filter((text) => text !== undefined && text !== '').join('\n\n');
}

export function saysSomething({ part: { inline, body } }: PartText): boolean {
  return (inline !== undefined && inline.text !== '') || body.length > 0;
}

function sourceOf({ plan, read, readings }: Subject, { range }: Decision): DecisionSource | undefined {
  const spans = [...readings.places('decisions').map((place) => place.range), { start: 0, end: plan.text.length }];
  for (const span of spans) {
    const found = decisionBlocks(flowOf(plan, span, read)).find((source) => source.range.start === range.start);
    if (found) return found;
  }
  return undefined;
}

function rangeOf({ place, inline, body }: DecisionPart): Range {
  return { start: place.start, end: Math.max(place.end, inline?.range.end ?? 0, body.at(-1)?.range.end ?? 0) };
}

function nameOf({ plan }: Subject, { place, inline }: DecisionPart): string {
  const written = sliceOf(plan.text, { start: place.start, end: inline === undefined ? place.end : Math.max(place.start, inline.range.start) });
  return written.replace(/^#{1,6}[ \t]+/, '').replace(/[*_#:：\s–—-]+$/, '').replace(/^[*_\s]+/, '').trim();
}

function introOf({ plan: { text } }: Subject, { form, name, range }: Decision, parts: readonly PartText[]): Range | undefined {
  if (form !== 'block') return undefined;
  const start = name.range.end + (/^[^\r\n]*(?:(?:\r\n?|\n)[ \t]{0,3}[=-]+[ \t]*(?=[\r\n]|$))?/.exec(text.slice(name.range.end))?.[0].length ?? 0);
  const end = parts.reduce((least, part) => Math.min(least, lineStart(text, part.range.start)), range.end);
  const said = text.slice(start, Math.max(start, end));
  if (said.replace(/<!--(?:[^-]|-(?!->))*-->/g, '').trim() === '') return undefined;
  const lead = said.length - said.trimStart().length;
  return { start: start + lead, end: start + said.trimEnd().length };
}

export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
