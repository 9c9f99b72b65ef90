import assert from 'node:assert/strict';
import { sourceValues } from '../../../src/core/scaffold/source-file.ts';

describe('sourceValues', () => {
  const titleOf = (text: string): string | undefined => sourceValues('source', 'docs/berth.md', text)['source_title'];

  it('are its name, its path, its title and the link to it', () => {
    assert.deepEqual(sourceValues('source', 'docs/use cases/Book (a) berth.MD', '# Use Case: Book a berth\n'), {
      source: 'Book (a) berth',
      source_path: 'docs/use cases/Book (a) berth.MD',
      source_title: 'Book a berth',
      source_link: 'Book%20%28a%29%20berth.MD',
    });
    assert.deepEqual(Object.keys(sourceValues('use_case', 'x.md', '')), ['use_case', 'use_case_path', 'use_case_title', 'use_case_link']);
  });

  it('take the title as it is read', () => {
    assert.equal(titleOf('\uFEFF---\ntitle: x\n---\r\n🚢 Book a `berth`\r\n=====\r\n'), 'Book a berth');
    assert.equal(titleOf('# UC-01: **Book** [a](x.md) berth\n'), 'Book a berth');
    assert.equal(titleOf('# Book a berth: the easy way\n'), 'Book a berth: the easy way');
    assert.equal(titleOf('# "Book/../a" <berth>\n'), '"Book/../a" <berth>');
    assert.equal(titleOf('# 12:30 departure\n'), '12:30 departure');
    assert.equal(titleOf('# Use Case:\n'), 'Use Case:');
    assert.equal(titleOf('```\n# No title\n```\n# Title\n'), 'Title');
  });

  it('fall back on the name of the file', () => {
    for (const text of ['', '## Only a section\n', '#\n', '# 🎯\n', '```\n# Never closed\n']) assert.equal(titleOf(text), 'berth', text);
  });

  it('take off no other ending, and no folder', () => {
    const stem = (path: string): string | undefined => sourceValues('source', path, '')['source'];
    assert.equal(stem('notes.txt'), 'notes.txt');
    assert.equal(stem('a.b/c.md.md'), 'c.md');
    assert.equal(stem('.md'), '');
    assert.equal(stem('docs\\berth.md'), 'docs\\berth');
  });
});
