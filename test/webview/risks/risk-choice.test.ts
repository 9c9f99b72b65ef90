import assert from 'node:assert/strict';
import { chosen, NONE, optionsFor, stillOffered, type Choice } from '../../../webview/risks/risk-choice.ts';
import { risk } from './some-risks.ts';

const risks = [
  risk(1, 0, 0, { owner: 'Bob', category: 'Tech' }),
  risk(2, 0, 0, { owner: 'Ann, bob', category: 'tech' }),
  risk(3, 0, 0, { owner: 'Ann / Eve', category: 'Ops' }),
  risk(4, 0, 0, { category: 'Ops' }),
];
const numbers = (choice: Choice): readonly number[] => chosen(risks, choice).map(({ number }) => number);

describe('choosing which risks are shown', () => {
  it('offers every name once, with how often it is there, and none last', () => {
    assert.deepEqual(optionsFor('owner', risks), [
      { key: 'ann', name: 'Ann', count: 2 },
      { key: 'bob', name: 'Bob', count: 2 },
      { key: 'eve', name: 'Eve', count: 1 },
      { key: NONE, name: '', count: 1 },
    ]);
    assert.deepEqual(optionsFor('category', risks).map(({ name, count }) => [name, count]), [['Ops', 2], ['Tech', 2]]);
  });

  it('offers nothing where there is but one name', () => {
    assert.deepEqual(optionsFor('owner', [risk(1, 0, 0, { owner: 'Ann' }), risk(2)]), []);
    assert.deepEqual(optionsFor('category', [risk(1), risk(2)]), []);
  });

  it('keeps a name together that has a sign in it', () => {
    assert.deepEqual(optionsFor('owner', [risk(1, 0, 0, { owner: 'Dev/Ops' }), risk(2, 0, 0, { owner: 'R&D and QA' })]).map(({ name }) => name), ['Dev/Ops', 'R&D and QA']);
  });

  it('shows the risks that have what was chosen of both', () => {
    assert.deepEqual(numbers({}), [1, 2, 3, 4]);
    assert.deepEqual(numbers({ owner: 'ann' }), [2, 3]);
    assert.deepEqual(numbers({ owner: 'ann', category: 'ops' }), [3]);
    assert.deepEqual(numbers({ owner: NONE }), [4]);
    assert.deepEqual(numbers({ owner: 'eve', category: 'tech' }), []);
  });

  it('forgets what can be chosen no more', () => {
    assert.deepEqual(stillOffered(risks, { owner: 'ann', category: 'gone' }), { owner: 'ann' });
    assert.deepEqual(stillOffered(risks.slice(3), { owner: NONE, category: 'ops' }), {});
  });
});
