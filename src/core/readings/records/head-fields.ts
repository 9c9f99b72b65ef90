import type { ReadMarkdown } from '../../plan/markdown.ts';
import { recalled } from '../../plan/memory.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { headedPieces } from '../forms/pieces.ts';
import { fieldsIn, type HeadField } from './block-fields.ts';
import { yamlBlocks, yamlFields } from './yaml-fields.ts';

const NAME_IN_LINE = /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,3}(\p{L}[\p{L} -]{0,40}?)[*_]{0,3}[ \t]*:/gmu;

const known = new WeakMap<Plan, readonly HeadField[]>();

/** The fields of front matter and of YAML right below the title; then those before the second heading and in the first section. */
export function headFields(plan: Plan, read: ReadMarkdown): readonly HeadField[] {
  const fields = known.get(plan) ?? [...yamlBlocks(plan).flatMap((block) => recalled(plan, block, yamlFields, () => yamlFields(plan, block, read))), ...fieldsNearTop(plan, read)];
  known.set(plan, fields);
  return fields;
}

/** Fields in the first section tell of the document only where no later section has a field of that name. */
function fieldsNearTop(plan: Plan, read: ReadMarkdown): readonly HeadField[] {
  const index = plan.title ? plan.sections.indexOf(plan.title) : 0;
  const [top, first] = [plan.sections[index], plan.title && plan.sections[index + 1]];
  const start = plan.outline.frontMatter?.range.end ?? 0;
  const fieldsBetween = (span: Range): readonly HeadField[] => recalled(plan, span, fieldsBelow, () => fieldsBelow(plan, span, read));
  const above = fieldsBetween({ start, end: top?.body.end ?? plan.text.length });
  const below = first ? fieldsBetween({ start: first.range.start, end: first.body.end }) : [];
  if (first === undefined || below.length === 0) return above;
  const later = plan.sections.slice(index + 2).map(({ range, body }) => {
    const piece = { start: range.start, end: body.end };
    return recalled(plan, piece, namesIn, () => namesIn(plan, piece));
  });
  return [...above, ...below.filter(({ key }) => !later.some((names) => names.includes(key)))];
}

export function fieldsBelow(plan: Plan, span: Range, read: ReadMarkdown): readonly HeadField[] {
  return headedPieces(plan, span, read).flatMap(({ piece, blocks }) => fieldsIn(piece, blocks));
}

function namesIn({ text }: Plan, { start, end }: Range): readonly string[] {
  return Array.from(text.slice(start, end).matchAll(NAME_IN_LINE), ([, name = '']) => titleKey(name));
}
