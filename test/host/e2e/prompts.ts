import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Workbench } from '../../../build/host/workbench.ts';

/** One question and what the author does about it: types, and presses Enter. */
export interface Prompted {
  readonly asks: string;
  readonly type?: string;
}

/** The open prompt, when it asks this. */
export function asked(workbench: Workbench, question: string): Locator {
  return workbench.page.locator('.quick-input-widget:not([style*="display: none"])').filter({ has: workbench.page.locator(`input[placeholder*="${question}"], :text("${question}")`) });
}

export function input(workbench: Workbench): Locator {
  return workbench.page.locator('.quick-input-box input');
}

/** Answers questions by keyboard, in the order in which they are asked. */
export async function answer(workbench: Workbench, prompts: readonly Prompted[]): Promise<void> {
  for (const { asks, type } of prompts) {
    await asked(workbench, asks).first().waitFor();
    if (type !== undefined) await workbench.page.keyboard.insertText(type);
    if (await isList(workbench)) await focusedRow(workbench, type ?? '').waitFor();
    await workbench.press('Enter');
  }
}

/** The row of a list that Enter takes, once it is one with this text. */
export function focusedRow(workbench: Workbench, text: string): Locator {
  return workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).first();
}

export async function promptIsClosed(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** Every file below a folder, with `/`. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

async function isList(workbench: Workbench): Promise<boolean> {
  return workbench.page.locator('.quick-input-list').isVisible();
}
