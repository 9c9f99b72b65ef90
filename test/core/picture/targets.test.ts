import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { ARCHITECT, architectPlan, drawn, NO_CHECKS } from './drawn.ts';

const NFRS = [
  '## Non-Functional Requirements (NFRs)',
  '',
  '### Performance Targets',
  '',
  '| Metric | Target | Measurement | Validation |',
  '|--------|--------|-------------|------------|',
  '| Response Time | **< 200ms** (p95) | `histogram` | [k6](load.md) |',
  '| Throughput | as fast as possible | | k6 |',
  '| Start | {{number of}} s | {{what}} | {{which}} |',
  '| {{metric}} | 5 | | |',
  '',
  '### Security Requirements',
  '',
  '| Requirement | Target | Implementation | Validation |',
  '|-------------|--------|----------------|------------|',
  '| Login | OAuth 2.1 | Keycloak | Penetration test |',
  '',
].join('\n');

const plan = replaceSection(architectPlan(), 'Non-Functional', NFRS);

describe('the targets of a picture', () => {
  it('are drawn from tables, by heading, with what was said of each', () => {
    const [first, second] = drawn(plan, ARCHITECT).targets;
    assert.equal(first?.name, 'Performance Targets');
    assert.equal(plan.slice(first.range.start, first.range.end), '### Performance Targets');
    assert.deepEqual(
      first.targets.map(({ name, target, measurement, validation, verdict }) => [name, target, measurement, validation, verdict]),
      [
        ['Response Time', '< 200ms (p95)', 'histogram', 'k6', 'measurable'],
        ['Throughput', 'as fast as possible', undefined, 'k6', 'unclear'],
        ['Start', '… s', undefined, undefined, 'open'],
        ['', '5', undefined, undefined, 'open'],
      ],
    );
    assert.equal(first.measurable, 1);
    assert.deepEqual([second?.name, second?.measurable, second?.targets.length], ['Security Requirements', 1, 1]);
    assert.deepEqual(second?.targets.map(({ name, approach, validation }) => [name, approach, validation]), [['Login', 'Keycloak', 'Penetration test']]);
    const row = first.targets[1];
    assert.equal(plan.slice(row?.range.start, row?.range.end), '| Throughput | as fast as possible | | k6 |');
    assert.equal(plan.split('\n')[row?.line ?? 0], '| Throughput | as fast as possible | | k6 |');
  });

  it('carry what the checks say of each row, and of no other', () => {
    const [first] = drawn(plan, ARCHITECT).targets;
    assert.deepEqual(first?.targets.map(({ notes }) => notes.map(({ rule }) => rule)), [[], ['measurable-targets', 'required-verification'], [], []]);
    assert.equal(first.targets[1]?.notes[0]?.message, messagesOf('measurable-targets', plan, ARCHITECT)[0]);
  });

  it('have the path of YAML before their names', () => {
    const yaml = '### Performance Requirements\n\n```yaml\nlatency:\n  p50: 80ms\n  p95: 40ms\nthroughput: "{{number of}} req/sec"\n```\n';
    const [group] = drawn(replaceSection(phasePlan(), 'Performance Requirements', yaml)).targets;
    assert.deepEqual(
      group?.targets.map(({ path, name, target, verdict }) => [path, name, target, verdict]),
      [
        [['latency'], 'p50', '80ms', 'measurable'],
        [['latency'], 'p95', '40ms', 'measurable'],
        [[], 'throughput', '… req/sec', 'open'],
      ],
    );
    assert.deepEqual(group.targets.map(({ notes }) => notes.map(({ rule }) => rule)), [[], ['consistent-targets'], []]);
  });

  it('are drawn from items, and from a table below bold words in place of a heading', () => {
    const items = '### Technical Metrics\n\n- **Deployments**: 5 per week, measured by the pipeline\n- **Mood**: everyone likes it\n\n**Money:**\n\n| KPI | Target |\n|--|--|\n| Cost | < 100 EUR |\n';
    const groups = drawn(replaceSection(architectPlan(), 'Technical Metrics', items), ARCHITECT).targets.slice(-3);
    assert.deepEqual(
      groups.map(({ name, targets }) => [name, targets.map((each) => [each.name, each.target, each.verdict])]),
      [
        ['Technical Metrics', [['Deployments', '5 per week, measured by the pipeline', 'measurable'], ['Mood', 'everyone likes it', 'unclear']]],
        ['Money', [['Cost', '< 100 EUR', 'measurable']]],
        ['Business Metrics', [['', '…, measured by …', 'open']]],
      ],
    );
  });

  it('tell groups of one name apart by what is around them', () => {
    const twice = plan.replace('### Technical Metrics', '### Performance Targets');
    const names = drawn(twice, ARCHITECT).targets.map(({ name }) => name);
    assert.ok(names.includes('Non-Functional Requirements (NFRs) › Performance Targets'), names.join());
    assert.ok(names.includes('Success Metrics › Performance Targets'), names.join());
  });

  it('are judged without the check where that is off, in the plainest cases', () => {
    const vague = plan.replace('OAuth 2.1', 'very secure').replace('- **{{metric}}**: {{value wanted}}, measured by {{what}}', '- **Mood**: everyone likes it');
    const unclear = (settings: typeof DEFAULT_SETTINGS, text = vague) =>
      drawn(text, ARCHITECT, settings).targets.flatMap(({ targets }) => targets.filter(({ verdict }) => verdict === 'unclear').map(({ name }) => name));
    assert.deepEqual(unclear(DEFAULT_SETTINGS), ['Throughput', 'Login', 'Mood']);
    assert.deepEqual(unclear({ ...DEFAULT_SETTINGS, ...NO_CHECKS }), ['Throughput', 'Login', 'Mood']);
    const agreed = vague.replace('### Performance Targets\n', '### Performance Targets\n\n<!-- groundplan-ignore-file measurable-targets: agreed -->\n');
    assert.deepEqual(unclear(DEFAULT_SETTINGS, agreed), []);
  });

  it('agree with the check on every target of whole plans', () => {
    for (const [text, path] of [[plan, ARCHITECT], [phasePlan(), PHASE_2]] as const) {
      const found = new Set(messagesOf('measurable-targets', text, path));
      const unclear = drawn(text, path).targets.flatMap(({ targets }) => targets.filter(({ verdict }) => verdict === 'unclear'));
      assert.equal(unclear.length, found.size);
    }
  });

  it('bear CRLF, a byte-order mark and a document of no known kind', () => {
    const crlf = `\uFEFF${plan.replaceAll('\n', '\r\n')}`;
    const row = drawn(crlf, ARCHITECT).targets[0]?.targets[1];
    assert.equal(crlf.slice(row?.range.start, row?.range.end), '| Throughput | as fast as possible | | k6 |');
    assert.deepEqual(checker.draw(checker.check(NFRS, 'notes.md', DEFAULT_SETTINGS)).targets, []);
  });
});
