import { gapsOfDecision, gapsOfOptions, gapsOfRecord, isWhole, type DecisionGaps } from '../lint/decision-gaps.ts';
import { decisionSample, type DecisionSample, type PartName } from '../lint/decision-samples.ts';
import { defineRule } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { weighingsIn, type Weighing } from '../lint/weighings.ts';
import { inWords, listed } from '../lint/wording.ts';
import { isRecordKind } from '../template/kind.ts';

const WORDS: Readonly<Partial<Record<PartName, string>>> = {
  problem: 'the problem',
  options: 'the options',
  choice: 'what was chosen',
  rationale: 'why',
  tradeoffs: 'the trade-offs',
  confidence: 'how sure it is',
};

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
      const title = inWords(weighing.title);
      yield { message: `"${title}" does not say ${listed(wordsFor(gaps))}: add ${countOf(gaps) === 1 ? 'it' : 'them'}.`, range: weighing.anchor };
    }
  },
});

function gapsIn({ plan, kind }: Subject, { decision, options }: Weighing, sample: DecisionSample): DecisionGaps | undefined {
  if (decision === undefined) return gapsOfOptions(plan, options, sample);
  return isRecordKind(kind) ? gapsOfRecord(plan, decision, sample) : gapsOfDecision(plan, decision, sample);
}

function wordsFor({ parts, reason, options, arguments: lacking }: DecisionGaps): readonly string[] {
  return [
    ...parts.map((part) => WORDS[part] ?? part),
    ...(options > 0 ? ['a second option'] : []),
    ...lacking.map(({ option, pros, cons }) => `what speaks ${pros && cons ? 'for and against' : pros ? 'for' : 'against'} "${inWords(option.name.text)}"`),
    ...(reason ? ['why this was chosen'] : []),
  ];
}

function countOf({ parts, reason, options, arguments: lacking }: DecisionGaps): number {
  return parts.length + (options > 0 ? 1 : 0) + lacking.length + (reason ? 1 : 0);
}
