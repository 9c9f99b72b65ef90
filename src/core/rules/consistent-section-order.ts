import { defineRule } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { moveSection } from '../template/move.ts';
import { outOfOrder } from '../template/order.ts';

export const consistentSectionOrder = defineRule({
  id: 'consistent-section-order',
  summary: 'The sections of a plan stand in the order of its template.',
  severity: 'information',
  fixable: true,
  *check({ plan, kind, match }) {
    for (const displaced of outOfOrder(plan, kind, match)) {
      const { section, neighbour, side } = displaced;
      const [title, next] = [inWords(section.heading.title), inWords(neighbour.section.heading.title)];
      const edits = moveSection(plan, match, displaced);
      yield {
        message: `"${title}" belongs ${side} "${next}", where every ${kind.name.toLowerCase()} has it: move it there.`,
        range: section.heading.range,
        related: [{ message: `It belongs ${side} this section.`, range: neighbour.section.heading.range }],
        ...(edits && { fix: { title: `Move "${title}" ${side} "${next}"`, edits } }),
      };
    }
  },
});
