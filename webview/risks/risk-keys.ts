/** Moves risks by keyboard: Space picks one up and the arrow keys move it, or the arrow keys move it at once while Alt is held. */
import type { Grid, Place } from './risk-layout.ts';
import type { RiskDotMark } from './risk-marks.ts';
import { called, type RiskMoves } from './risk-moves.ts';

/** By Alt, a risk is put down when the key is let go, or when nothing has moved for so long. */
const REST_MS = 900;

const STEPS: Readonly<Record<string, readonly [across: number, up: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class RiskKeys {
  private isQuick = false;
  private timer: number | undefined;

  constructor(
    chart: HTMLElement,
    private readonly grid: () => Grid | undefined,
    private readonly moves: RiskMoves,
    private readonly markOf: (target: EventTarget | null) => RiskDotMark | undefined,
  ) {
    // Before the arrow keys move the focus, and before the editor hears of them: with Alt they go back and forward there.
    chart.addEventListener('keydown', (event) => this.handled(event, this.press(event)), true);
    chart.addEventListener('keyup', (event) => this.handled(event, this.release(event)), true);
    chart.addEventListener('focusout', () => this.moves.carried !== undefined && !this.isMovedByMouse() && this.letGo());
  }

  private press(event: KeyboardEvent): boolean {
    const mark = this.markOf(event.target);
    if (mark === undefined || this.isMovedByMouse() || event.ctrlKey || event.metaKey || event.shiftKey) return false;
    const step = STEPS[event.key];
    if (this.moves.carried === undefined) return this.begin(event, mark, step);
    if (step !== undefined) this.step(step);
    else if (event.key === 'Enter' || event.key === ' ') this.putDown();
    else if (event.key === 'Escape') this.letGo();
    else if (event.key === 'Tab') {
      this.letGo();
      return false;
    }
    return true;
  }

  private begin(event: KeyboardEvent, mark: RiskDotMark, step: readonly [number, number] | undefined): boolean {
    if (event.key === ' ' && !event.altKey) {
      this.pick(mark, false);
      this.moves.say(`${called(mark.standing)} is picked up. The arrow keys move it, Space puts it down, Escape leaves it where it is.`);
      return true;
    }
    if (!event.altKey || step === undefined) return false;
    this.pick(mark, true);
    this.step(step);
    return true;
  }

  private pick(mark: RiskDotMark, isQuick: boolean): void {
    this.moves.pick(mark);
    this.isQuick = isQuick;
  }

  private step(step: readonly [number, number]): void {
    const grid = this.grid();
    if (grid === undefined) return;
    this.moves.aim(stepped(grid, this.moves.place ?? {}, step));
    this.moves.sayPlace();
    window.clearTimeout(this.timer);
    if (this.isQuick) this.timer = window.setTimeout(() => this.putDown(), REST_MS);
  }

  /** Space would press the button again when it comes up. */
  private release(event: KeyboardEvent): boolean {
    if (event.key === 'Alt' && this.isQuick && this.moves.carried !== undefined) {
      this.putDown();
      return true;
    }
    return event.key === ' ' && this.markOf(event.target) !== undefined;
  }

  private putDown(): void {
    const mark = this.moves.carried;
    if (!this.moves.drop() && mark !== undefined) this.stays(mark);
    this.end();
  }

  private letGo(): void {
    const mark = this.moves.carried;
    this.moves.cancel();
    if (mark !== undefined) this.stays(mark);
    this.end();
  }

  private stays({ standing }: RiskDotMark): void {
    this.moves.say(`${called(standing)} stays where it was.`);
  }

  private end(): void {
    window.clearTimeout(this.timer);
    this.isQuick = false;
  }

  private isMovedByMouse(): boolean {
    return document.documentElement.classList.contains('moving-risk');
  }

  private handled(event: KeyboardEvent, isOurs: boolean): void {
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The next cell in a direction; from beside the grid, the cell that has what is known of the risk, else one in the middle. */
export function stepped({ rowAxis, columnAxis, columns }: Grid, from: Place, [across, up]: readonly [number, number]): Place {
  const axes = rowAxis === undefined ? [columnAxis] : [columnAxis, rowAxis];
  const isInGrid = axes.every((axis) => from[axis] !== undefined);
  const last = columns.length - 1;
  const moved = axes.map((axis) => {
    const rank = from[axis] ?? Math.floor(last / 2);
    const by = axis === columnAxis ? across : up;
    return [axis, isInGrid ? Math.min(last, Math.max(0, rank + by)) : rank] as const;
  });
  return Object.fromEntries(moved);
}
