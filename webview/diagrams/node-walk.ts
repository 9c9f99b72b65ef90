/** The keyboard's way through the nodes of a picture: one button lies on the node that has the focus, and goes from node to node. */
import { element } from '../elements.ts';
import { inReadingOrder, neighbour, type Side } from './neighbours.ts';
import { nodesIn, type DiagramNode } from './nodes.ts';
import type { Box, Point } from './pan-zoom.ts';

const SIDES: Readonly<Record<string, Side>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
/** Between a node and the ring around it. */
const RING = 4;

export interface WalkedPicture {
  /** The frame. */
  readonly element: HTMLElement;
  readonly svg: SVGSVGElement | undefined;
  /** Where an element stands in the picture, however that is looked at. */
  boxOf(element: Element): Box;
  /** Where that is in the frame now. */
  onScreen(part: Box): Box;
  bringIntoSight(part: Box): void;
  follow(label: string): void;
}

export class NodeWalk {
  private button: HTMLButtonElement | undefined;
  /** As they are read. */
  private nodes: readonly DiagramNode[] = [];
  /** Measured once: a picture is only ever moved as a whole. */
  private boxes: readonly Box[] = [];
  private at = 0;

  constructor(private readonly picture: WalkedPicture) {}

  /** Goes to the first node that is in sight. Says whether there is any. */
  enter(): boolean {
    this.collect();
    if (this.nodes.length === 0) return false;
    this.go(Math.max(0, this.boxes.findIndex((box) => this.isInSight(box))));
    return true;
  }

  /** The middle of the node that has the focus, on the screen. */
  get middle(): Point | undefined {
    if (this.button === undefined) return undefined;
    const { x, y, width, height } = this.screenBox(this.at);
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** The picture was moved: so is what lies on it. */
  follow(): void {
    if (this.button !== undefined) this.lay(this.button, this.at);
  }

  /** The picture was drawn anew: the walk goes on at the node of the same label. */
  redraw(): void {
    if (this.button === undefined) return;
    const label = this.nodes[this.at]?.label;
    const hadFocus = document.activeElement === this.button;
    this.collect();
    const same = this.nodes.findIndex((node) => node.label === label);
    if (same >= 0 && hadFocus) this.go(same);
    else this.leave(hadFocus);
  }

  private collect(): void {
    const { svg } = this.picture;
    const found = (svg === undefined ? [] : nodesIn(svg)).map((node) => ({ node, box: this.picture.boxOf(node.element) }));
    const ordered = inReadingOrder(found.map(({ box }) => box)).flatMap((index) => found[index] ?? []);
    this.nodes = ordered.map(({ node }) => node);
    this.boxes = ordered.map(({ box }) => box);
  }

  private isInSight(box: Box): boolean {
    const { x, y, width, height } = this.picture.onScreen(box);
    const { clientWidth, clientHeight } = this.picture.element;
    return x + width > 0 && y + height > 0 && x < clientWidth && y < clientHeight;
  }

  private screenBox(index: number): Box {
    return this.picture.onScreen(this.boxes[index] ?? NOWHERE);
  }

  private go(index: number): void {
    const node = this.nodes[index];
    if (node === undefined) return;
    this.at = index;
    this.picture.bringIntoSight(this.boxes[index] ?? NOWHERE);
    // A new button, because a changed name of the old one would not be read out.
    const before = this.button;
    const button = this.makeButton(node, index);
    this.button = button;
    this.lay(button, index);
    this.picture.element.append(button);
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: 'nearest' });
    before?.remove();
  }

  private makeButton({ label }: DiagramNode, index: number): HTMLButtonElement {
    const name = `${label.replaceAll('\n', ', ')}, ${index + 1} of ${this.nodes.length}`;
    const button = element('button', { type: 'button', class: 'diagram-node', 'aria-label': name, 'data-live': '' });
    button.addEventListener('keydown', (event) => this.press(event));
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.picture.follow(label);
    });
    // Not where only the window has lost the focus: it comes back to this button.
    button.addEventListener('focusout', () => setTimeout(() => document.activeElement !== button && this.drop(button)));
    return button;
  }

  private press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const side = SIDES[event.key];
    if (event.key === 'Escape') this.leave(true);
    else if (side !== undefined) this.go(neighbour(this.boxes, this.at, side) ?? this.at);
    else if (event.key === 'PageDown') this.go(Math.min(this.at + 1, this.nodes.length - 1));
    else if (event.key === 'PageUp') this.go(Math.max(this.at - 1, 0));
    else if (event.key === 'Home') this.go(0);
    else if (event.key === 'End') this.go(this.nodes.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private leave(takesFocus: boolean): void {
    if (takesFocus) this.picture.element.focus({ preventScroll: true });
    if (this.button !== undefined) this.drop(this.button);
  }

  private drop(button: HTMLButtonElement): void {
    button.remove();
    if (this.button === button) this.button = undefined;
  }

  private lay(button: HTMLButtonElement, index: number): void {
    const { x, y, width, height } = this.screenBox(index);
    const sides = { left: x - RING, top: y - RING, width: width + 2 * RING, height: height + 2 * RING };
    for (const [side, length] of Object.entries(sides)) button.style.setProperty(side, `${length}px`);
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };
