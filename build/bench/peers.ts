import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileGlobs } from '../../src/core/template/file-name.ts';
import { isRequired, type ContractSection, type Kind } from '../../src/core/template/kind.ts';
import { plainTitle } from '../../src/core/plan/titles.ts';
import type { Program } from './process-usage.ts';

/** A linter that is run over the same folder as ours. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** How it is set up, in a few words. */
  readonly setUp: string;
  readonly program: Program;
  /** The most that we may take of its CPU time, where there is a target. */
  readonly most?: number;
}

/** Every Markdown linter of the peers, set up to do work like ours; their settings are written into the folder. */
export function peersIn(modules: string, folder: string, kinds: readonly Kind[], versions: Readonly<Record<string, string>>): readonly Peer[] {
  const settings = (name: string, contents: unknown): string => {
    const file = path.join(folder, name);
    writeFileSync(file, JSON.stringify(contents, null, 2));
    return file;
  };
  const peer = (name: string, setUp: string, program: Program, most?: number): Peer => ({ name, version: versions[name] ?? '?', setUp, program, ...(most !== undefined && { most }) });
  const script = (file: string, ...args: readonly string[]): Program => ({ script: path.join(modules, file), args });
  const all = '**/*.md';
  return [
    peer('rumdl', 'its defaults, no cache', { file: rumdl(modules), args: ['check', '--no-cache', '.'] }, 1),
    peer('markdownlint-cli2', 'all rules', script('markdownlint-cli2/markdownlint-cli2-bin.mjs', '--config', settings('all.markdownlint-cli2.jsonc', { config: { default: true } }), all), 1 / 8),
    peer('remark-cli', 'remark-lint, recommended', script('remark-cli/cli.js', '.', '--no-stdout', '--use', path.join(modules, 'remark-preset-lint-recommended/index.js')), 1 / 10),
    peer('@contextlint/cli', 'the same sections, order, links and full cells', script('@contextlint/cli/dist/index.js', '--config', settings('contextlint.config.json', contextlint(kinds)), all), 1),
    peer('textlint', 'no-todo, no-empty-section', script('textlint/bin/textlint.js', '--config', settings('textlintrc.json', { rules: { 'no-todo': true, 'no-empty-section': true } }), '--rules-base-directory', modules, all)),
  ];
}

/** The binary of this machine, without the script around it that looks for it. */
function rumdl(modules: string): string {
  const folder = path.join(modules, '@rumdl');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return path.join(folder, names[0] ?? 'cli', process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
}

/** What our templates ask for, as far as it can be said there. */
function contextlint(kinds: readonly Kind[]): unknown {
  const rules = kinds.flatMap((kind) => {
    const titles = kind.sections.filter((section) => isRequired(section, {}) && !section.title.includes('{{')).flatMap(titlesOf);
    return fileGlobs(kind).flatMap((glob) => {
      const files = glob.replace('**/', '');
      return [
        { rule: 'sec001', options: { sections: titles, files } },
        { rule: 'sec002', options: { order: titles, level: 2, files } },
      ];
    });
  });
  return { include: ['**/*.md'], rules: [...rules, { rule: 'tbl002' }, { rule: 'ref001' }] };
}

/** As a Markdown parser gives them. */
function titlesOf(section: ContractSection): readonly string[] {
  const below = section.children.filter((child) => isRequired(child, {}) && !child.title.includes('{{'));
  return [plainTitle(section.title), ...below.flatMap(titlesOf)];
}
