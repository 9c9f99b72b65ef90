import assert from 'node:assert/strict';
import { findingsOf, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const RULE = 'consistent-targets';
const PATH = 'plans/architecture-design-port-7.md';
const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';

const yaml = (lines: string) => replaceSection(phasePlan(), 'Performance Requirements', `### Performance Requirements\n\n\`\`\`yaml\n${lines}\n\`\`\``);
const nfrs = (performance: string, rest = '') => `# Harbour Architecture Design\n\n## Non-Functional Requirements (NFRs)\n\n### Performance Targets\n\n${performance}\n\n${rest}\n`;
const table = (...rows: readonly string[]) => `| Metric | Target | Measurement | Validation |\n|--|--|--|--|\n${rows.join('\n')}`;

describe('consistent-targets', () => {
  describe('percentiles', () => {
    it('finds one that is below a lower one, in YAML', () => {
      const text = yaml('latency:\n  p50: 200ms\n  p95: 100ms\n  p99: 1 s');
      const [finding, ...others] = findingsOf(RULE, text);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, 'The p95 of "latency" is below its p50 (100ms against 200ms): it takes in more, so it cannot be less. Correct one of the two.');
      assert.equal(text.slice(finding.range.start, finding.range.end), '100ms');
      assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['200ms']);
      assert.equal(finding.severity, 'warning');
    });

    it('finds it within one value and over the rows of a table', () => {
      assert.equal(messagesOf(RULE, nfrs('- **Latency**: p50 < 300 ms, p95 < 200 ms, p99 < 1 s'), PATH).length, 1);
      assert.equal(messagesOf(RULE, nfrs(table('| Latency (p50) | < 300 ms | | |', '| Latency (p95) | < 200 ms | | |')), PATH).length, 1);
      assert.equal(messagesOf(RULE, nfrs(table('| Latency | < 0.3 s (median) | | |', '| Latency | < 200 ms (95th percentile) | | |')), PATH).length, 1);
    });

    it('leaves those in order, of different metrics and in units that cannot be compared', () => {
      assert.deepEqual(messagesOf(RULE, yaml('latency:\n  p50: 200ms\n  p95: 0.4s\n  p99: 1 s')), []);
      assert.deepEqual(messagesOf(RULE, yaml('latency:\n  p50: 200ms\nqueue:\n  p95: 100ms')), []);
      assert.deepEqual(messagesOf(RULE, yaml('a:\n  latency:\n    p50: 200ms\nb:\n  latency:\n    p95: 100ms')), []);
      assert.deepEqual(messagesOf(RULE, yaml('latency:\n  p50: 200ms\n  p95: 100%')), []);
      assert.deepEqual(messagesOf(RULE, nfrs('- **Frames**: p50 > 60 fps, p99 > 30 fps'), PATH), []);
      assert.deepEqual(messagesOf(RULE, nfrs('| Endpoint | Metric | Target |\n|--|--|--|\n| /berths | Latency (p50) | 300 ms |\n| /ships | Latency (p95) | 200 ms |'), PATH), []);
    });
  });

  describe('bounds', () => {
    it('finds a minimum above its target', () => {
      const text = yaml('throughput:\n  minimum: 500 req/sec\n  target: 6000 requests per minute');
      assert.deepEqual(messagesOf(RULE, text), ['The minimum of "throughput" is above its target (500 req/sec against 6000 requests per minute): correct one of the two.']);
      assert.deepEqual(messagesOf(RULE, nfrs('| Metric | Minimum | Target |\n|--|--|--|\n| Throughput | 500/s | 100/s |\n| Ships | 5 | 10 |'), PATH), ['The minimum of "Throughput" is above its target (500/s against 100/s): correct one of the two.']);
      assert.deepEqual(messagesOf(RULE, yaml('memory:\n  target: 2 GB\n  maximum: 512 MB')), ['The target of "memory" is above its maximum (2 GB against 512 MB): correct one of the two.']);
    });

    it('leaves a minimum alone where less is better', () => {
      assert.deepEqual(messagesOf(RULE, yaml('latency:\n  minimum: 500ms\n  target: 200ms\nerror_rate:\n  minimum: 1%\n  target: 0.1%\nthroughput:\n  minimum: 5 req/sec\n  target: 20 req/sec')), []);
    });
  });

  describe('two targets of one metric', () => {
    it('finds them anywhere in the document', () => {
      const text = nfrs(table('| Response Time | < 200ms (95th percentile) | | |'), '## Success Metrics\n\n### Technical Metrics\n\n- **Response time (p95)**: under 0.3 seconds');
      const [finding, ...others] = findingsOf(RULE, text, PATH);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, '"Response time (p95)" is to be under 0.3 seconds here and < 200ms (95th percentile) in "Performance Targets": settle on one.');
      assert.equal(text.slice(finding.range.start, finding.range.end), 'under 0.3 seconds');
      assert.equal(messagesOf(RULE, nfrs(table('| Uptime | 99.9% | | |', '| Uptime | 99.5% | | |')), PATH).length, 1);
    });

    it('leaves what is said twice alike, or of different things', () => {
      const second = (metric: string) => nfrs(table('| Response Time | < 200ms (p95) | | |'), `## Success Metrics\n\n### Technical Metrics\n\n${metric}`);
      for (const metric of ['- **Response time**: p95 ≤ 0.2 s', '- **Response time (p99)**: 1 s', '- **Response time of the board (p95)**: 1 s', '- **Response time**: p95 < 1 s at the peak', '- **Response time**: p95 > 5 ms', '- **Response time**: p95 of 80%', '- **Response time**: {{number of}}ms (p95)', '- **Response time**: all met']) {
        assert.deepEqual(messagesOf(RULE, second(metric), PATH), [], metric);
      }
      assert.deepEqual(messagesOf(RULE, nfrs('| Service | Metric | Target |\n|--|--|--|\n| Berths | Latency | 200 ms |\n| Ships | Latency | 300 ms |'), PATH), []);
      assert.deepEqual(messagesOf(RULE, nfrs('', '#### Berths\n\n- **Latency**: 200 ms\n\n#### Ships\n\n- **Latency**: 300 ms'), PATH), []);
    });

    it('holds a design against its own context', () => {
      const design = (load: string) => `# System Design: Harbour\n\n## Context\n\n- **Throughput**: ${load}\n\n## Capacity\n\n| Metric | Target | Capacity | Measurement |\n|--|--|--|--|\n| Throughput | 1,000 req/sec | 1,500 req/sec | k6 |\n`;
      assert.deepEqual(messagesOf(RULE, design('1000 requests/second'), DESIGN), []);
      assert.deepEqual(messagesOf(RULE, design('2,000 req/sec'), DESIGN), ['"Throughput" is to be 1,000 req/sec here and 2,000 req/sec in "Context": settle on one.']);
    });
  });

  describe('against the documents it comes from', () => {
    const design = (head: string) => `# System Design: Harbour\n\n## Context\n\n${head}\n\n## Capacity\n\n| Metric | Target | Measurement |\n|--|--|--|\n| Latency (p95) | < 300ms | k6 |\n`;
    const context = '# Context\n\n- **Latency**: p95 < 200 ms\n- **Users**: 50,000\n';

    it('reads those that are linked where it begins', () => {
      const files = filesAround({ 'docs/architecture/context.md': context });
      const [finding, ...others] = findingsOf(RULE, design('See [the context](context.md#load).'), DESIGN, files);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, '"Latency (p95)" is to be < 300ms here and p95 < 200 ms in docs/architecture/context.md: settle on one.');
      assert.deepEqual(finding.related, [{ message: 'The other target', path: 'docs/architecture/context.md', range: { start: context.indexOf('p95'), end: context.indexOf(' ms') + 3 } }]);
      assert.equal(messagesOf(RULE, design('Read `context.md` first.'), DESIGN, files).length, 1);
      assert.equal(messagesOf(RULE, design('See [it](../context.md).'), DESIGN, filesAround({ 'docs/context.md': context })).length, 1);
      assert.equal(messagesOf(RULE, design('From docs/context.md'), DESIGN, filesAround({ 'docs/context.md': context })).length, 1);
    });

    it('reads the inputs of its transition record', () => {
      const record = '```\n[TRANSITION|architect.planning] by architect\nOUTPUT:\n=== Architect Plan ===\ninputs: requirements=system-requirements.md quality_targets=nfr-targets.md\n=== END Architect Plan ===\n```\n\n';
      const text = nfrs(table('| Throughput | 500 req/sec | | |')).replace('\n\n', `\n\n${record}`);
      const files = filesAround({ 'docs/nfr-targets.md': '# Targets\n\n| Metric | Target |\n|--|--|\n| Throughput | 800 req/sec |\n' });
      assert.deepEqual(messagesOf(RULE, text, PATH, files), ['"Throughput" is to be 500 req/sec here and 800 req/sec in docs/nfr-targets.md: settle on one.']);
    });

    it('leaves other documents alone: those that agree, contradict themselves, are of its own kind, or cannot be read', () => {
      const around = (text: string, path = 'docs/architecture/context.md') => filesAround({ [path]: text });
      const linked = design('See [the context](context.md).');
      assert.deepEqual(messagesOf(RULE, linked, DESIGN, around('# Context\n\n- **Latency**: p95 < 300 ms\n')), []);
      assert.deepEqual(messagesOf(RULE, linked, DESIGN, around('# Context\n\n- **Latency**: p95 < 100 ms\n\n## Old\n\n- **Latency**: p95 < 200 ms\n')), []);
      assert.deepEqual(messagesOf(RULE, linked, DESIGN), []);
      assert.deepEqual(messagesOf(RULE, design('<!-- context.md -->\n\nSee https://example.org/context.md'), DESIGN, around(context)), []);
      assert.deepEqual(messagesOf(RULE, design('See [the other](OTHER-SYSTEM-DESIGN.md).'), DESIGN, around(context, 'docs/architecture/OTHER-SYSTEM-DESIGN.md')), []);
      assert.deepEqual(messagesOf(RULE, `${design('')}\n## Artifacts\n\n[context](context.md)\n`, DESIGN, around(context)), []);
    });
  });

  it('says nothing of a plan as the command writes it', () => {
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
  });

  it('keeps its places with Windows line endings', () => {
    const text = yaml('latency:\n  p50: 200ms\n  p95: 100ms').replaceAll('\n', '\r\n');
    assert.deepEqual(findingsOf(RULE, text).map(({ range }) => text.slice(range.start, range.end)), ['100ms']);
  });
});
