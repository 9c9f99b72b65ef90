import { readFileSync } from 'node:fs';
import path from 'node:path';
import { violations } from '../support/axe.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const THEMES = [['Light Modern', 'vscode-light'], ['Dark Modern', 'vscode-dark'], ['Dark High Contrast', 'vscode-high-contrast']] as const;
const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';

test('an incomplete plan is marked, listed and saved as its author writes it', async ({ workbench, workspace, inHost }) => {
  await workbench.openFile(PLAN);
  await until('findings in the Problems view', async () => (await workbench.problems()).length > 1);
  expect(await inHost((vscode) => vscode.extensions.getExtension('groundplan.groundplan')?.isActive)).toBe(true);

  await workbench.editor.focus();
  await workbench.gotoLine(3);
  await workbench.editor.type('Begun: ');
  await workbench.editor.save();
  expect(readFileSync(path.join(workspace, PLAN), 'utf8')).toContain('Begun: A plan that has just been begun.');
});

test('the preview opens beside the plan, in every kind of theme', async ({ workbench }) => {
  await workbench.openFile(PLAN);
  await workbench.command('Groundplan: Open Preview to the Side');
  const preview = await workbench.webview('groundplan.groundplan');
  for (const [theme, kind] of THEMES) {
    await workbench.setTheme(theme);
    await preview.waitForFunction((name) => document.body.classList.contains(name), kind);
  }
  expect(await violations(preview)).toEqual([]);
});
