import assert from 'node:assert/strict';
import { freeze, NO_BASELINE, readBaseline, thaw, writeBaseline } from '../../../src/core/lint/baseline.ts';
import type { Finding } from '../../../src/core/lint/lint.ts';

const finding = (rule: string, message: string): Finding => ({ rule, message, severity: 'error', range: { start: 0, end: 0 } });
const A = finding('required-risks', 'a');
const B = finding('required-risks', 'b');

describe('the baseline', () => {
  const baseline = freeze([{ path: 'x.md', findings: [A, A, B] }, { path: 'clean.md', findings: [] }]);

  it('makes hints of what was there, as often as it was', () => {
    const severities = (path: string, ...findings: readonly Finding[]) => thaw(path, findings, baseline).map(({ severity }) => severity);
    assert.deepEqual(severities('x.md', A, B, A, A), ['hint', 'hint', 'hint', 'error']);
    assert.deepEqual(severities('x.md', finding('required-risks', 'new'), finding('required-sections', 'a')), ['error', 'error']);
    assert.deepEqual(severities('y.md', A), ['error']);
    assert.deepEqual(severities('constructor', A), ['error']);
    assert.deepEqual(thaw('x.md', [A], NO_BASELINE), [A]);
  });

  it('is written in one order, and read back', () => {
    const text = writeBaseline(freeze([{ path: 'b.md', findings: [B, A] }, { path: 'a.md', findings: [A] }]));
    assert.deepEqual(Object.keys((JSON.parse(text) as { findings: object }).findings), ['a.md', 'b.md']);
    assert.deepEqual(readBaseline(writeBaseline(baseline)), baseline);
    assert.equal(writeBaseline(baseline), writeBaseline(freeze([{ path: 'x.md', findings: [B, A, A] }])));
  });

  it('says what is wrong with another file', () => {
    for (const text of ['', '[]', '{"version":2,"findings":{}}', '{"version":1,"findings":{"a":{"b":{"c":-1}}}}']) {
      assert.match(JSON.stringify(readBaseline(text)), /freeze the findings again/);
    }
  });
});
