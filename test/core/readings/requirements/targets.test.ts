import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readTargets, type Target } from '../../../../src/core/readings/requirements/targets.ts';
import type { Range } from '../../../../src/core/text/range.ts';
import { anyText } from '../../support/any-text.ts';
import { readFlat } from '../../support/flat-markdown.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function targetsIn(text: string, span: Range = { start: 0, end: text.length }): readonly Target[] {
  return readTargets(readPlan(text), span, read);
}

/** Every target as its texts, after checking that its ranges slice to them; without what is not there. */
function plain(text: string, span?: Range): readonly Record<string, string>[] {
  return targetsIn(text, span).map(({ category, source, path, range, ...values }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, 'the range lies in the text');
    const written = Object.entries(values).flatMap(([field, value]) => {
      if (value === undefined) return [];
      assert.equal(text.slice(value.range.start, value.range.end), value.text, `${field} slices to its value`);
      return [[field, value.text] as const];
    });
    return { category, source, ...(path.length > 0 && { path: path.join('.') }), ...Object.fromEntries(written) };
  });
}

/** Only names and targets. */
function pairs(text: string): readonly string[] {
  return plain(text).map(({ name, target }) => `${name ?? ''}=${target ?? ''}`);
}

describe('readTargets', () => {
  it('reads the four tables of requirements', () => {
    const text = [
      '## Requirements (NFRs)',
      '### Performance Targets',
      '| Metric | Target | Measurement | Validation |',
      '|--|--|--|--|',
      '| Berth lookup | < 80ms (99th percentile) | Harbour probes | Replay of May |',
      '| Arrivals | 2,500 ships/day | | Drill |',
      '### Scalability Targets',
      '| Metric | Target | Scaling Strategy | Validation |',
      '|--|--|--|--|',
      '| Cranes | 40 | One worker each | Simulation |',
      '### Security Requirements',
      '| Requirement | Target | Implementation | Validation |',
      '|--|--|--|--|',
      '| Sign-in | OIDC | Port directory | Audit |',
      '### Reliability Targets',
      '| Metric | Target | Implementation | Validation |',
      '|--|--|--|--|',
      '| Uptime | 99.5% | | Pager |',
    ].join('\n');
    assert.deepEqual(plain(text), [
      { category: 'Performance Targets', source: 'table', name: 'Berth lookup', target: '< 80ms (99th percentile)', measurement: 'Harbour probes', validation: 'Replay of May' },
      { category: 'Performance Targets', source: 'table', name: 'Arrivals', target: '2,500 ships/day', validation: 'Drill' },
      { category: 'Scalability Targets', source: 'table', name: 'Cranes', target: '40', approach: 'One worker each', validation: 'Simulation' },
      { category: 'Security Requirements', source: 'table', name: 'Sign-in', target: 'OIDC', approach: 'Port directory', validation: 'Audit' },
      { category: 'Reliability Targets', source: 'table', name: 'Uptime', target: '99.5%', validation: 'Pager' },
    ]);
    const row = targetsIn(text)[0]?.range;
    assert.equal(row && text.slice(row.start, row.end), '| Berth lookup | < 80ms (99th percentile) | Harbour probes | Replay of May |');
  });

  it('reads tables under other names of their columns', () => {
    assert.deepEqual(pairs('| # | Category | KPI | Current | Value | Target / SLO |\n|--|--|--|--|--|--|\n| 1 | Speed | Lookup | 1 s | 2 | 80 ms |\n'), ['Lookup=80 ms']);
    assert.deepEqual(pairs('| Goal | Target |\n|--|--|\n| Calm | 5 calls |\n'), ['Calm=5 calls']);
    assert.deepEqual(pairs('| Metric | Goal |\n|--|--|\n| Calls | 5 |\n| Nights | |\n| | 9 |\n'), ['Calls=5', 'Nights=']);
    assert.deepEqual(pairs('| Quality Attribute | Threshold | Verified by |\n|--|--|--|\n| Calm | `5` calls | x |\n'), ['Calm=`5` calls']);
  });

  it('reads no table without a name and a target, and none of risks', () => {
    for (const header of ['Risk | Impact | Mitigation', 'Metric | Risk | Threshold', 'Requirement | Owner', 'Name | Target', 'Category | Value', 'Goal | Owner', 'Target | Measurement']) {
      const columns = header.split('|').length;
      assert.deepEqual(pairs(`| ${header} |\n|${'--|'.repeat(columns)}\n|${' x |'.repeat(columns)}\n`), [], header);
    }
  });

  it('reads items, bold and plain', () => {
    const text = '## Success Metrics\n\n- **Berth Promise**: All ships moored in time\n- **Calls (nightly):** fewer than 5\n- **Lookup** (p95) – 80 ms\n- Speed: Lookup (p50/p95), arrivals\n- [ ] **Drills**: 2 per year\n1. Uptime: 99.5%\n';
    assert.deepEqual(pairs(text), ['Berth Promise=All ships moored in time', 'Calls (nightly)=fewer than 5', '**Lookup** (p95)=80 ms', 'Speed=Lookup (p50/p95), arrivals', 'Drills=2 per year', 'Uptime=99.5%']);
    assert.equal(plain(text)[0]?.['category'], 'Success Metrics');
    assert.equal(plain(text)[0]?.['source'], 'item');
  });

  it('takes what stands below a bold item for its own', () => {
    assert.deepEqual(pairs('- **Databases**:\n  - SQLite: Berths\n  - DuckDB: Statistics\n- **Backup Strategy**: nightly\n'), ['Backup Strategy=nightly']);
    assert.deepEqual(plain('- **Lookup**\n  - Deep: 1\n- **Lookup**:\n  - **Target**: 80 ms\n  - Measured by: probes\n  - Verification: replay\n- **Calls**: 5\n  **Measurement**: pager\n'), [
      { category: '', source: 'item', name: 'Lookup', target: '80 ms', measurement: 'probes', validation: 'replay' },
      { category: '', source: 'item', name: 'Calls', target: '5', measurement: 'pager' },
    ]);
  });

  it('reads what stands below an item that only leads to it', () => {
    assert.deepEqual(pairs('- In every port:\n  - Uptime: 99.5%\n- At night\n  - Calls: 5\n'), ['Uptime=99.5%', 'Calls=5']);
  });

  it('reads a bold item without a target', () => {
    assert.deepEqual(pairs('- **Uptime**:\n- **Calm:**\n'), ['Uptime=', 'Calm=']);
  });

  it('reads no items that name nothing', () => {
    assert.deepEqual(pairs('- Coverage above 80%\n- At 10:30 all ships leave\n- See https://example.org\n- Ships come, and go: daily\n- **Really** calm\n- Note: x\n- **Measurement**: y\n- one two three four five six seven: x\n\nProse: 5 ms\n'), []);
  });

  it('reads the scalars of YAML fences', () => {
    const text = '### Performance\n\n```yaml\nlatency:\n  p50: 20ms\n  p95: "80 ms" # harbour only\n\nthroughput:\n  minimum: 50 req/sec\n  target:\nuptime: >= 99.5\nports: [a, b]\nnote: |\n  two\n  lines\n```\n';
    assert.deepEqual(plain(text), [
      { category: 'Performance', source: 'yaml', path: 'latency.p50', name: 'p50', target: '20ms' },
      { category: 'Performance', source: 'yaml', path: 'latency.p95', name: 'p95', target: '80 ms' },
      { category: 'Performance', source: 'yaml', path: 'throughput.minimum', name: 'minimum', target: '50 req/sec' },
      { category: 'Performance', source: 'yaml', path: 'throughput.target', name: 'target' },
      { category: 'Performance', source: 'yaml', path: 'uptime', name: 'uptime', target: '>= 99.5' },
    ]);
    const line = targetsIn(text)[0]?.range;
    assert.equal(line && text.slice(line.start, line.end), 'p50: 20ms');
  });

  it('reads what is not filled in yet', () => {
    assert.deepEqual(pairs('- **{{metric}}**: {{target}}\n- **Sign-in**: [METHOD - a/b]\n\n```yaml\np50: {{number of}}ms\np95: [NUMBER]ms\n```\n\n| Metric | Target |\n|--|--|\n| {{metric: name}} | [NUMBER] |\n'), [
      '{{metric}}={{target}}',
      'Sign-in=[METHOD - a/b]',
      'p50={{number of}}ms',
      'p95=[NUMBER]ms',
      '{{metric: name}}=[NUMBER]',
    ]);
  });

  it('names the category after the nearest heading or the label of the span', () => {
    const text = '# Plan\n\n## 📈 Goals\n\n- Calm: 5\n\n### `Speed`\n\n- Lookup: 1 s\n\n## Other\n\n**Metrics**\n\n- Calls: 5\n\n- Nights: 2\n';
    const start = text.indexOf('## 📈');
    assert.deepEqual(plain(text, { start, end: text.indexOf('## Other') }).map(({ category }) => category), ['📈 Goals', 'Speed']);
    assert.deepEqual(plain(text, { start: text.indexOf('**Metrics**'), end: text.length }).map(({ category }) => category), ['Metrics', 'Metrics']);
    assert.deepEqual(plain(text, { start: text.indexOf('- Lookup'), end: text.indexOf('## Other') }).map(({ category }) => category), ['Speed']);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs, emoji and right-to-left text', () => {
    assert.deepEqual(pairs('\uFEFF## 📈 Goals\r\n\r\n|\tMetric\t|\tTarget\t|\r\n|--|--|\r\n|\t🚢 Ships\t|\t5\t|\r\n\r\n-\t**זמן**:\t5 ms\r\n- 呼叫：5\r\n'), ['🚢 Ships=5', 'זמן=5 ms', '呼叫=5']);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Goals', '### Speed', '| Metric | Target |', '|--|--|', '| a | 5 ms |', '| x', '- **Calm**: 5', '- **Calm**:', '  - Target: 9', '- a: b', '- [ ] c: d', '```yaml', '```', 'a:', '  p95: 5ms', '  - "x', '? [a', '\t- x', '', '> - Calls: 5', '<!--', '-->', '**Metrics**', 'a: |', '{{x}}: &b *b', 'e: !!t {f: g');
    const document = fc.tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void plain(`- a: ${text}\n\n\`\`\`yaml\n${text}\n\`\`\`\n`)), { numRuns: RUNS });
  });

  it('leaves YAML alone that would exhaust its parser', () => {
    for (const yaml of ['['.repeat(500), '{a: '.repeat(500), '- '.repeat(500), '[\n'.repeat(500), 'a: 5\n'.repeat(4001)]) {
      const text = `\`\`\`yaml\n${yaml}\n\`\`\`\n`;
      assert.deepEqual(readTargets(readPlan(text), { start: 0, end: text.length }, readFlat), []);
    }
  });
});
