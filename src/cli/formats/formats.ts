import type { CheckedFile } from '../checked-file.ts';
import { github } from './github.ts';
import { sarif } from './sarif.ts';

export type Format = (files: readonly CheckedFile[], version: string) => string;

export const formats = { text, json, sarif, github } satisfies Record<string, Format>;

export function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}

function text(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ file, findings }) =>
    findings.map(({ line, column, severity, rule, message }) => `${file}:${line}:${column} ${severity} ${message} (${rule})`),
  );
  return lines.length === 0 ? '' : `${lines.join('\n')}\n${summary(files)}\n`;
}

function summary(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => file.findings);
  const fixable = findings.filter((finding) => finding.fixable).length;
  const touched = files.filter((file) => file.findings.length > 0).length;
  return `\n${count(findings.length, 'finding')} in ${count(touched, 'file')}, ${fixable} with a fix`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function json(files: readonly CheckedFile[]): string {
  return `${JSON.stringify(files, null, 2)}\n`;
}
