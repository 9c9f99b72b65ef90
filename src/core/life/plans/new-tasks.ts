import type { Subject } from '../../lint/subject.ts';
import { sectionAt, type Section } from '../../plan/plan.ts';
import type { Task } from '../../readings/phases/tasks.ts';
import { taskInWords } from '../../scaffold/tasks-of-plan.ts';
import { insertBlock, lineEndingOf } from '../../template/insert.ts';
import type { TextEdit } from '../../text/edits.ts';
import { endOfContent } from '../../text/range.ts';
import { stageKey, stageOf, type MatchedDraft } from './task-matches.ts';

interface Addition {
  readonly stage: string;
  readonly heading: string;
  /** Without its box and what stands before that. */
  readonly words: string;
}

/** An offset, the place of the phase among those that are added there, and that of the task. */
type Spot = readonly [offset: number, stage: number, task: number];

const ANY_ID = /(?<![\p{L}\p{N}_-])(TASK[-_]?|T[-_]?)(\d{1,5})(?![\p{L}\p{N}_])/giu;
const FEWEST_DIGITS = 2;
const DEEPEST = 6;

/** The tasks that are to be added, each below the last one of its phase, with the next free ids. */
export class NewTasks {
  readonly added: string[] = [];
  readonly #subject: Subject;
  readonly #additions: Addition[] = [];
  /** What each id of the draft is called in the document, and where that task stands. */
  readonly #idOf = new Map<string, { readonly id: string; readonly spot: Spot }>();
  readonly #places: ReadonlyMap<string, Task>;
  readonly #order: readonly string[];
  #next: number;

  /** `order` is that of the phases in the plan. */
  constructor(subject: Subject, order: readonly string[]) {
    this.#subject = subject;
    this.#order = order;
    this.#places = new Map(subject.readings.tasks.map((task) => [stageOf(task), task]));
    this.#next = Math.max(0, ...Array.from(subject.plan.text.matchAll(ANY_ID), ([, , digits]) => Number(digits))) + 1;
  }

  add({ draft, stage, heading, task }: MatchedDraft): void {
    if (task) {
      if (task.id) this.#idOf.set(draft.id, { id: task.id.text, spot: [task.range.end, -1, 0] });
      return;
    }
    const id = this.#nextId();
    const isThere = this.#places.has(stage) || this.#sectionOf(stage) !== undefined;
    const spot: Spot = [this.#offsetFor(stage), isThere ? -1 : this.#order.indexOf(stage), this.#additions.length];
    // A task depends on earlier ones only, and authors may have put another order.
    const after = draft.after.flatMap((each) => this.#idOf.get(each) ?? []).filter((each) => isBefore(each.spot, spot));
    this.#idOf.set(draft.id, { id, spot });
    this.#additions.push({ stage, heading, words: taskInWords({ ...draft, id, after: after.map((each) => each.id) }) });
    this.added.push(id);
  }

  /** Where the tasks of a phase are added. */
  #offsetFor(stage: string): number {
    const { text } = this.#subject.plan;
    const end = this.#places.get(stage)?.range.end ?? this.#sectionOf(stage)?.body.end;
    return end === undefined ? this.#endBefore(stage) : endOfContent(text, end);
  }

  /** Below the tasks of their phases; a phase that has none yet gets its heading behind the one before it, else before the next one. */
  edits(): readonly TextEdit[] {
    const stages = this.#order.filter((stage) => this.#additions.some((each) => each.stage === stage));
    const atEnd = new Map<number, string[]>();
    const edits: TextEdit[] = [];
    for (const stage of stages) {
      const additions = this.#additions.filter((each) => each.stage === stage);
      const last = this.#places.get(stage);
      const section = last ? undefined : this.#sectionOf(stage);
      if (last) edits.push(this.#below(last, additions));
      else if (section) edits.push(...this.#in(section, additions));
      else {
        const offset = this.#endBefore(stage);
        atEnd.set(offset, [...(atEnd.get(offset) ?? []), this.#headed(additions)]);
      }
    }
    const blocks = Array.from(atEnd, ([offset, written]) => insertBlock(this.#subject.plan, offset, written.join('\n\n'), {})).filter((edit) => edit !== undefined);
    return [...edits, ...blocks];
  }

  #below({ range, box }: Task, additions: readonly Addition[]): TextEdit {
    const { text } = this.#subject.plan;
    const start = Math.max(text.lastIndexOf('\n', box.range.start - 1), text.lastIndexOf('\r', box.range.start - 1)) + 1;
    const prefix = text.slice(start, box.range.start - 1);
    const last = endOfContent(text, range.end);
    const end = last + (/^[^\r\n]*/.exec(text.slice(last))?.[0].length ?? 0);
    return { range: { start: end, end }, text: additions.map(({ words }) => `${lineEndingOf(text)}${prefix}[ ] ${words}`).join('') };
  }

  #in({ body }: Section, additions: readonly Addition[]): readonly TextEdit[] {
    const { plan } = this.#subject;
    const edit = insertBlock(plan, endOfContent(plan.text, body.end), listOf(additions), {});
    return edit ? [edit] : [];
  }

  #headed(additions: readonly Addition[]): string {
    const { plan, readings } = this.#subject;
    const [first] = Array.from(this.#places.values());
    const own = first && sectionAt(plan, first.range.start);
    const [place] = readings.places('tasks');
    const level = own !== undefined && own.range.start !== place?.anchor.start ? own.heading.level : (place?.level ?? 1) + 1;
    return `${'#'.repeat(Math.min(DEEPEST, level))} ${additions[0]?.heading ?? ''}\n\n${listOf(additions)}`;
  }

  #sectionOf(stage: string): Section | undefined {
    const [place] = this.#subject.readings.places('tasks');
    return this.#subject.plan.sections.find(({ heading, range }) => (place === undefined || (place.range.start < range.start && range.end <= place.range.end)) && stageKey(heading.title) === stage);
  }

  #endBefore(stage: string): number {
    const { plan, readings } = this.#subject;
    const [place] = readings.places('tasks');
    const sectionsOf = (stages: readonly string[]): readonly Section[] =>
      stages.flatMap((each) => {
        const task = this.#places.get(each);
        const section = task ? sectionAt(plan, task.range.start) : this.#sectionOf(each);
        return section === undefined || section.range.start === place?.anchor.start ? [] : [section];
      });
    const index = this.#order.indexOf(stage);
    const before = sectionsOf(this.#order.slice(0, index)).at(-1);
    const [next] = before === undefined ? sectionsOf(this.#order.slice(index + 1)) : [];
    return endOfContent(plan.text, before?.range.end ?? next?.range.start ?? place?.range.end ?? plan.text.length);
  }

  /** Written as the last of those that are there. */
  #nextId(): string {
    const like = this.#subject.readings.tasks.findLast(({ id }) => id !== undefined && /^\D+\d+$/.test(id.text))?.id?.text;
    const [, prefix = 'T-', digits = ''] = /^(\D+)(\d+)$/.exec(like ?? '') ?? [];
    const width = like === undefined ? FEWEST_DIGITS : digits.startsWith('0') ? digits.length : Math.min(FEWEST_DIGITS, digits.length);
    const id = prefix + String(this.#next).padStart(width, '0');
    this.#next += 1;
    return id;
  }
}

function isBefore(a: Spot, b: Spot): boolean {
  return a[0] - b[0] < 0 || (a[0] === b[0] && (a[1] < b[1] || (a[1] === b[1] && a[2] < b[2])));
}

function listOf(additions: readonly Addition[]): string {
  return additions.map(({ words }) => `- [ ] ${words}`).join('\n');
}
