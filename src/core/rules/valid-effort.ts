import { phaseName } from '../lint/phase-names.ts';
import { defineRule } from '../lint/rule.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import { isBlank } from '../template/placeholders.ts';
import { inWords } from '../lint/wording.ts';

const LONGEST = 300;
/** What says how much, or when: figures, number words, single units, sizes, months, an end that is no date. */
const TELLING = [
  /\d|[½¼¾]/u,
  /(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|dozen|couple|single)(?!\p{L})/iu,
  /(?<!\p{L})an?\s+(?:\p{L}+[\s-])?(?:hour|day|week|fortnight|month|sprint|year|point)(?!\p{L})/iu,
  /^\W*(?:size\s+)?(?:x{0,3}[sl]|[sml]|tiny|small|medium|large|big|huge|low|moderate|high)(?!\p{L})/iu,
  /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}(?!\p{L})/iu,
  /(?<!\p{L})(?:ongoing|on-going|continuous|recurring|none|n\/a|done|completed?|finished|daily|weekly|monthly|quarterly|spike|included|covered|part of|same as|see|above|below)(?!\p{L})/iu,
];
/** What a template or an author leaves open: `Xd`, `N weeks`, `TBD`, `?`. */
const OPEN = /^\W*(?:[xn?]+[\s-]*(?:h|d|w|m|hours?|days?|weeks?|months?)?|tb[adc]|todo|to be (?:\p{L}+)|unknown|open|pending)\W*$|^[^\p{L}\p{N}]*$|\{[^{}]+\}|\[[^\]]+\](?!\()|<[^>]+>/iu;

export const validEffort = defineRule({
  id: 'valid-effort',
  summary: 'An effort says how much work it is.',
  severity: 'warning',
  fixable: false,
  *check({ readings }) {
    for (const phase of readings.phases) {
      const { effort } = phase;
      if (effort === undefined || isBlank(effort.text) || saysHowMuch(effort.text)) continue;
      yield {
        message: `${phaseName(phase)} is to take "${inWords(effort.text)}", which nobody can add up: write a duration such as "3d" or "2-3 weeks".`,
        range: effort.range,
      };
    }
  },
});

function saysHowMuch(effort: string): boolean {
  const text = withoutEmoji(plainTitle(effort.slice(0, LONGEST)));
  return OPEN.test(text) || OPEN.test(effort.slice(0, LONGEST)) || TELLING.some((pattern) => pattern.test(text));
}
