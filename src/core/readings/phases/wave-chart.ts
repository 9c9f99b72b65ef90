import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import type { Head } from './heads.ts';
import { draftsOf, headOfWave, withoutRepeats, type Wave, type WaveDraft } from './wave.ts';

const LINE = /[^\r\n]+/g;
/** What mermaid writes for arrangement and style. */
const NO_NODES = /^(?:%%|(?:style|classDef|class|click|linkStyle|direction|accTitle|accDescr)(?![\p{L}\p{N}]))/u;
const ID = String.raw`[\p{L}\p{N}_.]+(?:-[\p{L}\p{N}_][\p{L}\p{N}_.]*)*`;
const LABEL = String.raw`"([^"\r\n]{0,500})"|((?:[^()[\]{}\r\n"]|\([^()\r\n"]{0,200}\)|\{\{[^{}\r\n]{0,60}\}\}){0,500})`;
const NODE = new RegExp(String.raw`[ \t]*(${ID})(?:[ \t]?[[({>]{1,3}[/\\]?(?:${LABEL})[/\\]?[\])}]{1,3})?(?::::[\w-]+)?[ \t]*`, 'duy');
const LINK = /(<)?(?:--+|==+|-\.+-|~~~)([>xo]?)[ \t]*(?:\|[^|\r\n]*\|)?/y;
const WORDED_LINK = /(<)?(?:--|==|-\.)[ \t]*(?![xo]\s)[^\s\-=.|>][^|>\r\n]{0,200}?(?:--+|==+|\.+-)([>xo]?)/y;
const MOST_EDGES = 2000;
const DEEPEST_GROUP = 20;

/** The nodes of a flowchart whose labels name waves, and subgraphs; an arrow between two of them, or between nodes in them, says what comes after what. */
export function wavesInChart(source: Value): readonly Wave[] {
  const start = /^[ \t]*(?:flowchart|graph)(?![\p{L}\p{N}])[ \t]*(?:T[BD]|BT|RL|LR)?/mu.exec(source.text);
  if (!start) return [];
  const chart = new Chart(partOf(source, start.index + start[0].length));
  const waves = new Map<string, WaveDraft>();
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
    for (const start of from) {
      const left = MOST_EDGES - this.edges.length;
      if (left <= 0) return;
      this.edges.push(...to.slice(0, left).map((end) => [start, end] as const));
    }
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
