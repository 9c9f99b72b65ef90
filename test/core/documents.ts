import { Checker } from '../../src/core/checker.ts';
import type { Finding } from '../../src/core/lint/lint.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { NOWHERE, type Surroundings } from '../../src/core/lint/surroundings.ts';
import { scaffold } from '../../src/core/scaffold/scaffold.ts';
import type { Kind } from '../../src/core/template/kind.ts';

export const checker = new Checker((rule, error) => {
  throw new Error(`The rule ${rule.id} failed: ${String(error)}`);
});

export function kindNamed(name: string): Kind {
  const kind = checker.kinds.find(({ kind }) => kind === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return kind;
}

export const PHASE_2 = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';

/** A whole phase plan as the command writes it: nothing is missing in it. */
export function phasePlan(number = 2): string {
  return scaffold(kindNamed('phase-plan'), { number: String(number), name: 'Berths', date: '2026-03-01' }).contents;
}

/** Everything but the blanks: a plan as the command writes it is full of them. */
export function findingsIn(text: string, path = PHASE_2, around: Surroundings = NOWHERE): readonly Finding[] {
  return checker.check(text, path, DEFAULT_SETTINGS, checker.kinds, around).findings.filter(({ rule }) => rule !== 'no-placeholders');
}

/** What one rule finds. */
export function findingsOf(rule: string, text: string, path = PHASE_2, around: Surroundings = NOWHERE, options: Readonly<Record<string, unknown>> = {}): readonly Finding[] {
  const settings = { ...DEFAULT_SETTINGS, rules: { [rule]: options } };
  return checker.check(text, path, settings, checker.kinds, around).findings.filter((finding) => finding.rule === rule);
}

export function messagesOf(rule: string, text: string, path = PHASE_2, around: Surroundings = NOWHERE): readonly string[] {
  return findingsOf(rule, text, path, around).map(({ message }) => message);
}

/** The text after every fix of one rule. */
export function fixedBy(rule: string, text: string, path = PHASE_2, around: Surroundings = NOWHERE): string {
  return checker.fixAll(text, path, DEFAULT_SETTINGS, rule, checker.kinds, around);
}

export function messagesIn(text: string, path = PHASE_2): readonly string[] {
  return findingsIn(text, path).map(({ message }) => message);
}

export function fixed(text: string, path = PHASE_2): string {
  return checker.fixAll(text, path, DEFAULT_SETTINGS);
}

/** The document with one of its sections, found by its title, replaced by other text. */
export function replaceSection(text: string, title: string, by: string): string {
  const { plan } = checker.check(text, PHASE_2, DEFAULT_SETTINGS);
  const section = plan.sections.find(({ heading }) => heading.title.includes(title));
  if (section === undefined) throw new Error(`There is no section ${title}.`);
  return text.slice(0, section.range.start) + (by === '' ? '' : `${by.trimEnd()}\n\n`) + text.slice(section.range.end);
}
