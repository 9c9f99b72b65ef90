import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import type { Section } from '../plan/plan.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import { insertBlock } from '../template/insert.ts';
import type { ContractSection } from '../template/kind.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent } from '../text/range.ts';

export const requiredRisks = defineRule({
  id: 'required-risks',
  summary: 'A section about risks names at least one risk.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    if (subject.risks.length > 0) return;
    for (const [contract, section] of subject.sectionsRead('risks')) {
      const title = withoutEmoji(plainTitle(section.heading.title));
      const edit = insertRisk(subject, contract, section);
      yield {
        message: `"${title}" names no risk: write one as a table row, as a heading with fields, or as a numbered item with a bold name.`,
        range: section.heading.range,
        ...(edit && { fix: { title: `Insert a risk into "${title}"`, edits: [edit] } }),
      };
    }
  },
});

/** The risk as the template writes one, below what the section already says. */
function insertRisk({ plan, values }: Subject, contract: ContractSection, section: Section): TextEdit | undefined {
  const risk = contract.children.find(({ repeat }) => repeat !== undefined);
  const offset = endOfContent(plan.text, section.range.end);
  const open = plan.outline.fences.some((fence) => !fence.closed && fence.range.start < offset);
  if (risk === undefined || open) return undefined;
  const level = Math.min(6, section.heading.level + risk.level - contract.level);
  return insertBlock(plan, offset, risk.ownText.replace(/^#+/, '#'.repeat(level)), values);
}
