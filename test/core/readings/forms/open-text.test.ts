import assert from 'node:assert/strict';
import { isOpen } from '../../../../src/core/readings/forms/open-text.ts';

describe('isOpen', () => {
  it('is true for what is still to be written, as a whole or in part', () => {
    for (const text of ['', ' ', '{{x}}', '< {{number of}}ms', '[NUMBER]ms', '[METHOD - JWT/OAuth]', '[Name of the owner]', '<name>', 'at <time>', 'TBD', 'TBD by Ada', 'N%', 'Xd', 'XX ms', '??', '<!-- guidance -->']) assert.ok(isOpen(text), text);
  });

  it('is false for what is written', () => {
    for (const text of ['5 ms', '< 5 ms and > 2 ms', '[the contract](a.md)', '[A][b]', 'N+1', 'OAuth', 'Linux', 'a < b', 'Todo list', 'What?']) assert.ok(!isOpen(text), text);
  });
});
