import { readFileSync } from 'node:fs';
import type { Frame } from '@playwright/test';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';
const LINES = readFileSync(`examples/${PLAN}`, 'utf8').split('\n');

test.use({ source: 'examples' });

const lineOf = (text: string) => LINES.findIndex((line) => line.includes(text)) + 1;
const isInSight = (preview: Frame, part: string) =>
  preview.evaluate((name) => {
    const box = document.querySelector(`section[data-part="${name}"]`)?.getBoundingClientRect();
    return box !== undefined && box.top < innerHeight && box.bottom > 0;
  }, part);
const marked = (preview: Frame) => preview.evaluate(() => [...document.querySelectorAll('[aria-current="true"]')].map((item) => item.textContent).join(' '));

test('marks what the cursor stands in, and brings it into sight', async ({ workbench }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  await workbench.editor.focus();
  await workbench.gotoLine(lineOf('### Risk 2') + 2);
  await until('the risk to be marked', async () => (await marked(preview)).includes('No signal at sea'));
  await until('the risks to be in sight', () => isInSight(preview, 'risks'));
  await workbench.gotoLine(1);
  await until('the mark to go', async () => !(await marked(preview)).includes('No signal at sea'));
});

test('scrolls with the editor, and the editor with it', async ({ workbench, inHost }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  await workbench.editor.focus();
  await inHost((vscode, line) => vscode.window.activeTextEditor?.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop), lineOf('### Risk 1') - 1);
  await until('the risks to be in sight', () => isInSight(preview, 'risks'));
  await inHost((vscode) => vscode.window.activeTextEditor?.revealRange(new vscode.Range(0, 0, 0, 0), vscode.TextEditorRevealType.AtTop));
  await until('the top of the panel', () => preview.evaluate(() => scrollY === 0));

  const top = () => inHost((vscode) => vscode.window.visibleTextEditors[0]?.visibleRanges[0]?.start.line ?? -1);
  // A scroll of the panel that follows the editor's own is taken for its echo.
  await workbench.page.waitForTimeout(600);
  await preview.locator('section[data-part="gates"]').evaluate((section) => section.scrollIntoView());
  await until('the editor to follow', async () => (await top()) > lineOf('Wave Dependency Graph'));
});

test('follows the plan in front until it is locked, by mouse and by key', async ({ workbench, inHost }) => {
  await workbench.openFile(PLAN);
  // The keys work only where the text has the focus.
  await workbench.editor.focus();
  await workbench.press('ControlOrMeta+K', 'g');
  const preview = await workbench.webview(EXTENSION);
  await preview.getByRole('heading', { name: 'Phase 1 Architecture Plan' }).waitFor();
  const lock = preview.getByRole('button', { name: 'Stay with this document' });
  await lock.click();
  await expect(lock).toHaveAttribute('aria-pressed', 'true');
  const show = (path: string) =>
    inHost(async (vscode, wanted) => {
      const [file] = await vscode.workspace.findFiles(wanted);
      if (file !== undefined) await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
    }, path);
  await show('plans/PHASE-2-ARCHITECTURE-PLAN.md');
  await workbench.page.waitForTimeout(500);
  await preview.getByRole('heading', { name: 'Phase 1 Architecture Plan' }).waitFor();
  await lock.click();
  await expect(lock).toHaveAttribute('aria-pressed', 'false');
  await show('plans/IMPLEMENTATION-PLAN.md');
  await preview.getByRole('heading', { level: 1, name: /Implementation Plan/ }).waitFor();
});

test('folds its parts away and leads to them, and knows after a reload', async ({ workbench }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  let preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  const toggle = () => preview.getByRole('button', { name: 'Diagrams', exact: true }).and(preview.locator('[aria-expanded]'));
  await toggle().click();
  await expect(preview.locator('figure').first()).toBeHidden();
  await preview.getByRole('navigation').getByRole('button', { name: /Risks/ }).click();
  await until('the risks to be in sight', () => isInSight(preview, 'risks'));
  await workbench.editor.focus();
  await workbench.page.evaluate(() => Object.assign(globalThis, { before: true }));
  await workbench.command('Developer: Reload Window');
  await workbench.page.waitForFunction(() => !('before' in globalThis));
  await workbench.started();
  preview = await workbench.webview(EXTENSION);
  await preview.getByRole('heading', { name: 'Phase 1 Architecture Plan' }).waitFor();
  await expect(toggle()).toHaveAttribute('aria-expanded', 'false');
});

test('draws what is not saved and has no name yet', async ({ workbench, inHost }) => {
  await inHost(async (vscode) => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Notes\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n| Storm | High | Low |\n' });
    await vscode.window.showTextDocument(document);
  });
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.getByRole('button', { name: /^Risk 1: Storm/ }).first().waitFor();
});

test('types on without a dropped key beside a large plan with twenty diagrams', async ({ workbench, inHost }) => {
  const diagrams = Array.from({ length: 20 }, (_, index) => `### Picture ${index + 1}\n\n\`\`\`mermaid\nflowchart LR\n  a${index}[Alpha ${index}] --> b${index}[Beta ${index}]\n  b${index} --> c${index}[Gamma ${index}]\n\`\`\`\n`);
  const filler = 'Berths are booked by day, and the harbour office sees each booking at once. '.repeat(60);
  const text = `${LINES.join('\n')}\n## Pictures\n\n${diagrams.map((each) => `${each}\n${filler}\n`).join('\n')}\n## Notes\n\n`;
  expect(text.length).toBeGreaterThan(95_000);
  await inHost(async (vscode, content) => {
    const [file] = await vscode.workspace.findFiles('plans/PHASE-1-ARCHITECTURE-PLAN.md');
    if (file !== undefined) await vscode.workspace.fs.writeFile(file, Uint8Array.from(content, (character) => character.charCodeAt(0) & 0xff));
  }, text.replace(/[^\x20-\x7e\n]/g, '?'));
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  await workbench.editor.focus();
  await workbench.press('ControlOrMeta+End');
  const typed = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
  // Ten seconds of typing, at the pace of a fast typist.
  await workbench.page.keyboard.type(typed, { delay: 10_000 / typed.length });
  await until('every key to be in the document', () => inHost((vscode, words) => vscode.window.activeTextEditor?.document.getText().endsWith(words), typed));
});
