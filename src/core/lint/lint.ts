import type { Problem, Rule, Severity } from './rule.ts';
import { ruleIn, type LintSettings } from './settings.ts';
import type { Subject } from './subject.ts';

/** A problem with the rule that found it and the severity the user gives it. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
}

/** Hears of a rule that failed; the others still run. */
export type ReportFailure = (rule: Rule, error: unknown) => void;

export function lint(subject: Subject, rules: readonly Rule[], settings: LintSettings, onFailure: ReportFailure): readonly Finding[] {
  const findings = rules.flatMap((rule) => {
    const { severity, options } = ruleIn(settings, rule);
    return severity === 'off' ? [] : runRule(rule, severity, options, subject, onFailure);
  });
  return findings.sort((a, b) => a.range.start - b.range.start);
}

function runRule(rule: Rule, severity: Severity, options: unknown, subject: Subject, onFailure: ReportFailure): readonly Finding[] {
  try {
    return Array.from(rule.check(subject, options), (problem) => ({ ...problem, rule: rule.id, severity }));
  } catch (error) {
    onFailure(rule, error);
    const range = subject.plan.title?.heading.range ?? { start: 0, end: 0 };
    return [{ rule: rule.id, severity: 'information', range, message: `The check "${rule.id}" failed on this document and was left out; the log says why.` }];
  }
}
