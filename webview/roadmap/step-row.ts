/** One step in words, with its bar on the time line, and what it holds folded away below. */
import type { StepPicture } from '../../src/core/picture/steps.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import type { Mark } from '../pool.ts';
import type { DrawnStep } from './graph-boxes.ts';
import { hasDetails, problemsOf, StepDetails } from './step-details.ts';
import { fullName, rowFacts, timeText, type Part } from './step-words.ts';
import { TimeBar } from './time-bar.ts';

export class StepRow implements Mark<DrawnStep> {
  readonly element = element('li', { class: 'step-row' });
  private readonly toggle: HTMLButtonElement;
  private readonly name: HTMLButtonElement;
  private readonly label = element('span', { class: 'step-label' });
  private readonly title = element('span', { class: 'step-title', dir: 'auto' });
  private readonly facts = element('span', { class: 'step-facts' });
  private readonly faults = element('span', { class: 'step-faults' });
  private readonly when = element('span', { class: 'unseen' });
  private readonly bar = new TimeBar();
  private readonly details: StepDetails;
  /** As the reader left it; until then, what is under way is open. */
  private isOpen: boolean | undefined;
  private shown: DrawnStep | undefined;

  constructor(part: Part, number: number, actions: Actions) {
    const marked = (kind: string): Record<string, string> => ({ type: 'button', class: `step-${kind}`, 'data-mark': `${part}-${kind}`, 'data-number': String(number) });
    this.name = element('button', marked('name'));
    this.name.append(this.label, ' ', this.title, ' ', element('span', { class: 'step-below' }, this.facts, this.faults), this.when);
    this.name.addEventListener('click', () => this.shown && actions.reveal(this.shown.step.range));
    this.toggle = element('button', marked('toggle'), element('span', { class: 'twistie', 'aria-hidden': 'true' }));
    this.toggle.addEventListener('click', () => {
      this.isOpen = this.toggle.getAttribute('aria-expanded') !== 'true';
      if (this.shown !== undefined) this.unfold(this.shown);
    });
    this.details = new StepDetails(part, number, actions);
  }

  show(shown: DrawnStep): void {
    this.shown = shown;
    const { step, picture, isMarked } = shown;
    const { label, title } = step;
    const problems = problemsOf(step.number, picture);
    const time = timeText(step, isMarked);
    setText(this.label, title === undefined ? '' : (label ?? ''));
    setText(this.title, title ?? label ?? fullName(step));
    setText(this.facts, rowFacts(step, picture));
    setText(this.faults, problems.length === 0 ? '' : problems.length === 1 ? '1 finding' : `${problems.length} findings`);
    this.faults.hidden = problems.length === 0;
    setText(this.when, time === undefined ? '' : `, ${time}`);
    setPlace(this.name, step);
    setAttributes(this.element, {
      'data-state': step.state,
      'data-critical': isMarked ? 'true' : undefined,
      'data-wrong': problems.some(({ severity }) => severity === 'error') ? 'true' : undefined,
    });
    this.bar.show(shown);
    this.unfold(shown);
  }

  /** What is folded away is not built either. */
  private unfold({ step, picture }: DrawnStep): void {
    const isFoldable = hasDetails(step, picture);
    // What was open stays open when its last task is ticked.
    if (step.works.areTasks) this.isOpen ??= isUnderWay(step);
    const isOpen = isFoldable && this.isOpen === true;
    if (isOpen) this.details.update(step, picture);
    setAttributes(this.toggle, { 'aria-label': `What ${fullName(step)} holds`, 'aria-expanded': String(isOpen), 'aria-controls': isOpen ? this.details.element.id : undefined });
    syncChildren(this.element, [...(isFoldable ? [this.toggle] : []), this.name, ...(step.time === undefined ? [] : [this.bar.element]), ...(isOpen ? [this.details.element] : [])]);
  }
}

/** Tasks are what such a document is there for. */
function isUnderWay({ works: { progress } }: StepPicture): boolean {
  return progress !== undefined && progress.done < progress.total;
}
