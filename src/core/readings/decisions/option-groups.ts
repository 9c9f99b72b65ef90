import type { List, ListItem } from 'mdast';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { decisionField } from './decision-fields.ts';
import type { Piece, Value } from '../forms/fields.ts';
import { blocksOf, type FlowEntry } from '../forms/flow.ts';
import { textOfItem } from '../forms/own-text.ts';
import { ArgumentReader, argumentsIn, isListOfArguments, textBefore } from './option-arguments.ts';
import { isOptionTitle, optionName, optionNameInText, type OptionName } from './option-names.ts';
import { optionSteps, type OptionBlock, type OptionHead, type OptionStep } from './option-steps.ts';
import { optionsOfTable } from './option-tables.ts';
import type { Option } from './options.ts';

/** Options that stand together: in one list, in one table, or each under its own heading. */
export interface OptionGroup {
  readonly form: 'list' | 'table' | 'headings';
  /** The key of the heading above; nothing directly below the span's own. */
  readonly under: string | undefined;
  readonly drafts: readonly Draft[];
}

export interface Draft {
  title: OptionName;
  /** The name with the remark behind it: another place may give both as one. */
  readonly whole: Value;
  range: Range;
  readonly said: { readonly pros: readonly Value[]; readonly cons: readonly Value[] };
  readonly isSure: boolean;
}

interface Current {
  readonly draft: Draft;
  readonly reader: ArgumentReader;
  readonly level: number;
  /** An only item of a list, below which its arguments may follow unindented. */
  readonly isItem: boolean;
}

interface OpenList {
  readonly drafts: Draft[];
  readonly next: number | undefined;
}

/** Labels that part the text about one option; no option is called so. */
const PARTS_OF_OPTIONS = new Set(['description', 'summary', 'overview', 'details', 'how it works', 'implementation', 'cost', 'costs', 'effort', 'notes', 'note', 'verdict', 'evaluation', 'analysis', 'conclusion', 'pros and cons', 'criteria', 'pros cons', 'neutral']);
const COMMENT = /<!--[^>]{0,500}-->/g;

export function optionGroups(entries: readonly FlowEntry[]): readonly OptionGroup[] {
  const reader = new GroupReader(optionSteps(entries));
  reader.read();
  return reader.groups;
}

class GroupReader {
  readonly groups: OptionGroup[] = [];
  readonly #steps: readonly OptionStep[];
  readonly #headed: Draft[] = [];
  #current: Current | undefined;
  #list: OpenList | undefined;
  #under: string | undefined;

  constructor(steps: readonly OptionStep[]) {
    this.#steps = steps;
  }

