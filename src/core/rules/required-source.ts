import { originOf, type Origin } from '../lint/origins.ts';
import { defineRule, type Problem, type RelatedPlace } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { uncited } from '../lint/uncited.ts';
import { inWords, listed } from '../lint/wording.ts';
import { baseName } from '../template/file-name.ts';
import type { ContractSection } from '../template/kind.ts';
import type { Range } from '../text/range.ts';

const MOST_NAMED = 5;
/** The value with which a new document fills the section for what its source asks for. */
const REQUIREMENTS = 'use_case_requirements';

export const requiredSource = defineRule({
  id: 'required-source',
  summary: 'A plan that is made from a use case names it, and cites each requirement in it.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    const origin = originOf(subject);
    if (origin === undefined) return;
    if (origin.state === 'missing') yield withoutFile(origin);
    else if (origin.state === 'nowhere') yield withoutName(subject, origin.beside);
    else if (origin.state === 'found') yield* withoutCitation(subject, origin);
  },
});

function withoutFile({ path, place }: Origin & { readonly state: 'missing' }): Problem {
  return { message: `The use case of this plan is not there: no file "${inWords(path)}" can be found. Correct the path.`, range: place.range };
}

function withoutName({ plan, kind }: Subject, beside: string | undefined): Problem {
  const there = beside === undefined ? '' : `, and no "${inWords(baseName(beside))}" stands beside it`;
  return {
    message: `This plan does not say which use case it is made from${there}: name the file under "${kind.beside ?? ''}" in the front matter, or link it below the title.`,
    range: plan.title?.heading.range ?? { start: 0, end: 0 },
  };
}

function* withoutCitation(subject: Subject, { path, plan, place }: Origin & { readonly state: 'found' }): Iterable<Problem> {
  const missing = uncited(plan, subject.plan);
  const [first, ...others] = missing;
  if (first === undefined) return;
  const names = missing.slice(0, MOST_NAMED).map(({ name }) => name);
  const more = missing.length - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  const file = `"${inWords(baseName(path))}"`;
  const what = others.length === 0 ? `This plan never cites ${first.name} of ${file}${said(first.text)}: say where it is met` : `This plan never cites ${listed(all)} of ${file}: say where each is met`;
  const related: readonly RelatedPlace[] = missing.slice(0, MOST_NAMED).map(({ name, place }) => ({ message: `${name} is told here.`, path, range: place.range }));
  yield { message: `${what}, or that it is left out.`, range: requirementsPlace(subject) ?? place, related };
}

function said(text: string): string {
  return text === '' ? '' : ` (${inWords(text)})`;
}

/** Where the plan takes up what its source asks for. */
function requirementsPlace({ kind, readings }: Subject): Range | undefined {
  const section = below(kind.root).find(({ from }) => from === REQUIREMENTS);
  return section && readings.placeOf(section)?.anchor;
}

function below(section: ContractSection): readonly ContractSection[] {
  return [section, ...section.children.flatMap(below)];
}
