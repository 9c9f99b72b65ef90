import { frontMatterLines, headLines, type HeadLine } from '../plan/head-lines.ts';
import { readPlan } from '../plan/plan.ts';
import { sliceOf } from '../text/range.ts';
import { statesOf } from './choices.ts';
import { isApplicable, type ContractSection, type Kind } from './kind.ts';
import { isNumberName, splitAtPlaceholders, type Values } from './placeholders.ts';

/** What the template says about a document where it begins: its date, its author, its number. */
export interface AskedField {
  readonly title: string;
  readonly key: string;
  readonly is: 'date' | 'number' | 'status' | 'words';
  /** What stands there until the author knows it, with placeholders. */
  readonly blank: string;
  /** The whole line with it, as the template writes it. */
  readonly line: string;
}

/** Fields that stand in one place of the template. */
export interface AskedFields {
  readonly place: 'front matter' | 'title' | 'section';
  /** The section, or the document as a whole. */
  readonly contract: ContractSection;
  readonly fields: readonly AskedField[];
}

const known = new WeakMap<ContractSection, readonly AskedFields[]>();

/** Those of the front matter, those below the title, and those of the first section. */
export function askedFields(kind: Kind, values: Values): readonly AskedFields[] {
  const first = kind.sections.find((section) => isApplicable(section, values));
  const fields = known.get(first ?? kind.root) ?? collect(kind, first);
  known.set(first ?? kind.root, fields);
  return fields;
}

function collect(kind: Kind, first: ContractSection | undefined): readonly AskedFields[] {
  const body = readPlan(kind.body);
  const frontMatter = frontMatterLines(body).filter(({ value }) => value.end > value.start && !isOfSource(kind, sliceOf(kind.body, value)));
  const groups: readonly AskedFields[] = [
    { place: 'front matter', contract: kind.root, fields: frontMatter.map((line) => fieldOf(kind, kind.body, line)) },
    { place: 'title', contract: kind.root, fields: fieldsOf(kind, kind.root, true) },
    ...(first ? [{ place: 'section', contract: first, fields: fieldsOf(kind, first, false) } as const] : []),
  ];
  return groups.filter(({ fields }) => fields.length > 0);
}

/** In a section, items of a list are what it is about, and no fields of the document. */
function fieldsOf(kind: Kind, { ownText }: ContractSection, withItems: boolean): readonly AskedField[] {
  const lines = headLines(readPlan(ownText), { start: 0, end: ownText.length });
  return lines.filter(({ line, value }) => value.end > value.start && (withItems || !/^[ \t]*[-*+][ \t]/.test(sliceOf(ownText, line)))).map((line) => fieldOf(kind, ownText, line));
}

/** The document that this one was made from has a check of its own. */
function isOfSource({ beside }: Kind, value: string): boolean {
  return beside !== undefined && splitAtPlaceholders(value).names.some((name) => name === beside || name.startsWith(`${beside}_`));
}

function fieldOf({ root }: Kind, text: string, { key, name, value, line }: HeadLine): AskedField {
  const said = sliceOf(text, value);
  const [first] = splitAtPlaceholders(said).names;
  const title = sliceOf(text, name);
  const is = key === 'status' ? 'status' : first === 'date' || key === 'date' ? 'date' : first !== undefined && isNumberName(first) ? 'number' : 'words';
  // What the template says without a placeholder is true of a new document only.
  const blank = is === 'status' ? `{{${statesOf(root).join('/') || 'status'}}}` : first === undefined ? `{{${title.toLowerCase()}}}` : said;
  return { title, key, is, blank, line: text.slice(line.start, value.start) + blank + text.slice(value.end, line.end) };
}
