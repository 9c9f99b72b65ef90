// npm run test:desktop: the suite of test/host/suite in the desktop VS Code, which is downloaded.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { bundle } from './bundle.ts';
import { temporaryFolder } from './host/cleanup.ts';
import { ExplainedError, progress, runProgram } from './program.ts';
import { bundleSuite } from './host/suite-bundle.ts';
import { copyWorkspace } from './host/workspace-copy.ts';

/** An idle limit: a download that makes progress may take longer. */
const IDLE_MS = 20_000;

/** Nothing but Groundplan, and no question on the first start. */
const LAUNCH = ['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];

const { values } = parseArgs({ options: { version: { type: 'string', default: 'stable' }, grep: { type: 'string', default: '' } } });

await runProgram(async () => {
  const executable = await download(values.version);
  await bundle();
  const tests = await bundleSuite('node', values.grep);
  const work = temporaryFolder('desktop');
  const workspace = path.join(work.path, 'workspace');
  copyWorkspace('test/host/workspace', workspace);
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: process.cwd(),
      extensionTestsPath: path.resolve(tests, 'index.js'),
      launchArgs: [workspace, `--user-data-dir=${path.join(work.path, 'user')}`, ...LAUNCH],
    });
  } finally {
    work.remove();
  }
});

async function download(version: string): Promise<string> {
  progress(`Looking for VS Code (${version}) …`);
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.resolve('.host/desktop'), timeout: IDLE_MS, reporter: new SilentReporter() });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExplainedError(
      `VS Code (${version}) could not be downloaded from its update service: ${reason}. ` +
        'Check the network, or run the same suite without it: npm test -- --only host',
    );
  }
}
