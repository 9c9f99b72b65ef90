import * as z from 'zod/mini';
import type { TextEdit } from '../text/edits.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A check. It yields problems and knows neither their final severity nor where they are shown. */
export interface Rule {
  readonly id: string;
  /** One sentence for people: what the document must be. */
  readonly summary: string;
  /** The severity where the user sets none. */
  readonly severity: Severity;
  readonly fixable: boolean;
  check(subject: Subject): Iterable<Problem>;
}

export interface Problem {
  /** A sentence that names the thing and the remedy. */
  readonly message: string;
  readonly range: Range;
  readonly fix?: Fix;
}

/** Edits that leave nothing of the problem to report. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}

export const severitySetting = z.enum([...SEVERITIES, 'off']);
