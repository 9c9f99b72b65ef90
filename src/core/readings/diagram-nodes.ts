/** What a diagram shows: its boxes, and every other name in it. */
export interface DiagramNodes {
  /** Boxes that may stand for a part of the system; in the order of the source. */
  readonly parts: readonly DiagramNode[];
  /** It has questions, a start or an end: then its boxes are steps. */
  readonly isProcess: boolean;
}

export interface DiagramNode {
  readonly label: string;
  /** Where the label stands in the source, or the name of the box that has none. */
  readonly start: number;
  readonly end: number;
}

const LONGEST_LINE = 1000;
const MOST_NODES = 500;
const SILENT = /^\s*(?:%%|style\b|classDef\b|class\b|click\b|linkStyle\b|direction\b|accTitle\b|accDescr\b|end\b)/;
/** The name of a group, at which links may end too. */
const GROUP = /^\s*subgraph\s+([\p{L}\p{N}_./-]+)/u;
const SPACE = /\s*/y;
const ID = /[\p{L}\p{N}_]+(?:[./-](?=[\p{L}\p{N}_])[\p{L}\p{N}_]+)*/uy;
const CLASS = /:::[\p{L}\p{N}_-]+/uy;
const DATA = /@\{[^{}\r\n]{0,300}\}/y;
/** Dashes, dots or equals signs, with a head or without; and a text between two of them. */
const LINK = /[<xo]?(?:-{2,}[>xo]?|={2,}[>xo]?|-\.+-?[>xo]?|~{3,})/y;
const LINK_END = /-{2,}[>xo]?|={2,}[>xo]?|\.+-[>xo]?/g;
const LINK_TEXT = /\|[^|\r\n]{0,300}\|/y;
/** Shapes with what closes them; `false` for those that stand for something else than a part: people, stores, questions, ends. */
const SHAPES: readonly (readonly [open: string, close: readonly string[], isPart: boolean])[] = [
  ['(((', [')))'], false],
  ['((', ['))'], false],
  ['([', ['])'], false],
  ['[[', [']]'], true],
  ['[(', [')]'], false],
  ['[/', ['/]', '\\]'], false],
  ['[\\', ['\\]', '/]'], false],
  ['{{', ['}}'], true],
  ['[', [']'], true],
  ['(', [')'], true],
  ['{', ['}'], false],
  ['>', [']'], false],
];
const C4_PART = /^\s*(Container|Component|System|Node|Deployment_Node)\s{0,3}\(\s*[^,()"]{1,100},\s*"([^"\r\n]{1,200})"/;
const SERVICE = /^\s*service\s+[\p{L}\p{N}_-]+\s*(?:\(\s*([\w:-]{0,60})\s*\))?\s*\[([^\]\r\n]{1,200})\]/u;
const NO_SERVER = /database|disk|internet|cloud|user|client/i;
const HEAD = /^\s*(?:flowchart|graph|C4\w+|architecture)\b/;
const END = /^(?:start|begin|end|stop|finish|done|exit)$/i;

/** The boxes of a diagram of structure; nothing for any other sort of diagram. Linear in the length of the source. */
export function diagramNodes(source: string): DiagramNodes | undefined {
  const sort = sortOf(source);
  if (sort === undefined) return undefined;
  const nodes = new Map<string, DiagramNode>();
  const groups = new Set<string>();
  let isProcess = false;
  let isBelowHead = false;
  for (const { 0: line, index } of source.matchAll(/[^\r\n]+/g)) {
    isBelowHead ||= HEAD.test(line);
    if (!isBelowHead || nodes.size > MOST_NODES || line.length > LONGEST_LINE || SILENT.test(line)) continue;
    if (/^\s*subgraph\b/.test(line)) groups.add(GROUP.exec(line)?.[1] ?? '');
    else if (sort === 'flowchart') {
      const read = new FlowLine(line, index, nodes);
      read.read();
      isProcess ||= read.hasQuestion;
    } else readBox(sort === 'c4' ? C4_PART : SERVICE, line, index, nodes);
  }
  const parts = Array.from(nodes).flatMap(([id, node]) => (node.end > 0 && !groups.has(id) ? [node] : []));
  return { parts, isProcess: isProcess || parts.some(({ label }) => END.test(label.trim())) };
}

function sortOf(source: string): 'flowchart' | 'c4' | 'architecture' | undefined {
  const bare = source.slice(0, 5000).replace(/^\s*---[ \t]*[\r\n][\s\S]*?[\r\n]---[ \t]*[\r\n]/, '').replace(/%%\{[\s\S]*?\}%%|^\s*%%[^\r\n]*/gm, '').trimStart();
  if (/^(?:flowchart|graph)\b/.test(bare)) return 'flowchart';
  if (/^C4(?:Context|Container|Component|Dynamic|Deployment)\b/.test(bare)) return 'c4';
  return /^architecture(?:-beta)?\b/.test(bare) ? 'architecture' : undefined;
}

function readBox(form: RegExp, line: string, offset: number, nodes: Map<string, DiagramNode>): void {
  const [whole, sort = '', label = ''] = form.exec(line) ?? [];
  if (whole === undefined || NO_SERVER.test(sort)) return;
  const start = offset + whole.lastIndexOf(label);
  nodes.set(String(start), { label, start, end: start + label.length });
}

/** One line of a flowchart: boxes with links between them. What it does not understand ends it. */
class FlowLine {
  hasQuestion = false;
  readonly #line: string;
  readonly #offset: number;
  readonly #nodes: Map<string, DiagramNode>;
  #at = 0;

  constructor(line: string, offset: number, nodes: Map<string, DiagramNode>) {
    this.#line = line;
    this.#offset = offset;
    this.#nodes = nodes;
  }

  read(): void {
    this.#take(SPACE);
    if (/^(?:flowchart|graph)\b/.test(this.#line.slice(this.#at))) this.#at = Math.max(this.#line.indexOf(';') + 1, 0) || this.#line.length;
    while (this.#at < this.#line.length) {
      this.#take(SPACE);
      if (!this.#readNode()) return;
      this.#take(SPACE);
      if (!this.#readLink()) return;
    }
  }

  #readNode(): boolean {
    const start = this.#at;
    const id = this.#take(ID);
    if (id === undefined) return false;
    const shape = SHAPES.find(([open]) => this.#line.startsWith(open, this.#at));
    const known = this.#nodes.get(id);
    if (shape !== undefined) {
      const label = this.#labelIn(shape[0], shape[1]);
      if (label === undefined) return false;
      this.hasQuestion ||= shape[0] === '{';
      if (known === undefined || known.label === id) this.#nodes.set(id, shape[2] ? label : { label: '-', start: 0, end: 0 });
    } else if (this.#take(DATA) !== undefined) {
      this.#nodes.set(id, { label: '-', start: 0, end: 0 });
    } else if (known === undefined) {
      this.#nodes.set(id, { label: id, start: this.#offset + start, end: this.#offset + start + id.length });
    }
    this.#take(CLASS);
    return true;
  }

  #labelIn(open: string, closes: readonly string[]): DiagramNode | undefined {
    const from = this.#at + open.length;
    const isQuoted = this.#line[from] === '"';
    const ends = closes.flatMap((close) => {
      const at = this.#line.indexOf(isQuoted ? `"${close}` : close, from + (isQuoted ? 1 : 0));
      return at < 0 ? [] : [{ at, length: close.length + (isQuoted ? 1 : 0) }];
    });
    const end = ends.toSorted((a, b) => a.at - b.at)[0];
    if (end === undefined) return undefined;
    const start = from + (isQuoted ? 1 : 0);
    this.#at = end.at + end.length;
    return { label: this.#line.slice(start, end.at), start: this.#offset + start, end: this.#offset + end.at };
  }

  /** Also `&` between two boxes and `;` between two statements. */
  #readLink(): boolean {
    if (/[&;]/.test(this.#line[this.#at] ?? '')) {
      this.#at += 1;
      return true;
    }
    const link = this.#take(LINK);
    if (link === undefined) return false;
    if (/^[<xo]?(?:--|==|-\.)$/.test(link)) {
      LINK_END.lastIndex = this.#at;
      const end = LINK_END.exec(this.#line);
      if (end === null) return false;
      this.#at = end.index + end[0].length;
    }
    this.#take(SPACE);
    this.#take(LINK_TEXT);
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}
