import { defineRule, type Problem } from '../lint/rule.ts';
import { missingKeys } from '../lint/yaml-keys.ts';
import { yamlProblem } from '../lint/yaml-problems.ts';
import type { Fence } from '../plan/outline.ts';
import type { Plan } from '../plan/plan.ts';
import { yamlError } from '../readings/forms/yaml-values.ts';
import { jsonBreak } from '../text/json-breaks.ts';
import { sliceOf } from '../text/range.ts';

export const validFences = defineRule({
  id: 'valid-fences',
  summary: 'YAML and JSON in fences can be read, and YAML has the keys that the template has there.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    const { plan } = subject;
    for (const fence of plan.outline.fences) yield* problemsIn(plan, fence);
    yield* missingKeys(subject, ({ closed, content }) => !closed || yamlError(plan, content) !== undefined);
  },
});

/** A fence that is never closed holds whatever comes after it. */
function problemsIn(plan: Plan, fence: Fence): readonly Problem[] {
  if (!fence.closed) return [];
  if (fence.language === 'json') return inJson(plan, fence);
  return fence.language === 'yaml' || fence.language === 'yml' ? inYaml(plan, fence) : [];
}

function inYaml(plan: Plan, fence: Fence): readonly Problem[] {
  const error = yamlError(plan, fence.content);
  const problem = error && yamlProblem(plan, fence, error);
  return problem === undefined ? [] : [{ message: `This YAML breaks on this line: ${problem.reason}`, range: problem.range }];
}

function inJson({ text }: Plan, { content }: Fence): readonly Problem[] {
  const found = jsonBreak(sliceOf(text, content));
  if (found === undefined) return [];
  const opening = found.opening === undefined ? undefined : content.start + found.opening;
  return [
    {
      message: `This JSON breaks here: ${found.reason}`,
      range: { start: content.start + found.start, end: content.start + found.end },
      ...(opening !== undefined && { related: [{ message: 'The bracket that is still open', range: { start: opening, end: opening + 1 } }] }),
    },
  ];
}
