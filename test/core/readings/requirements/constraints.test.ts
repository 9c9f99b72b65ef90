import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readConstraints, type Constraint } from '../../../../src/core/readings/requirements/constraints.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { anyText } from '../../support/any-text.ts';
import { readFlat } from '../../support/flat-markdown.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function constraintsIn(text: string): readonly Constraint[] {
  return readConstraints(readPlan(text), { start: 0, end: text.length }, read);
}

/** Every constraint as `name | text | +allowed -forbidden`, after checking that its ranges slice to its values. */
function plain(text: string): readonly string[] {
  const shown = ({ text: written, range }: Value): string => {
    assert.equal(text.slice(range.start, range.end), written, 'the range slices to the value');
    return written;
  };
  return constraintsIn(text).map(({ name, text: said, allowed, forbidden, range }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, 'the range lies in the text');
    const judged = [...allowed.map((value) => `+${shown(value)}`), ...forbidden.map((value) => `-${shown(value)}`)].join(' ');
    return [name ? shown(name) : '', shown(said), judged].join(' | ');
  });
}

/** What a single item allows and forbids. */
function judged(item: string): string {
  return plain(`- ${item}\n`)[0]?.split(' | ').at(-1) ?? 'nothing read';
}

describe('readConstraints', () => {
  it('reads bold items, with what stands in parentheses', () => {
    const text = '## Constraints\n\n- **Berths:** SQLite ONLY (no Oracle, no MariaDB)\n- **Scope:** Night Shift planning only (not ship-to-shore billing)\n- **Style:** Follow harbour naming patterns\n';
    assert.deepEqual(plain(text), [
      'Berths | SQLite ONLY (no Oracle, no MariaDB) | +SQLite -Oracle -MariaDB',
      'Scope | Night Shift planning only (not ship-to-shore billing) | ',
      'Style | Follow harbour naming patterns | ',
    ]);
  });

  it('reads lists behind a name, plain or bold', () => {
    assert.deepEqual(plain('- Forbidden: Oracle, MariaDB\n- Allowed technologies: Go, SQLite and `nats`\n- **Not allowed**: [Apache Kafka](https://kafka.apache.org), **Spring Boot** (licence)\n'), [
      'Forbidden | Oracle, MariaDB | -Oracle -MariaDB',
      'Allowed technologies | Go, SQLite and `nats` | +Go +SQLite +nats',
      'Not allowed | [Apache Kafka](https://kafka.apache.org), **Spring Boot** (licence) | -Apache Kafka -Spring Boot',
    ]);
  });

  it('reads lists below a name or a heading', () => {
    assert.deepEqual(plain('- **Forbidden**:\n  - Oracle\n  - MariaDB: nobody runs it\n- Rust only\n'), ['Forbidden | - Oracle\n  - MariaDB: nobody runs it | -Oracle -MariaDB', ' | Rust only | +Rust']);
    assert.deepEqual(plain('## Limits\n\n### Forbidden Technologies\n\n- Oracle\n- **MariaDB**: nobody runs it\n- manual steps\n\n### Others\n\n- Oracle\n'), [
      ' | Oracle | -Oracle',
      'MariaDB | nobody runs it | -MariaDB',
      ' | manual steps | ',
      ' | Oracle | ',
    ]);
  });

  it('reads bold lines of paragraphs', () => {
    assert.deepEqual(plain('**Storage**: SQLite only  \n**Queue**: no NATS\n\nNo Oracle in prose.\n'), ['Storage | SQLite only | +SQLite', 'Queue | no NATS | -NATS']);
  });

  it('reads tables', () => {
    const text = '| Area | Allowed | Forbidden | Reason |\n|--|--|--|--|\n| Storage | SQLite | Oracle, MariaDB | Fees |\n| Queue | | NATS | |\n\n| ID | Constraint |\n|--|--|\n| C1 | No Oracle |\n\n| Name | Owner |\n|--|--|\n| No Oracle | Ada |\n';
    assert.deepEqual(plain(text), ['Storage | Oracle, MariaDB | +SQLite -Oracle -MariaDB', 'Queue | NATS | -NATS', 'C1 | No Oracle | -Oracle']);
  });

  it('reads what sentences forbid', () => {
    assert.equal(judged('No Redis'), '-Redis');
    assert.equal(judged('Must not use Kafka or RabbitMQ'), '-Kafka -RabbitMQ');
    assert.equal(judged('We do not use Node.js, C++, and .NET.'), '-Node.js -C++ -.NET');
    assert.equal(judged('**No Oracle**: the licence ends'), '-Oracle');
    assert.equal(judged('Neither Redis nor Kafka because we cannot run them'), '-Redis -Kafka');
    assert.equal(judged('Kafka/RabbitMQ are not allowed'), '-Kafka -RabbitMQ');
    assert.equal(judged('Redis must not be used.'), '-Redis');
    assert.equal(judged('PostgreSQL, not MySQL'), '-MySQL');
    assert.equal(judged('Never use `left-pad` or [Redis](https://redis.io)'), '-left-pad -Redis');
    assert.equal(judged('Runs anywhere (no Redis\n  no Kafka)'), '-Redis -Kafka');
  });

  it('reads what sentences alone allow', () => {
    assert.equal(judged('Only PostgreSQL 16'), '+PostgreSQL 16');
    assert.equal(judged('Use **Go** and Rust only, no Python'), '+Go +Rust -Python');
    assert.equal(judged('Use **Go** and Rust only'), '+Go +Rust');
    assert.equal(judged('We must use only Amazon S3.'), '+Amazon S3');
    assert.equal(judged('Storage: `clickhouse` only'), '+clickhouse');
  });

  it('forbids and allows nothing that is no technology, or only for some case', () => {
    for (const item of [
      'No downtime',
      'No Downtime during moves',
      'No Breaking Changes',
      'No data loss, not even at night',
      'No Redis unless the board agrees',
      'No Redis for sessions',
      'No Kafka in phase 1',
      'Redis only for caching',
      'Only Ada may deploy',
      'Redis is not fast',
      'The importer is not Java 21 compatible',
      'Not only Redis',
      'No {{technology}}',
      'No [DATABASE]',
      'Forbidden: {{technologies}}',
      'Forbidden: None',
      'Forbidden: manual work, Redis for sessions',
      'Use Redis',
      'No Very Long Product Name',
      'Note: No Redis',
    ]) {
      assert.ok(['', 'nothing read'].includes(judged(item)), `${item}: ${judged(item)}`);
    }
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs, emoji, boxes and right-to-left text', () => {
    assert.deepEqual(plain('\uFEFF## 🚧 Limits\r\n\r\n-\t**🗄️ Store:**\tSQLite ONLY\r\n- [ ] **Queue**: no NATS\r\n- **אחסון**: no Oracle\r\n'), [
      '🗄️ Store | SQLite ONLY | +SQLite',
      'Queue | no NATS | -NATS',
      'אחסון | no Oracle | -Oracle',
    ]);
  });

  it('reads nothing from fences, comments and empty items', () => {
    assert.deepEqual(plain('```\n- No Redis\n```\n\n<!--\n- No Redis\n-->\n\n-\n- **Storage**:\n'), []);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Limits', '### Forbidden', '- **Storage:** SQLite ONLY (no Oracle, no', '- Forbidden: A, B', '- **Forbidden**:', '  - Redis', '- No [Redis](x', '| Area | Forbidden |', '|--|--|', '| a | B, `c` |', '| x', '- Only', '**Queue**: no NATS', '', '> - No Kafka', '```', '\t- No `x', '<!--', '- [ ] no Go/Rust, and', '- **', 'no');
    const document = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(80), (text) => void plain(`- ${text}`)), { numRuns: RUNS });
  });

  it('reads a long item as one, and many as many', () => {
    const flat = (text: string): number => readConstraints(readPlan(text), { start: 0, end: text.length }, readFlat).length;
    for (const part of ['no ', 'no A, ', 'A only, ', '(', '`', ' '.repeat(50) + 'not']) assert.equal(flat(`- ${part.repeat(10_000 / part.length)}`), 1, part);
    assert.equal(flat('- No A\n'.repeat(200)), 200);
    assert.equal(plain('- **Forbidden**:\n  - A\n'.repeat(20)).length, 20);
  });
});
