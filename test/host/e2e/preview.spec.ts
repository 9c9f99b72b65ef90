import { readFileSync } from 'node:fs';
import type { Frame } from '@playwright/test';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';

test.use({ source: 'examples' });

function risk(preview: Frame, name: string) {
  return preview.locator('.matrix').getByRole('button', { name: new RegExp(name) });
}

test('shows the diagrams and the risk matrix, and follows edits', async ({ workbench }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.getByRole('heading', { name: 'Phase 1 Architecture Plan' }).waitFor();
  await preview.locator('figure svg').first().waitFor();
  await expect(preview.locator('.matrix').getByRole('button')).toHaveCount(4);

  await workbench.editor.focus();
  const lines = readFileSync('examples/plans/PHASE-1-ARCHITECTURE-PLAN.md', 'utf8').split('\n');
  const line = lines.findIndex((each) => each.startsWith('### Risk 4')) + 3;
  expect(lines[line - 1]).toBe('- **Probability**: Medium');
  await workbench.gotoLine(line, '- **Probability**: Medium'.length + 1);
  for (let key = 0; key < 'Medium'.length; key++) await workbench.press('Backspace');
  await workbench.editor.type('High');
  await risk(preview, 'paper book.*[Pp]robability High').waitFor();

  const node = lines.findIndex((each) => each.includes('Quay board')) + 1;
  await workbench.gotoLine(node, (lines[node - 1] ?? '').indexOf('Quay board') + 1);
  await workbench.editor.type('Big ');
  await preview.locator('figure svg').getByText('Big Quay board').first().waitFor();
});

test('a click on a risk selects its line, and so does the keyboard', async ({ workbench, inHost }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  const selected = () =>
    inHost((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection);
    });

  // By keyboard first: a click would move the browser's own starting point for Tab.
  await risk(preview, 'No signal').waitFor();
  await workbench.press('ControlOrMeta+2');
  await until('the focus in the preview', () => workbench.page.evaluate(() => document.activeElement?.matches('iframe.webview') ?? false));
  const focusedName = () => preview.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  await until('a risk to have the focus', async () => {
    if (/^Risk \d/.test(await focusedName())) return true;
    await workbench.press('Tab');
    return false;
  });
  const name = /^Risk \d+: ([^,]+)/.exec(await focusedName())?.[1] ?? '?';
  await workbench.press('Enter');
  await until('its line to be selected', async () => (await selected())?.includes(name));

  await risk(preview, 'No signal at sea').click();
  await until('its line to be selected', async () => (await selected()) === '### Risk 2: No signal at sea');
});

test('keeps the last good picture of a diagram that breaks, and leads to the line', async ({ workbench, inHost }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').getByText('Quay board').first().waitFor();
  await workbench.editor.focus();
  const lines = readFileSync('examples/plans/PHASE-1-ARCHITECTURE-PLAN.md', 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes('Quay board')) + 1;
  await workbench.gotoLine(line, 3);
  await workbench.editor.type('[[( ');
  await preview.locator('.diagram-problem').getByText(`Line ${line}`).waitFor();
  await expect(preview.locator('figure svg').getByText('Quay board').first()).toBeVisible();
  await preview.getByRole('button', { name: `Line ${line}`, exact: true }).click();
  await until('the line to be selected', () => inHost((vscode, wanted) => vscode.window.activeTextEditor?.selection.active.line === wanted - 1, line));
});

test('says what to write where there is nothing to draw', async ({ workbench }) => {
  await workbench.openFile('README.md');
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.getByText(/no diagrams? yet/i).waitFor();
  await preview.getByText(/no risks yet/i).waitFor();
});

test('comes back after the window is loaded anew', async ({ workbench }) => {
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  await (await workbench.webview(EXTENSION)).locator('figure svg').first().waitFor();
  await workbench.editor.focus();
  await workbench.page.evaluate(() => Object.assign(globalThis, { before: true }));
  await workbench.command('Developer: Reload Window');
  await workbench.page.waitForFunction(() => !('before' in globalThis));
  await workbench.started();
  const preview = await workbench.webview(EXTENSION);
  await preview.getByRole('heading', { name: 'Phase 1 Architecture Plan' }).waitFor();
  await preview.locator('figure svg').first().waitFor();
});

test('runs nothing and fetches nothing that a document asks for', async ({ workbench, inHost }) => {
  const requests: string[] = [];
  workbench.page.on('request', (request) => requests.push(request.url()));
  const hostile = [
    '# <img src=x onerror="top.hacked=1">',
    '',
    '## Risks',
    '',
    '| Risk | Impact |',
    '|------|--------|',
    '| <script>hacked=1</script><img src="http://evil.invalid/a.png" onerror="hacked=1"> | High |',
    '',
    '```mermaid',
    '%%{init: {"securityLevel": "loose"}}%%',
    'flowchart LR',
    '  a["<img src=x onerror=hacked=1>"] --> b',
    '  click a "javascript:hacked=1"',
    '  click b call hacked()',
    '```',
    '',
  ].join('\n');
  await inHost(async (vscode, text) => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await vscode.window.showTextDocument(document);
  }, hostile);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  const node = preview.locator('figure svg .node').first();
  await node.click({ force: true });
  expect(await preview.evaluate(() => 'hacked' in globalThis)).toBe(false);
  const found = await preview.locator('script:not([nonce], #_vscodeApiScript), [src]:not(script), [href]:not(link), [onerror], [onclick]').evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
  expect(found).toEqual([]);
  expect(requests.filter((url) => url.includes('evil.invalid'))).toEqual([]);
});
