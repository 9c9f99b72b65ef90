import { checker } from './documents.ts';
import type { Finding } from '../../src/core/lint/lint.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { readPlan, type Section } from '../../src/core/plan/plan.ts';
import { allRules } from '../../src/core/rules/all.ts';
import { scaffold } from '../../src/core/scaffold/scaffold.ts';
import { withDerivedValues } from '../../src/core/template/derived-values.ts';
import { isRequired, type ContractSection, type Kind } from '../../src/core/template/kind.ts';
import { fill, type Values } from '../../src/core/template/placeholders.ts';

const ANSWERS: Values = { number: '3', name: 'Harbour', title: 'Keep one log', feature: 'Berths', story: 'PORT-7', system: 'Harbour', source: 'booking', date: '2026-03-01' };

/** A new document of a kind, with every answer that any kind asks for. */
export interface Scaffold {
  readonly kind: Kind;
  readonly path: string;
  readonly text: string;
}

export function everyScaffold(): readonly Scaffold[] {
  return checker.kinds.map((kind) => {
    const { path, contents } = scaffold(kind, ANSWERS);
    return { kind, path, text: contents };
  });
}

/** The sections of a new document that answer those of its template, series left out. */
export function sectionsOf({ kind, text }: Scaffold): readonly { readonly contract: ContractSection; readonly section: Section; readonly required: boolean }[] {
  const values = withDerivedValues(ANSWERS);
  const pair = (contracts: readonly ContractSection[], sections: readonly Section[]): ReturnType<typeof sectionsOf> =>
    contracts.flatMap((contract) => {
      const section = sections.find(({ heading }) => heading.title === fill(contract.title, values));
      if (contract.repeat !== undefined || section === undefined) return [];
      return [{ contract, section, required: isRequired(contract, values) }, ...pair(contract.children, section.children)];
    });
  return pair(kind.sections, readPlan(text).title?.children ?? []);
}

const STRUCTURE: readonly string[] = ['required-sections', 'consistent-section-order', 'consistent-headings', 'no-duplicate-sections', 'no-empty-sections'];
const SETTINGS = { ...DEFAULT_SETTINGS, rules: Object.fromEntries(allRules.filter(({ id }) => !STRUCTURE.includes(id)).map(({ id }) => [id, 'off' as const])) };

/** What the rules about sections find in a changed document of the kind. */
export function foundIn({ path }: Scaffold, text: string): readonly Finding[] {
  return checker.check(text, path, SETTINGS).findings;
}

/** The changed document after every fix of those rules. */
export function fixedIn({ path }: Scaffold, text: string): string {
  return checker.fixAll(text, path, SETTINGS);
}
