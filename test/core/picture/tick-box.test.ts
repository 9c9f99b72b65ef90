import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { tickBox } from '../../../src/core/picture/tick-box.ts';
import { phasePlan, replaceSection } from '../documents.ts';
import { after, drawn, sourceOf } from './drawn.ts';

const listed = (...items: readonly string[]): string => replaceSection(phasePlan(), 'Implementation Success', `### Implementation Success\n\n${items.join('\n')}\n`);
const boxAt = (text: string, name: string): number => text.indexOf(name) - 3;
const tick = (text: string, name: string, done: boolean): string => after(text, tickBox(sourceOf(text), boxAt(text, name), done));

describe('ticking a box', () => {
  it('changes one character, and takes the tick away again', () => {
    const text = listed('- [ ] First', '- [ ] Second');
    const ticked = tick(text, 'Second', true);
    assert.equal(ticked, text.replace('[ ] Second', '[x] Second'));
    assert.equal(tick(ticked, 'Second', false), text);
  });

  it('keeps the capital letter of a document that writes them', () => {
    assert.match(tick(listed('- [X] First', '- [ ] Second'), 'Second', true), /\[X\] Second/);
    assert.match(tick(listed('- [X] First', '- [x] Third', '- [ ] Second'), 'Second', true), /\[x\] Second/);
  });

  it('does so in nested, numbered and quoted items, with CRLF and behind a byte-order mark', () => {
    for (const item of ['- [ ] Outer\n  - [ ] Inner', '1. [ ] Inner', '> - [ ] Inner', '* [\t] Inner', '- [ ] **Inner** 🎯']) {
      for (const text of [listed(item), `\uFEFF${listed(item).replaceAll('\n', '\r\n')}`]) {
        const place = text.includes('**Inner') ? text.indexOf('**Inner') - 3 : boxAt(text, 'Inner');
        const ticked = after(text, tickBox(sourceOf(text), place, true));
        assert.equal(ticked, `${text.slice(0, place)}x${text.slice(place + 1)}`, JSON.stringify(item));
      }
    }
  });

  it('reaches debts and tasks as well', () => {
    const text = replaceSection(phasePlan(), 'Technical Debt', '### Technical Debt to Address\n\n- [ ] Old queue\n');
    assert.match(tick(text, 'Old queue', true), /\[x\] Old queue/);
    const tasks = '---\ngroundplan: task-breakdown\n---\n\n# Task Breakdown: Berths\n\n## Tasks\n\n### Phase 1: One\n\n- [ ] T-01 Draw (2h)\n';
    assert.match(after(tasks, tickBox(sourceOf(tasks, 'plans/x-TASKS.md'), boxAt(tasks, 'T-01'), true)), /\[x\] T-01/);
  });

  it('does nothing where the box is so already', () => {
    const text = listed('- [x] First');
    assert.deepEqual(tickBox(sourceOf(text), boxAt(text, 'First'), true), { edits: [] });
  });

  it('writes nowhere else', () => {
    const text = `${listed('- [ ] First')}\n## Notes\n\n- [ ] Buy bread\n\n\`\`\`\n- [ ] Example\n\`\`\`\n`;
    for (const name of ['Buy bread', 'Example', '# Phase']) assert.match(tick(text, name, true), /^There is no box at this place/);
    assert.match(after(text, tickBox(sourceOf(text), boxAt(text, 'First') + 1, true)), /^There is no box/);
    const unknown = '# Notes\n\n- [ ] First\n';
    assert.match(after(unknown, tickBox(sourceOf(unknown, 'notes.md'), boxAt(unknown, 'First'), true)), /does not know what kind/);
  });

  it('makes of every gate of a picture what was asked for, and of no other', () => {
    const source = listed('- [ ] a', '  - [x] b', '- [ ] c');
    fc.assert(
      fc.property(fc.nat(6), fc.boolean(), (index, done) => {
        const gates = drawn(source).gates.flatMap((group) => group.gates);
        const gate = gates[index % gates.length];
        const text = after(source, tickBox(sourceOf(source), gate?.box ?? -1, done));
        const states = drawn(text).gates.flatMap((group) => group.gates.map(({ state }) => state === 'done'));
        assert.deepEqual(states, gates.map((each) => (each === gate ? done : each.state === 'done')));
      }),
      { numRuns: 20 },
    );
  });
});
