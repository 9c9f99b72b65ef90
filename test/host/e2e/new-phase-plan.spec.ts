import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbench } from '../../../build/host/workbench.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { filesIn, focusedRow } from './prompts.ts';

const COMMAND = 'Groundplan: New Phase Plan';
const PLAN_2 = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';

/** Everything below is done by keyboard alone. */
async function start(workbench: Workbench): Promise<void> {
  await workbench.command(COMMAND);
}

function asked(workbench: Workbench, question: string) {
  return workbench.page.locator('.quick-input-widget').filter({ hasText: question });
}

/** Takes the number that is suggested and gives the phase a name. */
async function answer(workbench: Workbench, suggested: string, name: string): Promise<void> {
  await asked(workbench, 'Which phase').waitFor();
  await expect(input(workbench)).toHaveValue(suggested);
  await workbench.press('Enter');
  await asked(workbench, 'What is the phase called?').waitFor();
  await workbench.page.keyboard.insertText(name);
  await workbench.press('Enter');
}

function input(workbench: Workbench) {
  return workbench.page.locator('.quick-input-box input');
}

test('asks for number and name, writes the plan and leads from blank to blank', async ({ workbench, workspace, inHost }) => {
  const before = filesIn(workspace);
  await start(workbench);
  await asked(workbench, 'Which phase is this plan for?').waitFor();
  await expect(input(workbench)).toHaveValue('2');
  await workbench.press('Enter');
  await asked(workbench, 'What is the phase called?').waitFor();
  const name = 'Prices/$receipts "&" {boats} 🎯 ../../up';
  await workbench.page.keyboard.insertText(name);
  await workbench.press('Enter');

  await workbench.tab('PHASE-2-ARCHITECTURE-PLAN.md').waitFor();
  const file = path.join(workspace, PLAN_2);
  await until('the plan on disk', () => existsSync(file) && readFileSync(file, 'utf8').includes('# Phase 2 Architecture Plan'));
  expect(readFileSync(file, 'utf8')).toContain(`**Phase Name**: ${name}  \n`);
  expect(readFileSync(file, 'utf8')).toMatch(/\*\*Date\*\*: \d{4}-\d\d-\d\d/);
  expect(filesIn(workspace)).toEqual([...before, PLAN_2].sort());

  await workbench.editor.focused();
  await until('the first blank', async () => (await workbench.editor.snippetStops().count()) > 0);
  await workbench.editor.type('Mara');
  await workbench.press('Tab');
  await workbench.editor.type('It serves the first goal.');
  await workbench.editor.save();
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('**Created By**: Mara  \n');
  expect(text).toContain('### Master Plan Alignment\n\nIt serves the first goal.\n');
  // What is left is for the author to fill in.
  const rules = await inHost((vscode) => vscode.languages.getDiagnostics().flatMap(([, all]) => all).filter(({ source }) => source === 'groundplan').map(({ code }) => (typeof code === 'object' ? code.value : code)));
  expect(new Set(rules)).toEqual(new Set(['no-placeholders']));
});

test('is taken back by one undo', async ({ workbench, inHost }) => {
  await start(workbench);
  await answer(workbench, '2', 'Prices');
  await workbench.editor.snippetStops().first().waitFor({ state: 'attached' });
  const textOfEditor = () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText());
  await until('the text', async () => (await textOfEditor())?.includes('# Phase 2'));
  await workbench.press('Escape', 'ControlOrMeta+z');
  await until('the empty text', async () => (await textOfEditor()) === '');
});

test('leaves nothing behind when it is cancelled at either question', async ({ workbench, workspace }) => {
  for (const answers of [0, 1]) {
    await start(workbench);
    await asked(workbench, 'Which phase').waitFor();
    for (let given = 0; given < answers; given++) await workbench.press('Enter');
    if (answers > 0) await asked(workbench, 'What is the phase called?').waitFor();
    await workbench.press('Escape');
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }
  expect(readdirSync(path.join(workspace, 'plans'))).toEqual(['PHASE-1-ARCHITECTURE-PLAN.md']);
});

