import { titleKey } from '../../plan/titles.ts';
import { remembered } from '../../text/remembered.ts';
import { furtherField, initialField, isResidual, residualOf, type FurtherField } from './further-fields.ts';

/** What is said of a risk, in the order in which templates say it. A rating is what follows from probability and impact. */
export const RISK_FIELDS = ['probability', 'impact', 'rating', 'mitigation', 'contingency', 'owner'] as const;
export type RiskFieldName = (typeof RISK_FIELDS)[number];

/** The names under which authors write the fields, as title keys. */
const NAMES: Readonly<Record<RiskFieldName | 'name', readonly string[]>> = {
  name: ['risk', 'risks', 'name', 'title', 'risk name', 'risk title', 'risk description', 'description', 'threat'],
  probability: ['probability', 'likelihood', 'chance', 'prob', 'p'],
  impact: ['impact', 'severity', 'consequence', 'effect', 'i'],
  rating: ['rating', 'risk rating', 'risk level', 'level', 'score', 'risk score', 'overall', 'overall risk', 'overall rating', 'exposure', 'risk exposure', 'p i', 'p x i', 'pxi'],
  mitigation: ['mitigation', 'mitigations', 'mitigation strategy', 'mitigation plan', 'response', 'response strategy', 'response plan', 'treatment', 'remediation', 'strategy', 'countermeasure', 'action'],
  contingency: ['contingency', 'contingency plan', 'fallback', 'plan b'],
  owner: ['owner', 'risk owner', 'responsible', 'assignee'],
};

/** Names that say more: `Mitigation approach`, `Impact if realised`. */
const WORDS: readonly (readonly [RiskFieldName, RegExp])[] = [
  ['owner', /\bowners?\b|\bresponsible\b/],
  ['mitigation', /\bmitigat(?:ion|ions|e|es|ed|ing)\b|\bcountermeasures?\b/],
  ['contingency', /\bcontingenc(?:y|ies)\b|\bfallback\b/],
  ['probability', /\bprobability\b|\blikelihood\b/],
  ['impact', /\bimpacts?\b|\bseverity\b|\bconsequences?\b/],
];
/** Names that are about a field, and what is left of a risk once it is mitigated. */
const ABOUT_A_FIELD = /\b(?:status|priority|complexity|cost|costs|date|due|deadline|effort|progress|residual|after|post|remaining|areas?|scope|types?)\b/;
const NUMBER_OF_RISK = /^risks? (?:id|ids|no|nr|number|ref)$/;
const NUMBER = /^(?:id|no|nr|number|ref|rank|)$/;

export type ColumnName = RiskFieldName | 'name';

export function fieldNamed(written: string): ColumnName | undefined {
  const key = titleKey(written);
  return KNOWN.get(key);
}

const KNOWN: ReadonlyMap<string, ColumnName> = new Map([...RISK_FIELDS, 'name' as const].flatMap((name) => NAMES[name].map((key) => [key, name] as const)));

/** The field that a longer name is about. */
export function fieldLike(written: string): RiskFieldName | undefined {
  const initial = initialField(written);
  if (initial !== undefined) return initial;
  const key = titleKey(written);
  return ABOUT_A_FIELD.test(key) ? undefined : WORDS.find(([, pattern]) => pattern.test(key))?.[0];
}

/** A field of a risk under any name; what the risk is called is none. */
export const riskField = remembered((written: string): RiskFieldName | undefined => {
  const name = fieldNamed(written) ?? fieldLike(written);
  return name === 'name' ? undefined : name;
});

/** Whether fields are those of a risk: phases and tasks have owners and levels too. */
export function makeARisk(fields: readonly (ColumnName | FurtherField)[]): boolean {
  return fields.some((name) => name === 'probability' || name === 'impact' || name === 'mitigation' || name === 'contingency');
}

/** What each column of a table of risks says, each at most once; nothing where it is a table of something else. */
export function riskColumns(titles: readonly string[]): readonly (ColumnName | undefined)[] | undefined {
  // What is left of a risk is none of its own fields, whatever the name has in it.
  const own = titles.map((title) => (isResidual(furtherField(title)) ? '' : title));
  const keys = own.map((title) => titleKey(title));
  const columns: (ColumnName | undefined)[] = titles.map(() => undefined);
  const set = (name: ColumnName, index: number): void => {
    if (index >= 0 && columns[index] === undefined && !columns.includes(name)) columns[index] = name;
  };
  set('impact', keys.indexOf('impact'));
  const exact = own.map((title) => fieldNamed(title) ?? title.split('/').map(fieldNamed).find((name) => name !== undefined));
  // Beside an impact, a severity is what follows from it.
  if (columns.includes('impact') && exact.includes('probability')) set('rating', keys.indexOf('severity'));
  exact.forEach((name, index) => name !== undefined && name !== 'name' && set(name, index));
  own.forEach((title, index) => {
    const name = exact[index] === undefined ? fieldLike(title) : undefined;
    if (name !== undefined) set(name, index);
  });
  set('name', keys.findIndex((key, index) => columns[index] === undefined && /^risks?\b/.test(key) && !NUMBER_OF_RISK.test(key) && initialField(key) === undefined));
  const isCalledRisk = columns.includes('name');
  set('name', exact.indexOf('name'));
  return withLevelForImpact(columns, keys, isCalledRisk);
}

/** What the columns say that say none of these: the category, and what is left after mitigation, under names for it or under the same ones once more. */
export function furtherColumns(titles: readonly string[], columns: readonly (ColumnName | undefined)[]): readonly (FurtherField | undefined)[] {
  const mitigation = columns.indexOf('mitigation');
  const names = titles.map((title) => fieldNamed(title));
  const isSaidAgain = (index: number): boolean => {
    const first = names.indexOf(names[index]);
    return first < mitigation && mitigation < index;
  };
  const found: (FurtherField | undefined)[] = [];
  titles.forEach((title, index) => {
    const field = columns[index] !== undefined ? undefined : (furtherField(title) ?? (isSaidAgain(index) ? residualOf(names[index] ?? '') : undefined));
    found.push(field !== undefined && found.includes(field) ? undefined : field);
  });
  return found;
}

function withLevelForImpact(columns: (ColumnName | undefined)[], keys: readonly string[], isCalledRisk: boolean): readonly (ColumnName | undefined)[] | undefined {
  const others = columns.filter((name) => name !== undefined && name !== 'name');
  const isRated = columns.some((name) => name === 'probability' || name === 'impact') || keys.some((key) => key === 'risk level' || key === 'risk rating');
  // `Area | Risk level | Mitigation`: the first column names what is at risk.
  const first = columns.findIndex((name, index) => name === undefined && !NUMBER.test(keys[index] ?? ''));
  if (!columns.includes('name') && isRated && columns.includes('mitigation') && first >= 0) columns[first] = 'name';
  // Under whatever names the rest stands, a table of risks says so at its left.
  const isOfRisks = keys.length > 1 && keys.slice(0, 2).some((key) => key === 'risk' || key === 'risks');
  if (!columns.includes('name') || (others.length === 0 && !isOfRisks)) return undefined;
  // A column that is only called "Description" names risks where others rate them.
  if (!isCalledRisk && !isRated && !columns.includes('mitigation')) return undefined;
  // A level by itself is the impact.
  const level = columns.indexOf('rating');
  if (level >= 0 && !columns.includes('impact') && !columns.includes('probability')) columns[level] = 'impact';
  return columns;
}
