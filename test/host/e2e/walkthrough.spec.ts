import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Workbench } from '../../../build/host/workbench.ts';
import { expect, test } from './fixtures.ts';
import { answer, asked, promptIsClosed } from './prompts.ts';

const ID = 'groundplan.groundplan#getStarted';
const THEMES = [
  ['Dark Modern', 'vs-dark'],
  ['Light Modern', 'vs'],
  ['Dark High Contrast', 'hc-black'],
] as const;
/** More than there are between any two things that take the focus. */
const MOST_TABS = 60;

/** The mark before a step: checked once the step is done. */
function mark(workbench: Workbench, step: string): Locator {
  return workbench.page.locator(`.gettingStartedContainer [data-done-step-id="${ID}#${step}"]`).first();
}

async function open(workbench: Workbench): Promise<void> {
  await workbench.command('Groundplan: Get Started');
  await mark(workbench, 'write').waitFor();
}

/** Goes from one thing to the next by keyboard until this one has the focus. */
async function tabTo(workbench: Workbench, name: string): Promise<void> {
  const focused = (): Promise<boolean> => workbench.page.evaluate((text) => document.activeElement?.matches('a, .monaco-button') === true && document.activeElement.textContent.trim() === text, name);
  for (let step = 0; step < MOST_TABS && !(await focused()); step++) await workbench.press('Tab');
  expect(await focused(), `${name} has the focus`).toBe(true);
}

test.describe('the walkthrough', () => {
  test.use({ source: 'media' });

  test('is opened by command; its first step is done by keyboard, and ticked off then', async ({ workbench, workspace }) => {
    await open(workbench);
    await expect(mark(workbench, 'write')).toHaveAttribute('aria-checked', 'false');
    await tabTo(workbench, 'New Plan…');
    await workbench.press('Enter');
    await asked(workbench, 'Which kind of document?').first().waitFor();
    // What is begun and left is not done.
    await workbench.press('Escape');
    await promptIsClosed(workbench);
    await expect(mark(workbench, 'write')).toHaveAttribute('aria-checked', 'false');

    await tabTo(workbench, 'New Plan…');
    await workbench.press('Enter');
    await answer(workbench, [
      { asks: 'Which kind of document?', type: 'Master Plan' },
      { asks: 'What is built?', type: 'Harbour' },
    ]);
    await workbench.tab('IMPLEMENTATION-PLAN.md').waitFor();
    expect(existsSync(path.join(workspace, 'plans/IMPLEMENTATION-PLAN.md'))).toBe(true);
    await open(workbench);
    await expect(mark(workbench, 'write')).toHaveAttribute('aria-checked', 'true');
    await expect(mark(workbench, 'record')).toHaveAttribute('aria-checked', 'false');
  });
});

test.describe('the walkthrough over the examples', () => {
  test.use({ source: 'examples' });

  test('ticks off what is mended, drawn and handed over, and looks right in every theme', async ({ workbench }) => {
    test.setTimeout(300_000);
    await open(workbench);
    // The editor shows the pictures where there is room for them.
    await workbench.page.setViewportSize({ width: 1700, height: 900 });
    await workbench.page.locator('iframe.webview.ready').first().waitFor();
    for (const [theme, name] of THEMES) {
      await workbench.setTheme(theme);
      await workbench.page.locator(`.monaco-workbench.${name}`).waitFor();
      await workbench.page.screenshot({ path: path.join('test-results', 'walkthrough', `${name}.png`) });
    }
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
    await workbench.openFile('plans/PHASE-2-ARCHITECTURE-PLAN.md');
    await workbench.page.locator('.statusbar-item').filter({ hasText: /Phase Plan · \d+ errors/ }).waitFor();
    await workbench.command('Groundplan: Fix All in This Document');
    await workbench.command('Groundplan: Open Preview to the Side');
    await (await workbench.webview('groundplan.groundplan')).getByRole('heading', { level: 1 }).waitFor();
    await workbench.openFile('plans/PHASE-1-ARCHITECTURE-PLAN.md');
    await workbench.command('Groundplan: Hand Off…');
    await answer(workbench, [{ asks: 'Who takes it over?', type: 'Decomposer' }]);
    await workbench.toast('Copied for Decomposer').waitFor();
    await open(workbench);
    for (const step of ['write', 'mend', 'draw', 'handover']) await expect(mark(workbench, step), step).toHaveAttribute('aria-checked', 'true');
    for (const step of ['rate', 'record', 'forward', 'freeze']) await expect(mark(workbench, step), step).toHaveAttribute('aria-checked', 'false');
  });
});
