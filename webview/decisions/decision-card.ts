/** One decision: what was chosen and why, how sure that is, what else was weighed, and what it still lacks. */
import type { DecisionFact, DecisionPicture, FactName, OptionPicture } from '../../src/core/picture/decisions.ts';
import type { Note } from '../../src/core/picture/notes.ts';
import type { Placed } from '../../src/core/picture/source.ts';
import { element, setAttributes, setPlace, setText, syncChildren } from '../elements.ts';
import { Pool, type Mark } from '../pool.ts';
import { Clamped } from './clamped.ts';
import { ConfidenceBar } from './confidence-bar.ts';
import { OptionMark } from './option-mark.ts';

type FieldName = FactName | 'choice' | 'rationale';
const FIELDS: Readonly<Record<FieldName, string>> = {
  choice: 'Chosen',
  rationale: 'Why',
  problem: 'Problem',
  alternatives: 'Alternatives',
  tradeoffs: 'Trade-offs',
  impact: 'Impact',
  risk: 'Risk',
  mitigation: 'Mitigation',
};

interface Field {
  readonly element: HTMLElement;
  readonly text: Clamped;
}

export class DecisionCard implements Mark<DecisionPicture> {
  readonly element: HTMLElement;
  private readonly head: HTMLElement;
  private readonly number = element('span', { class: 'decision-number' });
  private readonly name = element('bdi');
  private readonly button: HTMLButtonElement;
  private readonly status = element('span', { class: 'decision-status', dir: 'auto' });
  private readonly confidence = new ConfidenceBar();
  private readonly fields = new Map<FieldName, Field>();
  private readonly main = element('dl', { class: 'decision-main' });
  private readonly optionsTitle = element('h4');
  private readonly optionList = element('ul', { class: 'option-list' });
  private readonly optionsPart: HTMLElement;
  private readonly options: Pool<OptionPicture>;
  private readonly gapList = element('ul', { class: 'gaps', 'aria-label': 'What it lacks' });
  private readonly gaps: Pool<Note>;
  private readonly record: HTMLButtonElement;
  private decision: DecisionPicture | undefined;

  constructor(id: number, reveal: (place: Placed) => void) {
    this.button = element('button', { type: 'button', class: 'decision-name', 'data-mark': 'decision', 'data-number': String(id) }, this.number, this.name);
    this.record = element('button', { type: 'button', class: 'decision-record' });
    this.optionsTitle.id = `options-${id}`;
    this.optionList.setAttribute('aria-labelledby', this.optionsTitle.id);
    this.optionsPart = element('div', { class: 'decision-options' }, this.optionsTitle, this.optionList);
    this.head = element('div', { class: 'decision-head' }, element('h3', { id: `decision-${id}` }, this.button), this.status, this.confidence.element);
    this.element = element('article', { class: 'decision', 'aria-labelledby': `decision-${id}` });
    this.options = new Pool((place) => new OptionMark(id * 1000 + place, reveal));
    this.gaps = new Pool(() => new GapMark(reveal));
    this.button.addEventListener('click', () => this.decision && reveal(this.decision));
    this.record.addEventListener('click', () => this.decision?.record && reveal(this.decision.record));
  }

  show(decision: DecisionPicture): void {
    this.decision = decision;
    const { number, name, status, date, confidence, options, areAlternatives, record, gaps } = decision;
    setText(this.number, number === undefined ? '' : `${number} `);
    setText(this.name, name || 'Unnamed decision');
    setText(this.status, [status, date].filter((part) => part !== undefined).join(' · '));
    setPlace(this.element, decision);
    this.confidence.show(confidence);
    syncChildren(this.main, fieldsOf(decision).map((fact) => this.field(fact)));
    setText(this.optionsTitle, areAlternatives ? 'Alternatives' : 'Options');
    syncChildren(this.optionList, this.options.show(options));
    syncChildren(this.gapList, this.gaps.show(gaps));
    setText(this.record, `Record: ${record?.target ?? ''}`);
    setAttributes(this.element, { 'data-options': options.length > 0 ? 'true' : undefined });
    const parts = [
      this.head,
      ...(this.main.childElementCount > 0 ? [this.main] : []),
      ...(options.length > 0 ? [this.optionsPart] : []),
      ...(gaps.length > 0 ? [this.gapList] : []),
      ...(record === undefined ? [] : [this.record]),
    ];
    syncChildren(this.element, parts);
  }

  private field({ name, text }: { readonly name: FieldName; readonly text: string }): HTMLElement {
    const known = this.fields.get(name) ?? fieldFor(name);
    this.fields.set(name, known);
    known.text.show(text);
    return known.element;
  }
}

function fieldFor(name: FieldName): Field {
  const text = new Clamped(FIELDS[name].toLowerCase());
  return { text, element: element('div', { class: 'decision-field', 'data-field': name }, element('dt', {}, FIELDS[name]), element('dd', {}, text.element)) };
}

/** The problem comes before what solves it. */
function fieldsOf({ choice, rationale, facts }: DecisionPicture): readonly { readonly name: FieldName; readonly text: string }[] {
  const problem = facts.filter(({ name }) => name === 'problem');
  const others: readonly DecisionFact[] = facts.filter(({ name }) => name !== 'problem');
  return [...problem, ...(choice === undefined ? [] : [{ name: 'choice' as const, text: choice }]), ...(rationale === undefined ? [] : [{ name: 'rationale' as const, text: rationale }]), ...others];
}

class GapMark implements Mark<Note> {
  readonly element = element('li');
  private readonly button = element('button', { type: 'button', class: 'gap' });
  private note: Note | undefined;

  constructor(reveal: (place: Placed) => void) {
    this.element.append(this.button);
    this.button.addEventListener('click', () => this.note && reveal(this.note));
  }

  show(note: Note): void {
    this.note = note;
    setText(this.button, note.message);
  }
}
