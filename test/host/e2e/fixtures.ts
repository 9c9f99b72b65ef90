import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, type BrowserContext } from '@playwright/test';
import { temporaryFolder } from '../../../build/host/cleanup.ts';
import { driver, driverEnvironment, packageDriver, type InHost } from '../../../build/host/driver.ts';
import { copyWorkspace } from '../../../build/host/workspace-copy.ts';
import { startServer, type HostServer } from '../../../build/host/server.ts';
import { Workbench } from '../../../build/host/workbench.ts';

export { expect } from '@playwright/test';

interface RunningServer {
  readonly host: HostServer;
  /** Where the extension hosts say how to reach them. */
  readonly doors: string;
}

interface WorkerFixtures {
  /** VS Code's server with the packaged extension installed, shared by the tests of a worker. */
  readonly server: RunningServer;
  /** A browser with its profile on disk, where the cache keeps what the tests of a worker all load: 27 MB of editor, and its compiled code. */
  readonly browserProfile: BrowserContext;
}

interface TestFixtures {
  /** The folder that `workspace` is a copy of: `test.use({ source: 'test/host/workspace' })`. */
  readonly source: string;
  /** A fresh copy of the source, for this test alone. */
  readonly workspace: string;
  /** The editor with the workspace open, in a page. */
  readonly workbench: Workbench;
  /** Runs a function in the extension host behind the page; it must not use anything outside of itself. */
  readonly inHost: InHost;
}

const START_LIMIT_MS = 300_000;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const folder = temporaryFolder('e2e');
      const doors = path.join(folder.path, 'doors');
      const host = await startServer({ vsix: [packagedExtension(), await packageDriver()], environment: driverEnvironment(doors) });
      await use({ host, doors });
      await host.stop();
      folder.remove();
    },
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  browserProfile: [
    async ({ playwright }, use) => {
      const context = await playwright.chromium.launchPersistentContext('');
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: START_LIMIT_MS },
  ],
  context: ({ browserProfile }, use) => use(browserProfile),
  page: async ({ context, server }, use) => {
    const [page = await context.newPage()] = context.pages();
    // The cache is all that a test leaves to the next.
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(server.host.url()).origin, storageTypes: 'all' });
    await session.detach();
    await use(page);
    await page.goto('about:blank');
  },
  source: ['test/host/workspace', { option: true }],
  workspace: async ({ source }, use) => {
    const folder = temporaryFolder('workspace');
    copyWorkspace(source, folder.path);
    await use(folder.path);
    folder.remove();
  },
  workbench: async ({ page, server, workspace }, use) => {
    await use(await Workbench.open(page, server.host.url({ folder: workspace })));
  },
  inHost: async ({ server, workspace, workbench }, use) => {
    // Behind the workbench fixture: there is an extension host only once a page is open.
    await use(workbench.page.isClosed() ? () => Promise.reject(new Error('the page is closed')) : driver(server.doors, workspace));
  },
});

function packagedExtension(): string {
  const file = path.resolve(process.env['GROUNDPLAN_VSIX'] ?? 'dist/groundplan.vsix');
  if (!existsSync(file)) throw new Error(`There is no packaged extension at ${file}. Run "npm run package" first.`);
  return file;
}
