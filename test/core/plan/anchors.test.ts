import assert from 'node:assert/strict';
import { anchorsOf } from '../../../src/core/plan/anchors.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';

function anchors(text: string): readonly string[] {
  return Array.from(anchorsOf(readPlan(text)).values());
}

describe('anchorsOf', () => {
  const spellings: readonly (readonly [title: string, anchor: string])[] = [
    ['Risks', 'risks'],
    ['Risks (2)', 'risks-2'],
    ['Data & Flow', 'data--flow'],
    ['What could go wrong?!', 'what-could-go-wrong'],
    ['3.1 APIs/Endpoints', '31-apisendpoints'],
    ['Nice-to-Have_List', 'nice-to-have_list'],
    ['**Bold** and `code` and [a link](x.md)', 'bold-and-code-and-a-link'],
    ['🚨 Risks', '-risks'],
    ['Risks 🚨', 'risks-'],
    ['Überblick: Größe', 'überblick-größe'],
    ['リスク分析', 'リスク分析'],
    ['سجل القرارات', 'سجل-القرارات'],
    ['Costs {{amount}} $', 'costs-amount-'],
    ['🎯', ''],
  ];
  for (const [title, anchor] of spellings) {
    it(`names ${JSON.stringify(title)} #${anchor}`, () => assert.deepEqual(anchors(`## ${title}\n`), [anchor]));
  }

  it('keeps the mark that follows some emoji, as forges do', () => assert.deepEqual(anchors('## 🏗️ Layers\n'), ['\uFE0F-layers']));

  it('counts those that are there already, at whatever level', () => {
    assert.deepEqual(anchors('# Risks\n## Risks\n### risks!\n## Other\n## Risks\n'), ['risks', 'risks-1', 'risks-2', 'other', 'risks-3']);
    assert.deepEqual(anchors('## constructor\n## __proto__\n## constructor\n'), ['constructor', 'proto', 'constructor-1']);
  });

  it('names every heading and nothing else', () => {
    const text = '\uFEFF---\na: 1\n---\r\nTitle\r\n=====\r\n\r\n```\r\n## Not this\r\n```\r\n<!--\n## Nor this\n-->\n## This ##\r\n';
    const plan = readPlan(text);
    assert.deepEqual(Array.from(anchorsOf(plan).keys()), plan.sections);
    assert.deepEqual(anchors(text), ['title', 'this']);
    assert.deepEqual(anchors('no heading'), []);
  });
});
