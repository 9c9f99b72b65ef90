// npm run --silent groundplan -- ARGS: the command line from the checkout, built anew, run where the caller stands.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundleCli, bundlePage } from './bundle.ts';

await bundleCli();
if (process.argv[2] === 'export') await bundlePage();
const { status } = spawnSync(process.execPath, [path.resolve('dist/cli/groundplan.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
});
process.exitCode = status ?? 2;
