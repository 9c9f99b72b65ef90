/** One target as a row of its table. What the checks say of it is told when its name has the focus, or its sign the pointer. */
import type { TargetPicture } from '../../src/core/picture/targets.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import type { Mark } from '../pool.ts';

const VERDICTS: Readonly<Record<TargetPicture['verdict'], string>> = { measurable: '', unclear: 'not measurable', open: 'not said yet' };
const PROOFS: readonly string[] = ['required-verification'];

export class TargetRow implements Mark<TargetPicture> {
  readonly element = element('tr', { role: 'row' });
  private readonly path = element('span', { class: 'target-path', dir: 'auto' });
  private readonly name = element('bdi');
  private readonly button: HTMLButtonElement;
  private readonly sign = element('span', { class: 'note-sign', 'aria-hidden': 'true' }, '!');
  private readonly notes: HTMLElement;
  private readonly head: HTMLElement;
  private readonly target = element('bdi');
  private readonly verdict = element('span', { class: 'target-verdict' });
  private readonly approach = cell('Reached by', 'reached');
  private readonly measurement = cell('Measured by', 'measured');
  private readonly validation = cell('Validated by', 'validated');
  private row: TargetPicture | undefined;
  private said = '';

  constructor(id: number, reveal: (target: TargetPicture) => void) {
    this.notes = element('span', { class: 'target-notes', role: 'tooltip', id: `notes-${id}` });
    this.button = element('button', { type: 'button', class: 'target-name', 'data-mark': 'target', 'data-number': String(id), 'aria-describedby': this.notes.id }, this.path, this.name);
    this.head = element('th', { scope: 'row', role: 'rowheader' }, this.button, this.sign, this.notes);
    this.element.append(this.head, element('td', { role: 'cell', class: 'target-value' }, this.target, ' ', this.verdict), this.approach, this.measurement, this.validation);
    this.element.addEventListener('click', () => this.row && !isSelecting() && reveal(this.row));
    this.head.addEventListener('keydown', ({ key }) => key === 'Escape' && this.head.classList.add('quiet'));
    this.button.addEventListener('blur', () => this.head.classList.remove('quiet'));
  }

  show(target: TargetPicture): void {
    this.row = target;
    const { path, name, verdict, notes } = target;
    setText(this.path, path.map((key) => `${key} › `).join(''));
    setText(this.name, name || 'Unnamed');
    setText(this.target, target.target ?? '');
    setText(this.verdict, VERDICTS[verdict]);
    setAttributes(this.element, { 'data-verdict': verdict });
    setPlace(this.element, target);
    this.sign.hidden = notes.length === 0;
    this.notes.hidden = notes.length === 0;
    this.write(notes.map(({ message }) => message));
    const isProven = !notes.some(({ rule }) => PROOFS.includes(rule));
    setProof(this.approach, target.approach, true);
    setProof(this.measurement, target.measurement, isProven);
    setProof(this.validation, target.validation, isProven);
  }

  private write(messages: readonly string[]): void {
    const said = messages.join('\n');
    if (said === this.said) return;
    this.said = said;
    syncChildren(this.notes, messages.map((message) => element('span', { class: 'note' }, `${message} `)));
  }
}

function cell(name: string, column: string): HTMLElement {
  return element('td', { role: 'cell', class: column, 'data-label': name, dir: 'auto' });
}

function setProof(target: HTMLElement, text: string | undefined, isProven: boolean): void {
  setText(target, text ?? (isProven ? '' : 'not said'));
  setAttributes(target, { 'data-said': text === undefined ? (isProven ? 'nothing' : 'lacking') : undefined });
}

/** Who selects words of a row does not ask to be led away from it. */
function isSelecting(): boolean {
  return document.getSelection()?.isCollapsed === false;
}
