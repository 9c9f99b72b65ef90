import * as z from 'zod/mini';
import { defineRule, option, type Problem } from '../lint/rule.ts';
import { RiskAdditions } from '../lint/risk-additions.ts';
import { isNamed, lacking } from '../lint/risk-names.ts';
import { fieldsAsked, riskSample, sampleField, type RiskSample } from '../lint/risk-samples.ts';
import { isForHighRisks, isHighRisk, lackedBy } from '../lint/risk-shares.ts';
import type { Subject } from '../lint/subject.ts';
import { listed } from '../lint/wording.ts';
import { RISK_FIELDS, type RiskFieldName } from '../readings/risks/risk-fields.ts';
import type { Risk, RiskTable } from '../readings/risks/risk.ts';

const fields = z._default(z.array(z.enum(RISK_FIELDS)), []);

export const requiredRiskFields = defineRule({
  id: 'required-risk-fields',
  summary: 'Every risk says what the template asks of a risk.',
  severity: 'warning',
  fixable: true,
  options: z.object({ fields: option('What every risk says. Empty: what the template says of its own risk.', fields) }),
  *check(subject, options) {
    const risks = subject.readings.risks.filter(isNamed);
    if (risks.length === 0) return;
    const sample = riskSample(subject);
    const asked = options.fields.length > 0 ? options.fields : fieldsAsked(sample).map(({ name }) => name);
    const additions = new RiskAdditions(subject, sample);
    yield* columnsMissing(subject, risks, asked, sample, additions);
    for (const risk of risks) {
      const missing = lackedBy(risk, asked).filter((name) => !isForHighRisks(name, sample) || !isHighRisk(risk));
      if (missing.length > 0) yield lacking(risk, missing, additions.edits(risk, missing));
    }
  },
});

/** Once for a table, and where the template has no table of its own: its columns are for the check of columns. */
function* columnsMissing({ plan }: Subject, risks: readonly Risk[], asked: readonly RiskFieldName[], sample: RiskSample | undefined, additions: RiskAdditions): Iterable<Problem> {
  const tables = new Set<number>();
  for (const risk of risks) {
    if (risk.form.kind !== 'row' || tables.has(risk.form.table.range.start)) continue;
    const { table } = risk.form;
    tables.add(table.range.start);
    const isAskedInTable = (name: RiskFieldName): boolean => sample?.risk.form.kind === 'row' && sample.fields.some((field) => field.name === name);
    const missing = asked.filter((name) => !table.columns.includes(name) && !isAskedInTable(name));
    if (missing.length === 0) continue;
    const edits = additions.columns(risk, missing);
    const titles = listed(missing.map((name) => `"${sampleField(sample, name).label}"`));
    const columns = missing.length === 1 ? 'column' : 'columns';
    yield {
      message: `The risks in this table have ${listed(missing.map((name) => `no ${name}`))}: add the ${columns} ${titles}.`,
      range: { start: table.range.start, end: endOfHead(plan.text, table) },
      ...(edits.length > 0 && { fix: { title: `Add the ${columns} ${titles}`, edits } }),
    };
  }
}

function endOfHead(text: string, { range, titles }: RiskTable): number {
  const end = titles.at(-1)?.range.end ?? range.start;
  return end + (/^[ \t]{0,200}\|/.exec(text.slice(end, end + 201))?.[0].length ?? 0);
}
