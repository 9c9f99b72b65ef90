import type { PhrasingContent } from 'mdast';
import { NotPlain, placeOf, type PlainLine } from './plain-nodes.ts';

/** What only the whole parser can tell: escapes, entities, HTML, addresses, images, struck-out text. */
const NOT_PLAIN = /~|<[a-z/!?]|\\(?:[!-/:-@[-`{-~]|$)|[a-z0-9._+-]@|&[#a-z]|https?:|www\.|!\[/im;
const SIMPLE_LINK = /\[([^[\]`!\n]*)\]\(([^\s()<>\\&]*)\)/y;
/** More than a paragraph has; each is compared with those before it. */
const MOST_RUNS = 300;
const WHITE_SPACE = /\s/;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Text on lines that may be indented: one string, and where each of its lines stands in the source. */
export class InlineText {
  readonly text: string;
  /** Where each line begins in the text, and in the source. */
  readonly #inText: readonly number[];
  readonly #inSource: readonly number[];
  /** Where the last thing stands that looks like a link. */
  readonly lastLink: number;
  /** Hard breaks, by where they stand in the text: from the spaces at the end of a line to the next line. */
  readonly breaks: ReadonlyMap<number, PlainLine>;

  constructor(source: string, lines: readonly PlainLine[]) {
    let text = '';
    const inText: number[] = [];
    const inSource: number[] = [];
    const breaks = new Map<number, PlainLine>();
    lines.forEach(({ start, end }, index) => {
      let from = start;
      while (source.charCodeAt(from) === 32 && from < end) from++;
      let to = end;
      while (to > from && source.charCodeAt(to - 1) === 32) to--;
      inText.push(text.length);
      inSource.push(from);
      text += source.slice(from, to);
      if (index === lines.length - 1) return;
      const ending = source.startsWith('\r\n', end) ? '\r\n' : '\n';
      if (end - to < 2) {
        // A line break of the text begins where the line ends in the source, whatever spaces stand before it.
        if (end > to) {
          inText.push(text.length);
          inSource.push(end);
        }
        text += ending;
        return;
      }
      breaks.set(text.length, { start: to, end: end + ending.length });
      text += '\n';
    });
    this.text = text;
    this.#inText = inText;
    this.#inSource = inSource;
    this.breaks = breaks;
    this.lastLink = text.lastIndexOf('](');
  }

