import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import type { Decision } from '../readings/decisions/decisions.ts';
import type { Option } from '../readings/decisions/options.ts';
import { chosenName } from '../readings/decisions/chosen-names.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';
import { asksForArguments, asksForReason, partsAsked, type DecisionSample, type PartName } from './decision-samples.ts';

/** What a decision lacks that the template asks for. */
export interface DecisionGaps {
  /** In the order of the template. */
  readonly parts: readonly PartName[];
  /** The choice stands there, and no reason behind it. */
  readonly reason: boolean;
  /** How many options must be added to have two. */
  readonly options: number;
  readonly arguments: readonly ArgumentGap[];
}

export interface ArgumentGap {
  readonly option: Option;
  readonly pros: boolean;
  readonly cons: boolean;
}

const PARTS: readonly PartName[] = ['problem', 'options', 'choice', 'rationale', 'tradeoffs', 'confidence'];
const LEAST_OPTIONS = 2;
/** A choice that goes on for so many words behind its name says why. */
const WORDS_OF_REASON = 5;
const REASON = /(?<!\p{L})(?:because|since|as|due to|so that|in order to|reasons?|rationale|why|given|for|to|therefore|thus|which|it)(?!\p{L})/iu;
/** Where a decision is told in a sentence, these tell of what else was weighed. */
const WEIGHED = /(?<!\p{L})(?:instead of|rather than|over|compared|versus|vs|alternatives?|rejected|considered|options?)(?!\p{L})/iu;

const BEGINNING = /^ {0,1}(?:[-*+][ \t]|\d{1,3}[.)][ \t]|#{1,6}[ \t]|\*\*(?!chosen|selected|recommended|preferred|decision))/gim;
const OTHER_OPTION = /(?<!\p{L})(?:[Oo]ption|[Aa]lternative)s?[ \t]{0,2}#?(?:2|B|two)(?![\p{L}\p{N}])/u;
/** Between the mark of an item and its text. */
const FARTHEST_MARK = 12;

/** What a decision written out in a plan lacks. Where its record is, the rest stands there. */
export function gapsOfDecision(plan: Plan, decision: Decision, sample: DecisionSample): DecisionGaps | undefined {
  if (decision.form === 'row' || decision.link !== undefined || isAllOpen(decision)) return undefined;
  const intro = introOf(plan, decision);
  const isOneLine = decision.form === 'item' && !/[\r\n]/.test(plan.text.slice(decision.range.start, decision.range.end).trimEnd());
  const has = (part: PartName): boolean => decision.parts.some(({ field, isEmpty }) => field === part && !isEmpty) || isTold(part, decision, intro);
  const asked = partsAsked(sample).filter((part) => PARTS.includes(part) && (!isOneLine || part === 'choice' || part === 'rationale'));
  const parts = asked.filter((part) => !has(part));
  return { parts, ...gapsWithin(plan, decision, sample, !parts.includes('rationale')) };
}

/** The same for a record, whose parts are sections: where one is missing, another check says so. */
export function gapsOfRecord(plan: Plan, decision: Decision, sample: DecisionSample): DecisionGaps {
  return { parts: [], ...gapsWithin(plan, decision, sample, true) };
}

/** What a section that compares options lacks. */
export function gapsOfOptions(plan: Plan, options: readonly Option[], span: Range, sample: DecisionSample): DecisionGaps {
  return { parts: [], reason: false, ...optionGaps(plan, options, [span], sample) };
}

export function isWhole({ parts, reason, options, arguments: lacking }: DecisionGaps): boolean {
  return parts.length === 0 && !reason && options === 0 && lacking.length === 0;
}

function gapsWithin(plan: Plan, decision: Decision, sample: DecisionSample, mayLackReason: boolean): Omit<DecisionGaps, 'parts'> {
  const reason = mayLackReason && asksForReason(sample) && decision.choice !== undefined && decision.rationale === undefined && !saysWhy(plan, decision);
  const spans = decision.parts.filter(({ field }) => field === 'options').map(({ range }) => range);
  return { reason, ...optionGaps(plan, decision.options, spans, sample) };
}

