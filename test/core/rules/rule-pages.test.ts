import assert from 'node:assert/strict';
import { allRules } from '../../../src/core/rules/all.ts';
import { read } from '../../repo/files.ts';
import { findingsIn, fixed, phasePlan, replaceSection } from '../documents.ts';

/** An example replaces one section of a whole plan; the quoted lines after it are the findings it has. */
interface Example {
  readonly title: string;
  readonly markdown: string;
  readonly messages: readonly string[];
  readonly fails: boolean;
}

describe('the examples of the rule pages', () => {
  for (const { id, fixable } of allRules) {
    const examples = examplesOf(read(`docs/rules/${id}.md`));
    it(`${id} has passing and failing ones`, () => {
      assert.ok(examples.some(({ fails }) => fails) && examples.some(({ fails }) => !fails), `docs/rules/${id}.md needs an example that passes and one that fails, as docs/contributing.md says.`);
    });
    examples.forEach(({ title, markdown, messages, fails }, index) => {
      it(`${id}, example ${index + 1} behaves as printed`, () => {
        const text = replaceSection(phasePlan(), title, markdown);
        const found = findingsIn(text).filter(({ rule }) => rule === id);
        assert.deepEqual(found.map(({ message }) => message), messages);
        assert.equal(messages.length > 0, fails);
        if (fixable) assert.deepEqual(findingsIn(fixed(text)), []);
      });
    });
  }
});

function examplesOf(page: string): readonly Example[] {
  const failing = page.indexOf('## Failing');
  return Array.from(page.matchAll(/^```markdown replaces="([^"]+)"\n([\s\S]*?)^```\n((?:\n?> .*\n)*)/gm), (match) => ({
    title: match[1] ?? '',
    markdown: match[2] ?? '',
    messages: Array.from((match[3] ?? '').matchAll(/^> (.*)$/gm), (line) => line[1] ?? ''),
    fails: match.index > failing,
  }));
}
