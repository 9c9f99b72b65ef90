/** What a step holds: its goal, what is wrong with it, its tasks or what it delivers, its files. */
import type { StepPicture, StepsPicture } from '../../src/core/picture/steps.ts';
import type { StepProblem } from '../../src/core/picture/step-problems.ts';
import type { Actions } from '../actions.ts';
import { element, setText, syncChildren } from '../elements.ts';
import { ProblemList } from './problem-list.ts';
import type { Part } from './step-words.ts';
import { WorkList } from './work-list.ts';

/** A step that nobody has written yet has a finding for each blank. */
const MOST_PROBLEMS = 5;

export class StepDetails {
  readonly element: HTMLElement;
  private readonly goal = element('p', { dir: 'auto' });
  private readonly files = element('p', { class: 'step-files' });
  private readonly more = element('p', { class: 'step-facts' });
  private readonly problems: ProblemList;
  private readonly works: WorkList;

  constructor(part: Part, number: number, actions: Actions) {
    this.element = element('div', { class: 'step-details', id: `${part}-${number}-details` });
    this.problems = new ProblemList(`${part}-${number}-problem`, actions);
    this.works = new WorkList(`${part}-${number}-work`, actions);
  }

  update({ goal, files, works, number }: StepPicture, picture: StepsPicture): void {
    const problems = problemsOf(number, picture);
    setText(this.goal, goal ?? '');
    setText(this.files, `Files: ${files.join(', ')}`);
    setText(this.more, `${problems.length - MOST_PROBLEMS} more findings stand in the document.`);
    this.problems.update(problems.slice(0, MOST_PROBLEMS));
    this.works.update(works);
    syncChildren(this.element, [
      ...(goal === undefined ? [] : [this.goal]),
      ...(problems.length === 0 ? [] : [this.problems.element]),
      ...(problems.length > MOST_PROBLEMS ? [this.more] : []),
      ...(works.items.length === 0 ? [] : [this.works.element]),
      ...(files.length === 0 ? [] : [this.files]),
    ]);
  }
}

export function hasDetails({ goal, files, works, number }: StepPicture, picture: StepsPicture): boolean {
  return goal !== undefined || files.length > 0 || works.items.length > 0 || problemsOf(number, picture).length > 0;
}

export function problemsOf(number: number, { problems }: StepsPicture): readonly StepProblem[] {
  return problems.filter(({ steps }) => steps.includes(number));
}
