import assert from 'node:assert/strict';
import { renumber } from '../../../../../src/core/life/records/renumber/renumber.ts';
import type { RecordEntry } from '../../../../../src/core/lint/surroundings.ts';
import { recordsOf } from '../../../../../src/core/workspace/records.ts';
import { checker } from '../../../documents.ts';
import { read } from '../../../support/markdown.ts';
import { MemoryFiles } from '../../../workspace/memory-files.ts';
import { changed, changeOf } from '../records.ts';
import { CheckedRecords } from './checked-records.ts';
import { DIALECTS, ManyRecords, type Renumbered, type Texts } from './many-records.ts';

const WATCH = { isCancelled: () => false, onProgress: () => undefined };
/** One in the middle of a chain, one that a record of another tree supersedes, and one that is written as on Windows. */
const SAMPLE = [30, 46, 77] as const;

describe('renumbering among a thousand records', () => {
  it('changes every reference and nothing else, in every dialect, and no finding is added', async () => {
    const wanted = DIALECTS.flatMap((dialect, index) => SAMPLE.map((id): Renumbered => ({ dialect, id, number: 201 + id * (index + 1) })));
    let texts = new ManyRecords().texts();
    const entries = new Map(recordsIn(texts, Object.keys(texts)).map((entry) => [entry.path, entry]));
    const concerned = new Set<string>();
    for (const [step, one] of wanted.entries()) {
      const { path } = new ManyRecords(wanted.slice(0, step)).member(one.dialect, one.id);
      const own = entries.get(path);
      const result = own && (await renumber(own, one.number, { records: Array.from(entries.values()), elsewhere: [], files: new MemoryFiles(texts), read }, WATCH));
      assert.ok(result && 'change' in result);
      assert.deepEqual([Array.from(result.left), result.isWhole], [[], true], path);
      texts = changed(texts, changeOf(result));
      const moved = result.change.files.map((file) => (file.path === path ? new ManyRecords([one]).member(one.dialect, one.id).path : file.path));
      for (const each of [path, ...moved]) entries.delete(each);
      for (const entry of recordsIn(texts, moved)) entries.set(entry.path, entry);
      for (const each of [path, ...moved]) concerned.add(each);
    }
    const expected = new ManyRecords(wanted).texts();
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(expected).sort());
    for (const [path, text] of Object.entries(expected)) assert.equal(texts[path], text, path);
    const after = texts;
    assert.deepEqual(await new CheckedRecords(after).all(Array.from(concerned).filter((path) => Object.hasOwn(after, path))), []);
  }).timeout(120_000);
});

function recordsIn(texts: Texts, paths: readonly string[]): readonly RecordEntry[] {
  return recordsOf(paths.map((path) => ({ path, text: texts[path] ?? '' })), checker.kinds, read);
}
