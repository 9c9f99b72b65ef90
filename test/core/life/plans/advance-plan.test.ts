import assert from 'node:assert/strict';
import fc from 'fast-check';
import { advancePlan } from '../../../../src/core/life/plans/advance-plan.ts';
import { nextStep, obstacleOf, type PlanStep } from '../../../../src/core/life/plans/plan-step.ts';
import { askedKeys, filledBlanks, type StepAnswers } from '../../../../src/core/life/plans/transition-record.ts';
import { DEFAULT_SETTINGS } from '../../../../src/core/lint/settings.ts';
import { scaffold } from '../../../../src/core/scaffold/scaffold.ts';
import { checker, kindNamed, messagesOf } from '../../documents.ts';
import { RUNS } from '../../support/runs.ts';
import { ARCHITECT, architectPlan, documentAt, textsAfter } from './texts.ts';

const ANSWERS: StepAnswers = { by: 'Ada', today: '2026-03-01', why: 'The gates are ticked', evidence: [{ kind: 'design_review', result: 'validated', ref: 'docs/review.md' }] };

function stepOf(text: string, path = ARCHITECT): PlanStep {
  const step = nextStep(documentAt(path, text));
  assert.ok(!('problem' in step), JSON.stringify(step));
  return step;
}

function advanced(text: string, answers: Partial<StepAnswers> = {}, path = ARCHITECT): string {
  return textsAfter(advancePlan(documentAt(path, text), stepOf(text, path), { ...ANSWERS, ...answers }))[path] ?? '';
}

/** The lines of the record, after a step. */
function record(lines: readonly string[], answers: Partial<StepAnswers> = {}): readonly string[] {
  return (/```\n([^]*?)\n```/.exec(advanced(architectPlan(lines), answers))?.[1] ?? '').split('\n');
}

const OF_TEMPLATE = [
  '[TRANSITION|architect.planning] by architect',
  'MODE: strict',
  'FROM_STATE: DRAFT',
  'TO_STATE: {{PLANNED/APPROVED}}',
  'WHY:',
  '- {{why this plan is needed}}',
  '- {{which decisions it settles}}',
  'OUTPUT:',
  '=== Architect Plan ===',
  'summary: {{what was designed, in one sentence}}',
  'inputs: requirements=docs/requirements.md',
  'evidence: design_review|result={{validated/open/rejected}}|ref={{path}}',
  'risks: [ ]{{risk}}|owner={{role}}|mitigation={{what is done about it}}',
  'next_steps: {{what begins once this is approved}}',
  '=== END Architect Plan ===',
  'FOLLOW-UP:',
  '- {{what is still to do}} - owner={{role}} - due={{YYYY-MM-DD}}',
];

describe('nextStep', () => {
  const next = (text: string, path = ARCHITECT) => {
    const step = nextStep(documentAt(path, text));
    return 'problem' in step ? step.problem : `${step.from?.text ?? 'nothing'} to ${step.to}${step.isApproval ? ', approved' : ''}`;
  };

  it('is the one after the state that the record leads to, else after the one it comes from, else after the first', () => {
    assert.equal(next(architectPlan(OF_TEMPLATE)), 'DRAFT to PLANNED');
    assert.equal(next(architectPlan(['[TRANSITION|a]', 'FROM_STATE: DRAFT', 'TO_STATE: PLANNED'])), 'PLANNED to APPROVED, approved');
    assert.equal(next(architectPlan(['[TRANSITION|a]', 'FROM_STATE: PLANNED', 'TO_STATE: draft'])), 'draft to PLANNED');
    assert.equal(next('# Berths Architecture Design\n'), 'nothing to PLANNED');
    assert.equal(next('# Berths Architecture Design\n\n**Status**: Planned\n'), 'Planned to APPROVED, approved');
  });

  it('is that of the status in other kinds', () => {
    const path = 'docs/booking-PLAN.md';
    assert.equal(next('---\nstatus: awaiting-approval\n---\n# Use Case Plan: Booking\n', path), 'awaiting-approval to approved, approved');
    assert.equal(next('---\nstatus: draft\n---\n# Use Case Plan: Booking\n', path), 'draft to approved, approved');
    assert.equal(next('# Use Case Plan: Booking\n', path), 'nothing to approved, approved');
  });

  it('is a sentence where there is none', () => {
    assert.equal(next(architectPlan(['[TRANSITION|a]', 'TO_STATE: APPROVED'])), 'This plan is APPROVED: no state follows on it.');
    assert.equal(next(architectPlan(['[TRANSITION|a]', 'TO_STATE: Rejected'])), 'This plan is Rejected: set its state to DRAFT if work on it goes on.');
    assert.equal(next(architectPlan(['[TRANSITION|a]', 'TO_STATE: FROZEN'])), '"FROZEN" is no state of an architect plan: set it to DRAFT, PLANNED or APPROVED first.');
    assert.equal(next('# Phase 1 Architecture Plan\n', 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), 'A phase plan has no states to move through: its template lists none.');
    assert.equal(next('# 7. Log\n\n## Status\n\nProposed\n\n## Context\n\nx\n\n## Decision\n\ny\n', 'docs/adr/0007-log.md'), 'A decision record has a life of its own: accept, reject or supersede it instead.');
  });
});

