import type { List, ListItem } from 'mdast';
import type { Range } from '../../text/range.ts';
import { decisionField, isDecisionField, namedTitle, type DecisionField } from './decision-fields.ts';
import type { DecisionTitle } from './decision-titles.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { blocksOf, boldLabel, textOfBlock, type FlowBlock, type FlowEntry, type FlowHeading } from '../forms/flow.ts';
import { beginsWithName, namedLines, type NamedText } from '../forms/named-lines.ts';
import { textOfParagraph } from '../forms/own-text.ts';
import { argumentsIn } from './option-arguments.ts';

/** What a decision says under one name, be it a heading, a label or a field. */
export interface DecisionPart {
  /** Nothing for a heading of another name. */
  readonly field: DecisionField | undefined;
  readonly key: string;
  /** What stands on the line of the name. */
  readonly inline: Value | undefined;
  readonly body: FlowEntry[];
  /** A field, of which only lists and tables may be the rest. */
  readonly isField: boolean;
  readonly form: PartForm;
  /** The name, and what stands on its line. */
  readonly place: Range;
}

/** A heading, bold words alone on a line, a name with its value at the start of a line or item, or one behind other words. */
export type PartForm = 'heading' | 'label' | 'field' | 'inline';

/** A decision as its parts. */
export interface DecisionSource {
  /** A headed block, an item of a list, or a row of a table. */
  readonly form: 'block' | 'item' | 'row';
  readonly title: DecisionTitle;
  readonly range: Range;
  readonly parts: readonly DecisionPart[];
}

interface OpenPart {
  readonly part: DecisionPart;
  readonly form: PartForm;
  readonly level: number;
  /** Whether headings of single options stand in it: all that follows is theirs. */
  hasHeads: boolean;
  /** Whether a list or table stands in it. */
  isListed: boolean;
}

/** These say what a decision is; the others, such as a risk, may as well be said of one of its options or drawbacks. */
const MAIN_FIELDS: readonly DecisionField[] = ['problem', 'options', 'choice', 'rationale', 'tradeoffs', 'confidence', 'record'];

export function partsOf(entries: readonly FlowEntry[]): readonly DecisionPart[] {
  const reader = new PartReader();
  for (const entry of entries) reader.readEntry(entry);
  return reader.parts;
}

class PartReader {
  readonly parts: DecisionPart[] = [];
  #open: OpenPart | undefined;

  readEntry(entry: FlowEntry): void {
    if (entry.kind === 'heading') this.#readHeading(entry);
    else if (entry.node.type === 'paragraph') this.#readParagraph(entry, textOfBlock(entry));
    else if (entry.node.type === 'list') this.#readList(entry, entry.node);
    else if (this.#open?.form === 'field' && entry.node.type !== 'table') this.#open = undefined;
    else this.#addBlock(entry);
  }

  #addBlock(block: FlowBlock): void {
    if (!this.#open) return;
    this.#open.part.body.push(block);
    this.#open.isListed ||= block.node.type === 'list' || block.node.type === 'table';
  }

  #readHeading(heading: FlowHeading): void {
    const named = namedTitle(heading.title);
    const open = this.#open;
    if (open && !this.#endsAt(open, heading, named?.field)) {
      open.hasHeads = true;
      open.part.body.push(heading);
      return;
    }
    this.#begin({ field: named?.field, key: named?.key ?? '', inline: named?.value, body: [], isField: false, form: 'heading', place: heading.range }, heading.level);
  }

