/** The frame in which a picture is looked at: moved, made larger and smaller, and walked through. */
import { element, setAttributes, setText } from '../elements.ts';
import { listenToHands, type Movable } from './gestures.ts';
import { NodeWalk, type WalkedPicture } from './node-walk.ts';
import { nodeAt } from './nodes.ts';
import { carried, fitted, frameHeight, isLarger, isSame, panned, reframed, revealing, zoomed, type Box, type Look, type Point, type Size } from './pan-zoom.ts';

const KEY_STEP = 60;
const KEY_ZOOM = 1.25;
/** In the full panel a small picture is shown larger than it was drawn. */
const LARGEST_IN_FULL = 2;
/** While a picture moves it is a layer of its own; at rest it is drawn sharp. */
const REST_MS = 200;

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: KEY_STEP, y: 0 },
  ArrowRight: { x: -KEY_STEP, y: 0 },
  ArrowUp: { x: 0, y: KEY_STEP },
  ArrowDown: { x: 0, y: -KEY_STEP },
};

export class Canvas implements Movable, WalkedPicture {
  private readonly level = element('span', { class: 'diagram-level', role: 'status', 'data-live': '' });
  private readonly walk: NodeWalk;
  private drawn: SVGSVGElement | undefined;
  private picture: Size = { width: 1, height: 1 };
  private frame: Size = { width: 0, height: 0 };
  private look: Look = { scale: 1, x: 0, y: 0 };
  private isFitted = true;
  private isFull = false;
  private resting: number | undefined;

  constructor(
    readonly element: HTMLElement,
    readonly follow: (label: string) => void,
  ) {
    this.walk = new NodeWalk(this);
    listenToHands(this.element, this, ({ target }) => this.click(target));
    this.element.addEventListener('keydown', (event) => this.press(event));
    this.element.addEventListener('pointerover', ({ target }) => this.element.classList.toggle('on-node', nodeAt(target) !== undefined));
    new ResizeObserver(() => this.measure()).observe(this.element);
  }

  get svg(): SVGSVGElement | undefined {
    return this.drawn;
  }

  get takesWheel(): boolean {
    return this.isFull;
  }

  /** The same part of the picture is seen as before, where it is still the same picture. */
  draw(svg: SVGSVGElement): void {
    const before = this.drawn === undefined ? undefined : this.picture;
    this.picture = sizeOf(svg);
    svg.removeAttribute('style');
    setAttributes(svg, { class: `${svg.getAttribute('class') ?? ''} diagram-picture`.trim(), width: String(this.picture.width), height: String(this.picture.height) });
    if (this.drawn === undefined) this.element.replaceChildren(svg, this.level);
    else this.drawn.replaceWith(svg);
    this.drawn = svg;
    setAttributes(this.element, { tabindex: '0', role: 'group', 'aria-describedby': 'diagram-keys', 'aria-keyshortcuts': 'Plus - 0 F Enter' });
    this.measure();
    const kept = before === undefined || this.isFitted ? undefined : carried(this.look, before, this.picture, this.frame);
    if (kept === undefined) this.fit();
    else this.see(kept);
    this.walk.redraw();
  }

  name(label: string): void {
    setAttributes(this.element, { 'aria-label': label });
    if (this.drawn !== undefined) setAttributes(this.drawn, { 'aria-label': label });
  }

  fit(): void {
    this.see(this.whole);
  }

  zoom(factor: number, at: Point = this.walk.middle ?? { x: this.frame.width / 2, y: this.frame.height / 2 }): void {
    this.move(zoomed(this.look, this.picture, this.frame, factor, at));
  }

  enlarge(): void {
    this.zoom(KEY_ZOOM);
  }

  reduce(): void {
    this.zoom(1 / KEY_ZOOM);
  }

  pan(x: number, y: number): boolean {
    return this.move(panned(this.look, this.picture, this.frame, x, y));
  }

  /** In the full panel its frame is as high as the panel leaves it. */
  fill(isFull: boolean): void {
    this.isFull = isFull;
    this.element.style.height = '';
    this.measure();
    this.fit();
  }

  boxOf(node: Element): Box {
    const { left, top } = this.element.getBoundingClientRect();
    const { x, y, width, height } = node.getBoundingClientRect();
    const { scale } = this.look;
    return { x: (x - left - this.look.x) / scale, y: (y - top - this.look.y) / scale, width: width / scale, height: height / scale };
  }

  onScreen({ x, y, width, height }: Box): Box {
    const { scale } = this.look;
    return { x: x * scale + this.look.x, y: y * scale + this.look.y, width: width * scale, height: height * scale };
  }

  bringIntoSight(part: Box): void {
    this.move(revealing(this.look, this.picture, this.frame, part));
  }

  private get whole(): Look {
    return fitted(this.picture, this.frame, this.isFull ? LARGEST_IN_FULL : 1);
  }

  private move(look: Look): boolean {
    if (this.drawn === undefined || isSame(look, this.look)) return false;
    this.element.classList.add('moving');
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => this.element.classList.remove('moving'), REST_MS);
    this.see(look);
    return true;
  }

  private see(look: Look): void {
    const { drawn, element: frame } = this;
    if (drawn === undefined) return;
    this.look = look;
    this.isFitted = isSame(look, this.whole);
    drawn.style.transform = `translate(${look.x}px, ${look.y}px) scale(${look.scale})`;
    frame.classList.toggle('movable', isLarger(look, this.picture, this.frame));
    setText(this.level, this.isFitted ? '' : `${Math.round(look.scale * 100)} %`);
    this.walk.follow();
  }

  private measure(): void {
    if (this.drawn === undefined || this.element.clientWidth === 0) return;
    if (!this.isFull) this.element.style.height = `${frameHeight(this.picture, this.element.clientWidth)}px`;
    const before = this.frame;
    this.frame = { width: this.element.clientWidth, height: this.element.clientHeight };
    if (before.width === this.frame.width && before.height === this.frame.height) return;
    this.see(this.isFitted ? this.whole : reframed(this.look, this.picture, before, this.frame));
  }

  private click(target: EventTarget | null): void {
    const node = nodeAt(target);
    if (node !== undefined) this.follow(node.label);
  }

  /** An arrow that has nowhere to go scrolls the page. */
  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target !== this.element) return;
    const step = ARROWS[event.key];
    const isDone = step === undefined ? event.key === 'Enter' && this.walk.enter() : this.pan(step.x, step.y);
    if (isDone) event.preventDefault();
  }
}

/** The size in which mermaid drew it. */
function sizeOf(svg: SVGSVGElement): Size {
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/).map(Number);
  const given = (name: string): number => Number.parseFloat(svg.getAttribute(name) ?? '');
  return { width: positive(width, given('width')), height: positive(height, given('height')) };
}

function positive(...lengths: readonly (number | undefined)[]): number {
  return lengths.find((length) => length !== undefined && Number.isFinite(length) && length > 0) ?? 300;
}
