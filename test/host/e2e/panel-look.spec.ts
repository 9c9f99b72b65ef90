import path from 'node:path';
import type { Frame } from '@playwright/test';
import type { Workbench } from '../../../build/host/workbench.ts';
import { violations } from '../support/axe.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';
const THEMES = [
  ['Dark Modern', 'vscode-dark'],
  ['Light Modern', 'vscode-light'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
] as const;
/** Of the window, half of which is the panel's; the narrowest leaves it some 250. */
const WIDTHS = [680, 1100, 1900];
const EXAMPLES = ['plans/IMPLEMENTATION-PLAN.md', 'plans/PHASE-2-ARCHITECTURE-PLAN.md', 'plans/architecture-design-PORT-7-2026-03-02.md', 'docs/architecture/SYSTEM_DESIGN.md'];

test.use({ source: 'examples' });

for (const example of EXAMPLES) {
  test(`${path.basename(example)} looks right and reads well in every theme and width`, async ({ workbench }) => {
    await workbench.openFile(example);
    await workbench.command(OPEN);
    const preview = await workbench.webview(EXTENSION);
    await preview.getByRole('heading', { level: 1 }).waitFor();
    for (const [theme, kind] of THEMES) {
      await workbench.setTheme(theme);
      await preview.waitForFunction((name) => document.body.classList.contains(name), kind);
      for (const width of WIDTHS) {
        await workbench.page.setViewportSize({ width, height: 900 });
        await drawn(preview);
        expect(await overflow(preview), `${theme}, ${width} wide`).toEqual([]);
        await picture(workbench, preview, `${path.basename(example, '.md')}-${kind}-${width}`);
      }
      expect(await violations(preview), theme).toEqual([]);
    }
    await workbench.page.setViewportSize({ width: 1280, height: 800 });
  });
}

/** Every diagram in sight is drawn, or says why not. */
async function drawn(preview: Frame): Promise<void> {
  await until('the diagrams in sight', () =>
    preview.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('figure.diagram')].every((figure) => {
        const { top, bottom } = figure.getBoundingClientRect();
        return bottom < 0 || top > innerHeight || figure.dataset['state'] !== 'waiting';
      }),
    ),
  );
}

/** What stands out of the page at its side. */
function overflow(preview: Frame): Promise<string[]> {
  return preview.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [...document.querySelectorAll('#panel *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1).map((each) => each.outerHTML.slice(0, 120));
  });
}

/** The whole panel, kept for whoever looks. */
async function picture(workbench: Workbench, preview: Frame, name: string): Promise<void> {
  const parts = await preview.locator('section[data-part]').count();
  expect(parts).toBeGreaterThan(0);
  await workbench.page.screenshot({ path: path.join('test-results', 'panel', `${name}.png`) });
}

test('everything in the panel is reached and left by keyboard', async ({ workbench }) => {
  await workbench.openFile('plans/PHASE-2-ARCHITECTURE-PLAN.md');
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  await workbench.press('ControlOrMeta+2');
  await until('the focus in the preview', () => workbench.page.evaluate(() => document.activeElement?.matches('iframe.webview') ?? false));
  const stop = () =>
    preview.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return undefined;
      const style = getComputedStyle(focused);
      const name = focused.getAttribute('aria-label') ?? focused.getAttribute('title') ?? focused.textContent.trim();
      const part = focused.closest('[data-part]')?.getAttribute('data-part') ?? focused.closest('nav, header')?.localName ?? '';
      const isMarked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || focused.matches('vscode-button');
      return { name, part, isMarked };
    });
  const seen = new Set<string>();
  const stops: { name: string; part: string; isMarked: boolean }[] = [];
  for (let key = 0; key < 200; key++) {
    await workbench.press('Tab');
    const here = await stop();
    if (here === undefined) {
      if (stops.length > 0) break;
      continue;
    }
    stops.push(here);
    seen.add(here.part);
  }
  for (const { name, part, isMarked } of stops) {
    expect(name, `a stop in ${part} has a name`).not.toBe('');
    expect(isMarked, `"${name}" in ${part} shows that it has the focus`).toBe(true);
  }
  const parts = await preview.locator('section[data-part]').evaluateAll((sections) => sections.map((section) => section.getAttribute('data-part') ?? ''));
  for (const part of [...parts, 'nav', 'header']) expect([...seen], `a key leads to ${part}`).toContain(part);
  // The focus went through the whole panel and out of it again.
  expect(stops.length).toBeLessThan(200);
});
