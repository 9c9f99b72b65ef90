/** Where a step stands on the time line: a bar, or a diamond where nobody says how long it takes. */
import { element, setAttributes } from '../elements.ts';
import type { DrawnStep } from './graph-boxes.ts';
import { timeText } from './step-words.ts';

export class TimeBar {
  private readonly done = element('span', { class: 'step-bar-done' });
  private readonly bar = element('span', {}, this.done);
  private readonly spare = element('span', { class: 'step-spare' });
  /** The words of the row say the same. */
  readonly element = element('div', { class: 'step-track', 'aria-hidden': 'true' }, this.spare, this.bar);

  show({ step, picture: { times }, isMarked }: DrawnStep): void {
    const { time, works } = step;
    if (time === undefined || times === undefined) return;
    const { progress } = works;
    const share = (hours: number): string => `${Math.round((hours / times.total) * 10_000) / 100}%`;
    setAttributes(this.bar, { class: time.hours === undefined ? 'step-mark' : 'step-bar' });
    setAttributes(this.element, { title: timeText(step, isMarked) });
    this.bar.style.setProperty('left', share(time.start));
    this.bar.style.setProperty('width', time.hours === undefined ? '' : share(time.end - time.start));
    this.done.style.setProperty('width', `${step.state === 'done' ? 100 : progress === undefined ? 0 : (100 * progress.done) / progress.total}%`);
    this.spare.hidden = time.hours === undefined || time.isCritical || time.slack < 0.01;
    this.spare.style.setProperty('left', share(time.end));
    this.spare.style.setProperty('width', share(time.slack));
  }
}
