import type { ReadMarkdown } from '../../plan/markdown.ts';
import { sectionAt, type Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { isBlank } from '../../template/placeholders.ts';
import type { Range } from '../../text/range.ts';
import { decisionField } from './decision-fields.ts';
import type { Value } from '../forms/fields.ts';
import { flowOf, type FlowEntry } from '../forms/flow.ts';
import { optionGroups, type Draft, type OptionGroup } from './option-groups.ts';
import { isOptionTitle } from './option-names.ts';
import { labelIn } from './option-steps.ts';

/** Something that was weighed before a decision. */
export interface Option {
  /** Without its number or letter. */
  readonly name: Value;
  /** The number or letter where it is written as text: `A` of "Option A: Kafka". */
  readonly label: Value | undefined;
  readonly pros: readonly Value[];
  readonly cons: readonly Value[];
  /** Whether it is marked as the one: "(chosen)", "✅". */
  readonly isChosen: boolean;
  /** The whole item, row or headed block, or the title of a column; where it stands first. */
  readonly range: Range;
}

/** Reads the options of a section: lists, headings with arguments for and against, tables that compare. */
export function readOptions(plan: Plan, span: Range, read: ReadMarkdown): readonly Option[] {
  const { title, rest } = ownTitle(flowOf(plan, span, read));
  return optionsIn(rest, announcesOptions(title ?? sectionAt(plan, span.start)?.heading.title ?? ''));
}

/** Options in the order in which they are first named, each once. A list of bare names counts where options are announced. */
export function optionsIn(entries: readonly FlowEntry[], isAnnounced: boolean): readonly Option[] {
  const merger = new OptionMerger();
  for (const { drafts } of trusted(optionGroups(entries), isAnnounced)) for (const draft of drafts) merger.add(draft);
  return merger.options;
}

/** The heading or label at the start of a span names the section, not an option in it. */
function ownTitle(entries: readonly FlowEntry[]): { readonly title: string | undefined; readonly rest: readonly FlowEntry[] } {
  const [first, ...rest] = entries;
  if (first?.kind === 'heading') return { title: first.title.text, rest };
  const label = first && labelIn(first, 0);
  const isTitle = label?.rest?.text === '' && !isOptionTitle(label.title);
  return isTitle ? { title: label.title.text, rest } : { title: undefined, rest: entries };
}

function announcesOptions(title: string): boolean {
  const key = titleKey(title);
  return decisionField(key) === 'options' || /(?:^| )(?:options?|alternatives?|candidates?)(?: |$)/.test(key);
}

/** Of lists of bare names the first that is announced, or that names what is argued elsewhere; where what else is there does not speak against it. */
function trusted(groups: readonly OptionGroup[], isAnnounced: boolean): readonly OptionGroup[] {
  const sure = groups.filter((group) => !isBare(group));
  const known = new Set(sure.flatMap(({ drafts }) => drafts.flatMap(keysOf)));
  const isKnown = ({ drafts }: OptionGroup): boolean => drafts.some((draft) => keysOf(draft).some((key) => known.has(key)));
  const isBelowOptions = ({ under }: OptionGroup): boolean => (under === undefined ? isAnnounced : announcesOptions(under));
  const bare = groups.filter((group) => isBare(group) && group.drafts.length > 0);
  const named = bare.find((group) => isKnown(group)) ?? (sure.length === 0 ? bare.find(isBelowOptions) : undefined);
  return groups.filter((group) => group === named || sure.includes(group)).sort((a, b) => startOf(a) - startOf(b));
}

function isBare({ form, drafts }: OptionGroup): boolean {
  return form === 'list' && !drafts.some(({ said, isSure }) => isSure || said.pros.length > 0 || said.cons.length > 0);
}

function startOf({ drafts }: OptionGroup): number {
  return drafts[0]?.range.start ?? 0;
}

interface Merged {
  readonly first: Draft;
  readonly pros: Value[];
  readonly cons: Value[];
  isChosen: boolean;
}

class OptionMerger {
  readonly #merged: Merged[] = [];
  readonly #byKey = new Map<string, Merged>();

  get options(): readonly Option[] {
    return this.#merged.map(({ first, pros, cons, isChosen }) => ({ name: first.title.name, label: first.title.label, pros, cons, isChosen, range: first.range }));
  }

  add(draft: Draft): void {
    const merged = this.#known(draft) ?? this.#begin(draft);
    for (const pro of draft.said.pros) merged.pros.push(pro);
    for (const con of draft.said.cons) merged.cons.push(con);
    merged.isChosen ||= draft.title.isChosen;
  }

  #known(draft: Draft): Merged | undefined {
    const key = keysOf(draft).find((key) => this.#byKey.has(key));
    if (key !== undefined) return this.#byKey.get(key);
    const lettered = this.#byKey.get(letterKey(draft));
    return lettered && (draft.title.isBareLabel || lettered.first.title.isBareLabel) ? lettered : undefined;
  }

  #begin(draft: Draft): Merged {
    const merged: Merged = { first: draft, pros: [], cons: [], isChosen: false };
    this.#merged.push(merged);
    for (const key of keysOf(draft)) this.#byKey.set(key, merged);
    if (draft.title.isWorded) this.#byKey.set(letterKey(draft), merged);
    return merged;
  }
}

/** Names that are not filled in yet are no names that two options could share. */
function keysOf({ title, whole }: Draft): readonly string[] {
  return [title.name, whole].filter(({ text }) => !isBlank(text)).map(({ text }) => titleKey(text)).filter((key) => key !== '');
}

function letterKey({ title }: Draft): string {
  return title.isWorded ? `option ${title.label?.text.toLowerCase() ?? ''}: ` : ': ';
}
