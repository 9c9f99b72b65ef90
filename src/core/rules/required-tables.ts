import { askedTables } from '../lint/asked-tables.ts';
import { hasOwnCheck } from '../lint/other-forms.ts';
import { defineRule } from '../lint/rule.ts';
import { inWords, listed } from '../lint/wording.ts';
import { insertBlock } from '../template/insert.ts';
import { endOfContent } from '../text/range.ts';

export const requiredTables = defineRule({
  id: 'required-tables',
  summary: 'A section has the table that its template has, or says the same in another form.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    const { plan, match, values } = subject;
    for (const { place, reads, missing } of askedTables(subject)) {
      if (hasOwnCheck(reads)) continue;
      const title = inWords(place.title);
      const end = match.found.get(place.contract)?.body.end ?? place.range.end;
      for (const { text, columns } of missing) {
        const edit = insertBlock(plan, endOfContent(plan.text, Math.min(end, place.range.end)), text, values);
        yield {
          message: `"${title}" has no table: write one with the columns ${listed(columns.map((column) => column.title))}.`,
          range: place.anchor,
          ...(edit && { fix: { title: `Insert the table into "${title}"`, edits: [edit] } }),
        };
      }
    }
  },
});
