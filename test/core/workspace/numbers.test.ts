import assert from 'node:assert/strict';
import { nextNumber, takenNumbers } from '../../../src/core/workspace/numbers.ts';
import { kindNamed } from '../documents.ts';

describe('takenNumbers', () => {
  const kind = kindNamed('phase-plan');
  const taken = (...names: readonly string[]) => takenNumbers(kind, { fileNames: (folder) => Promise.resolve(folder === 'plans' ? names : []) });

  it('are those of the documents in the folder of the kind', async () => {
    const names = ['PHASE-10-ARCHITECTURE-PLAN.md', 'phase-2-architecture-plan.md', 'PHASE-X-ARCHITECTURE-PLAN.md', 'README.md'];
    assert.deepEqual(Array.from(await taken(...names)).sort(), [
      [10, 'plans/PHASE-10-ARCHITECTURE-PLAN.md'],
      [2, 'plans/phase-2-architecture-plan.md'],
    ]);
  });

  it('are followed by the next one', async () => {
    assert.equal(nextNumber(await taken()), 1);
    assert.equal(nextNumber(await taken('PHASE-10-ARCHITECTURE-PLAN.md', 'PHASE-2-ARCHITECTURE-PLAN.md')), 11);
  });
});