describe('obstacleOf', () => {
  const obstacle = (text: string) => {
    const subject = documentAt(ARCHITECT, text);
    const found = obstacleOf(subject, checker.check(text, ARCHITECT, DEFAULT_SETTINGS).findings, filledBlanks(subject));
    return found && [found.said, text.slice(found.first.start, found.first.end)];
  };
  const ignored = (text: string) => `<!-- groundplan-ignore-file required-sections: a part of a plan -->\n${text}`;

  it('says in one sentence what is open, and where the first of it stands', () => {
    assert.deepEqual(obstacle(ignored(architectPlan(OF_TEMPLATE, '- [ ] Every service has an owner\n- [ ] {{a gate}}\n- [ ] ~~Data~~\n\n{{more}}\n'))), ['1 gate is not ticked and 2 placeholders are left', 'Every service has an owner']);
    assert.match(obstacle(architectPlan(OF_TEMPLATE))?.[0] ?? '', /^\d errors are open$/, 'sections that are missing');
  });

  it('leaves out the blanks that the step fills in', () => {
    assert.equal(obstacle(ignored(architectPlan(OF_TEMPLATE))), undefined);
    assert.equal(obstacle(ignored(architectPlan([...OF_TEMPLATE.slice(0, 4), 'WHY: because of {{something}}'])))?.[0], '1 placeholder is left', 'words that are begun are those of the author');
  });
});

