/** What a mouse, a finger or a trackpad does to a picture: it is moved, and made larger and smaller. */
import type { Point } from './pan-zoom.ts';

export interface Movable {
  /** Says whether there was anywhere to go. */
  pan(x: number, y: number): boolean;
  /** At a place of the screen, from the frame's corner. */
  zoom(factor: number, at: Point): void;
  /** Whether a plain wheel moves the picture, because there is no page to scroll. */
  readonly takesWheel: boolean;
}

/** A hand that clicks is not quite still. */
const STILL = 4;
/** What a notch of a wheel says at least; a trackpad that is pinched says less, and more often. */
const NOTCH = 50;
const LINE = 16;

/** Calls `clicked` for presses that were no drags. */
export function listenToHands(frame: HTMLElement, picture: Movable, clicked: (event: MouseEvent) => void): void {
  frame.addEventListener('wheel', (event) => roll(event, frame, picture), { passive: false });
  const drag = new Drag(frame, picture);
  frame.addEventListener('click', (event) => {
    if (!drag.hasMoved) clicked(event);
  });
}

function roll(event: WheelEvent, frame: HTMLElement, picture: Movable): void {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
  const [x, y] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    picture.zoom(Math.exp(-y * (Math.abs(y) < NOTCH ? 0.01 : 0.002)), placeIn(frame, event));
  } else if (picture.takesWheel) {
    event.preventDefault();
    picture.pan(-x, -y);
  } else if (Math.abs(x) > Math.abs(y) && picture.pan(-x, 0)) {
    event.preventDefault();
  }
}

/** One pointer drags, two pinch. */
class Drag {
  hasMoved = false;
  private readonly pointers = new Map<number, Point>();
  private start: Point = { x: 0, y: 0 };

  constructor(
    private readonly frame: HTMLElement,
    private readonly picture: Movable,
  ) {
    frame.addEventListener('pointerdown', (event) => this.press(event));
    frame.addEventListener('pointermove', (event) => this.move(event));
    for (const end of ['pointerup', 'pointercancel'] as const) frame.addEventListener(end, (event) => this.release(event));
    // A finger belongs to what it touched first, and that loses it to the frame.
    frame.addEventListener('lostpointercapture', (event) => event.target === frame && this.release(event));
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    if (this.pointers.size === 0) {
      this.hasMoved = false;
      this.start = { x: event.clientX, y: event.clientY };
    }
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  private move(event: PointerEvent): void {
    // Let go of where we could not hear it.
    if (event.buttons === 0) this.release(event);
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!this.hasMoved && Math.hypot(now.x - this.start.x, now.y - this.start.y) < STILL && this.pointers.size === 1) return;
    if (!this.hasMoved) this.take(event.pointerId);
    this.pointers.set(event.pointerId, now);
    const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId);
    if (other !== undefined) this.pinch(before, now, other[1]);
    this.picture.pan((now.x - before.x) / this.pointers.size, (now.y - before.y) / this.pointers.size);
  }

  /** From now on it is ours, wherever it goes: it is no click. */
  private take(pointer: number): void {
    this.hasMoved = true;
    this.frame.setPointerCapture(pointer);
    this.frame.classList.add('dragged');
  }

  private pinch(before: Point, now: Point, other: Point): void {
    const [from, to] = [distance(before, other), distance(now, other)];
    if (from === 0 || to === 0) return;
    const { left, top } = this.frame.getBoundingClientRect();
    this.picture.zoom(to / from, { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top });
  }

  private release(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size === 0) this.frame.classList.remove('dragged');
  }
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function placeIn(frame: HTMLElement, { clientX, clientY }: MouseEvent): Point {
  const { left, top } = frame.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
