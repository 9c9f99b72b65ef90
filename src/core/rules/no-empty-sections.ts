import { defineRule } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { emptySections } from '../template/fill-in.ts';
import { isRequired } from '../template/kind.ts';

export const noEmptySections = defineRule({
  id: 'no-empty-sections',
  summary: 'A section says more than its heading.',
  severity: 'warning',
  fixable: true,
  *check({ plan, kind, match, values }) {
    for (const { contract, section, edit } of emptySections(plan, kind, match, values)) {
      const title = inWords(section.heading.title);
      yield {
        message: `Nothing is written in "${title}": fill it in${isRequired(contract, values) ? '' : ', or remove the heading'}.`,
        range: section.heading.range,
        ...(edit && { fix: { title: `Insert into "${title}" what the template has there`, edits: [edit] } }),
      };
    }
  },
});
