import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';
import { readTemplate } from '../../../src/core/template/kind.ts';
import { checker, findingsOf, fixedBy, kindNamed, messagesOf, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'required-nfrs';
const PATH = 'plans/architecture-design-port-7.md';
const PLAN = scaffold(kindNamed('architect-plan'), { story: 'PORT-7', name: 'Harbour', date: '2026-03-01' }).contents;
const NO_PERFORMANCE = '"Performance Targets" names no target: write a table with the columns Metric, Target, Measurement and Validation.';

const withPerformance = (body: string) => replaceSection(PLAN, 'Performance Targets', `### Performance Targets\n\n${body}`);

describe('required-nfrs', () => {
  it('finds a category without a target, at its heading', () => {
    const text = withPerformance('The quay has to be quick.');
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, NO_PERFORMANCE);
    assert.equal(finding.severity, 'error');
    assert.equal(text.slice(finding.range.start, finding.range.end), '### Performance Targets');
    assert.deepEqual(messagesOf(RULE, withPerformance(''), PATH), [NO_PERFORMANCE]);
    assert.deepEqual(messagesOf(RULE, withPerformance('- Berths are found in 200 ms'), PATH), [NO_PERFORMANCE]);
    assert.deepEqual(messagesOf(RULE, withPerformance('| Ship | Captain |\n|--|--|\n| Ada | Bea |'), PATH), [NO_PERFORMANCE]);
  });

  it('takes targets in any form', () => {
    assert.deepEqual(messagesOf(RULE, PLAN, PATH), []);
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
    assert.deepEqual(messagesOf(RULE, withPerformance('- **Lookup**: < 200 ms'), PATH), []);
    assert.deepEqual(messagesOf(RULE, withPerformance('```yaml\nlookup:\n  p95: 200ms\n```'), PATH), []);
    assert.deepEqual(messagesOf(RULE, withPerformance('| KPI | SLO |\n|--|--|\n| Lookup | 200 ms |'), PATH), []);
    assert.deepEqual(messagesOf(RULE, withPerformance('#### Quay\n\n| Metric | Target |\n|--|--|\n| Lookup | 200 ms |'), PATH), []);
  });

  it('leaves a table that lacks columns, and an author for whom there is nothing to reach', () => {
    assert.deepEqual(messagesOf(RULE, withPerformance('| Metric | Measurement |\n|--|--|\n| Lookup | Probe |'), PATH), []);
    assert.deepEqual(messagesOf(RULE, withPerformance('Not applicable: nobody waits for it.'), PATH), []);
    assert.deepEqual(messagesOf(RULE, withPerformance('None.'), PATH), []);
  });

  it('asks for no table where the template has a list', () => {
    assert.deepEqual(messagesOf(RULE, replaceSection(phasePlan(), 'Security Requirements', '### Security Requirements\n\nGuests sign in by mail.')), []);
    assert.deepEqual(messagesOf(RULE, replaceSection(PLAN, 'Business Metrics', '### Business Metrics\n\nMore guests.'), PATH), []);
  });

  it('says nothing of a category or a chapter that is missing', () => {
    assert.deepEqual(messagesOf(RULE, replaceSection(PLAN, 'Security Requirements', ''), PATH), []);
    assert.deepEqual(messagesOf(RULE, replaceSection(PLAN, 'Non-Functional', ''), PATH), []);
  });

  it('finds a category whose name only a chapter elsewhere has', () => {
    const text = replaceSection(PLAN, 'Security Requirements', '').replace('## Quality Gates', '## Security\n\nGuests sign in by mail.\n\n## Quality Gates');
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Non-Functional Requirements (NFRs)" has no category "Security Requirements", and the section "Security" elsewhere names no target: write the category with its targets.');
    assert.deepEqual(finding.related?.map(({ range }) => text.slice(range.start, range.end)), ['## Security']);
    const result = fixedBy(RULE, text, PATH);
    assert.match(result, /### Security Requirements\n\n\| Requirement \| Target \|/);
    assert.deepEqual(messagesOf(RULE, result, PATH), []);
    const elsewhere = replaceSection(PLAN, 'Security Requirements', '').replace('## Quality Gates', '## Security\n\n- **Sign-in**: OAuth 2.0\n\n## Quality Gates');
    assert.deepEqual(messagesOf(RULE, elsewhere, PATH), []);
  });

  it('reads below a bold label, and not behind a bold name within a line', () => {
    const labelled = (label: string) => replaceSection(PLAN, 'Performance Targets', '').replace('### Scalability Targets', `${label}\n\n### Scalability Targets`);
    assert.deepEqual(messagesOf(RULE, labelled('**Performance Targets**\n\nQuick.'), PATH), [NO_PERFORMANCE]);
    assert.deepEqual(messagesOf(RULE, labelled('**Performance Targets**\n\n| Metric | Target |\n|--|--|\n| Lookup | 200 ms |'), PATH), []);
    assert.deepEqual(messagesOf(RULE, labelled('**Performance Targets**: every berth is found in 200 ms'), PATH), []);
  });

  describe('its fix', () => {
    it('inserts the table of the template below what the category says', () => {
      const result = fixedBy(RULE, withPerformance('The quay has to be quick.'), PATH);
      assert.match(result, /### Performance Targets\n\nThe quay has to be quick\.\n\n\| Metric \| Target \| Measurement \| Validation \|\n\|-+\|-+\|-+\|-+\|\n\| Response Time \| < \{\{number of\}\}ms/);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
    });

    it('keeps line endings', () => {
      const result = fixedBy(RULE, withPerformance('Quick.').replaceAll('\n', '\r\n'), PATH);
      assert.equal(result.replaceAll('\r\n', '').includes('\n'), false);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
    });

    it('writes the first row below the head of a table', () => {
      const result = fixedBy(RULE, withPerformance('| Metric | Target | Owner |\n|--|--|--|'), PATH);
      assert.match(result, /\| Metric \| Target \| Owner \|\n\|--\|--\|--\|\n\| Response Time \| < \{\{number of\}\}ms \(p95\) \| \{\{owner\}\} \|\n/);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
    });

    it('inserts YAML where the template has YAML', () => {
      const text = replaceSection(phasePlan(), 'Performance Requirements', '### Performance Requirements\n\nFast enough.');
      assert.deepEqual(messagesOf(RULE, text), ['"Performance Requirements" names no target: write them as YAML, under latency, throughput and resources.']);
      const result = fixedBy(RULE, text);
      assert.match(result, /Fast enough\.\n\n```yaml\nlatency:\n {2}p50: \{\{number of\}\}ms/);
      assert.deepEqual(messagesOf(RULE, result), []);
    });

    it('is not offered in a fence that is never closed', () => {
      const text = `${withPerformance('Quick.').slice(0, withPerformance('Quick.').indexOf('### Performance'))}### Performance Targets\n\n\`\`\`\nopen`;
      assert.equal(findingsOf(RULE, text, PATH)[0]?.fix, undefined);
    });
  });

  it('holds for a kind of a team', () => {
    const { kind } = readTemplate('---\ngroundplan:\n  kind: service-card\n  name: Service Card\n  description: A service.\n  file: cards/{{service}}.md\n---\n# Service Card: {{service}}\n\n## Promises\n<!-- plan: reads nfr -->\n\n| Metric | Target |\n|--|--|\n| {{metric}} | {{target}} |\n\n## Owner\n\n{{who}}\n');
    assert.ok(kind);
    const messages = (text: string) => checker.check(text, 'cards/berths.md', { ...DEFAULT_SETTINGS, rules: {} }, [kind]).findings.filter(({ rule }) => rule === RULE).map(({ message }) => message);
    assert.deepEqual(messages('# Service Card: Berths\n\n## Promises\n\nWe are quick.\n\n## Owner\n\nAda\n'), ['"Promises" names no target: write a table with the columns Metric and Target.']);
    assert.deepEqual(messages('# Service Card: Berths\n\n## Promises\n\n| Metric | Target |\n|--|--|\n| Uptime | 99.9% |\n\n## Owner\n\nAda\n'), []);
  });
});
