import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker, PHASE_2, phasePlan, replaceSection } from '../documents.ts';

const draw = (text: string, path = PHASE_2) => checker.draw(checker.check(text, path, DEFAULT_SETTINGS));

describe('the picture of a document', () => {
  it('has every mermaid diagram with its place and caption', () => {
    const text = '# T\n\n## Flow of *data*\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n~~~Mermaid\npie\n~~~\n\n```ts\nx\n```\n';
    const { diagrams, kind } = draw(text, 'notes.md');
    assert.equal(kind, undefined);
    assert.deepEqual(
      diagrams.map(({ caption, line, source }) => ({ caption, line, source })),
      [
        { caption: 'Flow of data', line: 4, source: 'flowchart LR\n  a --> b\n' },
        { caption: 'Flow of data', line: 9, source: 'pie\n' },
      ],
    );
  });

  it('has the risks with levels as ranks in the scale', () => {
    const table = '## Risks\n\n| Risk | Probability | Impact | Owner | Mitigation |\n|--|--|--|--|--|\n| Fire | Low | Critical | Ada | Hoses |\n| Flood | soon | High | | {{how}} |\n';
    const { risks, kind, reason } = draw(replaceSection(phasePlan(), 'Risk Analysis', table));
    assert.equal(kind, 'Phase Plan');
    assert.match(reason ?? '', /file name/);
    assert.deepEqual(risks.scale, ['Low', 'Medium', 'High', 'Critical']);
    assert.deepEqual(
      risks.risks.map(({ number, name, probability, impact, owner, mitigation }) => ({ number, name, probability, impact, owner, mitigation })),
      [
        { number: 1, name: 'Fire', probability: 0, impact: 3, owner: 'Ada', mitigation: 'Hoses' },
        { number: 2, name: 'Flood', probability: undefined, impact: 2, owner: undefined, mitigation: undefined },
      ],
    );
  });

  it('shows the risks of a document of no known kind', () => {
    const { risks } = draw('# Notes\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| Fire | High |\n', 'notes.md');
    assert.deepEqual(risks.risks.map(({ name }) => name), ['Fire']);
  });
});
