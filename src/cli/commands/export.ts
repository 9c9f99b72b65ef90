import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FileLinter } from '../file-linter.ts';
import { done, unusable, wrongUsage, type Outcome, type System } from '../outcome.ts';
import { pageOf } from '../page.ts';

/** Writes what the panel draws of a document as one page that needs nothing else. */
export async function exportCommand(args: readonly string[], system: System): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: 'string' }, print: { type: 'boolean', default: false } } });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) return wrongUsage('"export" needs the name of one file.');
  if (values.print && values.out !== undefined) return wrongUsage('"export" takes --out or --print, not both.');
  const linter = new FileLinter({ cwd: system.cwd, today: system.today, fix: false, baseline: undefined, withoutBaseline: true, history: false });
  const drawn = await linter.draw(path.resolve(system.cwd, name));
  if ('problem' in drawn) return unusable(drawn.problem);
  const page = pageOf(drawn.picture, system.page);
  return values.print ? done(page) : write(values.out ?? beside(name), page, system.cwd);
}

function beside(name: string): string {
  return `${name.replace(/\.[^./\\]+$/, '')}.html`;
}

function write(name: string, page: string, cwd: string): Outcome {
  try {
    writeFileSync(path.resolve(cwd, name), page, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return unusable(`${name} exists already and stays as it is: name another file with --out, or print the page with --print.`);
    if (code === 'ENOENT') return unusable(`${name} could not be written: its folder does not exist.`);
    return unusable(`${name} could not be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return done(`${name}\n`);
}
