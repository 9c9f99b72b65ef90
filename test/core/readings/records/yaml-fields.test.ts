import assert from 'node:assert/strict';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { yamlBlocks, yamlFields } from '../../../../src/core/readings/records/yaml-fields.ts';
import { read } from '../../support/markdown.ts';

function fieldsIn(text: string): readonly string[] {
  const plan = readPlan(text);
  return yamlBlocks(plan).flatMap((block) =>
    yamlFields(plan, block, read).map(({ key, whole }) => {
      assert.equal(text.slice(whole.range.start, whole.range.end), whole.text);
      return `${key}=${whole.text}`;
    }),
  );
}

describe('yamlFields', () => {
  it('reads front matter and what stands below the title, with any line endings', () => {
    const text = '---\nstatus: accepted\ndate: 2026-03-01\n---\n# A\n\n```yaml\nowner: Ada\n```\n';
    for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(fieldsIn(text.replaceAll('\n', end)), ['status=accepted', 'date=2026-03-01', 'owner=Ada'], JSON.stringify(end));
  });

  it('reads what it can where the text has errors', () => {
    assert.deepEqual(fieldsIn('---\nstatus: accepted\nb: "2" 3\ndate: 2026-03-01\n---\n# A\n'), ['status=accepted', 'b="2"', 'date=2026-03-01']);
  });

  it('leaves alone what is nested too deeply, or only seems to be closed', () => {
    for (const value of ['['.repeat(50), '["]",'.repeat(210), '- '.repeat(70)]) assert.deepEqual(fieldsIn(`---\nstatus: accepted\na: ${value}\n---\n# A\n`), []);
  });

  it('says the same to all who ask', () => {
    const plan = readPlan('---\nstatus: accepted\n---\n# A\n');
    const [block] = yamlBlocks(plan);
    assert.ok(block);
    assert.deepEqual(yamlFields(plan, block, read), yamlFields(plan, block, read));
  });
});
