import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { readPlan } from '../plan/plan.ts';
import { showsPicture } from '../readings/picture-forms.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { hasText } from '../template/emptiness.ts';
import { insertBlock } from '../template/insert.ts';
import type { ContractSection } from '../template/kind.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf } from '../text/range.ts';

export const requiredDiagrams = defineRule({
  id: 'required-diagrams',
  summary: 'A section that the template draws has a diagram.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    const { plan, readings } = subject;
    for (const place of readings.places('diagram')) {
      const isInLine = place.level === undefined && !plan.outline.labels.some(({ range }) => range.start === place.anchor.start);
      if (isInLine || showsPicture(plan, place.range) || isSilent(subject, place)) continue;
      const title = inWords(place.title);
      const edit = stub(subject, place);
      yield {
        message: `"${title}" shows no diagram: draw one, as mermaid, in another notation or as an image.`,
        range: place.anchor,
        ...(edit && { fix: { title: `Insert a diagram into "${title}"`, edits: [edit] } }),
      };
    }
  },
});

/** Whoever has written nothing yet is told that by another check. */
function isSilent({ plan }: Subject, { anchor, range }: ReadPlace): boolean {
  let position = anchor.end;
  const comments = plan.outline.comments.filter(({ start }) => range.start <= start && start < range.end);
  const headings = plan.outline.headings.filter((heading) => anchor.end <= heading.range.start && heading.range.start < range.end);
  const quiet = [...comments, ...headings.map((heading) => heading.range)].sort((a, b) => a.start - b.start);
  for (const { start, end } of quiet) {
    if (start > position && hasText(plan.text.slice(position, start))) return false;
    position = Math.max(position, end);
  }
  return !hasText(plan.text.slice(position, range.end));
}

/** The diagram of the template, below what the section says before the sections in it. */
function stub({ plan, match, values }: Subject, { contract, range }: ReadPlace): TextEdit | undefined {
  const diagram = firstDiagram(contract);
  const end = Math.min(match.found.get(contract)?.body.end ?? range.end, range.end);
  return diagram === undefined ? undefined : insertBlock(plan, endOfContent(plan.text, end), diagram, values);
}

function firstDiagram({ ownText, children }: ContractSection): string | undefined {
  const own = readPlan(ownText).outline.fences.find(({ language }) => language === 'mermaid');
  if (own !== undefined) return sliceOf(ownText, own.range).trimEnd();
  for (const child of children) {
    const found = firstDiagram(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
