// The view of all plans and records, the search over them and what the status bar says, as somebody meets them who uses no mouse.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { InHost } from '../../../build/host/driver.ts';
import { insist } from '../../../build/host/insist.ts';
import type { Workbench } from '../../../build/host/workbench.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { asked, focusedRow, input } from './prompts.ts';

const FOCUS = 'Groundplan: Focus on Plans and Records View';
const RECORD = 'docs/decisions/0003-take-payment-on-booking.md';
const LOG = 'docs/decisions/0001-keep-bookings-in-one-log.md';
/** More rows than lie between any two. */
const MOST_STEPS = 40;
const THEMES = [
  ['Dark Modern', 'vs-dark'],
  ['Light Modern', 'vs'],
  ['Dark High Contrast', 'hc-black'],
  ['Light High Contrast', 'hc-light'],
] as const;

function tree(workbench: Workbench): Locator {
  return workbench.page.locator('.pane[aria-label*="Plans and Records"], .pane').filter({ has: workbench.page.locator('.tree-explorer-viewlet-tree-view') }).first();
}

function row(workbench: Workbench, name: string): Locator {
  return tree(workbench).locator(`.monaco-list-row[aria-label*="${name}"]`).first();
}

/** The extension runs before: a view whose extension is only being started cannot take the focus, whosever it is. */
async function focusView(workbench: Workbench, inHost: InHost, file = 'README.md'): Promise<void> {
  await workbench.openFile(file);
  await inHost(async (vscode) => {
    await vscode.extensions.getExtension('groundplan.groundplan')?.activate();
  });
  // An editor that shows its first view of the day is slow enough to lose the focus on the way to it: then it is asked again.
  await insist(tree(workbench).locator('.monaco-list:focus'), () => workbench.command(FOCUS));
  await tree(workbench).locator('.monaco-list:focus .monaco-list-row').first().waitFor();
}

/** Goes down to a row, key by key. */
async function goTo(workbench: Workbench, name: string): Promise<void> {
  await row(workbench, name).waitFor();
  const focused = tree(workbench).locator('.monaco-list-row.focused');
  const spoken = (): Promise<string> => focused.first().getAttribute('aria-label').then((label) => label ?? '');
  await workbench.press('Home');
  await focused.first().waitFor();
  for (let step = 0; step < MOST_STEPS && !(await spoken()).includes(name); step++) {
    const before = await focused.first().getAttribute('data-index');
    await workbench.press('ArrowDown');
    await until('the next row', async () => (await focused.first().getAttribute('data-index')) !== before);
  }
}

/** Goes down in the open menu, key by key, and chooses. */
async function chooseInMenu(workbench: Workbench, name: string): Promise<void> {
  const label = (state: string): Locator => workbench.page.locator(`.monaco-menu .action-item${state} .action-label[aria-label="${name}"]`).first();
  await label('').waitFor();
  for (let step = 0; step < MOST_STEPS && !(await label('.focused').isVisible()); step++) await workbench.press('ArrowDown');
  await label('.focused').waitFor();
  await workbench.press('Enter');
}

