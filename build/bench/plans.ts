import { isApplicable, type ContractSection, type Kind } from '../../src/core/template/kind.ts';
import { withDerivedValues } from '../../src/core/template/derived-values.ts';
import type { Values } from '../../src/core/template/placeholders.ts';
import { fillBlanks } from './blanks.ts';
import { note } from './notes.ts';
import { Random } from './random.ts';
import { ANCHOR, paragraph } from './words.ts';

/** A piece of a document with those below it. What repeats is a piece of its own without a text. */
interface Piece {
  readonly text: string;
  readonly pieces: Piece[];
}

/** So much of what makes a plan longer are further risks, decisions, phases; the rest are sections of the author's own. */
const SHARE_OF_SERIES = 0.4;
const COPIES_AT_FIRST = 2;
/** What is added last is as much too long as it was too short without. */
const HALF_OF_ONE = 500;

/** A plan as its author would leave it: the template of its kind, filled in, and as long as is asked for. */
export function writePlan(kind: Kind, answers: Values, bytes: number, seed: number): string {
  const author = new Author(kind, answers, new Random(seed));
  while (author.size < bytes - HALF_OF_ONE) author.addMore();
  return author.text;
}

class Author {
  size = 0;
  readonly #kind: Kind;
  readonly #values: Values;
  readonly #random: Random;
  readonly #root: Piece;
  /** Each writes one more piece: of a series that a template repeats, or below a section. */
  readonly #series: (() => void)[] = [];
  readonly #notes: (() => void)[] = [];

  constructor(kind: Kind, answers: Values, random: Random) {
    this.#kind = kind;
    this.#values = withDerivedValues(answers);
    this.#random = random;
    this.#root = this.#section(kind.root, 1);
  }

  get text(): string {
    const { body, root } = this.#kind;
    const head = body.slice(0, body.indexOf(firstLine(root.ownText)));
    return withAnchors(`${[fillBlanks(head.trim(), this.#values, this.#random), ...textsOf(this.#root)].filter((text) => text !== '').join('\n\n')}\n`);
  }

  addMore(): void {
    const sites = this.#series.length > 0 && (this.#notes.length === 0 || this.#random.chance(SHARE_OF_SERIES)) ? this.#series : this.#notes;
    sites[this.#random.between(0, sites.length - 1)]?.();
  }

  #section(section: ContractSection, count: number): Piece {
    const piece = this.#piece(this.#filled(section.ownText, count));
    for (const child of section.children.filter((each) => isApplicable(each, this.#values))) {
      piece.pieces.push(child.repeat === undefined ? this.#section(child, 1) : this.#seriesOf(child));
    }
    const isSeries = section.children.some(({ repeat }) => repeat !== undefined);
    if (section.level === 2 && !isSeries) this.#notes.push(() => piece.pieces.push(this.#piece(note(this.#random))));
    return piece;
  }

  #seriesOf(section: ContractSection): Piece {
    const series: Piece = { text: '', pieces: [] };
    const addOne = (): void => void series.pieces.push(this.#section(section, series.pieces.length + 1));
    for (let copy = 0; copy < COPIES_AT_FIRST; copy += 1) addOne();
    this.#series.push(addOne);
    return series;
  }

  #piece(text: string): Piece {
    this.size += Buffer.byteLength(text) + 2;
    return { text, pieces: [] };
  }

  #filled(template: string, count: number): string {
    const text = template.replace(/<!--[\s\S]*?-->\n*/g, '').trim();
    return fillBlanks(withMoreOfEach(text, this.#random), { ...this.#values, n: String(count) }, this.#random);
  }
}

/** A blank that is a row, an item or a paragraph stands for several of them. */
function withMoreOfEach(text: string, random: Random): string {
  const units = text.match(/^(?:[-*]|\d+\.) .*(?:\n[ \t]+\S.*)*|^.*$/gm) ?? [];
  return units.flatMap((unit) => {
    if (/^\| \{\{/.test(unit)) return Array.from({ length: random.between(2, 4) }, () => unit);
    if (/^(?:[-*]|\d+\.) (?:\[ \] )?\**\{\{/.test(unit)) return Array.from({ length: random.between(1, 3) }, () => unit);
    if (/^\{\{[^{}]*\}\}$/.test(unit)) return [Array.from({ length: random.between(1, 2) }, () => paragraph(random)).join('\n\n')];
    return [unit];
  }).join('\n');
}

/** Every link leads to a heading that is there. */
function withAnchors(text: string): string {
  const anchors = Array.from(text.matchAll(/^#{2,3} ([A-Za-z0-9 ]+)$/gm), ([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
  let next = 0;
  return text.replaceAll(ANCHOR, () => `(#${anchors[next++ % anchors.length] ?? ''})`);
}

function textsOf({ text, pieces }: Piece): readonly string[] {
  return [text, ...pieces.flatMap(textsOf)];
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
