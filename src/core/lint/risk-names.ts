import type { Risk } from '../readings/risks/risk.ts';
import type { RiskFieldName } from '../readings/risks/risk-fields.ts';
import { isBlank } from '../template/placeholders.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Problem } from './rule.ts';
import { inWords, listed } from './wording.ts';

/** What an author is asked to write. */
const REMEDIES: Readonly<Record<RiskFieldName, string>> = {
  probability: 'say how likely it is',
  impact: 'say how bad it would be',
  rating: 'say how it is rated',
  mitigation: 'say how it is prevented or handled',
  contingency: 'say what is done if it happens all the same',
  owner: 'name who looks after it',
};

/** A risk that nobody has named yet is still to be written. */
export function isNamed({ name }: Risk): boolean {
  return !isBlank(name.text);
}

/** `The risk "Fire in port"` */
export function riskName({ name }: Risk): string {
  return `The risk "${inWords(name.text)}"`;
}

/** What a risk does not say, as one problem. */
export function lacking(risk: Risk, names: readonly RiskFieldName[], edits: readonly TextEdit[], because = ''): Problem {
  return {
    message: `${riskName(risk)} ${because}has ${listed(names.map((name) => `no ${name}`))}: ${inSequence(names.map((name) => REMEDIES[name]))}.`,
    range: risk.name.range,
    ...(edits.length > 0 && { fix: { title: `Add the ${listed(names)}`, edits } }),
  };
}

function inSequence(remedies: readonly string[]): string {
  return remedies.length < 2 ? remedies.join('') : `${remedies.slice(0, -1).join(', ')}, and ${remedies.at(-1) ?? ''}`;
}
