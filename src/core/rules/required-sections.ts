import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import { defineRule } from '../lint/rule.ts';
import { insertSection, placeOf } from '../template/insert.ts';
import type { MissingSection } from '../template/match.ts';
import { fill, type Values } from '../template/placeholders.ts';

export const requiredSections = defineRule({
  id: 'required-sections',
  summary: 'A plan has every section that its template asks for.',
  severity: 'error',
  fixable: true,
  *check({ plan, kind, match, values }) {
    for (const missing of match.missing) {
      const title = readable(missing.section.title, values);
      const edit = insertSection(plan, match, missing, values);
      yield {
        message: `The section "${title}" is missing${where(missing, values)}: every ${kind.name.toLowerCase()} has one.`,
        range: placeOf(plan, match, missing).anchor,
        ...(edit && { fix: { title: `Insert the section "${title}"`, edits: [edit] } }),
      };
    }
  },
});

function where({ parent }: MissingSection, values: Values): string {
  return parent ? ` in "${readable(parent.title, values)}"` : '';
}

function readable(title: string, values: Values): string {
  return withoutEmoji(plainTitle(fill(title, values)));
}
