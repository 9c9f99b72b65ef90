import type { Plan } from '../plan/plan.ts';
import { tablesIn } from '../plan/tables.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { wholeLevel } from '../readings/risks/levels.ts';
import { readRiskCounts, type RiskCount } from '../readings/risks/risk-counts.ts';
import { riskField } from '../readings/risks/risk-fields.ts';
import type { Risk } from '../readings/risks/risk.ts';
import { lastBefore } from '../text/in-order.ts';
import { sliceOf, type Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** A text that counts risks, and where it stands. */
export interface CountedRisks {
  readonly count: RiskCount;
  /** The section about risks that it stands in. */
  readonly place: ReadPlace | undefined;
}

/** Items that begin with bold words, and headings with the number of a risk. */
const LIKE_A_RISK = /^(?:[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]{1,4}(?:\[[ xX]?\][ \t]*)?(?:\*\*|__)([^*_\r\n]{1,120})|#{1,6}[ \t]{1,4}(?:risk[ \t]{1,4}|R-?)\d)/gim;

/** The sections about risks, the record of transition, and where a document is summed up. */
export function riskCounts(subject: Subject): readonly CountedRisks[] {
  const { plan, readings } = subject;
  const outer = outerPlaces(subject);
  const silent = [...writtenDown(readings.risks), ...plan.outline.comments, ...plan.outline.fences.map(({ range }) => range)];
  const inPlaces = outer.flatMap((place) => readRiskCounts(plan, place.range, silent, true).map((count) => ({ count, place })));
  const elsewhere = summaries(subject).flatMap((span) => readRiskCounts(plan, span, [...silent, ...outer.map(({ range }) => range)], false));
  const { transition } = readings;
  const inRecord = transition ? readRiskCounts(plan, transition.content, transition.risks.map(({ range }) => range), false) : [];
  return [...inPlaces, ...[...elsewhere, ...inRecord].map((count) => ({ count, place: undefined }))];
}

/** So many things stand in the sections about risks that may be risks in a form that is not read. */
export function unreadRisks(subject: Subject): number {
  const written = writtenDown(subject.readings.risks);
  return outerPlaces(subject).reduce((sum, { range }) => sum + likeRisks(subject.plan, range, written), 0);
}

function outerPlaces({ readings }: Subject): readonly ReadPlace[] {
  const places = readings.places('risks');
  return places.filter((place) => !places.some((other) => other !== place && isWithin(place.range, other.range)));
}

/** What stands before the first sections, and the first ones of the document and of the template. */
function summaries({ plan, kind, match }: Subject): readonly Range[] {
  const first = plan.title?.children[0] ?? plan.sections.find((section) => section !== plan.title);
  const start = { start: plan.outline.frontMatter?.range.end ?? 0, end: first?.range.end ?? plan.text.length };
  const contract = kind.sections.find(({ reads }) => !reads.includes('transition'));
  const own = contract && match.found.get(contract)?.range;
  return own && own.start >= start.end ? [start, own] : [start];
}

/** A table of risks once, where it begins. */
function writtenDown(risks: readonly Risk[]): readonly Range[] {
  const ranges = risks.map(({ range, form }) => (form.kind === 'row' ? form.table.range : range));
  return ranges.filter(({ start }, index) => start !== ranges[index - 1]?.start);
}

function likeRisks(plan: Plan, range: Range, written: readonly Range[]): number {
  const { text } = plan;
  const inOrder = written.map((each) => ({ range: each })).sort((a, b) => a.range.start - b.range.start);
  const isWritten = (offset: number): boolean => offset < (lastBefore(inOrder, offset)?.range.end ?? 0);
  const items = Array.from(sliceOf(text, range).matchAll(LIKE_A_RISK)).filter(({ 1: name = '', index }) => !isCountOrField(name) && !isWritten(range.start + index));
  const tables = tablesIn(plan, range).filter(({ head, range: { start } }) => /\brisk/i.test(sliceOf(text, head.range)) && !isWritten(start));
  return items.length + tables.reduce((sum, { rows }) => sum + rows.length, 0);
}

function isCountOrField(name: string): boolean {
  return riskField(name) !== undefined || wholeLevel(name) !== undefined || /\brisks\b|\btotal\b/i.test(name);
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.start !== outer.start;
}
