import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf, fixedBy, kindNamed, messagesOf } from '../documents.ts';
import { anyText } from '../support/any-text.ts';
import { RUNS } from '../support/runs.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';

const RULE = 'valid-transition';
const PATH = 'plans/architecture-design-port-7.md';
const RECORD = [
  '[TRANSITION|architect.planning] by harbour-master',
  'MODE: strict',
  'FROM_STATE: DRAFT',
  'TO_STATE: PLANNED',
  'WHY:',
  '- Ships wait',
  'OUTPUT:',
  '=== Architecture Plan ===',
  'summary: Berths are given out by draught.',
  'inputs: requirements=docs/needs.md',
  'evidence: review|result=passed|ref=docs/review.md',
  'risks: [ ]Late tide tables delay ships|owner=ada|mitigation=ask twice',
  'next_steps: Build the first pier.',
  '=== END Architecture Plan ===',
  'FOLLOW-UP:',
  '- Walk the quay - owner=ada - due=2026-03-01',
].join('\n');
const RISKS = '| Risk | Impact | Mitigation | Owner |\n|--|--|--|--|\n| Tide tables come late | High | Ask the office twice | Ada Byron |\n| The crane breaks | Low | Rent one | Bo |';

const plan = (record: string, risks = RISKS) => `# Harbour Architecture Design\n\n## Transition Record\n\n\`\`\`\n${record}\n\`\`\`\n\n## Risk Assessment\n\n${risks}\n`;
const changed = (from: string | RegExp, to: string) => plan(RECORD.replace(from, to));
const found = (text: string) => findingsOf(RULE, text, PATH).map(({ message, range }) => [text.slice(range.start, range.end), message]);
const riskOf = (text: string, risks = RISKS) => messagesOf(RULE, plan(RECORD.replace(/^risks: .*$/m, `risks: ${text}`), risks), PATH);

