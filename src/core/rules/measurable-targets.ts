import * as z from 'zod/mini';
import { defineRule, option } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { targetSections, type TargetSection } from '../lint/target-sections.ts';
import { inWords } from '../lint/wording.ts';
import { titleKey } from '../plan/titles.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isMeasurable, isVagueAlone, vagueWordIn } from '../readings/requirements/measures.ts';
import type { Target } from '../readings/requirements/targets.ts';
import { sliceOf } from '../text/range.ts';

/** Vague words in a longer text may be about anything. */
const MOST_WORDS = 6;

export const measurableTargets = defineRule({
  id: 'measurable-targets',
  summary: 'A target has a figure, or names the standard it follows.',
  severity: 'warning',
  fixable: false,
  options: z.object({ standards: option('Names of standards of your own, which count as the well-known ones do.', z._default(z.array(z.string()), [])) }),
  *check(subject, { standards }) {
    for (const section of targetSections(subject)) {
      for (const each of section.targets) {
        const { name, target } = each;
        if (target === undefined || isOpen(target.text) || isOpen(name.text) || !isUnclear(subject, section, each, target)) continue;
        if (standards.some((standard) => standard !== '' && target.text.toLowerCase().includes(standard.toLowerCase()))) continue;
        yield { message: `"${inWords(name.text)}" ${remedy(target.text)}`, range: target.range };
      }
    }
  },
});

function remedy(target: string): string {
  const vague = vagueWordIn(target);
  if (vague === undefined) return 'has no figure: write how much it is to be, and in which unit, or which standard it follows.';
  return `is to be "${vague.toLowerCase()}", which everyone understands differently: write a figure with its unit, or the standard it follows.`;
}

function isUnclear({ plan }: Subject, section: TargetSection, each: Target, target: Value): boolean {
  if (each.source !== 'yaml' && isMeasurable(target.text)) return false;
  const expected = expectation(section, each);
  if (expected === 'anything' || isMeasurable(target.text) || isFigureInName(each.name.text)) return false;
  if (each.source === 'item' && isMeasurable(sliceOf(plan.text, each.range))) return false;
  if (expected === 'clear words') return isVagueAlone(target.text);
  return expected === 'a figure' || (vagueWordIn(target.text) !== undefined && target.text.split(/\s+/).length <= MOST_WORDS);
}

/** "p95 below 200 ms: yes" */
function isFigureInName(name: string): boolean {
  return /\d/.test(name) && isMeasurable(name);
}

/** What the template writes in its place says what kind of thing stands there: a number, or a method and the like. */
function expectation({ reading, sample }: TargetSection, { name, path, source }: Target): 'a figure' | 'no vague words' | 'clear words' | 'anything' {
  if (source === 'yaml') {
    const model = sample.byPath.get(path.join('\n'));
    return model && isNumber(model) ? 'a figure' : 'anything';
  }
  if (reading === 'metrics') return 'a figure';
  if (sample.targets.length === 0) return 'no vague words';
  const key = titleKey(name.text);
  const named = sample.targets.filter((each) => titleKey(each.name.text) === key);
  if (!(named.length > 0 ? named : sample.targets).some(isNumber)) return 'clear words';
  return source === 'table' ? 'a figure' : 'no vague words';
}

function isNumber({ target }: Target): boolean {
  return target !== undefined && /\d|\b(?:number|percent|value|figure|amount|target|threshold)\b/i.test(target.text);
}
