// npm start [-- --host desktop|embedded]: Groundplan in an editor, on the example workspace.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { runUntilSignal } from './host/cleanup.ts';
import { findDesktop, openDesktop } from './host/desktop.ts';
import { ExplainedError, progress, runProgram } from './program.ts';
import { startServer } from './host/server.ts';
import { QUIET_SETTINGS } from './host/settings.ts';
import { packageExtension } from './package.ts';

const USAGE = 'Usage: npm start -- [--host desktop|embedded]. Without --host it is the desktop VS Code when there is one, else the embedded one.';
const EXAMPLES = path.resolve('examples');

await runProgram(async () => {
  const wanted = readArguments(process.argv.slice(2));
  if (wanted === undefined) return 2;
  const desktop = wanted.host === 'embedded' ? undefined : findDesktop();
  if (desktop !== undefined) return startDesktop(desktop);
  if (wanted.host === 'desktop') {
    throw new ExplainedError('No desktop VS Code was found here. Name it in GROUNDPLAN_CODE, or use "npm start -- --host embedded".');
  }
  return startEmbedded();
});

interface Arguments {
  readonly host: string | undefined;
}

function readArguments(args: string[]): Arguments | undefined {
  try {
    const { host } = parseArgs({ args, options: { host: { type: 'string' } } }).values;
    if (host === undefined || host === 'desktop' || host === 'embedded') return { host };
    console.error(`"${host}" is no host. ${USAGE}`);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}. ${USAGE}`);
  }
  return undefined;
}

async function startDesktop(code: string): Promise<number> {
  await bundle();
  await openDesktop(code, process.cwd(), EXAMPLES);
  console.log(`Groundplan is running in a new window of ${code}, on ${EXAMPLES}.`);
  return 0;
}

async function startEmbedded(): Promise<number> {
  const vsix = await packageExtension();
  progress('Starting VS Code …');
  const server = await startServer({ vsix: [vsix], settings: QUIET_SETTINGS, token: true });
  console.log(`Groundplan is running in VS Code ${server.vscode}: ${server.url({ folder: EXAMPLES })}\nPress Ctrl+C to stop.`);
  runUntilSignal();
  await server.exited;
  const log = readFileSync(server.log, 'utf8').slice(-1500);
  throw new ExplainedError(`VS Code ended by itself. Its log ends with:\n${log}`);
}
