import type { Finding } from '../lint/lint.ts';
import type { Subject } from '../lint/subject.ts';
import type { Plan } from '../plan/plan.ts';
import type { Risk } from '../readings/risks/risks.ts';
import type { Range } from '../text/range.ts';

/** What a picture is drawn from. */
export interface PictureSource {
  readonly plan: Plan;
  /** Where the kind of document is known. */
  readonly subject: Subject | undefined;
  readonly findings: readonly Finding[];
  /** Also those of a document of no known kind. */
  readonly risks: readonly Risk[];
}

/** Where something stands. */
export interface Placed {
  /** Counted from 0. */
  readonly line: number;
  readonly range: Range;
}

export function placed({ lines }: Plan, range: Range): Placed {
  return { line: lines.lineAt(range.start), range };
}
