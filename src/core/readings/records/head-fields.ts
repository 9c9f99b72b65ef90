import type { List, RootContent, Table, TableCell } from 'mdast';
import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { bareText, itemLines, linesOf, partOfLine, type Line } from '../forms/bare-lines.ts';
import { Piece, type Value } from '../forms/fields.ts';
import { headedPieces, partOf } from '../forms/pieces.ts';

/** What the head of a document says under a name: in front matter, on a line of its own, in an item or a table. */
export interface HeadField {
  readonly key: string;
  readonly form: 'front matter' | 'label' | 'item' | 'table';
  /** From the name to the end of the value. */
  readonly range: Range;
  /** All of the value, with the quotes or brackets of YAML. */
  readonly whole: Value;
  /** The value line by line or item by item; at least one. */
  readonly lines: readonly [Line, ...Line[]];
}

const LONGEST_LINE = 2000;
const LONGEST_NAME = 100;
const LONGEST_YAML = 20_000;
const MOST_COLLECTIONS = 200;
const MOST_INDICATORS = 50;
/** Second column titles that tell a table of one row under its titles from a table of names and values. */
const COLUMN_KEYS: readonly string[] = ['status', 'date', 'deciders', 'decision makers', 'author', 'authors', 'owner', 'version'];

/** A name before a colon; an address has a slash behind its colon. */
const NAME = /^[^\p{L}\p{N}]{0,30}(\p{L}[\p{L}\p{M}\d &'_-]{0,40}?)[\s*_]{0,9}:(?![/:])/du;
const BOLD_ALONE = /^(\*\*|__)([^*_]{1,40})\1$/;
const NAME_IN_LINE = /^[ \t>]*(?:[-*+][ \t]+)?[*_]{0,3}(\p{L}[\p{L} -]{0,40}?)[*_]{0,3}[ \t]*:/gmu;
const YAML_BLOCK = /^---[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:\r\n?|\n)---[ \t]*(?:\r|\n|$)/d;
const YAML_LINE = /^(?:[\w-][\w .-]*:(?:[ \t].*)?|[ \t-].*|#.*)?$/;

/** The fields of front matter and of YAML right below the title; then those before the second heading and in the first section. */
export function headFields(plan: Plan, read: ReadMarkdown): readonly HeadField[] {
  return [...yamlBlocks(plan).flatMap((block) => yamlFields(plan, block, read)), ...fieldsNearTop(plan, read)];
}

/** The fields among the blocks below one heading. */
export function fieldsIn(piece: Piece, blocks: readonly RootContent[]): readonly HeadField[] {
  return new FieldReader(piece).read(blocks);
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

interface OpenField {
  readonly key: string;
  readonly form: HeadField['form'];
  readonly start: number;
  readonly lines: Line[];
}

class FieldReader {
  readonly #piece: Piece;
  readonly #found: OpenField[] = [];
  /** The field whose value is still to come or goes on. */
  #open: OpenField | undefined;

  constructor(piece: Piece) {
    this.#piece = piece;
  }

  read(blocks: readonly RootContent[]): readonly HeadField[] {
    for (const block of blocks) {
      for (const each of block.type === 'blockquote' ? block.children : [block]) this.#readBlock(each);
    }
    return this.#found.flatMap(({ key, form, start, lines: [first, ...more] }) => {
      const last = more.at(-1) ?? first;
      return first && last ? [{ key, form, whole: first.value, lines: [first, ...more], range: { start, end: last.value.range.end } }] : [];
    });
  }

  #readBlock(block: RootContent): void {
    if (block.type === 'paragraph' || block.type === 'html') this.#readLines(linesOf(this.#piece, block), 'label');
    else if (block.type === 'list') this.#readList(block);
    else {
      this.#open = undefined;
      if (block.type === 'table') this.#readTable(block);
    }
  }

  #readLines(lines: readonly Line[], form: 'label' | 'item'): void {
    for (const line of lines) {
      // Bold words alone are a value below a name, and else a name.
      const alone = this.#open?.lines.length === 0 ? undefined : BOLD_ALONE.exec(line.value.text)?.[2];
      const named = fieldsOfLine(line, form);
      const fields = alone === undefined || named.length > 0 ? named : [{ key: titleKey(alone), form, start: line.value.range.start, lines: [] }];
      this.#found.push(...fields);
      if (fields.length === 0) this.#open?.lines.push(line);
      else this.#open = fields.at(-1);
      const last = this.#open?.lines.at(-1);
      if (last && !last.bare.trimEnd().endsWith(',')) this.#open = undefined;
    }
  }

  /** A list right below a name is its value; else its items may be fields, and a list in such an item the value. */
  #readList(list: List): void {
    const lines = itemLines(this.#piece, list);
    if (lines.every((line) => fieldsOfLine(line, 'item').length === 0)) this.#complete(lines);
    else {
      for (const { children: [first, second] } of list.children) {
        this.#open = undefined;
        if (first?.type === 'paragraph') this.#readLines(linesOf(this.#piece, first), 'item');
        if (second?.type === 'list') this.#complete(itemLines(this.#piece, second));
      }
    }
    this.#open = undefined;
  }

  #complete(lines: readonly Line[]): void {
    if (this.#open?.lines.length === 0) this.#open.lines.push(...lines);
  }

  /** Names and values side by side in two columns, or one row of values under their names. */
  #readTable(table: Table): void {
    const [header = [], ...rows] = table.children.map(({ children }) => children);
    const keyOf = (cell: TableCell | undefined): string => titleKey(cell ? this.#piece.cell(cell).text : '');
    const isColumns = rows.length === 1 && (header.length > 2 || COLUMN_KEYS.includes(keyOf(header[1])));
    if (!isColumns && header.length !== 2) return;
    const pairs = isColumns ? header.map((name, index) => [name, rows[0]?.[index]] as const) : [header, ...rows].map(([name, value]) => [name, value] as const);
    for (const [name, value] of pairs) {
      if (name && value) this.#found.push({ key: keyOf(name), form: 'table', start: this.#piece.cell(isColumns ? value : name).range.start, lines: [...linesOf(this.#piece, value)] });
    }
  }
}

