import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { until } from '../support/until.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from './fixtures.ts';
import { input } from './prompts.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const EXTENSION = 'groundplan.groundplan';

test.use({ source: 'examples' });

/** Opens a file of the disk as anybody would who was sent it, and notes what it asks the network for. */
async function opened(context: BrowserContext, file: string): Promise<{ readonly page: Page; readonly requests: readonly string[]; readonly complaints: readonly string[] }> {
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints };
}

test('the whole panel is saved as one page that needs nothing else', async ({ workbench, workspace, context }) => {
  await workbench.openFile(PLAN);
  await workbench.command('Groundplan: Export Preview as a Web Page…');
  await (await workbench.webview(EXTENSION)).locator('figure svg').first().waitFor();
  await until('the question for a place', async () => (await input(workbench).inputValue().catch(() => '')).includes('Phase 1 Architecture Plan.html'));
  await workbench.press('Enter');
  const file = path.join(workspace, 'plans/Phase 1 Architecture Plan.html');
  await until('the page', () => existsSync(file) && readFileSync(file, 'utf8').endsWith('</html>\n'));
  const { page, requests, complaints } = await opened(context, file);
  expect(await page.locator('figure svg').count()).toBe(2);
  expect(await page.locator('script, button, vscode-button, select, [onclick]').count()).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phase 1 Architecture Plan');
  await expect(page.locator('.matrix .risk-dot')).toHaveCount(4);
  await page.getByRole('link', { name: /Risks/ }).click();
  expect(new URL(page.url()).hash).toBe('#risks-heading');
  expect(await violations(page)).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('the command line writes a page that draws itself', async ({ workspace, context }) => {
  execFileSync(process.execPath, [path.resolve('dist/cli/groundplan.js'), 'export', PLAN], { cwd: workspace });
  const { page, requests, complaints } = await opened(context, path.join(workspace, PLAN.replace(/\.md$/, '.html')));
  await expect(page.locator('figure svg')).toHaveCount(2);
  await expect(page.locator('button, vscode-button')).toHaveCount(0);
  await expect(page.locator('.matrix .risk-dot')).toHaveCount(4);
  expect(await violations(page)).toEqual([]);
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
