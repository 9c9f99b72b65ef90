import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMeasurable, isVagueAlone, vagueWordIn } from '../../../../src/core/readings/requirements/measures.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

describe('isMeasurable', () => {
  it('takes figures, standards, answers, references and words for figures', () => {
    for (const text of ['< 200ms', '100%', 'Zero downtime', 'None', '24/7', 'p95 < 200 ms', 'yes', '±50ms', '3-2-1 copies', 'two nines', 'N+1', 'TLS 1.3', 'SOC 2', 'RFC 9110', 'mTLS', 'eventual consistency', '[here](x.md)', 'see the contract', 'All targets met', 'Tests pass', 'No slow pages', 'fewer than five', '速い', '']) assert.ok(isMeasurable(text), text);
  });

  it('takes nothing else', () => {
    for (const text of ['Fast', 'p95', '95th percentile', 'Q3', 'HTTP/2', 'As the guests like it', 'All pages are fast', 'Low for nine of ten guests', 'Latency (p50/p95/p99), throughput', 'Error rate, uptime']) assert.ok(!isMeasurable(text), text);
  });
});

describe('vague words', () => {
  it('are found in a text', () => {
    assert.deepEqual(['As Fast as the wind', 'user-friendly', 'Highly available', 'near real-time', 'reduced costs', 'how many come'].map(vagueWordIn), ['Fast', 'user-friendly', 'Highly', 'near real-time', 'reduced', undefined]);
    assert.deepEqual(['breakfast', 'slowness', 'High-traffic endpoints', 'Allowlist'].map(vagueWordIn), [undefined, undefined, undefined, undefined]);
  });

  it('are all that some texts say', () => {
    for (const text of ['Fast', '**secure**', 'As fast as possible', 'Highly scalable and robust', 'Minimal downtime.', 'Best practices']) assert.ok(isVagueAlone(text), text);
    for (const text of ['', 'Fast lookups of berths', 'Encryption', 'Secure by mTLS', 'By berth']) assert.ok(!isVagueAlone(text), text);
  });

  it('are sought in any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        isMeasurable(text);
        if (isVagueAlone(text)) assert.ok(vagueWordIn(text.slice(0, 1000)) !== undefined || text.length > 1000 || /-/.test(text));
      }),
      { numRuns: RUNS },
    );
    for (const text of ['fast '.repeat(5000), 'best practices '.repeat(2000), `${'low-'.repeat(3000)}!`, 'a '.repeat(5000)]) isVagueAlone(text);
  });
});
