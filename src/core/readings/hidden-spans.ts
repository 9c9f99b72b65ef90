import { blockAround, blocksUpTo, firstFrom, gapsIn, rangeAround } from '../plan/blocks.ts';
import { codeSpans, fencesOf, type FenceLine } from '../plan/code-spans.ts';
import { recalled } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';

/** What is not read as text: front matter, code, comments. Few places are asked for, so that what is around one is read when it is. */
export class HiddenSpans {
  readonly #plan: Plan;
  /** Those in lists and quotes. */
  readonly #fences: readonly Range[];
  #comments: readonly Range[] | undefined;
  #stretch: Range | undefined;

  /** The lines that may begin or end a fence in a list or a quote. */
  constructor(plan: Plan, fenceLines: readonly FenceLine[]) {
    this.#plan = plan;
    this.#fences = fencesOf(fenceLines, ({ range }) => blocksUpTo(plan, range.start));
  }

  covers(offset: number): boolean {
    if (this.#isInCode(offset)) return true;
    this.#comments ??= this.#readComments();
    return rangeAround(this.#comments, offset) !== undefined;
  }

  #isInCode(offset: number): boolean {
    if (blockAround(this.#plan, offset) !== undefined || rangeAround(this.#fences, offset) !== undefined) return true;
    if (this.#stretch === undefined || offset < this.#stretch.start || offset >= this.#stretch.end) this.#stretch = stretchAround(this.#plan, offset);
    const stretch = this.#stretch;
    const code = recalled(this.#plan, stretch, codeIn, () => codeIn(this.#plan, stretch));
    return rangeAround(code, offset) !== undefined;
  }

  #readComments(): readonly Range[] {
    const { text } = this.#plan;
    const comments: Range[] = [];
    for (let start = text.indexOf('<!--'); start >= 0; ) {
      const close = text.indexOf('-->', start + 4);
      const end = close < 0 ? text.length : close + 3;
      if (!this.#isInCode(start)) comments.push({ start, end });
      start = text.indexOf('<!--', end);
    }
    return comments;
  }
}

/** From one heading with hashes to the next: code within lines ends there, while an underlined heading may stand right below other lines. */
function stretchAround({ text, sections }: Plan, offset: number): Range {
  const startOf = (index: number): number => sections[index]?.range.start ?? text.length;
  let next = firstFrom(sections.length, (index) => startOf(index) > offset);
  let first = next - 1;
  while (first >= 0 && text[startOf(first)] !== '#') first -= 1;
  while (next < sections.length && text[startOf(next)] !== '#') next += 1;
  return { start: first < 0 ? 0 : startOf(first), end: startOf(next) };
}

function codeIn(plan: Plan, stretch: Range): readonly Range[] {
  if (!plan.text.slice(stretch.start, stretch.end).includes('`')) return [];
  return gapsIn(plan, stretch).flatMap((gap) => codeSpans(plan.text, gap));
}
