/** The steps one below the other: when each begins and ends, and what it holds. */
import type { StepsPicture } from '../../src/core/picture/steps.ts';
import type { StepTime, StepTimes } from '../../src/core/picture/step-times.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setText, syncChildren } from '../elements.ts';
import { Pool } from '../pool.ts';
import { Roving } from '../roving.ts';
import { axisOf } from './durations.ts';
import type { DrawnStep } from './graph-boxes.ts';
import { hasDetails } from './step-details.ts';
import { StepRow } from './step-row.ts';
import { NOUNS, type Part } from './step-words.ts';
import { WorkList } from './work-list.ts';

/** A mark of the axis with its number needs so much room. */
const MARK_WIDTH = 44;

export class TimeLine {
  readonly element = element('div', { class: 'step-times' });
  private readonly axis = element('div', { class: 'step-axis', 'aria-hidden': 'true' });
  private readonly marks = element('div', { class: 'step-marks' });
  private readonly list = element('ol', { class: 'step-rows' });
  private readonly loose: WorkList;
  private readonly others = element('div', { class: 'step-others' });
  private readonly legend = element('ul', { class: 'step-legend', 'aria-hidden': 'true' });
  private readonly more = element('p', { class: 'sentence' });
  private rows: Pool<DrawnStep>;
  private readonly roving = new Roving(this.element, () => [...this.element.querySelectorAll<HTMLElement>('button')]);
  private times: StepTimes | undefined;

  constructor(
    private readonly part: Part,
    private readonly actions: Actions,
  ) {
    this.rows = this.unread();
    this.loose = new WorkList(`${part}-other-work`, actions, true);
    this.others.append(element('h3', {}, 'Other tasks'), this.loose.element);
    this.axis.append(this.marks);
    setAttributes(this.list, { 'aria-label': `The ${NOUNS[part]}s, with what they hold` });
    // What is unfolded brings buttons with it.
    this.list.addEventListener('click', () => this.roving.refresh());
    new ResizeObserver(() => this.rule()).observe(this.element);
  }

  update(picture: StepsPicture, marked: ReadonlySet<number>): void {
    const { steps, times, loose, more } = picture;
    this.times = times;
    this.loose.update(loose);
    setText(this.more, `Only the first ${steps.length} ${NOUNS[this.part]}s are drawn. ${more} more stand in the document.`);
    syncChildren(this.list, this.rows.show(steps.map((step) => ({ step, picture, isMarked: marked.has(step.number) }))));
    const legend = legendOf(picture, marked);
    if (this.legend.textContent !== legend.map(([, words]) => words).join('')) this.legend.replaceChildren(...legend.map(([sign, words]) => element('li', {}, element('span', { class: sign }), words)));
    syncChildren(this.element, [...(times === undefined ? [] : [this.axis]), this.list, ...(legend.length > 0 ? [this.legend] : []), ...(more > 0 ? [this.more] : []), ...(loose.items.length > 0 ? [this.others] : [])]);
    setAttributes(this.element, { 'data-plain': steps.some((step) => hasDetails(step, picture)) ? undefined : 'true', 'data-timed': times === undefined ? undefined : 'true' });
    this.rule();
    this.roving.refresh();
  }

  /** Another document follows: what the reader has unfolded was in the last one. */
  turnPage(): void {
    this.rows = this.unread();
  }

  private unread(): Pool<DrawnStep> {
    return new Pool((number) => new StepRow(this.part, number, this.actions));
  }

  /** As many marks as there is room for. */
  private rule(): void {
    const { times } = this;
    const width = this.marks.clientWidth;
    if (times === undefined || width === 0) return;
    const { unit, every, marks } = axisOf(times.total, Math.max(2, Math.floor(width / MARK_WIDTH)));
    const texts = marks.map(({ at, number }, index) => ({ text: index === 0 ? `${unit} ${number}` : String(number), left: `${(100 * at) / times.total}%` }));
    if (this.marks.dataset['marks'] !== JSON.stringify(texts)) {
      this.marks.dataset['marks'] = JSON.stringify(texts);
      this.marks.replaceChildren(...texts.map(({ text, left }) => markAt(text, left)));
    }
    this.element.style.setProperty('--every', `${(100 * every) / times.total}%`);
  }
}

/** The signs that occur, each with what it stands for. */
function legendOf({ steps }: StepsPicture, marked: ReadonlySet<number>): readonly (readonly [sign: string, words: string])[] {
  const has = (test: (time: StepTime) => boolean): boolean => steps.some(({ time }) => time !== undefined && test(time));
  const signs: readonly (readonly [string, string, boolean])[] = [
    ['step-key critical', 'critical path', marked.size > 0],
    ['step-key spare', 'time to spare', has(({ hours, slack, isCritical }) => hours !== undefined && !isCritical && slack >= 0.01)],
    ['step-key untimed', 'no effort given', has(({ hours }) => hours === undefined)],
  ];
  return signs.flatMap(([sign, words, isThere]) => (isThere ? [[sign, words] as const] : []));
}

function markAt(text: string, left: string): HTMLElement {
  const mark = element('span', { class: 'step-tick' }, text);
  mark.style.setProperty('left', left);
  return mark;
}
