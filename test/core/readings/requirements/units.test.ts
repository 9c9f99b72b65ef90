import assert from 'node:assert/strict';
import { readQuantity } from '../../../../src/core/readings/requirements/quantity.ts';
import { inBaseUnit } from '../../../../src/core/readings/requirements/units.ts';

describe('inBaseUnit', () => {
  const base = (text: string): string => {
    const quantity = readQuantity(text);
    if (quantity === undefined) return 'none';
    const { amount, unit } = inBaseUnit(quantity);
    return `${String(amount)} ${unit}`;
  };

  it('converts times, sizes and rates', () => {
    const written = {
      '0.3 s': '300 ms',
      '300 milliseconds': '300 ms',
      '2 minutes': '120000 ms',
      '1 hour': '3600000 ms',
      '250 µs': '0.25 ms',
      '99.9 percent': '99.9 %',
      '2 GiB': '2147483648 b',
      '1 Gbps': '1000000000 bit/s',
      '600 requests per minute': '10 request/s',
      '10 rps': '10 request/s',
      '10 req/s': '10 request/s',
      '7200 events/hour': '2 event/s',
    };
    for (const [text, unit] of Object.entries(written)) assert.equal(base(text), unit, text);
  });

  it('leaves what it does not know as it is', () => {
    assert.deepEqual(['5 ships', '5 ships per quay', '40', '$5/month', 'constructor: 5 x'].map(base), ['5 ships', '5 ships/quay', '40 ', '5 $/month', '5 x']);
  });
});
