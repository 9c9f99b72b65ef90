import type { Paragraph, RootContent } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import { endOf, type Piece } from '../forms/fields.ts';
import { textOfParagraph } from '../forms/own-text.ts';
import { itemsIn, readTable, type HeadedPiece } from '../forms/pieces.ts';
import { readEffort } from './effort.ts';
import { readHead } from './heads.ts';
import type { Naming } from './naming.ts';
import { fieldsIn, readBody } from './step-bodies.ts';
import type { Step } from './steps.ts';
import { stepsInTable } from './table-steps.ts';

/** The tables and lists that name some, below headings that name none. */
export function unheadedSteps(pieces: readonly HeadedPiece[], headed: readonly Step[], words: Naming): { readonly tables: readonly (readonly Step[])[]; readonly items: readonly (readonly Step[])[] } {
  const gathered = new Set(headed.flatMap((step) => step.pieces));
  const others = pieces.filter((piece) => !gathered.has(piece));
  const tables = others.flatMap(({ piece, blocks }) => blocks.flatMap((block) => (block.type === 'table' ? [stepsInTable(readTable(piece, block), words)] : [])));
  return { tables, items: others.map((piece) => stepsInItems(piece, words)) };
}

/** Items and paragraphs that begin with one in bold: `1. **Phase 1: Title** (4 weeks)`, `- **Phase 1**: Title`. */
function stepsInItems({ piece, blocks }: HeadedPiece, words: Naming): readonly Step[] {
  const labelled: { readonly paragraph: Paragraph; readonly below: RootContent[] }[] = [];
  const unlabelled: RootContent[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph' && boldStep(piece, block, [], words)) labelled.push({ paragraph: block, below: [] });
    else (labelled.at(-1)?.below ?? unlabelled).push(block);
  }
  const steps = labelled.flatMap(({ paragraph, below }) => boldStep(piece, paragraph, below, words) ?? []);
  let end = -1;
  for (const { item } of itemsIn(unlabelled)) {
    const [paragraph, ...below] = item.children;
    const { range } = piece.of(item);
    const step = paragraph?.type === 'paragraph' && range.start >= end ? boldStep(piece, paragraph, below, words) : undefined;
    if (step === undefined) continue;
    steps.push({ ...step, range });
    end = range.end;
  }
  return steps;
}

function boldStep(piece: Piece, paragraph: Paragraph, below: readonly RootContent[], words: Naming): Step | undefined {
  const [bold] = paragraph.children;
  const text = textOfParagraph(piece, paragraph);
  const head = bold?.type === 'strong' ? readHead(text, words.head) : undefined;
  if (bold === undefined || head === undefined || head.isBare) return undefined;
  const isNamedInBold = head.title.range.end <= piece.of(bold).range.end;
  const behind = isNamedInBold ? piece.fieldsAfter(bold, paragraph).map(({ name, value }) => ({ key: titleKey(name), value })) : [];
  const { fields, items, hasMore } = readBody(piece, below);
  const rest = piece.value(endOf(bold), endOf(paragraph)).text;
  const isTold = isNamedInBold && behind.length === 0 && fieldsIn(text).length === 0 && /[\p{L}\p{N}]/u.test(rest) && readEffort(rest.replace(/[()]/g, '')) === undefined;
  const range = { start: piece.of(paragraph).range.start, end: piece.of(below.at(-1) ?? paragraph).range.end };
  return { head, range, body: { fields: [...fieldsIn(text), ...behind, ...fields], items, hasMore: hasMore || isTold }, pieces: [] };
}
