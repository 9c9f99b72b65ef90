import type { Finding, Problem, Rule, Severity } from './rule.ts';
import { ruleIn, type LintSettings } from './lint-settings.ts';
import type { Subject } from './subject.ts';
import { covers, type Suppression } from './suppressions.ts';

export type { Finding };

/** Hears of a rule that failed; the others still run. */
export type ReportFailure = (rule: Rule, error: unknown) => void;

export function lint(subject: Subject, rules: readonly Rule[], settings: LintSettings, onFailure: ReportFailure): readonly Finding[] {
  const applied = rules.flatMap((rule) => {
    const { severity, options } = ruleIn(settings, rule, subject.kind);
    return severity === 'off' ? [] : [{ rule, severity, options }];
  });
  const found = applied.flatMap(({ rule, severity, options }) => run(rule, severity, subject, onFailure, () => rule.check(subject, options)));
  const used = new Set<Suppression>();
  const isKept = (finding: Finding): boolean => !isSuppressed(finding, subject.suppressions, used);
  const kept = found.filter(isKept);
  const concluded = applied.flatMap(({ rule, severity, options }) => (rule.conclude ? run(rule, severity, subject, onFailure, () => rule.conclude?.(subject, kept, options) ?? []) : [])).filter(isKept);
  const outcome = { ran: new Set(applied.map(({ rule }) => rule.id)), known: new Set(rules.map(({ id }) => id)), used };
  const reviewed = applied.flatMap(({ rule, severity }) => (rule.review ? run(rule, severity, subject, onFailure, () => rule.review?.(subject, outcome) ?? []) : []));
  return [...kept, ...concluded, ...reviewed].sort((a, b) => a.range.start - b.range.start);
}

function isSuppressed({ rule, range }: Finding, suppressions: readonly Suppression[], used: Set<Suppression>): boolean {
  if (suppressions.length === 0) return false;
  const covering = suppressions.filter((suppression) => covers(suppression, rule, range));
  for (const suppression of covering) used.add(suppression);
  return covering.length > 0;
}

function run(rule: Rule, severity: Severity, subject: Subject, onFailure: ReportFailure, check: () => Iterable<Problem>): readonly Finding[] {
  try {
    return Array.from(check(), (problem) => ({ ...problem, rule: rule.id, severity }));
  } catch (error) {
    onFailure(rule, error);
    const range = subject.plan.title?.heading.range ?? { start: 0, end: 0 };
    return [{ rule: rule.id, severity: 'information', range, message: `The check "${rule.id}" failed on this document and was left out; the log says why.` }];
  }
}
