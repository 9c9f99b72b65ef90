import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { RISK_FIELDS, type RiskFieldName } from '../readings/risks/risk-fields.ts';
import type { AnyRiskField, Risk } from '../readings/risks/risk.ts';
import { readRisks } from '../readings/risks/risks.ts';
import type { ContractSection } from '../template/kind.ts';
import { fill } from '../template/placeholders.ts';
import type { Subject } from './subject.ts';

/** A risk as the template writes it: that is what the risks of documents are asked for. */
export interface RiskSample {
  /** The sections of the template around it, from the one that is read as risks to the one in whose text it stands. */
  readonly path: readonly ContractSection[];
  readonly plan: Plan;
  readonly risk: Risk;
  readonly fields: readonly SampleField[];
}

/** What the template asks for under a name of its own, and what it leaves open there. */
export interface SampleField {
  readonly name: RiskFieldName;
  readonly label: string;
  readonly open: string;
}

/** Where the template shows no risk. */
const COMMON: readonly SampleField[] = [
  { name: 'impact', label: 'Impact', open: '{{Low/Medium/High}}' },
  { name: 'mitigation', label: 'Mitigation', open: '{{how it is prevented or handled}}' },
];
const OTHERS: readonly SampleField[] = [
  { name: 'probability', label: 'Probability', open: '{{Low/Medium/High}}' },
  ...COMMON,
  { name: 'rating', label: 'Rating', open: '{{Low/Medium/High}}' },
  { name: 'contingency', label: 'Contingency', open: '{{what is done if it happens all the same}}' },
  { name: 'owner', label: 'Owner', open: '{{role}}' },
];

const samples = new WeakMap<ContractSection, RiskSample | 'none'>();

export function riskSampleIn(contract: ContractSection, read: ReadMarkdown): RiskSample | undefined {
  const sample = samples.get(contract) ?? sampleIn([contract], read) ?? 'none';
  samples.set(contract, sample);
  return sample === 'none' ? undefined : sample;
}

export function riskSample({ readings, read }: Subject): RiskSample | undefined {
  for (const { contract } of readings.places('risks')) {
    const sample = riskSampleIn(contract, read);
    if (sample) return sample;
  }
  return undefined;
}

/** The fields that the risks of a document are asked for, in the order of the template. */
export function fieldsAsked(sample: RiskSample | undefined): readonly SampleField[] {
  return sample?.fields ?? COMMON;
}

/** A field as the template has it; where it has none, as templates do. */
export function sampleField(sample: RiskSample | undefined, name: RiskFieldName): SampleField {
  const field = fieldsAsked(sample).find((field) => field.name === name) ?? OTHERS.find((field) => field.name === name);
  return field ?? { name, label: name, open: '{{…}}' };
}

function sampleIn(path: readonly ContractSection[], read: ReadMarkdown): RiskSample | undefined {
  const section = path.at(-1);
  if (section === undefined) return undefined;
  // A heading above it, so that its own may be that of a risk.
  const plan = readPlan(`# -\n\n${fill(section.ownText, {}).replace(/^#+/, '##')}\n`);
  const [risk] = readRisks(plan, { start: 0, end: plan.text.length }, read);
  if (risk) return { path, plan, risk, fields: fieldsOf(plan, risk) };
  for (const child of section.children) {
    const sample = sampleIn([...path, child], read);
    if (sample) return sample;
  }
  return undefined;
}

function fieldsOf({ text }: Plan, risk: Risk): readonly SampleField[] {
  const fields = RISK_FIELDS.flatMap((name) => {
    const value = risk[name];
    return value === undefined ? [] : [{ name, value, label: labelOf(text, risk, name), open: value.text }];
  });
  return fields.sort((a, b) => a.value.range.start - b.value.range.start).map(({ name, label, open }) => ({ name, label, open }));
}

/** The name under which a risk has a field. */
export function labelOf(text: string, risk: Risk, name: RiskFieldName): string {
  return ownLabelOf(text, risk, name) ?? OTHERS.find((field) => field.name === name)?.label ?? name;
}

/** Nothing where it has the field under none. */
export function ownLabelOf(text: string, { form }: Risk, name: AnyRiskField): string | undefined {
  if (form.kind === 'row') return form.table.titles[form.table.columns.findIndex((column, index) => (column ?? form.table.further[index]) === name)]?.text;
  const line = form.kind === 'lines' ? form.lines.find(({ fields: [first] }) => first?.name === name) : undefined;
  return line && text.slice(line.label.start, line.label.end);
}

/** Nothing stands there, or only a sign for it. What is still open has something: it is for the check of placeholders to say. */
export function isUnsaid(value: Value | undefined): boolean {
  return value === undefined || /^[\s*_`–—−?.…/-]*$/.test(value.text.slice(0, 100));
}
