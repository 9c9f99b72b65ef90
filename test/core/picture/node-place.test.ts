import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeOfNode } from '../../../src/core/picture/node-place.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';

const DIAGRAM = [
  '```mermaid',
  'flowchart LR',
  '  %% The Quay board comes last',
  '  app["Booking Service<br/>Go, PostgreSQL"] --> log[(Berth log)]',
  '  log --> board["`**Quay** board`"]',
  '  board --> pay[Pay #amp; Go]',
  '  pay --> log',
  '```',
].join('\n');

/** The line of the document that a node leads to. */
function lineFor(text: string, label: string, diagram = text.indexOf('```mermaid')): string | undefined {
  const plan = readPlan(text);
  const place = placeOfNode({ plan, subject: undefined, findings: [], risks: [] }, diagram, label);
  return place && text.slice(text.lastIndexOf('\n', Math.max(0, place.start - 1)) + 1).split(/\r?\n/)[0];
}

const documentWith = (...rest: readonly string[]): string => ['# Harbour: Berth log and more', '', '## Component Diagram', '', DIAGRAM, '', ...rest, ''].join('\n');

describe('what a node of a diagram stands for', () => {
  it('is the section of that title, however it is written', () => {
    for (const title of ['## Booking Service', '### 1. Booking Service', '#### 🏗️ **Booking** service', '## 2.1 Booking Service (Go)', 'Booking Service\n---']) {
      assert.equal(lineFor(documentWith('## Services', '', title), 'Booking Service'), title.split('\n')[0], title);
    }
  });

  it('is the section that has the name as whole words in its title, the one with the fewest others first', () => {
    const text = documentWith('## What the Berth log keeps and for whom', '', '## The Berth Log', '', '## Berth logistics');
    assert.equal(lineFor(text, 'Berth log'), '## The Berth Log');
    assert.equal(lineFor(documentWith('## The Berth Log', '', '## Berth log'), 'Berth log'), '## Berth log');
    assert.equal(lineFor(documentWith('## Berth logistics'), 'Berth log'), '  app["Booking Service<br/>Go, PostgreSQL"] --> log[(Berth log)]');
  });

  it('is known by the first line of its label where the whole is nobody’s title', () => {
    assert.equal(lineFor(documentWith('## Booking Service'), 'Booking Service\nGo, PostgreSQL'), '## Booking Service');
  });

  it('is no section that the diagram stands in, unless that has the very name', () => {
    assert.equal(lineFor(documentWith(), 'Berth log'), '  app["Booking Service<br/>Go, PostgreSQL"] --> log[(Berth log)]');
    assert.equal(lineFor(documentWith(), 'Diagram'), '```mermaid');
    assert.equal(lineFor(documentWith(), 'Component Diagram'), '## Component Diagram');
  });

  it('is a bold label in place of a heading', () => {
    assert.equal(lineFor(documentWith('**Berth log:**', '', 'Keeps all.'), 'Berth log'), '**Berth log:**');
    assert.equal(lineFor(documentWith('**Berth log:**', '', '## The berth log'), 'Berth log'), '## The berth log');
  });

  it('is else its first line in the diagram, without comments', () => {
    const text = documentWith('## Others');
    assert.equal(lineFor(text, 'Quay board'), '  log --> board["`**Quay** board`"]');
    assert.equal(lineFor(text, 'Booking Service\nGo, PostgreSQL'), '  app["Booking Service<br/>Go, PostgreSQL"] --> log[(Berth log)]');
    assert.equal(lineFor(text, 'Pay & Go'), '  board --> pay[Pay #amp; Go]');
    assert.equal(lineFor(text, 'pay'), '  board --> pay[Pay #amp; Go]');
  });

  it('is rather a line with the whole word than one with a part of it', () => {
    const text = '```mermaid\nflowchart LR\n  logistics --> a\n  log --> b\n```\n';
    assert.equal(lineFor(text, 'log'), '  log --> b');
    assert.equal(lineFor(text, 'logi'), '  logistics --> a');
  });

  it('takes a single letter for no word of a title', () => {
    const text = '## Plan A\n\n```mermaid\nflowchart LR\n  A --> B\n```\n\n## Option B\n\n## A\n';
    assert.equal(lineFor(text, 'B'), '  A --> B');
    assert.equal(lineFor(text, 'A'), '## A');
  });

  it('is found in every sort of diagram', () => {
    const of = (source: string, label: string): string | undefined => lineFor(`\`\`\`mermaid\n${source}\n\`\`\`\n`, label);
    assert.equal(of('sequenceDiagram\n  participant B as Booking Service\n  B->>B: book()', 'Booking Service'), '  participant B as Booking Service');
    assert.equal(of('sequenceDiagram\n  A->>B: book()', 'book()'), '  A->>B: book()');
    assert.equal(of('stateDiagram-v2\n  state "Under review" as R\n  R --> D', 'Under review'), '  state "Under review" as R');
    assert.equal(of('classDiagram\n  class Berth["The Berth"]', 'The Berth'), '  class Berth["The Berth"]');
    assert.equal(of('erDiagram\n  BOOKING ||--o{ BERTH : takes', 'BERTH'), '  BOOKING ||--o{ BERTH : takes');
    assert.equal(of('gantt\n  section Build\n  Booking Service :active, 20d', 'Booking Service'), '  Booking Service :active, 20d');
    assert.equal(of('mindmap\n  root((Harbour))\n    Quay', 'Quay'), '    Quay');
    assert.equal(of('C4Container\n  Container(app, "Booking Service", "Go")', 'Booking Service'), '  Container(app, "Booking Service", "Go")');
    assert.equal(of('architecture-beta\n  service db(database)[Database]', 'Database'), '  service db(database)[Database]');
  });

  it('is found with other line ends, in other scripts and with a mark at the start', () => {
    const text = `\uFEFF${documentWith('## 🚢 سجل الأرصفة', '', '## 予約サービス')}`.replaceAll('\n', '\r\n');
    assert.equal(lineFor(text, 'سجل الأرصفة'), '## 🚢 سجل الأرصفة');
    assert.equal(lineFor(text, '予約サービス'), '## 予約サービス');
    assert.equal(lineFor(text, 'Berth log'), '  app["Booking Service<br/>Go, PostgreSQL"] --> log[(Berth log)]');
  });

  it('is the diagram itself where nothing says the label, and nothing where no diagram begins', () => {
    assert.equal(lineFor(documentWith(), 'Nowhere'), '```mermaid');
    assert.equal(lineFor(documentWith(), ' '), '```mermaid');
    assert.equal(lineFor(documentWith(), 'Berth log', 3), undefined);
  });

  it('is the one of its own diagram', () => {
    const text = '```mermaid\nflowchart LR\n  a --> first\n```\n\n```mermaid\nflowchart LR\n  b --> first\n```\n';
    assert.equal(lineFor(text, 'first'), '  a --> first');
    assert.equal(lineFor(text, 'first', text.lastIndexOf('```mermaid')), '  b --> first');
  });

  it('is a place in the document, whatever the label and the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 80 }), (label, source) => {
        const text = `# T\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
        const place = placeOfNode({ plan: readPlan(text), subject: undefined, findings: [], risks: [] }, 5, label);
        assert.ok(place === undefined || (place.start >= 0 && place.start <= place.end && place.end <= text.length));
      }),
    );
  });
});
