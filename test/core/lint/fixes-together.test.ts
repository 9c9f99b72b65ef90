import assert from 'node:assert/strict';
import { fixAll } from '../../../src/core/lint/fix-all.ts';
import { fixesTogether } from '../../../src/core/lint/fixes-together.ts';
import type { Finding } from '../../../src/core/lint/lint.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';

const finding = (rule: string, ...edits: readonly (readonly [start: number, end: number, text: string, rank?: number])[]): Finding => ({
  rule,
  severity: 'warning',
  message: `${rule} at ${edits[0]?.[0] ?? 0}`,
  range: { start: 0, end: 0 },
  fix: { title: 'Mend', edits: edits.map(([start, end, text, rank]) => ({ range: { start, end }, text, ...(rank !== undefined && { rank }) })) },
});
const messages = (...findings: readonly Finding[]): readonly string[] => fixesTogether(findings).map(({ message }) => message);

describe('fixesTogether', () => {
  it('takes a fix whole or not at all', () => {
    assert.deepEqual(messages(finding('a', [0, 2, 'x'], [8, 9, 'y']), finding('b', [4, 6, ''], [1, 3, ''])), ['a at 0']);
    assert.deepEqual(messages(finding('a', [0, 2, 'x'], [8, 9, 'y']), finding('b', [2, 4, ''], [5, 8, ''])), ['a at 0', 'b at 2']);
  });

  it('lets one rule write several things at one place, in their order', () => {
    const findings = [finding('a', [3, 3, 'second', 2]), finding('a', [3, 3, 'first', 1]), finding('a', [3, 5, ''])];
    assert.equal(fixesTogether(findings).length, 3);
    assert.equal(applyEdits('abcdef', fixesTogether(findings).flatMap(({ fix }) => fix.edits)), 'abcfirstsecondf');
  });

  it('lets another rule wait that writes at the same place', () => {
    assert.deepEqual(messages(finding('a', [3, 3, 'x']), finding('b', [3, 3, 'y'])), ['a at 3']);
    assert.deepEqual(messages(finding('a', [3, 5, '']), finding('b', [5, 5, 'y'])), ['a at 3']);
    assert.deepEqual(messages(finding('a', [3, 5, 'x']), finding('b', [5, 6, 'y'])), ['a at 3', 'b at 5']);
  });

  it('leaves out what is not a matter of the document alone', () => {
    assert.deepEqual(fixesTogether([{ ...finding('a', [0, 1, '']), fix: { title: 'Select', edits: [], select: { start: 0, end: 1 } } }]), []);
  });
});

describe('fixAll', () => {
  it('takes a pass that mends something although more is found then', () => {
    const check = (text: string): readonly Finding[] =>
      text === '' ? [finding('a', [0, 0, '{{x}} {{y}}'])] : Array.from(text.matchAll(/\{\{\w\}\}/g), ({ index }) => ({ rule: 'b', severity: 'warning', message: `at ${index}`, range: { start: 0, end: 0 } }));
    assert.equal(fixAll('', check), '{{x}} {{y}}');
  });

  it('takes no pass that mends nothing', () => {
    assert.equal(fixAll('x', () => [finding('a', [0, 0, '!'])]), 'x');
  });
});
