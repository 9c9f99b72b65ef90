import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMarkdownReader } from '../../../../src/core/plan/markdown.ts';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { figuresOf } from '../../../../src/core/readings/requirements/figures.ts';
import { readTargets } from '../../../../src/core/readings/requirements/targets.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

const read = createMarkdownReader();

/** Every figure in words, after checking that its place slices to it. */
function figuresIn(text: string): readonly string[] {
  return readTargets(readPlan(text), { start: 0, end: text.length }, read).flatMap((target) =>
    figuresOf(target).map(({ value, metric, percentile, bound, condition, amount, unit }) => {
      assert.equal(text.slice(value.range.start, value.range.end), value.text);
      return [metric, percentile === undefined ? '' : `p${String(percentile)}`, bound ?? '', condition, `${String(amount)} ${unit}`].filter((part) => part !== '').join('; ');
    }),
  );
}

describe('figuresOf', () => {
  it('reads percentiles from the name or from beside the figure', () => {
    assert.deepEqual(figuresIn('- Latency (p95): < 200ms'), ['latency; p95; 200 ms']);
    assert.deepEqual(figuresIn('- Latency: < 0.2 s (95th percentile)'), ['latency; p95; 200 ms']);
    assert.deepEqual(figuresIn('- p99.9 latency: 2s'), ['latency; p99.9; 2000 ms']);
    assert.deepEqual(figuresIn('- p999 latency: 2s'), ['latency; p99.9; 2000 ms']);
    assert.deepEqual(figuresIn('- Median latency: 2s'), ['latency; p50; 2000 ms']);
    assert.deepEqual(figuresIn('- Latency: p50 < 50ms, p95 < 1,200 ms; p99 < 2 s / p99.9 < 3 s'), ['latency; p50; 50 ms', 'latency; p95; 1200 ms', 'latency; p99; 2000 ms', 'latency; p99.9; 3000 ms']);
    assert.deepEqual(figuresIn('- Latency: p50 50ms (p95 200ms)'), ['latency; p50; 50 ms', 'latency; p95; 200 ms']);
  });

  it('reads bounds, conditions and units', () => {
    assert.deepEqual(figuresIn('- Minimum throughput: 60 requests per minute'), ['throughput; minimum; 1 request/s']);
    assert.deepEqual(figuresIn('- Throughput: 1,000 req/sec at the peak'), ['throughput; peak; 1000 request/s']);
    assert.deepEqual(figuresIn('- Throughput: max 50 rps'), ['throughput; maximum; 50 request/s']);
    assert.deepEqual(figuresIn('- Memory: 1.5 GB'), ['memory; 1500000000 b']);
    assert.deepEqual(figuresIn('- Ships: 5 per quay'), ['ships; quay; 5 /quay']);
  });

  it('reads what a key of YAML says of the metric above it', () => {
    assert.deepEqual(figuresIn('```yaml\nlatency:\n  p50: 20ms\nthroughput:\n  target: 5 req/sec\nmemory: 1 KB\n```\n'), ['latency; p50; 20 ms', 'throughput; target; 5 request/s', 'memory; 1000 b']);
  });

  it('reads nothing that is open, or no figure', () => {
    assert.deepEqual(figuresIn('- Latency: {{number of}}ms\n- Load: [NUMBER] req/sec\n- Calm: none\n- Uptime: TBD 5%\n- **Nights**:\n'), []);
  });

  it('reads any text', () => {
    fc.assert(fc.property(anyText(), (text) => void figuresIn(`- a: ${text}\n- p95 ${text}: 5 ms\n`)), { numRuns: RUNS });
  });
});
