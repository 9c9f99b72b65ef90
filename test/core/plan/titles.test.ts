import assert from 'node:assert/strict';
import { plainTitle, titleKey } from '../../../src/core/plan/titles.ts';

describe('titleKey', () => {
  const spellings: readonly (readonly [string, string])[] = [
    ['🎯 Phase Vision Alignment', 'phase vision alignment'],
    ['1. Context', 'context'],
    ['2.3 Context:', 'context'],
    ['3) **Context**', 'context'],
    ['Risks (Optional)', 'risks'],
    ['CONTEXT AND PROBLEM STATEMENT', 'context and problem statement'],
    ['`Data` [Flow](flow.md)', 'data flow'],
    ['MVP vs Nice-to-Have Classification', 'mvp vs nice to have classification'],
    ['🏗️ Phase 3 Architecture', 'phase 3 architecture'],
    ['リスク分析', 'リスク分析'],
    ['(Optional)', 'optional'],
    ['', ''],
  ];
  for (const [title, key] of spellings) {
    it(`reads ${JSON.stringify(title)} as ${JSON.stringify(key)}`, () => assert.equal(titleKey(title), key));
  }

  it('takes no longer for a hostile title', () => {
    for (const unit of ['(', '[', '_', '1.', '🎯', ' ', '*`']) assert.equal(typeof titleKey(unit.repeat(200_000)), 'string');
  });
});

describe('plainTitle', () => {
  it('keeps words with underscores and drops emphasis', () => {
    assert.equal(plainTitle('__Use__ of snake_case and *stars*'), 'Use of snake_case and stars');
  });
});
