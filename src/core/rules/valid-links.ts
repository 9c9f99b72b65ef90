import { hasAnchor, isDocument, nearestAnchor, nearestFile, standsThere, targetIn } from '../lint/link-targets.ts';
import { unknownRecords } from '../lint/unknown-records.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import type { Plan } from '../plan/plan.ts';
import { hiddenSpans, readLinks, readReferences, type Link } from '../readings/links.ts';

const FORMS = { link: 'link', image: 'image', definition: 'link' } as const;

export const validLinks = defineRule({
  id: 'valid-links',
  summary: 'Links, images and references to records lead to something that is there.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const hidden = hiddenSpans(subject.plan);
    const links = readLinks(subject.plan, hidden);
    for (const link of links) {
      const problem = problemOf(subject, link);
      if (problem !== undefined) yield problem;
    }
    for (const { name, range } of unknownRecords(subject, readReferences(subject.plan, hidden), links)) {
      yield { message: `There is no record ${name} in this workspace: correct the number, or leave the reference out.`, range };
    }
  },
});

function problemOf(subject: Subject, link: Link): Problem | undefined {
  const { plan, path, surroundings } = subject;
  const target = targetIn(link.target, path, surroundings);
  if (target === undefined) return undefined;
  if (target.path === undefined || target.path === path) return anchorProblem(link, plan, target.anchor, 'This document');
  const isThere = standsThere(target.path, surroundings);
  if (isThere === undefined) return undefined;
  if (!isThere) return fileProblem(subject, link, target.path);
  if (target.anchor === '' || !isDocument(target.path)) return undefined;
  const document = surroundings.document(target.path);
  return document === undefined || document === 'missing' ? undefined : anchorProblem(link, document, target.anchor, `"${inName(target.path)}"`);
}

function fileProblem({ path, surroundings }: Subject, link: Link, missing: string): Problem {
  const near = nearestFile(missing, path, surroundings);
  const [file = ''] = /^[^#?]*/.exec(link.target) ?? [];
  const range = { start: link.range.start, end: link.range.start + file.length };
  const lead = `This ${FORMS[link.form]} leads nowhere: there is no "${shortPath(missing)}"`;
  if (near === undefined) return { message: `${lead}. Correct the path, or leave the ${FORMS[link.form]} out.`, range };
  return { message: `${lead}. Did you mean "${near.name}"?`, range, fix: { title: `Link to "${near.name}"`, edits: [{ range, text: near.target }] } };
}

function anchorProblem(link: Link, document: Plan, anchor: string, where: string): Problem | undefined {
  if (hasAnchor(document, anchor)) return undefined;
  const range = { start: link.range.start + link.target.indexOf('#'), end: link.range.end };
  const lead = `${where} has no heading for "#${inWords(anchor)}"`;
  const near = nearestAnchor(document, anchor);
  if (near === undefined) return { message: `${lead}: correct the link, or leave it out.`, range };
  return { message: `${lead}: did you mean "#${near}"?`, range, fix: { title: `Link to "#${near}"`, edits: [{ range, text: `#${near}` }] } };
}

function inName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The end of a path tells more than its beginning. */
function shortPath(path: string): string {
  return path.length <= 60 ? path : `…${path.slice(-59)}`;
}
