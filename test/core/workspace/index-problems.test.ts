import assert from 'node:assert/strict';
import { around, indexOf, RECORD, SAMPLE, type Texts } from './sample-workspace.ts';

function problemsIn(texts: Texts) {
  return indexOf(texts).problems(around(texts));
}

const FINE = { orphans: [], broken: [], duplicates: [] };

describe('the problems of a workspace', () => {
  it('are none where everything leads somewhere', () => {
    assert.deepEqual(problemsIn(SAMPLE), FINE);
  });

  it('are found where they were planted, and nowhere else', () => {
    const texts = {
      ...SAMPLE,
      'docs/adr/0002-twin.md': RECORD('2. Twin', '\nSee [the first](0001-one-log.md).\n'),
      'docs/adr/0006-lost.md': RECORD('6. Lost', '\n[file](0099-none.md), ![picture](none.png), [heading](0001-one-log.md#no-such), [own](#nor-this), [there](../../README.md#whatever)\n').replace('Accepted', 'Superseded by ADR-0042'),
      'plans/phase-02-architecture-plan.md': '# Phase 2 Architecture Plan\n\n[The master plan](IMPLEMENTATION-PLAN.md)\n',
      'docs/adr/0007-alone.md': RECORD('7. Alone', '\n[web](https://example.org), [mail](mailto:a@b.c)\n'),
    };
    assert.deepEqual(problemsIn(texts), {
      orphans: ['docs/adr/0007-alone.md'],
      broken: [
        { path: 'docs/adr/0006-lost.md', written: 'ADR-0042', at: { line: 4, column: 14 }, lacks: 'record' },
        { path: 'docs/adr/0006-lost.md', written: '0099-none.md', at: { line: 18, column: 7 }, lacks: 'file' },
        { path: 'docs/adr/0006-lost.md', written: 'none.png', at: { line: 18, column: 33 }, lacks: 'file' },
        { path: 'docs/adr/0006-lost.md', written: '0001-one-log.md#no-such', at: { line: 18, column: 54 }, lacks: 'heading' },
        { path: 'docs/adr/0006-lost.md', written: '#nor-this', at: { line: 18, column: 86 }, lacks: 'heading' },
      ],
      duplicates: [
        { number: 2, paths: ['docs/adr/0002-twin.md', 'docs/adr/0002-two-logs.md'] },
        { number: 2, paths: ['plans/PHASE-2-ARCHITECTURE-PLAN.md', 'plans/phase-02-architecture-plan.md'] },
      ],
    });
  });

  it('are no broken links where nobody knows what stands there', () => {
    const texts = { 'adr/0001-a.md': RECORD('1. A', '\n[b](b.md), [c](c.yaml)\n') };
    assert.deepEqual(indexOf(texts).problems().broken, []);
    assert.deepEqual(problemsIn(texts).broken.map(({ written }) => written), ['b.md', 'c.yaml']);
    assert.deepEqual(problemsIn({ ...texts, 'adr/b.md': '', 'adr/c.yaml': '' }).broken, []);
    assert.deepEqual(['adr/c.yaml', 'adr', 'adr/0001-a.md', 'ad'].map((path) => indexOf(texts).leadsBeyond(path)), [true, true, false, false]);
  });

  it('name a link once that is a relation as well', () => {
    const texts = { 'adr/0001-a.md': RECORD('1. A', '\nSupersedes [2](0002-none.md)\n') };
    assert.deepEqual(problemsIn(texts).broken.map(({ written, lacks }) => `${lacks} ${written}`), ['file 0002-none.md']);
  });

  it('leave out what pages of no kind say, samples, translations, and records of other folders', () => {
    const linked = (title: string): string => RECORD(title, '\n[up](../README.md)\n');
    assert.deepEqual(
      problemsIn({
        'README.md': '# Harbour\n\n[none](none.md#x)\n',
        'adr/template.md': RECORD('1. Title'),
        'adr/0001-a.md': linked('1. A'),
        'adr/0001-a.de.md': linked('1. A auf Deutsch'),
        'other/0001-b.md': linked('1. B'),
      }),
      FINE,
    );
  });

  it('see a heading that came or went in the other document', () => {
    const texts: Record<string, string> = { 'adr/0001-a.md': RECORD('1. A', '\n[there](0002-b.md#later)\n'), 'adr/0002-b.md': RECORD('2. B') };
    const index = indexOf(texts);
    const broken = (): readonly string[] => index.problems(around(texts)).broken.map(({ written }) => written);
    assert.deepEqual(broken(), ['0002-b.md#later']);
    index.set('adr/0002-b.md', RECORD('2. B', '\n## Later\n'));
    assert.deepEqual(broken(), []);
    index.set('adr/0002-b.md', RECORD('2. B', '\n## Never\n'));
    assert.deepEqual(broken(), ['0002-b.md#later']);
    index.remove('adr/0002-b.md');
    delete texts['adr/0002-b.md'];
    assert.deepEqual(index.problems(around(texts)).broken.map(({ lacks }) => lacks), ['file']);
  });
});
