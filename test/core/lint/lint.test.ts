import assert from 'node:assert/strict';
import { lint } from '../../../src/core/lint/lint.ts';
import { defineRule } from '../../../src/core/lint/rule.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker, phasePlan, PHASE_2 } from '../documents.ts';

const range = { start: 0, end: 1 };
const failing = defineRule({
  id: 'no-luck',
  summary: '',
  severity: 'error',
  fixable: false,
  check() {
    throw new Error('no luck');
  },
});
const finding = defineRule({
  id: 'no-first-letter',
  summary: '',
  severity: 'warning',
  fixable: false,
  *check() {
    yield { message: 'A letter.', range };
  },
});

describe('lint', () => {
  const { subject } = checker.check(phasePlan(), PHASE_2, DEFAULT_SETTINGS);
  assert.ok(subject);

  it('stamps the severity of the rule, or that of the user', () => {
    const severities = (rules: Readonly<Record<string, 'hint' | 'off'>>) => lint(subject, [finding], { ...DEFAULT_SETTINGS, rules }, () => undefined).map(({ severity }) => severity);
    assert.deepEqual(severities({}), ['warning']);
    assert.deepEqual(severities({ 'no-first-letter': 'hint' }), ['hint']);
    assert.deepEqual(severities({ 'no-first-letter': 'off' }), []);
  });

  it('turns a rule that throws into one finding and a word to the log, and runs the others', () => {
    const failures: string[] = [];
    const found = lint(subject, [failing, finding], DEFAULT_SETTINGS, (rule, error) => failures.push(`${rule.id}: ${String(error)}`));
    assert.deepEqual(failures, ['no-luck: Error: no luck']);
    assert.deepEqual(found.map(({ rule, severity }) => [rule, severity]), [
      ['no-luck', 'information'],
      ['no-first-letter', 'warning'],
    ]);
  });

  it('lets rules conclude from what the others found, in the severity that it has for the user', () => {
    const concluding = defineRule({
      id: 'no-letters',
      summary: '',
      severity: 'error',
      fixable: false,
      check: () => [],
      *conclude(_, found) {
        yield { message: found.map(({ rule, severity }) => `${rule}: ${severity}`).join(), range };
      },
    });
    const found = lint(subject, [concluding, finding], { ...DEFAULT_SETTINGS, rules: { 'no-first-letter': 'hint' } }, () => undefined);
    assert.deepEqual(found.map(({ rule, severity, message }) => [rule, severity, message]), [
      ['no-first-letter', 'hint', 'A letter.'],
      ['no-letters', 'error', 'no-first-letter: hint'],
    ]);
  });
});
