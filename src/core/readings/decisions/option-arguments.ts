import type { List, ListItem, Table } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import { argumentsOf } from './argument-lists.ts';
import { withoutSeparators } from '../forms/bare-names.ts';
import { textOf, type Piece, type Value } from '../forms/fields.ts';
import { textOfBlock, type FlowBlock } from '../forms/flow.ts';
import { textOfItem } from '../forms/own-text.ts';
import { partOf, readTable } from '../forms/pieces.ts';

export type Side = 'pros' | 'cons';

/** A name such as "Pros:" in a text, and what is said behind it up to the next one. */
export interface Argument {
  readonly side: Side;
  /** Where the name begins in the text. */
  readonly start: number;
  readonly value: Value;
}

const SIDE_NAMES: Readonly<Record<Side, readonly string[]>> = {
  pros: ['pros', 'pro', 'advantages', 'advantage', 'benefits', 'strengths', 'upsides'],
  cons: ['cons', 'con', 'disadvantages', 'disadvantage', 'drawbacks', 'drawback', 'weaknesses', 'downsides'],
};

const NAMES = [...SIDE_NAMES.pros, ...SIDE_NAMES.cons].join('|');
const BEFORE = '(?<=^|[\\s;,.|/(–—-])(?:[✅✔❌✖👍👎➕➖]\\uFE0F?[ \\t]{0,4})?';
const NAMED = `[*_]{0,3}(${NAMES})(?:[ \\t]{0,4}[:：=][*_]{0,3}|[*_]{1,3}[ \\t]{0,4}[:：=])`;
/** `**Pros**` in bold or italic words may do without a colon where they are alone on their line. */
const ALONE = `(?<=^|[\\r\\n][ \\t>]{0,20})([*_]{1,3})(${NAMES})\\2[ \\t]{0,4}(?=[\\r\\n]|$)`;
const ARGUMENT = new RegExp(`${BEFORE}${NAMED}|${ALONE}`, 'giu');

/** `* Good, because …` */
const VERDICT = /^[*_]{0,3}(good|bad|neutral)[*_]{0,3}(?:[ \t]{0,4}[,:;–—-]?\s{0,4}because\b[\s,:]{0,4}|[ \t]{0,4}[,:](?=\s))/i;
const SIGNS: Readonly<Record<Side, RegExp>> = { pros: /^(?:✅|✔|👍|➕)\uFE0F?[ \t]{0,4}/u, cons: /^(?:❌|✖|👎|➖)\uFE0F?[ \t]{0,4}/u };

const LONGEST_TEXT = 10_000;
const LONGEST_NAME = 60;

export function sideNamed(text: string): Side | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const key = titleKey(text);
  if (SIDE_NAMES.pros.includes(key)) return 'pros';
  return SIDE_NAMES.cons.includes(key) ? 'cons' : undefined;
}

/** `Kafka – Pros: fast / Cons: dear`: the arguments that are written into a text. */
export function argumentsIn(text: Value): readonly Argument[] {
  const marks = Array.from(text.text.slice(0, LONGEST_TEXT).matchAll(ARGUMENT)).filter((mark) => !isOtherWord(text.text, mark));
  return marks.flatMap((mark, index) => {
    const side = sideNamed(mark[1] ?? mark[3] ?? '');
    if (side === undefined) return [];
    return [{ side, start: mark.index, value: withoutSeparators(partOf(text, mark.index + mark[0].length, marks[index + 1]?.index)) }];
  });
}

