import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { budgets } from './budgets.ts';
import { bundle, sizeLine } from './bundle.ts';
import { runCommand } from './host/command.ts';
import { ExplainedError, runProgram } from './program.ts';

/** Everything is bundled, so nothing of node_modules belongs into the package. */
const OPTIONS = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--allow-star-activation'];

/** Builds the extension and packages it; returns the file. */
export async function packageExtension(): Promise<string> {
  await bundle();
  const file = await packageFolder('.', 'dist/groundplan.vsix');
  console.error(sizeLine(budgets.vsix, statSync(file).size));
  return file;
}

/** Packages an extension's folder as it is. The file appears complete or not at all: another run may be reading the former one. */
export async function packageFolder(folder: string, file: string): Promise<string> {
  const target = path.resolve(file);
  const draft = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  // As a program of its own, since vsce writes pages about what it packs straight to the console.
  const vsce = path.resolve('node_modules/@vscode/vsce/vsce');
  const license = existsSync(path.join(folder, 'LICENSE')) ? [] : ['--skip-license'];
  try {
    const result = await runCommand(process.execPath, [vsce, 'package', ...OPTIONS, ...license, '--out', draft], {
      cwd: path.resolve(folder),
      remedy: 'Run npm ci.',
    });
    if (result.code !== 0) throw new ExplainedError(`The extension in ${path.resolve(folder)} could not be packaged: ${result.stderr.trim()}`);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
  return target;
}

// npm run package: the tests and the editor host import this module, and importing it does nothing.
if (process.argv[1] === 'build/package.ts') {
  void runProgram(async () => {
    console.log(await packageExtension());
    return 0;
  });
}
