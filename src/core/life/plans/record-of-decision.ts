import type { Subject } from '../../lint/subject.ts';
import { anchorsOf } from '../../plan/anchors.ts';
import { readPlan, sectionAt, type Plan, type Section } from '../../plan/plan.ts';
import { plainTitle } from '../../plan/titles.ts';
import type { DecisionField } from '../../readings/decisions/decision-fields.ts';
import { partsOf, type DecisionPart } from '../../readings/decisions/decision-parts.ts';
import { flowOf } from '../../readings/forms/flow.ts';
import { scaffold, type PlaceForDocument } from '../../scaffold/scaffold.ts';
import { lineEndingOf } from '../../template/insert.ts';
import type { Kind } from '../../template/kind.ts';
import { matchContract } from '../../template/match.ts';
import type { Values } from '../../template/placeholders.ts';
import { linkTo } from '../../text/link-paths.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { Range } from '../../text/range.ts';
import type { NewFile } from '../change.ts';
import { saysSomething, textOfPart, type DecisionText, type PartText } from './decision-text.ts';
import { definitionsFor, movedText, withHeadingsBelow, type Move } from './moved-text.ts';

/** How the repository writes its records, and what the new one is given. */
export interface RecordForm {
  readonly kind: Kind;
  readonly values: Values;
  readonly place: PlaceForDocument;
}

export interface RecordOfDecision {
  readonly file: NewFile;
  /** As its heading says it. */
  readonly title: string;
  /** The parts that stand in the record now. */
  readonly moved: ReadonlySet<PartText>;
  readonly hasIntro: boolean;
}

/** Which parts go into a section for another one, where the record has none of their own; those with their name are no more than a remark on it. */
const ALSO: readonly (readonly [DecisionField, DecisionField, 'named' | 'bare'])[] = [
  ['rationale', 'choice', 'bare'],
  ['impact', 'tradeoffs', 'named'],
];

/** A record that says what the decision says: each part in the section of the template that is for it. What it has no section for stays where it is. */
export function recordOfDecision(subject: Subject, text: DecisionText, { kind, values, place }: RecordForm): RecordOfDecision {
  const percent = /\d{1,3}/.exec(text.decision.confidence?.text ?? '')?.[0];
  const draft = scaffold(kind, percent === undefined ? values : { percent, ...values }, place);
  const writer = new RecordWriter(subject, text, kind, values, draft.contents, { from: subject.path, to: draft.path });
  const contents = writer.write().replaceAll('\n', lineEndingOf(subject.plan.text));
  return { file: { path: draft.path, contents }, title: plainTitle(readPlan(contents).title?.heading.title ?? draft.path), moved: writer.moved, hasIntro: writer.hasIntro };
}

class RecordWriter {
  readonly moved = new Set<PartText>();
  hasIntro = false;
  readonly #subject: Subject;
  readonly #text: DecisionText;
  readonly #kind: Kind;
  readonly #values: Values;
  readonly #plan: Plan;
  readonly #move: Move;
  readonly #slots: readonly DecisionPart[];

  constructor(subject: Subject, text: DecisionText, kind: Kind, values: Values, draft: string, move: Move) {
    this.#subject = subject;
    this.#text = text;
    this.#kind = kind;
    this.#values = values;
    this.#plan = readPlan(draft);
    this.#move = move;
    this.#slots = slotsIn(this.#plan, subject);
  }

