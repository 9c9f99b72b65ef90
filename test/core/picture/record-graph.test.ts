import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { drawDiagrams, recordAtNode } from '../../../src/core/picture/diagrams.ts';
import type { PictureSource } from '../../../src/core/picture/source.ts';
import { checker } from '../documents.ts';
import { filesAround } from '../files-around.ts';

const record = (number: number, title: string, status: string): string => `# ${number}. ${title}\n\nDate: 2026-03-0${number}\n\n## Status\n\n${status}\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n`;
const FILES = {
  'docs/adr/0001-one-log.md': record(1, 'Keep "one" <log> & `more`', 'Superseded by [2. Two logs](0002-two-logs.md)'),
  'docs/adr/0002-two-logs.md': record(2, 'Two logs', 'Accepted\n\nSupersedes [1. One log](0001-one-log.md)\n\nAmended by [4. A third](0004-a-third.md)'),
  'docs/adr/0003-alone.md': record(3, 'Alone', 'Accepted'),
  'docs/adr/0004-a-third.md': record(4, 'A third', 'Proposed\n\nAmends [2. Two logs](0002-two-logs.md)'),
};

function sourceOf(path: keyof typeof FILES, files: Readonly<Record<string, string>> = FILES): PictureSource {
  return checker.sourceOf(checker.check(FILES[path], path, DEFAULT_SETTINGS, checker.kinds, filesAround(files)));
}

describe('a record among the others', () => {
  it('is drawn with all that lead to it, each relation once, the older first', () => {
    const [graph, ...more] = drawDiagrams(sourceOf('docs/adr/0002-two-logs.md'));
    assert.deepEqual(more, []);
    assert.equal(graph?.caption, 'Among other records');
    assert.equal(graph.line, 0);
    assert.equal(
      graph.source,
      [
        'flowchart LR',
        '  r0["0001 Keep #34;one#34; #60;log#62; #38; more<br/>Superseded"]',
        '  r1[["0002 Two logs<br/>Accepted"]]',
        '  r2["0004 A third<br/>Proposed"]',
        '  r0 -->|superseded by| r1',
        '  r1 -.->|amended by| r2',
        '',
      ].join('\n'),
    );
  });

  it('is the whole chain from every end of it', () => {
    const boxes = (path: keyof typeof FILES): number => drawDiagrams(sourceOf(path))[0]?.source.match(/^ {2}r\d+\[/gm)?.length ?? 0;
    assert.deepEqual((['docs/adr/0001-one-log.md', 'docs/adr/0004-a-third.md'] as const).map(boxes), [3, 3]);
  });

  it('is not drawn where it stands alone, is no record, or the others are not known', () => {
    assert.deepEqual(drawDiagrams(sourceOf('docs/adr/0003-alone.md')), []);
    const alone = checker.check(FILES['docs/adr/0002-two-logs.md'], 'docs/adr/0002-two-logs.md', DEFAULT_SETTINGS);
    assert.deepEqual(drawDiagrams(checker.sourceOf(alone)), []);
  });

  it('leads from each box to its record, and nowhere else', () => {
    const source = sourceOf('docs/adr/0002-two-logs.md');
    assert.equal(recordAtNode(source, 0, '0004 A third\nProposed'), 'docs/adr/0004-a-third.md');
    assert.equal(recordAtNode(source, 0, '0003 Alone'), undefined);
    assert.equal(recordAtNode(source, 5, '0004 A third'), undefined);
  });

  it('draws the nearest thirty of a long chain', () => {
    const name = (number: number): string => `docs/adr/${String(number).padStart(4, '0')}-r.md`;
    const chain = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [name(index + 10), record(index + 10, `R${index + 10}`, index === 0 ? 'Accepted' : `Accepted\n\nAmends [x](${name(index + 9).slice(9)})`).replace(/2026-03-0\d+/, '2026-03-01')]),
    );
    const path = name(50);
    const reading = checker.check(chain[path] ?? '', path, DEFAULT_SETTINGS, checker.kinds, filesAround(chain));
    const [graph] = drawDiagrams(checker.sourceOf(reading));
    assert.deepEqual(graph?.source.match(/\["?\[?"?00\d\d/g)?.length, 30);
    assert.match(graph.source, /\[\["0050 R50<br\/>Accepted"\]\]/);
  });
});
