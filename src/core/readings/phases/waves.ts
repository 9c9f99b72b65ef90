import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { afterMark } from './gates.ts';
import { DEPENDS_ON, firstToName, headedSteps, itemsOf, naming, numbersNamed, otherSteps, PARALLEL, readBody, readHead, valuesOf, worksOf, type Head, type Step } from './phases.ts';
import { headedPieces, partOf, titleOf } from '../forms/pieces.ts';

/** One wave of work: what may be done at the same time. */
export interface Wave {
  readonly number: Value;
  readonly name: Value | undefined;
  /** The numbers of other waves. */
  readonly dependsOn: readonly Value[];
  /** The other numbers of its line: `Wave 3 & 4`. */
  readonly parallelWith: readonly number[];
  readonly isFirst: boolean;
  readonly isParallel: boolean;
  /** What stands below it, without the signs of a tree. */
  readonly items: readonly Value[];
  /** Waves of one line share it. */
  readonly range: Range;
}

type Draft = { -readonly [Field in keyof Wave]: Field extends 'items' ? Value[] : Wave[Field] };

const WAVES = naming('waves?');
const PLAIN_LANGUAGES = ['', 'text', 'txt', 'plain', 'plaintext', 'ascii'];
const LINE = /[^\r\n]+/g;
/** What stands before the words of a line: white space, the branches of a tree, arrows, bullets. */
const SIGNS = /^(?:[\s\u2500-\u257f|+>→⟶↳▶►↓▼•-]|[`\\/](?=-)|\*(?=\s)){0,400}/u;
const REMARK = /[([]([^()[\]]*)[)\]]/g;
/** A line of a graph that only says what its wave comes after. */
const DEPENDENCY_LINE = /^(?:depends on|dependencies|prerequisites|blocked by)\b/i;
const MOST_IN_RANGE = 20;
const COMES_AFTER = /(?<!\bnot\s{1,3})\b(?:depend(?:s|ent)\s+on|after|blocked\s+(?:by|on))\b:?/gi;

/** The forms in their order: of two that name the same wave the first one counts as a whole. Items count where there is nothing else. */
export function readWaves(plan: Plan, span: Range, read: ReadMarkdown): readonly Wave[] {
  const fences = plan.outline.fences.filter(({ range }) => range.start >= span.start && range.start < span.end);
  const drawn = (languages: readonly string[], readGraph: (source: Value) => readonly Wave[]): readonly Wave[] =>
    once(fences.filter(({ language }) => languages.includes(language)).map(({ content }) => readGraph({ text: sliceOf(plan.text, content), range: content })));
  const pieces = headedPieces(plan, afterMark(plan, span), read);
  const headed = headedSteps(pieces[0]?.heading ? pieces.slice(1) : pieces, WAVES);
  const { tables, items } = otherSteps(pieces, headed, WAVES);
  const waves = once([drawn(PLAIN_LANGUAGES, wavesInText), drawn(['mermaid'], wavesInChart), headed.flatMap(wavesOfStep), once(tables.map((table) => table.flatMap(wavesOfStep)))]);
  return waves.length > 0 ? waves : once(items.map((list) => list.flatMap(wavesOfStep)));
}

function once(lists: readonly (readonly Wave[])[]): readonly Wave[] {
  return firstToName(lists, ({ number }) => number.text);
}

function draftsOf({ line, name, numbers, title }: Head, range: Range): Draft[] {
  const remarks = Array.from(line.text.matchAll(REMARK), ([, remark = '']) => remark);
  const all = countedIn(name.text);
  return numbers.filter(isWhole).map((number) => ({
    number,
    name: nameIn(title),
    dependsOn: waitsFor(line),
    parallelWith: all.filter((other) => other !== Number(number.text)),
    isFirst: remarks.some((remark) => /\bfirst\b/i.test(remark) && !/\b(?:after|depends?|parallel)\b/i.test(remark)),
    isParallel: remarks.some((remark) => /(?<!\b(?:not|non)[\s-]{1,3})\bparallel\b/i.test(remark)),
    items: [],
    range: { ...range },
  }));
}

/** A title up to a remark that stands in no parentheses: `Hull - depends on Wave 1`. */
function nameIn(title: Value): Value | undefined {
  const name = partOf(title, 0, /\s*(?:[,;[–—]|-(?=\s))\s*(?:depend(?:s|ent)\s+on|after|blocked\s+(?:by|on)|(?:in\s+)?parallel)\b/i.exec(title.text)?.index);
  return name.text === '' ? undefined : name;
}

/** What a line says it comes after. */
function waitsFor(line: Value): readonly Value[] {
  const starts = Array.from(line.text.matchAll(COMES_AFTER), ({ 0: words, index }) => index + words.length);
  return wavesNamed(starts.map((start) => partOf(line, start, start + (/^[^;)\]]*/.exec(line.text.slice(start))?.[0].length ?? 0))));
}

function wavesNamed(values: readonly Value[]): readonly Value[] {
  return numbersNamed(values, WAVES).filter(isWhole);
}

/** `1.2` is the number of a plan or a task in a wave. */
function isWhole({ text }: Value): boolean {
  return !text.includes('.');
}

/** `3 & 4` or `3-5`, with the numbers between. */
function countedIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/(\d{1,3}(?:\.\d{1,2})?)(?:\s*(?:[-–—]|to)\s*#?(\d{1,3}))?/g)).flatMap(([, first, last]) => {
    const start = Number(first);
    return Array.from({ length: Math.max(1, Math.min(MOST_IN_RANGE, Number(last ?? first) - start + 1)) }, (_, index) => start + index);
  });
}

/** A heading, row or item. What is below it may name the single waves of several. */
function wavesOfStep({ head, range, body, pieces }: Step): readonly Wave[] {
  const single = pieces.slice(1).flatMap(({ piece, heading, blocks }) => {
    const inner = heading && readHead(titleOf(piece, heading), WAVES.head);
    return inner ? [{ inner, below: worksOf(readBody(piece, blocks)) }] : [];
  });
  const isParallel = valuesOf(body, PARALLEL).some(({ text }) => /^\W{0,3}(?:yes|true|y|✓|✔|✅)/iu.test(text));
  const stated = wavesNamed([...valuesOf(body, DEPENDS_ON), ...itemsOf(body, DEPENDS_ON)]);
  return draftsOf(head, range).map((wave) => {
    const own = single.find(({ inner }) => inner.numbers.some(({ text }) => text === wave.number.text));
    return { ...wave, name: (own && nameIn(own.inner.title)) ?? wave.name, dependsOn: withoutRepeats([...wave.dependsOn, ...stated]), isParallel: wave.isParallel || isParallel, items: [...worksOf(body), ...(own?.below ?? [])] };
  });
}

function withoutRepeats(numbers: readonly Value[]): readonly Value[] {
  return numbers.filter(({ text }, index) => numbers.findIndex((other) => other.text === text) === index);
}

/** Lines that are indented no further than the first wave name waves; what is indented below them belongs to them. */
function wavesInText(source: Value): readonly Wave[] {
  const lines = linesOf(source);
  const top = lines.find(({ head }) => head)?.column ?? 0;
  const outer = new Set(lines.flatMap(({ head, column }) => (head && column <= top ? countedIn(head.name.text) : [])));
  const waves: Draft[] = [];
  const open: { readonly column: number; readonly waves: Draft[] }[] = [];
  for (const { text, column, head } of lines) {
    while ((open.at(-1)?.column ?? -1) >= column) open.pop();
    const above = open.at(-1)?.waves ?? [];
    const single = head && singleOf(above, head);
    if (single) {
      if (!waves.includes(single)) waves.push(single);
      open.push({ column, waves: [single] });
    } else if (head && (column <= top || !countedIn(head.name.text).some((number) => outer.has(number)))) {
      const drafts = draftsOf(head, text.range);
      for (const wave of drafts) if (wave.dependsOn.length === 0) wave.dependsOn = above.map(({ number }) => number);
      waves.push(...drafts);
      open.push({ column, waves: drafts });
    } else for (const wave of above) addLine(wave, text);
    for (const wave of open.flatMap((each) => each.waves)) wave.range = { start: wave.range.start, end: text.range.end };
  }
  return waves;
}

interface GraphLine {
  readonly text: Value;
  readonly column: number;
  readonly head: Head | undefined;
}

function linesOf(source: Value): readonly GraphLine[] {
  return Array.from(source.text.matchAll(LINE)).flatMap(({ 0: line, index }) => {
    const column = SIGNS.exec(line)?.[0].length ?? 0;
    let end = line.length;
    while (end > column && /[\s\u2500-\u257f|]/.test(line.charAt(end - 1))) end -= 1;
    const text = partOf(source, index + column, index + end);
    // A lone "v" is the point of an arrow.
    if (!/[\p{L}\p{N}{]/u.test(text.text) || /^v$/i.test(text.text)) return [];
    return [{ text, column, head: headOfWave(text) }];
  });
}

/** The one of several waves of a line that a line below it names. */
function singleOf(above: Draft[], { numbers: [number], title }: Head): Draft | undefined {
  const [first] = above;
  if (first === undefined || number === undefined || first.parallelWith.length === 0) return undefined;
  const known = above.find((wave) => wave.number.text === number.text);
  if (known) {
    known.name = nameIn(title) ?? known.name;
    return known;
  }
  const all = [Number(first.number.text), ...first.parallelWith];
  if (!all.includes(Number(number.text))) return undefined;
  const between: Draft = { ...first, number, name: nameIn(title) ?? first.name, parallelWith: all.filter((other) => other !== Number(number.text)), items: [] };
  above.push(between);
  return between;
}

function addLine(wave: Draft, line: Value): void {
  const numbers = DEPENDENCY_LINE.test(line.text) ? wavesNamed([line]) : [];
  if (numbers.length > 0) wave.dependsOn = withoutRepeats([...wave.dependsOn, ...numbers]);
  else wave.items.push(line);
}

/** The nodes of a flowchart whose labels name waves, and subgraphs; an arrow between two of them, or between nodes in them, says what comes after what. */
function wavesInChart(source: Value): readonly Wave[] {
  const start = /^[ \t]*(?:flowchart|graph)(?![\p{L}\p{N}])[ \t]*(?:T[BD]|BT|RL|LR)?/mu.exec(source.text);
  if (!start) return [];
  const chart = new Chart(partOf(source, start.index + start[0].length));
  const waves = new Map<string, Draft>();
  for (const { head, range } of chart.nodes.values()) {
    for (const wave of head ? draftsOf(head, range) : []) if (!waves.has(wave.number.text)) waves.set(wave.number.text, wave);
  }
  for (const { head, label, group } of chart.nodes.values()) {
    for (const { text } of head ?? group === undefined ? [] : chart.numbersOf(group)) if (label) waves.get(text)?.items.push(label);
  }
  for (const [from, to] of chart.edges) {
    const before = chart.numbersOf(from);
    for (const { text } of chart.numbersOf(to)) {
      const wave = waves.get(text);
      if (wave) wave.dependsOn = withoutRepeats([...wave.dependsOn, ...before.filter((number) => number.text !== text)]);
    }
  }
  return Array.from(waves.values());
}

interface ChartNode {
  readonly label: Value | undefined;
  readonly head: Head | undefined;
  readonly range: Range;
  /** The subgraph it was first written in. */
  readonly group: string | undefined;
}

/** What mermaid writes for arrangement and style. */
const NO_NODES = /^(?:%%|(?:style|classDef|class|click|linkStyle|direction|accTitle|accDescr)(?![\p{L}\p{N}]))/u;
const ID = String.raw`[\p{L}\p{N}_.]+(?:-[\p{L}\p{N}_][\p{L}\p{N}_.]*)*`;
const LABEL = String.raw`"([^"\r\n]{0,500})"|((?:[^()[\]{}\r\n"]|\([^()\r\n"]{0,200}\)|\{\{[^{}\r\n]{0,60}\}\}){0,500})`;
const NODE = new RegExp(String.raw`[ \t]*(${ID})(?:[ \t]?[[({>]{1,3}[/\\]?(?:${LABEL})[/\\]?[\])}]{1,3})?(?::::[\w-]+)?[ \t]*`, 'duy');
const LINK = /(<)?(?:--+|==+|-\.+-|~~~)([>xo]?)[ \t]*(?:\|[^|\r\n]*\|)?/y;
const WORDED_LINK = /(<)?(?:--|==|-\.)[ \t]*(?![xo]\s)[^\s\-=.|>][^|>\r\n]{0,200}?(?:--+|==+|\.+-)([>xo]?)/y;
const MOST_EDGES = 2000;
const DEEPEST_GROUP = 20;

/** As much of a flowchart as can be read: a line of another form ends where it is no longer understood. */
class Chart {
  readonly nodes = new Map<string, ChartNode>();
  readonly edges: (readonly [from: string, to: string])[] = [];
  readonly #groups: string[] = [];

  constructor(source: Value) {
    for (const { 0: line, index } of source.text.matchAll(LINE)) this.#readLine(partOf(source, index, index + line.length));
  }

  /** The waves that a node names, or else those of the subgraph it stands in. */
  numbersOf(id: string): readonly Value[] {
    let node = this.nodes.get(id);
    for (let depth = 0; depth < DEEPEST_GROUP && node !== undefined && node.head === undefined; depth++) node = this.nodes.get(node.group ?? '');
    return node?.head?.numbers ?? [];
  }

  #readLine(line: Value): void {
    if (NO_NODES.test(line.text)) return;
    const subgraph = /^subgraph[ \t]+/.exec(line.text)?.[0];
    if (subgraph !== undefined) this.#openGroup(partOf(line, subgraph.length));
    else if (/^end[ \t;]*$/.test(line.text)) this.#groups.pop();
    else this.#readChain(line);
  }

  /** `subgraph G[Wave 1: Contracts]`, or with the bare words `subgraph Wave 1`. */
  #openGroup(words: Value): void {
    const node = matchAt(NODE, words.text, 0);
    const isNode = node?.[0].length === words.text.length;
    const id = isNode ? (node[1] ?? '') : words.text;
    if (isNode) this.#addNode(words, node);
    else if (!this.nodes.has(id)) this.nodes.set(id, { label: words, head: headOfWave(partOf(words, /^"/.test(id) ? 1 : 0)), range: words.range, group: this.#groups.at(-1) });
    this.#groups.push(id);
  }

  /** `A --> B & C --> D; E --> F` */
  #readChain(line: Value): void {
    let from: string[] = [];
    let to: string[] = [];
    let isArrow = false;
    let position = /^[;\s]*/.exec(line.text)?.[0].length ?? 0;
    for (let node = matchAt(NODE, line.text, position); node !== null; node = matchAt(NODE, line.text, position)) {
      to.push(this.#addNode(line, node));
      position += node[0].length;
      const next = line.text.charAt(position);
      if (next === '&') position += 1;
      else {
        if (isArrow) this.#addEdges(from, to);
        const link = linkAt(line.text, position);
        if (link === undefined && next !== ';') return;
        isArrow = link?.isArrow ?? false;
        from = to;
        to = [];
        position += link?.length ?? 1;
      }
    }
  }

  #addNode(line: Value, node: RegExpExecArray): string {
    const id = node[1] ?? '';
    const [start, end] = node.indices?.[2] ?? node.indices?.[3] ?? [0, 0];
    const known = this.nodes.get(id);
    if (known?.label !== undefined || (known && end === 0)) return id;
    const whole = partOf(line, node.index, node.index + node[0].length);
    const label = end === 0 ? undefined : partOf(line, start, end);
    this.nodes.set(id, { label, head: headOfWave(label ?? whole), range: whole.range, group: known ? known.group : this.#groups.at(-1) });
    return id;
  }

  #addEdges(from: readonly string[], to: readonly string[]): void {
    for (const start of from) for (const end of to) if (this.edges.length < MOST_EDGES) this.edges.push([start, end]);
  }
}

function linkAt(text: string, position: number): { readonly isArrow: boolean; readonly length: number } | undefined {
  const plain = matchAt(LINK, text, position);
  // Two signs without a point begin a link with words in it.
  const link = plain && !/^(?:--|==)\s*$/.test(plain[0]) ? plain : (matchAt(WORDED_LINK, text, position) ?? plain);
  return link ? { isArrow: link[1] === undefined && link[2] === '>', length: link[0].length } : undefined;
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function headOfWave(text: Value): Head | undefined {
  const head = readHead(text, WAVES.head);
  return head && !head.isBare && head.numbers.some(isWhole) ? head : undefined;
}
