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
    const table = '## Risks\n\n| Risk | Probability | Impact | Owner | Mitigation |\n|--|--|--|--|--|\n| Fire | Low | Critical | Ada | Hoses |\n| Flood | soon | 🔴 High | | {{how}} |\n';
    const { risks, kind, reason } = draw(replaceSection(phasePlan(), 'Risk Analysis', table));
    assert.equal(kind, 'Phase Plan');
    assert.match(reason ?? '', /file name/);
    assert.deepEqual(risks.scale, ['Low', 'Medium', 'High', 'Critical']);
    assert.deepEqual(
      risks.risks.map(({ number, name, probability, impact, owner, mitigation }) => ({ number, name, probability, impact, owner, mitigation })),
      [
        { number: 1, name: 'Fire', probability: { text: 'Low', rank: 0 }, impact: { text: 'Critical', rank: 3 }, owner: 'Ada', mitigation: 'Hoses' },
        { number: 2, name: 'Flood', probability: { text: 'soon', rank: undefined }, impact: { text: '🔴 High', rank: 2 }, owner: undefined, mitigation: undefined },
      ],
    );
  });

  it('takes neither blanks nor words for nothing for something said', () => {
    const [risk] = draw(phasePlan()).risks.risks;
    assert.deepEqual([risk?.probability, risk?.impact, risk?.mitigation, risk?.name], [undefined, undefined, undefined, 'Unnamed risk']);
    const rows = ['TBD', '-', 'None', 'n/a', '?'].map((mitigation) => `| Fire | High | ${mitigation} |`).join('\n');
    const { risks } = draw(replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n| Risk | Impact | Mitigation |\n|--|--|--|\n${rows}\n`));
    assert.deepEqual(risks.risks.map(({ mitigation }) => mitigation), [undefined, undefined, undefined, undefined, undefined]);
  });

  it('shows the risks of a document of no known kind', () => {
    const { risks } = draw('# Notes\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| Fire | High |\n', 'notes.md');
    assert.deepEqual(risks.risks.map(({ name }) => name), ['Fire']);
  });
});
