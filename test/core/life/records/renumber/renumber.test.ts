import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renumber, type Renumbered } from '../../../../../src/core/life/records/renumber/renumber.ts';
import { nextFreeNumber, whyNotNumber } from '../../../../../src/core/life/records/renumber/record-move.ts';
import { ignoredBy } from '../../../../../src/core/life/records/renumber/text-files.ts';
import type { RecordElsewhere, RecordEntry } from '../../../../../src/core/lint/surroundings.ts';
import { readPlan } from '../../../../../src/core/plan/plan.ts';
import { anchorsOf } from '../../../../../src/core/plan/anchors.ts';
import { hiddenSpans, readLinks } from '../../../../../src/core/readings/links.ts';
import { pathFrom } from '../../../../../src/core/text/link-paths.ts';
import { folderOf } from '../../../../../src/core/template/file-name.ts';
import { recordsOf } from '../../../../../src/core/workspace/records.ts';
import { checker } from '../../../documents.ts';
import { RUNS } from '../../../support/runs.ts';
import { read } from '../../../support/markdown.ts';
import { MemoryFiles } from '../../../workspace/memory-files.ts';
import { changed, changeOf, madr, nygard } from '../records.ts';
import { DIALECTS, generate } from './generated-workspace.ts';

type Files = Readonly<Record<string, string>>;
const WATCH = { isCancelled: () => false, onProgress: () => undefined };

function recordsIn(files: Files): readonly RecordEntry[] {
  return recordsOf(Object.entries(files).filter(([path]) => path.endsWith('.md')).map(([path, text]) => ({ path, text })), checker.kinds, read);
}

async function plan(files: Files, path: string, next: number, elsewhere: readonly RecordElsewhere[] = [], watch = WATCH): Promise<Renumbered | undefined> {
  const records = recordsIn(files);
  const own = records.find((record) => record.path === path);
  if (own === undefined) throw new Error(`${path} is no record.`);
  return renumber(own, next, { records, elsewhere, files: new MemoryFiles(files), read }, watch);
}

async function renumbered(files: Files, path: string, next: number): Promise<Files> {
  const result = await plan(files, path, next);
  return result === undefined ? files : changed(files, changeOf(result));
}

/** The links and anchors of all documents that lead nowhere. */
function broken(files: Files): readonly string[] {
  const anchors = new Map(Object.entries(files).filter(([path]) => path.endsWith('.md')).map(([path, text]) => [path, new Set(anchorsOf(readPlan(text)).values())]));
  return Array.from(anchors.keys()).flatMap((path) => {
    const document = readPlan(files[path] ?? '');
    return readLinks(document, hiddenSpans(document)).flatMap(({ target }) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : pathFrom(folderOf(path), file);
      const isThere = to !== undefined && files[to] !== undefined && (anchor === undefined || anchors.get(to)?.has(anchor) === true);
      return isThere || /^[a-z]+:/.test(target) ? [] : [`${path}: ${target}`];
    });
  });
}

