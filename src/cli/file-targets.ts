import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { glob } from '../core/text/glob.ts';

export interface Targets {
  /** Absolute paths, each once, with whether the user named the file itself. */
  readonly files: ReadonlyMap<string, { readonly named: boolean }>;
  readonly problems: readonly string[];
}

/** Never looked into, whatever the settings say: nobody writes plans there, and some have no end. */
const LEFT_OUT = new Set(['.git', 'node_modules', '.hg', '.svn']);
const HAS_PATTERN = /[*?{]/;

/** The files that arguments name: themselves, in folders, by patterns for shells that expand none. */
export function fileTargets(args: readonly string[], cwd: string): Targets {
  const files = new Map<string, { named: boolean }>();
  const problems: string[] = [];
  for (const arg of args) {
    const absolute = path.resolve(cwd, arg);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const file of walk(absolute)) if (!files.has(file)) files.set(file, { named: false });
    if (stat && !stat.isDirectory()) files.set(absolute, { named: true });
    if (stat) continue;
    const found = HAS_PATTERN.test(arg) ? matching(arg, cwd) : [];
    for (const file of found) if (!files.has(file)) files.set(file, { named: false });
    if (found.length === 0) problems.push(HAS_PATTERN.test(arg) ? `${arg} matches no file: check the pattern and the folder.` : `${arg} does not exist: check the name and the folder.`);
  }
  return { files, problems };
}

function matching(pattern: string, cwd: string): readonly string[] {
  const normal = pattern.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  const fixed = normal.split('/').slice(0, -1);
  const open = fixed.findIndex((name) => HAS_PATTERN.test(name));
  const base = path.resolve(cwd, fixed.slice(0, open < 0 ? fixed.length : open).join('/') || '.');
  const wanted = glob(path.isAbsolute(normal) ? normal.slice(1) : normal);
  const from = path.isAbsolute(normal) ? path.parse(base).root : cwd;
  return walk(base).filter((file) => wanted.matches(path.relative(from, file).split(path.sep).join('/')));
}

/** In the order of their names. Links to folders are not followed: they may lead in circles. */
function walk(folder: string): readonly string[] {
  const files: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here = next;
    const entries = entriesOf(here);
    files.push(...entries.filter((entry) => !entry.isDirectory()).map(({ name }) => path.join(here, name)));
    waiting.push(...entries.filter((entry) => entry.isDirectory() && !LEFT_OUT.has(entry.name)).map(({ name }) => path.join(here, name)));
  }
  return files.sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It may not be read: what is in it is not there for us.
    return [];
  }
}
