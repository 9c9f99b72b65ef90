import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIG_FILE } from '../../core/lint/config-file.ts';
import { done, unusable, type Outcome, type System } from '../outcome.ts';

const CONTENTS = { preset: 'recommended', include: ['**/*.{md,markdown,mdown,mkd}'], exclude: ['**/node_modules/**'], rules: {}, kinds: {} };

/** Writes the file in which this folder says how it is checked, with what holds without it. */
export function initCommand(args: readonly string[], { cwd }: System): Promise<Outcome> {
  parseArgs({ args: [...args], options: {} });
  const file = path.join(cwd, CONFIG_FILE);
  try {
    writeFileSync(file, `${JSON.stringify(CONTENTS, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return Promise.resolve(unusable(exists ? `${CONFIG_FILE} exists already and stays as it is.` : `${CONFIG_FILE} could not be written: ${error instanceof Error ? error.message : String(error)}.`));
  }
  return Promise.resolve(done(`Wrote ${CONFIG_FILE}. "groundplan lint" checks this folder, "groundplan explain CHECK" says what a check asks.\n`));
}
