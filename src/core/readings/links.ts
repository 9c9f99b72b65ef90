import { codeSpans, nestedFences } from '../plan/code-spans.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';

/** Where the text leads: by a link, an image, or the definition of one that is used elsewhere. */
export interface Link {
  readonly form: 'link' | 'image' | 'definition';
  /** As written, without angle brackets and title. */
  readonly target: string;
  readonly range: Range;
}

const LONGEST_LABEL = 1000;
/** From the end of the label to the end of the target; a title may follow. */
const TARGET = /\]\([ \t]{0,9}(?:\r?\n[ \t]{0,9})?(?:<([^<>\r\n]{0,1000})>|((?:[^()\s<>\\]|\\.|\((?:[^()\s<>\\]|\\.){0,300}\)){0,1000}))(?=[ \t]{0,9}(?:\r?\n[ \t]{0,9})?\)|[ \t\r\n]{1,9}["'(])/g;
const DEFINITION = /^ {0,3}\[(?!\^)(?:[^[\]\r\n\\]|\\.){1,300}\]:[ \t]{0,9}(?:<([^<>\r\n]{1,1000})>|([^\s<]\S{0,1000}))/gm;
const COMMENT = /<!--[^]*?(?:-->|$)/g;

/** Every link of the document outside of code and comments, in order. Linear in the length of the text. */
export function readLinks({ text }: Plan, hidden: HiddenSpans): readonly Link[] {
  const links: Link[] = [];
  for (const match of text.matchAll(TARGET)) {
    const target = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - target.length - (match[1] === undefined ? 0 : 1);
    const opening = hidden.covers(match.index) || text[match.index - 1] === '\\' ? undefined : openingOf(text, match.index, hidden);
    if (opening === undefined || isIndentedCode(text, opening)) continue;
    links.push({ form: text[opening - 1] === '!' ? 'image' : 'link', target, range: { start, end: start + target.length } });
  }
  for (const match of text.matchAll(DEFINITION)) {
    const target = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - target.length - (match[1] === undefined ? 0 : 1);
    if (!hidden.covers(match.index + match[0].indexOf('['))) links.push({ form: 'definition', target, range: { start, end: start + target.length } });
  }
  return links.sort((a, b) => a.range.start - b.range.start);
}

/** What is not read as text: front matter, code, comments. */
export class HiddenSpans {
  readonly #spans: readonly Range[];

  constructor(spans: readonly Range[]) {
    const merged: { start: number; end: number }[] = [];
    for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
      const last = merged.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else merged.push({ start, end });
    }
    this.#spans = merged;
  }

  covers(offset: number): boolean {
    let [low, high] = [0, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset < (this.#spans[low - 1]?.end ?? 0);
  }
}

export function hiddenSpans({ text, outline }: Plan): HiddenSpans {
  const blocks = [...(outline.frontMatter ? [outline.frontMatter.range] : []), ...outline.fences.map(({ range }) => range), ...outline.comments];
  blocks.sort((a, b) => a.start - b.start);
  const open = blocks.map(({ end }, index) => ({ start: end, end: blocks[index + 1]?.start ?? text.length }));
  const spans = [{ start: 0, end: blocks[0]?.start ?? text.length }, ...open].filter(({ start, end }) => start < end);
  const code = spans.flatMap((span) => [...nestedFences(text, span), ...codeSpans(text, span)]);
  const hidden = new HiddenSpans([...blocks, ...code]);
  const comments = Array.from(text.matchAll(COMMENT), ({ index, 0: comment }) => ({ start: index, end: index + comment.length })).filter(({ start }) => !hidden.covers(start));
  return new HiddenSpans([...blocks, ...code, ...comments]);
}

/** The bracket that the label begins with; nothing where there is none in the paragraph. */
function openingOf(text: string, closing: number, hidden: HiddenSpans): number | undefined {
  let depth = 0;
  const first = Math.max(0, closing - LONGEST_LABEL);
  for (let at = closing - 1; at >= first; at--) {
    const sign = text[at];
    if (sign === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 100))) return undefined;
    if ((sign !== '[' && sign !== ']') || text[at - 1] === '\\' || hidden.covers(at)) continue;
    if (sign === ']') depth += 1;
    else if (depth === 0) return at;
    else depth -= 1;
  }
  return undefined;
}

/** An indented line after a blank one is code, unless a list goes on there. */
function isIndentedCode(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (!/^(?: {4}|\t)/.test(text.slice(start, offset))) return false;
  const above = text.slice(Math.max(0, start - 3000), start).split(/\r?\n/).slice(0, -1);
  if ((above.at(-1) ?? '').trim() !== '') return false;
  const outer = above.findLast((line) => line.trim() !== '' && !/^(?: {4}|\t)/.test(line)) ?? '';
  return !/^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(outer) && !/^ {2,3}\S/.test(outer);
}
