import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { splitAtCommas } from '../forms/comma-lists.ts';
import type { Value } from '../forms/fields.ts';
import { headedPieces, type HeadedPiece } from '../forms/pieces.ts';
import { readEffort } from './effort.ts';
import { headedSteps, headOf, isPhase, isTelling } from './headed-steps.ts';
import { naming, type Naming } from './naming.ts';
import { numbersNamed } from './numbers.ts';
import { itemsOf, valuesOf, worksOf } from './step-bodies.ts';
import { DEPENDS_ON, EFFORT, FIELDS, FILES, GOAL, PLAN, SCHEDULE, STATUS } from './step-fields.ts';
import { tellsTime } from './times.ts';
import { firstToName, type Step } from './steps.ts';
import { unheadedSteps } from './unheaded-steps.ts';

/** One phase of a build, in whatever form it is written. */
export interface Phase {
  /** What it is called by: `Phase 2`, or the cell that names it. */
  readonly name: Value;
  readonly number: Value | undefined;
  /** Empty where a phase has only a number. */
  readonly title: Value;
  /** What stands in the last parentheses of its heading. */
  readonly note: Value | undefined;
  readonly effort: Value | undefined;
  /** Where it is said otherwise how long it takes: `Weeks: 1-4`, a due date, a title such as `Data – ~3h`. */
  readonly schedule: Value | undefined;
  readonly files: readonly Value[];
  readonly deliverables: readonly Value[];
  /** The numbers of other phases. */
  readonly dependsOn: readonly Value[];
  readonly status: Value | undefined;
  readonly goal: Value | undefined;
  readonly plan: Value | undefined;
  /** It says something that is neither a field nor a deliverable: prose, a table, a list below other words. */
  readonly hasMore: boolean;
  /** The whole row, item or headed block. */
  readonly range: Range;
}

export const PHASES = naming('phases?|stages?|milestones?|iterations?', 'mvp');
const NUMBERED: Naming = { ...PHASES, head: /^[^\p{L}\p{N}]{0,20}()()(\d{1,3})()([.)]\s+)/du };

/** The forms in their order: of two that name the same phase the first one counts. */
export function readPhases(plan: Plan, span: Range, read: ReadMarkdown): readonly Phase[] {
  const pieces = headedPieces(plan, span, read);
  const headed = headedPhases(pieces);
  const { tables, items } = unheadedSteps(pieces, headed, PHASES);
  const lists = [headed, ...tables, ...items].map((steps) => steps.filter(({ head }) => head.numbers.length < 2).map(phaseOf));
  return firstToName(lists, ({ number, title }) => number?.text ?? titleKey(title.text));
}

/** `### Phase 2: Title`; where no heading is of this form `### 2. Title`, if one of them has fields of a phase; else the heading of the span itself, if it has some. */
function headedPhases(pieces: readonly HeadedPiece[]): readonly Step[] {
  const [own] = pieces;
  const inside = own?.heading ? pieces.slice(1) : pieces;
  const named = headedSteps(inside, PHASES);
  if (named.length > 0) return named;
  const levels = new Set(inside.filter((piece) => headOf(piece, NUMBERED) && isTelling(piece)).map(({ section }) => section?.heading.level));
  const numbered = headedSteps(inside, NUMBERED, ({ section }) => levels.has(section?.heading.level));
  return numbered.length > 0 || inside === pieces ? numbered : headedSteps(pieces, PHASES, (piece) => piece === own && isTelling(piece));
}

function phaseOf({ head, range, body }: Step): Phase {
  const { note } = head;
  const isUntitled = head.title.text === '' && (head.numbers.length === 0 || (head.word !== '' && !isPhase(head)));
  const title = isUntitled ? head.name : head.title;
  return {
    name: head.name,
    number: head.numbers[0],
    title,
    note,
    effort: valuesOf(body, EFFORT)[0] ?? (note && readEffort(note.text) ? note : undefined),
    schedule: valuesOf(body, SCHEDULE)[0] ?? (tellsTime(head.line.text) ? head.line : undefined),
    files: [...valuesOf(body, FILES), ...itemsOf(body, FILES)].flatMap(splitAtCommas),
    deliverables: worksOf(body),
    dependsOn: numbersNamed([...valuesOf(body, DEPENDS_ON), ...itemsOf(body, DEPENDS_ON)], PHASES),
    status: valuesOf(body, STATUS)[0],
    goal: valuesOf(body, GOAL)[0],
    plan: valuesOf(body, PLAN)[0],
    hasMore: body.hasMore || body.fields.some(({ key, value }) => !FIELDS.has(key) && value.text !== '' && value.range.start !== title.range.start),
    range,
  };
}
