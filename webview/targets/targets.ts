import type { Actions } from '../actions.ts';
import { LazyView } from '../lazy-view.ts';

/** What the system has to reach. */
export class Targets extends LazyView {
  constructor(actions: Actions) {
    super(
      ({ targets }) => targets.reduce((sum, group) => sum + group.targets.length, 0),
      async () => {
        const { TargetTable } = await import('./target-table.ts');
        return new TargetTable(actions);
      },
    );
  }
}