describe('advancePlan', () => {
  it('fills in the record that the template began', () => {
    const said = { summary: 'One log', nextSteps: 'Phase 1', followUp: 'Review - owner=Ada - due=2026-04-01' };
    assert.deepEqual(askedKeys(documentAt(ARCHITECT, architectPlan(OF_TEMPLATE))), ['summary', 'next steps', 'follow up']);
    assert.deepEqual(record(OF_TEMPLATE, said), [
      '[TRANSITION|architect.planning] by Ada on 2026-03-01',
      'MODE: strict',
      'FROM_STATE: DRAFT',
      'TO_STATE: PLANNED',
      'WHY:',
      '- The gates are ticked',
      'OUTPUT:',
      '=== Architect Plan ===',
      'summary: One log',
      'inputs: requirements=docs/requirements.md',
      'evidence: design_review|result=validated|ref=docs/review.md',
      'risks: [ ]Storm|owner=Ada|mitigation=Moorings are checked',
      'risks: [ ]Rust|owner=Ada|mitigation=Paint',
      'next_steps: Phase 1',
      '=== END Architect Plan ===',
      'FOLLOW-UP:',
      '- Review - owner=Ada - due=2026-04-01',
    ]);
  });

  it('keeps what a record says already, its former step as well', () => {
    const lines = ['[TRANSITION|architect.planning] by Mara (2026-01-05)', 'FROM_STATE: DRAFT', 'TO_STATE: PLANNED', 'WHY:', '* It is needed', 'summary: One log', 'inputs: a=b', 'evidence: review|result=open|ref=x.md', 'risks: [x]Storm|owner=Ada|mitigation=m', 'next_steps: go', 'FOLLOW-UP:', '- x - owner=Ada - due=2026-04-01'];
    assert.deepEqual(askedKeys(documentAt(ARCHITECT, architectPlan(lines))), []);
    assert.deepEqual(record(lines), [
      '[TRANSITION|architect.planning] by Ada (2026-03-01)',
      'FROM_STATE: PLANNED',
      'TO_STATE: APPROVED',
      'WHY:',
      '* It is needed',
      '* DRAFT to PLANNED by Mara (2026-01-05)',
      '* The gates are ticked',
      'summary: One log',
      'inputs: a=b',
      'evidence: review|result=open|ref=x.md',
      'evidence: design_review|result=validated|ref=docs/review.md',
      'risks: [x]Storm|owner=Ada|mitigation=m',
      'next_steps: go',
      'FOLLOW-UP:',
      '- x - owner=Ada - due=2026-04-01',
    ]);
  });

  it('writes each entry in the form of those that are there', () => {
    assert.deepEqual(record(['[TRANSITION|a] by x', 'From: draft', 'to: ', 'why: because', 'evidence: a|result=b|ref=c; d|result=e|ref=f']).slice(0, 6), [
      '[TRANSITION|a] by Ada on 2026-03-01',
      'From: draft',
      'to: planned',
      'why: because',
      '- The gates are ticked',
      'evidence: a|result=b|ref=c; d|result=e|ref=f; design_review|result=validated|ref=docs/review.md',
    ]);
    assert.deepEqual(record(['[TRANSITION|a]', 'FROM_STATE: **DRAFT**', 'TO_STATE: **{{x}}**', 'evidence:', '- a|result=b|ref=c']).slice(0, 6), [
      '[TRANSITION|a] by Ada on 2026-03-01',
      'FROM_STATE: **DRAFT**',
      'TO_STATE: **PLANNED**',
      'WHY:',
      '- The gates are ticked',
      'evidence:',
    ]);
  });

  it('writes the whole record where there is none, in the place of the template', () => {
    const text = advanced('# Berths Architecture Design\n\n## System Overview\n\nOne log.\n', { summary: 'One log', nextSteps: 'Phase 1', followUp: '' });
    assert.equal(
      text,
      '# Berths Architecture Design\n\n## Transition Record\n\n```\n[TRANSITION|architect.planning] by Ada on 2026-03-01\nMODE: strict\nFROM_STATE: DRAFT\nTO_STATE: PLANNED\nWHY:\n- The gates are ticked\nOUTPUT:\n=== Architect Plan ===\nsummary: One log\ninputs: none\nevidence: design_review|result=validated|ref=docs/review.md\nrisks: none\nnext_steps: Phase 1\n=== END Architect Plan ===\nFOLLOW-UP:\n- none\n```\n\n## System Overview\n\nOne log.\n',
    );
  });

  it('leaves out the inputs that nobody named', () => {
    assert.ok(record(['[TRANSITION|a]', 'inputs: requirements=a.md constraints={{constraints}} quality_targets={{quality_targets}}']).includes('inputs: requirements=a.md'));
    assert.ok(record(['[TRANSITION|a]', 'inputs: requirements={{requirements}} constraints=a.md']).includes('inputs: constraints=a.md'));
  });

  it('leaves nothing of what a person typed that would break the record', () => {
    const lines = record(OF_TEMPLATE, { by: 'Ada|x;\ny', why: 'a\nTO_STATE: APPROVED', evidence: [{ kind: 'a|b', result: 'c;d', ref: 'e\nf' }], summary: 's\n=== END', nextSteps: 'n', followUp: '' });
    assert.equal(lines[0], '[TRANSITION|architect.planning] by Ada, x, y on 2026-03-01');
    assert.ok(lines.includes('- a TO_STATE: APPROVED') && lines.includes('evidence: a, b|result=c, d|ref=e f') && lines.includes('summary: s === END'));
  });

  it('changes a status that says the same a second time', () => {
    const text = architectPlan(['[TRANSITION|a]', 'FROM_STATE: DRAFT']).replace('# Berths Architecture Design\n', '# Berths Architecture Design\n\n- **Status**: Draft\n');
    assert.ok(advanced(text).includes('\n- **Status**: Planned\n'));
  });

  it('leads to a plan of which the checks find nothing that it brought', () => {
    const ignored = '<!-- groundplan-ignore-file required-sections: a part of a plan -->\n';
    const said = { summary: 'One log', nextSteps: 'Phase 1', followUp: '' };
    for (const lines of [OF_TEMPLATE, ['[TRANSITION|architect.planning]', 'MODE: strict', 'inputs: a=b', '=== Architect Plan ===', '=== END Architect Plan ===', 'OUTPUT:']]) {
      const text = advanced(ignored + architectPlan(lines), said);
      for (const rule of ['valid-transition', 'gates-before-approval', 'no-placeholders']) assert.deepEqual(messagesOf(rule, text, ARCHITECT), [], `${rule}: ${text}`);
    }
  });

  it('marks what is approved, in the front matter', () => {
    const lines = ['[TRANSITION|a] by x', 'FROM_STATE: DRAFT', 'TO_STATE: PLANNED'];
    const text = advanced(architectPlan(lines));
    assert.match(text, /^---\napproved-by: Ada\napproved-on: 2026-03-01\napproved-content: (?:[0-9a-f]{4}-[0-9a-f]{8} ?){4}\n---\n\n# Berths/);
    assert.deepEqual(messagesOf('no-edits-after-approval', text, ARCHITECT), []);
    assert.equal(messagesOf('no-edits-after-approval', text.replace('**Mitigation**: Moorings', '**Mitigation**: Ropes'), ARCHITECT).length, 1);
    const kept = advanced(`\uFEFF---\ntitle: "x"\n---\n${architectPlan(lines)}`.replaceAll('\n', '\r\n'));
    assert.match(kept, /^\uFEFF---\r\ntitle: "x"\r\napproved-by: Ada\r\napproved-on: 2026-03-01\r\napproved-content: [^\r\n]+\r\n---\r\n/);
    assert.ok(!/[^\r]\n/.test(kept));
  });

  it('finds no place in a fence that is never closed, and says so', () => {
    const text = '# Berths Architecture Design\n\n```\nnever closed\n';
    assert.deepEqual(advancePlan(documentAt(ARCHITECT, text), stepOf(text), ANSWERS), { problem: `There is no place in ${ARCHITECT} for its state: close the fence or comment that is left open in it, and run the command again.` });
  });

  it('is the same with any line ending, whatever stands in the record', () => {
    const line = fc.constantFrom('FROM_STATE: DRAFT', 'TO_STATE: PLANNED', 'TO_STATE:', 'TO: {{x}}', 'WHY:', 'WHY: now', '- because', '- {{why}}', 'OUTPUT:', '=== Architect Plan ===', '=== END Architect Plan ===', 'summary: s', 'summary: {{s}}', 'inputs: a={{a}} b=c', 'evidence: a|result=b|ref=c; d|result={{e}}', 'evidence:', 'risks: [ ]{{r}}', 'next_steps:', 'FOLLOW-UP:', '- x - owner=y', '', 'odd: line', 'text');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\r\n', '\r'), (lines, ending) => {
        const text = architectPlan(['[TRANSITION|architect.planning] by x', ...lines]);
        const step = nextStep(documentAt(ARCHITECT, text));
        if ('problem' in step) return;
        const said = { summary: 's', nextSteps: 'n', followUp: '' };
        const once = advanced(text, said);
        assert.equal(advanced(text.replaceAll('\n', ending), said), once.replaceAll('\n', ending));
        const after = documentAt(ARCHITECT, once).readings.transition;
        assert.equal(after?.to?.text.toLowerCase(), step.to.toLowerCase(), once);
        assert.ok(after.why.some(({ text: why }) => why.includes('The gates are ticked')), once);
        // Nothing that somebody wrote is lost.
        for (const kept of ['- because', 'odd: line', 'summary: s', 'a|result=b|ref=c']) if (lines.some((each) => each.includes(kept))) assert.ok(once.includes(kept.replace(/^- /, '')), once);
      }),
      { numRuns: RUNS },
    );
  });

  it('moves every plan on that a template makes, once its blanks are filled', () => {
    const text = scaffold(kindNamed('architect-plan'), { story: 'p', name: 'Berths', date: '2026-01-01' }).contents.replace(/\{\{[^{}]+\}\}/g, (blank, at: number, whole: string) => (whole.slice(0, at).includes('System Overview') ? 'x' : blank)).replaceAll('- [ ]', '- [x]');
    const after = advanced(text, { summary: 's', nextSteps: 'n', followUp: '' });
    assert.deepEqual(messagesOf('no-placeholders', after, ARCHITECT), []);
    assert.equal(nextStep(documentAt(ARCHITECT, after)) instanceof Object && stepOf(after).to, 'APPROVED');
  });
});