  /** Where what begins here begins in the source. */
  startOf(at: number): number {
    let line = 0;
    for (let after = this.#inText.length; line + 1 < after; ) {
      const middle = (line + after) >> 1;
      if ((this.#inText[middle] ?? 0) <= at) line = middle;
      else after = middle;
    }
    return (this.#inSource[line] ?? 0) + at - (this.#inText[line] ?? 0);
  }

  endOf(at: number): number {
    return at === 0 ? this.startOf(0) : this.startOf(at - 1) + 1;
  }
}

/** A run of `*` or `_`, as far as it is not yet part of emphasis. */
interface Run {
  readonly sign: string;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly size: number;
  start: number;
  end: number;
  /** What stands between this run and the next. */
  after: PhrasingContent[];
}

export function readInline(source: string, lines: readonly PlainLine[], skip = 0): PhrasingContent[] {
  const inline = new InlineText(source, lines);
  // A definition, of a link or of a note: what it names is then more than text.
  if (/^\[[^\]]*\]:/.test(inline.text)) throw new NotPlain();
  return readBetween(inline, skip, inline.text.length);
}

function readBetween(inline: InlineText, from: number, to: number): PhrasingContent[] {
  const { text } = inline;
  const before: PhrasingContent[] = [];
  const runs: Run[] = [];
  let current = before;
  let plain = from;
  let at = from;
  let ticks = 0;
  const addText = (until: number): void => {
    if (until > plain) current.push(textNode(inline, plain, until));
  };
  while (at < to) {
    const sign = text[at] ?? '';
    const hardBreak = sign === '\n' ? inline.breaks.get(at) : undefined;
    if (hardBreak !== undefined) {
      addText(at);
      current.push({ type: 'break', position: placeOf(hardBreak.start, hardBreak.end) });
      at = plain = at + 1;
    } else if (sign === '`') {
      if (++ticks > MOST_RUNS) throw new NotPlain();
      const code = readCode(inline, at, to);
      if (typeof code === 'number') at = code;
      else {
        addText(at);
        current.push(code.node);
        at = plain = code.end;
      }
    } else if (sign === '[') {
      SIMPLE_LINK.lastIndex = at;
      const [whole, label = '', url = ''] = SIMPLE_LINK.exec(text) ?? [];
      if (text[at - 1] === '!') throw new NotPlain();
      if (whole === undefined || at + whole.length > to) {
        if (inline.lastLink > at) throw new NotPlain();
        at++;
        continue;
      }
      addText(at);
      const end = at + whole.length;
      const children = readBetween(inline, at + 1, at + 1 + label.length);
      if (children.some(({ type }) => type === 'link')) throw new NotPlain();
      current.push({ type: 'link', title: null, url, children, position: placeOf(inline.startOf(at), inline.endOf(end)) });
      at = plain = end;
    } else if (sign === '*' || sign === '_') {
      addText(at);
      if (runs.length === MOST_RUNS) throw new NotPlain();
      const run = readRun(inline, sign, at, from, to);
      runs.push(run);
      current = run.after;
      at = plain = run.end;
    } else at++;
  }
  addText(to);
  return pairUp(inline, before, runs);
}

function textNode(inline: InlineText, start: number, end: number): PhrasingContent {
  const value = inline.text.slice(start, end);
  if (NOT_PLAIN.test(value)) throw new NotPlain();
  return { type: 'text', value, position: placeOf(inline.startOf(start), inline.endOf(end)) };
}

/** A code span, or the end of backticks that begin none. */
function readCode(inline: InlineText, start: number, to: number): { readonly node: PhrasingContent; readonly end: number } | number {
  const { text } = inline;
  const run = /`+/y;
  run.lastIndex = start;
  const size = run.exec(text)?.[0].length ?? 1;
  for (let at = start + size; at < to; ) {
    const open = text.indexOf('`', at);
    if (open < 0 || open >= to) break;
    run.lastIndex = open;
    const length = run.exec(text)?.[0].length ?? 1;
    if (length === size) return { node: codeNode(inline, start, open + length, size), end: open + length };
    at = open + length;
  }
  return start + size;
}

function codeNode(inline: InlineText, start: number, end: number, size: number): PhrasingContent {
  const raw = inline.text.slice(start + size, end - size);
  if (/[\r\n]/.test(raw)) throw new NotPlain();
  const value = /^ .*[^ ].* $/.test(raw) || /^ [^ ] $/.test(raw) ? raw.slice(1, -1) : raw;
  return { type: 'inlineCode', value, position: placeOf(inline.startOf(start), inline.endOf(end)) };
}

function readRun(inline: InlineText, sign: string, start: number, from: number, to: number): Run {
  const { text } = inline;
  let end = start;
  while (end < to && text[end] === sign) end++;
  if (end - start > 2) throw new NotPlain();
  const previous = start > from ? (text[start - 1] ?? '') : '';
  const next = end < to ? (text[end] ?? '') : '';
  const before = classOf(previous);
  const after = classOf(next);
  const opens = after === '' || (after === 'punctuation' && before !== '') || next === '*' || next === '_';
  const closes = before === '' || (before === 'punctuation' && after !== '') || previous === '*' || previous === '_';
  return {
    sign,
    start,
    end,
    size: end - start,
    opens: sign === '*' ? opens : opens && (before !== '' || !closes),
    closes: sign === '*' ? closes : closes && (after !== '' || !opens),
    after: [],
  };
}

function classOf(sign: string): 'space' | 'punctuation' | '' {
  if (sign === '' || WHITE_SPACE.test(sign)) return 'space';
  return PUNCTUATION.test(sign) ? 'punctuation' : '';
}

/** Each run that can close takes the nearest that can open and is like it; what is left of both stays text. */
function pairUp(inline: InlineText, before: PhrasingContent[], runs: Run[]): PhrasingContent[] {
  for (let closing = 0; closing < runs.length; closing++) {
    const closer = runs[closing];
    if (closer === undefined || !closer.closes || closer.start === closer.end) continue;
    for (let opening = closing - 1; opening >= 0; opening--) {
      const opener = runs[opening];
      if (opener === undefined || !opener.opens || opener.sign !== closer.sign || opener.start === opener.end) continue;
      const sizes = [opener.end - opener.start, closer.end - closer.start] as const;
      if ((opener.closes || closer.opens) && sizes[1] % 3 !== 0 && (sizes[0] + sizes[1]) % 3 === 0) continue;
      const size = sizes[0] > 1 && sizes[1] > 1 ? 2 : 1;
      const children = [...opener.after, ...runs.slice(opening + 1, closing).flatMap((run) => [...leftOf(inline, run), ...run.after])];
      const position = placeOf(inline.startOf(opener.end - size), inline.endOf(closer.start + size));
      opener.end -= size;
      closer.start += size;
      const merged = mergeText(children);
      opener.after = [size === 2 ? { type: 'strong', children: merged, position } : { type: 'emphasis', children: merged, position }];
      runs.splice(opening + 1, closing - opening - 1);
      // What is left of the closing run may close one more.
      closing = opening + (closer.start < closer.end ? 0 : 1);
      break;
    }
  }
  return mergeText([...before, ...runs.flatMap((run) => [...leftOf(inline, run), ...run.after])]);
}

function leftOf(inline: InlineText, { start, end }: Run): PhrasingContent[] {
  return start < end ? [{ type: 'text', value: inline.text.slice(start, end), position: placeOf(inline.startOf(start), inline.endOf(end)) }] : [];
}

function mergeText(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      const start = last.position?.start.offset ?? 0;
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value, position: placeOf(start, node.position?.end.offset ?? start) };
    } else merged.push(node);
  }
  return merged;
}
