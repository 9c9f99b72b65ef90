import assert from 'node:assert/strict';
import { withArticle } from '../../../src/core/text/words.ts';

describe('withArticle', () => {
  it('goes by the first sound of the noun', () => {
    for (const [noun, expected] of [
      ['plan', 'a plan'],
      ['architectural plan', 'an architectural plan'],
      ['Implementation Plan', 'an Implementation Plan'],
      ['use case plan', 'a use case plan'],
      ['Use Case Plan', 'a Use Case Plan'],
      ['USE', 'a USE'],
      ['used plan', 'a used plan'],
      ['user story', 'a user story'],
      ['unit', 'a unit'],
      ['uninstall note', 'an uninstall note'],
      ['European plan', 'a European plan'],
      ['one-pager', 'a one-pager'],
      ['onboarding plan', 'an onboarding plan'],
      ['update', 'an update'],
      ['us', 'an us'],
      ['hourly report', 'an hourly report'],
      ['house rule', 'a house rule'],
    ] as const) assert.equal(withArticle(noun), expected);
  });

  it('bears any name that a team gives', () => {
    for (const [noun, expected] of [['', 'a '], ['🎯 aim', 'a 🎯 aim'], ['8 steps', 'an 8 steps'], ['18 steps', 'an 18 steps'], ['180 steps', 'a 180 steps'], ['7 steps', 'a 7 steps'], ['港の計画', 'a 港の計画'], ['Übung', 'a Übung'], [' order', 'a  order']] as const) assert.equal(withArticle(noun), expected);
  });
});
