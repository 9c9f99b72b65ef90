/** The boxes of the picture: buttons that show their step in the document; kept by number, so that the focus stays with it. */
import type { OutsideStep, StepPicture, StepsPicture } from '../../src/core/picture/steps.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setPlace, setText } from '../elements.ts';
import type { Mark } from '../pool.ts';
import { effortText, fullName, timeText, unseenText, type Part } from './step-words.ts';

/** A step as it is drawn. */
export interface DrawnStep {
  readonly step: StepPicture;
  readonly picture: StepsPicture;
  /** Whether it is shown to be on the critical path. */
  readonly isMarked: boolean;
}

export class StepBox implements Mark<DrawnStep> {
  readonly element = element('li');
  private readonly button: HTMLButtonElement;
  private readonly label = element('span', { class: 'step-label' });
  private readonly title = element('span', { class: 'step-title', dir: 'auto' });
  private readonly facts = element('span', { class: 'step-facts' });
  private readonly unseen = element('span', { class: 'unseen' });
  private step: StepPicture | undefined;

  constructor(part: Part, number: number, actions: Actions) {
    this.button = element('button', { type: 'button', class: 'step-box', 'data-mark': `${part}-box`, 'data-number': String(number) });
    this.button.append(this.label, ' ', this.title, ' ', this.facts, this.unseen);
    this.button.addEventListener('click', () => this.step && actions.reveal(this.step.range));
    this.element.append(this.button);
  }

  show({ step, picture, isMarked }: DrawnStep): void {
    this.step = step;
    const { label, title, state } = step;
    const time = timeText(step, isMarked);
    setText(this.label, title === undefined ? '' : (label ?? ''));
    setText(this.title, title ?? label ?? fullName(step));
    setText(this.facts, boxFacts(step));
    setText(this.unseen, unseenText(step, picture, isMarked));
    setPlace(this.button, step);
    setAttributes(this.button, {
      'data-state': state,
      'data-critical': isMarked ? 'true' : undefined,
      'data-wrong': picture.problems.some(({ isOrder, steps }) => isOrder && steps.includes(step.number)) ? 'true' : undefined,
      title: [fullName(step), time && time.charAt(0).toUpperCase() + time.slice(1)].filter((line) => line !== undefined).join('\n'),
    });
  }
}

/** What steps wait for that is not among them. */
export class OutsideBox implements Mark<OutsideStep> {
  readonly element = element('li');
  private readonly button: HTMLButtonElement;
  private readonly name = element('span', { class: 'step-title' });
  private readonly facts = element('span', { class: 'step-facts' });
  private step: OutsideStep | undefined;

  constructor(part: Part, number: number, actions: Actions) {
    this.button = element('button', { type: 'button', class: 'step-box outside', 'data-mark': `${part}-outside`, 'data-number': String(number) }, this.name, ' ', this.facts);
    this.button.addEventListener('click', () => this.step && actions.reveal(this.step.range));
    this.element.append(this.button);
  }

  show(step: OutsideStep): void {
    this.step = step;
    const where = step.isMissing ? 'not in this plan' : 'told elsewhere';
    setText(this.name, step.name);
    setText(this.facts, where);
    setPlace(this.button, step);
    setAttributes(this.button, { 'data-wrong': step.isMissing ? 'true' : undefined });
  }
}

/** "4 weeks · 3/8" */
export function boxFacts(step: StepPicture): string {
  const { progress } = step.works;
  return [effortText(step), progress && `${progress.done}/${progress.total}`].filter((fact) => fact !== undefined).join(' · ');
}
