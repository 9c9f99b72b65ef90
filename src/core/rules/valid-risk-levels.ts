import * as z from 'zod/mini';
import { isNamed } from '../lint/risk-names.ts';
import { riskSample, sampleField } from '../lint/risk-samples.ts';
import { RiskScale } from '../lint/risk-scale.ts';
import { defineRule, option, type Problem } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { readLevel } from '../readings/risks/levels.ts';
import type { Risk } from '../readings/risks/risk.ts';
import { unknownLevel, type UnknownLevel } from '../readings/risks/unknown-levels.ts';

const FIELDS = ['probability', 'impact', 'rating'] as const;
type Rated = (typeof FIELDS)[number];
/** So many levels show that levels are meant. */
const TELLING = 2;

export const validRiskLevels = defineRule({
  id: 'valid-risk-levels',
  summary: 'Probability and impact of a risk are levels that a scale knows, or are told in words.',
  severity: 'warning',
  fixable: true,
  options: z.object({ also: option('Further words that are a level.', z._default(z.array(z.string()), [])) }),
  *check(subject, { also }) {
    const { risks } = subject.readings;
    const known = new Set(also.map((word) => word.toLowerCase()));
    for (const field of FIELDS) {
      const stated = risks.flatMap((risk) => {
        const value = risk[field];
        return value === undefined || isOpen(value.text) ? [] : [{ risk, value }];
      });
      const levels = stated.filter(({ value }) => readLevel(value.text) !== undefined).length;
      const areLevels = levels >= TELLING && levels > stated.length - levels - 1;
      const unknown = stated.flatMap(({ risk, value }) => {
        const found = known.has(inWords(value.text).toLowerCase()) ? undefined : unknownLevel(value, areLevels);
        return found ? [{ risk, value, found }] : [];
      });
      if (unknown.length === 0) continue;
      const scale = new RiskScale(stated.map(({ value }) => value), sampleField(riskSample(subject), field).open);
      for (const { risk, value, found } of unknown) yield problemOf(risk, field, value, found, scale);
    }
  },
});

function problemOf(risk: Risk, field: Rated, value: Value, { word, meant }: UnknownLevel, scale: RiskScale): Problem {
  const level = meant && scale.nameOf(meant);
  const of = isNamed(risk) ? ` of "${inWords(risk.name.text)}"` : '';
  const fix = level === undefined ? { title: `Select the ${field}`, edits: [], select: word.range } : { title: `Change the ${field} to "${level}"`, edits: [{ range: word.range, text: level }] };
  return { message: `The ${field} "${inWords(value.text)}"${of} is on no scale: use ${scale.listed}.`, range: value.range, fix };
}
