import assert from 'node:assert/strict';
import { riskTable } from '../../../src/core/picture/risk-table.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker } from '../documents.ts';

const risksOf = (...rows: readonly string[]) =>
  checker.draw(checker.check(['# Notes', '', '## Risks', '', '| Risk | Probability | Impact | Mitigation |', '|--|--|--|--|', ...rows, ''].join('\n'), 'notes.md', DEFAULT_SETTINGS)).risks;

describe('riskTable', () => {
  it('has a row for each level of impact, the highest first, and the number of each risk in its cell', () => {
    const table = riskTable(risksOf('| Storm | Low | High | |', '| Fog | High | High | Horns |', '| Theft | soon | High | |')) ?? '';
    assert.deepEqual(Array.from(table.matchAll(/<tr><th scope="row">(\w+)</g), ([, name]) => name), ['High', 'Medium', 'Low']);
    const [first = ''] = table.match(/<tr>.*?<\/tr>/) ?? [];
    assert.equal(
      first,
      '<tr><th scope="row">High</th><td class="groundplan-medium"><span class="groundplan-risk" title="Storm">1</span></td><td class="groundplan-high"></td>' +
        '<td class="groundplan-critical"><span class="groundplan-risk groundplan-mitigated" title="Fog">2</span></td></tr>',
    );
    assert.ok(!table.includes('Theft'));
  });

  it('is nothing where no risk has both levels', () => {
    assert.equal(riskTable(risksOf('| Storm | | High | |')), undefined);
    assert.equal(riskTable(risksOf()), undefined);
  });

  it('holds the words of strangers as text', () => {
    const table = riskTable(risksOf('| "><img src=x onerror=alert(1)> & co | Low | High | |')) ?? '';
    assert.ok(!table.includes('<img'));
    assert.match(table, /title="&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt; &amp; co"/);
  });
});
