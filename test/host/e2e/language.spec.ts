import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures.ts';

const DESIGN = 'plans/architecture-design-QUAY-1-2026-03-02.md';
const TASKS = 'plans/architecture-design-QUAY-1-2026-03-02-TASKS.md';
const RECORD = 'plans/ADR-0071-one-log.md';
const TEXTS: Readonly<Record<string, string>> = {
  [RECORD]: '# 71. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n',
  [TASKS]: '# Task Breakdown: Quay\n\nMade from [the design](architecture-design-QUAY-1-2026-03-02.md).\n\n## Tasks\n\n- [ ] T-01 Drive piles (3h) against R-1\n',
  [DESIGN]: '# Quay Architecture Design\n\n## System Overview\n\nR-1 and R-10.\n\n## Risk Assessment and Mitigation\n\n| ID | Risk | Impact | Mitigation |\n|---|---|---|---|\n| R-1 | Storm | High | Wait |\n| R-10 | Fire | Low | Hose |\n',
};

test.beforeEach(({ workspace }) => {
  for (const [file, text] of Object.entries(TEXTS)) writeFileSync(path.join(workspace, file), text);
});

test('F12 leads from a risk in the tasks to its row in the design, and Shift+F12 lists who names it', async ({ workbench }) => {
  await workbench.openFile(TASKS);
  // Before, the keys mean nothing to the editor.
  await workbench.editor.element().getByText('1 finding').waitFor();
  await workbench.editor.focus();
  await workbench.gotoLine(7, 37);
  await workbench.press('F12');
  await workbench.page.locator('.tab.active').filter({ hasText: path.basename(DESIGN) }).waitFor();
  await workbench.page.locator('.statusbar-item').filter({ hasText: /Ln 11, Col 3\b/ }).waitFor();
  await workbench.press('Shift+F12');
  const peek = workbench.page.locator('.reference-zone-widget');
  await peek.waitFor();
  await peek.getByText('References (3)').waitFor();
  await workbench.press('Escape');
});

test('F2 renames a risk in all documents by keyboard', async ({ workbench, workspace }) => {
  await workbench.openFile(DESIGN);
  await workbench.editor.element().getByText('1 document refers here').waitFor();
  await workbench.editor.focus();
  await workbench.gotoLine(5, 2);
  await workbench.press('F2');
  const input = workbench.page.locator('.rename-box input');
  await input.waitFor();
  expect(await input.inputValue()).toBe('R-1');
  await input.fill('R-003');
  await workbench.press('Enter');
  await input.waitFor({ state: 'hidden' });
  await workbench.command('File: Save All Files');
  await expect.poll(() => readFileSync(path.join(workspace, TASKS), 'utf8')).toBe(TEXTS[TASKS]?.replace('R-1', 'R-003'));
  await expect.poll(() => readFileSync(path.join(workspace, DESIGN), 'utf8')).toBe(TEXTS[DESIGN]?.replace('R-1 and', 'R-003 and').replace('| R-1 ', '| R-003 '));
});

test('Ctrl+Space behind ADR- writes the link to a record', async ({ workbench, workspace }) => {
  await workbench.openFile(DESIGN);
  await workbench.editor.focus();
  await workbench.gotoLine(5, 14);
  await workbench.editor.complete(' See ADR-', '71. Keep one log');
  await workbench.editor.save();
  expect(readFileSync(path.join(workspace, DESIGN), 'utf8')).toContain('R-1 and R-10. See [ADR-0071](ADR-0071-one-log.md)\n');
});
