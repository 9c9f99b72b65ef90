import { approvalOf, isStillApproved, markedSections, marksIn, type Approval, type MarkedSection } from '../lint/approval.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { isRecordKind } from '../template/kind.ts';

export const noEditsAfterApproval = defineRule({
  id: 'no-edits-after-approval',
  summary: 'An approved plan says what it said when it was approved.',
  severity: 'information',
  fixable: false,
  *check(subject) {
    const approval = isRecordKind(subject.kind) ? undefined : approvalOf(subject);
    const then = marksIn(approval?.content?.text ?? '');
    if (approval === undefined || then.length === 0 || !isStillApproved(subject)) return;
    const now = markedSections(subject);
    const known = new Set(then.map(({ words }) => words));
    const isSame = ({ name, words }: MarkedSection): boolean => then.some((mark) => mark.name === name && mark.words === words);
    for (const marked of now) {
      const isNamed = then.some(({ name }) => name === marked.name);
      // What has another title and says the same is what was approved.
      if (!isSame(marked) && (isNamed || !known.has(marked.words))) yield problemIn(marked, isNamed, approval);
    }
    const gone = then.filter(({ name, words }) => !now.some((marked) => marked.name === name || marked.words === words)).length;
    if (gone > 0 && approval.content) {
      yield { message: `${gone === 1 ? 'A section is' : `${gone} sections are`} gone ${since(approval)}: put ${gone === 1 ? 'it' : 'them'} back, or have the plan approved again.`, range: approval.content.range };
    }
  },
});

function problemIn({ section: { heading } }: MarkedSection, isNamed: boolean, approval: Approval): Problem {
  const what = isNamed ? 'changed' : 'was added';
  return { message: `"${inWords(heading.title)}" ${what} ${since(approval)}: have the plan approved again, or ${isNamed ? 'put back what it said' : 'take it out'}.`, range: heading.range };
}

/** "since Ada approved the plan on 2026-03-01" */
function since({ by, on }: Approval): string {
  const day = on === undefined ? '' : ` on ${inWords(on.text)}`;
  return by === undefined ? `since the plan was approved${day}` : `since ${inWords(by.text)} approved the plan${day}`;
}
