import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Range } from '../../text/range.ts';
import { firstLink } from '../forms/bare-names.ts';
import { figureOf } from './confidence.ts';
import { decisionBlocks } from './decision-blocks.ts';
import type { DecisionField } from './decision-fields.ts';
import { partsOf, type DecisionPart, type DecisionSource, type PartForm } from './decision-parts.ts';
import { decisionTitle } from './decision-titles.ts';
import { paragraphsIn, type Value } from '../forms/fields.ts';
import { flowOf, textOfBlock, textOver, type FlowBlock } from '../forms/flow.ts';
import { textOfParagraph } from '../forms/own-text.ts';
import { optionsIn, type Option } from './options.ts';

/** One decision, in whatever form it is written. */
export interface Decision {
  readonly number: Value | undefined;
  readonly name: Value;
  /** The whole row, item or headed block. */
  readonly range: Range;
  readonly problem: Value | undefined;
  readonly choice: Value | undefined;
  readonly rationale: Value | undefined;
  readonly alternatives: Value | undefined;
  readonly impact: Value | undefined;
  readonly risk: Value | undefined;
  readonly mitigation: Value | undefined;
  readonly tradeoffs: Value | undefined;
  /** A percentage as it is written, if it begins with one. */
  readonly confidence: Value | undefined;
  readonly options: readonly Option[];
  /** Where the record of it is. */
  readonly link: Value | undefined;
  /** A headed block or a whole document, an item of a list, or a row of a table. */
  readonly form: DecisionSource['form'];
  readonly parts: readonly PartPlace[];
}

/** Where a part of a decision stands. */
export interface PartPlace {
  readonly field: DecisionField;
  readonly form: PartForm;
  /** From its name to the end of what it says. */
  readonly range: Range;
  /** Nothing stands behind the name and below it. */
  readonly isEmpty: boolean;
}

export { readConfidence } from './confidence.ts';

/** Reads decisions: headings that name one with parts or fields below, numbered bold items with fields, tables. */
export function readDecisions(plan: Plan, span: Range, read: ReadMarkdown): readonly Decision[] {
  return decisionBlocks(flowOf(plan, span, read)).map((source) => decisionOf(plan.text, source));
}

/** A document that is one decision as a whole, with its sections as the parts; nothing where it has none of them. */
export function readWholeDecision(plan: Plan, read: ReadMarkdown): readonly Decision[] {
  const entries = flowOf(plan, { start: 0, end: plan.text.length }, read);
  const index = entries.findIndex(({ range }) => range.start === plan.title?.heading.range.start);
  const heading = entries[index];
  if (heading?.kind !== 'heading') return [];
  const parts = partsOf(entries.slice(index + 1));
  if (parts.every(({ field }) => field === undefined)) return [];
  const title = decisionTitle(heading.title) ?? { number: undefined, name: heading.title, link: undefined };
  return [decisionOf(plan.text, { form: 'block', title, range: { start: heading.range.start, end: entries.at(-1)?.range.end ?? heading.range.end }, parts })];
}

function decisionOf(text: string, { form, title: { number, name, link }, range, parts }: DecisionSource): Decision {
  const part = (field: DecisionField): DecisionPart | undefined => parts.find((part) => part.field === field && says(part));
  const first = (field: DecisionField): Value | undefined => firstText(part(field));
  const whole = (field: DecisionField): Value | undefined => wholeText(text, part(field));
  const confidence = first('confidence');
  const record = whole('record');
  return {
    number,
    name,
    range,
    problem: first('problem'),
    choice: first('choice'),
    rationale: whole('rationale') ?? textBehindFirst(text, part('choice')),
    alternatives: wholeText(text, parts.find((part) => part.key.includes('alternative') && says(part))),
    impact: whole('impact'),
    risk: whole('risk'),
    mitigation: whole('mitigation'),
    tradeoffs: whole('tradeoffs'),
    confidence: confidence && figureOf(confidence),
    options: optionsIn(parts.flatMap(({ field, body }) => (field === 'options' ? body : [])), true),
    link: link ?? (record && firstLink(record)),
    form,
    parts: parts.flatMap(placeOf),
  };
}

function placeOf(part: DecisionPart): readonly PartPlace[] {
  const { field, form, place, inline, body } = part;
  if (field === undefined) return [];
  const end = Math.max(place.end, inline?.range.end ?? 0, body.at(-1)?.range.end ?? 0);
  return [{ field, form, range: { start: place.start, end }, isEmpty: !says(part) }];
}

function says({ inline, body }: DecisionPart): boolean {
  return inline !== undefined || body.length > 0;
}

/** What stands behind the name, else the first paragraph below it. */
function firstText(part: DecisionPart | undefined): Value | undefined {
  if (!part || part.inline) return part?.inline;
  const block = firstBlock(part);
  return block && textOfFirst(block);
}

function firstBlock({ body }: DecisionPart): FlowBlock | undefined {
  return body.find((entry) => entry.kind === 'block');
}

/** A list of several points is one text. */
function textOfFirst(block: FlowBlock): Value {
  const { piece, node } = block;
  const [paragraph] = node.type === 'blockquote' || (node.type === 'list' && node.children.length === 1) ? paragraphsIn(node) : [];
  return paragraph ? textOfParagraph(piece, paragraph) : (textOfBlock(block) ?? piece.of(node));
}

function wholeText(text: string, part: DecisionPart | undefined): Value | undefined {
  return part && textOver(text, [...(part.inline ? [part.inline.range] : []), ...part.body.map(({ range }) => range)]);
}

/** The reasons for a choice follow it where they have no heading of their own. */
function textBehindFirst(text: string, part: DecisionPart | undefined): Value | undefined {
  if (!part || part.isField) return undefined;
  const first = part.inline ? undefined : firstBlock(part);
  const rest = first ? part.body.slice(part.body.indexOf(first) + 1) : part.body;
  return textOver(text, rest.map(({ range }) => range));
}
