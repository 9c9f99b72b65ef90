import type { ReadMarkdown } from '../../plan/markdown.ts';
import { sectionAt, type Plan } from '../../plan/plan.ts';
import { plainTitle } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { checkboxOf, type Checkbox } from '../forms/checkboxes.ts';
import { headedPieces, itemsIn } from '../forms/pieces.ts';

/** One item of a checklist, at any depth. */
export interface Gate extends Checkbox {
  /** The plain title of the heading it stands under. */
  readonly group: string;
  /** The whole item, with the items in it. */
  readonly range: Range;
}

export function readGates(plan: Plan, span: Range, read: ReadMarkdown): readonly Gate[] {
  const above = sectionAt(plan, span.start);
  return headedPieces(plan, span, read).flatMap(({ piece, section, blocks }) => {
    const group = plainTitle((section ?? above)?.heading.title ?? '');
    return itemsIn(blocks).flatMap(({ item }) => {
      const checkbox = checkboxOf(plan, piece, item);
      return checkbox ? [{ group, ...checkbox, range: piece.of(item).range }] : [];
    });
  });
}
