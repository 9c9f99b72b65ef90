import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { PROOFS, type Proof } from '../lint/target-proofs.ts';
import { targetSections, type Sample } from '../lint/target-sections.ts';
import { inWords } from '../lint/wording.ts';
import { tablesIn, type PipeRow } from '../plan/tables.ts';
import type { Plan } from '../plan/plan.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Target } from '../readings/requirements/targets.ts';
import { columnsOf } from '../template/table-rows.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** In a list these words say that somebody looks. */
const SAYS_HOW = /measur|verif|validat|test|monitor|prob(?:e|ing)|benchmark|drill|audit|review|check|simulat|scan|dashboard|report|survey|alert|trac(?:e|ing)|\blogs?\b/i;

export const requiredVerification = defineRule({
  id: 'required-verification',
  summary: 'A target says how it is measured and validated, where its template asks for that.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    for (const { place, sample, targets } of targetSections(subject)) {
      const proofs = proofsAskedFor(sample);
      if (proofs.length === 0 || targets.length === 0) continue;
      const rows = rowsWithProofs(subject.plan, place.range, proofs);
      for (const target of targets) {
        if (target.target === undefined || isOpen(target.target.text) || isOpen(target.name.text)) continue;
        const problem = target.source === 'item' ? inItem(subject, target, proofs) : inRow(target, rows);
        if (problem) yield problem;
      }
    }
  },
});

const asked = new WeakMap<Sample, readonly Proof[]>();

function proofsAskedFor(sample: Sample): readonly Proof[] {
  const proofs = asked.get(sample) ?? proofsIn(sample);
  asked.set(sample, proofs);
  return proofs;
}

function proofsIn({ plan }: Sample): readonly Proof[] {
  const keys = tablesIn(plan, { start: 0, end: plan.text.length }).flatMap((table) => columnsOf(plan, table).map(({ key }) => key));
  return PROOFS.filter(({ names }) => names.some((name) => keys.includes(name)));
}

interface RowWithProofs {
  readonly row: PipeRow;
  readonly proofs: readonly { readonly proof: Proof; readonly column: number }[];
}

/** The rows of tables that have such columns, by where they begin; that a table lacks a column is for the check of columns to say. */
function rowsWithProofs(plan: Plan, span: Range, asked: readonly Proof[]): ReadonlyMap<number, RowWithProofs> {
  const rows = new Map<number, RowWithProofs>();
  for (const table of tablesIn(plan, span)) {
    const columns = columnsOf(plan, table);
    const proofs = asked.flatMap((proof) => {
      const column = columns.findIndex(({ key }) => proof.names.includes(key));
      return column < 0 ? [] : [{ proof, column }];
    });
    for (const row of table.rows) rows.set(row.range.start, { row, proofs });
  }
  return rows;
}

function inRow(target: Target, rows: ReadonlyMap<number, RowWithProofs>): Problem | undefined {
  const found = rows.get(target.range.start);
  const lacking = found?.proofs.filter(({ proof }) => target[proof.field] === undefined) ?? [];
  const [first] = lacking;
  if (found === undefined || first === undefined) return undefined;
  const cell = found.row.cells[first.column]?.range;
  return problemWith(target, lacking.map(({ proof }) => proof), cell && cell.end > cell.start ? cell : target.name.range);
}

/** A list has no columns: one of the two is enough, in whatever words. */
function inItem({ plan }: Subject, target: Target, asked: readonly Proof[]): Problem | undefined {
  if (target.measurement || target.validation || SAYS_HOW.test(sliceOf(plan.text, target.range))) return undefined;
  return problemWith(target, asked, target.name.range);
}

function problemWith(target: Target, lacking: readonly Proof[], range: Range): Problem {
  const [first, second] = lacking.map(({ how }) => how);
  const lack = second === undefined ? `does not say ${first ?? ''}` : `says neither ${first ?? ''} nor ${second}`;
  return { message: `"${inWords(target.name.text)}" ${lack}: name the tool or the test that shows it.`, range };
}
