import assert from 'node:assert/strict';
import { indexOf, RECORD, type Texts } from './sample-workspace.ts';

const TEXTS: Texts = {
  'adr/0001-keep-one-log.md': RECORD('1. Keep one log', '\nKafka is too large for one harbour.\n'),
  'adr/0002-name-piers.md': RECORD('2. Name piers').replace('## Context', '## Context of the log'),
  'adr/0003-burn-paper.md': RECORD('3. Burn paper', '\r\nA catalogue of births.\r\nThe log of the harbour,\rKAFKA and the harbour log.\n'),
  'notes.md': '# Log of kafka\n\nOf no kind.\n',
};

function found(query: string, texts = TEXTS, most?: number): readonly string[] {
  return indexOf(texts).search(query, most).map(({ path, foundIn, line, column, excerpt }) => `${path} ${foundIn} ${line}:${column} ${excerpt}`);
}

describe('the search over plans and records', () => {
  it('ranks titles before headings before text, and words before parts of words', () => {
    assert.deepEqual(found('log'), [
      'adr/0001-keep-one-log.md title 0:0 Keep one log',
      'adr/0002-name-piers.md heading 6:3 Context of the log',
      'adr/0003-burn-paper.md text 19:4 The log of the harbour,',
      'adr/0003-burn-paper.md text 20:22 KAFKA and the harbour log.',
      'adr/0003-burn-paper.md text 18:6 A catalogue of births.',
    ]);
  });

  it('asks for every word, in any order and case, best in one line', () => {
    assert.deepEqual(found('Harbour kafka'), ['adr/0001-keep-one-log.md text 18:27 Kafka is too large for one harbour.', 'adr/0003-burn-paper.md text 20:14 KAFKA and the harbour log.']);
    assert.deepEqual(found('births kafka'), ['adr/0003-burn-paper.md text 18:15 A catalogue of births.']);
    assert.deepEqual(found('kafka nowhere'), []);
  });

  it('finds a document by its number and by the name of its file', () => {
    for (const query of ['adr-2', '0002', 'piers 0002', 'name-piers.md']) assert.deepEqual(found(query), ['adr/0002-name-piers.md title 0:0 Name piers'], query);
    assert.deepEqual(found('0003 kafka'), ['adr/0003-burn-paper.md text 20:0 KAFKA and the harbour log.']);
  });

  it('finds nothing for nothing, and no more than is asked for', () => {
    assert.deepEqual([found(''), found('  \n')], [[], []]);
    assert.equal(found('log', TEXTS, 2).length, 2);
  });

  it('cuts long lines around what was found, and counts lines where small letters are longer', () => {
    const long = `${'far '.repeat(200)}needle ${'away '.repeat(200)}`;
    const [hit = ''] = found('needle', { 'adr/0001-a.md': RECORD('1. A', `\n${long}\n`) });
    assert.match(hit, /^adr\/0001-a\.md text 18:800 …(?:far )+needle (?:away )+\S*…$/);
    assert.ok(hit.length < 200, hit);
    assert.deepEqual(found('needle', { 'adr/0001-a.md': RECORD('1. A', '\nİİİİ\nA needle.\n') }), ['adr/0001-a.md text 19:0 A needle.']);
  });

  it('looks into other scripts, byte-order marks and emoji', () => {
    const texts = { 'adr/0001-a.md': `\uFEFF${RECORD('1. 🎯 تسجيل', '\nÜBER den Kai.\n')}` };
    assert.deepEqual(found('تسجيل', texts), ['adr/0001-a.md title 0:1 🎯 تسجيل']);
    assert.deepEqual(found('über', texts), ['adr/0001-a.md text 18:0 ÜBER den Kai.']);
  });
});
