import type { Locator } from '@playwright/test';

const ATTEMPTS = 12;
export const ATTEMPT_MS = 4000;

/**
 * Does something until what it brings is there. A key that is pressed while the focus moves, as into a webview, is lost, and what it has
 * opened closes again when a view that starts late takes the focus.
 */
export async function insist(wanted: Locator, ask: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await ask();
      await wanted.waitFor({ timeout: ATTEMPT_MS });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wanted.page().keyboard.press('Escape');
    }
  }
}
