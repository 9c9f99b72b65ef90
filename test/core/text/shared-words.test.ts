import assert from 'node:assert/strict';
import { sharesWord } from '../../../src/core/text/shared-words.ts';

describe('sharesWord', () => {
  it('finds a word in both, in whatever form', () => {
    for (const [name, title] of [
      ['keep-one-log', 'Keep one log'],
      ['bookings_in_order', 'A booking for each berth'],
      ['dns', 'The Domain Name System'],
      ['domain-name-system', 'DNS for all'],
      ['openapi', 'Open API first'],
      ['sk-function', 'SkFunctions'],
      ['naive', 'Naïve retries'],
      ['港の記録', '港の記録'],
    ] as const) {
      assert.equal(sharesWord(name, title), true, name);
      assert.equal(sharesWord(title, name), true, title);
    }
  });

  it('is not satisfied by the words of every title', () => {
    assert.equal(sharesWord('use-the-log', 'Use the lock for berths'), false);
    assert.equal(sharesWord('keep-one-log', 'Lock each berth'), false);
  });

  it('lets names pass that could share none', () => {
    assert.equal(sharesWord('', 'Keep one log'), true);
    assert.equal(sharesWord('decision', 'Keep one log'), true);
    assert.equal(sharesWord('keep-one-log', '港の記録'), true);
  });
});
