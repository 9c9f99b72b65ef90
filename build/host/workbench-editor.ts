import type { Locator, Page } from '@playwright/test';
import { insist } from './insist.ts';

const SLOW = 60_000;
/** More rows than any list shows before the one that is looked for. */
const MOST_STEPS = 20;

/** The active text editor of a workbench. */
export class WorkbenchEditor {
  constructor(private readonly page: Page) {}

  element(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  /** Puts the focus into the first editor group. */
  async focus(): Promise<void> {
    await insist(this.focusedEditor(), () => this.page.keyboard.press('ControlOrMeta+1'));
  }

  async focused(): Promise<void> {
    await this.focusedEditor().waitFor({ timeout: SLOW });
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

  /** Opens the menu of quick fixes at the cursor by keyboard and returns its row with this title. */
  async offerQuickFix(title: string): Promise<Locator> {
    const wanted = this.quickFixes().filter({ hasText: title }).first();
    // The menu closes when anything else takes the focus, such as a late finding or a view that starts: it is asked for until it stays.
    await insist(wanted, async () => {
      await this.focus();
      await this.page.keyboard.press('ControlOrMeta+.');
    });
    return wanted;
  }

  /**
   * Chooses the quick fix with this title and waits for its effect. VS Code forgets the commands behind its menu when a finding that comes
   * late makes the light bulb look for actions just while one is chosen. It says so, and the choice is made again.
   */
  async quickFix(title: string, effect: Locator): Promise<void> {
    const forgotten = this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: 'Actual command not found' });
    for (;;) {
      await (await this.offerQuickFix(title)).click();
      await effect.or(forgotten).first().waitFor({ timeout: SLOW });
      if (!(await forgotten.isVisible())) return;
      await forgotten.hover();
      await forgotten.locator('.codicon-notifications-clear').click();
      await forgotten.waitFor({ state: 'detached' });
    }
  }

  quickFixes(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  /** Types a prefix and accepts the completion with this label. The list is waited for: a Tab right after typing races its first load. */
  async complete(prefix: string, label: string): Promise<void> {
    await this.type(prefix);
    const row = this.page.locator(`.suggest-widget.visible .monaco-list-row[aria-label^="${label}"]`).first();
    await insist(row, () => this.page.keyboard.press('Control+Space'));
    const chosen = this.page.locator(`.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]`);
    for (let step = 0; step < MOST_STEPS && (await chosen.count()) === 0; step++) await this.page.keyboard.press('ArrowDown');
    await chosen.waitFor();
    await this.page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached', timeout: SLOW });
  }

  /** The tab stops of the snippet that is being filled in. */
  snippetStops(): Locator {
    return this.element().locator('.snippet-placeholder');
  }

  private focusedEditor(): Locator {
    return this.page.locator('.part.editor .monaco-editor:focus-within').first();
  }
}