  read(): void {
    this.#steps.forEach((step, index) => {
      if (step.kind === 'head') this.#readHead(step, index);
      else this.#readBlock(step);
    });
    if (this.#headed.length > 0) this.groups.push({ form: 'headings', under: undefined, drafts: this.#headed });
  }

  #readHead(head: OptionHead, index: number): void {
    const current = this.#current;
    const isInside = current !== undefined && head.level > current.level;
    if (isInside && !isOptionTitle(head.title)) {
      current.reader.side = head.side;
      current.draft.range = { start: current.draft.range.start, end: head.range.end };
      this.#readRest(current, head);
      return;
    }
    this.#current = undefined;
    if (head.isHeading) {
      this.#under = head.key;
      this.#list = undefined;
    }
    if (!this.#isOption(head, index)) return;
    const title = head.isHeading ? optionName(head.title) : optionNameInText(head.title);
    const begun = begin(title, optionName(head.title).name, head.range, true);
    this.#headed.push(begun.draft);
    this.#current = { ...begun, level: head.level, isItem: false };
    this.#readRest(this.#current, head);
  }

  #readRest({ reader }: Current, { rest }: OptionHead): void {
    if (rest && rest.text !== '') reader.readText(rest);
  }

  #isOption(head: OptionHead, index: number): boolean {
    if (head.side || head.key === '' || decisionField(head.key) || PARTS_OF_OPTIONS.has(head.key)) return false;
    if (isOptionTitle(head.title)) return true;
    return head.isHeading ? this.#isArguedHeading(index) : this.#isArguedLabel(index);
  }

  /** Arguments for and against stand below it, and not each below a label of its own. */
  #isArguedHeading(index: number): boolean {
    let labels = 0;
    let arguedOnce = 0;
    for (let at = index + 1; at < this.#steps.length; at++) {
      const step = this.#steps[at];
      if (step?.kind === 'head') {
        if (step.isHeading && !step.side && !PARTS_OF_OPTIONS.has(step.key)) break;
        if (step.side) arguedOnce++;
        else if (!PARTS_OF_OPTIONS.has(step.key)) labels++;
      } else if (step?.holds) arguedOnce++;
    }
    return arguedOnce > 0 && (labels < 2 || arguedOnce < 2);
  }

  #isArguedLabel(index: number): boolean {
    for (let at = index + 1; at < this.#steps.length; at++) {
      const step = this.#steps[at];
      if (step?.kind === 'head') return false;
      if (step?.holds) return true;
    }
    return false;
  }

  #readBlock({ block, holds }: OptionBlock): void {
    const current = this.#current;
    if (current && (!current.isItem || holds)) {
      current.reader.readBlock(block);
      current.draft.range = { start: current.draft.range.start, end: block.range.end };
      return;
    }
    if (block.node.type === 'list') this.#readList(block.piece, block.node);
    else if (block.node.type === 'table') this.#addTable(optionsOfTable(block.piece, block.node));
  }

  #readList(piece: Piece, list: List): void {
    this.#current = undefined;
    if (isListOfArguments(piece, list)) return;
    const begun = list.children.flatMap((item) => beginItem(piece, item));
    const drafts = begun.map(({ draft }) => draft);
    tellApart(drafts);
    const isContinued = list.ordered === true && this.#list?.next === list.start;
    const next = list.ordered === true ? (list.start ?? 1) + list.children.length : undefined;
    if (isContinued && this.#list) this.#list.drafts.push(...drafts);
    else this.groups.push({ form: 'list', under: this.#under, drafts });
    this.#list = { drafts: isContinued && this.#list ? this.#list.drafts : drafts, next };
    const [only] = begun;
    if (only && list.children.length === 1) this.#current = { ...only, level: Infinity, isItem: true };
  }

  #addTable(options: readonly Option[]): void {
    if (options.length === 0) return;
    const drafts = options.map(({ name, label, isChosen, pros, cons, range }): Draft => {
      return { title: { name, label, isChosen, isWorded: false, isBareLabel: false }, whole: name, range, said: { pros, cons }, isSure: true };
    });
    this.groups.push({ form: 'table', under: this.#under, drafts });
  }
}

function begin(title: OptionName, whole: Value, range: Range, isSure: boolean): { readonly draft: Draft; readonly reader: ArgumentReader } {
  const reader = new ArgumentReader();
  return { draft: { title, whole, range, said: reader, isSure }, reader };
}

/** "Build or buy: build" and "Build or buy: buy" differ only in what else looks like a remark. */
function tellApart(drafts: readonly Draft[]): void {
  const counts = new Map<string, number>();
  for (const { title } of drafts) counts.set(titleKey(title.name.text), (counts.get(titleKey(title.name.text)) ?? 0) + 1);
  for (const draft of drafts) {
    if ((counts.get(titleKey(draft.title.name.text)) ?? 0) > 1) draft.title = { ...draft.title, name: draft.whole };
  }
}

function beginItem(piece: Piece, item: ListItem): readonly ReturnType<typeof begin>[] {
  const text = textOfItem(piece, item);
  if (!text || text.text === '') return [];
  const found = argumentsIn(text);
  const header = textBefore(text, found);
  if (!/[\p{L}\p{N}]/u.test(header.text.replace(COMMENT, ''))) return [];
  const begun = begin(optionNameInText(header), optionName(header).name, piece.of(item).range, isOptionTitle(header));
  begun.reader.readText(text);
  for (const block of blocksOf(piece, item.children.slice(1))) begun.reader.readBlock(block);
  return [begun];
}
