import { firstRisk } from '../lint/first-risk.ts';
import { defineRule } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';

export const requiredRisks = defineRule({
  id: 'required-risks',
  summary: 'A section about risks names at least one risk.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    const { plan, readings } = subject;
    if (readings.risks.length > 0) return;
    for (const place of readings.places('risks')) {
      // What begins with a bold name in a line of text says in that text what it has to say.
      if (place.level === undefined && !plan.outline.labels.some(({ range }) => range.start === place.anchor.start)) continue;
      const title = inWords(place.title);
      const edit = firstRisk(subject, place);
      yield {
        message: `"${title}" names no risk: write one as a table row, as a heading with fields, or as a numbered item with a bold name.`,
        range: place.anchor,
        ...(edit && { fix: { title: `Insert a risk into "${title}"`, edits: [edit] } }),
      };
    }
  },
});
