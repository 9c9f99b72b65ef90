import type { Frame, Locator, Page } from '@playwright/test';
import { ATTEMPT_MS, insist } from './insist.ts';
import { WorkbenchEditor } from './workbench-editor.ts';

/** A slow machine shared with other work needs this long for the heaviest single step: the first start and the first webview. */
const SLOW = 60_000;
/** The first search for files in a window starts a process. */
const SEARCH_MS = 20_000;
/** More rows than any list shows before the one that is looked for. */
const MOST_STEPS = 12;
const VISIBLE_INPUT = '.quick-input-widget:not([style*="display: none"])';

/** VS Code's workbench in a page, operated as its user does. */
export class Workbench {
  readonly editor: WorkbenchEditor;

  private constructor(readonly page: Page) {
    this.editor = new WorkbenchEditor(page);
  }

  static async open(page: Page, url: string): Promise<Workbench> {
    await page.goto(url);
    const workbench = new Workbench(page);
    await workbench.started();
    return workbench;
  }

  /** Waits for VS Code's own marks that it has restored the window and read its extensions: a palette opened earlier never learns of their commands. */
  async started(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.editor').first().waitFor({ timeout: SLOW });
    const marks = ['code/didStartWorkbench', 'code/didLoadExtensions'];
    await this.page.waitForFunction((names) => names.every((name) => performance.getEntriesByName(name).length > 0), marks, { timeout: SLOW });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Runs a command of the palette by keyboard and by its whole title: a near match that was used more lately stands above it. */
  async command(title: string): Promise<void> {
    await this.findCommand(title);
    for (let step = 0; step < MOST_STEPS && !(await this.commandRow(title, '.focused').isVisible()); step++) await this.press('ArrowDown');
    await this.commandRow(title, '.focused').waitFor();
    await this.press('Enter');
    // What the command asks for is shown in the same place: until the palette has gone, it would take the answer.
    await this.commandRow(title).waitFor({ state: 'hidden' });
  }

  /** Shows the command in the palette. One whose condition is not yet known to be met is missing there until the palette is opened anew. */
  async findCommand(title: string): Promise<void> {
    await insist(this.commandRow(title), () => this.askInput('F1', `>${title}`));
  }

  /** The palette's row of a command. With a key binding, the label continues after a comma. */
  commandRow(title: string, state = ''): Locator {
    const label = title.replaceAll('"', '\\"');
    const row = `.quick-input-list .monaco-list-row${state}`;
    return this.page.locator(`${row}[aria-label="${label}"], ${row}[aria-label^="${label}, "]`).first();
  }

  /** The rows that quick input shows, as their labels from top to bottom. */
  rows(): Promise<(string | null)[]> {
    return this.page.locator('.quick-input-list .monaco-list-row').evaluateAll((rows) => {
      const index = (row: Element): number => Number(row.getAttribute('data-index'));
      return rows.sort((a, b) => index(a) - index(b)).map((row) => row.getAttribute('aria-label'));
    });
  }

  /** Fills the open quick input, whether it picks from a list or asks for text. */
  async fillInput(text: string, timeout = SLOW): Promise<void> {
    await this.page.locator(`${VISIBLE_INPUT} .quick-input-box input, ${VISIBLE_INPUT} .quick-input-filter input`).first().fill(text, { timeout });
  }

  /** Opens a file in the editor for text, by its path in the workspace. */
  async openFile(file: string): Promise<void> {
    await this.showFile(file);
    await this.editor.element().waitFor({ timeout: SLOW });
  }

  /** Opens a file through quick open, whatever editor it has. */
  async showFile(file: string): Promise<void> {
    const name = file.split('/').at(-1) ?? file;
    await insist(this.tab(name), async () => {
      await this.askInput('ControlOrMeta+P', file);
      await this.page.locator(`.quick-input-list .monaco-list-row[aria-label*="${name}"]`).first().click({ timeout: SEARCH_MS });
    });
  }

  /** The active tab, when it has this name. */
  tab(name: string): Locator {
    return this.page.locator(`.tab.active[data-resource-name="${name}"], .tab.active[aria-label*="${name}"]`).first();
  }

  async gotoLine(line: number, column = 1): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: new RegExp(`line ${line}\\b`) });
    await insist(this.page.locator('.statusbar-item').filter({ hasText: new RegExp(`Ln ${line}, Col ${column}\\b`) }), async () => {
      await this.askInput('ControlOrMeta+P', `:${line}:${column}`);
      await row.waitFor({ timeout: ATTEMPT_MS });
      await this.press('Enter');
    });
    await this.editor.focused();
  }

  /** The rows of the Problems view as texts, opened if need be. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await insist(panel, () => this.press('ControlOrMeta+Shift+M'));
    return panel.locator('.monaco-list-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? row.textContent));
  }

  /** The document an extension's newest webview shows: an iframe in an iframe. The first of a window takes seconds. */
  async webview(extensionId: string): Promise<Frame> {
    const outer = this.page.locator(`iframe.webview.ready[src*="extensionId=${extensionId}"]`).last();
    await outer.waitFor({ state: 'attached', timeout: SLOW });
    const shell = await (await outer.elementHandle()).contentFrame();
    const inner = await shell?.waitForSelector('#active-frame', { state: 'attached', timeout: SLOW });
    const frame = (await inner?.contentFrame()) ?? undefined;
    if (frame === undefined) throw new Error(`the webview of ${extensionId} was closed while it was looked for`);
    await frame.waitForLoadState('domcontentloaded');
    return frame;
  }

  async setTheme(name: string): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.fillInput(name);
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor({ timeout: SLOW });
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** A toast with this text. Under the smoke test driver there are none: see `notificationCentre`. */
  toast(text: string): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text }).first();
  }

  notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allTextContents();
  }

  async notificationCentre(): Promise<string[]> {
    await this.command('Notifications: Show Notifications');
    await this.page.locator('.notifications-center.visible').waitFor();
    const texts = await this.page.locator('.notifications-center .notification-list-item-message').allTextContents();
    await this.press('Escape');
    return texts;
  }

  status(): Promise<string[]> {
    const items = this.page.locator('.part.statusbar .statusbar-item');
    return items.evaluateAll((elements) => elements.map((item) => item.getAttribute('aria-label') ?? item.textContent));
  }

  /** Opens quick input by a key and fills it. */
  private async askInput(key: 'F1' | 'ControlOrMeta+P', text: string): Promise<void> {
    await this.press(key);
    await this.fillInput(text, ATTEMPT_MS);
  }
}
