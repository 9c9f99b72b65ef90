import type { Actions } from '../actions.ts';
import { LazyView } from '../lazy-view.ts';

/** The decisions of the document, or the one that it is. */
export class Decisions extends LazyView {
  constructor(actions: Actions) {
    super(
      ({ decisions }) => decisions.length,
      async () => {
        const { DecisionList } = await import('./decision-list.ts');
        return new DecisionList(actions);
      },
    );
  }
}
