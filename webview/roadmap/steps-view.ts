/** Phases or waves: what comes after what, and how long it takes. */
import type { Picture } from '../../src/core/picture/picture.ts';
import type { StepsPicture } from '../../src/core/picture/steps.ts';
import type { Actions } from '../actions.ts';
import { element, setText, syncChildren } from '../elements.ts';
import { iconButton } from '../icons.ts';
import type { View } from '../view.ts';
import { StepsGraph } from './graph-view.ts';
import { mermaidOf } from './mermaid-text.ts';
import { ProblemList } from './problem-list.ts';
import { stepCount } from './step-count.ts';
import { markedIn } from './step-graph.ts';
import { namesOf, NOUNS, roundsText, timesText, type Part } from './step-words.ts';
import { TimeLine } from './time-line.ts';

export class StepsView implements View {
  readonly element = element('div', { class: 'steps' });
  private readonly sentence = element('p', { class: 'steps-sentence' });
  private readonly critical = element('p', { class: 'steps-critical' });
  private readonly sums = element('div');
  private readonly counting = element('details', { class: 'steps-counting' }, element('summary', {}, 'How this is counted'), this.sums);
  private readonly head: HTMLElement;
  private readonly words = element('div', { class: 'steps-words' });
  private readonly graph: StepsGraph;
  private readonly problems: ProblemList;
  private readonly times: TimeLine;
  private picture: StepsPicture | undefined;

  constructor(
    private readonly part: Part,
    actions: Actions,
  ) {
    const copy = iconButton('copy', 'Copy as Mermaid', () => this.picture && actions.copy(mermaidOf(this.picture)));
    this.head = element('div', { class: 'steps-head' }, this.words, copy);
    this.graph = new StepsGraph(part, actions);
    this.problems = new ProblemList(`${part}-problem`, actions);
    this.times = new TimeLine(part, actions);
  }

  count(picture: Picture): number {
    return stepCount(picture[this.part]);
  }

  update({ [this.part]: picture }: Picture): void {
    const marked = markedIn(picture);
    const noun = NOUNS[this.part];
    const problems = picture.problems.filter(({ isOrder }) => isOrder);
    const isDrawn = picture.steps.length + picture.outside.length > 1;
    this.picture = picture;
    this.say(picture, marked, noun);
    if (isDrawn) this.graph.update(picture, marked, `Which ${noun} comes after which. The arrow keys move from ${noun} to ${noun}, Enter shows one in the document.`);
    this.problems.update(problems);
    this.times.update(picture, marked);
    syncChildren(this.element, [
      ...(isDrawn ? [this.head, this.graph.element] : []),
      ...(problems.length > 0 ? [this.problems.element] : []),
      this.times.element,
    ]);
  }

  turnPage(): void {
    this.times.turnPage();
  }

  private say(picture: StepsPicture, marked: ReadonlySet<number>, noun: string): void {
    const text = timesText(picture, noun);
    const order = picture.isAsWritten ? `In the order of the document: no ${noun} says what it comes after.` : '';
    setText(this.sentence, `${text?.sentence ?? roundsText(picture, noun)} ${order}`.trim());
    setText(this.critical, marked.size === 0 ? '' : `Critical path: ${namesOf(picture.times?.critical ?? [], picture.steps).join(' → ')}.`);
    const sums = text?.sums ?? [];
    if (this.sums.textContent !== sums.join('')) this.sums.replaceChildren(...sums.map((sum) => element('p', {}, sum)));
    syncChildren(this.words, [
      this.sentence,
      ...(marked.size === 0 ? [] : [this.critical]),
      ...(text === undefined ? [] : [this.counting]),
    ]);
  }
}
