import type { CheckedFile } from '../checked-file.ts';
import type { Severity } from '../../core/lint/rule.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Commands of a workflow: each finding stands as an annotation beside its line. */
export function github(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ file, findings }) =>
      findings.map(({ severity, line, endLine, column, endColumn, rule, message }) => {
        // Columns are for places within one line.
        const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
        return `::${COMMANDS[severity]} file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(rule)}::${data(message)}\n`;
      }),
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
