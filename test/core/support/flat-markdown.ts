import type { Root, RootContent, Text } from 'mdast';
import type { ReadMarkdown } from '../../../src/core/plan/markdown.ts';

/** Reads every line as a heading, an item or a paragraph of plain text: for texts so long that Markdown itself would take most of the time. */
export const readFlat: ReadMarkdown = (markdown) => {
  const root: Root = { type: 'root', children: [] };
  for (const { 0: line, index } of markdown.matchAll(/[^\n]+/g)) root.children.push(blockOf(line, index));
  return root;
};

function blockOf(line: string, start: number): RootContent {
  const sign = /^(?:#{1,6}|-) +/.exec(line)?.[0] ?? '';
  const position = placeOf(start, start + line.length);
  const children: Text[] = line.length > sign.length ? [{ type: 'text', value: line.slice(sign.length), position: placeOf(start + sign.length, start + line.length) }] : [];
  if (sign.startsWith('#')) return { type: 'heading', depth: sign.length > 3 ? 3 : sign.length > 2 ? 2 : 1, children, position };
  if (sign === '') return { type: 'paragraph', children, position };
  const paragraph = { type: 'paragraph' as const, children, position: placeOf(start + sign.length, start + line.length) };
  return { type: 'list', children: [{ type: 'listItem', children: [paragraph], position }], position };
}

function placeOf(start: number, end: number): NonNullable<Text['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
