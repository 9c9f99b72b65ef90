import { decisionsOfList } from './decision-items.ts';
import { namedTitle } from './decision-fields.ts';
import { partsOf, type DecisionSource } from './decision-parts.ts';
import { decisionsOfTable } from './decision-rows.ts';
import { decisionTitle, type DecisionTitle } from './decision-titles.ts';
import { boldLabel, textOfBlock, type FlowBlock, type FlowEntry } from '../forms/flow.ts';
import type { Range } from '../../text/range.ts';

/** A decision whose heading or label was met, and what stands below so far. */
interface OpenDecision {
  readonly title: DecisionTitle;
  readonly level: number;
  readonly start: number;
  end: number;
  readonly entries: FlowEntry[];
  /** Whether headings below it name parts of a decision. */
  hasParts: boolean;
}

interface Head {
  readonly title: DecisionTitle | undefined;
  readonly level: number;
  readonly range: Range;
  /** What follows a label in its paragraph. */
  readonly rest: FlowBlock | undefined;
}

/** Every decision of a span with its parts, in order. */
export function decisionBlocks(entries: readonly FlowEntry[]): readonly DecisionSource[] {
  const reader = new BlockReader();
  entries.forEach((entry, index) => reader.readEntry(entry, entries[index + 1]));
  return reader.finish();
}

class BlockReader {
  readonly #found: DecisionSource[] = [];
  #open: OpenDecision | undefined;
  #level = 0;

  readEntry(entry: FlowEntry, next: FlowEntry | undefined): void {
    if (entry.kind === 'heading') this.#level = entry.level;
    const head = headOf(entry, this.#level);
    if (head && this.#begins(head)) this.#begin(head.title, head);
    else {
      if (head && this.#open && head.level <= this.#open.level) this.#close();
      this.#add(entry, next);
    }
  }

  finish(): readonly DecisionSource[] {
    this.#close();
    return this.#found;
  }

  /** Below a decision with parts, "Decision: …" is one of them: the choice. */
  #begins(head: Head): head is Head & { readonly title: DecisionTitle } {
    const open = this.#open;
    return head.title !== undefined && (!open || head.level <= open.level || head.title.number !== undefined || !open.hasParts);
  }

  #begin(title: DecisionTitle, { level, range, rest }: Head): void {
    const open = this.#open;
    // A heading that holds nothing but other decisions is a title for them.
    if (open && level > open.level && partsOf(open.entries).every(({ field }) => field === undefined)) this.#open = undefined;
    this.#close();
    this.#open = { title, level, start: range.start, end: rest?.range.end ?? range.end, entries: rest ? [rest] : [], hasParts: false };
  }

  #add(entry: FlowEntry, next: FlowEntry | undefined): void {
    const open = this.#open;
    if (open) {
      open.entries.push(entry);
      open.end = entry.range.end;
      open.hasParts ||= entry.kind === 'heading' && namedTitle(entry.title) !== undefined;
    } else if (entry.kind === 'block' && entry.node.type === 'list') this.#found.push(...decisionsOfList(entry.piece, entry.node, next));
    else if (entry.kind === 'block' && entry.node.type === 'table') this.#found.push(...decisionsOfTable(entry.piece, entry.node));
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.#found.push({ form: 'block', title: open.title, range: { start: open.start, end: open.end }, parts: partsOf(open.entries) });
  }
}

/** A heading, or a label that names a decision in place of one. */
function headOf(entry: FlowEntry, level: number): Head | undefined {
  if (entry.kind === 'heading') return { title: decisionTitle(entry.title), level: entry.level, range: entry.range, rest: undefined };
  const text = textOfBlock(entry);
  const label = text && boldLabel(text);
  const title = label && decisionTitle(label.title);
  if (!title) return undefined;
  return { title, level: level + 0.5, range: label.title.range, rest: label.rest.text === '' ? undefined : { ...entry, range: label.rest.range } };
}
