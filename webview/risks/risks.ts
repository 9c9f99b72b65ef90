/** The section of risks. What draws it is loaded with the first document that has any. */
import type { Actions } from '../actions.ts';
import { LazyView } from '../lazy-view.ts';

export class Risks extends LazyView {
  constructor(actions: Actions) {
    super(
      ({ risks }) => risks.risks.length,
      async () => {
        const { RiskBoard } = await import('./risk-board.ts');
        return new RiskBoard(actions);
      },
    );
  }
}
