import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readTransition, type Transition } from '../../../../src/core/readings/transition/transition.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

function transitionIn(text: string): Transition | undefined {
  return readTransition(readPlan(text), { start: 0, end: text.length });
}

function isValue(value: unknown): value is { readonly text: string; readonly range: { readonly start: number; readonly end: number } } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

/** The record with each value as its text, after checking that it slices to it; without places and without what is missing. */
function plain(text: string): unknown {
  const plainOf = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plainOf);
    if (typeof value !== 'object' || value === null) return value;
    if (isValue(value) && Object.keys(value).length === 2) {
      assert.equal(text.slice(value.range.start, value.range.end), value.text);
      return value.text;
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, part]: [string, unknown]) => (name === 'range' || name === 'content' || name === 'said' || part === undefined || (Array.isArray(part) && part.length === 0) ? [] : [[name, plainOf(part)]])),
    );
  };
  return plainOf(transitionIn(text));
}

const RECORD = `[TRANSITION|architect.planning] by harbour-master
MODE: strict
FROM_STATE: DRAFT
TO_STATE: PLANNED
WHY:
- Ships wait
- Nobody knows
  for how long
OUTPUT:
=== Architect Plan ===
summary: Berths are assigned by draught.
inputs: requirements=docs/needs.md quality_targets=docs/targets.md
evidence: review|result=passed|ref=plans/review.md
risks: [ ]Tides are late|owner=ada|mitigation=ask twice, then wait
next_steps: Build the first pier.
=== END Architect Plan ===
FOLLOW-UP:
- Walk the quay - owner=ada - due=2026-03-01
`;

