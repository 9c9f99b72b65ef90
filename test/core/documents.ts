import { Checker } from '../../src/core/checker.ts';
import type { Finding } from '../../src/core/lint/lint.ts';
import type { LintSettings } from '../../src/core/lint/lint-settings.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { NOWHERE, type Surroundings } from '../../src/core/lint/surroundings.ts';
import { readPlan } from '../../src/core/plan/plan.ts';
import { allRules } from '../../src/core/rules/all.ts';
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

/** What one rule finds by itself. */
export function findingsOf(rule: string, text: string, path = PHASE_2, around: Surroundings = NOWHERE, options: Readonly<Record<string, unknown>> = {}): readonly Finding[] {
  return checker.check(text, path, withOnly(rule, options), checker.kinds, around).findings.filter((finding) => finding.rule === rule);
}

export function messagesOf(rule: string, text: string, path = PHASE_2, around: Surroundings = NOWHERE): readonly string[] {
  return findingsOf(rule, text, path, around).map(({ message }) => message);
}

/** The text after every fix of one rule. */
export function fixedBy(rule: string, text: string, path = PHASE_2, around: Surroundings = NOWHERE): string {
  return checker.fixAll(text, path, withOnly(rule), rule, checker.kinds, around);
}

/** The other checks stay away, unless this one concludes from what they find. */
function withOnly(id: string, options: Readonly<Record<string, unknown>> = {}): LintSettings {
  const rule = allRules.find((each) => each.id === id);
  const concludes = rule?.conclude !== undefined || rule?.review !== undefined;
  const others = concludes ? {} : Object.fromEntries(allRules.map((each) => [each.id, 'off' as const]));
  return { ...DEFAULT_SETTINGS, rules: { ...others, [id]: options } };
}

export function messagesIn(text: string, path = PHASE_2): readonly string[] {
  return findingsIn(text, path).map(({ message }) => message);
}

export function fixed(text: string, path = PHASE_2): string {
  return checker.fixAll(text, path, DEFAULT_SETTINGS);
}

/** The document with one of its sections, found by its title, replaced by other text. */
export function replaceSection(text: string, title: string, by: string): string {
  const section = readPlan(text).sections.find(({ heading }) => heading.title.includes(title));
  if (section === undefined) throw new Error(`There is no section ${title}.`);
  return text.slice(0, section.range.start) + (by === '' ? '' : `${by.trimEnd()}\n\n`) + text.slice(section.range.end);
}
