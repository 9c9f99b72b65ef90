import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BASELINE_FILE, freeze as freezeFindings, writeBaseline } from '../../core/lint/baseline.ts';
import { SEVERITIES } from '../../core/lint/rule.ts';
import type { CheckedFile } from '../checked-file.ts';
import { FileLinter, type LintedFile, type LintOptions } from '../file-linter.ts';
import { fileTargets } from '../file-targets.ts';
import { Folders } from '../folders.ts';
import { formats, isFormat } from '../formats/formats.ts';
import { unusable, wrongUsage, type Outcome, type System } from '../outcome.ts';
import { lintAll } from '../pool.ts';

const FAIL_ON = [...SEVERITIES, 'never'] as const;

export async function lintCommand(args: readonly string[], system: System): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      fix: { type: 'boolean', default: false },
      'fail-on': { type: 'string', default: 'warning' },
      baseline: { type: 'string' },
      freeze: { type: 'boolean', default: false },
      history: { type: 'boolean', default: false },
      stdin: { type: 'boolean', default: false },
      'stdin-path': { type: 'string' },
    },
  });
  const format = values.format;
  if (!isFormat(format)) return wrongUsage(`"${format}" is not a format; known are: ${Object.keys(formats).join(', ')}.`);
  const failOn = FAIL_ON.find((each) => each === values['fail-on']);
  if (failOn === undefined) return wrongUsage(`"${values['fail-on']}" is not a severity; known are: ${FAIL_ON.join(', ')}.`);
  const baseline = values.baseline === undefined ? undefined : path.resolve(system.cwd, values.baseline);
  const options: LintOptions = { cwd: system.cwd, today: system.today, fix: values.fix, baseline, withoutBaseline: values.freeze, history: values.history };
  if (values.stdin) {
    if (positionals.length > 0) return wrongUsage('"--stdin" checks what is piped in: name no files beside it.');
    if (values.freeze) return wrongUsage('"--freeze" is for files: what is piped in has no place in a baseline.');
    return lintStdin(values['stdin-path'] ?? 'stdin.md', options, format, failOn, system);
  }
  const targets = fileTargets(positionals.length > 0 ? positionals : ['.'], system.cwd);
  const { files, notes } = await lintAll(Array.from(targets.files, ([file, { named }]) => ({ file, named })), options, system.worker);
  const said = [...targets.problems, ...notes, ...files.flatMap(({ note }) => note ?? [])];
  const isUnusable = targets.problems.length > 0 || files.some((file) => file.unusable);
  if (values.freeze) return freeze(files, positionals, baseline, said, system);
  const checked = files.flatMap((file) => file.checked ?? []);
  return { code: isUnusable ? 2 : codeOf(checked, failOn), stdout: formats[format](checked, system.version), stderr: stderrOf(said) };
}

async function lintStdin(name: string, options: LintOptions, format: keyof typeof formats, failOn: (typeof FAIL_ON)[number], system: System): Promise<Outcome> {
  const linter = new FileLinter(options);
  const file = path.resolve(system.cwd, name);
  const text = await system.readStdin();
  const { checked, note } = await linter.lintText(text, file);
  const found = checked ? [checked] : [];
  const stderr = stderrOf([...linter.folderNotes, ...linter.notes, ...(note ? [note] : [])]);
  // As formatters do: what comes out is the text, mended.
  if (options.fix) return { code: 0, stdout: linter.fixText(text, file), stderr };
  return { code: codeOf(found, failOn), stdout: formats[format](found, system.version), stderr };
}

function freeze(files: readonly LintedFile[], positionals: readonly string[], baseline: string | undefined, said: readonly string[], system: System): Outcome {
  const root = new Folders().rootOf(path.resolve(system.cwd, positionals[0] ?? '.'), system.cwd);
  const file = baseline ?? path.join(root, BASELINE_FILE);
  const baselined = files.flatMap(({ path: document, checked }) => (checked ? [{ path: document, findings: checked.findings }] : []));
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, writeBaseline(freezeFindings(baselined)));
  } catch (error) {
    return unusable(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const count = files.reduce((sum, { checked }) => sum + (checked?.findings.length ?? 0), 0);
  return { code: 0, stdout: `${path.relative(system.cwd, file)} holds the ${count} findings of today: from now on they are hints.\n`, stderr: stderrOf(said) };
}

function codeOf(files: readonly CheckedFile[], failOn: (typeof FAIL_ON)[number]): 0 | 1 {
  const least = FAIL_ON.indexOf(failOn);
  if (failOn === 'never') return 0;
  return files.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least)) ? 1 : 0;
}

function stderrOf(notes: readonly string[]): string {
  return Array.from(new Set(notes), (note) => `groundplan: ${note}\n`).join('');
}
