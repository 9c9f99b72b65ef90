import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { readStack, type StackRow } from '../../../../src/core/readings/requirements/stack.ts';
import { anyText } from '../../support/any-text.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function stackIn(text: string): readonly StackRow[] {
  return readStack(readPlan(text), { start: 0, end: text.length }, read);
}

/** Every row as `name: technologies (rationale)`, with a star for a service, after checking its ranges. */
function plain(text: string): readonly string[] {
  const shown = ({ text: written, range }: Value): string => {
    assert.equal(text.slice(range.start, range.end), written, 'the range slices to the value');
    return written;
  };
  return stackIn(text).map(({ name, technologies, rationale, range, isService }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, 'the range lies in the text');
    return `${isService ? '*' : ''}${shown(name)}: ${technologies.map(shown).join(' + ')}${rationale ? ` (${shown(rationale)})` : ''}`;
  });
}

describe('readStack', () => {
  it('reads a table of services', () => {
    const text = '### Backend\n| Service | Language | Framework | Rationale |\n|---|---|---|---|\n| Berth Service | Rust | Axum | Small and steady |\n| Tide Service | Go | | |\n| | Go | Gin | x |\n';
    assert.deepEqual(plain(text), ['*Berth Service: Rust + Axum (Small and steady)', '*Tide Service: Go']);
    assert.equal(stackIn(text)[0]?.source, 'table');
    const row = stackIn(text)[1]?.range;
    assert.equal(row && text.slice(row.start, row.end), '| Tide Service | Go | | |');
  });

  it('reads tables of layers, concerns and tools', () => {
    assert.deepEqual(plain('| # | Layer | Technology | Why |\n|--|--|--|--|\n| 1 | Storage | **SQLite** | One file |\n'), ['Storage: **SQLite** (One file)']);
    assert.deepEqual(plain('| Concern | Tool | Version |\n|--|--|--|\n| Logs | Loki | 3 |\n'), ['Logs: Loki']);
    assert.deepEqual(plain('| Component | Choice |\n|--|--|\n| Queue | NATS |\n'), ['*Queue: NATS']);
    assert.deepEqual(plain('| Technology | Purpose |\n|--|--|\n| NATS | Messages |\n'), ['NATS: NATS']);
  });

  it('reads no table that names no technologies', () => {
    for (const header of ['Service | Owner', 'Component | Responsibility', 'Risk | Technology', 'Language | Framework', 'Area | Budget']) {
      assert.deepEqual(plain(`| ${header} |\n|--|--|\n| a | b |\n`), [], header);
    }
  });

  it('reads items', () => {
    const text = '### Infrastructure\n- **Packaging**: Podman for equal machines\n- **CI/CD** – Woodpecker, with tests\n- **API Gateway:** Caddy\n- Logs: Loki\n- [x] **Queue**: NATS\n';
    assert.deepEqual(plain(text), ['Packaging: Podman for equal machines', 'CI/CD: Woodpecker, with tests', 'API Gateway: Caddy', 'Logs: Loki', 'Queue: NATS']);
    assert.equal(stackIn(text)[0]?.source, 'item');
    const item = stackIn(text)[0]?.range;
    assert.equal(item && text.slice(item.start, item.end), '- **Packaging**: Podman for equal machines');
  });

  it('reads what stands below an item', () => {
    const text = '- **Databases**:\n  - SQLite: Berths\n  - **DuckDB** – statistics\n  - Plain files\n  - Why: few ships\n- **Backend**: Rust\n  - Rationale: small\n- Rationale: all of it is small\n- **Cache**:\n';
    assert.deepEqual(plain(text), ['Databases: SQLite + DuckDB + Plain files (few ships)', 'Backend: Rust (small)', 'Cache: ']);
  });

  it('reads what is not filled in yet', () => {
    assert.deepEqual(plain('| Service | Language |\n|--|--|\n| {{service}} | [LANGUAGE] |\n\n- **{{concern}}**: {{technology}}\n'), ['*{{service}}: [LANGUAGE]', '{{concern}}: {{technology}}']);
  });

  it('reads nothing from prose, fences and items that name nothing', () => {
    assert.deepEqual(plain('Storage: SQLite\n\n- We use SQLite\n- **Really** small\n- https://example.org\n\n```\n- **Queue**: NATS\n```\n'), []);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs, emoji and right-to-left text', () => {
    assert.deepEqual(plain('\uFEFF## 🧱 Stack\r\n\r\n|\tService\t|\tDatabase\t|\r\n|--|--|\r\n|\t🚢 Ships\t|\tSQLite\t|\r\n\r\n-\t**אחסון**:\tSQLite\r\n'), ['*🚢 Ships: SQLite', 'אחסון: SQLite']);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Stack', '| Service | Language | Rationale |', '|--|--|--|', '| a | b | c |', '| x', '- **Queue**: NATS', '- **Queue**:', '  - NATS: x', '  - ', '- [ ] a: b', '- **a** (b', '- ****: x', '', '> - a: b', '```', '\t- x', '<!--', '**a**: b', '- **a:**\\', '  **b**: c');
    const document = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(80), (text) => void plain(`- ${text}`)), { numRuns: RUNS });
  });
});
