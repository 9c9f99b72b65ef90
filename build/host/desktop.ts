import { existsSync } from 'node:fs';
import path from 'node:path';
import { isExecutable, placesOnPath, runCommand } from './command.ts';
import { ExplainedError } from '../program.ts';

const NAMES = ['code', 'code-insiders', 'codium'];

/** The command line of a desktop VS Code that can show a window here. */
export function findDesktop(): string | undefined {
  const named = process.env['GROUNDPLAN_CODE'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new ExplainedError(`GROUNDPLAN_CODE names ${named}, but there is no program there. Correct or unset the variable.`);
  }
  return canShowWindows() ? [...placesOnPath(NAMES, process.platform === 'win32' ? ['.cmd', '.exe'] : ['']), ...usualPlaces()].find(isExecutable) : undefined;
}

/** Opens a window of its own with the extension under development; VS Code's command line returns at once. */
export async function openDesktop(code: string, extension: string, folder: string): Promise<void> {
  const args = [`--extensionDevelopmentPath=${extension}`, '--new-window', folder];
  const asScript = process.platform === 'win32' && /\.(cmd|bat)$/i.test(code);
  const quoted = asScript ? args.map((arg) => `"${arg}"`) : args;
  const result = await runCommand(asScript ? `"${code}"` : code, quoted, {
    shell: asScript,
    remedy: 'Name VS Code\'s command line in GROUNDPLAN_CODE, or use "npm start -- --host embedded".',
  });
  if (result.code === 0) return;
  throw new ExplainedError(`VS Code (${code}) did not start: ${result.stderr.trim()}\nTry "npm start -- --host embedded".`);
}

/** A terminal inside a remote VS Code has a `code` that opens files there but knows no extension under development; root gets no window. */
function canShowWindows(): boolean {
  if (process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return false;
  if (process.platform !== 'linux') return true;
  return process.getuid?.() !== 0 && (process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined);
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'];
    return names.map((name) => `/Applications/${name}.app/Contents/Resources/app/bin/code`);
  }
  if (process.platform !== 'win32') return [];
  const roots = [path.join(process.env['LOCALAPPDATA'] ?? '', 'Programs'), process.env['PROGRAMFILES'] ?? ''];
  return roots.map((root) => path.join(root, 'Microsoft VS Code', 'bin', 'code.cmd'));
}
