import { defineRule } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import type { Section } from '../plan/plan.ts';
import { duplicates } from '../template/duplicates.ts';

export const noDuplicateSections = defineRule({
  id: 'no-duplicate-sections',
  summary: 'No section of the template stands twice under one parent.',
  severity: 'warning',
  fixable: false,
  *check({ plan, match }) {
    for (const { section, first } of duplicates(plan, match)) {
      yield {
        message: `"${inWords(section.heading.title)}" stands here a second time${under(section, plan.title)}: put the two together, or give this one a title of its own.`,
        range: section.heading.range,
        related: [{ message: 'It stands here first.', range: first.heading.range }],
      };
    }
  },
});

function under({ parent }: Section, title: Section | undefined): string {
  return parent === undefined || parent === title ? '' : ` in "${inWords(parent.heading.title)}"`;
}
