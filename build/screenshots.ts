// npm run screenshots: the pictures of the README, and the icon, taken from what is built now.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { launchBrowser } from './host/browser.ts';
import { temporaryFolder } from './host/cleanup.ts';
import { runProgram } from './program.ts';
import { startServer, type HostServer } from './host/server.ts';
import { TEST_SETTINGS } from './host/settings.ts';
import { Workbench } from './host/workbench.ts';
import { packageExtension } from './package.ts';

const FOLDER = 'media/readme';
const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const EXTENSION = 'groundplan.groundplan';
const VIEW = { width: 1360, height: 800 };

const LOOK = {
  ...TEST_SETTINGS,
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': true,
  'window.title': 'Harbour',
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.wordWrap': 'on',
  // The gap stays in sight while the panel shows the risks.
  'groundplan.preview.scrollEditor': false,
};

await runProgram(async () => {
  const vsix = await packageExtension();
  const browser = await launchBrowser();
  mkdirSync(FOLDER, { recursive: true });
  try {
    await drawIcon(browser);
    for (const theme of ['dark', 'light'] as const) await takePictures(browser, vsix, theme);
  } finally {
    await browser.close();
  }
  console.log(`Wrote ${FOLDER} and media/icon.png.`);
  return 0;
});

async function drawIcon(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${readFileSync('media/icon.svg', 'utf8')}`);
  await page.screenshot({ path: 'media/icon.png', omitBackground: true });
  await page.close();
}

async function takePictures(browser: Browser, vsix: string, theme: 'dark' | 'light'): Promise<void> {
  const folder = temporaryFolder('screenshots');
  const workspace = path.join(folder.path, 'harbour');
  cpSync('examples', workspace, { recursive: true });
  leaveOut(path.join(workspace, PLAN), /^## 🔌[\s\S]*?(?=^## ✅)/mu);
  const settings = { ...LOOK, 'workbench.colorTheme': theme === 'dark' ? 'Dark Modern' : 'Light Modern' };
  const server = await startServer({ vsix: [vsix], settings });
  try {
    await takeEditor(browser, server, workspace, theme);
  } finally {
    await server.stop();
    folder.remove();
  }
}

function leaveOut(file: string, section: RegExp): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(section, ''));
}

/** The plan with its gap beside its preview, and the quick fix of the gap. */
async function takeEditor(browser: Browser, server: HostServer, workspace: string, theme: string): Promise<void> {
  const page = await browser.newPage({ viewport: VIEW, deviceScaleFactor: 1.5 });
  const workbench = await Workbench.open(page, server.url({ folder: workspace }));
  await workbench.openFile(PLAN);
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('Groundplan: Open Preview to the Side');
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  await workbench.editor.focus();
  await workbench.gotoLine(lineOf(path.join(workspace, PLAN), '## ✅'), 4);
  await workbench.editor.squiggles('error').first().waitFor();
  await preview.locator('.matrix').scrollIntoViewIfNeeded();
  await preview.evaluate(() => document.querySelector('.matrix')?.closest('section')?.scrollIntoView());
  await page.screenshot({ path: path.join(FOLDER, `editor-${theme}.png`) });
  if (theme === 'dark') {
    await takeQuickFix(workbench);
    await takeNewPlan(workbench);
  }
  await page.close();
}

async function takeQuickFix(workbench: Workbench): Promise<void> {
  const actions = workbench.page.locator('.action-widget').first();
  while (!(await actions.isVisible())) {
    await workbench.editor.focus();
    await workbench.press('ControlOrMeta+.');
    await actions.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  const menu = await actions.boundingBox();
  const clip = { x: 0, y: Math.max(0, (menu?.y ?? 0) - 120), width: 720, height: 300 };
  await workbench.page.screenshot({ path: path.join(FOLDER, 'quick-fix.png'), clip });
}

/** The kinds that are offered, and what a record is about to become. */
async function takeNewPlan(workbench: Workbench): Promise<void> {
  await workbench.press('Escape');
  await workbench.command('Groundplan: New Plan…');
  await workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Decision Record' }).waitFor();
  await workbench.page.mouse.move(5, 700);
  await workbench.page.screenshot({ path: path.join(FOLDER, 'new-plan.png'), clip: { x: 320, y: 0, width: 720, height: 420 } });
  await workbench.press('Escape');
}

function lineOf(file: string, text: string): number {
  return readFileSync(file, 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1;
}
