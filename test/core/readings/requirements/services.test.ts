import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readServices, type Service } from '../../../../src/core/readings/requirements/services.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { anyText } from '../../support/any-text.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function servicesIn(text: string): readonly Service[] {
  return readServices(readPlan(text), { start: 0, end: text.length }, read);
}

/** Every service as `number name: field=value; …`, after checking its ranges. */
function plain(text: string): readonly string[] {
  const shown = ({ text: written, range }: Value): string => {
    assert.equal(text.slice(range.start, range.end), written, 'the range slices to the value');
    return written;
  };
  return servicesIn(text).map(({ number, name, fields, range }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, 'the range lies in the text');
    return `${number ? `${shown(number)} ` : ''}${shown(name)}: ${fields.map(({ name: field, value }) => `${field}=${shown(value)}`).join('; ')}`;
  });
}

describe('readServices', () => {
  it('reads numbered headings with fields', () => {
    const text = '### Core\n\n#### 1. Berth Service\n- **Responsibility**: Books berths, frees them\n- **Technology**: Rust + Axum\n- **Database**: SQLite (one file)\n- **Scalability**: One per port\n\n#### 2. Tide Service\n- **Responsibility:** Tells the tide\n- **Security**: Signed tables\n\nMore is to come.\n';
    assert.deepEqual(plain(text), [
      '1 Berth Service: Responsibility=Books berths, frees them; Technology=Rust + Axum; Database=SQLite (one file); Scalability=One per port',
      '2 Tide Service: Responsibility=Tells the tide; Security=Signed tables',
    ]);
    const range = servicesIn(text)[0]?.range;
    assert.match(range ? text.slice(range.start, range.end) : '', /^#### 1\. [^]*One per port$/);
  });

  it('reads numbers in other forms, and none', () => {
    const heading = (title: string): string => `## Core\n\n### ${title}\n\n- **Technology**: Go\n`;
    const title = (written: string): string => plain(heading(written))[0]?.replace(': Technology=Go', '') ?? 'none';
    assert.deepEqual(['2) Tides', '1.2 Tides', '3\\. Tides', 'Service 4: Tides', 'Microservice 5 – Tides', '**6. Tides**', 'Tides', '`tides` ##', '🌊 Tides', '3D Tides', '{{service}}'].map(title), [
      '2 Tides', '1.2 Tides', '3 Tides', '4 Tides', '5 Tides', '6 Tides', 'Tides', '`tides`', '🌊 Tides', '3D Tides', '{{service}}',
    ]);
  });

  it('reads fields as lines, plain items and lists below them', () => {
    assert.deepEqual(plain('## Core\n\nTides\n---\n\n### Tides\n\n**Technology**: Go  \n**Database**: none\n\n### Berths\n\nTechnology: Rust\nDatabase: SQLite\n\n### Ships\n\n- Technology: Rust\n- **Responsibility**:\n  - Registers ships\n  - Strikes them: late\n- **Security**:\n'), [
      'Tides: Technology=Go; Database=none',
      'Berths: Technology=Rust; Database=SQLite',
      'Ships: Technology=Rust; Responsibility=- Registers ships\n  - Strikes them: late; Security=',
    ]);
  });

  it('reads headings below groups at any level', () => {
    assert.deepEqual(plain('## Core\n\n### Sea side\n\nAll of these are small: really.\n\n**Note**: small.\n\n#### Tides\n- **Technology**: Go\n\n##### Berths\n- x\n\n### Land side\n\n- **Crane Service**: lifts\n\n#### Cranes\n- **Technology**: C\n'), ['Tides: Technology=Go', 'Cranes: Technology=C']);
  });

  it('takes what stands under headings within a service for its own, if it has no number', () => {
    assert.deepEqual(plain('## Core\n\n### 1. Tides\n- **Technology**: Go\n\n#### Interface\n- **Method**: GET\n\n#### 2. Berths\n- **Technology**: Rust\n\n### Ships\n- Technology: C\n'), [
      '1 Tides: Technology=Go; Method=GET',
      '2 Berths: Technology=Rust',
      'Ships: Technology=C',
    ]);
  });

  it('does not take the heading of the span for a service', () => {
    const text = '# Plan\n\n## Core\n\n- **Technology**: Go\n\n### Tides\n\n- **Technology**: Go\n\n## Other\n\n### Berths\n- **Technology**: Go\n';
    const span = { start: text.indexOf('## Core'), end: text.indexOf('## Other') };
    assert.deepEqual(readServices(readPlan(text), span, read).map(({ name }) => name.text), ['Tides']);
    assert.deepEqual(readServices(readPlan(text), { start: span.start + 8, end: span.end }, read).map(({ name }) => name.text), ['Tides']);
    assert.deepEqual(plain('\uFEFF# Core\n\n- **Technology**: Go\n'), []);
  });

  it('reads numbered bold items with fields below', () => {
    const text = '## Core\n\n1. **Berth Service**\n   - **Responsibility**: Books berths\n   - Technology: Rust\n2. **Tide Service:** tells the tide\n   - Technology: Go\n3. **Crane Service**\n   **Technology**: C\n\n   - Database: none\n4. **Ships**: no fields\n5. **Buoys**\n   - float\n6. Piers\n   - Technology: wood\n';
    assert.deepEqual(plain(text), [
      '1 Berth Service: Responsibility=Books berths; Technology=Rust',
      '2 Tide Service: Technology=Go',
      '3 Crane Service: Technology=C; Database=none',
    ]);
    const item = servicesIn(text)[1]?.range;
    assert.equal(item && text.slice(item.start, item.end), '2. **Tide Service:** tells the tide\n   - Technology: Go');
    assert.deepEqual(plain('## Core\n\n### Sea side\n\n1. **Tides**\n   - Technology: Go\n'), ['1 Tides: Technology=Go']);
  });

  it('reads tables', () => {
    assert.deepEqual(plain('| # | Service | **Technology** | Owner |\n|--|--|--|--|\n| 1 | Tides | Go | |\n| | | Rust | Ada |\n| | Berths | Rust | Ada |\n'), ['1 Tides: Technology=Go', 'Berths: Technology=Rust; Owner=Ada']);
    for (const header of ['Owner | Service', 'Component | Risk', 'Metric | Target']) assert.deepEqual(plain(`| ${header} |\n|--|--|\n| a | b |\n`), [], header);
  });

  it('reads nothing from prose, plain lists and fences', () => {
    assert.deepEqual(plain('## Core\n\n### Tides\n\nIt is small.\n\n- Go\n- Rust\n\n### Berths\n\nTwo things matter: speed and calm\n\n```\n- **Technology**: Go\n```\n'), []);
  });

  it('keeps its places with a byte-order mark, Windows line endings, tabs, emoji and right-to-left text', () => {
    assert.deepEqual(plain('\uFEFF## 🧩 Core\r\n\r\n### 1. 🌊 גאות\r\n\r\n-\t**Technology**:\tGo\r\n- [ ] **Owner**: Ada\r\n'), ['1 🌊 גאות: Technology=Go; Owner=Ada']);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## Core', '### 1. Tides', '#### Berths', '### **2. Ships**', '###', '- **Technology**: Go', '- **Database**:', '  - SQLite', '1. **Tides**', '   - a: b', '   **c**: d', '| Service | Owner |', '|--|--|', '| a | b |', '| x', 'a: b', '**c**: d', '', '> - a: b', '```', '\t- x', '<!--', 'Setext', '---');
    const document = fc.tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void plain(`## a\n### ${text}\n- b: ${text}\n`)), { numRuns: RUNS });
  });
});