describe('valid-transition', () => {
  it('finds nothing in a whole record, with any line endings', () => {
    for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(messagesOf(RULE, plan(RECORD).replaceAll('\n', end), PATH), []);
  });

  it('names all that has nothing under it, at the first line', () => {
    const text = plan(RECORD.replace('MODE: strict', 'MODE:').replace(/^WHY:\n- .*\n/m, '').replace(/^next_steps.*\n/m, ''));
    assert.deepEqual(found(text), [['[TRANSITION|architect.planning] by harbour-master', 'The transition record has nothing under MODE, WHY and next_steps: write what belongs there.']]);
    assert.equal(findingsOf(RULE, text, PATH)[0]?.severity, 'warning');
  });

  it('finds a record that does not say of which step and by whom it is', () => {
    assert.deepEqual(found(changed(/^.*$/m, '  [TRANSITION|]')), [
      ['[TRANSITION|]', 'The transition record does not say which step it is of: begin it with [TRANSITION|architect.planning].'],
      ['[TRANSITION|]', 'The transition record does not say who made it: write "by" and a name behind the bracket.'],
    ]);
  });

  it('finds a plan that is not marked off', () => {
    assert.deepEqual(found(changed('=== END Architecture Plan ===\n', '')).map(([, message]) => message), [
      'The transition record does not mark where the plan in it begins and ends: put it between "=== Architect Plan ===" and "=== END Architect Plan ===".',
    ]);
  });

  it('finds keys that no record has, and mends those that are slips', () => {
    assert.deepEqual(found(changed('MODE: strict', 'MODE: strict\nMOOD: good')), [
      ['MOOD', '"MOOD" is no field of a transition record: take the line out, or say it under MODE, FROM_STATE, TO_STATE, WHY, OUTPUT, summary, inputs, evidence, risks, next_steps, FOLLOW-UP.'],
    ]);
    const text = changed('summary:', 'sumary:');
    assert.deepEqual(found(text), [['sumary', '"sumary" is no field of a transition record: did you mean summary?']]);
    assert.equal(fixedBy(RULE, text.replaceAll('\n', '\r\n'), PATH), plan(RECORD).replaceAll('\n', '\r\n'));
  });

  it('finds states that the template does not list, and mends those that are slips', () => {
    assert.deepEqual(found(changed('PLANNED', 'DONE')), [['DONE', '"DONE" is no state that a plan of this kind may be in: write DRAFT, PLANNED or APPROVED.']]);
    const text = changed('TO_STATE: PLANNED', 'TO_STATE: PLANED');
    assert.deepEqual(found(text), [['PLANED', '"PLANED" is no state that a plan of this kind may be in: did you mean PLANNED?']]);
    assert.equal(fixedBy(RULE, text, PATH), plan(RECORD));
    assert.deepEqual(found(changed('PLANNED', 'Approved')), []);
    assert.deepEqual(findingsOf(RULE, changed('PLANNED', 'DONE'), PATH, NOWHERE, { also: ['done'] }), []);
  });

  it('finds entries without what belongs to them', () => {
    assert.deepEqual(found(changed('|result=passed|ref=docs/review.md', '')), [['review', 'The evidence "review" of the transition record has no result and no ref: write "|result=…" and "|ref=…" behind it.']]);
    assert.deepEqual(found(changed('|owner=ada|mitigation=ask twice', '|owner=?')), [
      ['Late tide tables delay ships', 'The risk "Late tide tables delay ships" of the transition record has no owner and no mitigation: write "|owner=…" and "|mitigation=…" behind it.'],
    ]);
    assert.deepEqual(found(changed(' - owner=ada - due=2026-03-01', '')), [
      ['Walk the quay', 'The follow-up "Walk the quay" of the transition record has no owner and no due date: write " - owner=…" and " - due=YYYY-MM-DD" behind it.'],
    ]);
  });

  it('takes none for an answer where there may be nothing', () => {
    const none = RECORD.replace(/^(inputs|evidence): .*$/gm, '$1: none').replace('- Walk the quay - owner=ada - due=2026-03-01', '- None.');
    assert.deepEqual(messagesOf(RULE, plan(none), PATH), []);
    assert.deepEqual(riskOf('none', 'Text.'), []);
  });

  it('finds dates that are none', () => {
    assert.deepEqual(found(changed('2026-03-01', '2026-02-30')), [['2026-02-30', 'There is no day "2026-02-30": write the one that is meant.']]);
    assert.deepEqual(found(changed('2026-03-01', 'soon')), [['soon', '"soon" is no date: write it as year, month and day, such as 2026-03-01.']]);
    for (const date of ['1 March 2026', '01.03.2026', 'Q1 2026', '{{YYYY-MM-DD}}', 'TBD']) assert.deepEqual(messagesOf(RULE, changed('2026-03-01', date), PATH), [], date);
  });

  it('finds a risk that the plan does not have, and points at those that it has', () => {
    const text = plan(RECORD.replace(/^risks: .*$/m, 'risks: [ ]Pirates board the pilot boat|owner=ada|mitigation=cannons'));
    const [finding] = findingsOf(RULE, text, PATH);
    assert.equal(finding?.message, 'The risk "Pirates board the pilot boat" of the transition record is not among those of "Risk Assessment": add it there, or name it as it is named there.');
    assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['## Risk Assessment']);
    assert.deepEqual(riskOf('[x]Pirates board the pilot boat|owner=ada|mitigation=cannons'), []);
    assert.deepEqual(riskOf('none'), ['The transition record names no risk, but "Risk Assessment" names 2: name the gravest of them.']);
  });

  it('finds an owner and a mitigation that contradict the plan', () => {
    assert.deepEqual(riskOf('[ ]Tide tables come late|owner=bo|mitigation=ask twice'), ['The transition record gives the risk "Tide tables come late" to bo, the plan to Ada Byron: name one and the same.']);
    assert.deepEqual(riskOf('[ ]Tide tables come late|owner=Ada|mitigation=hire another astronomer'), ['The transition record mitigates the risk "Tide tables come late" in another way than the plan: write in both what is done.']);
  });

  it('knows a risk in other words, and is silent where it is not certain', () => {
    for (const text of ['[ ]The tides are told late|owner=ada|mitigation=asking', '[ ]Late tables, broken cranes|owner=cy|mitigation=wait', '[ ]潮汐表迟到|owner=cy|mitigation=等待', '[ ]{{risk}}|owner={{role}}|mitigation={{how}}']) assert.deepEqual(riskOf(text), [], text);
    assert.deepEqual(riskOf('[ ]Pirates|owner=cy|mitigation=cannons', 'None yet.'), []);
    assert.deepEqual(riskOf('[ ]Pirates|owner=cy|mitigation=cannons', '| Risk | Impact |\n|--|--|\n| {{risk}} | High |'), []);
  });

  it('leaves blanks, and documents that are asked for no record, alone', () => {
    assert.deepEqual(messagesOf(RULE, scaffold(kindNamed('architect-plan'), { story: 'PORT-7', name: 'Harbour', date: '2026-03-01' }).contents, PATH), []);
    assert.deepEqual(messagesOf(RULE, `# Architectural Plan: Berths\n\n## Executive Summary\n\n\`\`\`\n[TRANSITION|a]\nMOOD: good\n\`\`\`\n`, 'plans/ARCHITECTURAL-PLAN-berths.md'), []);
    assert.deepEqual(messagesOf(RULE, '# Harbour Architecture Design\n\n## Risk Assessment\n\nText.\n', PATH), []);
  });

  it('bears any lines, and points into the text', () => {
    const line = fc.oneof(fc.constantFrom(...RECORD.split('\n')), anyText(30), fc.constantFrom('risks: [ ]|owner=|', 'evidence: ;|;', 'a:', '[TRANSITION|', '- - owner= - due=', 'TO_STATE:PLANNED', '   '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = plan(['[TRANSITION|a', ...lines].join('\n')).replaceAll('\n', end);
        for (const { range } of findingsOf(RULE, text, PATH)) assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      }),
      { numRuns: RUNS },
    );
  });
});
