import type { Paragraph, RootContent } from 'mdast';
import { endOf, startOf, type Piece, type Value } from '../forms/fields.ts';
import { textOfParagraph } from '../forms/own-text.ts';
import { partOf } from '../forms/pieces.ts';
import { fieldLines } from './field-lines.ts';
import type { FieldLine } from './risk.ts';
import { makeARisk } from './risk-fields.ts';

/** A risk that begins with bold words in a text of their own, its fields below them. */
export interface LabelledRisk {
  readonly name: Value;
  readonly whole: Value;
  readonly lines: readonly FieldLine[];
}

/** `**Risk**: It burns`, `**Risk 2**: It burns` */
const NAMED = /^(\*\*|__)risk(?: (?:name|title))?(?:[ \t]{1,4}\d{1,4})?(?:[:：]\1|\1[ \t]{0,4}[:：])[ \t]{0,4}(?=\S)/i;
/** `**Risk 2: Fire**`, `**R-2 – Fire**` */
const NUMBERED = /^(\*\*|__)(?:risk[ \t-]{1,4}|R-?)\d{1,4}[ \t]{0,4}[:.)–—-][ \t]{0,4}([^*_\r\n]{1,300})\1[ \t]{0,4}[:：]?[ \t]{0,4}(?=[\r\n]|$)/i;

/** The risks among blocks that stand under one heading. One without a number that is the only one belongs to its heading. */
export function labelledRisks(piece: Piece, blocks: readonly RootContent[], isUnderHeading: boolean): readonly LabelledRisk[] {
  const labels = blocks.flatMap((block, index) => {
    const label = block.type === 'paragraph' ? labelOf(piece, block) : undefined;
    return label ? [{ ...label, index }] : [];
  });
  const found = labels.flatMap(({ name, index }, position) => {
    const own = blocks.slice(index, labels[position + 1]?.index);
    const lines = fieldLines(piece, own);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || !makeARisk(lines.flatMap(({ fields }) => fields.map(({ name }) => name)))) return [];
    return [{ name, whole: piece.value(startOf(first), endOf(last)), lines }];
  });
  return isUnderHeading && found.length === 1 && labels.every(({ isNumbered }) => !isNumbered) ? [] : found;
}

function labelOf(piece: Piece, paragraph: Paragraph): { readonly name: Value; readonly isNumbered: boolean } | undefined {
  const text = textOfParagraph(piece, paragraph);
  const [numbered, , title = ''] = NUMBERED.exec(text.text) ?? [];
  if (numbered !== undefined) {
    const start = numbered.lastIndexOf(title);
    return { name: partOf(text, start, start + title.length), isNumbered: true };
  }
  const [named] = NAMED.exec(text.text) ?? [];
  if (named === undefined) return undefined;
  const end = text.text.slice(named.length).search(/[\r\n]/);
  return { name: partOf(text, named.length, end < 0 ? undefined : named.length + end), isNumbered: /\d/.test(named) };
}