/** Every field of a line: some stand behind each other, with a dot or bar between. */
export function fieldsOfLine(line: Line, form: 'label' | 'item'): readonly OpenField[] {
  const { value, bare } = line;
  const lead = bare.length - bare.trimStart().length;
  const cuts = Array.from(bare.slice(0, LONGEST_LINE).matchAll(/[·•|]/g), ({ index }) => index + 1).filter((cut) => nameAt(bare, cut));
  return [lead, ...cuts].flatMap((from, index) => {
    const name = nameAt(bare, from);
    if (!name) return [];
    const said = partOfLine(line, name.colon + 1, (cuts[index] ?? bare.length + 1) - 1);
    const lines = [behindColon(said, value.text.slice(0, name.start), value.text.slice(name.end, name.colon))].filter((each) => each.bare.trim() !== '');
    return [{ key: titleKey(bare.slice(name.start, name.end)), form, start: value.range.start + name.start, lines }];
  });
}

function nameAt(bare: string, from: number): { readonly start: number; readonly end: number; readonly colon: number } | undefined {
  const name = NAME.exec(bare.slice(from, from + LONGEST_NAME));
  const [start, end] = name?.indices?.[1] ?? [];
  return name && start !== undefined && end !== undefined ? { start: from + start, end: from + end, colon: from + name[0].length - 1 } : undefined;
}

