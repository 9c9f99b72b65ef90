import { parseArgs } from 'node:util';
import { formats, isFormat } from './formats.ts';
import { lintFiles } from './lint.ts';
import type { Outcome, System } from './outcome.ts';

const HELP = `groundplan checks architecture plans written in Markdown.

Usage
  groundplan lint FILE…      check these plans
  groundplan --version       print the version
  groundplan --help          print this text

Options of lint
  --format text|json         how findings are printed (text)

Exit codes
  0 nothing to mend, 1 errors or warnings were found, 2 a file or an argument is not usable
`;

/** The command line as a function: arguments in, what to print and the exit code out. */
export async function main(args: readonly string[], system: System): Promise<Outcome> {
  try {
    return await run(args, system);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return wrongUsage(`${error.message.split('. ')[0] ?? error.message}.`);
    }
    throw error;
  }
}

async function run(args: readonly string[], system: System): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' }, format: { type: 'string', default: 'text' } },
  });
  const [command, ...files] = positionals;
  if (values.version) return { code: 0, stdout: `${system.version}\n`, stderr: '' };
  if (values.help || (command === undefined && args.length === 0)) return { code: 0, stdout: HELP, stderr: '' };
  if (command !== 'lint') return wrongUsage(command === undefined ? 'No command is named.' : `"${command}" is not a command.`);
  if (files.length === 0) return wrongUsage('"lint" needs the names of the files to check.');
  if (!isFormat(values.format)) return wrongUsage(`"${values.format}" is not a format; known are: ${Object.keys(formats).join(', ')}.`);
  return lintFiles(files, formats[values.format], system);
}

function wrongUsage(sentence: string): Outcome {
  return { code: 2, stdout: '', stderr: `groundplan: ${sentence} "groundplan --help" lists what there is.\n` };
}
