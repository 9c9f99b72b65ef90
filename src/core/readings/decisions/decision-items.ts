import type { List, ListItem } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import { withoutSeparators } from '../forms/bare-names.ts';
import { decisionField, isDecisionField, namePattern } from './decision-fields.ts';
import { fieldsOfList, listsIn, partsNamed, type DecisionPart, type DecisionSource } from './decision-parts.ts';
import { decisionName, decisionTitle, type DecisionTitle } from './decision-titles.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { blocksOf, type FlowEntry } from '../forms/flow.ts';
import { namedLines } from '../forms/named-lines.ts';
import { textOfItem, textOfParagraph } from '../forms/own-text.ts';
import { partOf } from '../forms/pieces.ts';

const BOLD = /^(\*\*|__)([^*\r\n]{1,300}?)\1/;
/** `– Rationale: …; Risk: …` behind a name. */
const INLINE_FIELD = new RegExp(`(?<=(?:^|[;|/(–—,.:]|[ \\t]-)[ \\t]{0,3})[*_]{0,3}(${namePattern()})[*_]{0,3}[ \\t]{0,3}[:：][*_]{0,3}`, 'giu');
const LONGEST_TEXT = 5000;

interface NamedItem {
  readonly title: DecisionTitle;
  readonly parts: readonly DecisionPart[];
  /** Whether it says itself that it is a decision. */
  readonly isCalledSo: boolean;
}

/** The decisions among the items of a list. `next` is what stands behind the list: where an item is alone, its fields may. */
export function decisionsOfList(piece: Piece, list: List, next: FlowEntry | undefined): readonly DecisionSource[] {
  const behind = list.children.length === 1 && next?.kind === 'block' && next.node.type === 'list' && next.node.ordered !== true ? next : undefined;
  return list.children.flatMap((item) => {
    const named = readItem(piece, item);
    if (!named) return [];
    const isBehind = named.parts.length === 0 && behind?.node.type === 'list';
    const parts = isBehind ? fieldsOfList(behind.piece, behind.node) : named.parts;
    if (!decides(parts, list.ordered === true, named.isCalledSo)) return [];
    const range = isBehind ? { start: piece.of(item).range.start, end: behind.range.end } : piece.of(item).range;
    return [{ form: 'item', title: { ...named.title, number: named.title.number ?? (list.ordered === true ? markerOf(piece.of(item)) : undefined) }, range, parts }];
  });
}

/** Without the word, a choice or a reason must tell a decision from a risk or a step. */
function decides(parts: readonly DecisionPart[], isNumbered: boolean, isCalledSo: boolean): boolean {
  if (isCalledSo) return parts.length > 0;
  const hasChoice = parts.some(({ field }) => field === 'choice');
  const hasOptions = parts.some(({ field }) => field === 'options');
  const hasReason = parts.some(({ key }) => key === 'rationale' || key === 'justification');
  return hasChoice || (hasOptions && hasReason) || (isNumbered && (hasOptions || hasReason));
}

function readItem(piece: Piece, item: ListItem): NamedItem | undefined {
  const text = textOfItem(piece, item);
  if (!text) return undefined;
  const { lead, named } = namedLines(text, isDecisionField);
  const below = belowOf(piece, item);
  const [first, ...others] = named;
  if (!lead) {
    // `- **Decision**: Store events`, with what speaks for it below.
    if (first?.key !== 'decision' || first.value.text === '') return undefined;
    return { title: decisionName(first.value), parts: [...partsNamed(others, []), ...below], isCalledSo: true };
  }
  const [whole, marks = '', bold = ''] = BOLD.exec(lead.text) ?? [];
  if (whole === undefined || isDecisionField(titleKey(bold))) return undefined;
  const written = partOf(lead, marks.length, marks.length + bold.length);
  const name = /[:：]$/.test(written.text) ? partOf(written, 0, written.text.length - 1) : written;
  const titled = decisionTitle(written);
  const inline = inlineFields(partOf(lead, whole.length));
  return { title: titled ?? decisionName(name), parts: [...inline, ...partsNamed(named, []), ...below], isCalledSo: titled !== undefined };
}

/** The fields below a name: in lists, or in paragraphs of their own. */
function belowOf(piece: Piece, item: ListItem): readonly DecisionPart[] {
  const lists = listsIn(item).flatMap((list) => fieldsOfList(piece, list));
  const paragraphs = blocksOf(piece, item.children.slice(1)).flatMap(({ node }) =>
    node.type === 'paragraph' ? partsNamed(namedLines(textOfParagraph(piece, node), isDecisionField).named, []) : [],
  );
  return [...lists, ...paragraphs];
}

function inlineFields(rest: Value): readonly DecisionPart[] {
  const marks = Array.from(rest.text.slice(0, LONGEST_TEXT).matchAll(INLINE_FIELD));
  return marks.flatMap((mark, index): readonly DecisionPart[] => {
    const key = titleKey(mark[1] ?? '');
    const field = decisionField(key);
    const value = withoutSeparators(partOf(rest, mark.index + mark[0].length, marks[index + 1]?.index));
    return field && value.text !== '' ? [{ field, key, inline: value, body: [], isField: true, form: 'inline', place: value.range }] : [];
  });
}

/** The number in front of an item, as it is written. */
function markerOf(item: Value): Value | undefined {
  const [digits] = /^\d{1,9}(?=[.)])/.exec(item.text) ?? [];
  return digits === undefined ? undefined : partOf(item, 0, digits.length);
}
