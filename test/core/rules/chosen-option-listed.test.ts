import assert from 'node:assert/strict';
import { findingsOf, messagesOf } from '../documents.ts';

const RECORD = 'docs/adr/0007-keep-one-log.md';
const madr = (choice: string, options = '- Kafka\n- RabbitMQ with [quorum queues](https://example.com/x)\n- `LISTEN` of PostgreSQL') =>
  `# Keep one log\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n${options}\n\n## Decision Outcome\n\n${choice}\n`;
const messages = (text: string, path = RECORD) => messagesOf('chosen-option-listed', text, path);

const OPTIONS = 'which are "Kafka", "RabbitMQ with quorum queues" and "LISTEN of PostgreSQL": list it among them, or name the one that is meant.';

describe('chosen-option-listed', () => {
  it('finds a choice that is none of the options, at its name', () => {
    const text = madr('Chosen option: "Redis Streams", because it is there.');
    const [finding, ...others] = findingsOf('chosen-option-listed', text, RECORD);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, `"Redis Streams" is chosen and is none of the options, ${OPTIONS}`);
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Redis Streams');
  });

  it('knows a choice in every form', () => {
    for (const choice of ['Chosen option: Redis Streams, because it is there.', 'Chosen option: **Redis Streams**.', '**Redis Streams**, because it is there', 'Redis Streams', 'We choose "Redis Streams" as it is there.', 'We decided to use Redis Streams because it is there.', 'Option 4, because it is there.', 'Chosen option: “Redis Streams”']) {
      assert.equal(messages(madr(choice)).length, 1, choice);
      assert.equal(messages(madr(choice).replaceAll('\n', '\r\n')).length, 1, choice);
    }
    assert.deepEqual(messages(madr('Option D', '1. Option A: Kafka\n2. Option B: RabbitMQ\n3. Option C: Redis')), [
      '"Option D" is chosen and is none of the options, which are "Kafka", "RabbitMQ" and "Redis": list it among them, or name the one that is meant.',
    ]);
  });

  it('bears other spellings, references, and what only resembles an option', () => {
    for (const choice of ['Chosen option: "kafka", because', 'Chosen option: "RabbitMQ", because', "Chosen option: 'RabbitMQ with quorum queues'", 'Chosen option: "Apache Kafka 3"', 'Option 3, because it is there', 'Option B', 'Chosen option: "LISTEN of Postgres"', '[Kafka](https://kafka.apache.org)', 'Kafka.', 'Chosen option: "Streams", that is Kafka.']) {
      assert.deepEqual(messages(madr(choice)), [], choice);
    }
  });

  it('bears choices that are told in a sentence, that take several, or that are still open', () => {
    for (const choice of ['We will write every booking into one place that the office can read on paper.', 'Chosen option: "Both, each for its own load"', 'Chosen option: "None of them"', 'Chosen option: "{{chosen option}}", because {{reason}}.', 'Follow these rules:\n\n- one\n- two', 'Chosen option: "[option 1]", because']) assert.deepEqual(messages(madr(choice)), [], choice);
    assert.deepEqual(messages(madr('Chosen option: "Redis"', '- {{option}}\n- {{option}}')), []);
    assert.deepEqual(messages(madr('Chosen option: "Redis"', '- Kafka')), []);
  });

  it('looks at the decisions of a plan, but not among what was not chosen', () => {
    const decision = (choice: string, options: string) => `# System Design: Harbour\n\n## Decisions\n\n### Decision: Keep bookings\n\n#### Problem\n\nText.\n\n${options}\n\n#### Selected Approach\n\n${choice}\n`;
    const path = 'docs/architecture/SYSTEM_DESIGN.md';
    const options = '#### Options Considered\n\n1. **One log**\n   - Pros: order\n   - Cons: size\n2. **Locks**\n   - Pros: quick\n   - Cons: stuck';
    assert.equal(messages(decision('**A ledger**, because it is known', options), path).length, 1);
    assert.deepEqual(messages(decision('**One log**, because it is known', options), path), []);
    assert.deepEqual(messages(decision('**A ledger**', options.replace('Options Considered', 'Alternatives Considered')), path), []);
  });

  it('looks at structures that are compared, and what a table marks as chosen', () => {
    const plan = (chosen: string, verdict = 'rejected') =>
      `# Use Case Plan: Book a berth\n\n## 1. Use Case Alignment\n\n## 2. System Structure and High-Level Architecture\n\n| Structure | Pros | Cons | Verdict |\n|--|--|--|--|\n| One service | simple | grows | ${verdict} |\n| Two services | small | calls | rejected |\n\n**Chosen structure**: ${chosen}\n\n## 3. Key Components and Interactions\n`;
    const path = 'docs/book-a-berth-PLAN.md';
    assert.deepEqual(messages(plan('Event sourcing, because it is new'), path), [
      '"Event sourcing" is chosen and is none of the options, which are "One service" and "Two services": list it among them, or name the one that is meant.',
    ]);
    assert.deepEqual(messages(plan('one service, because it is small'), path), []);
    assert.deepEqual(messages(plan('Event sourcing', 'chosen'), path), []);
  });
});
