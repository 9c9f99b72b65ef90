import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Folder } from './run.ts';

const NOTES = '# Notes <on> berths & "quays"\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n| </script><script>alert(1)</script> | High | Low |\n';
const DRAWN = `${NOTES}\n\`\`\`mermaid\nflowchart LR\n  a --> b\n\`\`\`\n`;

describe('groundplan export', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder({ 'notes.md': NOTES, 'drawn.md': DRAWN })));
  afterEach(() => folder.remove());

  it('writes a page beside the document, with the picture as data and the code under its fingerprint', async () => {
    assert.deepEqual(await folder.run('export', 'notes.md'), { code: 0, stdout: 'notes.html\n', stderr: '' });
    const page = readFileSync(path.join(folder.path, 'notes.html'), 'utf8');
    assert.match(page, /<title>Notes &lt;on> berths &amp; "quays"<\/title>/);
    const [, data = ''] = /id="picture">(.*?)<\/script>/s.exec(page) ?? [];
    const picture = JSON.parse(data) as { risks: { risks: { name: string }[] } };
    assert.equal(picture.risks.risks[0]?.name, '</script><script>alert(1)</script>');
    const script = readFileSync('test/cli/page/plain.js', 'utf8').trim();
    assert.ok(page.includes(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`), 'the policy lets this script run');
    assert.ok(page.includes(`<script>${script}</script>`), 'and it stands in the page');
    assert.equal(page.match(/<script/g)?.length, 2);
  });

  it('takes the code that draws diagrams only where there are some', async () => {
    assert.match((await folder.run('export', 'drawn.md', '--print')).stdout, /\(drawn\)/);
    assert.match((await folder.run('export', 'notes.md', '--print')).stdout, /\(plain\)/);
  });

  it('overwrites nothing, and says what it cannot do', async () => {
    folder.write('notes.html', 'mine');
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['notes.md'], /notes\.html exists already and stays as it is: name another file with --out, or print the page with --print\./],
      [[], /"export" needs the name of one file\./],
      [['notes.md', 'drawn.md'], /"export" needs the name of one file\./],
      [['none.md'], /none\.md does not exist: check the name and the folder\./],
      [['notes.md', '--out', 'none/x.html'], /none\/x\.html could not be written: its folder does not exist\./],
      [['notes.md', '--out', 'x.html', '--print'], /--out or --print, not both/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, stdout, stderr } = await folder.run('export', ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, sentence);
    }
    assert.equal(readFileSync(path.join(folder.path, 'notes.html'), 'utf8'), 'mine');
  });
});
