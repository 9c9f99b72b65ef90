import { DecisionAdditions } from '../lint/decision-additions.ts';
import { gapsOfDecision, gapsOfOptions, gapsOfRecord, isWhole, type ArgumentGap, type DecisionGaps } from '../lint/decision-gaps.ts';
import { decisionSample, type DecisionSample, type PartName } from '../lint/decision-samples.ts';
import { OptionAdditions } from '../lint/option-additions.ts';
import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { weighingsIn, type Weighing } from '../lint/weighings.ts';
import { inWords, listed } from '../lint/wording.ts';
import { isRecordKind } from '../template/kind.ts';
import type { TextEdit } from '../text/edits.ts';

const WORDS: Readonly<Partial<Record<PartName, string>>> = {
  problem: 'the problem',
  options: 'the options',
  choice: 'the choice',
  rationale: 'the reason for it',
  tradeoffs: 'the trade-offs',
  confidence: 'the confidence in it',
};
const MOST_NAMED = 2;

export const requiredDecisionParts = defineRule({
  id: 'required-decision-parts',
  summary: 'A decision says what its template asks for: the problem, two options with what speaks for and against each, the choice and why, the trade-offs.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const sample = decisionSample(subject.kind, subject.read);
    for (const weighing of weighingsIn(subject)) {
      const gaps = gapsIn(subject, weighing, sample);
      if (gaps === undefined || isWhole(gaps)) continue;
      const [title, words] = [inWords(weighing.title), wordsFor(gaps, sample)];
      const edits = editsFor(subject, weighing, gaps, sample);
      yield {
        message: `"${title}" lacks ${listed(words)}: add ${words.length === 1 ? 'it' : 'them'}.`,
        range: weighing.anchor,
        ...(edits && { fix: { title: `Add what "${title}" lacks`, edits } }),
      };
    }
  },
});

/** Nothing where one of the gaps cannot be filled: half a fix would leave the finding. */
function editsFor({ plan, values }: Subject, { decision, options }: Weighing, gaps: DecisionGaps, sample: DecisionSample): readonly TextEdit[] | undefined {
  if (plan.outline.openFrom !== undefined) return undefined;
  const [additions, ofOptions] = [new DecisionAdditions(plan, sample, values), new OptionAdditions(plan, sample, values)];
  const parts = decision && gaps.parts.length > 0 ? additions.parts(decision, gaps.parts) : [];
  const reason = decision && gaps.reason ? additions.reason(decision) : [];
  const option = gaps.options > 0 ? ofOptions.option(options) : [];
  const lacking = gaps.arguments.length > 0 ? ofOptions.arguments(gaps.arguments) : [];
  const isWhole = parts.length > 0 === gaps.parts.length > 0 && reason.length > 0 === gaps.reason && option.length > 0 === gaps.options > 0 && lacking.length > 0 === gaps.arguments.length > 0;
  // What speaks against the last option stands before the next one.
  return isWhole ? [...reason, ...lacking, ...option, ...parts] : undefined;
}

function gapsIn({ plan, kind, readings }: Subject, { decision, options, span }: Weighing, sample: DecisionSample): DecisionGaps | undefined {
  if (decision === undefined) return gapsOfOptions(plan, options, span, sample);
  if (!isRecordKind(kind)) return gapsOfDecision(plan, decision, sample);
  const gaps = gapsOfRecord(plan, decision, sample);
  // Where the section of the options is missing, that is what is wrong.
  return readings.places('options').some(({ contract }) => !contract.optional) ? gaps : { ...gaps, options: 0 };
}

function wordsFor({ parts, reason, options, arguments: lacking }: DecisionGaps, sample: DecisionSample): readonly string[] {
  const speaks = (how: string, gaps: readonly ArgumentGap[]): readonly string[] => (gaps.length > 0 ? [`what speaks ${how} ${namesOf(gaps)}`] : []);
  return [
    ...parts.map((part) => (part === 'options' && sample.options.length === 0 ? 'the alternatives' : (WORDS[part] ?? part))),
    ...(options > 0 ? ['a second option'] : []),
    ...speaks('for and against', lacking.filter(({ pros, cons }) => pros && cons)),
    ...speaks('for', lacking.filter(({ cons }) => !cons)),
    ...speaks('against', lacking.filter(({ pros }) => !pros)),
    ...(reason ? ['the reason for the choice'] : []),
  ];
}

function namesOf(gaps: readonly ArgumentGap[]): string {
  const names = gaps.slice(0, MOST_NAMED).map(({ option }) => `"${inWords(option.name.text)}"`);
  return listed(gaps.length > MOST_NAMED ? [...names, `${gaps.length - MOST_NAMED} more`] : names);
}
