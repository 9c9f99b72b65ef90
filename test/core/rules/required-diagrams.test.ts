import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf } from '../documents.ts';

const RULE = 'required-diagrams';
const PATH = 'docs/architecture/SYSTEM_DESIGN.md';
const designWith = (body: string) => `# System Design: Harbour\n\n## Component Structure\n\n${body}\n`;

describe('required-diagrams', () => {
  it('finds a section that the template draws and that has only words, at its heading', () => {
    const text = designWith('- **Office**: takes bookings -> fast');
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '## Component Structure');
    assert.equal(finding?.message, '"Component Structure" shows no diagram: draw one, as mermaid, in another notation or as an image.');
    assert.equal(messagesOf(RULE, designWith('Two parts.\n\n```json\n{}\n```'), PATH).length, 1);
    assert.equal(messagesOf(RULE, designWith('Two parts.\n\n### Office\n\nBooks.'), PATH).length, 1);
  });

  it('is content with a picture of any form, in a section below too', () => {
    for (const picture of ['```mermaid\nflowchart LR\n  A --> B\n```', '```plantuml\nA -> B\n```', '~~~\nA --> B\n~~~', '```sql\nCREATE TABLE berths (id int);\n```', '![Map](map.png)', '![Map][map]', '<img src="map.png">', '[The drawing](map.drawio)', '[Component diagram](https://example.org/x)', '    ┌───┐\n    │ A │\n    └───┘', 'Office → log → berths', '### Parts\n\n```dot\ndigraph { a -> b }\n```', '- Parts:\n\n  ```mermaid\n  flowchart LR\n  ```']) {
      assert.deepEqual(messagesOf(RULE, designWith(`Words.\n\n${picture}`), PATH), [], picture);
    }
  });

  it('leaves to others what is missing or empty, and asks nothing of kinds without diagrams', () => {
    assert.deepEqual(messagesOf(RULE, '# System Design: Harbour\n', PATH), []);
    assert.deepEqual(messagesOf(RULE, designWith(''), PATH), []);
    assert.deepEqual(messagesOf(RULE, designWith('<!-- Draw it. -->\n\n### Parts'), PATH), []);
    assert.deepEqual(messagesOf(RULE, '# 1. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\nx\n\n## Consequences\n\nx\n', 'docs/adr/0001-keep-one-log.md'), []);
  });

  it('is fixed by the diagram of the template, below what the section says', () => {
    const text = designWith('Two parts. 🚢\n\n### Notes\n\nNone.');
    for (const given of [text, text.replaceAll('\n', '\r\n')]) {
      const mended = fixedBy(RULE, given, PATH);
      assert.match(mended.replaceAll('\r\n', '\n'), /Two parts\. 🚢\n\n```mermaid\nflowchart LR\n {4}client\["\{\{client\}\}"\][^]*\n```\n\n### Notes\n\nNone\.\n$/);
      assert.equal(mended.includes('\r\n'), given.includes('\r\n'));
      assert.deepEqual(messagesOf(RULE, mended, PATH), []);
    }
  });
});
