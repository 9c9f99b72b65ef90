// What the checks find, family by family, as its author meets it: marked, listed, mended, left out, frozen.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { answer } from './prompts.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
/** A plan in which nothing is wrong. */
const WHOLE = readFileSync('examples/plans/PHASE-1-ARCHITECTURE-PLAN.md', 'utf8').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
/** One thing of each family, broken: what is said of it, what stands there instead, where the cursor goes, and what mends it: a quick fix, or else what is typed. */
const FAMILIES = [
  { says: 'is almost "Wave Parallelization Strategy"', right: '🔄 Wave Parallelization', wrong: '🔄 Wave Paralelization', at: '## 🔄 Wave Par', fix: 'Rename it to "Wave Parallelization Strategy"' },
  { says: 'is on no scale', right: '- **Probability**: Medium', wrong: '- **Probability**: Meduim', at: 'Meduim', fix: 'Change the probability to "Medium"' },
  { says: 'stands where risk 4 is expected', right: '### Risk 4: The port', wrong: '### Risk 9: The port', at: '9: The port', fix: 'Renumber the risks' },
  { says: 'which everyone understands differently', right: '  p95: 250ms', wrong: '  p95: fast', at: 'fast', fix: undefined, type: '250ms' },
  { says: 'This diagram cannot be drawn', right: 'mail["Mail (gateway)"]', wrong: 'mail[Mail (gateway)]', at: '(gateway)', fix: 'Mend the diagram' },
  { says: 'has no heading for', right: '[books](#-success-criteria)', wrong: '[books](#-sucess-criteria)', at: '#-sucess', fix: 'Link to "#-success-criteria"' },
] as const;

test('one broken thing of each family is marked, listed in Problems and mended by keyboard', async ({ workbench, workspace }) => {
  const right = WHOLE.replace('it books a berth', 'it [books](#-success-criteria) a berth').replace('mail[Mail gateway]', 'mail["Mail (gateway)"]');
  const file = path.join(workspace, PLAN);
  writeFileSync(file, FAMILIES.reduce((text, family) => text.replace(family.right, family.wrong), right));
  await workbench.openFile(PLAN);
  await until('a row in Problems for each', async () => {
    const rows = (await workbench.problems()).join('\n');
    return FAMILIES.every(({ says }) => rows.includes(says));
  });
  for (const family of FAMILIES) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes(family.at));
    await workbench.gotoLine(line + 1, (lines[line]?.indexOf(family.at) ?? 0) + 1);
    await workbench.editor.squiggles(family.at === '(gateway)' ? 'error' : 'warning').first().waitFor({ state: 'attached' });
    if (family.fix !== undefined) await workbench.editor.quickFix(family.fix, workbench.page.locator('.tab.active.dirty'));
    else {
      await workbench.press('Shift+End');
      await workbench.editor.type(family.type);
    }
    await until(`"${family.says}" to be gone`, async () => !(await workbench.problems()).join('\n').includes(family.says));
    await workbench.editor.focus();
    await workbench.editor.save();
  }
  expect(readFileSync(file, 'utf8')).toBe(right);
  await workbench.editor.squiggles('warning').first().waitFor({ state: 'detached' });
});

test('a finding is left out with its reason, by keyboard', async ({ workbench, workspace }) => {
  const file = path.join(workspace, PLAN);
  writeFileSync(file, WHOLE.replace('- **Probability**: Medium', '- **Probability**: Often'));
  await workbench.openFile(PLAN);
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes('Often'));
  await until('the finding', async () => (await workbench.problems()).join('\n').includes('is on no scale'));
  await workbench.editor.focus();
  await workbench.gotoLine(line + 1, (lines[line]?.indexOf('Often') ?? 0) + 1);
  await workbench.editor.quickFix('Leave valid-risk-levels out…', workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'Here' }));
  await workbench.press('Enter');
  await answer(workbench, [{ asks: 'Why? The next reader sees it in the comment.', type: 'the insurer calls it so' }]);
  await until('the finding to be gone', async () => !(await workbench.problems()).join('\n').includes('is on no scale'));
  await workbench.editor.focus();
  await workbench.editor.save();
  expect(readFileSync(file, 'utf8')).toContain('- **Probability**: Often <!-- groundplan-ignore valid-risk-levels: the insurer calls it so -->\n');
});

test('the findings of a day are frozen from the palette: those are hints, and only new ones count', async ({ workbench, workspace }) => {
  const file = path.join(workspace, PLAN);
  writeFileSync(file, WHOLE.replace('- **Probability**: Medium', '- **Probability**: Often'));
  await workbench.openFile(PLAN);
  await workbench.editor.element().waitFor();
  await until('the finding', async () => (await workbench.problems()).join('\n').includes('is on no scale'));
  await workbench.command('Groundplan: Freeze Findings');
  await until('the baseline', () => existsSync(path.join(workspace, '.groundplan/baseline.json')));
  await until('the finding to be a hint', async () => !(await workbench.problems()).join('\n').includes('is on no scale'));
  await workbench.editor.focus();
  await workbench.gotoLine(1, 1);
  await workbench.press('ControlOrMeta+End');
  await workbench.editor.type('\n## Success Criteria\n\nTwice.\n');
  await until('the new finding', async () => (await workbench.problems()).join('\n').includes('stands here a second time'));
  expect((await workbench.problems()).join('\n')).not.toContain('is on no scale');
});
