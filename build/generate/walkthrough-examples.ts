import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Checker, type Reading } from '../../src/core/checker.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { plainTitle, withoutEmoji } from '../../src/core/plan/titles.ts';
import { ExplainedError } from '../program.ts';

export const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
export const UNFINISHED = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
export const DESIGN = 'plans/architecture-design-PORT-7-2026-03-02.md';
export const MASTER = 'plans/IMPLEMENTATION-PLAN.md';
export const RECORDS = ['docs/decisions/0003-take-payment-on-booking.md', 'docs/decisions/0001-keep-bookings-in-one-log.md', 'docs/decisions/0002-take-payment-on-arrival.md'];

export const checker = new Checker((rule, error) => {
  throw new ExplainedError(`The check "${rule.id}" failed on an example: ${String(error)}`);
});

/** An example of the workspace that comes with Groundplan, as the engine reads it. */
export function example(file: string, change: (text: string) => string = (text) => text): Reading {
  return checker.check(change(readFileSync(path.join('examples', file), 'utf8')), file, DEFAULT_SETTINGS);
}

/** The example without one of the sections that it has to have. */
export function withoutOneSection(file: string): Reading {
  const [section] = example(file).plan.sections.filter(({ heading }) => heading.level === 2).slice(-3);
  if (section === undefined) throw new ExplainedError(`examples/${file} has no sections any more.`);
  return example(file, (text) => text.slice(0, section.range.start) + text.slice(section.range.end));
}

/** What a template or a document calls it, without its marks. */
export function plain(title: string): string {
  return withoutEmoji(plainTitle(title)).trim();
}
