// What the checks find in the documents that the built-in kinds come from. They stand outside of the repository; `seed-findings.md` is reviewed by hand.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import { checker } from './documents.ts';

const SEEDS = '../shared/seeds';

describe('the findings in the source documents', () => {
  const isHere = existsSync(SEEDS);
  const reviewed = readFileSync('test/core/seed-findings.md', 'utf8').split(/^## /m).slice(1);

  it('are reviewed for every one of them', function isComplete() {
    if (!isHere) this.skip();
    assert.deepEqual(reviewed.map((section) => section.split('\n')[0]), readdirSync(SEEDS).sort());
  });

  for (const section of reviewed) {
    const [name = '', ...lines] = section.split('\n');
    (isHere ? it : it.skip)(`are those that were reviewed in ${name}, and no others`, () => {
      const { plan, findings } = checker.check(readFileSync(`${SEEDS}/${name}`, 'utf8'), name, DEFAULT_SETTINGS);
      assert.deepEqual(
        findings.map(({ rule, message, range }) => `- ${plan.lines.lineAt(range.start) + 1} ${rule}: ${message}`),
        lines.filter((line) => line.startsWith('- ')),
      );
    });
  }
});
