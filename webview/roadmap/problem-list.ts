/** What is wrong with steps, in the words of the checks: each line shows its place in the document. */
import type { StepProblem } from '../../src/core/picture/step-problems.ts';
import type { Actions } from '../actions.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import { Pool, type Mark } from '../pool.ts';

export class ProblemList {
  readonly element = element('ul', { class: 'step-problems', 'aria-label': 'Findings' });
  private readonly items: Pool<StepProblem>;

  constructor(mark: string, actions: Actions) {
    this.items = new Pool((number) => new ProblemItem(mark, number, actions));
  }

  update(problems: readonly StepProblem[]): void {
    syncChildren(this.element, this.items.show(problems));
  }
}

class ProblemItem implements Mark<StepProblem> {
  readonly element: HTMLElement;
  private readonly button: HTMLButtonElement;
  private readonly severity = element('span', { class: 'unseen' });
  private readonly text = element('span', { dir: 'auto' });

  private problem: StepProblem | undefined;

  constructor(mark: string, number: number, actions: Actions) {
    this.button = element('button', { type: 'button', class: 'step-problem', 'data-mark': mark, 'data-number': String(number) }, this.severity, this.text);
    this.button.addEventListener('click', () => this.problem && actions.reveal(this.problem.range));
    this.element = element('li', {}, this.button);
  }

  show(problem: StepProblem): void {
    this.problem = problem;
    setText(this.severity, `${problem.severity}: `);
    setText(this.text, problem.message);
    setAttributes(this.button, { 'data-level': problem.severity });
    setPlace(this.button, problem);
  }
}
