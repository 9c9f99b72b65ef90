import { readPlan } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import type { ContractSection, Kind } from './kind.ts';
import type { ReadingName } from './marks.ts';
import { splitAtPlaceholders } from './placeholders.ts';

const FIELD = /^[ \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(?:\*\*)?([\p{L}][\p{L}\p{N} _-]{0,60})(?:\*\*)?:(?:\*\*)?[ \t]*\{\{([^{}\r\n]+)\}\}/gmu;

const known = new WeakMap<Kind, ReadonlyMap<string, readonly string[]>>();

/** The words that a template lets authors choose from, by the keys of the fields and columns they stand in. */
export function choicesOf(kind: Kind): ReadonlyMap<string, readonly string[]> {
  const found = known.get(kind) ?? collect(kind);
  known.set(kind, found);
  return found;
}

function collect({ root, body }: Kind): ReadonlyMap<string, readonly string[]> {
  const choices = new Map<string, readonly string[]>();
  const add = (name: string, words: readonly string[]): void => {
    if (words.length > 1 && !choices.has(titleKey(name))) choices.set(titleKey(name), words);
  };
  for (const [, name = '', blank = ''] of body.matchAll(FIELD)) add(name, wordsOf(blank));
  for (const [header, row] of tables(body)) header.forEach((name, index) => splitAtPlaceholders(row[index] ?? '').names.forEach((blank) => add(name, wordsOf(blank))));
  const states = statesOf(root);
  if (states.length > 0) choices.set('status', states);
  return choices;
}

/** The states that a document of this kind may be in, as its template lists them. */
export function statesOf(section: ContractSection): readonly string[] {
  return valuesOf(section, 'status');
}

/** The states from one to another of which a plan of this kind moves, from the first on. */
export function transitionStatesOf(section: ContractSection): readonly string[] {
  return valuesOf(section, 'transition');
}

const knownValues = new WeakMap<ContractSection, Map<ReadingName, readonly string[]>>();

function valuesOf(section: ContractSection, reading: ReadingName): readonly string[] {
  const known = knownValues.get(section) ?? new Map<ReadingName, readonly string[]>();
  knownValues.set(section, known);
  const values = known.get(reading) ?? collectValues(section, reading);
  known.set(reading, values);
  return values;
}

function collectValues(section: ContractSection, reading: ReadingName): readonly string[] {
  const own = section.reads.includes(reading) ? section.values : [];
  return own.length > 0 ? own : section.children.flatMap((child) => valuesOf(child, reading));
}

function wordsOf(blank: string): readonly string[] {
  return blank.split('/').map((word) => word.trim());
}

/** Each table as its header and its first row; what stands in fences is no table. */
function tables(body: string): readonly (readonly [readonly string[], readonly string[]])[] {
  const { outline } = readPlan(body);
  const visible = outline.fences.reduceRight((text, { range }) => text.slice(0, range.start) + text.slice(range.end), body);
  return Array.from(visible.matchAll(/^\|(.+)\|[ \t]*\n\|[-:| \t]+\|[ \t]*\n\|(.+)\|[ \t]*$/gm), ([, header = '', row = '']) => [header.split('|'), row.split('|')]);
}
