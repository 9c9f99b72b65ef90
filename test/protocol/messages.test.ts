import assert from 'node:assert/strict';
import { fromWebview } from '../../src/protocol/messages.ts';

describe('fromWebview', () => {
  it('takes what the panel sends', () => {
    for (const message of [{ type: 'ready' }, { type: 'reveal', uri: 'file:///a.md', version: 3, start: 0, end: 9 }]) assert.ok(fromWebview.safeParse(message).success);
  });

  it('drops everything else', () => {
    const forged = [
      undefined,
      'ready',
      {},
      { type: 'ready', command: 'workbench.action.quit' },
      { type: 'reveal', uri: 'file:///a.md', version: 1, start: -1, end: 2 },
      { type: 'reveal', uri: 'file:///a.md', version: '1', start: 0, end: 2 },
      { type: 'reveal', uri: 'file:///a.md', version: 1, start: 0.5, end: 2 },
      { type: 'reveal', uri: 'file:///a.md', version: 1, start: 0, end: Number.MAX_VALUE },
      { type: 'run', command: 'x' },
    ];
    for (const message of forged) assert.equal(fromWebview.safeParse(message).success, false, JSON.stringify(message));
  });
});
