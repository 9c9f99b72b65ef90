import type { Plan } from '../plan/plan.ts';
import { tablesOf } from '../plan/tables.ts';
import type { Option } from '../readings/decisions/options.ts';
import { insertBlock, lineEndingOf } from '../template/insert.ts';
import { fill, toSnippet, type Values } from '../template/placeholders.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf } from '../text/range.ts';
import type { ArgumentGap } from './decision-gaps.ts';
import type { DecisionSample } from './decision-samples.ts';
import { fieldLead } from './field-leads.ts';
import { sampleArgument, sampleOption } from './sample-parts.ts';

const ITEM = /^([ \t]*)(?:([-*+])|(\d{1,3})([.)]))([ \t]+)/;
const NAMED = /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?[\p{L}]{3,20}(?:\*\*|__)?[ \t]{0,2}:(?:\*\*|__)?[ \t]*/u;

/** Writes options, and what speaks for and against them, in the form of those that are there. */
export class OptionAdditions {
  readonly #plan: Plan;
  readonly #sample: DecisionSample;
  readonly #values: Values;

  constructor(plan: Plan, sample: DecisionSample, values: Values) {
    this.#plan = plan;
    this.#sample = sample;
    this.#values = values;
  }

  /** One more, behind the last one. */
  option(options: readonly Option[]): readonly TextEdit[] {
    const last = options.at(-1);
    const written = sampleOption(this.#sample);
    if (last === undefined || written.length === 0) return [];
    const line = this.#lineAt(last.range.start);
    if (line.trimStart().startsWith('|')) return this.#row(last);
    const heading = /^#{1,6}(?=[ \t])/.exec(line)?.[0];
    const [name = '', ...below] = written;
    if (heading !== undefined) {
      const block = [`${heading} ${name.replace(/^\*\*(.*)\*\*$/, '$1')}`, ...(below.length > 0 ? ['', ...below] : [])].join('\n');
      return defined(insertBlock(this.#plan, endOfContent(this.#plan.text, last.range.end), block, this.#values));
    }
    const item = ITEM.exec(line);
    if (item === null) return [];
    const [mark = '', indent = '', bullet, number, dot = '', space = ''] = item;
    const next = indent + (bullet ?? `${Number(number) + 1}${dot}`) + space;
    return [this.#insertion(endOfContent(this.#plan.text, last.range.end), `\n${next}${name}${below.map((each) => `\n${' '.repeat(mark.length)}${each}`).join('')}`)];
  }

  arguments(gaps: readonly ArgumentGap[]): readonly TextEdit[] {
    const edits = gaps.map((gap) => this.#argumentsOf(gap));
    return edits.every((each) => each.length > 0) ? edits.flat() : [];
  }

  #argumentsOf({ option, pros, cons }: ArgumentGap): readonly TextEdit[] {
    const sides = [...(pros ? ['pros' as const] : []), ...(cons ? ['cons' as const] : [])];
    const other = option[pros ? 'cons' : 'pros'].at(-1);
    const lines = sides.map((side) => sampleArgument(this.#sample, side)).filter((line) => line !== undefined);
    if (lines.length < sides.length) return [];
    const line = this.#lineAt(option.range.start);
    const item = ITEM.exec(line);
    if (item && other && this.#lineAt(other.range.start) === line) return [this.#insertion(other.range.end, `; ${lines.join('; ')}`)];
    const below = lines.map((each) => this.#likeOther(option, each));
    if (item) return [this.#insertion(endOfContent(this.#plan.text, option.range.end), below.map((each) => `\n${' '.repeat(item[0].length)}${each}`).join(''))];
    return defined(insertBlock(this.#plan, endOfContent(this.#plan.text, option.range.end), this.#underLabel(option, lines) ?? below.join('\n'), this.#values));
  }

  /** `- **Cons**: …` where the other side stands below the option as `- **Pros**: …`. */
  #likeOther({ range }: Option, argument: string): string {
    const [name = '', ...rest] = argument.split(': ');
    const lines = sliceOf(this.#plan.text, range).split(/\r\n?|\n/).slice(1);
    const lead = lines.map((line) => fieldLead(NAMED.exec(line)?.[0] ?? '')).find((each) => each !== undefined && /^[ \t]*[-*+]/.test(each.before));
    if (lead === undefined) return `- ${argument}`;
    const behind = /\s$/.test(lead.behind) ? lead.behind : `${lead.behind} `;
    return `${lead.before.trimStart()}${name}${behind}${rest.join(': ')}`;
  }

  /** Below a heading or label of its own where the other side has one. */
  #underLabel({ range }: Option, lines: readonly string[]): string | undefined {
    const label = /^(#{1,6}[ \t]+|\*\*)(?:Pros?|Cons?|Advantages|Disadvantages)(:?\*\*:?|:?)[ \t]*$/im.exec(sliceOf(this.#plan.text, range).replace(/\r\n?/g, '\n'));
    if (label === null) return undefined;
    const [, before = '', behind = ''] = label;
    return lines
      .map((line) => line.split(': '))
      .map(([name = '', ...rest]) => `${before}${name}${behind}\n\n- ${rest.join(': ')}`)
      .join('\n\n');
  }

  /** With as many cells as the table has columns. Where these are the options, another one is more than a row. */
  #row({ range }: Option): readonly TextEdit[] {
    const table = tablesOf(this.#plan).find((each) => each.isAtRoot && each.range.start <= range.start && range.end <= each.range.end);
    if (table === undefined || range.start < table.delimiters.range.end) return [];
    const cells = table.head.cells.map((_, index) => (index === 0 ? '{{option}}' : '{{…}}'));
    return [this.#insertion(table.range.end, `\n| ${this.#sampleCells(cells.length) ?? cells.join(' | ')} |`)];
  }

  #sampleCells(count: number): string | undefined {
    const [row = ''] = sampleOption(this.#sample);
    const cells = row.split('|').slice(1, -1).map((cell) => cell.trim());
    return cells.length === count ? cells.join(' | ') : undefined;
  }

  #lineAt(offset: number): string {
    const start = this.#plan.lines.startOf(this.#plan.lines.lineAt(offset));
    return /^[^\r\n]*/.exec(this.#plan.text.slice(start))?.[0] ?? '';
  }

  #insertion(offset: number, text: string): TextEdit {
    const finish = (written: string): string => written.replaceAll('\n', lineEndingOf(this.#plan.text));
    return { range: { start: offset, end: offset }, text: finish(fill(text, this.#values)), snippet: finish(toSnippet(text, this.#values)) };
  }
}

function defined(edit: TextEdit | undefined): readonly TextEdit[] {
  return edit === undefined ? [] : [edit];
}
