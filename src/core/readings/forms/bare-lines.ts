import type { Heading, Html, List, Nodes, Paragraph, TableCell } from 'mdast';
import type { Piece, Value } from './fields.ts';
import { partOf, titleOf } from './pieces.ts';

/** A line of prose. `bare` is as long as its text, with blanks for all that a reader does not see as words: marks, comments, link targets, struck-through text. */
export interface Line {
  readonly value: Value;
  readonly bare: string;
  /** The state of its box where it is an item with one. */
  readonly ticked?: boolean;
}

const LINE_END = /\\?(?:\r\n?|\n)[ \t>]*|<br\s{0,3}\/?>/gi;
/** Entities, short names of emoji, backticks. */
const UNSEEN = /&(?:#\w{1,8}|[a-z]{2,30});|:[a-z][a-z\d_+-]{1,40}:|`/gi;

/** The lines of a paragraph, heading, cell or HTML block that say something. */
export function linesOf(piece: Piece, node: Paragraph | Heading | TableCell | Html): readonly Line[] {
  const value = node.type === 'tableCell' ? piece.cell(node) : node.type === 'heading' ? titleOf(piece, node) : piece.of(node);
  const whole = { value, bare: node.type === 'html' ? bareHtml(value.text) : bareText(piece, node, value) };
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: end, index } of value.text.matchAll(LINE_END)) {
    lines.push(partOfLine(whole, start, index));
    start = index + end.length;
  }
  return [...lines, partOfLine(whole, start)].filter(({ bare }) => bare.trim() !== '');
}

export function partOfLine({ value, bare }: Line, start: number, end = value.text.length): Line {
  const part = partOf(value, start, end);
  const from = part.range.start - value.range.start;
  return { value: part, bare: bare.slice(from, from + part.text.length) };
}

export function bareText(piece: Piece, node: Nodes, { text, range }: Value): string {
  let [bare, length] = ['', 0];
  for (const leaf of leavesOf(piece, node)) {
    const at = leaf.range.start - range.start;
    if (at < length) continue;
    bare += ' '.repeat(at - length) + leaf.text;
    length = at + leaf.text.length;
  }
  return blanked(bare + ' '.repeat(Math.max(0, text.length - length)), UNSEEN);
}

function leavesOf(piece: Piece, root: Nodes): readonly Value[] {
  const leaves: Value[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'delete' || node.type === 'html' || node.type === 'break' || node.type === 'footnoteReference') continue;
    if (node.type === 'image' || node.type === 'imageReference') {
      const [alt, image] = [node.alt ?? '', piece.of(node)];
      if (image.text.startsWith(alt, 2)) leaves.push(partOf(image, 2, 2 + alt.length));
      // The parser gives no places to the parts of a text in which it finds an address late.
    } else if ('children' in node && node.children.every(({ position }) => position !== undefined)) waiting.push(...node.children.toReversed());
    else leaves.push(piece.of(node));
  }
  return leaves;
}

/** What stands beside comments and tags. */
function bareHtml(text: string): string {
  let bare = '';
  for (let at = 0; at < text.length; ) {
    const comment = text.indexOf('<!--', at);
    const open = comment < 0 ? text.length : comment;
    const close = text.indexOf('-->', open);
    const end = close < 0 ? text.length : close + 3;
    bare += text.slice(at, open) + ' '.repeat(end - open);
    at = end;
  }
  return blanked(blanked(bare, /<[^<>]*>/g), UNSEEN);
}

function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found) => ' '.repeat(found.length));
}

/** What each item says itself. */
export function itemLines(piece: Piece, list: List): readonly Line[] {
  return list.children.flatMap(({ children: [first], checked }) => {
    const lines = first?.type === 'paragraph' ? linesOf(piece, first) : [];
    return typeof checked === 'boolean' ? lines.slice(0, 1).map((line) => ({ ...line, ticked: checked })) : lines;
  });
}
