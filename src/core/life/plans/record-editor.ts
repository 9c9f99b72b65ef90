import { TRANSITION_KEYS } from '../../lint/transition-gaps.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Value } from '../../readings/forms/fields.ts';
import type { TransitionKey } from '../../readings/transition/transition-lines.ts';
import type { Transition } from '../../readings/transition/transition.ts';
import { lineEndingOf } from '../../template/insert.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Range } from '../../text/range.ts';
import { lineBefore, recordLines, type RecordLine } from './record-lines.ts';

/** An entry of a list in the record; a blank one waits for words. */
export interface ListEntry {
  readonly range: Range;
  readonly isBlank: boolean;
}

/** Changes a record of transition line by line, in the form in which it is written. */
export class RecordEditor {
  readonly edits: TextEdit[] = [];
  readonly #plan: Plan;
  readonly #lines: readonly RecordLine[];
  readonly #ending: string;

  constructor(plan: Plan, transition: Transition) {
    this.#plan = plan;
    this.#lines = recordLines(plan, transition);
    this.#ending = lineEndingOf(plan.text);
  }

  replace(range: Range, text: string): void {
    this.edits.push({ range, text });
  }

  /** What stands behind a key on its line; that nothing does is told by there being no such value. */
  value(key: TransitionKey, said: Value | undefined, text: string): void {
    if (said) return this.replace(said.range, text);
    const line = this.#lineOf(key);
    if (line) this.replace({ start: line.valueStart, end: line.range.end }, ` ${text}`);
    else this.#newLines(key, [`${TRANSITION_KEYS.get(key) ?? key}: ${text}`]);
  }

  /** Writes entries where blank ones wait for them, else behind those that are there. */
  entries(key: TransitionKey, there: readonly ListEntry[], written: readonly string[]): void {
    const [first, ...others] = there.filter(({ isBlank }) => isBlank);
    const last = there.at(-1);
    if (first) this.#fillIn(first, others, written);
    else if (last && written.length > 0) this.#append(there, last, written);
    else if (written.length > 0) this.#begin(key, written);
  }

  #fillIn({ range }: ListEntry, others: readonly ListEntry[], written: readonly string[]): void {
    const [one = 'none', ...more] = written;
    this.replace(range, one);
    for (const each of others) this.#takeOut(each);
    const prefix = this.#prefixOf(range);
    if (more.length > 0) this.#insert(this.#endOfLine(range.end), more.map((each) => this.#ending + prefix + each).join(''));
  }

  #append(there: readonly ListEntry[], { range }: ListEntry, written: readonly string[]): void {
    const before = there.at(-2);
    const isInLine = before !== undefined && this.#startOfLine(before.range.start) === this.#startOfLine(range.start);
    if (isInLine) return this.#insert(range.end, written.map((each) => `; ${each}`).join(''));
    const prefix = this.#prefixOf(range);
    this.#insert(this.#endOfLine(range.end), written.map((each) => this.#ending + prefix + each).join(''));
  }

  #begin(key: TransitionKey, written: readonly string[]): void {
    const line = this.#lineOf(key);
    const isBulleted = key === 'why' || key === 'follow up';
    const name = TRANSITION_KEYS.get(key) ?? key;
    if (line) {
      const [one = '', ...more] = written;
      if (isBulleted) return this.#insert(this.#endOfLine(line.range.end), written.map((each) => `${this.#ending}- ${each}`).join(''));
      return this.replace({ start: line.valueStart, end: line.range.end }, ` ${[one, ...more.map((each) => `${name}: ${each}`)].join(this.#ending)}`);
    }
    this.#newLines(key, isBulleted ? [`${name}:`, ...written.map((each) => `- ${each}`)] : written.map((each) => `${name}: ${each}`));
  }

  #newLines(key: TransitionKey, lines: readonly string[]): void {
    const before = lineBefore(this.#lines, key);
    if (before) this.#insert(before.range.end, lines.map((line) => this.#ending + line).join(''));
  }

  #takeOut({ range }: ListEntry): void {
    const [start, end] = [this.#startOfLine(range.start), this.#endOfLine(range.end)];
    const isAlone = /^[ \t]*(?:[-*+•][ \t]*)?(?:[A-Za-z][A-Za-z0-9 _-]{0,40}:[ \t]*)?$/.test(this.#plan.text.slice(start, range.start)) && this.#plan.text.slice(range.end, end).trim() === '';
    if (isAlone) return this.replace({ start, end: end + (/^(?:\r\n|\r|\n)/.exec(this.#plan.text.slice(end, end + 2))?.[0].length ?? 0) }, '');
    this.replace(range, 'none');
  }

  /** The mark of its item, or the key that each line repeats; an entry behind the key of a list is followed by bullets. */
  #prefixOf({ start }: Range): string {
    const lead = this.#plan.text.slice(this.#startOfLine(start), start);
    const key = this.#lines.find(({ range }) => range.start <= start && start <= range.end)?.key;
    if (key === 'why' || key === 'follow up') return '- ';
    return lead.includes(';') ? (/^[^:;]{0,60}:[ \t]{0,9}/.exec(lead)?.[0] ?? '') : lead;
  }

  #lineOf(key: TransitionKey): RecordLine | undefined {
    return this.#lines.find((line) => line.key === key);
  }

  #startOfLine(offset: number): number {
    return this.#lines.find(({ range }) => range.start <= offset && offset <= range.end)?.range.start ?? offset;
  }

  #endOfLine(offset: number): number {
    return this.#lines.find(({ range }) => range.start <= offset && offset <= range.end)?.range.end ?? offset;
  }

  #insert(offset: number, text: string): void {
    this.edits.push({ range: { start: offset, end: offset }, text });
  }
}
