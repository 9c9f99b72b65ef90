import { plainTitle, withoutEmoji } from '../../plan/titles.ts';
import { remembered } from '../../text/remembered.ts';
import type { RiskFieldName } from './risk-fields.ts';

/** What documents say of a risk besides: what sort of risk it is, and what is left of it once it is mitigated. No check asks for it. */
export const FURTHER_FIELDS = ['category', 'residualProbability', 'residualImpact', 'residualRating'] as const;
export type FurtherField = (typeof FURTHER_FIELDS)[number];

const CATEGORY = /^(?:risk )?(?:category|categories|type|kind|class|area|domain|theme)(?: of (?:the )?risk)?$/;
const MEASURE = '(?:mitigations?|treatment|controls?|response|measures)';
const AFTER_THAT = `(?:after(?: the)?|post) ${MEASURE}`;
const AFTER = `(?:${AFTER_THAT}|after|post)`;
const BEFORE_THAT = `(?:before(?: the)?|pre) ${MEASURE}`;
const BEFORE = `(?:${BEFORE_THAT}|before|pre)`;
const LEFT = `(?:residual|remaining|net|target|mitigated|treated|${AFTER})`;
const AT_FIRST = `(?:initial|inherent|gross|raw|current|original|unmitigated|untreated|${BEFORE})`;
const PROBABILITY = '(?:risk )?(?:probability|likelihood|chance|prob|p)';
const IMPACT = '(?:risk )?(?:impact|severity|consequences?|i)';
const RATING = '(?:risk (?:rating|level|score|exposure)|rating|level|score|exposure|p i|p x i|pxi)';

const RESIDUAL: readonly (readonly [FurtherField, RegExp])[] = [
  ['residualProbability', aroundEither(LEFT, PROBABILITY, AFTER)],
  ['residualImpact', aroundEither(LEFT, IMPACT, AFTER)],
  ['residualRating', new RegExp(`^(?:residual|(?:residual|remaining|net|${AFTER}) risk|${LEFT} ${RATING}|(?:risk|${RATING}) ${AFTER}|after|${AFTER_THAT})$`)],
];
const INITIAL: readonly (readonly [RiskFieldName, RegExp])[] = [
  ['probability', aroundEither(AT_FIRST, PROBABILITY, BEFORE)],
  ['impact', aroundEither(AT_FIRST, IMPACT, BEFORE)],
  ['rating', new RegExp(`^(?:(?:initial|inherent|gross|unmitigated|${BEFORE}) risk|${AT_FIRST} ${RATING}|(?:risk|${RATING}) ${BEFORE}|before|${BEFORE_THAT})$`)],
];

/** What a name is for, where it is none of the fields that every risk has: `Category`, `Residual Impact`, `Likelihood (after mitigation)`. */
export const furtherField = remembered((written: string): FurtherField | undefined => {
  const words = wordsOf(written);
  return CATEGORY.test(words) ? 'category' : RESIDUAL.find(([, pattern]) => pattern.test(words))?.[0];
});

/** `Impact before mitigation`, `Inherent Risk`: the field itself, where another one says what is left. */
export const initialField = remembered((written: string): RiskFieldName | undefined => {
  const words = wordsOf(written);
  return INITIAL.find(([, pattern]) => pattern.test(words))?.[0];
});

export function isResidual(field: FurtherField | undefined): boolean {
  return field !== undefined && field !== 'category';
}

/** The field that says after mitigation what this one says before. */
export function residualOf(field: string): FurtherField | undefined {
  if (field === 'probability') return 'residualProbability';
  if (field === 'impact') return 'residualImpact';
  return field === 'rating' ? 'residualRating' : undefined;
}

/** Unlike a title's key it keeps a remark in parentheses: "Impact (after)" is not "Impact". */
function wordsOf(written: string): string {
  return withoutEmoji(plainTitle(written.slice(0, 100)))
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function aroundEither(before: string, name: string, behind: string): RegExp {
  return new RegExp(`^(?:${before} ${name}|${name} ${behind})$`);
}