/** The value without the closing marks of its label, which may stand behind the colon (`**Status:** x`) or at the very end (`**Status: x**`, `![Status: x](…)`). */
function behindColon(value: Line, before: string, between: string): Line {
  if (before.endsWith('[')) return partOfLine(value, 0, value.bare.trimEnd().length);
  const mark = /[*_]{1,3}$/.exec(before)?.[0];
  if (mark === undefined || /[*_]/.test(between)) return value;
  const { text } = value.value;
  if (text.startsWith(mark)) return partOfLine(value, mark.length);
  return text.endsWith(mark) ? partOfLine(value, 0, text.length - mark.length) : value;
}

function yamlBlocks(plan: Plan): readonly Range[] {
  const { frontMatter, fences } = plan.outline;
  const blocks = frontMatter ? [frontMatter.content] : [];
  if (plan.title === undefined) return blocks;
  const below = plan.text.slice(plan.title.heading.range.end, plan.title.heading.range.end + LONGEST_YAML);
  const start = plan.title.heading.range.end + below.length - below.trimStart().length;
  const fence = fences.find(({ range, language }) => range.start === start && (language === 'yaml' || language === 'yml'));
  if (fence) return [...blocks, fence.content];
  const block = YAML_BLOCK.exec(below.trimStart());
  const [from, to] = block?.indices?.[1] ?? [];
  if (from === undefined || to === undefined || !(block?.[1] ?? '').split(/\r\n?|\n/).every((line) => YAML_LINE.test(line))) return blocks;
  return [...blocks, { start: start + from, end: start + to }];
}

/** The names at the left edge; what is nested below them is no statement about the document. */
function yamlFields(plan: Plan, content: Range, read: ReadMarkdown): readonly HeadField[] {
  const text = sliceOf(plan.text, content);
  const root = isDeep(text) ? undefined : rootOf(text.replace(/\r(?!\n)/g, '\n'));
  if (!isMap(root)) return [];
  const placeOf = (node: unknown): Value | undefined => {
    const place = isNode(node) ? node.range : undefined;
    return place ? partOf({ text, range: content }, place[0], place[1]) : undefined;
  };
  return root.items.flatMap(({ key, value }) => {
    const [name, whole] = [placeOf(key), placeOf(value)];
    if (!name || !whole || (isMap(value) && value.flow !== true)) return [];
    const items = isSeq(value) ? value.items.filter(isScalar).flatMap((item) => placeOf(item) ?? []) : [whole];
    const [first, ...more] = items.map(unquoted).filter((item) => item.text !== '').map((item) => lineOfYaml(plan, item, read));
    return first ? [{ key: titleKey(name.text), form: 'front matter', whole, lines: [first, ...more], range: { start: name.range.start, end: whole.range.end } } as const] : [];
  });
}

/** The YAML parser recurses: collections nested so deep that the stack runs out can end the whole process. */
function isDeep(yaml: string): boolean {
  if (yaml.length > LONGEST_YAML || yaml.split(/[[{]/).length > MOST_COLLECTIONS) return true;
  return yaml.split(/[\r\n]/).some((line) => line.split(/[-?:](?=[ \t])/).length > MOST_INDICATORS);
}

function rootOf(yaml: string): unknown {
  try {
    return parseDocument(yaml, { logLevel: 'silent', strict: false, uniqueKeys: false }).contents;
  } catch {
    return undefined;
  }
}

/** The text of a scalar without its quotes, or without the sign of a block. */
function unquoted(value: Value): Value {
  const block = /^[|>][+\d-]{0,2}[ \t]*(?:\r\n?|\n)/.exec(value.text);
  if (block) return partOf(value, block[0].length);
  return /^(["'])[\s\S]*\1$/.test(value.text) && value.text.length > 1 ? partOf(value, 1, value.text.length - 1) : value;
}

/** Authors write Markdown in YAML too. */
function lineOfYaml(plan: Plan, value: Value, read: ReadMarkdown): Line {
  const [only, ...others] = read(value.text).children;
  const piece = new Piece(plan.text, value.range.start);
  if (only?.type !== 'paragraph' || others.length > 0 || piece.of(only).text !== value.text) return { value, bare: value.text };
  return { value, bare: bareText(piece, only, value) };
}
