import assert from 'node:assert/strict';
import { asksFor } from '../../../src/core/picture/asked-parts.ts';
import { readTemplate } from '../../../src/core/template/kind.ts';
import { checker } from '../documents.ts';

describe('the parts that a kind asks for', () => {
  it('are those that its template has sections for', () => {
    assert.deepEqual(Object.fromEntries(checker.kinds.map((kind) => [kind.id, asksFor(kind)])), {
      'architectural-plan': ['diagrams', 'roadmap', 'targets', 'risks'],
      'architect-plan': ['roadmap', 'targets', 'gates', 'risks'],
      'master-plan': ['roadmap'],
      'phase-plan': ['waves', 'decisions', 'targets', 'gates', 'risks'],
      'use-case-plan': ['diagrams', 'roadmap', 'decisions', 'targets', 'risks'],
      'system-design': ['diagrams', 'decisions', 'targets'],
      'adr-nygard': ['decisions'],
      'adr-madr': ['decisions'],
      'adr-decision': ['decisions'],
      'task-breakdown': ['roadmap'],
    });
  });

  it('are diagrams and risks where the kind is not known', () => {
    assert.deepEqual(asksFor(undefined), ['diagrams', 'risks']);
  });

  it('leave out what stands only in sections that may be left out', () => {
    const { kind } = readTemplate(
      '---\ngroundplan:\n  kind: note\n  name: Note\n  description: A note.\n  file: notes/{{name}}.md\n---\n# Note: {{name}}\n\n## Risks\n<!-- plan: optional -->\n<!-- plan: reads risks -->\n\n- {{risk}}\n\n## Gates\n<!-- plan: reads gates -->\n\n- [ ] {{gate}}\n',
    );
    assert.deepEqual(asksFor(kind), ['gates']);
  });
});