test('takes no number that is no number, none that is taken, and no empty name', async ({ workbench, workspace }) => {
  const before = readFileSync(path.join(workspace, 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), 'utf8');
  await start(workbench);
  await asked(workbench, 'Which phase').waitFor();
  await input(workbench).fill('../1');
  await asked(workbench, 'Write a whole number from 1 to 9999.').waitFor();
  await input(workbench).fill('1');
  await asked(workbench, 'plans/PHASE-1-ARCHITECTURE-PLAN.md exists already: choose another number.').waitFor();
  await workbench.press('Enter');
  await asked(workbench, 'exists already').waitFor();
  await input(workbench).fill('7');
  await workbench.press('Enter');
  await asked(workbench, 'What is the phase called?').waitFor();
  await workbench.press('Enter');
  await asked(workbench, 'Write a few words, or press Escape to cancel.').waitFor();
  await workbench.press('Escape');
  expect(readdirSync(path.join(workspace, 'plans'))).toEqual(['PHASE-1-ARCHITECTURE-PLAN.md']);
  expect(readFileSync(path.join(workspace, 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), 'utf8')).toBe(before);
});

test('does not touch a file that appears while it asks', async ({ workbench, workspace }) => {
  await start(workbench);
  await asked(workbench, 'Which phase').waitFor();
  await workbench.press('Enter');
  await asked(workbench, 'What is the phase called?').waitFor();
  writeFileSync(path.join(workspace, PLAN_2), 'written by somebody else\n');
  await workbench.page.keyboard.insertText('Prices');
  await workbench.press('Enter');
  await workbench.toast(`${PLAN_2} exists already and stays as it is`).waitFor();
  expect(readFileSync(path.join(workspace, PLAN_2), 'utf8')).toBe('written by somebody else\n');
});

/** A folder in which nobody may create anything. To root no permission says no, but a link to where nothing can be made does. */
function lockedFolder(folder: string): void {
  mkdirSync(folder);
  if (process.getuid?.() === 0) symlinkSync('/proc/nowhere', path.join(folder, 'plans'));
  else chmodSync(folder, 0o555);
}

test('asks which of two folders is meant, and says in a sentence that one cannot be written to', async ({ page, server, workspace }) => {
  test.skip(process.platform === 'win32', 'Windows locks no folder by its mode');
  lockedFolder(path.join(workspace, 'locked'));
  const file = path.join(workspace, 'two.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: '.' }, { path: 'locked' }] }));
  const url = server.host.url({ workspace: file });
  let workbench = await Workbench.open(page, url);
  // VS Code at times comes up before it has read the file that names the folders, and then shows none until it is loaded anew.
  await expect(async () => {
    if (await page.getByRole('heading', { name: 'No Folder Opened' }).isVisible()) workbench = await Workbench.open(page, url);
    await page.locator('.explorer-folders-view .monaco-list-row[aria-label*="locked"]').last().waitFor({ timeout: 10_000 });
  }).toPass();
  await start(workbench);
  await workbench.page.locator('.quick-input-list .monaco-list-row[aria-label*="locked"]').waitFor();
  await workbench.page.keyboard.insertText('locked');
  await focusedRow(workbench, 'locked').waitFor();
  await workbench.press('Enter');
  await answer(workbench, '1', 'Prices');
  await workbench.toast('plans/PHASE-1-ARCHITECTURE-PLAN.md could not be created: check that the folder is not read-only').waitFor();
});

test('says in a sentence that a file stands where the folder should be', async ({ workbench, workspace }) => {
  rmSync(path.join(workspace, 'plans'), { recursive: true });
  writeFileSync(path.join(workspace, 'plans'), 'a file\n');
  await start(workbench);
  await answer(workbench, '1', 'Prices');
  await workbench.toast('could not be created').waitFor();
  expect(readFileSync(path.join(workspace, 'plans'), 'utf8')).toBe('a file\n');
});

test('asks to open a folder where none is open', async ({ page, server }) => {
  const workbench = await Workbench.open(page, server.host.url());
  await start(workbench);
  await workbench.toast('A phase plan is written into a folder, and none is open: open one first.').waitFor();
  await page.locator('.notifications-toasts').getByRole('button', { name: 'Open Folder' }).waitFor();
});

test('makes the folder when there is none', async ({ workbench, workspace }) => {
  const plans = path.join(workspace, 'plans');
  rmSync(plans, { recursive: true });
  await start(workbench);
  await answer(workbench, '1', 'First');
  await until('the plan', () => existsSync(path.join(plans, 'PHASE-1-ARCHITECTURE-PLAN.md')));
});
