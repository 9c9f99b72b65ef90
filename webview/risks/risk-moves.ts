/** One risk on its way to another cell, by mouse or keyboard: shown where it would be put, and said aloud. */
import type { Axis } from '../../src/core/picture/risk-levels.ts';
import type { Actions, Rating } from '../actions.ts';
import { element, setText } from '../elements.ts';
import { placeInWords } from './risk-facts.ts';
import type { Place, Standing } from './risk-layout.ts';
import type { RiskDotMark } from './risk-marks.ts';
import type { RiskMatrix } from './risk-matrix.ts';

/** So long the reader sees what was asked for; by then the editor has written it, or said why not. */
const PATIENCE_MS = 2000;

export class RiskMoves {
  /** Read out when it changes. */
  readonly voice = element('div', { class: 'unseen', 'aria-live': 'polite', 'data-live': '' });
  private readonly ghost = element('span', { class: 'risk-ghost', 'aria-hidden': 'true' });
  private mark: RiskDotMark | undefined;
  private aimed: Place | undefined;
  private timer: number | undefined;

  constructor(
    private readonly matrix: RiskMatrix,
    private readonly scale: () => readonly string[],
    private readonly actions: Actions,
  ) {}

  get carried(): RiskDotMark | undefined {
    return this.mark;
  }

  /** Where the risk would be put now; at first, where it stands. */
  get place(): Place | undefined {
    return this.aimed ?? this.mark?.standing.place;
  }

  pick(mark: RiskDotMark): void {
    this.cancel();
    this.mark = mark;
    mark.button.classList.add('carried');
    setText(this.ghost, String(mark.standing.risk.number));
  }

  /** Over no cell there is no place. */
  aim(place: Place | undefined): void {
    if (this.mark === undefined) return;
    this.aimed = place;
    this.matrix.aim(place, this.ghost);
  }

  say(text: string): void {
    setText(this.voice, text);
  }

  sayPlace(): void {
    if (this.mark !== undefined) this.say(`${called(this.mark.standing)}: ${placeInWords(this.place ?? {}, { scale: this.scale() })}`);
  }

  /** Asks for the levels of the cell; says whether there is anything to ask for. */
  drop(): boolean {
    const { mark, aimed } = this;
    const rating = mark && aimed && ratingFor(mark.standing, aimed);
    if (mark === undefined || rating === undefined) {
      this.cancel();
      return false;
    }
    this.sayPlace();
    this.actions.rate(mark.standing.risk, rating);
    mark.button.classList.remove('carried');
    mark.button.classList.add('sent');
    this.mark = undefined;
    this.timer = window.setTimeout(() => this.settle(), PATIENCE_MS);
    return true;
  }

  cancel(): void {
    this.mark?.button.classList.remove('carried');
    this.mark = undefined;
    this.settle();
  }

  /** A new picture is there: what was asked for stands in it, or will not come. */
  settle(): void {
    window.clearTimeout(this.timer);
    for (const sent of document.querySelectorAll('.risk-dot.sent')) sent.classList.remove('sent');
    if (this.mark !== undefined && this.mark.button.isConnected) return this.aim(this.aimed);
    this.mark = undefined;
    this.aimed = undefined;
    this.matrix.aim(undefined, this.ghost);
  }
}

/** "Risk 2 No signal at sea", and after mitigation it is called so. */
export function called({ risk, when }: Standing): string {
  return `Risk ${risk.number} ${risk.name}${when === 'mitigated' ? ' after mitigation' : ''}`;
}

/** Only what changes; nothing where nothing does. */
export function ratingFor({ when, place }: Standing, to: Place): Rating | undefined {
  const changed = (['probability', 'impact'] as const satisfies readonly Axis[]).flatMap((axis) => (to[axis] === undefined || to[axis] === place[axis] ? [] : [[axis, to[axis]] as const]));
  return changed.length === 0 ? undefined : { ...Object.fromEntries(changed), when };
}
