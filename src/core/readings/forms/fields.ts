import type { Nodes, Paragraph, Parents, RootContent, TableCell } from 'mdast';
import type { Range } from '../../text/range.ts';

/** A piece of the document with the exact place it was read from. */
export interface Value {
  readonly text: string;
  readonly range: Range;
}

/** `**Owner**: Ada` or `**Owner:** Ada`. */
export interface Field {
  readonly name: string;
  readonly value: Value;
}

const LONGEST_LINE = 2000;

/** A piece of Markdown that was read by itself: the tree counts from its start, the document from its own. */
export class Piece {
  readonly #text: string;
  readonly #start: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  /** The trimmed text between two offsets of the tree. */
  value(start: number, end: number): Value {
    const from = this.#start + start;
    const raw = this.#text.slice(from, this.#start + end);
    const text = raw.trim();
    const lead = raw.length - raw.trimStart().length;
    return { text, range: { start: from + lead, end: from + lead + text.length } };
  }

  of(node: Nodes): Value {
    return this.value(startOf(node), endOf(node));
  }

  cell(cell: TableCell): Value {
    const first = cell.children[0];
    const last = cell.children.at(-1);
    return first && last ? this.value(startOf(first), endOf(last)) : { text: '', range: this.of(cell).range };
  }

  /** Every `**Name**: value` in a paragraph; a value runs to the next field that begins a line, or to the end. */
  fields(paragraph: Paragraph): readonly Field[] {
    const starts = paragraph.children.flatMap((node, index) =>
      node.type === 'strong' && (index === 0 || this.#beginsLine(node)) ? [node] : [],
    );
    return starts.flatMap((strong, index) => {
      const next = starts[index + 1];
      const name = textOf(strong);
      const rest = this.value(endOf(strong), next ? startOf(next) : endOf(paragraph));
      const colon = /^:\s*/.exec(rest.text)?.[0].length;
      if (colon === undefined && !name.endsWith(':')) return [];
      const skipped = rest.range.start + (colon ?? 0);
      return [{ name: name.replace(/:$/, '').trim(), value: { text: rest.text.slice(colon ?? 0), range: { start: skipped, end: rest.range.end } } }];
    });
  }

  /** `Impact: High`, alone in a paragraph or list item without decoration. */
  plainFields(paragraph: Paragraph): readonly Field[] {
    const whole = this.of(paragraph);
    const [lead, name] = /^([\p{L}][\p{L} ]{0,40}):[ \t]+(?=\S)/u.exec(whole.text) ?? [];
    if (lead === undefined || name === undefined) return [];
    return [{ name, value: { text: whole.text.slice(lead.length), range: { start: whole.range.start + lead.length, end: whole.range.end } } }];
  }

  /** `**Storm** – Impact: High, Owner: Ada`: what follows a bold name on its line. */
  fieldsAfter(name: Nodes, paragraph: Paragraph): readonly Field[] {
    const { text, range } = this.value(endOf(name), endOf(paragraph));
    return Array.from(text.slice(0, LONGEST_LINE).matchAll(/(\p{L}+)[ \t]*[:=][ \t]*([^,;\r\n]*[^,;\s])/gu), (match) => {
      const [whole, field = '', value = ''] = match;
      const start = range.start + match.index + whole.length - value.length;
      return { name: field, value: { text: value, range: { start, end: start + value.length } } };
    });
  }

  #beginsLine(node: Nodes): boolean {
    const before = this.#text.slice(0, this.#start + startOf(node));
    return /[\r\n][ \t>]*$/.test(before.slice(-50));
  }
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}

/** The text of a node without its decoration. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The paragraphs of a block and of the blocks in it, without recursion: documents may nest as deep as they like. */
export function paragraphsIn(block: RootContent | Parents): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const waiting: Nodes[] = [block];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'paragraph') paragraphs.push(node);
    else if ('children' in node) waiting.push(...node.children.toReversed());
  }
  return paragraphs;
}