test.describe('the Groundplan view', () => {
  test.use({ source: 'examples' });

  test('is opened, unfolded and walked through by keyboard, and opens documents', async ({ workbench, inHost }) => {
    await focusView(workbench, inHost);
    await goTo(workbench, 'Implementation Plan, Master Plan');
    await row(workbench, 'Phase 2 Architecture Plan, Phase Plan').waitFor();
    await workbench.press('ArrowLeft');
    await row(workbench, 'Phase 2 Architecture Plan, Phase Plan').waitFor({ state: 'hidden' });
    await workbench.press('ArrowRight');
    await goTo(workbench, 'Phase 2 Architecture Plan, Phase Plan');
    await workbench.press('Enter');
    await workbench.tab('PHASE-2-ARCHITECTURE-PLAN.md').waitFor();
    // What was just opened shows its findings in the view.
    await row(workbench, 'Findings').waitFor();
    await workbench.command(FOCUS);
    await goTo(workbench, '2. Take payment on arrival, Decision Record (MADR), superseded');
    await workbench.press('Enter');
    await workbench.tab('0002-take-payment-on-arrival.md').waitFor();
  });

  test('offers what can be done with a document, and copies a link to it', async ({ workbench, inHost }) => {
    await focusView(workbench, inHost, 'plans/PHASE-1-ARCHITECTURE-PLAN.md');
    await goTo(workbench, '1. Keep bookings in one log');
    await workbench.press('Shift+F10');
    await chooseInMenu(workbench, 'Copy Link to Document');
    await workbench.page.locator('.statusbar').getByText('Copied [1. Keep bookings in one log](../docs/decisions/0001-keep-bookings-in-one-log.md)').waitFor();
  });

  test('lists what was found, the worst first, leads there by keyboard, and looks right in every theme', async ({ workbench, inHost }) => {
    await focusView(workbench, inHost, 'plans/PHASE-2-ARCHITECTURE-PLAN.md');
    await row(workbench, 'Phase 2 Architecture Plan, Phase Plan, 4 errors').waitFor();
    await goTo(workbench, 'Findings');
    await workbench.press('ArrowRight');
    // Below its kind it stands already: what unfolds is the second of the name.
    await tree(workbench).locator('.monaco-list-row[aria-label*="Phase 2 Architecture Plan"]').nth(1).waitFor();
    await workbench.press('ArrowDown');
    const focused = tree(workbench).locator('.monaco-list-row.focused');
    await expect(focused.first()).toHaveAttribute('aria-label', /^Phase 2 Architecture Plan, Phase Plan, 4 errors/);
    for (const [theme, name] of THEMES) {
      await workbench.setTheme(theme);
      await workbench.page.locator(`.monaco-workbench.${name}`).waitFor();
      await workbench.page.screenshot({ path: path.join('test-results', 'view', `${name}.png`) });
    }
    await workbench.command(FOCUS);
    await workbench.press('Enter');
    await workbench.page.locator('.statusbar-item').filter({ hasText: /Ln (?!1,)\d+, Col/ }).waitFor();
  });

  test('keeps what is selected while documents change below it', async ({ workbench, workspace, inHost }) => {
    await focusView(workbench, inHost);
    await goTo(workbench, '1. Keep bookings in one log');
    const file = path.join(workspace, RECORD);
    writeFileSync(file, readFileSync(file, 'utf8').replace('status: proposed', 'status: accepted'));
    await row(workbench, '3. Take payment on booking, Decision Record (MADR), accepted').waitFor();
    await tree(workbench).locator('.monaco-list-row.focused[aria-label*="1. Keep bookings in one log"]').waitFor();
    renameSync(path.join(workspace, LOG), path.join(workspace, 'docs/decisions/0004-keep-bookings-in-one-log.md'));
    await row(workbench, '4. Keep bookings in one log').waitFor();
    await row(workbench, 'Broken Links').waitFor();
  });

  test('finds words in titles and texts while they are typed, and opens the line', async ({ workbench, workspace }) => {
    await workbench.command('Groundplan: Search Plans and Records…');
    await asked(workbench, 'Words of a title').first().waitFor();
    await input(workbench).fill('take payment');
    await focusedRow(workbench, '2. Take payment on arrival').waitFor();
    await input(workbench).fill('append-only paper');
    await focusedRow(workbench, 'One append-only log').waitFor();
    await workbench.press('Enter');
    await workbench.tab('0001-keep-bookings-in-one-log.md').waitFor();
    const lines = readFileSync(path.join(workspace, LOG), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('append-only') && each.includes('paper')) + 1;
    await workbench.page.locator('.statusbar-item').filter({ hasText: new RegExp(`Ln ${line}, Col`) }).waitFor();
  });

  test('says in the status bar what a plan is and what was found, and nothing on other documents', async ({ workbench }) => {
    const item = workbench.page.locator('.statusbar-item').filter({ hasText: 'Decision Record (MADR) · proposed' });
    await workbench.openFile(RECORD);
    await item.waitFor();
    await item.locator('a').first().click();
    await asked(workbench, 'What is to be done with this document?').first().waitFor();
    const rows = await until('the actions', async () => {
      const all = await workbench.rows();
      return all.length > 3 && all;
    });
    expect(rows.join('\n')).toContain('Open Preview to the Side');
    expect(rows.join('\n')).toContain('Show or Change Kind of Document…');
    await workbench.press('Escape');
    await workbench.openFile('README.md');
    await item.waitFor({ state: 'hidden' });
    expect((await workbench.status()).join('\n')).not.toContain('What can be done with this document');
  });
});

test.describe('the Groundplan view of a workspace without plans', () => {
  test.use({ source: 'media' });

  test('says so, and offers to begin', async ({ workbench }) => {
    await workbench.command(FOCUS);
    await workbench.page.getByText('This workspace has no plans and no decision records yet.').waitFor();
    await workbench.page.getByRole('button', { name: 'New Plan…' }).waitFor();
    await workbench.page.getByRole('button', { name: 'New Decision Record' }).waitFor();
  });
});
