import type { RootContent } from 'mdast';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Range } from '../../text/range.ts';
import { Piece, type Value } from './fields.ts';
import { textOfParagraph } from './own-text.ts';
import { headedPieces, partOf, titleOf } from './pieces.ts';

/** What stands in a span one after the other: headings and blocks, without comments, rules and link definitions. */
export type FlowEntry = FlowHeading | FlowBlock;

export interface FlowHeading {
  readonly kind: 'heading';
  readonly level: number;
  readonly title: Value;
  readonly range: Range;
}

export interface FlowBlock {
  readonly kind: 'block';
  readonly piece: Piece;
  readonly node: RootContent;
  readonly range: Range;
}

const BOLD_LABEL = /^(\*\*|__)[^*\r\n]{1,200}?\1[ \t]{0,4}[:：]?[ \t]{0,4}(?:$|(?=[\r\n]))/;

export function flowOf(plan: Plan, span: Range, read: ReadMarkdown): readonly FlowEntry[] {
  // The parser would take front matter for a heading.
  const start = Math.min(span.end, Math.max(span.start, plan.outline.frontMatter?.range.end ?? 0));
  return headedPieces(plan, { start, end: span.end }, read).flatMap(({ piece, heading, blocks }): readonly FlowEntry[] => {
    const below = blocksOf(piece, blocks);
    return heading ? [{ kind: 'heading', level: heading.depth, title: titleOf(piece, heading), range: piece.of(heading).range }, ...below] : below;
  });
}

/** The blocks of a list item as a flow of their own. */
export function blocksOf(piece: Piece, nodes: readonly RootContent[]): readonly FlowBlock[] {
  return nodes.filter(saysSomething).map((node) => ({ kind: 'block', piece, node, range: piece.of(node).range }));
}

/** The text of a block that is a paragraph, or of what is left of one. */
export function textOfBlock({ piece, node, range }: FlowBlock): Value | undefined {
  if (node.type !== 'paragraph') return undefined;
  const text = textOfParagraph(piece, node);
  return partOf(text, Math.max(0, range.start - text.range.start), range.end - text.range.start);
}

/** Bold words alone on the first line of a text, and what follows them. */
export function boldLabel(text: Value): { readonly title: Value; readonly rest: Value } | undefined {
  const [label] = BOLD_LABEL.exec(text.text) ?? [];
  return label === undefined ? undefined : { title: partOf(text, 0, label.length), rest: partOf(text, label.length) };
}

/** Everything from the first of these ranges to the last; nothing where there is none. */
export function textOver(text: string, ranges: readonly Range[]): Value | undefined {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return undefined;
  const value = new Piece(text, 0).value(first.start, last.end);
  return value.text === '' ? undefined : value;
}

function saysSomething(node: RootContent): boolean {
  return node.type !== 'thematicBreak' && node.type !== 'definition' && !(node.type === 'html' && node.value.trimStart().startsWith('<!--'));
}
