import type { Locator } from '@playwright/test';

const ATTEMPTS = 12;
const ATTEMPT_MS = 4000;

/** Asks by keyboard until the wanted thing is there: a key that is pressed while the focus moves, as into a webview, is lost. */
export async function insist(wanted: Locator, ask: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await ask();
    try {
      await wanted.waitFor({ timeout: ATTEMPT_MS });
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await wanted.page().keyboard.press('Escape');
    }
  }
}
