// The documents that the built-in kinds come from, read as they are. They stand outside of the repository, so where they are missing this says so.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import type { Subject } from '../../src/core/lint/subject.ts';
import type { Value } from '../../src/core/readings/forms/fields.ts';
import { sliceOf } from '../../src/core/text/range.ts';
import { checker } from './documents.ts';

const SEEDS = '../shared/seeds';

describe('the source documents', () => {
  const isHere = existsSync(SEEDS);
  if (!isHere) console.error(`  ${SEEDS} is not here: its documents are not read.`);
  const read = (name: string, test: (subject: Subject, text: string) => void): void => {
    (isHere ? it : it.skip)(`${name} is read value by value`, () => {
      const text = readFileSync(`${SEEDS}/${name}.md`, 'utf8');
      const { subject } = checker.check(text, `${name}.md`, DEFAULT_SETTINGS);
      assert.ok(subject, `${name} is of a known kind`);
      everyValue(subject.readings.risks, text);
      test(subject, text);
    });
  };

  read('architect-planning-example', ({ kind, readings }, text) => {
    assert.equal(kind.id, 'architect-plan');
    assert.deepEqual(
      readings.risks.map(({ name, impact, owner }) => [name.text, impact?.text, owner?.text]),
      [
        ['Microservice Complexity', 'Medium', 'Architect'],
        ['Service Communication', 'High', 'Tech Lead'],
        ['Data Consistency', 'High', 'Architect'],
        ['Monitoring Gaps', 'Medium', 'DevOps'],
        ['Deployment Complexity', 'Medium', 'DevOps'],
      ],
    );
    assert.equal(readings.risks.filter(({ mitigation }) => mitigation !== undefined).length, 5);
    assert.deepEqual(
      readings.nfrs.map(({ category, name, target }) => `${category}: ${name.text} ${target?.text ?? ''}`),
      [
        'Performance Targets: Response Time < 200ms (95th percentile)',
        'Performance Targets: Throughput 10,000 requests/second',
        'Performance Targets: Database Query Time < 100ms (average)',
        'Performance Targets: Page Load Time < 2 seconds',
        'Scalability Targets: Concurrent Users 100,000',
        'Scalability Targets: Database Connections 10,000',
        'Scalability Targets: Storage Capacity 10TB',
        'Scalability Targets: Bandwidth 1 Gbps',
        'Security Requirements: Authentication OAuth 2.0 + JWT',
        'Security Requirements: Data Encryption AES-256',
        'Security Requirements: API Security Rate limiting, input validation',
        'Security Requirements: Compliance PCI DSS, GDPR',
        'Reliability Targets: Uptime 99.9%',
        'Reliability Targets: Recovery Time < 1 hour',
        'Reliability Targets: Data Consistency Strong consistency',
        'Reliability Targets: Error Rate < 0.1%',
      ],
    );
    assert.equal(readings.nfrs.filter(({ validation }) => validation !== undefined).length, 16);
    assert.equal(readings.nfrs.filter(({ measurement }) => measurement !== undefined).length, 4);
    assert.deepEqual(
      readings.phases.map(({ number, title, effort, deliverables }) => [number?.text, title.text, effort?.text, deliverables.length]),
      [
        ['1', 'Core Services', '4 weeks', 4],
        ['2', 'Advanced Features', '4 weeks', 4],
        ['3', 'Scale and Optimization', '4 weeks', 4],
      ],
    );
    assert.deepEqual(countBy(readings.gates.map(({ group }) => group)), { 'Architecture Review': 6, 'Documentation Review': 5, 'Security Review': 5 });
    assert.ok(readings.gates.every(({ done }) => !done));
    assert.deepEqual(
      readings.services.map(({ number, name, fields }) => [number?.text, name.text, fields.map((field) => field.name).join()]),
      [
        ['1', 'User Service', 'Responsibility,Technology,Database,Scalability,Security'],
        ['2', 'Product Service', 'Responsibility,Technology,Database,Scalability,Performance'],
        ['3', 'Order Service', 'Responsibility,Technology,Database,Reliability,Transactions'],
        ['4', 'Payment Service', 'Responsibility,Technology,Database,Security,Integration'],
        ['5', 'Notification Service', 'Responsibility,Technology,Database,Reliability,Scalability'],
      ],
    );
    assert.deepEqual(
      readings.stack.filter(({ isService }) => isService).map(({ name, technologies }) => [name.text, ...technologies.map((each) => each.text)]),
      [
        ['User Service', 'Node.js', 'Express'],
        ['Product Service', 'Java', 'Spring Boot'],
        ['Order Service', 'Python', 'Django'],
        ['Payment Service', 'Go', 'Standard library'],
        ['Notification Service', 'Node.js', 'Express'],
      ],
    );
    assert.deepEqual(countBy(readings.metrics.map(({ category }) => category)), { 'Technical Metrics': 4, 'Business Metrics': 4 });
    const { transition } = readings;
    assert.ok(transition);
    everyValue(transition, text);
    assert.deepEqual([transition.event, transition.by, transition.mode, transition.from, transition.to].map((value) => value?.text), ['architect.planning', 'architect', 'strict', 'DRAFT', 'PLANNED']);
    assert.equal(transition.why.length, 3);
    assert.deepEqual(transition.inputs.map(({ name, file }) => `${name.text}=${file.text}`), ['requirements=system-requirements.md', 'constraints=technical-constraints.md', 'quality_targets=nfr-targets.md']);
    assert.deepEqual(transition.evidence.map(({ kind, result, ref }) => [kind.text, result?.text, ref?.text]), [['design_review', 'validated', 'plans/architecture-design-ecom-arch-001-2025-10-27.md']]);
    assert.deepEqual(transition.risks.map(({ done, owner, mitigation }) => [done, owner?.text, mitigation?.text]), [[false, 'architect', 'start with core services, expand incrementally']]);
    assert.deepEqual(transition.followUps.map(({ owner, due }) => [owner?.text, due?.text]), [['architect', '2025-10-29']]);
    assert.deepEqual([transition.hasPlanBlock, transition.unknown.length], [true, 0]);
  });

  read('enterprise-architect', ({ kind, readings }) => {
    assert.equal(kind.id, 'architectural-plan');
    assert.deepEqual(
      readings.risks.map(({ name, impact, mitigation }) => [name.text, impact?.text, mitigation?.text]),
      [
        ['Breaking API changes', 'High', 'Versioned API, feature flags'],
        ['Data migration failure', 'Critical', 'Dry-run testing, rollback plan'],
        ['Performance degradation', 'Medium', 'Load testing, circuit breakers'],
      ],
    );
    assert.deepEqual(
      readings.phases.map(({ number, title, note, effort, files }) => [number?.text, title.text, note?.text, effort?.text, files.map((each) => each.text).join(' ')]),
      [
        ['1', 'Foundation', 'Domain + Contracts', 'Xd', 'internal/domain/{entity,contract}'],
        ['2', 'Data Layer', 'Repository + Migrations', 'Xd', 'internal/repository/* migrations/'],
        ['3', 'Business Logic', 'UseCase', 'Xd', 'internal/usecase/*'],
        ['4', 'API Layer', 'Transport', 'Xd', 'internal/transport/* OpenAPI specs'],
        ['5', 'Integration & Testing', undefined, 'Xd', ''],
      ],
    );
    assert.deepEqual(readings.metrics.map(({ name }) => name.text), ['Performance', 'Reliability', 'Business']);
  });

  read('phase-architecture-plan-template', ({ kind, readings, missing }) => {
    assert.equal(kind.id, 'phase-plan');
    assert.deepEqual(missing, []);
    assert.deepEqual(readings.risks.map(({ name, probability, contingency }) => [name.text, probability?.text, contingency?.text]), [
      ['[RISK_NAME]', '[High/Medium/Low]', '[BACKUP_PLAN]'],
      ['[RISK_NAME]', '[High/Medium/Low]', undefined],
    ]);
    assert.deepEqual(
      readings.waves.map(({ number, name, dependsOn, parallelWith, isFirst, items }) => [number.text, name?.text, dependsOn.map((each) => each.text).join(), parallelWith.join(), isFirst, items.length]),
      [
        ['1', 'Foundation', '', '', true, 2],
        ['2', 'Core Implementations', '1', '', false, 2],
        ['3', 'Feature Set A', '2', '4', false, 0],
        ['4', 'Feature Set B', '2', '3', false, 0],
        ['5', 'Integration', '3,4', '', false, 1],
      ],
    );
    assert.deepEqual(readings.decisions.map(({ number, choice, alternatives, mitigation }) => [number?.text, choice?.text, alternatives?.text, mitigation?.text]), [
      ['1', '[WHAT_WE_DECIDED]', '[OTHER_OPTIONS]', '[HOW_TO_MITIGATE]'],
      ['2', '[WHAT_WE_DECIDED]', undefined, undefined],
    ]);
    assert.deepEqual(countBy(readings.nfrs.map(({ category }) => category)), { 'Performance Requirements': 8, 'Security Requirements': 4, 'Scalability Considerations': 4 });
    assert.deepEqual(readings.nfrs.slice(0, 5).map(({ path, target }) => `${path.join('.')} ${target?.text ?? ''}`), [
      'latency.p50 [NUMBER]ms',
      'latency.p95 [NUMBER]ms',
      'latency.p99 [NUMBER]ms',
      'throughput.minimum [NUMBER] req/sec',
      'throughput.target [NUMBER] req/sec',
    ]);
    assert.deepEqual(countBy(readings.gates.map(({ group }) => group)), { 'Architectural Success': 5, 'Implementation Success': 5 });
    assert.equal(readings.debt.length, 2);
  });

  read('plan-architecture-command', ({ kind, readings }, text) => {
    assert.equal(kind.id, 'system-design');
    assert.deepEqual(
      readings.constraints.map(({ name, allowed, forbidden }) => [name?.text, allowed.map((each) => each.text), forbidden.map((each) => each.text)]),
      [
        ['Storage', ['ClickHouse'], ['Redis', 'PostgreSQL']],
        ['Focus', [], []],
        ['Pattern', [], []],
      ],
    );
    // The form of a decision stands in a fence of Markdown: the document that is made from it.
    const block = /```markdown\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';
    const { subject } = checker.check(`# System Design: X\n\n${block}\n`, 'docs/architecture/SYSTEM_DESIGN.md', DEFAULT_SETTINGS);
    assert.deepEqual(
      subject?.readings.decisions.map(({ name, problem, options, tradeoffs, confidence }) => [name.text, problem?.text, options.length, tradeoffs?.text, confidence?.text]),
      [['[Title]', "[What we're solving]", 2, '- [Trade-off 1]', '[X]%']],
    );
  });

  read('use-case-plan-command', ({ kind, missing }) => {
    assert.equal(kind.id, 'use-case-plan');
    assert.equal(missing.filter(({ section }) => /^\d/.test(section.title)).length, 0, 'all ten sections stand as bold items');
  });
});

/** Every value anywhere in a reading slices to its text. */
function everyValue(reading: unknown, text: string): void {
  if (typeof reading !== 'object' || reading === null) return;
  if ('text' in reading && 'range' in reading && Object.keys(reading).length === 2) {
    const value = reading as Value;
    assert.equal(sliceOf(text, value.range), value.text);
  } else for (const part of Object.values(reading)) everyValue(part, text);
}

function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from(new Set(values), (value) => [value, values.filter((each) => each === value).length]));
}
