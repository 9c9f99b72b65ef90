import { setTimeout as delay } from 'node:timers/promises';

type Answer<T> = T | undefined | null | false;

/** Asks again and again until the answer is there: whatever crosses a process arrives a little later. */
export async function until<T>(what: string, ask: () => Answer<T> | Promise<Answer<T>>, limitMs = 60_000): Promise<T> {
  for (const end = Date.now() + limitMs; ; await delay(50)) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${limitMs / 1000} s in vain for ${what}`);
  }
}
