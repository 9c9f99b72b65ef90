import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = parse(readFileSync('action.yml', 'utf8')) as Action;

export interface Job {
  readonly code: number;
  readonly log: string;
  /** The file that was sent to code scanning. */
  readonly uploaded: string | undefined;
  /** What npx was called with, one list for each call. */
  readonly calls: readonly (readonly string[])[];
}

/** In place of npx: writes down what it was asked for and runs the command line as it was built, or nothing where there is none. */
const NPX = `#!/usr/bin/env bash
printf '%s\\0' "$@" '' >> "$NPX_CALLS"
while [ "$1" != groundplan ]; do shift; done
shift
if [ "$CLI" = none ]; then exit 1; fi
exec node "$CLI" "$@"
`;

/** A repository on a runner, and our action run in it: its steps one after the other, as GitHub runs them. */
export class Runner {
  readonly #root = mkdtempSync(path.join(tmpdir(), 'groundplan-action-'));
  readonly workspace = path.join(this.#root, 'workspace');
  readonly #env: Readonly<Record<string, string>>;

  constructor(files: Readonly<Record<string, string>>, cli = path.resolve('dist/cli/groundplan.js')) {
    for (const folder of ['workspace', 'temp', 'bin']) mkdirSync(path.join(this.#root, folder));
    writeFileSync(path.join(this.#root, 'bin/npx'), NPX, { mode: 0o755 });
    for (const [name, contents] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(this.workspace, name)), { recursive: true });
      writeFileSync(path.join(this.workspace, name), contents);
    }
    this.#env = { CLI: cli, NPX_CALLS: path.join(this.#root, 'calls'), GITHUB_OUTPUT: path.join(this.#root, 'output'), RUNNER_TEMP: path.join(this.#root, 'temp') };
  }

  run(inputs: Readonly<Record<string, string>>, npx: 'ours' | 'real' = 'ours', env: Readonly<Record<string, string>> = {}): Job {
    for (const file of ['output', 'calls']) writeFileSync(path.join(this.#root, file), '');
    const given = { ...Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default])), ...inputs };
    const PATH = npx === 'real' ? process.env['PATH'] : `${path.join(this.#root, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`;
    let code = 0;
    let log = '';
    let uploaded: string | undefined;
    for (const step of action.runs.steps) {
      if (step.if === "inputs.upload == 'true'" && given['upload'] !== 'true') continue;
      if (step.uses !== undefined) uploaded = this.#filledIn(step.with?.['sarif_file'] ?? '', given);
      if (step.run === undefined) continue;
      const variables = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, this.#filledIn(value, given)]));
      const shell = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], { cwd: this.workspace, encoding: 'utf8', env: { ...process.env, ...this.#env, ...env, PATH, ...variables } });
      log += shell.stdout + shell.stderr;
      code = shell.status ?? -1;
      if (code !== 0) break;
    }
    const calls = readFileSync(path.join(this.#root, 'calls'), 'utf8').split('\0\0').filter((call) => call !== '').map((call) => call.split('\0'));
    return { code, log, uploaded, calls };
  }

  /** Everything in the repository, so that nothing comes to be there unseen. */
  files(): readonly string[] {
    return readdirSync(this.#root, { recursive: true, encoding: 'utf8' }).sort();
  }

  remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  #filledIn(value: string, inputs: Readonly<Record<string, string>>): string {
    const outputs = new Map(readFileSync(this.#env['GITHUB_OUTPUT'] ?? '', 'utf8').split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    return value.replace(/\$\{\{ (inputs|steps\.lint\.outputs)\.([\w-]+) \}\}/g, (_, where: string, name: string) => (where === 'inputs' ? inputs[name] : outputs.get(name)) ?? '');
  }
}
