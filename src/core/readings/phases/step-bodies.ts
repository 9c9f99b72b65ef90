import type { RootContent } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import { splitAtCommas } from '../forms/comma-lists.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { namedLines } from '../forms/named-lines.ts';
import { textOfParagraph } from '../forms/own-text.ts';
import { FIELDS, WORKS } from './step-fields.ts';

/** What stands below a head: its fields, and the items that are none, with the key of the label above them. */
export interface Body {
  readonly fields: readonly Keyed[];
  readonly items: readonly { readonly label: string | undefined; readonly text: Value }[];
  /** Something else stands there: prose, a table, a list below other words. */
  readonly hasMore: boolean;
}

interface Keyed {
  readonly key: string;
  readonly value: Value;
}

/** `**Exit criteria**`, `**Step 1**: Draw`. */
const LABEL = /^(?:(?:\*\*|__)[^*_\r\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__)(?:[ \t]*:|[^*_:\r\n]{0,40}:?$)))/u;
const LONGEST_LABEL = 500;

export function valuesOf({ fields }: Body, names: readonly string[]): readonly Value[] {
  return names.flatMap((name) => fields.filter(({ key, value }) => key === name && value.text !== '')).map(({ value }) => value);
}

export function itemsOf({ items }: Body, names: readonly (string | undefined)[]): readonly Value[] {
  return items.filter(({ label }) => names.includes(label)).map(({ text }) => text);
}

/** What is to be made: what the field says, and the items that stand below it or below no label at all. */
export function worksOf(body: Body): readonly Value[] {
  return [...valuesOf(body, WORKS).flatMap(splitAtCommas), ...itemsOf(body, [undefined, ...WORKS])];
}

/** Below a heading that is a label itself, such as "Deliverables", there are no fields. */
export function readBody(piece: Piece, blocks: readonly RootContent[], heading?: string): Body {
  const fields: Keyed[] = [];
  const items: { label: string | undefined; text: Value }[] = [];
  const say = (list: RootContent, label: string | undefined, isNested: boolean): void => {
    for (const { children: [first, ...below] } of list.type === 'list' ? list.children : []) {
      if (first?.type !== 'paragraph') continue;
      const text = textOfParagraph(piece, first);
      const { lead, named } = namedLines(text, (key) => FIELDS.has(key));
      if (isNested || label !== undefined || lead !== undefined) items.push({ label, text });
      else {
        fields.push(...named);
        for (const block of below) say(block, named.at(-1)?.key, true);
      }
    }
  };
  let label = heading;
  let hasMore = false;
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      const text = textOfParagraph(piece, block);
      if (heading === undefined) fields.push(...fieldsIn(text));
      label = labelIn(text) ?? heading;
      hasMore ||= label === heading && fieldsIn(text).length === 0;
    } else {
      say(block, label, false);
      hasMore ||= block.type === 'list' ? label !== undefined && !FIELDS.has(label) : saysMore(block);
    }
  }
  return { fields, items, hasMore };
}

function saysMore(block: RootContent): boolean {
  return block.type !== 'thematicBreak' && block.type !== 'definition' && !(block.type === 'html' && block.value.startsWith('<!--'));
}

export function fieldsIn(text: Value): readonly Keyed[] {
  return namedLines(text, (key) => FIELDS.has(key)).named;
}

/** The key of a paragraph that says what is listed below it: a field without a value, or words in bold. */
function labelIn(text: Value): string | undefined {
  const last = fieldsIn(text).at(-1);
  if (last) return last.value.text === '' ? last.key : undefined;
  return LABEL.test(text.text.slice(0, LONGEST_LABEL)) ? titleKey(text.text) : undefined;
}
