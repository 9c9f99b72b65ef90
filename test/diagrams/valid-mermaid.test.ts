import assert from 'node:assert/strict';
import { findingsOf, fixedBy } from '../core/documents.ts';
import { everyScaffold } from '../core/every-scaffold.ts';
import { filesAround } from '../core/files-around.ts';
import { verdictsOn } from '../core/support/diagram-verdicts.ts';

const RULE = 'valid-mermaid';
const PATH = 'plans/ARCHITECTURAL-PLAN-berths.md';
const planWith = (...diagrams: readonly string[]) => `# Architectural Plan: Berths\n\n## Proposed Architecture\n${diagrams.map((each) => `\n\`\`\`mermaid\n${each}\n\`\`\`\n`).join('')}`;

async function found(text: string): Promise<readonly (readonly [message: string, place: string])[]> {
  const around = filesAround({}, { diagram: await verdictsOn(text) });
  return findingsOf(RULE, text, PATH, around).map(({ message, range }) => [message.replace('This diagram cannot be drawn: ', ''), text.slice(range.start, range.end)]);
}

async function fixed(text: string): Promise<string> {
  const mended = fixedBy(RULE, text, PATH, filesAround({}, { diagram: await verdictsOn(text) }));
  assert.deepEqual(await found(mended), []);
  return mended;
}

describe('valid-mermaid', () => {
  it('finds the place in the document, whatever stands before it', async () => {
    const LABEL = '"(" stands within a label: put the label in double quotes.';
    assert.deepEqual(await found(planWith('flowchart LR\n  A[Cost (EUR)] --> B')), [[LABEL, '(EUR)]']]);
    assert.deepEqual(await found(planWith('%% a comment\n\n%%{init: {\n  "theme": "dark"\n}}%%\nflowchart LR\n\n%% another\n  A --> C\n  C --> D[a (b)]')), [[LABEL, '(b)]']]);
    assert.deepEqual(await found(planWith('---\ntitle: T\n---\n\nflowchart LR\n  A{x}\n\n\n  A --> D[a (b)]')), [[LABEL, '(b)]']]);
    assert.deepEqual(await found(planWith('sequenceDiagram\n  A->>B Hello').replaceAll('\n', '\r\n')), [['the line ends where a colon with a text should follow.', 'A->>B Hello']]);
  });

  it('finds every diagram of a section, and nothing in those that can be drawn', async () => {
    assert.equal((await found(planWith('pie\n  "A" : x', 'flowchart LR\n  A.b --> C', 'flowchrt LR\n  A --> B'))).length, 2);
    assert.deepEqual(await found(planWith('flowchart LR;\n  a.b[One; two] --> c;\n  click c "https://example.org"', '%%{init: {"theme": "dark"}}%%\nsequenceDiagram\n  A->>B: Hi #59; there')), []);
    assert.equal((await found(planWith('flowchrt LR\n  A --> B')))[0]?.[1], 'flowchrt');
    assert.deepEqual(await found(planWith('')), [['nothing stands in it.', '```mermaid\n']]);
  });

  it('says nothing where it is not known, of a line with a blank, and of other fences', async () => {
    const text = planWith('flowchart LR\n  A[a (b)] --> B');
    assert.deepEqual(findingsOf(RULE, text, PATH), []);
    assert.deepEqual(await found(planWith('flowchart LR\n  A[{{part}} (b)] --> B')), []);
    assert.deepEqual(await found(planWith('flowchart LR\n  A --> ').replace('```mermaid', '```text')), []);
  });

  it('is content with the diagrams of every template', async () => {
    for (const { text, path } of everyScaffold()) {
      const around = filesAround({}, { diagram: await verdictsOn(text) });
      assert.deepEqual(findingsOf(RULE, text, path, around), [], path);
    }
  });

  describe('is fixed', () => {
    it('by quotes around the labels that need them', async () => {
      assert.equal(await fixed(planWith('flowchart LR\n  A[Cost (EUR)] -->|net [sum]| B("fine (so)")\n  B --> C{is (it)?}\n  C --> D[plain]')), planWith('flowchart LR\n  A["Cost (EUR)"] -->|"net [sum]"| B("fine (so)")\n  B --> C{"is (it)?"}\n  C --> D[plain]'));
    });

    it('by taking away semicolons at line ends, keeping the line endings', async () => {
      assert.equal(await fixed(planWith('pie\n  "A" : 30;\n  "B" : 70;').replaceAll('\n', '\r\n')), planWith('pie\n  "A" : 30\n  "B" : 70').replaceAll('\n', '\r\n'));
      assert.equal(await fixed(planWith('erDiagram\n  A ||--o{ B : has;')), planWith('erDiagram\n  A ||--o{ B : has'));
    });

    it('only where the diagram can be drawn then', async () => {
      const text = planWith('flowchart LR\n  A[Cost (EUR)] -> B');
      assert.equal(fixedBy(RULE, text, PATH, filesAround({}, { diagram: await verdictsOn(text) })), text);
    });
  });
});
