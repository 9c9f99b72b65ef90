import type { Plan } from '../plan/plan.ts';
import type { Position } from '../text/lines.ts';

/** Lines and columns of a few places of a document, without a list of all its lines; quick where each place stands behind the one before. */
export class Positions {
  readonly #plan: Plan;
  readonly #isPlain: boolean;
  #line = 0;
  #start = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#isPlain = !plan.text.includes('\r');
  }

  of(offset: number): Position {
    // Old and foreign line ends are rare, and known to the plan.
    if (!this.#isPlain) return this.#plan.lines.positionAt(offset);
    const { text } = this.#plan;
    if (offset < this.#start) [this.#line, this.#start] = [0, 0];
    for (let next = text.indexOf('\n', this.#start); next >= 0 && next < offset; next = text.indexOf('\n', this.#start)) {
      this.#line += 1;
      this.#start = next + 1;
    }
    return { line: this.#line, column: offset - this.#start };
  }
}
