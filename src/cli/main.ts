import { parseArgs } from 'node:util';
import { done, wrongUsage, type Outcome, type System } from './outcome.ts';

const HELP = `groundplan checks and begins architecture plans and decision records written in Markdown.

Usage
  groundplan lint [PATH…]        check files, folders and patterns; without any, this folder
  groundplan new KIND [NAME=VALUE…]   write a document from its template
  groundplan kinds               list the kinds of documents
  groundplan export FILE         write what the panel draws of a file as one web page
  groundplan explain CHECK       print what a check asks, and why
  groundplan init                write .groundplan.json, in which a folder says how it is checked
  groundplan --version           print the version
  groundplan --help              print this text

Options of lint
  --format text|json|sarif|github   how findings are printed (text)
  --fix                      mend what has a fix, then print what is left
  --fail-on error|warning|information|hint|never
                             the least severity that ends the command with 1 (warning)
  --baseline FILE            findings that this file holds are hints (.groundplan/baseline.json where there is one)
  --freeze                   write today's findings into the baseline
  --history                  ask Git what accepted records said when they were accepted,
                             and which numbers of records other branches have taken
  --stdin                    check what is piped in
  --stdin-path PATH          the path it is checked as

Options of new
  --print                    print the document, write nothing

Options of export
  --out FILE                 where the page is written (beside the document)
  --print                    print the page, write nothing

Exit codes
  0 nothing to mend, 1 findings, 2 a file or an argument is not usable
`;

type Command = (args: readonly string[], system: System) => Promise<Outcome>;

/** Each is loaded when it is asked for: whoever wants the version does not wait for the engine. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  lint: async () => (await import('./commands/lint.ts')).lintCommand,
  new: async () => (await import('./commands/new.ts')).newCommand,
  kinds: async () => (await import('./commands/kinds.ts')).kindsCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
};

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
  const [name = '', ...rest] = args;
  if (args.length === 0 || rest.includes('--help') || rest.includes('-h')) return done(HELP);
  if (name.startsWith('-')) {
    const { values } = parseArgs({ args: [...args], allowPositionals: true, options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } });
    return values.version ? done(`${system.version}\n`) : values.help ? done(HELP) : wrongUsage('No command is named.');
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return load ? (await load())(rest, system) : wrongUsage(`"${name}" is not a command.`);
}
