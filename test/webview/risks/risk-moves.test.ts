import assert from 'node:assert/strict';
import type { RiskDot } from '../../../src/core/picture/risks.ts';
import { wayBetween } from '../../../webview/risks/risk-arrows.ts';
import { stepped } from '../../../webview/risks/risk-keys.ts';
import { riskLayout, type Grid, type Standing } from '../../../webview/risks/risk-layout.ts';
import { called, ratingFor } from '../../../webview/risks/risk-moves.ts';
import { left, pictureOf, risk } from './some-risks.ts';

function gridOf(...risks: readonly RiskDot[]): Grid {
  const layout = riskLayout(pictureOf(risks));
  assert(layout.form === 'matrix' || layout.form === 'strip');
  return layout;
}

const standing: Standing = { risk: risk(2, 2, 1, { name: 'No signal at sea', residual: left(0, 1) }), when: 'now', place: { probability: 2, impact: 1 } };

describe('moving a risk', () => {
  it('asks only for what changes', () => {
    assert.deepEqual(ratingFor(standing, { probability: 2, impact: 2 }), { impact: 2, when: 'now' });
    assert.deepEqual(ratingFor(standing, { probability: 0, impact: 0 }), { probability: 0, impact: 0, when: 'now' });
    assert.deepEqual(ratingFor({ ...standing, when: 'mitigated', place: {} }, { probability: 0, impact: 1 }), { probability: 0, impact: 1, when: 'mitigated' });
    assert.equal(ratingFor(standing, { probability: 2, impact: 1 }), undefined);
    assert.equal(ratingFor(standing, {}), undefined);
  });

  it('goes from cell to cell, and not out of the grid', () => {
    const matrix = gridOf(risk(1, 1, 1));
    assert.deepEqual(stepped(matrix, { probability: 1, impact: 1 }, [1, 0]), { probability: 2, impact: 1 });
    assert.deepEqual(stepped(matrix, { probability: 2, impact: 2 }, [1, 0]), { probability: 2, impact: 2 });
    assert.deepEqual(stepped(matrix, { probability: 0, impact: 0 }, [0, 1]), { probability: 0, impact: 1 });
    const strip = gridOf(risk(1, undefined, 1));
    assert.deepEqual(stepped(strip, { impact: 1 }, [-1, 0]), { impact: 0 });
    assert.deepEqual(stepped(strip, { impact: 1 }, [0, 1]), { impact: 1 });
  });

  it('enters the grid where what is known of it says, else in the middle', () => {
    const matrix = gridOf(risk(1, 1, 1));
    assert.deepEqual(stepped(matrix, {}, [0, 1]), { probability: 1, impact: 1 });
    assert.deepEqual(stepped(matrix, { impact: 2 }, [0, 1]), { probability: 1, impact: 2 });
  });

  it('is said by number and name', () => {
    assert.equal(called(standing), 'Risk 2 No signal at sea');
    assert.equal(called({ ...standing, when: 'mitigated' }), 'Risk 2 No signal at sea after mitigation');
  });
});

describe('the way from before to after', () => {
  it('leads from the edge of one dot to the edge of the other', () => {
    const way = wayBetween({ x: 0, y: 0 }, { x: 100, y: 0 });
    assert.match(way?.line ?? '', /^M13\.\d -3\.\dQ50 -12 80\.\d -4\.\d$/);
    assert.match(way?.head ?? '', /^M86\.\d -3\.\dL/);
  });

  it('is not there between neighbours', () => {
    assert.equal(wayBetween({ x: 0, y: 0 }, { x: 28, y: 0 }), undefined);
    assert.equal(wayBetween({ x: 5, y: 5 }, { x: 5, y: 5 }), undefined);
  });
});
