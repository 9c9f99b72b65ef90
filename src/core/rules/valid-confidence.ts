import * as z from 'zod/mini';
import { defineRule, option } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import type { Plan } from '../plan/plan.ts';
import { readConfidence, type Decision } from '../readings/decisions/decisions.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { partOf } from '../readings/forms/pieces.ts';

const RANGE = /^[^\d\p{L}]{0,5}(\d{1,3})\s{0,2}[%％]?\s{0,2}(?:[-–—]|to)\s{0,2}(\d{1,3})\s{0,2}(?:[%％]|percent\b)/iu;
const WORD = /^[^\p{L}\p{N}]{0,8}(?:(?:very|fairly|quite|rather)\s{1,3})?(high|medium|moderate|low|certain|sure|full|strong|weak)(?![\p{L}])/iu;
const LOW: readonly string[] = ['low', 'weak'];
const FOLLOW_UP =
  /(?<!\p{L})(?:follow(?:ed|ing)?[ -]?up|validat\p{L}*|verif(?:y|ied|ication)|review\p{L}*|re-?visit\p{L}*|re-?assess\p{L}*|re-?evaluat\p{L}*|reconsider\p{L}*|spike|prototyp\p{L}*|proof of concept|poc|pilot\p{L}*|experiment\p{L}*|benchmark\p{L}*|load[ -]test\p{L}*|trial|look(?:ed)? at (?:this |it )?again)(?!\p{L})/iu;

export const validConfidence = defineRule({
  id: 'valid-confidence',
  summary: 'The confidence in a decision is a percentage, and a low one has a follow-up.',
  severity: 'warning',
  fixable: false,
  options: z.object({ threshold: option('Below this percentage a decision needs a follow-up.', z._default(z.number().check(z.minimum(0), z.maximum(100)), 70)) }),
  *check({ plan, readings }, { threshold }) {
    for (const decision of readings.decisions) {
      const { confidence, name } = decision;
      if (confidence === undefined || isOpen(confidence.text)) continue;
      const said = partOf(confidence, 0, /^[^\r\n]*/.exec(confidence.text)?.[0].length);
      const figure = figureOf(said.text);
      const title = inWords(name.text);
      if (figure === undefined) yield { message: `"${inWords(said.text)}" is no percentage from 0 to 100: say how sure "${title}" is with one, such as 80%.`, range: said.range };
      else if (figure < threshold && !hasFollowUp(plan, decision)) {
        yield { message: `The confidence in "${title}" is only ${inWords(said.text)}: name a follow-up that would raise it, and when that is looked at.`, range: said.range };
      }
    }
  },
});

/** Of several percentages the lowest; a word stands for one on its side of every threshold. */
function figureOf(text: string): number | undefined {
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return Number(from) <= 100 && Number(to) <= 100 ? Math.min(Number(from), Number(to)) : undefined;
  const figure = readConfidence(text);
  if (figure !== undefined) return figure;
  const word = /[\d%]/.test(text) ? undefined : WORD.exec(text)?.[1]?.toLowerCase();
  return word === undefined ? undefined : LOW.includes(word) ? 0 : 100;
}

/** In what is said of the decision itself, not of its problem or its options. */
function hasFollowUp({ text }: Plan, { range, name, parts }: Decision): boolean {
  const others = parts.filter(({ field }) => field === 'problem' || field === 'options').map((part) => part.range);
  const hidden = [name.range, ...others].sort((a, b) => a.start - b.start);
  let position = range.start;
  for (const { start, end } of hidden) {
    if (start > position && FOLLOW_UP.test(text.slice(position, start))) return true;
    position = Math.max(position, end);
  }
  return FOLLOW_UP.test(text.slice(position, range.end));
}
