import type { List, RootContent, Table, TableCell } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { itemLines, linesOf, type Line } from '../forms/bare-lines.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { fieldsOfLine } from './line-fields.ts';

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

/** Second column titles that tell a table of one row under its titles from a table of names and values. */
const COLUMN_KEYS: readonly string[] = ['status', 'date', 'deciders', 'decision makers', 'author', 'authors', 'owner', 'version'];
const BOLD_ALONE = /^(\*\*|__)([^*_]{1,40})\1$/;

/** The fields among the blocks below one heading. */
export function fieldsIn(piece: Piece, blocks: readonly RootContent[]): readonly HeadField[] {
  return new FieldReader(piece).read(blocks);
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
      const named = fieldsOfLine(line, form).map((field) => ({ ...field, lines: [...field.lines] }));
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
