import { readPlan } from '../plan/plan.ts';
import { tablesOf } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import { sliceOf } from '../text/range.ts';
import type { ContractSection } from './kind.ts';
import { columnsOf } from './table-rows.ts';

/** A table that the template writes into a section: its columns are those that documents are asked for. */
export interface ContractTable {
  readonly columns: readonly ContractColumn[];
  /** As it stands in the template. */
  readonly text: string;
}

export interface ContractColumn {
  readonly title: string;
  readonly key: string;
  /** The keys of other names that the template allows. */
  readonly also: readonly string[];
}

const known = new WeakMap<ContractSection, readonly ContractTable[]>();

export function contractTables(section: ContractSection): readonly ContractTable[] {
  const tables = known.get(section) ?? tablesIn(section);
  known.set(section, tables);
  return tables;
}

function tablesIn({ ownText, columns: names }: ContractSection): readonly ContractTable[] {
  const plan = readPlan(ownText);
  const also = names.map((each) => each.map(titleKey));
  return tablesOf(plan)
    .filter(({ isAtRoot }) => isAtRoot)
    .map((table) => ({
      columns: columnsOf(plan, table).map(({ title, key }) => ({ title, key, also: also.filter(([first]) => first === key).flatMap(([, ...others]) => others) })),
      text: sliceOf(ownText, table.range),
    }));
}
