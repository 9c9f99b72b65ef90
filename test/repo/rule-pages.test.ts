import assert from 'node:assert/strict';
import { allRules } from '../../src/core/rules/all.ts';
import { read } from './files.ts';
import { findingsOf, fixedBy, PHASE_2, phasePlan, replaceSection } from '../core/documents.ts';
import { filesAround } from '../core/files-around.ts';
import { verdictsOn } from '../core/support/diagram-verdicts.ts';

/**
 * An example is a fence of Markdown: `replaces="Section"` replaces a section of a whole phase plan, `file="path"` is a whole document at that path.
 * Fences with `beside="path"` before it are the other files of its workspace, those with `accepted="path"` what stood there when it was accepted;
 * `today="2026-03-01"` says which day it is.
 * The quoted lines after it are the findings it has.
 */
interface Example {
  readonly text: string;
  readonly path: string;
  readonly beside: Readonly<Record<string, string>>;
  readonly accepted: Readonly<Record<string, string>>;
  readonly today: string | undefined;
  readonly messages: readonly string[];
  readonly fails: boolean;
}

describe('the examples of the rule pages', () => {
  for (const { id } of allRules) {
    const examples = examplesOf(read(`docs/rules/${id}.md`));
    it(`${id} has passing and failing ones`, () => {
      assert.ok(examples.some(({ fails }) => fails) && examples.some(({ fails }) => !fails), `docs/rules/${id}.md needs an example that passes and one that fails, as docs/contributing.md says.`);
    });
    examples.forEach(({ text, path, beside, accepted, today, messages, fails }, index) => {
      const acceptedText = (of: string) => (accepted[of] === undefined ? undefined : { text: accepted[of] });
      it(`${id}, example ${index + 1} behaves as printed`, async () => {
        const around = filesAround({ ...beside, [path]: text }, { today, acceptedText, diagram: await verdictsOn(text) });
        const found = findingsOf(id, text, path, around);
        assert.deepEqual(found.map(({ message }) => message), messages);
        assert.equal(messages.length > 0, fails);
        const mended = fixedBy(id, text, path, around);
        const left = findingsOf(id, mended, path, filesAround({ ...beside, [path]: mended }, { today, acceptedText, diagram: await verdictsOn(mended) }));
        assert.deepEqual(left.filter(({ fix }) => fix !== undefined && fix.edits.length > 0 && fix.elsewhere === undefined && fix.rename === undefined && fix.select === undefined), []);
      });
    });
  }
});

function examplesOf(page: string): readonly Example[] {
  const failing = page.indexOf('## Failing');
  const beside: Record<string, string> = {};
  const accepted: Record<string, string> = {};
  return Array.from(page.matchAll(/^(`{3,})markdown ([a-z]+="[^\n]*)\n([\s\S]*?)^\1\n((?:\n?> .*\n)*)/gm)).flatMap((match) => {
    const said = Object.fromEntries(Array.from((match[2] ?? '').matchAll(/([a-z]+)="([^"]*)"/g), ([, name = '', value = '']) => [name, value]));
    const markdown = match[3] ?? '';
    if (said['accepted'] !== undefined) accepted[said['accepted']] = markdown;
    if (said['beside'] !== undefined) beside[said['beside']] = markdown;
    if (said['accepted'] !== undefined || said['beside'] !== undefined) return [];
    const path = said['file'] ?? PHASE_2;
    return [
      {
        text: said['replaces'] === undefined ? markdown : replaceSection(phasePlan(), said['replaces'], markdown),
        path,
        beside: { ...beside },
        accepted: { ...accepted },
        today: said['today'],
        messages: Array.from((match[4] ?? '').matchAll(/^> (.*)$/gm), (line) => line[1] ?? ''),
        fails: match.index > failing,
      },
    ];
  });
}
