import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import { insertBlock } from '../template/insert.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent } from '../text/range.ts';

export const requiredRisks = defineRule({
  id: 'required-risks',
  summary: 'A section about risks names at least one risk.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    if (subject.readings.risks.length > 0) return;
    for (const place of subject.readings.places('risks')) {
      const title = withoutEmoji(plainTitle(place.title));
      const edit = insertRisk(subject, place);
      yield {
        message: `"${title}" names no risk: write one as a table row, as a heading with fields, or as a numbered item with a bold name.`,
        range: place.anchor,
        ...(edit && { fix: { title: `Insert a risk into "${title}"`, edits: [edit] } }),
      };
    }
  },
});

/** The risk as the template writes one, below what the section already says; nothing where no deeper heading can stand. */
function insertRisk({ plan, values }: Subject, { contract, range, level }: ReadPlace): TextEdit | undefined {
  const risk = contract.children.find(({ repeat }) => repeat !== undefined);
  if (risk === undefined || level === undefined) return undefined;
  const depth = level + risk.level - contract.level;
  if (depth > 6) return undefined;
  return insertBlock(plan, endOfContent(plan.text, range.end), risk.ownText.replace(/^#+/, '#'.repeat(depth)), values);
}
