import * as z from 'zod/mini';
import type { TextEdit } from '../text/edits.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';
import type { Suppression } from './suppressions.ts';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A check. It yields problems and knows neither their final severity nor where they are shown. */
export interface Rule<Options = unknown> {
  readonly id: string;
  /** One sentence for people: what the document must be. */
  readonly summary: string;
  /** The severity where the user sets none. */
  readonly severity: Severity;
  readonly fixable: boolean;
  /** What a user may set besides the severity: an object whose keys all have a description and a default. */
  readonly options?: z.ZodMiniType<Options>;
  check(subject: Subject, options: Options): Iterable<Problem>;
  /** Concludes from what the checks of all rules found. */
  conclude?(subject: Subject, found: readonly Finding[], options: Options): Iterable<Problem>;
  /** Looks at what all the rules found, once they have. */
  review?(subject: Subject, outcome: Outcome): Iterable<Problem>;
}

/** What came of a check. */
export interface Outcome {
  /** The ids of the rules that looked at the document, and of all there are. */
  readonly ran: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  /** The suppressions that left a finding out. */
  readonly used: ReadonlySet<Suppression>;
}

export interface Problem {
  /** A sentence that names the thing and the remedy. */
  readonly message: string;
  readonly range: Range;
  readonly fix?: Fix;
  /** Other places that are involved. */
  readonly related?: readonly RelatedPlace[];
}

/** A problem with the rule that found it and the severity the user gives it. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
}

export interface RelatedPlace {
  readonly message: string;
  /** The document, where it is another one. */
  readonly path?: string;
  readonly range: Range;
}

/** What leaves nothing of the problem to report. */
export interface Fix {
  readonly title: string;
  /** In the document itself. */
  readonly edits: readonly TextEdit[];
  /** In other documents: then it is not one of those that are done together with others. */
  readonly elsewhere?: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
  /** The new path of the document. */
  readonly rename?: string;
  /** Nobody can write this but the author: it is selected for them. */
  readonly select?: Range;
}

/** Whether a fix is a matter of this document alone, so that it can be done with all others at once. */
export function isWithin(fix: Fix | undefined): fix is Fix {
  return fix !== undefined && fix.edits.length > 0 && fix.elsewhere === undefined && fix.rename === undefined && fix.select === undefined;
}

export function defineRule<Options = unknown>(rule: Rule<Options>): Rule<Options> {
  return rule;
}

/** An option of a rule: the description is what its page and the completion of the settings say. */
export function option<S extends z.ZodMiniType>(description: string, schema: S): S {
  return schema.check(z.describe(description));
}

export const severitySetting = z.enum([...SEVERITIES, 'off']);
