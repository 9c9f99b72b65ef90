import type { Finding } from '../core/lint/lint.ts';
import type { Plan } from '../core/plan/plan.ts';

export interface CheckedFile {
  readonly file: string;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
}

export type Format = (files: readonly CheckedFile[]) => string;

export const formats = { text, json } satisfies Record<string, Format>;

export function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}

function text(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ file, plan, findings }) =>
    findings.map(({ range, severity, rule, message }) => {
      const { line, column } = plan.lines.positionAt(range.start);
      return `${file}:${line + 1}:${column + 1} ${severity} ${message} (${rule})`;
    }),
  );
  return lines.length === 0 ? '' : `${[...lines, summary(files)].join('\n')}\n`;
}

function summary(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) => file.findings);
  const fixable = findings.filter(({ fix }) => fix !== undefined).length;
  const touched = files.filter((file) => file.findings.length > 0).length;
  return `\n${count(findings.length, 'finding')} in ${count(touched, 'file')}, ${fixable} with a fix`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

/** Lines and columns count from 1; an end is where the next character would stand. */
function json(files: readonly CheckedFile[]): string {
  const report = files.map(({ file, plan, findings }) => ({
    file,
    findings: findings.map(({ rule, severity, message, range, fix }) => {
      const start = plan.lines.positionAt(range.start);
      const end = plan.lines.positionAt(range.end);
      return {
        rule,
        severity,
        message,
        line: start.line + 1,
        column: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
        fixable: fix !== undefined,
      };
    }),
  }));
  return `${JSON.stringify(report, null, 2)}\n`;
}
