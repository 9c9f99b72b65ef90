import assert from 'node:assert/strict';
import { readPlan, sectionAt } from '../../../src/core/plan/plan.ts';

describe('readPlan', () => {
  const text = '# Title\n\nintro\n\n## One\n\n### One A\n\n## Two\n\ntext\n';
  const plan = readPlan(text);

  it('nests sections by their levels', () => {
    assert.equal(plan.title?.heading.title, 'Title');
    assert.deepEqual(plan.title.children.map(({ key }) => key), ['one', 'two']);
    assert.deepEqual(plan.title.children[0]?.children.map(({ key }) => key), ['one a']);
  });

  it('gives each section all that stands below it', () => {
    const one = plan.sections.find(({ key }) => key === 'one');
    assert.equal(text.slice(one?.range.start, one?.range.end), '## One\n\n### One A\n\n');
    assert.equal(text.slice(one?.body.start, one?.body.end).trim(), '');
  });

  it('finds the innermost section at an offset', () => {
    assert.equal(sectionAt(plan, text.indexOf('text'))?.key, 'two');
    assert.equal(sectionAt(plan, text.indexOf('One A'))?.key, 'one a');
    assert.equal(sectionAt(readPlan('no heading'), 3), undefined);
  });

  it('makes a plan of any text', () => {
    for (const odd of ['', '\uFEFF', '\r', '---\n', '```', '<!--', '#'.repeat(5000), '\0']) assert.equal(readPlan(odd).text, odd);
  });
});
