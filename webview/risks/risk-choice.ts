/** Which risks are shown: pure. */
import type { RiskDot } from '../../src/core/picture/risks.ts';

export type Sort = 'owner' | 'category';
export const SORTS: readonly Sort[] = ['owner', 'category'];

/** By the name that was chosen of each sort; nothing chosen shows all. */
export type Choice = Partial<Readonly<Record<Sort, string>>>;

export interface Option {
  /** Two spellings of one name are one; empty for risks that have none. */
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

/** Stands for risks that say nothing of the sort. */
export const NONE = '';
/** `Ann, Bob`, `Ann; Bob`, `Ann / Bob`: each of them owns it. */
const BETWEEN_OWNERS = /\s*[,;\n]\s*|\s+\/\s+/;

/** What there is to choose from, by name; nothing where there is but one. */
export function optionsFor(sort: Sort, risks: readonly RiskDot[]): readonly Option[] {
  const found = new Map<string, { name: string; count: number }>();
  for (const risk of risks) {
    for (const name of new Set(namesOf(sort, risk))) {
      const known = found.get(keyOf(name));
      if (known === undefined) found.set(keyOf(name), { name, count: 1 });
      else known.count += 1;
    }
  }
  const options = Array.from(found, ([key, option]) => ({ key, ...option }));
  const named = options.filter(({ key }) => key !== NONE).sort((a, b) => a.name.localeCompare(b.name));
  return named.length < 2 ? [] : [...named, ...options.filter(({ key }) => key === NONE)];
}

/** Without what can be chosen no more. */
export function stillOffered(risks: readonly RiskDot[], choice: Choice): Choice {
  return Object.fromEntries(SORTS.flatMap((sort) => (optionsFor(sort, risks).some(({ key }) => key === choice[sort]) ? [[sort, choice[sort]] as const] : [])));
}

export function chosen(risks: readonly RiskDot[], choice: Choice): readonly RiskDot[] {
  const sorts = SORTS.filter((sort) => choice[sort] !== undefined);
  return sorts.length === 0 ? risks : risks.filter((risk) => sorts.every((sort) => namesOf(sort, risk).some((name) => keyOf(name) === choice[sort])));
}

function namesOf(sort: Sort, { owner = '', category = '' }: RiskDot): readonly string[] {
  if (sort === 'category') return [category.trim()];
  const names = owner.split(BETWEEN_OWNERS).filter((name) => name !== '');
  return names.length === 0 ? [NONE] : names;
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