describe('renumber', () => {
  it('leaves no reference to the old number among 210 records in five dialects, and every other byte as it is', async () => {
    const property = fc.asyncProperty(fc.constantFrom(...DIALECTS), fc.integer({ min: 1, max: 42 }), fc.integer({ min: 43, max: 1200 }), fc.constantFrom('\n', '\r\n'), fc.nat(), async (dialect, id, next, ending, seed) => {
      const before = generate({ dialect, id }, id, ending, chance(seed));
      const after = generate({ dialect, id }, next, ending, chance(seed));
      const result = await renumbered(before.files, before.path, next);
      assert.deepEqual(Object.keys(result).sort(), Object.keys(after.files).sort());
      for (const [path, text] of Object.entries(after.files)) assert.equal(result[path], text, path);
      assert.deepEqual(broken(result), []);
    });
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 4) });
  }).timeout(120_000);

  const OWN = 'docs/adr/0007-keep-one-log.md';
  const TEXT = nygard(7, 'Accepted', 'Keep one log');
  const beside = { 'docs/adr/0001-use-tides.md': nygard(1, 'Accepted'), 'docs/adr/0002-use-moons.md': nygard(2, 'Accepted'), 'docs/adr/0003-use-quays.md': nygard(3, 'Accepted') };
  const only = async (files: Files, path: string, next = 12): Promise<string | undefined> => (await renumbered({ ...beside, [OWN]: TEXT, ...files }, OWN, next))[path];

  it('changes the head of the record in every form', async () => {
    const cases: readonly (readonly [text: string, head: string])[] = [
      [TEXT, '# 12. Keep one log\n'],
      [TEXT.replace('# 7. ', '# ADR-0007: '), '# ADR-0012: Keep one log\n'],
      [TEXT.replace('# 7. ', '# [ADR-7] '), '# [ADR-12] Keep one log\n'],
      [TEXT.replace('# 7. ', '# 007 – '), '# 012 – Keep one log\n'],
      [TEXT.replace('# 7. ', '# Decision 7: '), '# Decision 12: Keep one log\n'],
      [TEXT.replace('# 7. ', '# '), '# Keep one log\n'],
      [madr('id: ADR-0007\nstatus: accepted\ndate: 2007-07-07\nnav_order: 7'), '---\nid: ADR-0012\nstatus: accepted\ndate: 2007-07-07\nnav_order: 7\n'],
      [madr('adr: 7\ntitle: "7. Keep 7 logs"'), '---\nadr: 12\ntitle: "12. Keep 7 logs"\n'],
      [TEXT.replace('Date:', '| ADR | 7 |\n|--|--|\n| Date | 2026-03-07 |\n\nDate:'), '# 12. Keep one log\n\n| ADR | 12 |\n|--|--|\n| Date | 2026-03-07 |\n'],
    ];
    for (const [text, head] of cases) {
      const result = await renumbered({ ...beside, [OWN]: text }, OWN, 12);
      assert.equal(result['docs/adr/0012-keep-one-log.md']?.slice(0, head.length), head);
      assert.equal(result[OWN], undefined);
    }
  });

  it('changes links, their words and anchors, and what stands in front of them', async () => {
    const cases: readonly (readonly [before: string, after: string])[] = [
      ['[why](adr/0007-keep-one-log.md)', '[why](adr/0012-keep-one-log.md)'],
      ['[7](./adr/0007-keep-one-log.md#7-keep-one-log "7")', '[12](./adr/0012-keep-one-log.md#12-keep-one-log "7")'],
      ['[0007 Keep one log](/docs/adr/0007-keep-one-log.md#context)', '[0012 Keep one log](/docs/adr/0012-keep-one-log.md#context)'],
      ['[Keep one log (#7)](<adr/0007-keep-one-log.md>)', '[Keep one log (#12)](<adr/0012-keep-one-log.md>)'],
      ['[`0007-keep-one-log.md`](adr/0007-keep-one-log.md)', '[`0012-keep-one-log.md`](adr/0012-keep-one-log.md)'],
      ['[Seven 7 boats](adr/0007-keep-one-log.md)', '[Seven 7 boats](adr/0012-keep-one-log.md)'],
      ['see [why][7] and [7]\n\n[7]: adr/0007-keep-one-log.md', 'see [why][12] and [12]\n\n[12]: adr/0012-keep-one-log.md'],
      ['[a](adr/0007-keep-one-log) [[0007-keep-one-log]]', '[a](adr/0012-keep-one-log) [[0012-keep-one-log]]'],
      ['[a](adr/0007%2Dkeep-one-log.md)', '[a](adr/0012-keep-one-log.md)'],
      ['- 0007: [Keep one log](adr/0007-keep-one-log.md)', '- 0012: [Keep one log](adr/0012-keep-one-log.md)'],
      ['7. [Keep one log](adr/0007-keep-one-log.md)', '7. [Keep one log](adr/0012-keep-one-log.md)'],
      ['| # | Title | Boats |\n|--|--|--|\n| **7** | [Keep](adr/0007-keep-one-log.md) | 7 |', '| # | Title | Boats |\n|--|--|--|\n| **12** | [Keep](adr/0012-keep-one-log.md) | 7 |'],
      ['[other](other/0007-keep-one-log.md), <a href="adr/0007-keep-one-log.md">', '[other](other/0007-keep-one-log.md), <a href="adr/0012-keep-one-log.md">'],
      ['![x](adr/0007-keep-one-log.png), adr/0007-keep-one-log.de.md', '![x](adr/0007-keep-one-log.png), adr/0012-keep-one-log.de.md'],
      ['https://github.com/a/b/blob/main/docs/adr/0007-keep-one-log.md', 'https://github.com/a/b/blob/main/docs/adr/0012-keep-one-log.md'],
      ['https://github.com/a/b/blob/0123456789012345678901234567890123456789/docs/adr/0007-keep-one-log.md', 'https://github.com/a/b/blob/0123456789012345678901234567890123456789/docs/adr/0007-keep-one-log.md'],
      ['0007-keep-one-log-2.md, x0007-keep-one-log.md, 0007-keep-one-logs', '0007-keep-one-log-2.md, x0007-keep-one-log.md, 0007-keep-one-logs'],
    ];
    for (const [before, after] of cases) assert.equal(await only({ 'docs/notes.md': `# Notes\n\nADR-7:\n\n${before}\n` }, 'docs/notes.md'), `# Notes\n\nADR-12:\n\n${after}\n`);
  });

  it('changes the notes of other records, in whatever form', async () => {
    const notes: readonly (readonly [before: string, after: string])[] = [
      ['Accepted\n\nAmends 7', 'Accepted\n\nAmends 12'],
      ['Superseded by 7, 9', 'Superseded by 12, 9'],
      ['Accepted\n\nRelates to 0007 and 0071', 'Accepted\n\nRelates to 0012 and 0071'],
    ];
    for (const [before, after] of notes) assert.equal(await only({ 'docs/adr/0004-x.md': nygard(4, before) }, 'docs/adr/0004-x.md'), nygard(4, after));
    assert.equal(await only({ 'docs/adr/0004-x.md': madr('status: accepted\nsupersedes: [3, 7, "0007"]\nvotes: [3, 7]') }, 'docs/adr/0004-x.md'), madr('status: accepted\nsupersedes: [3, 12, "0012"]\nvotes: [3, 7]'));
  });

  it('names the file as the others are named, and translations with it', async () => {
    const names = async (files: Files, own: string, next: number): Promise<readonly string[]> => Object.keys(await renumbered(files, own, next)).filter((path) => !Object.hasOwn(files, path));
    const like = (name: (number: number) => string): Files => Object.fromEntries([1, 2, 3, 4].map((number) => [`docs/adr/${name(number)}`, nygard(number, 'Accepted')]));
    assert.deepEqual(await names({ ...like((number) => `ADR-00${number}-log.md`), 'docs/adr/adr-0007_keep.md': TEXT }, 'docs/adr/adr-0007_keep.md', 12), ['docs/adr/ADR-012-keep.md']);
    assert.deepEqual(await names({ ...like((number) => `${number}-log.md`), 'docs/adr/7-keep.md': TEXT }, 'docs/adr/7-keep.md', 12), ['docs/adr/12-keep.md']);
    assert.deepEqual(await names({ ...beside, [OWN]: TEXT, 'docs/adr/0007-keep-one-log.de.md': TEXT }, OWN, 12), ['docs/adr/0012-keep-one-log.md', 'docs/adr/0012-keep-one-log.de.md']);
    const german = (await renumbered({ ...beside, [OWN]: TEXT, 'docs/adr/0007-keep-one-log.de.md': TEXT }, OWN, 12))['docs/adr/0012-keep-one-log.de.md'];
    assert.equal(german?.split('\n')[0], '# 12. Keep one log');
    assert.deepEqual(await names({ 'docs/adr/keep-one-log.md': TEXT }, 'docs/adr/keep-one-log.md', 12), []);
  });

  it('leaves what names a record of that number in another folder', async () => {
    const far = 'other/adr/ADR-007-keep-one-log.md';
    const text = '[ADR-7](../other/adr/ADR-007-keep-one-log.md#decision), `other/adr/ADR-007-keep-one-log.md`, https://example.org/a/b/blob/main/other/adr/ADR-007-keep-one-log.md.\n\n- ADR-7: [Keep ADR-7](../other/adr/ADR-007-keep-one-log.md)\n- ADR-7: [Keep ADR-7](adr/0007-keep-one-log.md)\n';
    const result = await plan({ ...beside, [OWN]: TEXT, [far]: nygard(7, 'Accepted', 'Keep one log'), 'docs/notes.md': text }, OWN, 12);
    assert.ok(result && 'change' in result);
    assert.deepEqual(Array.from(result.left), []);
    const after = changed({ ...beside, [OWN]: TEXT, [far]: nygard(7, 'Accepted', 'Keep one log'), 'docs/notes.md': text }, result.change);
    assert.equal(after['docs/notes.md'], text.replace('- ADR-7: [Keep ADR-7](adr/0007', '- ADR-12: [Keep ADR-12](adr/0012'));
  });

  it('leaves what may mean a twin, and says where', async () => {
    const files = { ...beside, [OWN]: TEXT, 'docs/adr/0007-keep-two-logs.md': nygard(7, 'Accepted', 'Keep two logs'), 'docs/notes.md': 'ADR-7, [ADR-7](adr/0007-keep-one-log.md), ADR-0007-keep-two-logs, ADR-0007-keep-one-log, [7](adr/0007-keep-two-logs.md)\n' };
    const result = await plan(files, OWN, 12);
    assert.ok(result && 'change' in result);
    assert.deepEqual(Array.from(result.left), [['docs/notes.md', 1]]);
    const after = changed(files, result.change);
    assert.equal(after['docs/notes.md'], 'ADR-7, [ADR-12](adr/0012-keep-one-log.md), ADR-0007-keep-two-logs, ADR-0012-keep-one-log, [7](adr/0007-keep-two-logs.md)\n');
    assert.equal(after['docs/adr/0007-keep-two-logs.md'], files['docs/adr/0007-keep-two-logs.md']);
    const far = { 'a/adr/0007-x.md': nygard(7, 'Accepted'), 'b/adr/0007-y.md': nygard(7, 'Accepted'), 'a/src/x.ts': '// ADR-7', 'b/src/x.ts': '// ADR-7', 'x.ts': '// ADR-7' };
    const near = await plan(far, 'a/adr/0007-x.md', 12);
    assert.ok(near && 'change' in near);
    assert.deepEqual([near.change.files.map(({ path }) => path), Array.from(near.left)], [['a/adr/0007-x.md', 'a/src/x.ts'], [['x.ts', 1]]]);
  });

  it('leaves ranges and addresses of others, and says where', async () => {
    const files = { ...beside, [OWN]: TEXT, 'docs/notes.md': 'ADRs 5–7; https://example.com/ADR-7\n' };
    const result = await plan(files, OWN, 12);
    assert.ok(result && 'change' in result);
    assert.deepEqual(Array.from(result.left), [['docs/notes.md', 2]]);
  });

  it('looks into no file that is not text, and none that Git leaves out', async () => {
    const files = { ...beside, [OWN]: TEXT, '.gitignore': 'out/\n', 'out/x.js': '// ADR-7', 'src/x.js': '// ADR-7', 'x.png': 'ADR-7', 'package-lock.json': 'ADR-7', 'y.txt': 'ADR-7\0', 'z.txt': 'ADR-7 \uFFFD' };
    const result = await plan(files, OWN, 12);
    assert.ok(result && 'change' in result);
    assert.deepEqual(result.change.files.map(({ path }) => path), [OWN, 'src/x.js']);
    assert.deepEqual([result.change.title, result.change.renames, result.isWhole], ['Renumber record 7 to 12', [{ from: OWN, to: 'docs/adr/0012-keep-one-log.md' }], true]);
  });

  it('says why a number cannot be taken', async () => {
    const files = { ...beside, [OWN]: TEXT, 'docs/adr/0012-keep-one-log.md': 'No record.\n' };
    assert.deepEqual(await plan(files, OWN, 12), { problem: 'docs/adr/0012-keep-one-log.md exists already and stays as it is: choose another number, or rename it first.' });
    assert.deepEqual(await plan(files, OWN, 3), { problem: 'The number 3 is that of 0003-use-quays.md: choose another.' });
    const elsewhere = [{ number: 13, path: 'docs/adr/0013-x.md', branch: 'next' }, { number: 14, path: 'other/0014-x.md', branch: 'next' }];
    assert.deepEqual(await plan(files, OWN, 13, elsewhere), { problem: 'The number 13 is taken by 0013-x.md on the branch "next": choose another.' });
    const own = recordsIn(files).find(({ path }) => path === OWN);
    assert.ok(own);
    assert.equal(nextFreeNumber(own, recordsIn(files), elsewhere), 14);
    for (const text of ['', 'x', '-1', '1.5', '1234567']) assert.equal(whyNotNumber(text, own, [], []), 'A number has digits only, six of them at most: write one such as 12.', text);
    assert.equal(whyNotNumber(' 7 ', own, [], []), 'This is the number that record 7 has: choose another.');
    assert.deepEqual(await plan({ 'docs/adr/keep.md': TEXT.replace('# 7. ', '# ') }, 'docs/adr/keep.md', 3), { problem: '"Keep one log" has no number that could be changed: write one into its title or its name first.' });
  });

  it('ends where it is cancelled', async () => {
    let asked = 0;
    assert.equal(await plan({ ...beside, [OWN]: TEXT }, OWN, 12, [], { isCancelled: () => ++asked > 2, onProgress: () => undefined }), undefined);
    assert.equal(asked, 3);
  });
});

describe('ignoredBy', () => {
  it('reads the patterns of Git', () => {
    const isIgnored = ignoredBy('# built\n/dist\nout/\n*.log\n!keep.log\ndocs/tmp/\n');
    assert.deepEqual(['dist/a.js', 'x/dist/a.js', 'x/out/a.js', 'out.js', 'a.log', 'x/keep.log', 'docs/tmp/x.md', 'x/docs/tmp/x.md', 'src/a.ts'].filter(isIgnored), ['dist/a.js', 'x/out/a.js', 'a.log', 'docs/tmp/x.md']);
  });
});

/** The same numbers for the same seed. */
function chance(seed: number): (most: number) => number {
  let state = seed % 2147483647 || 1;
  return (most) => 1 + ((state = (state * 48271) % 2147483647) % most);
}
