import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from '@playwright/test';
import type { InHost } from '../../../build/host/driver.ts';
import type { Workbench } from '../../../build/host/workbench.ts';
import { violations } from '../support/axe.ts';
import { boxAtRest } from '../support/box-at-rest.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const TEXT = readFileSync(`examples/${PLAN}`, 'utf8');
const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';
const REGISTER = 'plans/PHASE-7-ARCHITECTURE-PLAN.md';
const TABLE = `# Phase 7 Architecture Plan

## Risk Analysis and Mitigation

| Risk             | Category | Probability | Impact | Mitigation | Owner | Residual Probability | Residual Impact |
|------------------|----------|-------------|--------|------------|-------|----------------------|-----------------|
| Fire on the quay | Safety   | 🔴 High     | High   | Hoses      | Mara  | 🟢 Low               | High            |
| Ice in the basin | Weather  | 🟡 Medium   | Low    | Salt       | Jonas |                      |                 |
| Fog at the mole  | Weather  | 🟢 Low      | Medium | A horn     | Mara  | 🟢 Low               | Low             |
`;

test.use({ source: 'examples' });

async function opened(workbench: Workbench, file: string): Promise<Frame> {
  await workbench.openFile(file);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('.risk-dot').first().waitFor();
  await preview.locator('section[data-part="risks"]').evaluate((section) => section.scrollIntoView());
  return preview;
}

function dot(preview: Frame, name: RegExp): Locator {
  return preview.locator('.risk-chart').getByRole('button', { name });
}

/** The cell of the grid for these levels. */
function cell(preview: Frame, probability: number, impact: number): Locator {
  return preview.locator('.matrix tbody tr').nth(2 - impact).locator('td').nth(probability);
}

async function drag(workbench: Workbench, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await boxAtRest(from), await boxAtRest(to)];
  const { mouse } = workbench.page;
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(end.x + end.width / 2, end.y + 12, { steps: 8 });
  await mouse.up();
}

function textIn(inHost: InHost, file: string): Promise<string> {
  return inHost((vscode, name) => vscode.workspace.textDocuments.find(({ fileName }) => fileName.endsWith(name))?.getText() ?? '', file);
}

const rated = (risk: string, probability: string, impact: string): string => TEXT.replace(new RegExp(`(${risk}\\n\\n- \\*\\*Probability\\*\\*: )\\w+(\\n- \\*\\*Impact\\*\\*: )\\w+`), `$1${probability}$2${impact}`);

test('a risk that is dragged has its levels rewritten, and one step undoes it', async ({ workbench, inHost }) => {
  const preview = await opened(workbench, PLAN);
  await drag(workbench, dot(preview, /^Risk 2: No signal at sea/), cell(preview, 0, 2));
  await dot(preview, /^Risk 2: No signal at sea, probability Low, impact High/).waitFor();
  expect(await textIn(inHost, PLAN)).toBe(rated('No signal at sea', 'Low', 'High'));
  await expect(cell(preview, 0, 2).getByRole('button')).toHaveCount(2);
  // Back to its own cell changes nothing; nor does a drag that ends beside the grid, or with Escape.
  await drag(workbench, dot(preview, /^Risk 2/), cell(preview, 0, 2));
  await drag(workbench, dot(preview, /^Risk 2/), preview.locator('.legend'));
  expect(await textIn(inHost, PLAN)).toBe(rated('No signal at sea', 'Low', 'High'));
  await workbench.editor.focus();
  await workbench.press('ControlOrMeta+Z');
  await dot(preview, /^Risk 2: No signal at sea, probability High, impact Medium/).waitFor();
  expect(await textIn(inHost, PLAN)).toBe(TEXT);
});

test('a click on a dot still shows the risk in the document', async ({ workbench, inHost }) => {
  const preview = await opened(workbench, PLAN);
  await dot(preview, /^Risk 3/).click();
  await until('its line to be selected', () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection) === '### Risk 3: Letters land in spam'));
});

test('by keyboard a risk is moved with Alt, or picked up and put down', async ({ workbench, inHost }) => {
  const preview = await opened(workbench, PLAN);
  const focused = () => preview.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const said = () => preview.evaluate(() => document.querySelector('[aria-live]')?.textContent ?? '');
  await dot(preview, /^Risk 2/).focus();

  await workbench.press('Alt+ArrowLeft');
  await until('its new level', async () => (await focused()).startsWith('Risk 2: No signal at sea, probability Medium, impact Medium'));
  expect(await said()).toBe('Risk 2 No signal at sea: probability Medium, impact Medium');
  expect(await textIn(inHost, PLAN)).toBe(rated('No signal at sea', 'Medium', 'Medium'));

  await workbench.press('Space', 'ArrowLeft', 'ArrowUp');
  expect(await said()).toBe('Risk 2 No signal at sea: probability Low, impact High');
  expect(await textIn(inHost, PLAN)).toBe(rated('No signal at sea', 'Medium', 'Medium'));
  await workbench.press('Space');
  await until('both new levels', async () => (await focused()).startsWith('Risk 2: No signal at sea, probability Low, impact High'));

  await workbench.press('Space', 'ArrowDown', 'Escape');
  expect(await said()).toBe('Risk 2 No signal at sea stays where it was.');
  await workbench.press('Space', 'ArrowRight', 'Enter');
  await until('the next level', async () => (await focused()).startsWith('Risk 2: No signal at sea, probability Medium, impact High'));
  expect(await textIn(inHost, PLAN)).toBe(rated('No signal at sea', 'Medium', 'High'));
});

