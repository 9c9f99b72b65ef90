import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { readConfig } from '../../../src/core/lint/config-file.ts';
import { ruleIn, withLayer, type LintSettings } from '../../../src/core/lint/lint-settings.ts';
import { defineRule, option } from '../../../src/core/lint/rule.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';

const size = defineRule({
  id: 'task-size',
  summary: 'Tasks are small.',
  severity: 'warning',
  fixable: false,
  options: z.object({ hours: option('The most hours.', z._default(z.number(), 4)) }),
  check: () => [],
});
const PLAN = { kind: 'phase-plan', id: 'phase-plan' };
const MADR = { kind: 'adr', id: 'adr-madr' };

describe('readConfig', () => {
  const problemsIn = (text: string) => readConfig(text, [size]).problems.map(({ message, range }) => [text.slice(range.start, range.end), message]);

  it('reads what a folder says', () => {
    const { layer, problems } = readConfig('\uFEFF{"$schema": "x", "preset": "strict", "rules": {"task-size": {"severity": "hint", "hours": 8}}, "exclude": ["old/**"]}', [size]);
    assert.deepEqual(problems, []);
    assert.deepEqual(layer, { preset: 'strict', rules: { 'task-size': { severity: 'hint', hours: 8 } }, exclude: ['old/**'] });
  });

  it('names the key that is wrong, where it stands, and takes the others', () => {
    const { layer } = readConfig('{"preset": "loud", "include": ["a"]}', [size]);
    assert.deepEqual(layer, { include: ['a'] });
    assert.match(problemsIn('{"preset": "loud"}')[0]?.[1] ?? '', /^"preset" is not usable and is left out: .*"recommended"/);
    assert.deepEqual(problemsIn('{"rule": {}}'), [['"rule"', '"rule" is not a setting of .groundplan.json; known are: preset, rules, kinds, include, exclude.']]);
    assert.deepEqual(problemsIn('{"rules": {"task-sizes": "off"}}'), [['"task-sizes"', '"rules" names the check "task-sizes", which does not exist; known are: task-size.']]);
    assert.deepEqual(problemsIn('{"kinds": {"phase-plan": {"rules": {"task-size": {"days": 1}}}}}'), [
      ['"task-size"', '"kinds.phase-plan.rules.task-size" is not usable and its defaults are taken: task-size has no option "days"; it has: hours.'],
    ]);
    assert.match(problemsIn('{"rules": {"task-size": {"hours": "many"}}}')[0]?.[1] ?? '', /"rules\.task-size" is not usable and its defaults are taken: hours: .*number/);
  });

  it('says that a file is no JSON, or no object', () => {
    assert.match(problemsIn('{"rules": ')[0]?.[1] ?? '', /is not JSON and is left out/);
    assert.match(problemsIn('[]')[0]?.[1] ?? '', /holds one object/);
    assert.match(problemsIn('['.repeat(100_000))[0]?.[1] ?? '', /is not JSON|holds one object/);
  });
});

describe('the layers of settings', () => {
  const of = (kind: typeof PLAN, ...files: readonly string[]) => {
    const settings = files.reduce<LintSettings>((outer, file) => withLayer(outer, readConfig(file, [size]).layer), DEFAULT_SETTINGS);
    return ruleIn(settings, size, kind);
  };

  it('begin with the rule itself', () => {
    assert.deepEqual(of(PLAN), { severity: 'warning', options: { hours: 4 } });
    assert.deepEqual(of(PLAN, '{"preset": "strict"}'), { severity: 'error', options: { hours: 4 } });
  });

  it('let the nearest win, rule by rule and option by option', () => {
    assert.deepEqual(of(PLAN, '{"rules": {"task-size": {"hours": 8}}}', '{"rules": {"task-size": "hint"}}'), { severity: 'hint', options: { hours: 8 } });
    assert.deepEqual(of(PLAN, '{"rules": {"task-size": "off"}}', '{"rules": {"task-size": {"severity": "error", "hours": 2}}}'), { severity: 'error', options: { hours: 2 } });
  });

  it('let a kind have its own, and a dialect of it', () => {
    const kinds = '{"rules": {"task-size": "error"}, "kinds": {"adr": {"rules": {"task-size": {"hours": 1}}}, "adr-madr": {"rules": {"task-size": "off"}}}}';
    assert.deepEqual(of(PLAN, kinds), { severity: 'error', options: { hours: 4 } });
    assert.deepEqual(of(MADR, kinds), { severity: 'off', options: { hours: 1 } });
    assert.deepEqual(of({ kind: 'adr', id: 'adr-nygard' }, kinds), { severity: 'error', options: { hours: 1 } });
  });
});
