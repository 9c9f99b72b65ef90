import { isOpen } from '../readings/forms/open-text.ts';
import { readLevel, type Level } from '../readings/risks/levels.ts';
import type { Risk } from '../readings/risks/risk.ts';
import type { RiskFieldName } from '../readings/risks/risk-fields.ts';
import { remembered } from '../text/remembered.ts';
import { isUnsaid, type RiskSample } from './risk-samples.ts';

/** Two checks look for what a risk lacks. Which of them says so is decided here, so that nothing is said twice. */
const FOR_HIGH_RISKS: readonly RiskFieldName[] = ['contingency', 'owner'];

/** A contingency or an owner that the template asks for: where the risk is high, `required-contingency` says that it is missing. */
export function isForHighRisks(name: RiskFieldName, sample: RiskSample | undefined): boolean {
  return FOR_HIGH_RISKS.includes(name) && (sample?.fields.some((field) => field.name === name) ?? false);
}

/** By its rating, and where it has none by its impact. A score is on a scale that nobody tells. */
export function isHighRisk({ rating, impact }: Risk): boolean {
  const rated = rating && !/\d/.test(rating.text.slice(0, 100)) ? statedLevel(rating.text) : undefined;
  const level = rated ?? (impact && statedLevel(impact.text));
  return level !== undefined && level.rank >= (level.scale === 'words' ? 2 : 3);
}

/** What is still open, and a choice such as `High/Low`, is no level yet. */
const statedLevel = remembered((text: string): Level | undefined => (isOpen(text) || /\p{L}\s?\/\s?\p{L}/u.test(text.slice(0, 100)) ? undefined : readLevel(text)));

/** What a risk does not say. Of a column that its whole table does not have, the table is told. */
export function lackedBy(risk: Risk, names: readonly RiskFieldName[]): readonly RiskFieldName[] {
  const { form } = risk;
  return names.filter((name) => isUnsaid(risk[name]) && (form.kind !== 'row' || form.table.columns.includes(name)));
}
