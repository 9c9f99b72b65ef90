import assert from 'node:assert/strict';
import { PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { risksIn } from './risk-ratings.ts';

const HEAD = '# Notes\n\n';

describe('the risks of the picture', () => {
  it('have what is left after mitigation, on the same scale', () => {
    const { scale, risks } = risksIn(`${HEAD}## Risks\n\n| Risk | Probability | Impact | Mitigation | Residual Probability | Residual Impact | Residual |\n|--|--|--|--|--|--|--|\n| Fire | High | Critical | hoses | Low | TBD | |\n| Ice | Low | Low | | | | |\n| Fog | Low | Low | horn | | | Low |\n`);
    assert.deepEqual(scale, ['Low', 'Medium', 'High', 'Critical']);
    assert.deepEqual(risks.map(({ residual }) => residual), [
      { probability: { text: 'Low', rank: 0 }, impact: undefined, rating: undefined },
      undefined,
      { probability: undefined, impact: undefined, rating: { text: 'Low', rank: 0 } },
    ]);
  });

  it('have the scale that their levels after mitigation need as well', () => {
    assert.deepEqual(risksIn(`${HEAD}## Risks\n\n| Risk | Impact | Residual Impact |\n|--|--|--|\n| Fire | High | Very low |\n`).scale, ['Very low', 'Low', 'Medium', 'High', 'Very high']);
  });

  it('have the scale that they are to be rated on', () => {
    const rated = (blank: string): readonly string[] => risksIn(`${HEAD}## Risks\n\n| Risk | Impact |\n|--|--|\n| Fire | Low |\n| Ice | ${blank} |\n`).scale;
    assert.deepEqual(rated('{{Low/Medium/High/Critical}}'), ['Low', 'Medium', 'High', 'Critical']);
    assert.deepEqual(rated('[Very low/Low/Medium/High/Very high]'), ['Very low', 'Low', 'Medium', 'High', 'Very high']);
    assert.deepEqual(rated('{{what}}'), ['Low', 'Medium', 'High']);
    assert.deepEqual(rated('{{1/2/3/4/5}}'), ['Low', 'Medium', 'High']);
  });

  it('say what they are rated by, or meant to be', () => {
    const axes = (section: string): readonly string[] => risksIn(`${HEAD}## Risks\n\n${section}\n`).axes;
    assert.deepEqual(axes('| Risk | Probability | Impact |\n|--|--|--|\n| Fire | | High |'), ['impact']);
    assert.deepEqual(axes('| Risk | Probability | Impact |\n|--|--|--|\n| Fire | | |'), ['probability', 'impact']);
    assert.deepEqual(axes('| Risk | Mitigation |\n|--|--|\n| Fire | hoses |'), []);
    assert.deepEqual(risksIn(phasePlan(), PHASE_2).axes, ['probability', 'impact']);
  });

  it('have a category from a field, else from the heading they stand under', () => {
    const categories = (section: string): readonly (string | undefined)[] => risksIn(`${HEAD}${section}`).risks.map(({ category }) => category);
    const item = (name: string, more = ''): string => `1. **${name}**\n   - **Impact**: High\n${more}\n`;
    assert.deepEqual(categories(`## Risks\n\n### 🔧 Technical *Risks*\n\n${item('a')}${item('b', '   - **Category**: Ops\n')}\n### Operational Risks\n\n${item('c')}`), ['🔧 Technical Risks', 'Ops', 'Operational Risks']);
    assert.deepEqual(categories('## Risks\n\n### Risk 1: Fire\n\n- **Impact**: High\n\n### Risk 2: Ice\n\n- **Impact**: High\n'), [undefined, undefined]);
    assert.deepEqual(categories('## Risks\n\n### Ships\n\n#### Risk 1: Fire\n\n- **Impact**: High\n\n### Quays\n\n#### East\n\n##### Risk 2: Ice\n\n- **Impact**: High\n'), ['Ships', 'Quays']);
    assert.deepEqual(categories(`## Risks\n\n${item('a')}\n### Ships\n\n${item('b')}`), [undefined, 'Ships']);
    assert.deepEqual(categories(`## Risks\n\n### Ships\n\n${item('a')}${item('b')}`), [undefined, undefined]);
  });

  it('take a choice that nobody has made for nothing, and say everything without marks', () => {
    const table = '## Risks\n\n| Risk | Impact | Owner | Mitigation | Contingency |\n|--|--|--|--|--|\n| **Fire** | High/Medium/Low | [Ada](mailto:a@b) | `hoses` and *sand* | **Sail** away |\n| Ice | High/Critical | n/a | none | none |\n';
    const [fire, ice] = risksIn(replaceSection(phasePlan(), 'Risk Analysis', table), PHASE_2).risks;
    assert.deepEqual([fire?.name, fire?.impact, fire?.owner, fire?.mitigation, fire?.contingency], ['Fire', undefined, 'Ada', 'hoses and sand', 'Sail away']);
    assert.deepEqual([ice?.impact, ice?.owner, ice?.mitigation, ice?.contingency], [{ text: 'High/Critical', rank: 2 }, undefined, undefined, undefined]);
  });
});
