import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { yamlFences, yamlValues } from '../../../../src/core/readings/forms/yaml-values.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

const fenced = (...blocks: readonly string[]): string => blocks.map((block) => `\`\`\`yaml\n${block}\n\`\`\`\n`).join('\n');

/** What each fence says; every value slices the text. */
function valuesIn(text: string, order: (fences: readonly number[]) => readonly number[] = (fences) => fences): readonly (readonly string[])[] {
  const plan = readPlan(text);
  const fences = yamlFences(plan, { start: 0, end: text.length });
  const said = new Map<number, readonly string[]>();
  for (const index of order(fences.map((_, each) => each))) {
    const content = fences[index]?.content ?? { start: 0, end: 0 };
    const values = yamlValues(plan, content).map(({ path, key, value }) => {
      for (const each of [key, value]) {
        assert.equal(text.slice(each.range.start, each.range.end), each.text);
        assert.ok(content.start <= each.range.start && each.range.end <= content.end);
      }
      return `${path.join('.')}=${value.text}`;
    });
    said.set(index, values);
  }
  return fences.map((_, index) => said.get(index) ?? []);
}

describe('yamlValues', () => {
  it('reads every scalar with the keys that lead to it, placeholders too', () => {
    assert.deepEqual(valuesIn(fenced('latency:\n  p50: 10ms\n  p95: {{ms}}\n  p99: [NUMBER]ms\nlist: [a, b]')), [['latency.p50=10ms', 'latency.p95={{ms}}', 'latency.p99=[NUMBER]ms', 'list.0=a', 'list.1=b']]);
  });

  it('reads any line endings', () => {
    for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(valuesIn(fenced('a: 1\nb:\n  c: {{x}}').replaceAll('\n', end)), [['a=1', 'b.c={{x}}']], JSON.stringify(end));
  });

  it('reads what it can where the text has errors', () => {
    assert.deepEqual(valuesIn(fenced('a: 1\nb: "2" 3\nc: 4')), [['a=1', 'b="2"', 'c=4']]);
  });

  it('does not read what is nested too deeply once placeholders are hidden', () => {
    const nested = (depth: number) => `a: ${'{[A}]: '.repeat(depth)}1`;
    assert.deepEqual(valuesIn(fenced(nested(50), 'b: 1')), [[], ['b=1']]);
    assert.notDeepEqual(valuesIn(fenced(nested(3))), [[]]);
  });

  it('reads no more of a document once it has met too many errors, whoever asks first', () => {
    const wrong = 'a: ]\n'.repeat(600);
    const few = 'a: ]\n'.repeat(10);
    const text = fenced('a: 1', few, 'b: 1', wrong, 'c: 1', 'd: 1');
    const found = valuesIn(text);
    assert.deepEqual([found[0], found[2], found[4], found[5]], [['a=1'], ['b=1'], [], []]);
    assert.deepEqual(valuesIn(text, (fences) => fences.toReversed()), found);
  });

  it('reads so much of a document and no more', () => {
    const long = `a: ${'x'.repeat(19_000)}`;
    const found = valuesIn(fenced(...Array.from({ length: 12 }, () => long)));
    assert.deepEqual(found.map((values) => values.length), [...Array.from({ length: 10 }, () => 1), 0, 0]);
  });

  it('reads any text, and slices it', () => {
    const block = fc.oneof(anyText(), fc.array(fc.constantFrom('a: ', '- ', '[', ']', '{', '}', '{{x}}', '[NAME]', '"', "'", '\n', '\r', '  ', '#', '&a', '*a', '|', '%', '---', '!t ', ',', 'b'), { maxLength: 40 }).map((parts) => parts.join('')));
    fc.assert(fc.property(fc.array(block, { maxLength: 3 }), (blocks) => void valuesIn(fenced(...blocks))), { numRuns: RUNS });
  });
});
