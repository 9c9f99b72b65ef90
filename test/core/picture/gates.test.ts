import assert from 'node:assert/strict';
import { openEnds } from '../../../src/core/lint/open-ends.ts';
import { phasePlan, replaceSection } from '../documents.ts';
import { ARCHITECT, architectPlan, drawn, sourceOf } from './drawn.ts';

const GATES = [
  '## Quality Gates',
  '',
  '### Architecture Review',
  '',
  '- [x] Every **requirement** is met',
  '- [ ] The design carries the load',
  '  - [X] Bookings were simulated',
  '    - [ ] In July',
  '  - [ ] Payments were simulated',
  '- [ ] ~~Any one part may be lost~~',
  '',
  '### Security Review',
  '',
  '* [ ] {{who signs}}',
  '* [ ] Legal duties (n/a)',
  '* no box',
  '',
  '**Sign-off**',
  '',
  '1. [ ] `ops` has seen it',
  '',
].join('\n');
const plan = replaceSection(architectPlan(), 'Quality Gates', GATES);

describe('the gates of a picture', () => {
  it('are drawn by heading or bold label, with what state each is in and how deep it stands', () => {
    const groups = drawn(plan, ARCHITECT).gates;
    assert.deepEqual(
      groups.map(({ name, kind, done, total }) => [name, kind, done, total]),
      [
        ['Architecture Review', 'gates', 2, 5],
        ['Security Review', 'gates', 0, 0],
        ['Sign-off', 'gates', 0, 1],
      ],
    );
    assert.deepEqual(
      groups.flatMap(({ gates }) => gates.map(({ text, state, depth }) => [text, state, depth])),
      [
        ['Every requirement is met', 'done', 0],
        ['The design carries the load', 'open', 0],
        ['Bookings were simulated', 'done', 1],
        ['In July', 'open', 2],
        ['Payments were simulated', 'open', 1],
        ['Any one part may be lost', 'dropped', 0],
        ['', 'unwritten', 0],
        ['Legal duties (n/a)', 'dropped', 0],
        ['ops has seen it', 'open', 0],
      ],
    );
  });

  it('carry the place of each box, and stand where their headings do', () => {
    const groups = drawn(plan, ARCHITECT).gates;
    assert.deepEqual(groups.flatMap(({ gates }) => gates.map(({ box }) => plan.slice(box - 1, box + 2))), ['[x]', '[ ]', '[X]', '[ ]', '[ ]', '[ ]', '[ ]', '[ ]', '[ ]']);
    assert.deepEqual(groups.map(({ range }) => plan.slice(range.start, range.end)), ['### Architecture Review', '### Security Review', '**Sign-off**']);
  });

  it('count as open what the check of approvals counts', () => {
    const source = sourceOf(plan, ARCHITECT);
    const open = drawn(plan, ARCHITECT).gates.flatMap(({ gates }) => gates.filter(({ state }) => state === 'open'));
    assert.equal(source.subject && openEnds(source.subject, source.findings).gates.length, open.length);
  });

  it('have the debts of a plan as groups of their own', () => {
    const debt = '### Technical Debt to Address\n\n- [x] Old queue\n- [ ] Old page\n';
    const groups = drawn(replaceSection(phasePlan(), 'Technical Debt', debt)).gates;
    assert.deepEqual(groups.map(({ name, kind, done, total }) => [name, kind, done, total]), [
      ['Technical Debt to Address', 'debt', 1, 2],
      ['Architectural Success', 'gates', 0, 4],
      ['Implementation Success', 'gates', 0, 4],
    ]);
  });

  it('are no gates in a document of no known kind', () => {
    assert.deepEqual(drawn(GATES, 'notes.md').gates, []);
  });
});
