import type { ListItem, Paragraph, PhrasingContent, Strong } from 'mdast';
import { endOf, startOf, type Piece, type Value } from './fields.ts';
import { textInside, textOfParagraph } from './own-text.ts';
import { partOf } from './pieces.ts';

/** A name and what is said of it: `**Storage**: disks`, `**Storage (cold)** – tapes`, `Storage: disks`. The value may be empty. */
export interface NamedValue {
  readonly name: Value;
  readonly value: Value;
  readonly bold: boolean;
}

/** A name without decoration is short and no sentence; a colon in an address or a time of day ends none. */
const PLAIN_NAME = /^((?:[^:：\r\n.?!;,|]|\.(?!\s)){1,60})(?::(?=\s|$)|：)/;
const MOST_WORDS = 6;
/** What parts a bold name from its value; a remark before it belongs to the name. */
const SEPARATOR = /^(\([^()\r\n]{1,80}\)[ \t]*)?(?:[:：][ \t]*|[–—-][ \t]+)/;

/** The names at the starts of an item's own lines. */
export function namedInItem(piece: Piece, item: ListItem): readonly NamedValue[] {
  const first = item.children[0];
  return first?.type === 'paragraph' ? namedInParagraph(piece, first) : [];
}

export function namedInParagraph(piece: Piece, paragraph: Paragraph): readonly NamedValue[] {
  const strongs = paragraph.children.filter((node, index): node is Strong => node.type === 'strong' && endsLine(paragraph.children[index - 1]));
  if (strongs.length === 0) return plainName(textOfParagraph(piece, paragraph));
  return strongs.flatMap((strong, index) => {
    const next = strongs[index + 1];
    return boldName(piece, strong, next ? startOf(next) : endOf(paragraph));
  });
}

function boldName(piece: Piece, strong: Strong, end: number): readonly NamedValue[] {
  const inside = textInside(piece, strong);
  if (inside === undefined) return [];
  const whole = piece.value(startOf(strong), end);
  const rest = piece.value(endOf(strong), end);
  if (/[:：]$/.test(inside.text)) return named(partOf(inside, 0, inside.text.length - 1), rest, true);
  const [lead, remark] = SEPARATOR.exec(rest.text) ?? [];
  if (lead === undefined) return [];
  const name = remark === undefined ? inside : partOf(whole, 0, rest.range.start - whole.range.start + remark.length);
  return named(name, partOf(rest, lead.length), true);
}

function plainName(whole: Value): readonly NamedValue[] {
  const [lead, name = ''] = PLAIN_NAME.exec(whole.text) ?? [];
  if (lead === undefined || name.trim().split(/\s+/).length > MOST_WORDS || /\{\{[^}]*$/.test(name)) return [];
  return named(partOf(whole, 0, name.length), partOf(whole, lead.length), false);
}

function named(name: Value, value: Value, bold: boolean): readonly NamedValue[] {
  return /[\p{L}\p{N}{[]/u.test(name.text) ? [{ name, value, bold }] : [];
}

function endsLine(before: PhrasingContent | undefined): boolean {
  return before === undefined || before.type === 'break' || (before.type === 'text' && /[\r\n][ \t]*$/.test(before.value.slice(-50)));
}