test('shows the risks of one owner or category, and goes on doing so while the document changes', async ({ workbench, workspace }) => {
  writeFileSync(path.join(workspace, REGISTER), TABLE);
  const preview = await opened(workbench, REGISTER);
  const items = preview.locator('.risk-item');
  await preview.getByLabel('Owner', { exact: true }).selectOption({ label: 'Mara (2)' });
  await expect(items).toHaveCount(2);
  await preview.getByText('2 of 3 risks shown').waitFor();
  await preview.getByLabel('Category', { exact: true }).selectOption({ label: 'Weather (2)' });
  await expect(items).toHaveText(/Fog at the mole/);
  await expect(preview.locator('.risk-chart .risk-dot')).toHaveCount(1);

  await workbench.editor.focus();
  const line = TABLE.split('\n').findIndex((each) => each.includes('Ice in the basin')) + 1;
  await workbench.gotoLine(line, 3);
  await workbench.editor.type('Thick ');
  await preview.getByRole('button', { name: 'Show all' }).click();
  await expect(items).toHaveCount(3);
  await expect(items.nth(1)).toHaveText(/Thick Ice in the basin/);

  // What was chosen for one document is not chosen for the next.
  await preview.getByLabel('Owner', { exact: true }).selectOption({ label: 'Mara (2)' });
  await expect(items).toHaveCount(2);
  writeFileSync(path.join(workspace, 'plans/PHASE-8-ARCHITECTURE-PLAN.md'), TABLE);
  await workbench.editor.focus();
  await workbench.openFile('plans/PHASE-8-ARCHITECTURE-PLAN.md');
  await preview.getByRole('heading', { level: 1 }).waitFor();
  await expect(items).toHaveCount(3);
});

test('shows risks before and after mitigation, and rates what is left', async ({ workbench, workspace, inHost }) => {
  writeFileSync(path.join(workspace, REGISTER), TABLE);
  const preview = await opened(workbench, REGISTER);
  const stage = (name: string) => preview.getByRole('radio', { name, exact: true });
  await stage('Before and after mitigation').click();
  await expect(preview.locator('.risk-chart .risk-dot')).toHaveCount(5);
  await expect(preview.locator('.risk-way')).toHaveAttribute('d', /^M.*Q.*M.*Q/);
  expect(await violations(preview)).toEqual([]);
  await workbench.page.screenshot({ path: path.join('test-results', 'risks-both.png') });

  await stage('Before and after mitigation').press('ArrowLeft');
  await expect(stage('After mitigation')).toBeChecked();
  const fire = dot(preview, /^Risk 1 after mitigation/);
  await drag(workbench, fire, cell(preview, 1, 2));
  await dot(preview, /^Risk 1 after mitigation: Fire on the quay, probability 🟡 Medium, impact High/).waitFor();
  await drag(workbench, dot(preview, /^Risk 2 after mitigation/), cell(preview, 0, 0));
  await dot(preview, /^Risk 2 after mitigation: Ice in the basin, probability 🟢 Low, impact Low/).waitFor();
  const expected = TABLE.replace('Mara  | 🟢 Low               | High', 'Mara  | 🟡 Medium            | High').replace('Jonas |                      |                 |', 'Jonas | 🟢 Low               | Low             |');
  expect(await textIn(inHost, REGISTER)).toBe(expected);
});

test('inserts the risks as a chart, which is drawn among the diagrams', async ({ workbench, inHost }) => {
  const preview = await opened(workbench, PLAN);
  const figures = preview.locator('figure.diagram');
  const before = await figures.count();
  await preview.getByRole('button', { name: 'Copy, save or insert the risks' }).press('Enter');
  await preview.getByRole('menuitem', { name: 'Insert as Chart' }).waitFor();
  await workbench.press('End', 'Enter');
  await expect(figures).toHaveCount(before + 1);
  const chart = figures.nth(before);
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('svg').getByText('No signal at sea').waitFor();
  expect(await textIn(inHost, PLAN)).toContain('```mermaid\nquadrantChart\n    title Risk Analysis and Mitigation\n    x-axis "Probability: Low" --> "Probability: High"\n');
});

test('copies the risks as a table', async ({ workbench, inHost }) => {
  const preview = await opened(workbench, PLAN);
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await preview.getByRole('button', { name: 'Copy, save or insert the risks' }).click();
  await preview.getByRole('menuitem', { name: 'Copy as Markdown Table' }).click();
  await until('the table on the clipboard', async () => (await inHost((vscode) => Promise.resolve(vscode.env.clipboard.readText()))).includes('| 2 | No signal at sea | High | Medium |'));
});
