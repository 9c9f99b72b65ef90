import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import { endOf, startOf, type Piece, type Value } from './fields.ts';

/** What a paragraph says. It is taken from what stands in it: where bold text follows a box to tick, its own place begins before the box. */
export function textOfParagraph(piece: Piece, paragraph: Paragraph): Value {
  const first = paragraph.children[0];
  return first ? piece.value(startOf(first), endOf(paragraph)) : piece.of(paragraph);
}

/** What an item says itself, without its box and the lists in it. */
export function textOfItem(piece: Piece, item: ListItem): Value | undefined {
  const first = item.children[0];
  return first?.type === 'paragraph' ? textOfParagraph(piece, first) : undefined;
}

/** Bold words, or others with marks around them, without the marks. */
export function textInside(piece: Piece, { children }: { readonly children: readonly PhrasingContent[] }): Value | undefined {
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? piece.value(startOf(first), endOf(last)) : undefined;
}
