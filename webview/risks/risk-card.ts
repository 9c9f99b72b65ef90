/** All about one risk, beside its dot while that is pointed at or has the focus. */
import { element, setAttributes, setText } from '../elements.ts';
import { riskFacts } from './risk-facts.ts';
import { answersTo, factOf, type RiskDotMark } from './risk-marks.ts';

const DELAY_MS = 250;
/** From the dot to its card the pointer may cross a gap. */
const GRACE_MS = 120;
const GAP = 6;

export class RiskCard {
  readonly element = element('div', { class: 'risk-card', id: 'risk-card', role: 'tooltip', popover: 'manual', 'data-live': '' });
  private readonly name = element('p', { class: 'risk-card-name', dir: 'auto' });
  private readonly facts = element('p', { class: 'risk-facts' });
  private readonly mitigation = element('p', { class: 'risk-card-text' });
  private mark: RiskDotMark | undefined;
  private timer: number | undefined;

  constructor(
    chart: HTMLElement,
    private readonly markOf: (target: EventTarget | null) => RiskDotMark | undefined,
  ) {
    this.element.append(this.name, this.facts, this.mitigation);
    chart.addEventListener('pointerover', (event) => this.over(event));
    chart.addEventListener('pointerleave', () => this.soon(undefined, GRACE_MS));
    chart.addEventListener('focusin', (event) => event.target instanceof HTMLElement && event.target.matches(':focus-visible') && this.show(this.markOf(event.target)));
    for (const gone of ['focusout', 'pointerdown'] as const) chart.addEventListener(gone, () => this.show(undefined));
    window.addEventListener('scroll', () => this.show(undefined), { passive: true, capture: true });
    chart.addEventListener('keydown', (event) => this.press(event), true);
  }

  /** After an update: what it says may have changed, or its dot may be gone. */
  refresh(): void {
    if (this.mark !== undefined) this.show(this.mark.button.isConnected ? this.mark : undefined);
  }

  private over({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch' || (target instanceof Node && this.element.contains(target))) return window.clearTimeout(this.timer);
    const mark = this.markOf(target);
    if (mark !== this.mark) this.soon(mark, mark === undefined ? GRACE_MS : DELAY_MS);
    else window.clearTimeout(this.timer);
  }

  private soon(mark: RiskDotMark | undefined, delay: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.show(document.documentElement.classList.contains('moving-risk') ? undefined : mark), delay);
  }

  /** Escape closes it and nothing else. Any other key but one by itself means that the reader has read it. */
  private press(event: KeyboardEvent): void {
    if (this.mark === undefined || ['Alt', 'Shift', 'Control', 'Meta'].includes(event.key)) return;
    const isEscape = event.key === 'Escape' && !this.mark.button.classList.contains('carried');
    this.show(undefined);
    if (isEscape) event.stopPropagation();
  }

  private show(mark: RiskDotMark | undefined): void {
    window.clearTimeout(this.timer);
    if (this.mark !== mark) this.mark?.button.removeAttribute('aria-describedby');
    this.mark = mark;
    if (mark === undefined) {
      if (this.element.matches(':popover-open')) this.element.hidePopover();
      return;
    }
    this.write(mark);
    setAttributes(mark.button, { 'aria-describedby': this.element.id });
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    this.place(mark.button);
  }

  private write({ standing: { risk } }: RiskDotMark): void {
    setText(this.name, `${risk.number}  ${risk.name}`);
    this.facts.replaceChildren(...riskFacts(risk).flatMap((fact) => [factOf(fact), ' ']));
    this.mitigation.replaceChildren(...answersTo(risk));
  }

  /** Below the dot, or above it where there is no room. */
  private place(dot: HTMLElement): void {
    const { left, top, bottom, width } = dot.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const x = Math.max(GAP, Math.min(left + width / 2 - offsetWidth / 2, document.documentElement.clientWidth - offsetWidth - GAP));
    const y = bottom + GAP + offsetHeight > window.innerHeight && top > offsetHeight + GAP ? top - GAP - offsetHeight : bottom + GAP;
    this.element.style.left = `${x}px`;
    this.element.style.top = `${y}px`;
  }
}
