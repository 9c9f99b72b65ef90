import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagramNodes } from '../../../src/core/readings/diagram-nodes.ts';
import { findingsOf, messagesOf } from '../documents.ts';

const RULE = 'diagram-names-known';
const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const PLAN = 'plans/architecture-design-berths.md';

const NAMES = ['Booking service', 'Tide reader', 'Quay board'];
const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``;
const design = (source: string, names = NAMES) => `# System Design: Harbour\n\n## Component Structure\n\n${fence(source)}\n\n${names.map((name) => `- **${name}**: does its part`).join('\n')}\n`;
const KNOWN = 'flowchart LR\n  booking[Booking service] --> tide[Tide reader]\n  booking --> board[Quay board]';

describe('diagram-names-known', () => {
  it('finds a box that names nothing of the document, at its label', () => {
    const text = design(`${KNOWN}\n  booking --> ledger["Ledger<br/>two pods"]`);
    const [finding, ...others] = findingsOf(RULE, text, DESIGN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Ledger" stands in this diagram and nowhere else in the document: describe it as a component, or name it as the component is called that is meant.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Ledger<br/>two pods');
    assert.equal(finding.severity, 'information');
  });

  it('finds a component in no diagram, at its name', () => {
    const text = design(KNOWN, [...NAMES, 'Ledger']);
    const [finding, ...others] = findingsOf(RULE, text, DESIGN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Ledger" is in no diagram of this document: draw it where it belongs.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Ledger');
  });

  it('reads services under headings and in tables as well', () => {
    const service = (name: string, number: number) => `### ${number}. ${name}\n\n- **Responsibility**: its part\n- **Technology**: Go`;
    const plan = (rest: string) => `# Berths Architecture Design\n\n## Core Microservices\n\n${['User Service', 'Order Service', 'Payment Service'].map(service).join('\n\n')}\n\n${rest}`;
    const drawn = fence('graph TD\n  U[UserService] --> O[order-service]\n  O --> L[Ledger]');
    assert.deepEqual(findingsOf(RULE, plan(drawn), PLAN).map(({ message }) => message.split(' ')[0]), ['"Payment', '"Ledger"']);
    const table = `# System Design: Harbour\n\n## Component Structure\n\n${fence(KNOWN)}\n\n| Component | Task |\n|--|--|\n${[...NAMES, 'Ledger'].map((name) => `| ${name} | its part |`).join('\n')}\n`;
    assert.deepEqual(messagesOf(RULE, table, DESIGN), ['"Ledger" is in no diagram of this document: draw it where it belongs.']);
  });

  it('reads the boxes of C4 and of architecture diagrams', () => {
    const c4 = 'C4Container\n  Person(skipper, "Skipper")\n  Container(a, "Booking service", "Go")\n  Container(b, "Tide reader", "Go")\n  ContainerDb(d, "Berths", "SQLite")\n  Container(c, "Quay board", "Go")\n  Container(l, "Ledger", "Go")\n  System_Ext(e, "Weather office")\n  Rel(a, b, "asks")';
    assert.deepEqual(findingsOf(RULE, design(c4), DESIGN).map(({ message }) => message.slice(0, 8)), ['"Ledger"']);
    const architecture = 'architecture-beta\n  group harbour(cloud)[Harbour]\n  service a(server)[Booking service] in harbour\n  service b(server)[Tide reader] in harbour\n  service d(database)[Berths] in harbour\n  service c(server)[Quay board] in harbour\n  service l(server)[Ledger] in harbour\n  a:L -- R:b';
    assert.deepEqual(findingsOf(RULE, design(architecture), DESIGN).map(({ message }) => message.slice(0, 8)), ['"Ledger"']);
  });

  describe('leaves alone', () => {
    const nothing = (text: string, path = DESIGN) => assert.deepEqual(messagesOf(RULE, text, path), []);

    it('names written in another way', () => {
      nothing(design('flowchart LR\n  BookingService --> tide-reader\n  tide-reader --> boards["Quay boards (web)"]'));
      nothing(design('flowchart LR\n  a["**Bookings**"] --> b["Tides"] & c["fa:fa-map Quay board<br>Go"]'));
    });

    it('people, stores, what others run, and what the document speaks of elsewhere', () => {
      nothing(`${design(`${KNOWN}\n  skipper([Skipper]) --> web[Browser] --> booking\n  booking --> store[(Berths)] & queue[Event queue] & mail[Mail provider] & gw[API Gateway]\n  booking --> weather[Weather office]`)}\n## Context\n\nThe weather office warns of storms.\n`);
    });

    it('a diagram of something else: steps, questions, sequences, states', () => {
      nothing(design(`${KNOWN}\n`).replace('## Component', `## Data Flow\n\n${fence('flowchart TD\n  a[Booking service] --> b[Tide reader]\n  b --> c{Free?}\n  c -->|yes| d[Letterhead]')}\n\n## Component`));
      nothing(design(`${KNOWN}\n  booking --> v[Validate berth length] --> s[Notify quay]`));
      nothing(design('flowchart LR\n  pull[Wallpaper] --> push[Scissors] --> glue[Glue]'));
      nothing(design('stateDiagram-v2\n  [*] --> Free\n  Free --> Booked'));
      nothing(design(`sequenceDiagram\n  participant B as Booking service\n  participant L as Ledger\n  B->>L: write`));
    });

    it('links with texts, groups, styles and comments', () => {
      nothing(
        design(
          '---\ntitle: Harbour\n---\n%%{init: {"theme": "dark"}}%%\nflowchart LR\n  subgraph harbour["Harbour office"]\n    a[Booking service] -- asks for Tides --> b[Tide reader]:::soft\n    a -. "tells" .-> c(Quay board)\n    a ==>|prints| c\n  end\n  %% Ledger comes later\n  classDef soft fill:#eee\n  style a stroke:#333\n  click a "https://example.org"\n  harbour --> a',
        ),
      );
    });

    it('a view of a few of many components, and what an image or a drawing of signs may show', () => {
      nothing(design(KNOWN, [...NAMES, 'Ledger', 'Payroll', 'Fuel pump', 'Crane', 'Harbour master']));
      nothing(`${design(KNOWN, [...NAMES, 'Ledger'])}\n![All parts](parts.png)\n`);
      nothing(`${design(KNOWN, [...NAMES, 'Ledger'])}\n## Data Flow\n\n\`\`\`\nLedger <── Booking service\n\`\`\`\n`);
    });

    it('documents that list no components, and blanks', () => {
      nothing(design('flowchart LR\n  a[Ledger] --> b[Payroll]', []));
      nothing(design(`${KNOWN}\n  booking --> x["{{buffer}}"]`, [...NAMES, 'Ledger']));
      nothing(design(`${KNOWN}\n  booking --> x[Ledger]`, [...NAMES, '{{component}}']));
    });

    it('bold words that name no component', () => {
      nothing(design(KNOWN, [...NAMES, 'Protocol', 'Note']));
    });
  });

  it('finds the same with other line endings, emoji and a byte-order mark', () => {
    const text = `\uFEFF${design(`${KNOWN}\n  booking --> l[📒 Ledger]`)}`.replaceAll('\n', '\r\n');
    const [finding] = findingsOf(RULE, text, DESIGN);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '📒 Ledger');
  });

  it('reads any source without failing, and each box where it stands', () => {
    const piece = fc.constantFrom('flowchart LR\n', 'graph TD;', 'C4Context\n', 'A', 'b-c', '[', ']', '["', '"]', '((', '))', '{', '}', ' --> ', ' -- ', ' -.-> ', '==', '|x|', '&', ';', '\n', '\r\n', ':::x', 'subgraph s\n', 'end\n', '@{ shape: rect }', '😀', '%% x\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = `flowchart LR\n${pieces.join('')}`;
        for (const { label, start, end } of diagramNodes(source)?.parts ?? []) assert.equal(source.slice(start, end), label);
      }),
    );
  });
});
