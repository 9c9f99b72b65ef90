import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { headedPieces } from '../forms/pieces.ts';
import { fieldsIn, type HeadField } from './block-fields.ts';
import { yamlBlocks, yamlFields } from './yaml-fields.ts';

const NAME_IN_LINE = /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,3}(\p{L}[\p{L} -]{0,40}?)[*_]{0,3}[ \t]*:/gmu;

/** The fields of front matter and of YAML right below the title; then those before the second heading and in the first section. */
export function headFields(plan: Plan, read: ReadMarkdown): readonly HeadField[] {
  return [...yamlBlocks(plan).flatMap((block) => yamlFields(plan, block, read)), ...fieldsNearTop(plan, read)];
}

/** Fields in the first section tell of the document only where no later section has a field of that name. */
function fieldsNearTop(plan: Plan, read: ReadMarkdown): readonly HeadField[] {
  const index = plan.title ? plan.sections.indexOf(plan.title) : 0;
  const [top, first] = [plan.sections[index], plan.title && plan.sections[index + 1]];
  const start = plan.outline.frontMatter?.range.end ?? 0;
  const fieldsBetween = (span: Range): readonly HeadField[] => headedPieces(plan, span, read).flatMap(({ piece, blocks }) => fieldsIn(piece, blocks));
  const above = fieldsBetween({ start, end: top?.body.end ?? plan.text.length });
  const below = first ? fieldsBetween({ start: first.range.start, end: first.body.end }) : [];
  if (first === undefined || below.length === 0) return above;
  const later = new Set(Array.from(plan.text.slice(first.body.end).matchAll(NAME_IN_LINE), ([, name = '']) => titleKey(name)));
  return [...above, ...below.filter(({ key }) => !later.has(key))];
}
