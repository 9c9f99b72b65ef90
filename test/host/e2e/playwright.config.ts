import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from '../../../build/host/browser.ts';

const browser = findBrowser();
const results = path.resolve('test-results');

// Run from the root of the project: npm test -- --only e2e
export default defineConfig({
  testDir: '.',
  outputDir: path.join(results, 'e2e'),
  // One editor at a time, and no second chances: a test that needs them is not finished.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: path.join(results, 'e2e.json') }]],
  use: {
    viewport: { width: 1280, height: 800 },
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    // Pictures of the editor after every action would cost a third of the time. To look closer: --trace on.
    trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false },
    launchOptions: { args: browserArguments(), ...(browser === undefined ? {} : { executablePath: browser }) },
  },
});
