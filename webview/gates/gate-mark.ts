/** One gate: a box that ticks in the document, and the text beside it, which leads there. */
import type { GatePicture, GateState } from '../../src/core/picture/gates.ts';
import { element, setAttributes, setPlace, setText } from '../elements.ts';
import type { Mark } from '../pool.ts';
import type { Tickable } from './ticks.ts';

export interface GateEvents {
  tick(mark: GateMark, done: boolean): void;
  reveal(gate: GatePicture): void;
}

/** What is seen of a state is said as well. */
const SAID: Readonly<Record<GateState, string>> = { done: '', open: '', unwritten: '', dropped: ' (does not apply)' };

export class GateMark implements Mark<GatePicture>, Tickable {
  readonly element = element('li', { class: 'gate' });
  private readonly box: HTMLInputElement;
  private readonly text: HTMLButtonElement;
  private readonly words = element('span', { dir: 'auto' });
  private readonly remark = element('span', { class: 'unseen' });
  private gate: GatePicture | undefined;

  constructor(number: number, events: GateEvents) {
    this.box = element('input', { type: 'checkbox', class: 'gate-box', 'data-mark': 'gate-box', 'data-number': String(number) });
    this.text = element('button', { type: 'button', class: 'gate-text', 'data-mark': 'gate', 'data-number': String(number) }, this.words, this.remark);
    this.element.append(this.box, this.text);
    this.box.addEventListener('change', () => events.tick(this, this.box.checked));
    this.text.addEventListener('click', () => this.gate && events.reveal(this.gate));
  }

  get place(): number | undefined {
    return this.gate?.box;
  }

  get name(): string {
    return this.gate?.text ?? '';
  }

  get isDone(): boolean {
    return this.gate?.state === 'done';
  }

  show(gate: GatePicture): void {
    this.gate = gate;
    const text = gate.text === '' ? 'Not written yet' : gate.text;
    setText(this.words, text);
    setText(this.remark, SAID[gate.state]);
    setAttributes(this.box, { 'aria-label': text });
    setAttributes(this.element, { 'data-gate': gate.state, style: gate.depth === 0 ? undefined : `--depth: ${Math.min(gate.depth, 8)}` });
    setPlace(this.element, gate);
    this.drawTick(this.isDone);
  }

  drawTick(done: boolean): void {
    this.box.checked = done;
  }
}
