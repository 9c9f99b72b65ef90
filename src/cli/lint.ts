import { Checker } from '../core/checker.ts';
import { DEFAULT_SETTINGS } from '../core/lint/settings.ts';
import type { CheckedFile, Format } from './formats.ts';
import type { Outcome, System } from './outcome.ts';

export async function lintFiles(files: readonly string[], format: Format, system: System): Promise<Outcome> {
  const notes: string[] = [];
  const checker = new Checker((rule, error) => notes.push(`The check "${rule.id}" failed: ${String(error)}`));
  const checked: CheckedFile[] = [];
  let unusable = false;
  for (const file of files) {
    const text = await readText(file, system);
    if ('problem' in text) {
      unusable = true;
      notes.push(text.problem);
      continue;
    }
    const { plan, subject, findings } = checker.check(text.text, file.replaceAll('\\', '/'), DEFAULT_SETTINGS);
    if (subject === undefined) notes.push(`${file} is no kind of plan that Groundplan knows, so nothing in it was checked.`);
    checked.push({ file, plan, findings });
  }
  const mend = checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error' || severity === 'warning'));
  return { code: unusable ? 2 : mend ? 1 : 0, stdout: format(checked), stderr: notes.map((note) => `groundplan: ${note}\n`).join('') };
}

async function readText(file: string, system: System): Promise<{ readonly text: string } | { readonly problem: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await system.readFile(file);
  } catch (error) {
    return { problem: whyUnreadable(file, error) };
  }
  if (bytes.includes(0)) return { problem: `${file} is not a text file: name Markdown files.` };
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

function whyUnreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `${file} does not exist: check the name and the folder.`;
  if (code === 'EISDIR') return `${file} is a folder: name the Markdown files in it.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read: check its permissions.`;
  return `${file} could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}