  #endsAt({ part, form, level }: OpenPart, heading: FlowHeading, field: DecisionField | undefined): boolean {
    if (form === 'label' && part.field === 'options') return field !== undefined;
    if (form !== 'heading' || heading.level <= level) return true;
    if (part.field === 'options' || field === undefined || field === part.field) return false;
    return part.field === 'choice' || part.field === undefined || MAIN_FIELDS.includes(field);
  }

  #readParagraph(block: FlowBlock, text: Value | undefined): void {
    if (!text) return;
    const { lead, named } = namedLines(text, (key) => this.#mayBegin(decisionField(key)));
    if (lead || named.length === 0) this.#addText(block, lead?.range ?? block.range, lead ?? text);
    for (const each of named) this.#beginField(each);
  }

  /** A paragraph behind a field is no more a part of it. */
  #addText(block: FlowBlock, range: Range, text: Value): void {
    if (this.#open?.form === 'field' || (this.#open && isEndedBy(this.#open, text))) this.#open = undefined;
    else if (this.#open) {
      if (boldLabel(text)) this.#open.hasHeads = true;
      this.#open.part.body.push({ ...block, range });
    }
  }

  #mayBegin(field: DecisionField | undefined): boolean {
    const open = this.#open;
    if (field === undefined) return false;
    if (field === 'record' || !open || open.form === 'field') return true;
    const { part, form, hasHeads } = open;
    if (part.field === 'options') return form === 'label' ? MAIN_FIELDS.includes(field) || !hasHeads : MAIN_FIELDS.includes(field) && !hasHeads;
    if (form === 'label' || part.field === 'choice') return true;
    return MAIN_FIELDS.includes(field) && field !== part.field;
  }

  #readList(block: FlowBlock, list: List): void {
    const open = this.#open;
    const parts = open === undefined || open.form === 'field' || open.part.field === 'choice' || open.part.field === undefined ? fieldsOfList(block.piece, list) : [];
    const isSure = open?.form !== 'heading' || parts.some(({ field }) => field === 'choice' || field === 'rationale');
    if (parts.length > 0 && isSure) {
      this.parts.push(...parts);
      if (open?.form === 'field') this.#open = undefined;
    } else this.#addBlock(block);
  }

  #beginField({ key, value, range }: NamedText): void {
    const isAlone = value.text === '';
    this.#begin({ field: decisionField(key), key, inline: isAlone ? undefined : value, body: [], isField: !isAlone, form: isAlone ? 'label' : 'field', place: range }, Infinity);
  }

  #begin(part: DecisionPart, level: number): void {
    this.parts.push(part);
    this.#open = { part, form: part.form, level, hasHeads: false, isListed: false };
  }
}

/** What a label begins ends at the next bold name. Options may have such names, unless they stand in a list or table. */
function isEndedBy({ part, form, hasHeads, isListed }: OpenPart, text: Value): boolean {
  if (form !== 'label' || !beginsWithName(text)) return false;
  return part.field !== 'options' || (isListed && !hasHeads && argumentsIn(text).length === 0);
}

/** `- **Choice**: …`: the items of a list that are named as parts, with what stands below them. */
export function fieldsOfList(piece: Piece, list: List): readonly DecisionPart[] {
  return list.children.flatMap((item) => {
    const parts = fieldsOfItem(piece, item);
    // What a choice rests on may stand below it. Not looked for any deeper: lists nest without end.
    const nested = parts.at(-1)?.field === 'choice' ? listsIn(item).flatMap((inner) => inner.children.flatMap((child) => fieldsOfItem(piece, child))) : [];
    return nested.length === 0 ? parts : [...parts.map((part) => ({ ...part, body: [] })), ...nested];
  });
}

function fieldsOfItem(piece: Piece, item: ListItem): readonly DecisionPart[] {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return [];
  const { lead, named } = namedLines(textOfParagraph(piece, first), isDecisionField);
  return lead ? [] : partsNamed(named, blocksOf(piece, rest));
}

/** What stands below belongs to the last of the names. */
export function partsNamed(named: readonly NamedText[], below: readonly FlowBlock[]): readonly DecisionPart[] {
  return named.map(({ key, value, range }, index) => ({
    field: decisionField(key),
    key,
    inline: value.text === '' ? undefined : value,
    body: index === named.length - 1 ? [...below] : [],
    isField: true,
    form: 'field',
    place: range,
  }));
}

export function listsIn(item: ListItem): readonly List[] {
  return item.children.filter((block) => block.type === 'list');
}
