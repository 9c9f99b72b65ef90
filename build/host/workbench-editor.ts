import type { Locator, Page } from '@playwright/test';

const SLOW = 60_000;
const ATTEMPTS = 8;
const ATTEMPT_MS = 4000;

/** The active text editor of a workbench. */
export class WorkbenchEditor {
  constructor(private readonly page: Page) {}

  element(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** Puts the focus into the first editor group. */
  async focus(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+1');
    await this.focused();
  }

  async focused(): Promise<void> {
    await this.page.waitForFunction(() => Boolean(document.activeElement?.closest('.monaco-editor')), undefined, { timeout: SLOW });
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** The lines in view, and only those: for whole documents, save and read the file. */
  async visibleText(): Promise<string> {
    const lines = await this.element()
      .locator('.view-line')
      .evaluateAll((elements) => elements.map((line) => ({ top: Number.parseFloat((line as HTMLElement).style.top), text: line.textContent })));
    return lines.sort((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n');
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached', timeout: SLOW });
  }

  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.editor-group-container.active .squiggly-${severity}`);
  }

  /** Opens the light bulb menu at the cursor by keyboard, applies the action with this title and returns all titles offered. */
  async quickFix(title: string): Promise<string[]> {
    const actions = this.page.locator('.action-widget .monaco-list-row.action');
    const wanted = actions.filter({ hasText: title }).first();
    // The menu closes when anything else takes the focus, such as a late finding or a view that starts: it is asked for until it stays.
    await this.insist(wanted, async () => {
      await this.focus();
      await this.page.keyboard.press('ControlOrMeta+.');
    });
    const titles = await actions.allTextContents();
    await wanted.click();
    await this.page.locator('.action-widget').first().waitFor({ state: 'detached', timeout: SLOW });
    return titles;
  }

  /** Types a prefix and accepts the completion with this label. The list is waited for: a Tab right after typing races its first load. */
  async complete(prefix: string, label: string): Promise<void> {
    await this.type(prefix);
    const row = this.page.locator(`.suggest-widget.visible .monaco-list-row[aria-label^="${label}"]`).first();
    await this.insist(row, () => this.page.keyboard.press('Control+Space'));
    const chosen = this.page.locator(`.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]`);
    for (let step = 0; step < 20 && (await chosen.count()) === 0; step++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached', timeout: SLOW });
  }

  /** The tab stops of the snippet that is being filled in. */
  snippetStops(): Locator {
    return this.element().locator('.snippet-placeholder');
  }

  private async insist(wanted: Locator, ask: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await ask();
      try {
        await wanted.waitFor({ timeout: ATTEMPT_MS });
        return;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }
}
