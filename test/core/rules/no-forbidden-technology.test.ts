import assert from 'node:assert/strict';
import { findingsOf, messagesOf, phasePlan } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const RULE = 'no-forbidden-technology';
const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const CONSTRAINT = '- **Storage**: ClickHouse ONLY (no Redis, no PostgreSQL)';

const design = (sections: string, constraints = CONSTRAINT) => `# System Design: Harbour\n\n## Constraints\n\n${constraints}\n\n${sections}\n`;
const buffering = (text: string) => design(`## Buffering Strategy\n\n${text}`);
const found = (text: string) => findingsOf(RULE, text, DESIGN).map(({ range }) => text.slice(range.start, range.end));

describe('no-forbidden-technology', () => {
  it('finds it where it stands, with the constraint', () => {
    const text = buffering('- **Place**: Redis Streams');
    const [finding, ...others] = findingsOf(RULE, text, DESIGN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Redis" is proposed here, but "ClickHouse ONLY (no Redis, no PostgreSQL)" forbids it: choose another technology, or change the constraint.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Redis');
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.related?.map(({ path, range }) => [path, text.slice(range.start, range.end)]), [[undefined, 'ClickHouse ONLY (no Redis, no PostgreSQL)']]);
  });

  it('finds it in prose, tables, headings, diagrams and code', () => {
    assert.deepEqual(found(buffering('Sessions are read from Redis. They are never lost.')), ['Redis']);
    assert.deepEqual(found(buffering('We hold events in a\nredis list, so that no request waits.')), ['redis']);
    assert.deepEqual(found(buffering('| Part | Technology |\n|--|--|\n| Buffer | **Redis** |\n| Store | ClickHouse |')), ['Redis']);
    assert.deepEqual(found(buffering('### Redis as a buffer\n\nIt is quick.')), ['Redis']);
    assert.deepEqual(found(design('## Data Flow\n\n```mermaid\nflowchart LR\n  api --> redis[(Redis)]\n  redis --> click[(ClickHouse)]\n```')), ['redis']);
    assert.deepEqual(found(buffering('```yaml\nimage: redis:7\n```')), ['redis']);
    assert.deepEqual(found(buffering('Events go to ClickHouse without loss through Postgres.')), ['Postgres']);
    assert.deepEqual(found(buffering('We replace the files with Redis.')), ['Redis']);
  });

  it('finds it among the mitigations, and says a line once', () => {
    const text = `# Harbour Architecture Design\n\nConstraints: [constraints](constraints.md)\n\n## Risk Assessment and Mitigation\n\n1. **Slow lookups**\n   - **Risk**: Redis is asked for by the team\n   - **Mitigation**: A Redis cache, and Redis again\n`;
    assert.deepEqual(messagesOf(RULE, text, 'plans/architecture-design-port-7.md', filesAround({ 'plans/constraints.md': '# Constraints\n\n- No Redis\n' })), ['"Redis" is proposed here, but the constraints in plans/constraints.md forbid it: choose another technology, or change the constraint.']);
  });

  it('leaves it where the text speaks against it or only of it', () => {
    for (const text of [
      'No Redis, no PostgreSQL.',
      'We do not use Kafka, Redis or files.',
      'The buffer works without Redis.',
      'A file instead of Redis keeps the events.',
      'Events are moved away from Redis in wave 2.',
      'We migrate the sessions from Redis to ClickHouse.',
      'Redis is replaced by a file.',
      'This replaces Redis.',
      'Redis was considered and rejected.',
      'Redis is forbidden here.',
      'Why not Redis?',
      'The legacy Redis cache goes on running until May.',
      'A file is simpler than Redis.',
      'Any Redis-compatible protocol will do.',
      'See https://redis.io/docs and [the guide](https://example.org/redis) and docs/redis.md.',
      'Redistribution of events, redis_client',
      '<!-- Redis? -->',
      '- Rejected:\n  - Redis: lost in a crash',
      '**Alternatives considered**:\n\n- Redis\n- Files',
      '| Option | Verdict |\n|--|--|\n| Redis | rejected |',
      '| Now | Instead of |\n|--|--|\n| File | Redis |',
      '### Options considered\n\n1. Redis',
      '```diff\n-image: redis\n+image: clickhouse\n```',
      'Would Redis be faster?',
    ]) {
      assert.deepEqual(found(buffering(text)), [], text);
    }
  });

  it('leaves options that were weighed, and finds the one that was chosen', () => {
    const decision = (choice: string) => design(`## Decisions\n\n### Decision: Buffer\n\n#### Problem\n\nRedis or a file?\n\n#### Options Considered\n\n1. **Redis**\n   - Pros: Quick\n2. **File**\n   - Pros: Plain\n\n#### Selected Approach\n\n**${choice}**, because it is there\n\n#### Trade-offs\n\n- Redis has better tools\n`);
    assert.deepEqual(found(decision('File')), []);
    assert.deepEqual(found(decision('Redis')), ['Redis']);
  });

  it('takes a name that is a word only as it is written', () => {
    const text = (line: string) => design(`## Scalability\n\n${line}`, '- **Languages**: no Go');
    assert.deepEqual(found(text('Go to the next node. We go on.')), []);
    assert.deepEqual(found(text('- **Language**: Go')), ['Go']);
    assert.deepEqual(found(text('The writer is built in Go.')), ['Go']);
  });

  it('reads the constraints of the documents it comes from', () => {
    const text = (head: string) => `# System Design: Harbour\n\n## Context\n\n${head}\n\n## Scalability\n\n- **Unit**: a MongoDB shard\n`;
    const around = (path: string, contents: string) => filesAround({ [path]: contents });
    assert.equal(messagesOf(RULE, text('[context](context.md)'), DESIGN, around('docs/architecture/context.md', '# Context\n\nNo MongoDB here.\n\n## Technical Constraints\n\n- Must not use MongoDB\n')).length, 1);
    assert.equal(messagesOf(RULE, text('[context](context.md)'), DESIGN, around('docs/architecture/context.md', '# Context\n\n- No MongoDB so far\n')).length, 0);
    const record = '```\n[TRANSITION|architect.planning] by architect\nOUTPUT:\n=== Architect Plan ===\ninputs: constraints=limits.md\n=== END Architect Plan ===\n```';
    const [finding] = findingsOf(RULE, text(record), DESIGN, around('docs/limits.md', '# Limits\n\n| Forbidden | Reason |\n|--|--|\n| MongoDB | Costs |\n'));
    assert.equal(finding?.related?.[0]?.path, 'docs/limits.md');
  });

  it('leaves alone what is open, allowed elsewhere, or where nothing is forbidden', () => {
    assert.deepEqual(found(design('## Scalability\n\nRedis', '- **Storage**: no {{technology}}')), []);
    assert.deepEqual(found(design('## Scalability\n\nRedis', '- No Redis\n- **Cache**: only Redis')), []);
    assert.deepEqual(found(design('## Scalability\n\nRedis', '- Fast')), []);
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
  });

  it('keeps its places with Windows line endings', () => {
    assert.deepEqual(found(buffering('- **Place**: Redis').replaceAll('\n', '\r\n')), ['Redis']);
  });
});
