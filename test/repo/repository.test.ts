import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { manifest, read, repositoryFiles } from './files.ts';

const TEXT = /\.(ts|mjs|js|json|md|yml|css|svg|code-snippets)$|^[^.]+$|\/[^.]+$/;

describe('the repository', () => {
  const files = repositoryFiles();

  it('pins every dependency and says why each is there', () => {
    const { dependencies, devDependencies } = manifest();
    const reasons = read('docs/decisions/0002-dependencies.md');
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, `Pin ${name} to one version in package.json.`);
      assert.ok(reasons.includes(`| ${name} |`), `Say in docs/decisions/0002-dependencies.md why "${name}" is there.`);
    }
  });

  it('names no registry and no place on anybody\'s machine', () => {
    const places = [/\bresolved"/, /\/(?:work|root|home|Users)\/[a-z]/];
    for (const file of files.filter((name) => TEXT.test(name) && name !== 'test/repo/repository.test.ts')) {
      const text = readFileSync(file, 'utf8');
      for (const place of places) assert.doesNotMatch(text, place, `${file} names a place outside the project.`);
    }
  });

  it('links only to what is there', () => {
    for (const file of files.filter((name) => name.endsWith('.md') && !name.startsWith('snippets/'))) {
      const text = readFileSync(file, 'utf8').replace(/^(`{3,})[\s\S]*?^\1/gm, '');
      for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        assert.ok(existsSync(path.join(path.dirname(file), decodeURIComponent(target))), `${file} links to ${target}, which does not exist.`);
      }
    }
  });

  it('tells people and CI the same command', () => {
    assert.match(read('README.md'), /^npm test /m);
    assert.match(read('.ci/run'), /^npm test$/m);
  });

  it('runs every script through a program that exists', () => {
    for (const [name, script] of Object.entries(manifest().scripts)) {
      const [, program = ''] = /^node build\/run\.mjs (\S+)/.exec(script) ?? [];
      assert.ok(existsSync(program), `The script "${name}" runs ${program}, which does not exist.`);
    }
  });

  it('keeps the activation short enough to read at a glance', () => {
    const [, body = ''] = /export function activate[^{]*\{\n([\s\S]*?)^\}/m.exec(read('src/extension/activate.ts')) ?? [];
    assert.ok(body.split('\n').length <= 40, 'activate() has more than 40 lines: give what it does a file of its own.');
  });

  it('activates in no workspace without Markdown', () => {
    const { activationEvents } = JSON.parse(read('package.json')) as { activationEvents: string[] };
    assert.deepEqual(activationEvents, ['onLanguage:markdown', 'onWebviewPanel:groundplan.preview']);
  });
});
