import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Picture } from '../../src/core/picture/picture.ts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
const DRAWN = 'figure.diagram svg';
const LIMIT_MS = 120_000;

/** Folders of this repository as a site on the loopback, with the bytes that were asked for. */
export class Site {
  sent = 0;
  readonly #server: Server;

  private constructor(folders: Readonly<Record<string, string>>, pages: Readonly<Record<string, string>>) {
    this.#server = createServer((request, response) => {
      const name = new URL(request.url ?? '/', 'http://localhost').pathname;
      const body = pages[name] ?? fileIn(folders, name);
      if (body === undefined) return void response.writeHead(404).end();
      this.sent += body.length;
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'text/html', 'cache-control': 'no-store' }).end(body);
    });
  }

  static async open(folders: Readonly<Record<string, string>>, pages: Readonly<Record<string, string>>): Promise<Site> {
    const site = new Site(folders, pages);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  url(name: string): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${name}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

function fileIn(folders: Readonly<Record<string, string>>, name: string): Buffer | undefined {
  const [prefix, folder] = Object.entries(folders).find(([each]) => name.startsWith(each)) ?? [];
  if (prefix === undefined || folder === undefined) return undefined;
  const file = path.join(folder, path.normalize(name.slice(prefix.length)));
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The page of the panel with an editor behind it that only listens. */
export const PANEL_PAGE = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><link rel="stylesheet" href="/panel/main.css">
<body class="vscode-dark"><main id="panel"></main>
<script>window.sent = []; let state; window.acquireVsCodeApi = () => ({ postMessage: (message) => window.sent.push(message), getState: () => state, setState: (next) => { state = next; } });</script>
<script type="module" src="/panel/main.js"></script>`;

/** Mermaid alone, as a page that draws all its diagrams anew whenever one has changed. */
export const MERMAID_PAGE = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><body><main></main>
<script type="module">
import mermaid from '/mermaid/mermaid.esm.min.mjs';
mermaid.initialize({ startOnLoad: false, layout: 'dagre' });
window.drawAll = async (sources) => {
  document.querySelector('main').replaceChildren(...sources.map((source) => Object.assign(document.createElement('pre'), { className: 'mermaid', textContent: source })));
  await mermaid.run();
};
window.ready = true;
</script>`;

/** The panel in a page of its own. */
export class PanelPage {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(browser: Browser, url: string): Promise<PanelPage> {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
    await page.goto(url);
    await page.waitForFunction(() => 'sent' in globalThis && (globalThis as unknown as { sent: unknown[] }).sent.length > 0);
    return new PanelPage(page, await page.context().newCDPSession(page));
  }

  /** Shows a picture; how many milliseconds later the first diagram is drawn. */
  firstDrawn(picture: Picture, version: number): Promise<number> {
    return this.#timed(picture, version, DRAWN, undefined);
  }

  /** Shows a picture in which one diagram has this label now; how many milliseconds later it is to be seen. */
  changeDrawn(picture: Picture, version: number, label: string): Promise<number> {
    return this.#timed(picture, version, DRAWN, label);
  }

  /** How many pictures of diagrams were exchanged while something was done. */
  async drawings(during: () => Promise<unknown>): Promise<number> {
    await this.page.evaluate(() => {
      const counter = { count: 0 };
      new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) if (node.nodeName === 'svg' && (node.parentElement?.closest('figure.diagram') ?? null) !== null) counter.count++;
      }).observe(document.getElementById('panel') ?? document.body, { childList: true, subtree: true });
      Object.assign(globalThis, { counter });
    });
    await during();
    // What would still be drawn in vain comes within this time.
    await this.page.waitForTimeout(500);
    return this.page.evaluate(() => (globalThis as unknown as { counter: { count: number } }).counter.count);
  }

  async memory(): Promise<{ readonly heap: number; readonly nodes: number }> {
    await this.session.send('HeapProfiler.enable');
    for (let round = 0; round < 3; round++) await this.session.send('HeapProfiler.collectGarbage');
    await this.session.send('Performance.enable');
    const { metrics } = await this.session.send('Performance.getMetrics');
    const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    return { heap: value('JSHeapUsedSize'), nodes: value('Nodes') };
  }

  async close(): Promise<void> {
    await this.page.close();
  }

  #timed(picture: Picture, version: number, selector: string, label: string | undefined): Promise<number> {
    return this.page.evaluate(
      ([message, wanted, text, limit]) =>
        new Promise<number>((resolve, reject) => {
          const start = performance.now();
          const look = (): void => {
            const found = [...document.querySelectorAll(wanted)].some((svg) => text === undefined || svg.textContent.includes(text));
            if (found) requestAnimationFrame(() => resolve(performance.now() - start));
            else if (performance.now() - start > limit) reject(new Error('nothing was drawn'));
            else setTimeout(look, 1);
          };
          window.postMessage(message);
          look();
        }),
      [{ type: 'picture', uri: 'file:///plan.md', version, picture, locked: false }, selector, label, LIMIT_MS] as const,
    );
  }
}
