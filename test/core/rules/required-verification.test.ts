import assert from 'node:assert/strict';
import { findingsOf, messagesOf, phasePlan } from '../documents.ts';

const RULE = 'required-verification';
const PATH = 'plans/architecture-design-port-7.md';

const category = (title: string, body: string) => `# Harbour Architecture Design\n\n## Non-Functional Requirements (NFRs)\n\n### ${title}\n\n${body}\n`;
const table = (...rows: readonly string[]) => `| Metric | Target | Measurement | Validation |\n|--|--|--|--|\n${rows.join('\n')}`;

describe('required-verification', () => {
  it('finds empty cells for measurement and validation, each row once', () => {
    const text = category('Performance Targets', table('| Lookup | 200 ms | | |', '| Arrivals | 50 | Probe |  |', '| Calls | 5 | | Drill |', '| Nights | 2 | Pager | Drill |'));
    assert.deepEqual(messagesOf(RULE, text, PATH), [
      '"Lookup" says neither how it is measured nor how it is validated: name the tool or the test that shows it.',
      '"Arrivals" does not say how it is validated: name the tool or the test that shows it.',
      '"Calls" does not say how it is measured: name the tool or the test that shows it.',
    ]);
    const [first, second] = findingsOf(RULE, text, PATH);
    assert.deepEqual([first?.range.start, second?.range.start], [text.indexOf('200 ms |') + 8, text.indexOf('Probe |') + 7]);
    assert.equal(first?.severity, 'warning');
  });

  it('asks only for what the template asks for there', () => {
    const scalability = category('Scalability Targets', '| Metric | Target | Scaling Strategy | Validation |\n|--|--|--|--|\n| Berths | 40 | One worker each | |\n| Ships | 90 | | Drill |');
    assert.deepEqual(messagesOf(RULE, scalability, PATH), ['"Berths" does not say how it is validated: name the tool or the test that shows it.']);
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
    assert.deepEqual(messagesOf(RULE, '# Harbour Architecture Design\n\n## Success Metrics\n\n- **Calm**: no calls\n', PATH), []);
  });

  it('leaves a missing column to the check of columns', () => {
    assert.deepEqual(messagesOf(RULE, category('Performance Targets', '| Metric | Target |\n|--|--|\n| Lookup | 200 ms |'), PATH), []);
    assert.deepEqual(messagesOf(RULE, category('Performance Targets', '| Metric | Target | Measured by |\n|--|--|--|\n| Lookup | 200 ms | |'), PATH), ['"Lookup" does not say how it is measured: name the tool or the test that shows it.']);
  });

  it('marks the name where a row ends early', () => {
    const text = category('Performance Targets', table('| Lookup | 200 ms'));
    const [finding] = findingsOf(RULE, text, PATH);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'Lookup');
  });

  it('takes any words for it in a list', () => {
    const list = category('Performance Targets', '- **Lookup**: 200 ms\n- **Arrivals**: 50, measured by the harbour probe\n- **Calls**: 5\n  - Validation: drill\n- **Nights**: 2 (load test in May)');
    assert.deepEqual(messagesOf(RULE, list, PATH), ['"Lookup" says neither how it is measured nor how it is validated: name the tool or the test that shows it.']);
  });

  it('leaves blanks alone, in the target and in the cells', () => {
    assert.deepEqual(messagesOf(RULE, category('Performance Targets', table('| Lookup | {{number of}}ms | | |', '| Arrivals | 50 | {{what}} | TBD |', '| {{metric}} | 5 | | |', '| Nights | | | |')), PATH), []);
  });

  it('finds them in rows without outer pipes, indented and with Windows line endings', () => {
    const text = category('Performance Targets', '  Metric | Target | Measurement | Validation\n  --|--|--|--\n  Lookup | 200 ms | | Drill').replaceAll('\n', '\r\n');
    assert.deepEqual(messagesOf(RULE, text, PATH), ['"Lookup" does not say how it is measured: name the tool or the test that shows it.']);
  });
});
