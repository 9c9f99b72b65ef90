import type { Finding } from '../core/lint/lint.ts';
import { isWithin, type Severity } from '../core/lint/rule.ts';
import type { Lines } from '../core/text/lines.ts';

/** What was found in one file: plain data, so that a worker can hand it over and the text can be forgotten. */
export interface CheckedFile {
  /** As the user named it. */
  readonly file: string;
  readonly findings: readonly PlacedFinding[];
}

/** Lines and columns count from 1; an end is where the next character would stand. */
export interface PlacedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

export function placed({ rule, severity, message, range, fix }: Finding, lines: Lines): PlacedFinding {
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  return { rule, severity, message, line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1, fixable: isWithin(fix) };
}
