import { weighingsIn, type Weighing } from '../lint/weighings.ts';
import type { Subject } from '../lint/subject.ts';
import { plainTitle } from '../plan/titles.ts';
import { chosenName } from '../readings/decisions/chosen-names.ts';
import { readConfidence } from '../readings/decisions/confidence.ts';
import type { Decision } from '../readings/decisions/decisions.ts';
import type { Option } from '../readings/decisions/options.ts';
import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import { readRecord } from '../readings/records/record.ts';
import { isBlank } from '../template/placeholders.ts';
import { isRecordKind } from '../template/kind.ts';
import { chosenOptions } from './chosen-options.ts';
import { notesWithin, type Note } from './notes.ts';
import { said } from './said.ts';
import { placed, type Placed, type PictureSource } from './source.ts';

/** A decision, a section that compares options, or a document that is one decision as a whole. */
export interface DecisionPicture extends Placed {
  readonly number: string | undefined;
  /** Empty where it is still to be written. */
  readonly name: string;
  /** Of a record. */
  readonly status: string | undefined;
  readonly date: string | undefined;
  readonly choice: string | undefined;
  readonly rationale: string | undefined;
  readonly confidence: Confidence | undefined;
  /** What was weighed; where the choice is none of them, what was turned down. */
  readonly options: readonly OptionPicture[];
  readonly areAlternatives: boolean;
  /** What else it says, in the order of its parts. */
  readonly facts: readonly DecisionFact[];
  readonly record: RecordLink | undefined;
  /** What the checks say of it. */
  readonly gaps: readonly Note[];
}

export interface Confidence {
  readonly text: string;
  /** Nothing where the text is no percentage. */
  readonly percent: number | undefined;
}

export interface OptionPicture extends Placed {
  /** A letter or number that is written before its name. */
  readonly label: string | undefined;
  readonly name: string;
  readonly pros: readonly string[];
  readonly cons: readonly string[];
  readonly isChosen: boolean;
}

export type FactName = 'problem' | 'alternatives' | 'tradeoffs' | 'impact' | 'risk' | 'mitigation';

export interface DecisionFact {
  readonly name: FactName;
  readonly text: string;
}

export interface RecordLink extends Placed {
  readonly target: string;
}

const FACTS: readonly FactName[] = ['problem', 'alternatives', 'tradeoffs', 'impact', 'risk', 'mitigation'];
const GAPS: readonly string[] = ['required-decision-parts', 'chosen-option-listed', 'valid-confidence'];

const OPENS_BLANK = /^[*_"“(]{0,4}\{\{/;
/** What parts a name from the reasons: the end of its marks, and a comma. */
const BEFORE_REASONS = /^[\s"'”’*_`)\].,:;–—-]+/;

export function drawDecisions(source: PictureSource): readonly DecisionPicture[] {
  const { subject } = source;
  if (subject === undefined) return [];
  return weighingsIn(subject).filter(isThere).map((weighing) => drawDecision(source, subject, weighing));
}

/** A section that is to compare options may as yet hold none. */
function isThere({ decision, options, choice }: Weighing): boolean {
  return decision !== undefined || options.length > 0 || choice !== undefined;
}

function drawDecision(source: PictureSource, subject: Subject, { title, anchor, span, options, choice, decision }: Weighing): DecisionPicture {
  const chosen = chosenOptions(options, choice);
  const record = isRecordKind(subject.kind) ? readRecord(subject.plan, subject.path, subject.read) : undefined;
  return {
    number: decision?.number?.text ?? record?.number?.toString(),
    name: isBlank(title) ? '' : plainTitle(title),
    status: said(record?.status?.value),
    date: said(record?.date),
    ...choiceOf(choice, decision?.rationale),
    confidence: confidenceOf(decision?.confidence),
    options: options.map((option) => drawOption(source, option, chosen.has(option))),
    areAlternatives: chosen.size === 0 && decision?.alternatives !== undefined,
    facts: decision === undefined ? [] : factsOf(decision),
    record: decision?.link && { target: decision.link.text, ...placed(source.plan, decision.link.range) },
    gaps: notesWithin(source, span, (rule) => GAPS.includes(rule)),
    ...placed(source.plan, decision === undefined ? { start: anchor.start, end: span.end } : span),
  };
}

/** What begins with a blank names nothing yet. Where the reasons follow the name of what was chosen, the two are told apart. */
function choiceOf(choice: Value | undefined, rationale: Value | undefined): Pick<DecisionPicture, 'choice' | 'rationale'> {
  if (OPENS_BLANK.test(choice?.text ?? '')) return { choice: undefined, rationale: said(rationale) };
  const chosen = choice === undefined || rationale !== undefined ? undefined : chosenName(choice);
  if (choice === undefined || chosen === undefined || chosen.label !== undefined) return { choice: said(choice), rationale: said(rationale) };
  const reasons = partOf(choice, chosen.name.range.end - choice.range.start);
  return { choice: said(chosen.name), rationale: said(partOf(reasons, BEFORE_REASONS.exec(reasons.text)?.[0].length ?? 0)) };
}

function drawOption({ plan }: PictureSource, { label, name, pros, cons, range }: Option, isChosen: boolean): OptionPicture {
  return { label: label?.text, name: said(name) ?? '', pros: textsOf(pros), cons: textsOf(cons), isChosen, ...placed(plan, range) };
}

function textsOf(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => said(value) ?? []);
}

function confidenceOf(value: Value | undefined): Confidence | undefined {
  const text = said(value);
  return text === undefined ? undefined : { text, percent: readConfidence(text) };
}

/** Alternatives are told once: as options where they could be told apart. */
function factsOf(decision: Decision): readonly DecisionFact[] {
  return FACTS.flatMap((name) => {
    const text = name === 'alternatives' && decision.options.length > 0 ? undefined : said(decision[name]);
    return text === undefined ? [] : [{ name, text }];
  });
}
