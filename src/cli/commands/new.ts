import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Checker } from '../../core/checker.ts';
import { knownValues } from '../../core/scaffold/known-values.ts';
import { numberProblem, scaffold } from '../../core/scaffold/scaffold.ts';
import { sourceValues } from '../../core/scaffold/source-file.ts';
import { folderOf } from '../../core/template/file-name.ts';
import { nextNumber } from '../../core/workspace/naming.ts';
import { survey } from '../../core/workspace/survey.ts';
import type { Kind } from '../../core/template/kind.ts';
import type { Values } from '../../core/template/placeholders.ts';
import { DiskFiles } from '../disk-files.ts';
import { Folders } from '../folders.ts';
import { done, unusable, wrongUsage, type Outcome, type System } from '../outcome.ts';

/** Writes a document from its template: what the workspace knows is filled in, what it cannot know is given as NAME=VALUE. */
export async function newCommand(args: readonly string[], system: System): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { print: { type: 'boolean', default: false } } });
  const [name, ...pairs] = positionals;
  const checker = new Checker(() => undefined);
  const folders = new Folders();
  const root = folders.rootOf(system.cwd, system.cwd);
  const kinds = checker.kindsWith(folders.teamKinds(system.cwd, root));
  const named = kinds.filter(({ id, kind }) => kind === name || id === name);
  if (name === undefined) return wrongUsage(`"new" needs a kind; known are: ${idsOf(kinds)}.`);
  const files = new DiskFiles(root);
  const [first, ...others] = named;
  if (first === undefined) return unusable(`There is no kind "${name}"; known are: ${idsOf(kinds)}.`);
  const found = await survey([first, ...others], kinds, files);
  const kind = kinds.find(({ id }) => id === name) ?? mostUsed(named, found.counts) ?? first;
  const given = answersIn(pairs, kind);
  if (typeof given === 'string') return wrongUsage(given);
  const number = given['number'] ?? String(nextNumber(found.naming.taken));
  const problem = numberProblem(number) ?? missing(kind, { ...given, number });
  if (problem !== undefined) return unusable(problem);
  const answers = await withSource(kind, { date: system.today, ...given, number }, files);
  const source = kind.beside === undefined ? undefined : given[kind.beside];
  const place = { folder: source === undefined ? found.naming.folder : folderOf(source), pattern: found.naming.pattern, joint: found.naming.joint };
  const known = await knownValues(kind, answers, { kinds, files, paths: found.paths, place, read: checker.readMarkdown, codePatterns: {} });
  const { path: target, contents } = scaffold(kind, { ...known, ...answers }, place);
  return values.print ? done(contents) : write(path.join(root, target), contents, system.cwd);
}

function idsOf(kinds: readonly Kind[]): string {
  return kinds.map(({ id }) => id).join(', ');
}

function mostUsed(kinds: readonly Kind[], counts: ReadonlyMap<string, number>): Kind | undefined {
  return kinds.filter(({ id }) => counts.has(id)).sort((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))[0];
}

/** The answers by the names of the questions, or what is wrong with them. */
function answersIn(pairs: readonly string[], { id, ask }: Kind): Values | string {
  const names = [...Object.keys(ask), 'number', 'date', 'author'];
  const answers: Record<string, string> = {};
  for (const pair of pairs) {
    const [name = '', ...value] = pair.split('=');
    if (value.length === 0) return `"${pair}" is no answer: write NAME=VALUE; ${id} asks for ${Object.keys(ask).join(', ')}.`;
    if (!names.includes(name)) return `${id} does not ask for "${name}"; it asks for ${Object.keys(ask).join(', ')}.`;
    answers[name] = value.join('=').trim();
  }
  return answers;
}

function missing({ id, ask }: Kind, answers: Values): string | undefined {
  const open = Object.entries(ask).filter(([name, { optional, value }]) => !optional && value === undefined && (answers[name] ?? '') === '');
  return open.length === 0 ? undefined : `${id} needs ${open.map(([name, { prompt }]) => `${name}=… (${prompt})`).join(', ')}`;
}

async function withSource({ beside }: Kind, answers: Values, files: DiskFiles): Promise<Values> {
  const source = beside === undefined ? undefined : answers[beside];
  if (beside === undefined || source === undefined) return answers;
  const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== beside));
  return { ...sourceValues(beside, source, (await files.read(source)) ?? ''), ...rest };
}

function write(file: string, contents: string, cwd: string): Outcome {
  const name = path.relative(cwd, file);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return unusable(exists ? `${name} exists already and stays as it is.` : `${name} could not be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return done(`${name}\n`);
}