  write(): string {
    const { text } = this.#plan;
    // Where the problem is told, it is also told where it was decided.
    const home = this.#slots.find(({ field }) => field === 'problem');
    const edits: TextEdit[] = [];
    const filled = new Set<Section>();
    const all: string[] = [];
    for (const slot of this.#slots) {
      const section = sectionAt(this.#plan, slot.place.start);
      const said = slot.field === undefined ? '' : this.#textFor(slot.field, slot);
      if (section === undefined || filled.has(section)) continue;
      const body = bodyOf(text, section);
      const origin = slot === home ? `\n\n${this.#origin()}` : '';
      if (said !== '') edits.push({ range: body, text: `\n\n${withHeadingsBelow(said, section.heading.level)}${origin}` });
      else if (origin !== '') edits.push({ range: { start: body.end, end: body.end }, text: origin });
      if (said === '' && origin === '') continue;
      filled.add(section);
      all.push(said);
    }
    const written = applyEdits(text, [...edits, ...this.#unused(filled)]).trimEnd();
    const definitions = definitionsFor(this.#subject.plan, all.join('\n\n'), this.#move);
    return `${[written, ...(home === undefined ? [this.#origin()] : []), ...(definitions.length > 0 ? [definitions.join('\n')] : [])].join('\n\n')}\n`;
  }

  #textFor(field: DecisionField, slot: DecisionPart): string {
    if (field === 'options') return this.#options(slot);
    // Its heading says the figure already.
    const own = this.#take(field, field === 'confidence' && slot.inline !== undefined ? 'below' : 'bare');
    const also = ALSO.filter(([other, into]) => into === field && !this.#slots.some((each) => each.field === other)).map(([other, , how]) => this.#take(other, how));
    const intro = field === 'problem' && own === '' ? this.#intro() : '';
    return [intro, own, ...also].filter((text) => text !== '').join('\n\n');
  }

  /** Where a template lists the options before it says what speaks for each, the list gets their names. */
  #options(slot: DecisionPart): string {
    const slots = this.#slots.filter(({ field }) => field === 'options');
    const { options } = this.#text.decision;
    const isArgued = options.length > 0 && options.some(({ pros, cons }) => pros.length + cons.length > 0);
    if (slots.length < 2 || !isArgued) return slot === slots[0] ? this.#take('options', 'bare') : '';
    if (slot === slots[0]) return options.map(({ name }) => `- ${movedText(this.#subject.plan, name.range, this.#move)}`).join('\n');
    return slot === slots[1] ? this.#take('options', 'bare') : '';
  }

  #take(field: DecisionField, how: 'named' | 'bare' | 'below'): string {
    const parts = this.#text.parts.filter((each) => each.field === field && saysSomething(each));
    const texts = parts.flatMap((each) => {
      const text = textOfPart(this.#subject, how === 'below' ? withoutInline(each) : each, this.#move);
      if (text !== '' || how === 'below') this.moved.add(each);
      if (text === '') return [];
      return [how === 'named' ? `**${each.name}**: ${text}` : text];
    });
    return texts.join('\n\n');
  }

  #intro(): string {
    const { intro } = this.#text;
    this.hasIntro = intro !== undefined;
    return intro === undefined ? '' : movedText(this.#subject.plan, intro, this.#move);
  }

  #origin(): string {
    const { plan } = this.#subject;
    const section = sectionAt(plan, this.#text.decision.range.start);
    const anchor = section === undefined || section === plan.title ? undefined : anchorsOf(plan).get(section);
    const title = plainTitle(plan.title?.heading.title ?? this.#move.from).replace(/[[\]]/g, '');
    return `Taken from [${title}](${linkTo(this.#move.to, this.#move.from)}${anchor === undefined ? '' : `#${anchor}`}).`;
  }

  /** Sections that the template leaves to the author, and that the decision says nothing for. */
  #unused(filled: ReadonlySet<Section>): readonly TextEdit[] {
    const { found } = matchContract(this.#plan, this.#kind, this.#values);
    const unused = Array.from(found).flatMap(([{ optional }, section]) => (optional && !Array.from(filled).some((each) => isWithin(each, section)) ? [section] : []));
    const outer = unused.filter((section) => !unused.some((other) => other !== section && isWithin(section, other)) && !filled.has(section));
    // A series that the template begins, such as a heading for each option, is no more than its beginning.
    const known = new Set(found.values());
    const inner = Array.from(filled).flatMap(({ children }) => children.filter((child) => !known.has(child) && !filled.has(child)));
    return [...outer, ...inner].map(({ range }) => ({ range, text: '' }));
  }
}

/** The sections of a new record that say a part of a decision. */
function slotsIn(plan: Plan, { read }: Subject): readonly DecisionPart[] {
  const entries = flowOf(plan, { start: 0, end: plan.text.length }, read);
  const title = entries.findIndex(({ range }) => range.start === plan.title?.heading.range.start);
  return partsOf(entries.slice(title + 1)).filter(({ form }) => form === 'heading');
}

function bodyOf(text: string, { body }: Section): Range {
  return { start: body.start, end: body.start + text.slice(body.start, body.end).trimEnd().length };
}

function isWithin({ range }: Section, outer: Section): boolean {
  return outer.range.start <= range.start && range.end <= outer.range.end;
}

function withoutInline(text: PartText): PartText {
  return { ...text, part: { ...text.part, inline: undefined } };
}
