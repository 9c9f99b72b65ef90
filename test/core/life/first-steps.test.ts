import assert from 'node:assert/strict';
import { stepsShown } from '../../../src/core/life/first-steps.ts';

const PLAN = { version: 3, isRecord: false, findings: 4 };

describe('the first steps that show in a document', () => {
  it('are a plan that is there, or a record', () => {
    assert.deepEqual(stepsShown(PLAN, undefined), ['planWritten']);
    assert.deepEqual(stepsShown({ ...PLAN, isRecord: true }, undefined), ['decisionRecorded']);
  });

  it('are something mended, once an edit leaves fewer findings', () => {
    assert.deepEqual(stepsShown({ ...PLAN, version: 4, findings: 3 }, PLAN), ['planWritten', 'planMended']);
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
