/** Moves risks by mouse, pen and finger: a copy of the dot follows the pointer, and the cell below it is marked. */
import { element } from '../elements.ts';
import type { RiskDotMark } from './risk-marks.ts';
import type { RiskMatrix } from './risk-matrix.ts';
import type { RiskMoves } from './risk-moves.ts';

/** A press that moves less is a click. */
const SLACK = 4;

interface Press {
  readonly mark: RiskDotMark;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
}

export class RiskDrag {
  private readonly copy = element('div', { class: 'risk-copy', 'aria-hidden': 'true' });
  private press: Press | undefined;
  private isMoving = false;
  /** The press has become a move: wherever it ends, it is no click. */
  private isNoClick = false;

  constructor(
    private readonly chart: HTMLElement,
    private readonly matrix: RiskMatrix,
    private readonly moves: RiskMoves,
    private readonly markOf: (target: EventTarget | null) => RiskDotMark | undefined,
  ) {
    chart.addEventListener('pointerdown', (event) => this.down(event));
    chart.addEventListener('pointermove', (event) => this.move(event));
    chart.addEventListener('pointerup', (event) => this.up(event));
    for (const end of ['pointercancel', 'lostpointercapture'] as const) chart.addEventListener(end, () => this.stop());
    chart.addEventListener('dragstart', (event) => event.preventDefault());
    chart.addEventListener('click', (event) => this.isNoClick && swallow(event), true);
  }

  private down(event: PointerEvent): void {
    const mark = event.button === 0 && event.isPrimary ? this.markOf(event.target) : undefined;
    this.stop();
    if (mark !== undefined) this.press = { mark, pointer: event.pointerId, x: event.clientX, y: event.clientY };
  }

  private move(event: PointerEvent): void {
    const { press } = this;
    if (press?.pointer !== event.pointerId) return;
    if (!this.isMoving) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < SLACK) return;
      this.begin(press);
    }
    this.copy.style.translate = `${event.clientX}px ${event.clientY}px`;
    this.moves.aim(this.matrix.placeAt(document.elementFromPoint(event.clientX, event.clientY)));
  }

  private begin({ mark, pointer }: Press): void {
    this.isMoving = true;
    this.isNoClick = true;
    const release = (): void => void window.setTimeout(() => (this.isNoClick = false));
    for (const end of ['pointerup', 'pointercancel'] as const) window.addEventListener(end, release, { once: true });
    mark.button.setPointerCapture(pointer);
    this.moves.pick(mark);
    this.copy.replaceChildren(mark.button.textContent);
    this.chart.append(this.copy);
    document.documentElement.classList.add('moving-risk');
    window.addEventListener('keydown', this.escape, true);
  }

  private up(event: PointerEvent): void {
    if (this.isMoving && this.press?.pointer === event.pointerId) this.moves.drop();
    this.stop();
  }

  /** What was not dropped stays where it was. */
  private stop(): void {
    if (this.isMoving) {
      this.isMoving = false;
      this.copy.remove();
      document.documentElement.classList.remove('moving-risk');
      window.removeEventListener('keydown', this.escape, true);
      if (this.moves.carried !== undefined) this.moves.cancel();
    }
    this.press = undefined;
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    swallow(event);
    this.stop();
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
