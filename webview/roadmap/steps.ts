import type { Actions } from '../actions.ts';
import { LazyView } from '../lazy-view.ts';
import { stepCount } from './step-count.ts';
import type { Part } from './step-words.ts';

/** Phases or waves as a part of the panel. What draws them is loaded with the first document that has some. */
export class Steps extends LazyView {
  constructor(part: Part, actions: Actions) {
    super((picture) => stepCount(picture[part]), async () => new (await import('./steps-view.ts')).StepsView(part, actions));
  }
}
