import { defineRule } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { leftovers } from '../template/leftovers.ts';

export const noPlaceholders = defineRule({
  id: 'no-placeholders',
  summary: 'Nothing is left open that the template or the author meant to fill in.',
  severity: 'warning',
  fixable: true,
  *check({ plan, kind, match }) {
    for (const { text, range } of leftovers(plan, kind, match)) {
      const name = inWords(text);
      yield {
        message: `${name} is still open: write what belongs here.`,
        range,
        fix: { title: `Fill in ${name}`, edits: [], select: range },
      };
    }
  },
});
