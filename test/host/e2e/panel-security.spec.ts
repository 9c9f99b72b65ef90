import type { Frame, Request } from '@playwright/test';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const PLAN = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';

test.use({ source: 'examples' });

/** Hands a page of the panel its own way to the editor, as a script that broke into it would have it. */
const KEEP_EDITOR = () => {
  let acquire: (() => unknown) | undefined;
  Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    configurable: true,
    get: () => acquire,
    set: (given: () => unknown) => {
      acquire = () => {
        const editor = given();
        Object.assign(globalThis, { stolen: editor });
        return editor;
      };
    },
  });
};

async function forge(preview: Frame, ...messages: readonly unknown[]): Promise<void> {
  await preview.evaluate((all) => {
    const { stolen } = globalThis as unknown as { stolen: { postMessage(message: unknown): void } };
    for (const message of all) stolen.postMessage(message);
  }, messages);
}

test('a page that breaks out of our words still runs, loads and sends nothing of its own', async ({ workbench }) => {
  const asked = new Set<Request>();
  workbench.page.on('request', (request) => asked.add(request));
  // What the policy forbids is told of as well, and never sent.
  workbench.page.on('requestfailed', (request) => request.failure()?.errorText === 'csp' && asked.delete(request));
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  const broken = await preview.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(globalThis, { ran });
    const blocked: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective));
    const inline = document.createElement('script');
    inline.textContent = 'ran.push("inline script")';
    const remote = document.createElement('script');
    remote.src = 'https://evil.invalid/script.js';
    const image = new Image();
    image.src = 'https://evil.invalid/image.png';
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.invalid/frame.html';
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://evil.invalid/style.css' });
    const form = Object.assign(document.createElement('form'), { action: 'https://evil.invalid/form' });
    const handler = document.createElement('div');
    handler.innerHTML = '<img src="data:image/gif;base64,x" onerror="ran.push(\'handler\')">';
    document.body.append(inline, remote, image, frame, sheet, form, handler);
    await fetch('https://evil.invalid/fetch').catch(() => undefined);
    // What runs at once is the driver's own doing, which no policy binds.
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what the policy has to forbid
          new Function('ran.push("eval")')();
        } catch {
          // As it should be.
        }
        setTimeout(resolve, 500);
      }),
    );
    for (const element of [inline, remote, image, frame, sheet, form, handler]) element.remove();
    return { ran, blocked: [...new Set(blocked)].sort() };
  });
  expect(broken.ran).toEqual([]);
  for (const directive of ['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'script-src-attr', 'style-src-elem']) expect(broken.blocked).toContain(directive);
  expect([...asked].filter((request) => request.url().includes('evil.invalid')).map((request) => `${request.url()}: ${request.failure()?.errorText}`)).toEqual([]);
});

test('what the page forges changes nothing but what a reader could have changed', async ({ page, workbench, inHost }) => {
  await page.addInitScript(KEEP_EDITOR);
  await page.reload();
  await workbench.started();
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('figure svg').first().waitFor();
  const state = () =>
    inHost((vscode) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('PHASE-1-ARCHITECTURE-PLAN.md'));
      return { uri: document?.uri.toString() ?? '', version: document?.version ?? 0, isDirty: document?.isDirty, other: vscode.workspace.textDocuments.map(({ uri }) => uri.path.split('/').at(-1)).sort().join() };
    });
  const before = await state();
  const about = { uri: before.uri, version: before.version };
  const other = before.uri.replace('PHASE-1', 'PHASE-2');
  await forge(
    preview,
    undefined,
    'hello',
    { type: 'run', command: 'workbench.action.terminal.new' },
    { type: 'reveal', uri: 'file:///etc/passwd', version: 1, start: 0, end: 1 },
    { type: 'reveal', uri: other, version: 1, start: 0, end: 1 },
    { type: 'reveal', ...about, start: -1, end: 1e99 },
    { type: 'tick', ...about, box: 3, done: true },
    { type: 'tick', ...about, uri: other, box: 3, done: true },
    { type: 'tick', ...about, box: 3, done: true, text: 'x' },
    { type: 'rate', ...about, risk: 7, probability: 2, impact: 2, when: 'now' },
    { type: 'rate', ...about, risk: 0, probability: 99, when: 'now' },
    { type: 'rate', ...about, version: about.version + 1, risk: 0, probability: 1, when: 'now' },
    { type: 'find', ...about, diagram: 0, label: 'x'.repeat(501) },
    { type: 'fill', ...about, part: '../../etc' },
    { type: 'save', files: [{ name: '../../x', format: 'exe', content: '' }] },
    { type: 'save', files: [] },
  );
  // A message that fits comes after those that do not: once it has been answered, they have been dropped.
  await forge(preview, { type: 'reveal', ...about, start: 0, end: 0 });
  await until('the answer', () => inHost((vscode) => vscode.window.activeTextEditor?.selection.active.line === 0));
  await workbench.page.waitForTimeout(500);
  const after = await state();
  expect(after).toEqual(before);
});
