import type { Option } from '../readings/decisions/options.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { DecisionSample, PartName } from './decision-samples.ts';

/** A part of a decision as the template writes it, whatever the form. */
export interface SamplePart {
  readonly title: string;
  /** What stands behind the title. */
  readonly inline: string;
  /** What stands below it. */
  readonly body: string;
  /** The title and what stands behind it are one heading: `Confidence: {{percent}}%`. */
  readonly isHeaded: boolean;
}

const HEADING = /^#{1,6}[ \t]+([^\n]*)\n*/;
const FIELD = /^(?:\*\*|__)?([^*_:\n]{1,60})(?:\*\*|__)?:(?:\*\*|__)?[ \t]*/;
const REASON = /because\b[^\n]*/i;

export function samplePart({ plan, decision }: DecisionSample, name: PartName): SamplePart | undefined {
  const place = decision?.parts.find(({ field }) => field === name);
  if (place === undefined) return undefined;
  const text = plan.text.slice(place.range.start, place.range.end);
  const heading = HEADING.exec(text);
  if (heading) {
    const [, title = '', inline = ''] = /^([^:]*)(?::[ \t]*(.*))?$/.exec(heading[1] ?? '') ?? [];
    return { title, inline, body: text.slice(heading[0].length), isHeaded: true };
  }
  const field = FIELD.exec(text);
  if (field === null) return undefined;
  const [inline = '', ...below] = text.slice(field[0].length).split('\n');
  return { title: field[1] ?? '', inline, body: below.join('\n').trim(), isHeaded: false };
}

/** An option without the mark before it, its lines below not indented by more than they need. */
export function sampleOption({ plan, options }: DecisionSample): readonly string[] {
  const option = options.at(-1);
  if (option === undefined) return [];
  const [first = '', ...below] = lineFrom(plan.text, option).split('\n');
  const indent = Math.min(...below.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0));
  return [first.replace(/^\s*(?:[-*+]|\d{1,3}[.)]|#{1,6})[ \t]+/, ''), ...below.map((line) => line.slice(Number.isFinite(indent) ? indent : 0))];
}

/** `Pros: {{what speaks for it}}`, as an option of the template has it. */
export function sampleArgument({ plan, options }: DecisionSample, side: 'pros' | 'cons'): string | undefined {
  const argument = options[0]?.[side][0];
  return argument && lineFrom(plan.text, argument).replace(/^\s*(?:[-*+][ \t]+)?/, '');
}

/** `because {{reason}}` */
export function sampleReason({ decision }: DecisionSample): string | undefined {
  return REASON.exec(decision?.choice?.text ?? '')?.[0].replace(/\.$/, '');
}

function lineFrom(text: string, { range }: Option | Value): string {
  return text.slice(text.lastIndexOf('\n', range.start - 1) + 1, range.end);
}