describe('readTransition', () => {
  it('reads a whole record', () => {
    const text = `# Plan\n\n\`\`\`\n${RECORD}\`\`\`\n\nText.\n`;
    assert.deepEqual(plain(text), {
      event: 'architect.planning',
      by: 'harbour-master',
      mode: 'strict',
      from: 'DRAFT',
      to: 'PLANNED',
      why: ['Ships wait', 'Nobody knows\n  for how long'],
      summary: 'Berths are assigned by draught.',
      nextSteps: 'Build the first pier.',
      inputs: [
        { name: 'requirements', file: 'docs/needs.md' },
        { name: 'quality_targets', file: 'docs/targets.md' },
      ],
      evidence: [{ kind: 'review', result: 'passed', ref: 'plans/review.md' }],
      risks: [{ box: ' ', done: false, text: 'Tides are late', owner: 'ada', mitigation: 'ask twice, then wait' }],
      followUps: [{ done: false, text: 'Walk the quay', owner: 'ada', due: '2026-03-01' }],
      hasPlanBlock: true,
    });
    const record = transitionIn(text);
    assert.deepEqual(Array.from(record?.said ?? []), ['mode', 'from state', 'to state', 'why', 'summary', 'inputs', 'evidence', 'risks', 'next steps', 'follow up']);
    assert.equal(record && text.slice(record.content.start, record.content.end), RECORD);
    assert.equal(record && text.slice(record.range.start, record.range.end), `\`\`\`\n${RECORD}\`\`\``);
  });

  it('reads lists on bullets and on lines of their own', () => {
    const text =
      '```text\n[TRANSITION|a.b] by ada\nOUTPUT:\n=== Architecture Plan ===\ninputs:\n- needs=a.md\n- limits=b.md, targets={{targets file}}\nevidence:\n- review|result=ok|ref=c.md\n- test|ref=d.md\nrisks:\n- [x] One|owner=ada\n[ ]Two|mitigation=wait|\n  owner=bo\nsummary:\nFirst line,\nsecond line.\n=== END Architecture Plan ===\n```\n';
    assert.deepEqual(plain(text), {
      event: 'a.b',
      by: 'ada',
      summary: 'First line,\nsecond line.',
      inputs: [
        { name: 'needs', file: 'a.md' },
        { name: 'limits', file: 'b.md' },
        { name: 'targets', file: '{{targets file}}' },
      ],
      evidence: [
        { kind: 'review', result: 'ok', ref: 'c.md' },
        { kind: 'test', ref: 'd.md' },
      ],
      risks: [
        { box: 'x', done: true, text: 'One', owner: 'ada' },
        { box: ' ', done: false, text: 'Two', owner: 'bo', mitigation: 'wait' },
      ],
      hasPlanBlock: true,
    });
  });

  it('reads several on one line', () => {
    const text = '~~~\n[TRANSITION|a] by b\nevidence: review|result=ok; test|result=red|ref=x.md;\nrisks: [ ]One; really|owner=ada; [X]Two|owner=bo; []Three\nfollow-up: - Walk - due=2026-01-02\n~~~\n';
    assert.deepEqual(plain(text), {
      event: 'a',
      by: 'b',
      evidence: [
        { kind: 'review', result: 'ok' },
        { kind: 'test', result: 'red', ref: 'x.md' },
      ],
      risks: [
        { box: ' ', done: false, text: 'One; really', owner: 'ada' },
        { box: 'X', done: true, text: 'Two', owner: 'bo' },
        { box: '', done: false, text: 'Three' },
      ],
      followUps: [{ done: false, text: '- Walk', due: '2026-01-02' }],
      hasPlanBlock: false,
    });
  });

  it('reads keys in any order and any case', () => {
    const text = '```\n[transition|a]\nFollow-up:\n- Walk - DUE=2026-01-02 - Owner=ada\nNext Steps: go\nto state: PLANNED\nFrom_State: DRAFT\nMode:lax\nmode: strict\nWhy: Ships wait\n```\n';
    assert.deepEqual(plain(text), {
      event: 'a',
      from: 'DRAFT',
      to: 'PLANNED',
      mode: 'strict',
      why: ['Ships wait'],
      nextSteps: 'go',
      followUps: [{ done: false, text: 'Walk', owner: 'ada', due: '2026-01-02' }],
      hasPlanBlock: false,
    });
  });

  it('names the lines with keys that nobody knows', () => {
    const text = '```\n[TRANSITION|a] by b\nMOOD: good\nMODE: strict\nsummary: See https://a.b\n  note: a part of it\nas well: yes\nAPPROVED BY: nobody\n- owner: ada\n```\n';
    const record = transitionIn(text);
    assert.deepEqual(record?.unknown.map(({ text }) => text), ['MOOD: good', 'APPROVED BY: nobody']);
    assert.equal(record.summary?.text, 'See https://a.b\n  note: a part of it\nas well: yes');
  });

  it('reads what a template leaves open', () => {
    const text = '```\n[TRANSITION|{{event}}] by {{author}}\nMODE:\nWHY:\n- {{why}}\ninputs: requirements={{requirements}} constraints= targets=docs/[NAME].md\nrisks: [ ]{{risk}}|owner=|mitigation={{how}}\nFOLLOW-UP:\n- [ ] {{task}} - owner={{owner}} - due={{date}}\n```\n';
    assert.deepEqual(plain(text), {
      event: '{{event}}',
      by: '{{author}}',
      why: ['{{why}}'],
      inputs: [
        { name: 'requirements', file: '{{requirements}}' },
        { name: 'constraints', file: '' },
        { name: 'targets', file: 'docs/[NAME].md' },
      ],
      risks: [{ box: ' ', done: false, text: '{{risk}}', mitigation: '{{how}}' }],
      followUps: [{ done: false, text: '{{task}}', owner: '{{owner}}', due: '{{date}}' }],
      hasPlanBlock: false,
    });
  });

  it('asks for both marks of the plan in it', () => {
    const withMarks = (...marks: readonly string[]): boolean | undefined => transitionIn(`\`\`\`\n[TRANSITION|a]\n${marks.join('\nsummary: x\n')}\n\`\`\`\n`)?.hasPlanBlock;
    assert.equal(withMarks('=== Architect Plan ===', '=== END Architecture Plan ==='), true);
    assert.equal(withMarks('=== Architect Plan ==='), false);
    assert.equal(withMarks('=== END Architect Plan ===', '=== Architect Plan ==='), false);
    assert.equal(withMarks('=== Other Plan ===', '=== END Other Plan ==='), false);
  });

  it('takes the first record of its span', () => {
    const text = '```\nother\n```\n\n```\n[TRANSITION|one]\n```\n\n```\n[TRANSITION|two]\n```\n';
    assert.equal(transitionIn(text)?.event?.text, 'one');
    assert.equal(readTransition(readPlan(text), { start: text.indexOf('two') - 20, end: text.length })?.event?.text, 'two');
    assert.equal(readTransition(readPlan(text), { start: 0, end: 10 }), undefined);
  });

  it('ends a record that is never closed at the next heading', () => {
    const record = transitionIn('```\n[TRANSITION|a]\nFOLLOW-UP:\n- Walk\n\n## Next\n\n- Swim\nOwner: ada\n');
    assert.deepEqual(record?.followUps.map(({ text }) => text.text), ['Walk']);
    assert.deepEqual(record.unknown, []);
  });

  it('finds none outside of fences or in other fences', () => {
    for (const text of ['', '[TRANSITION|a] by b\nMODE: strict\n', '```\nMODE: strict\n```\n', '```\n# [TRANSITION|a]\n```\n', '<!--\n```\n[TRANSITION|a]\n```\n-->\n']) assert.equal(transitionIn(text), undefined, text);
  });

  it('reads the same whatever ends the lines, behind a byte-order mark and with tabs and emoji', () => {
    const text = `\uFEFF# Plan\n\n\`\`\`\n${RECORD.replace('MODE: ', 'MODE:\t').replace('Ships', '🚢 אוניות')}\`\`\`\n`;
    const expected = JSON.stringify(plain(text));
    assert.match(expected, /"strict".*"🚢 אוניות wait"/);
    for (const end of ['\r\n', '\r']) assert.deepEqual(JSON.stringify(plain(text.replaceAll('\n', end))).replaceAll(JSON.stringify(end).slice(1, -1), '\\n'), expected);
  });

  it('never throws, and every value is where it says', () => {
    const line = fc.constantFrom('```', '[TRANSITION|a] by b', '[TRANSITION|', 'MODE: x', 'WHY:', '- a', '  more', 'inputs: a=b c=', 'evidence: a|result=b;;c', '|x|=', 'risks: [ ]a|owner=b;[x]', '[ ]', '=== Architect Plan ===', '=== END Architect Plan ===', 'FOLLOW-UP:', '- t - owner=a - due=', '', ' ', 'KEY: v', '## H', '\t- y', '🎯:');
    const document = fc.tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => ['```', '[TRANSITION|a', ...lines].join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: 3 * RUNS });
    fc.assert(fc.property(anyText(80), (text) => void plain(`\`\`\`\n[TRANSITION|${text}\nrisks: ${text}`)), { numRuns: 3 * RUNS });
  });
});
