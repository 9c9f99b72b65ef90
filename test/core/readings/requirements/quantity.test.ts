import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readQuantity } from '../../../../src/core/readings/requirements/quantity.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

describe('readQuantity', () => {
  const reads = (text: string): string => {
    const quantity = readQuantity(text);
    return quantity === undefined ? 'none' : `${quantity.comparison ?? ''}${quantity.amount} ${quantity.unit}`.trim();
  };

  it('reads amounts, units and comparisons', () => {
    const written = {
      '< 200ms (95th percentile)': '<200 ms',
      '10,000 requests/second': '10000 requests/second',
      '1,000 requests per second': '1000 requests/second',
      '5 per minute': '5 /minute',
      '99.9%': '99.9 %',
      '10TB': '10 tb',
      '1 Gbps': '1 gbps',
      '80%+': '>=80 %',
      '10k+ users': '>=10000 users',
      '5 million users': '5000000 users',
      'under 2 seconds': '<2 seconds',
      'at least 500 req/sec': '>=500 req/sec',
      'at most **1 hour**': '<=1 hour',
      'Sub-200ms answers': '<200 ms',
      '≥ 99.5 %': '>=99.5 %',
      '&lt; 5 min': '<5 min',
      '\\> 3 s': '>3 s',
      '200ms or less': '<=200 ms',
      '40': '40',
      'exactly 3 nodes': '=3 nodes',
      '$500/month': '500 $/month',
      '-5%': '-5 %',
      '→ 200ms': '200 ms',
      'Serve 100,000 concurrent users': '100000',
      '100% of answers below 5 s': '100 %',
    };
    for (const [text, quantity] of Object.entries(written)) assert.equal(reads(text), quantity, text);
  });

  it('takes a comma before three digits for thousands, any other for a decimal one', () => {
    assert.deepEqual(['1,5 s', '99,95 %', '0,125 s', '1,500 s', '1,500,000.5 s', '1.5 s', '1.500 s', '1.500.000 s', '1 500,5 s', '1,50,000 s'].map(reads), [
      '1.5 s', '99.95 %', '0.125 s', '1500 s', '1500000.5 s', '1.5 s', '1.5 s', '1500000 s', '1500.5 s', 'none',
    ]);
  });

  it('takes the lower end of a range', () => {
    assert.deepEqual(['100-200 ms', '5 to 10 seconds', '100ms – 200ms'].map(reads), ['100 ms', '5 seconds', '100 ms']);
  });

  it('passes over names, versions, dates and ordinals', () => {
    for (const text of ['', 'All targets met', 'OAuth 2.0 + JWT', 'AES-256', 'TLS 1.3+', 'PostgreSQL 16', '2025-10-29', '24/7', 'at 10:30', '1.2.3', '2FA', 'S3', '{{number of}}ms', '[NUMBER]ms', 'p95', '95th percentile', '.5s']) {
      assert.equal(reads(text), 'none', text);
    }
    assert.deepEqual(['p95 < 200ms', '95th percentile: 200ms', 'Phase 2 within 4 weeks', '5xx answers < 0.1%', 'TLS >= 1.3'].map(reads), ['<200 ms', '200 ms', '<=4 weeks', '<0.1 %', '>=1.3']);
  });

  it('reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.stringMatching(/^[0-9.,' k%\/<>=+-]{0,40}$/)), (text) => {
        const quantity = readQuantity(text);
        assert.ok(quantity === undefined || Number.isFinite(quantity.amount), text);
        assert.ok(quantity === undefined || !/\s/.test(quantity.unit), text);
      }),
      { numRuns: 20 * RUNS },
    );
  });
});