/** "MacBook Pro: light" says nothing for anything. */
function isOtherWord(text: string, { 1: name = '', index }: RegExpMatchArray): boolean {
  const before = text.slice(Math.max(0, (index ?? 0) - 4), index);
  return /^(?:pro|con)$/i.test(name) && !/(?:^|[;,.|/(\r\n–—-])[ \t]*$/.test(before);
}

/** What stands before the first argument: the name of an option, mostly. */
export function textBefore(text: Value, [first]: readonly Argument[]): Value {
  if (!first) return text;
  const before = withoutSeparators(partOf(text, 0, first.start));
  return before.text.endsWith('.') ? partOf(before, 0, before.text.length - 1) : before;
}

/** The arguments of a table below the name of an option. */
export function hasSideColumns(table: Table): boolean {
  return (table.children[0]?.children ?? []).some((cell) => sideNamed(textOf(cell)) !== undefined);
}

/** Whether a block says for itself what speaks for or against something. */
export function holdsArguments(block: FlowBlock): boolean {
  const { piece, node } = block;
  const text = textOfBlock(block);
  if (text) return sideNamed(text.text) !== undefined || argumentsIn(text).length > 0;
  if (node.type === 'list') return isListOfArguments(piece, node);
  return node.type === 'table' && hasSideColumns(node);
}

/** A list of arguments alone, whatever option they are about. */
export function isListOfArguments(piece: Piece, list: List): boolean {
  const texts = list.children.flatMap((item) => textOfItem(piece, item)?.text ?? []);
  return texts.some((text) => VERDICT.test(text) || startsWithSide(text)) || (texts.some((text) => SIGNS.pros.test(text)) && texts.some((text) => SIGNS.cons.test(text)));
}

function startsWithSide(text: string): boolean {
  if (sideNamed(text) !== undefined) return true;
  return text.slice(0, LONGEST_NAME).search(ARGUMENT) === 0;
}

/** Gathers what is said for and against one option. */
export class ArgumentReader {
  readonly pros: Value[] = [];
  readonly cons: Value[] = [];
  /** What is read now, where a label or heading said so. */
  side: Side | undefined;

  readBlock(block: FlowBlock): void {
    const { piece, node } = block;
    const text = textOfBlock(block);
    if (text) this.#readParagraph(text);
    else if (node.type === 'list') for (const item of node.children) this.#readItem(piece, item);
    else if (node.type === 'table') this.#readTable(piece, node);
    if (node.type === 'list') this.side = undefined;
  }

  readText(text: Value): readonly Argument[] {
    const found = argumentsIn(text);
    for (const { side, value } of found) this[side].push(...argumentsOf(value));
    return found;
  }

  #readParagraph(text: Value): void {
    const alone = sideNamed(text.text);
    if (alone) {
      this.side = alone;
      return;
    }
    const last = this.readText(text).at(-1);
    if (last) this.side = last.value.text === '' ? last.side : undefined;
    else if (this.side && !text.text.endsWith(':')) {
      // Other bold words at the start of a paragraph begin something else.
      if (!/^(?:\*\*|__)/.test(text.text)) this[this.side].push(text);
      this.side = undefined;
    }
  }

  #readItem(piece: Piece, item: ListItem): void {
    const text = textOfItem(piece, item);
    if (!text) return;
    const [whole, verdict] = VERDICT.exec(text.text) ?? [];
    if (whole !== undefined && verdict !== undefined) return this.#addVerdict(verdict.toLowerCase(), partOf(text, whole.length));
    const side = sideNamed(text.text) ?? (startsWithSide(text.text) ? this.readText(text).at(-1)?.side : undefined);
    if (side) this.#addItems(piece, item, side);
    else if (this.side) this[this.side].push(text);
    else this.#readSigned(text);
  }

  #addVerdict(verdict: string, argument: Value): void {
    if (argument.text === '' || verdict === 'neutral') return;
    this[verdict === 'good' ? 'pros' : 'cons'].push(argument);
  }

  #addItems(piece: Piece, item: ListItem, side: Side): void {
    for (const block of item.children) {
      if (block.type === 'list') this[side].push(...block.children.flatMap((inner) => textOfItem(piece, inner) ?? []));
    }
  }

  #readSigned(text: Value): void {
    for (const side of ['pros', 'cons'] as const) {
      const sign = SIGNS[side].exec(text.text)?.[0];
      if (sign !== undefined && sign.length < text.text.length) this[side].push(partOf(text, sign.length));
    }
  }

  #readTable(piece: Piece, table: Table): void {
    const { columns, rows } = readTable(piece, table);
    for (const { cells } of rows) {
      cells.forEach((cell, index) => {
        const side = sideNamed(columns[index]?.title.text ?? '');
        if (side) this[side].push(...argumentsOf(cell));
      });
    }
  }
}
