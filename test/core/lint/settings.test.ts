import assert from 'node:assert/strict';
import { requiredRisks } from '../../../src/core/rules/required-risks.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/core/lint/settings.ts';

const RULES = [requiredRisks];

describe('readSettings', () => {
  it('takes defaults for what is not written', () => {
    assert.deepEqual(readSettings({}, []), { settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('names the key of a value it cannot use and keeps the others', () => {
    const { settings, problems } = readSettings({ 'lint.delay': -5, 'lint.enabled': false }, []);
    assert.equal(settings['lint.delay'], 150);
    assert.equal(settings['lint.enabled'], false);
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /^"groundplan\.lint\.delay" is not usable and its default is taken: .+\.$/);
  });

  it('names a severity and a check that do not exist', () => {
    assert.match(readSettings({ rules: { 'required-risks': 'loud' } }, RULES).problems[0] ?? '', /"groundplan\.rules".*required-risks: /);
    assert.match(readSettings({ rules: { 'required-riks': 'off' } }, RULES).problems[0] ?? '', /"required-riks", which does not exist; known are: required-risks\./);
  });
});
