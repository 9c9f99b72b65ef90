import type { HeadLine } from '../plan/head-lines.ts';
import type { Plan, Section } from '../plan/plan.ts';
import type { TextEdit } from '../text/edits.ts';
import type { AskedField, AskedFields } from './asked-fields.ts';
import { insertBlock, lineEndingOf } from './insert.ts';
import { fill, toSnippet, type Values } from './placeholders.ts';

/** Fields that are to be written, and the lines of those that are there already. */
export interface FieldsToWrite {
  readonly asked: AskedFields;
  readonly section: Section | undefined;
  readonly missing: readonly AskedField[];
  readonly lineOf: (field: AskedField) => HeadLine | undefined;
}

/** The edits that write fields where the template has them, each in the manner of the one beside it; nothing where they cannot stand. */
export function writeFields(plan: Plan, fields: FieldsToWrite, values: Values): readonly TextEdit[] {
  const beside = fields.missing.map((field) => besideOf(plan, fields, field, values));
  const edits = beside.filter((edit) => edit !== undefined);
  if (edits.length === beside.length) return edits;
  const block = fields.asked.place === 'front matter' ? inFrontMatter(plan, fields, values) : belowHeading(plan, fields, values);
  return block === undefined ? [] : [block];
}

/** What is to be written once the name of a field stands there alone. */
export function writeValue(plan: Plan, field: AskedField, line: HeadLine, values: Values): TextEdit {
  const between = plan.text.slice(line.name.end, line.value.start);
  const offset = line.name.end + between.trimEnd().length;
  return edit(offset, '', ` ${field.blank}`, '', values);
}

function besideOf(plan: Plan, { asked, lineOf }: FieldsToWrite, field: AskedField, values: Values): TextEdit | undefined {
  const index = asked.fields.indexOf(field);
  const ending = lineEndingOf(plan.text);
  const before = asked.fields.slice(0, index).map(lineOf).findLast((line) => line !== undefined);
  if (before) return edit(Math.max(before.line.end, before.value.end), ending, likeLine(plan, before, field), '', values);
  const after = asked.fields.slice(index).map(lineOf).find((line) => line !== undefined);
  return after && edit(after.line.start, '', likeLine(plan, after, field), ending, values);
}

/** The line with another name and another value. */
function likeLine({ text }: Plan, { name, value, line, isYaml }: HeadLine, { title, blank }: AskedField): string {
  if (isYaml) return `${title.toLowerCase().replaceAll(' ', '-')}: ${blank}`;
  const isCapital = /^\p{Lu}/u.test(text.slice(name.start, name.end));
  const written = isCapital ? title.charAt(0).toUpperCase() + title.slice(1) : title;
  const between = text.slice(name.end, value.start);
  return text.slice(line.start, name.start) + written + (/\s$/.test(between) ? between : `${between} `) + blank + text.slice(Math.min(value.end, line.end), line.end);
}

function inFrontMatter(plan: Plan, { missing }: FieldsToWrite, values: Values): TextEdit {
  const ending = lineEndingOf(plan.text);
  const lines = missing.map(({ line }) => line).join(ending);
  const { frontMatter } = plan.outline;
  if (frontMatter) return edit(frontMatter.content.end, '', lines, ending, values);
  const start = plan.text.startsWith('\uFEFF') ? 1 : 0;
  return edit(start, `---${ending}`, lines, `${ending}---${ending}${ending}`, values);
}

function belowHeading(plan: Plan, { section, missing }: FieldsToWrite, values: Values): TextEdit | undefined {
  const offset = section?.heading.range.end ?? plan.outline.frontMatter?.range.end ?? 0;
  return insertBlock(plan, offset, missing.map(({ line }) => line).join('\n'), values);
}

function edit(offset: number, before: string, text: string, behind: string, values: Values): TextEdit {
  return { range: { start: offset, end: offset }, text: before + fill(text, values) + behind, snippet: before + toSnippet(text, values) + behind };
}
