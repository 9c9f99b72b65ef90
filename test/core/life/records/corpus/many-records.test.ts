import assert from 'node:assert/strict';
import { recordsOf } from '../../../../../src/core/workspace/records.ts';
import { checker } from '../../../documents.ts';
import { read } from '../../../support/markdown.ts';
import { CheckedRecords, ONLY_RECORD_CHECKS } from './checked-records.ts';
import { DIALECTS, ManyRecords } from './many-records.ts';
import { plantFaults } from './planted-faults.ts';

describe('a thousand records in five dialects', () => {
  const corpus = new ManyRecords();
  const texts = corpus.texts();

  it('are read as they were written', () => {
    const records = new Map(recordsOf(Object.entries(texts).map(([path, text]) => ({ path, text })), checker.kinds, read).map((entry) => [entry.path, entry]));
    assert.equal(records.size, 1000);
    assert.deepEqual(Array.from(new Set(Array.from(records.values(), ({ record }) => record.status?.form))).sort(), ['front matter', 'item', 'label', 'section', 'table']);
    for (const member of corpus.members) {
      const { record } = records.get(member.path) ?? {};
      assert.deepEqual([record?.number, record?.title?.text, record?.status?.value.text.toLowerCase(), record?.date?.text], [member.number, member.title, member.status, member.day], member.path);
      const said = record?.links.map(({ relation, number }) => `${relation} ${number ?? ''}`).sort();
      assert.deepEqual(said, corpus.bonds(member).map(({ relation, to }) => `${relation} ${to.number}`).sort(), member.path);
    }
    assert.equal(DIALECTS.length * 200, corpus.members.length);
  });

  it('have no finding', async () => {
    assert.deepEqual(await new CheckedRecords(texts, {}, ONLY_RECORD_CHECKS).all(), []);
  }).timeout(120_000);

  it('have none of any other check either', async () => {
    assert.deepEqual(await new CheckedRecords(texts).all(Object.keys(texts).filter((_, index) => index % 19 === 0)), []);
  }).timeout(120_000);

  it('have every planted fault at its place, and no other', async () => {
    const { texts: faulty, expected, helpers } = plantFaults(corpus);
    assert.equal(expected.length, 104);
    assert.deepEqual(await new CheckedRecords(faulty, helpers, ONLY_RECORD_CHECKS).all(), expected);
  }).timeout(120_000);
});
