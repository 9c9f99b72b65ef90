import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import { defineRule } from '../lint/rule.ts';
import { insertSection, placeOf, type Place } from '../template/insert.ts';
import type { MissingSection } from '../template/match.ts';
import { fill, type Values } from '../template/placeholders.ts';

export const requiredSections = defineRule({
  id: 'required-sections',
  summary: 'A plan has every section that its template asks for.',
  severity: 'error',
  fixable: true,
  *check({ plan, kind, match, missing: allMissing, values }) {
    for (const missing of allMissing) {
      const title = readable(missing.section.title, values);
      const place = placeOf(plan, match, missing);
      const edit = insertSection(plan, match, missing, values);
      yield {
        message: `The section "${title}" is missing${where(missing, place, values)}: every ${kind.name.toLowerCase()} has one.`,
        range: place.anchor,
        ...(edit && { fix: { title: `Insert the section "${title}"`, edits: [edit] } }),
      };
    }
  },
});

function where({ parent }: MissingSection, { before }: Place, values: Values): string {
  if (parent) return ` in "${readable(parent.title, values)}"`;
  return before ? ` before "${readable(before.heading.title, {})}"` : '';
}

function readable(title: string, values: Values): string {
  return withoutEmoji(plainTitle(fill(title, values)));
}