function optionGaps(plan: Plan, options: readonly Option[], spans: readonly Range[], sample: DecisionSample): Pick<DecisionGaps, 'options' | 'arguments'> {
  // Where none can be told apart, they may all the same be told.
  const isAsked = options.length > 0 && sample.options.length >= LEAST_OPTIONS && !mayHoldMore(plan, spans, options);
  const lacking = isAsked ? Math.max(0, LEAST_OPTIONS - options.length) : 0;
  const judged = asksForArguments(sample) ? options.filter((option) => !isInTable(plan, option.range) && !isOpen(option.name.text)) : [];
  const without = judged.map((option) => ({ option, pros: option.pros.length === 0, cons: option.cons.length === 0 })).filter(({ pros, cons }) => pros || cons);
  return { options: lacking, arguments: without };
}

/** Whether items, headings or bold words stand beside the options that were found, which may be others. */
function mayHoldMore(plan: Plan, spans: readonly Range[], options: readonly Option[]): boolean {
  const { text } = plan;
  if (namesOtherOption(plan)) return true;
  if (options.every(({ range }) => isInTable(plan, range))) return false;
  return spans.some(({ start, end }) =>
    Array.from(text.slice(start, end).matchAll(BEGINNING)).some(({ index }) => {
      const at = start + index;
      return index > 0 && options.every(({ range }) => at < range.start - FARTHEST_MARK || at >= range.end);
    }),
  );
}

const otherOptions = new WeakMap<Plan, boolean>();

/** Anywhere in the document, whatever it is that is weighed there. */
function namesOtherOption(plan: Plan): boolean {
  const known = otherOptions.get(plan) ?? foundIn(plan, otherOptionsIn).length > 0;
  otherOptions.set(plan, known);
  return known;
}

function otherOptionsIn({ text }: Plan, { start, end }: Range): readonly true[] {
  return OTHER_OPTION.test(text.slice(start, end)) ? [true] : [];
}

/** A table has columns for them, or compares by other criteria. */
function isInTable(plan: Plan, { start }: Range): boolean {
  return plan.text.slice(plan.lines.startOf(plan.lines.lineAt(start)), start + 1).trimStart().startsWith('|');
}

/** Behind the name of what was chosen, or in the lines below it. */
function saysWhy({ text }: Plan, { choice, parts, range }: Decision): boolean {
  if (choice === undefined || isOpen(choice.text)) return true;
  const next = parts.find((part) => part.field !== 'choice' && part.range.start >= choice.range.end)?.range.start ?? range.end;
  const named = chosenName(choice)?.name.range.end ?? choice.range.start;
  const behind = text.slice(named, next).replace(/^[\s"'”*_`)\].,:;–—-]+/, '');
  return isOpen(behind) ? behind.trim() !== '' : REASON.test(behind) || behind.split(/\s+/).length > WORDS_OF_REASON;
}

/** Said in sentences right below the title. */
function isTold(part: PartName, decision: Decision, intro: string): boolean {
  if (isBlank(intro) || decision.parts.some(({ field }) => field === part)) return false;
  if (part === 'problem' || (part === 'choice' && decision.parts.length === 0)) return true;
  if (part === 'rationale') return REASON.test(intro);
  return part === 'options' && decision.parts.length === 0 && WEIGHED.test(intro);
}

/** What stands between the title of a headed decision and its first part. */
function introOf({ text }: Plan, { form, name, range, parts }: Decision): string {
  if (form !== 'block') return '';
  const line = /^[^\r\n]*/.exec(text.slice(name.range.end))?.[0].length ?? 0;
  const end = parts.reduce((least, part) => Math.min(least, part.range.start), range.end);
  return text.slice(name.range.end + line, end).replace(/[\s*_#>-]+$/, '');
}

function isAllOpen({ name, problem, choice, rationale, alternatives, options }: Decision): boolean {
  return isOpen(name.text) && [problem, choice, rationale, alternatives, ...options.map((option) => option.name)].every((value) => value === undefined || isOpen(value.text));
}
