import assert from 'node:assert/strict';
import { findingsOf, messagesOf, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'measurable-targets';
const PATH = 'plans/architecture-design-port-7.md';

const plan = (sections: string) => `# Harbour Architecture Design\n\n${sections}\n`;
const category = (title: string, ...targets: readonly string[]) =>
  plan(`## Non-Functional Requirements (NFRs)\n\n### ${title}\n\n| Metric | Target | Measurement | Validation |\n|--|--|--|--|\n${targets.map((target, index) => `| Metric ${String.fromCharCode(65 + index)} | ${target} | Probe | Test |`).join('\n')}`);
/** The targets that are found, each as it is written. */
const unclear = (text: string, path = PATH) => findingsOf(RULE, text, path).map(({ range }) => text.slice(range.start, range.end));

describe('measurable-targets', () => {
  it('finds a vague word, and a target without a figure', () => {
    const text = category('Performance Targets', 'Fast', 'As the guests like it');
    assert.deepEqual(messagesOf(RULE, text, PATH), [
      '"Metric A" is to be "fast", which everyone understands differently: write a figure with its unit, or the standard it follows.',
      '"Metric B" has no figure: write how much it is to be, and in which unit, or which standard it follows.',
    ]);
    assert.deepEqual(unclear(text), ['Fast', 'As the guests like it']);
    assert.equal(findingsOf(RULE, text, PATH)[0]?.severity, 'warning');
  });

  it('finds every vague word of a table of figures', () => {
    const vague = ['scalable', 'Secure', 'minimal', 'High', 'low latency', 'As fast as possible', 'Highly available', '**Good**', 'All pages load quickly', 'p95', 'Best effort', 'Real-time', 'Minimal downtime', 'Latency (p50/p95/p99)'];
    assert.deepEqual(unclear(category('Reliability Targets', ...vague)), vague.map((target) => (target === '**Good**' ? '**Good**' : target)));
  });

  it('leaves figures, standards and words that stand for figures alone', () => {
    const clear = ['< 200ms (95th percentile)', 'p95 < 200 ms', '100%', 'Zero downtime', 'None', '24/7', '10TB', '100,000', '±50ms', '≥ 60', 'five nines', 'Sub-second: 900ms', 'WCAG 2.1 AA', 'GDPR', 'TLS 1.3', 'ISO 27001', 'SOC 2', 'RFC 9110', 'OWASP ASVS', 'OAuth 2.0 + JWT', 'AES-256', 'Strong consistency', 'yes', 'Enabled', 'All targets met', 'No regression', 'under a minute', '[as agreed](targets.md)', 'see the contract', '從不', '10万', 'N+1'];
    assert.deepEqual(unclear(category('Performance Targets', ...clear)), []);
  });

  it('leaves blanks to the check of placeholders', () => {
    assert.deepEqual(unclear(category('Performance Targets', '{{number of}}ms', '[NUMBER]ms', 'TBD', '<figure>', '', 'TODO: ask Ada')), []);
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
  });

  it('asks for no figure where the template names a method, but for more than vague words', () => {
    assert.deepEqual(unclear(category('Security Requirements', 'Rate limiting, input validation', 'Single sign-on', 'Mail link for guests')), []);
    assert.deepEqual(unclear(category('Security Requirements', 'Highly secure', 'Industry standard', 'Best practices')), ['Highly secure', 'Industry standard', 'Best practices']);
    const phase = (value: string) => replaceSection(phasePlan(), 'Scalability Considerations', `### Scalability Considerations\n\n- **Horizontal Scaling**: ${value}\n- **Data Partitioning**: By berth`);
    assert.deepEqual(messagesOf(RULE, phase('Not needed below 200 berths')), []);
    assert.deepEqual(unclear(phase('Scalable'), 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), ['Scalable']);
  });

  it('finds metrics without a figure in every form', () => {
    const text = plan('## Success Metrics\n\n### Technical Metrics\n\n- **Posture**: Zero critical vulnerabilities\n- **Coverage**: 100% of the API\n- **Pace**: Stories completed per sprint\n- **Calm**: no calls at night\n\n### Business Metrics\n\n| Metric | Target |\n|--|--|\n| Guests | More happy guests |\n| Churn | < 2% |');
    assert.deepEqual(unclear(text), ['Stories completed per sprint', 'More happy guests']);
  });

  it('takes a figure from elsewhere in the item, or from the name', () => {
    assert.deepEqual(unclear(plan('## Success Metrics\n\n- **Lookup**: quick answers\n  - Target in figures: p95 < 200 ms\n- **p95 < 200 ms**: for all guests')), []);
  });

  it('judges in YAML only what the template asks for', () => {
    const yaml = (lines: string) => replaceSection(phasePlan(), 'Performance Requirements', `### Performance Requirements\n\n\`\`\`yaml\n${lines}\n\`\`\``);
    assert.deepEqual(unclear(yaml('latency:\n  p50: 80ms\n  p95: fast\nlogging:\n  level: high'), 'plans/PHASE-2-ARCHITECTURE-PLAN.md'), ['fast']);
  });

  it('knows the standards of a team', () => {
    const text = category('Performance Targets', 'As in Harbour Code 7', 'Fast');
    assert.deepEqual(findingsOf(RULE, text, PATH, undefined, { standards: ['harbour code', ''] }).map(({ range }) => text.slice(range.start, range.end)), ['Fast']);
  });

  it('keeps its places with Windows line endings', () => {
    assert.deepEqual(unclear(category('Performance Targets', 'Fast').replaceAll('\n', '\r\n')), ['Fast']);
  });

  it('leaves lists of what is built alone, where targets stand in tables', () => {
    assert.deepEqual(unclear(plan('## NFRs\n\n### Performance\n\n- **Database**: Connection pooling\n- **Scope**: High-traffic endpoints (berths, arrivals)\n- **Latency**: low')), ['low']);
  });
});
