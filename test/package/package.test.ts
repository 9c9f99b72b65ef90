import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { budgets } from '../../build/budgets.ts';
import { webviewEntrySize } from '../../build/bundle.ts';
import { unzip } from '../../build/host/unzip.ts';

describe('the bundle for the web host', () => {
  it('loads with nothing but what a worker has: no DOM, no process, no require', () => {
    const asked: string[] = [];
    const module = { exports: {} as Record<string, unknown> };
    const worker = {
      module,
      exports: module.exports,
      // The web host hands out the editor's own module and nothing else.
      require: (name: string) => {
        asked.push(name);
        return {};
      },
      ...Object.fromEntries(['setTimeout', 'clearTimeout', 'TextEncoder', 'TextDecoder', 'URL', 'crypto', 'structuredClone'].map((name) => [name, Reflect.get(globalThis, name) as unknown])),
    };
    vm.runInNewContext(readFileSync('dist/extension.js', 'utf8'), worker);
    assert.deepEqual(Array.from(new Set(asked)), ['vscode']);
    assert.equal(typeof module.exports['activate'], 'function');
  });
});

describe('the bundle for the desktop host', () => {
  it('asks for nothing but the editor and modules of Node', () => {
    const required = Array.from(readFileSync('dist/extension.js', 'utf8').matchAll(/\brequire\("([^"]+)"\)/g), (match) => match[1]);
    assert.deepEqual(Array.from(new Set(required)).filter((name) => name !== 'vscode' && !/^(node:)?(process|buffer|path|url)$/.test(name ?? '')), []);
  });

  it('does without mermaid', () => {
    assert.doesNotMatch(readFileSync('dist/extension.js', 'utf8'), /mermaidAPI|flowchart-elk/);
  });
});

describe('the command line', () => {
  it('runs by itself', () => {
    const version = execFileSync(process.execPath, ['dist/cli/groundplan.js', '--version'], { encoding: 'utf8' });
    assert.equal(version.trim(), (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
  });
});

describe('the packaged extension', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'groundplan-vsix-'));
  unzip('dist/groundplan.vsix', folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  rmSync(folder, { recursive: true });

  it('holds just what runs and what people read', () => {
    const unexpected = files.filter((name) => !EXPECTED.some((pattern) => pattern.test(name)));
    assert.deepEqual(unexpected, [], 'The package holds files that it should not: correct .vscodeignore.');
    for (const pattern of EXPECTED) assert.ok(files.some((name) => pattern.test(name)), `The package lacks ${String(pattern)}: correct .vscodeignore.`);
  });

  it('keeps its budgets', () => {
    const sizes = [
      [budgets.host, statSync('dist/extension.js').size],
      [budgets.vsix, statSync('dist/groundplan.vsix').size],
      [budgets.webviewEntry, webviewEntrySize()],
      [budgets.diagramParser, statSync('dist/diagram-parser.js').size],
    ] as const;
    for (const [{ what, most }, size] of sizes) assert.ok(size <= most, `${what} has ${size} bytes, more than its budget of ${most}: find what grew, or raise the budget in build/budgets.ts on purpose.`);
  });
});

const EXPECTED: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package\.json$/,
  /^extension\/(readme|changelog)\.md$/i,
  /^extension\/LICENSE(\.txt)?$/,
  /^extension\/dist\/extension\.js$/,
  /^extension\/dist\/diagram-parser\.js$/,
  /^extension\/dist\/webview\/main\.(js|css)$/,
  /^extension\/dist\/webview\/chunks\/[\w.-]+\.js$/,
  /^extension\/media\/(icon\.png|(?:preview|groundplan-view)\.svg|markdown-preview\.css)$/,
  /^extension\/media\/groundplan\.schema\.json$/,
  /^extension\/media\/walkthrough\/[\w-]+\.svg$/,
  /^extension\/snippets\/[\w-]+\.code-snippets$/,
  /^extension\/docs\/rules\/[\w-]+\.md$/,
];
