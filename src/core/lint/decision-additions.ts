import type { Plan } from '../plan/plan.ts';
import { chosenName } from '../readings/decisions/chosen-names.ts';
import type { Decision, PartPlace } from '../readings/decisions/decisions.ts';
import { insertBlock, lineEndingOf } from '../template/insert.ts';
import { fill, toSnippet, type Values } from '../template/placeholders.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent } from '../text/range.ts';
import type { DecisionSample, PartName } from './decision-samples.ts';
import { fieldLead } from './field-leads.ts';
import { samplePart, sampleReason, type SamplePart } from './sample-parts.ts';

const FIELD = /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)?[^*_:：\r\n]{1,60}(?:\*\*|__)?[ \t]{0,4}:(?:\*\*|__)?[ \t]*/;
const IS_ITEM = /^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]/;
const DEEPEST = 6;

/** Writes parts of decisions as the template has them, in the form of those that stand beside them. */
export class DecisionAdditions {
  readonly #plan: Plan;
  readonly #sample: DecisionSample;
  readonly #values: Values;

  constructor(plan: Plan, sample: DecisionSample, values: Values) {
    this.#plan = plan;
    this.#sample = sample;
    this.#values = values;
  }

  /** None where one of them cannot stand. */
  parts(decision: Decision, names: readonly PartName[]): readonly TextEdit[] {
    if (decision.parts.length === 0) return this.#below(decision, names);
    const edits = names.map((name) => {
      const part = samplePart(this.#sample, name);
      const empty = decision.parts.find(({ field, isEmpty }) => field === name && isEmpty);
      return part && (empty ? this.#filledIn(empty, part) : this.#beside(decision, name, part));
    });
    return edits.every((edit) => edit !== undefined) ? edits : [];
  }

  /** Behind the name of what was chosen. */
  reason({ choice }: Decision): readonly TextEdit[] {
    const reason = sampleReason(this.#sample);
    if (choice === undefined || reason === undefined) return [];
    const named = chosenName(choice)?.name.range.end ?? choice.range.start;
    const line = /^[^\r\n]*/.exec(this.#plan.text.slice(named, Math.max(named, choice.range.end)))?.[0] ?? '';
    const offset = named + line.trimEnd().replace(/[.,;!]+$/, '').length;
    return [this.#insertion(offset, `, ${reason}`)];
  }

  #filledIn(empty: PartPlace, part: SamplePart): TextEdit | undefined {
    const { text } = this.#plan;
    if (empty.form !== 'field') return insertBlock(this.#plan, endOfContent(text, empty.range.end), valueOf(part), this.#values);
    const line = this.#lineOf(empty);
    if (!IS_ITEM.test(line.text)) return undefined;
    const isSpaced = /\s$/.test(text.slice(line.start, empty.range.end));
    return this.#insertion(empty.range.end, asItem(isSpaced ? '' : ' ', part, widthOf(line.text)));
  }

  /** Behind the part that comes before it in the template, else before the next one. */
  #beside({ parts, range }: Decision, name: PartName, part: SamplePart): TextEdit | undefined {
    const order = this.#sample.decision?.parts.map(({ field }) => field) ?? [];
    const index = order.indexOf(name);
    const before = parts.findLast(({ field }) => order.slice(0, index).includes(field));
    const neighbour = before ?? parts.find(({ field }) => order.slice(index).includes(field)) ?? parts.at(-1);
    return neighbour && this.#next(neighbour, part, before !== undefined, range.end);
  }

  #next(neighbour: PartPlace, part: SamplePart, isBehind: boolean, last: number): TextEdit | undefined {
    const { text } = this.#plan;
    const offset = endOfContent(text, isBehind ? neighbour.range.end : neighbour.range.start);
    switch (neighbour.form) {
      case 'heading':
        return insertBlock(this.#plan, offset, headed(part, this.#levelAt(neighbour.range.start) ?? DEEPEST), this.#values);
      case 'label':
        return insertBlock(this.#plan, offset, `${labelLike(this.#lineOf(neighbour).text, part.title)}\n\n${valueOf(part)}`, this.#values);
      case 'inline':
        return this.#insertion(neighbour.range.end, `${text.charAt(neighbour.range.end - 1) === '.' ? '' : ';'} ${part.title}: ${part.inline || '{{…}}'}`);
      case 'field':
        return this.#field(neighbour, part, isBehind, last);
    }
  }

  #field(neighbour: PartPlace, part: SamplePart, isBehind: boolean, last: number): TextEdit | undefined {
    const line = this.#lineOf(neighbour);
    const lead = leadLike(line.text, part.title, isBehind);
    if (IS_ITEM.test(line.text)) {
      const item = asItem(lead, part, widthOf(line.text));
      return isBehind ? this.#insertion(this.#endOfLine(neighbour.range.end), `\n${item}`) : this.#insertion(line.start, `${item}\n`);
    }
    const value = part.inline || (/^- ([^\n]+)$/.exec(part.body)?.[1] ?? '');
    return value === '' ? this.#blockBelow(neighbour, `${lead.trimEnd()}\n\n${part.body}`, last) : this.#line(neighbour, lead + value, isBehind);
  }

  /** In the paragraph of its neighbour where the lines of that are broken, else in one of its own. */
  #line(neighbour: PartPlace, written: string, isBehind: boolean): TextEdit {
    const line = this.#lineOf(neighbour);
    if (!isBehind) return this.#insertion(line.start, `${written}\n\n`);
    const end = this.#endOfLine(neighbour.range.end);
    const hardBreak = /(?: {2,}|\\)$/.exec(this.#plan.text.slice(line.start, end))?.[0];
    return this.#insertion(end, hardBreak === undefined ? `\n\n${written}` : `\n${written}${hardBreak}`);
  }

  /** Within the decision, whose next part may follow without a blank line. */
  #blockBelow({ range }: PartPlace, block: string, last: number): TextEdit | undefined {
    const { text } = this.#plan;
    const paragraph = /^(?:[^\r\n]+(?:\r\n?|\n)?)*/.exec(text.slice(range.end))?.[0].length ?? 0;
    return insertBlock(this.#plan, endOfContent(text, Math.min(range.end + paragraph, Math.max(range.end, last))), block, this.#values);
  }

  /** A decision that has none of its parts gets them below all it says. */
  #below({ form, range }: Decision, names: readonly PartName[]): readonly TextEdit[] {
    const parts = names.map((name) => samplePart(this.#sample, name)).filter((part) => part !== undefined);
    const level = this.#levelAt(range.start);
    if (form !== 'block' || level === undefined || parts.length < names.length) return [];
    const first = this.#sample.decision?.parts[0];
    const isHeaded = first?.form === 'heading' && level < DEEPEST;
    const block = isHeaded
      ? parts.map((part) => headed(part, level + 1)).join('\n\n')
      : parts.map((part) => asItem(`- **${part.title}**: `, part, 2)).join('\n');
    const edit = insertBlock(this.#plan, endOfContent(this.#plan.text, range.end), block, this.#values);
    return edit ? [edit] : [];
  }

  #levelAt(offset: number): number | undefined {
    return this.#plan.sections.find(({ range }) => range.start === offset)?.heading.level;
  }

  #lineOf({ range }: PartPlace): { readonly start: number; readonly text: string } {
    const start = this.#plan.lines.startOf(this.#plan.lines.lineAt(range.start));
    return { start, text: this.#plan.text.slice(start, this.#endOfLine(range.start)) };
  }

  #endOfLine(offset: number): number {
    return offset + (/^[^\r\n]*/.exec(this.#plan.text.slice(offset))?.[0].length ?? 0);
  }

  #insertion(offset: number, text: string): TextEdit {
    const finish = (written: string): string => written.replaceAll('\n', lineEndingOf(this.#plan.text));
    return { range: { start: offset, end: offset }, text: finish(fill(text, this.#values)), snippet: finish(toSnippet(text, this.#values)) };
  }
}

function headed(part: SamplePart, level: number): string {
  const { title, inline, body, isHeaded } = part;
  const hashes = '#'.repeat(level);
  if (!isHeaded) return `${hashes} ${title}\n\n${valueOf(part)}`;
  return `${hashes} ${title}${inline === '' ? '' : `: ${inline}`}${body === '' ? '' : `\n\n${body}`}`;
}

function asItem(lead: string, { inline, body }: SamplePart, width: number): string {
  const below = body === '' ? '' : `\n${indented(body, width)}`;
  return (inline === '' ? lead.trimEnd() : lead + inline) + below;
}

function valueOf({ inline, body }: SamplePart): string {
  return [inline, body].filter((text) => text !== '').join('\n\n');
}

function labelLike(line: string, title: string): string {
  const [, before = '**', behind = '**'] = /^[ \t]*(\*\*|__)[^*_\r\n]*?((?::)?(?:\*\*|__):?)[ \t]*$/.exec(line) ?? [];
  return before + title + behind;
}

/** The name of a field with the marks around it; the next number where fields are counted. */
function leadLike(line: string, title: string, isBehind: boolean): string {
  const form = fieldLead(FIELD.exec(line)?.[0] ?? '');
  const before = form?.before ?? `${/^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?/.exec(line)?.[0] ?? ''}**`;
  const numbered = isBehind ? before.replace(/\d{1,3}/, (digits) => String(Number(digits) + 1)) : before;
  const behind = form?.behind ?? '**: ';
  return numbered + title + (/\s$/.test(behind) ? behind : `${behind} `);
}

/** So far the lines below an item are indented. */
function widthOf(line: string): number {
  return /^[ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?/.exec(line)?.[0].length ?? 0;
}

function indented(text: string, width: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(width));
}
