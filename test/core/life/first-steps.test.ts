import assert from 'node:assert/strict';
import { stepsShown, type Sight } from '../../../src/core/life/first-steps.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker, PHASE_2, phasePlan } from '../documents.ts';

const PLAN = { version: 3, isRecord: false, errors: 2, findings: 4 };

describe('the first steps that show in a document', () => {
  it('are a plan that is there, or a record', () => {
    assert.deepEqual(stepsShown(PLAN, undefined), ['planWritten']);
    assert.deepEqual(stepsShown({ ...PLAN, isRecord: true }, undefined), ['decisionRecorded']);
  });

  it('are something mended, once an edit leaves fewer findings', () => {
    assert.deepEqual(stepsShown({ ...PLAN, version: 4, findings: 3 }, PLAN), ['planWritten', 'planMended']);
  });

  it('are something mended, once a section is put in: an error less, and more blanks', () => {
    assert.deepEqual(stepsShown({ ...PLAN, version: 4, errors: 1, findings: 9 }, PLAN), ['planWritten', 'planMended']);
  });

  it('show when all of a plan is mended that can be, as the command does it', () => {
    const whole = phasePlan();
    const text = whole.replace(/^## .*\n[\s\S]*?(?=^## )/m, '');
    const sight = (version: number, written: string): Sight => {
      const { findings } = checker.check(written, PHASE_2, DEFAULT_SETTINGS);
      return { version, isRecord: false, errors: findings.filter(({ severity }) => severity === 'error').length, findings: findings.length };
    };
    assert.deepEqual(stepsShown(sight(2, checker.fixAll(text, PHASE_2, DEFAULT_SETTINGS)), sight(1, text)), ['planWritten', 'planMended']);
  });

  it('are nothing mended where nothing was edited: settings changed, or a file beside it', () => {
    assert.deepEqual(stepsShown({ ...PLAN, findings: 0 }, PLAN), ['planWritten']);
  });

  it('are nothing mended where as much or more is found', () => {
    for (const findings of [4, 5]) assert.deepEqual(stepsShown({ ...PLAN, version: 4, findings }, PLAN), ['planWritten']);
  });

  it('are nothing mended in a document that was closed and opened again, and counts anew', () => {
    assert.deepEqual(stepsShown({ ...PLAN, version: 1, findings: 0 }, PLAN), ['planWritten']);
  });
});
