import { setTimeout as delay } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import { until } from './until.ts';

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** What is drawn late above it, or scrolls the page along with the editor, moves it: the hand waits for that, as a reader's does. */
const REST_MS = 500;

/** Where something stands on the screen, once it stays there. */
export function boxAtRest(target: Locator): Promise<Box> {
  return until('a place that stays the same', async () => {
    const before = await target.boundingBox();
    await delay(REST_MS);
    const after = await target.boundingBox();
    return before !== null && after !== null && before.x === after.x && before.y === after.y ? after : undefined;
  });
}
