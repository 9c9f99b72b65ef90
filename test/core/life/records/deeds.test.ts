import assert from 'node:assert/strict';
import { deedsFor, shortName, standingOf } from '../../../../src/core/life/records/deeds.ts';
import { referencesIn } from '../../../../src/core/life/records/references.ts';
import { RecordRelations } from '../../../../src/core/lint/record-relations.ts';
import { filesAround } from '../../files-around.ts';
import { decision, entryAt, madr, nygard, recordAt } from './records.ts';

const FILES = {
  'docs/adr/0001-use-tides.md': nygard(1, 'Superseded by [3](0003-use-quays.md)'),
  'docs/adr/0002-use-moons.md': nygard(2, 'Accepted\n\nAmends 3'),
  'docs/adr/0003-use-quays.md': nygard(3, 'Accepted\n\nSupersedes ADR-1'),
  'docs/adr/0004-use-boats.md': `${nygard(4, 'Accepted')}\nSee [3](0003-use-quays.md) and ADR-3,\nand ADR-0003 again. Not ADR-31, nor [x](0001-use-tides.md).\n`,
  'docs/adr/0005-use-ropes.md': nygard(5, 'Accepted\n\nSupersedes 1'),
};
const ENTRIES = Object.entries(FILES).map(([path, text]) => entryAt(text, path));
const around = filesAround(FILES);
const entry = (number: number) => ENTRIES.find(({ record }) => record.number === number) ?? ENTRIES[0];

describe('deedsFor', () => {
  it('offers what a record can become', () => {
    const deeds = (status: string): readonly string[] => {
      const subject = recordAt(nygard(3, status));
      return deedsFor(entryAt(nygard(3, status), 'docs/adr/0003-x.md'), subject.kind);
    };
    assert.deepEqual(deeds('Proposed'), ['accept', 'reject']);
    assert.deepEqual(deeds('{{status}}'), ['accept', 'reject']);
    assert.deepEqual(deeds('✅ Approved'), ['supersede', 'deprecate']);
    assert.deepEqual(deeds('Akzeptiert'), ['supersede', 'deprecate']);
    assert.deepEqual(deeds('Deprecated'), ['supersede']);
    assert.deepEqual([deeds('Rejected'), deeds('Superseded by 4')], [[], []]);
  });
});

describe('standingOf', () => {
  it('tells how records stand to each other, whichever says so', () => {
    const standing = (number: number): unknown => {
      const own = entry(number);
      return own && standingOf(own, ENTRIES.filter((each) => each !== own), around).map(({ relation, others }) => [relation, ...others.map(shortName)]);
    };
    assert.deepEqual(standing(1), [['superseded by', '0003', '0005']]);
    assert.deepEqual(standing(3), [['amended by', '0002'], ['supersedes', '0001']]);
    assert.deepEqual(standing(4), []);
  });
  it('names records as their files do', () => {
    assert.deepEqual([entryAt(madr('status: accepted'), 'a/ADR-007-x.md'), entryAt(nygard(7, 'Accepted'), 'a/0007-x/README.md'), entryAt(nygard(7, 'Accepted'), 'a/x.md'), entryAt(decision('Status: Accepted'), 'a/x.md')].map(shortName), ['007', '0007', '7', 'Decision: Log']);
  });
});

describe('referencesIn', () => {
  it('finds links, notes and numbers, once in each line', () => {
    const to = entry(3);
    assert.ok(to);
    const relations = new RecordRelations(ENTRIES, around);
    const found = ENTRIES.filter((each) => each !== to).flatMap((from) => referencesIn(from, to, relations) ?? []);
    assert.deepEqual(found.map(({ from, places }) => [from.record.number, ...places.map(({ start, end }) => from.plan.text.slice(start, end))]), [[1, '0003-use-quays.md'], [2, '3'], [4, '0003-use-quays.md', '0003']]);
  });
});
