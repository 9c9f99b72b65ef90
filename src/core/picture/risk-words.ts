import { wholeLevel } from '../readings/risks/levels.ts';
import { valueAt, written, type Axis, type RiskLevels, type When } from './risk-levels.ts';
import { levelRuns, type LevelRun } from './risk-runs.ts';
import { OF_ONE_AXIS, wordInSeries } from './risk-series.ts';
import { signIn, usualSign } from './risk-signs.ts';
import type { PictureSource } from './source.ts';

/** A value that states a level and nothing else may be written for another risk as well. */
const LONGEST_MODEL = 40;
const PLAIN_MODEL = /^[^|,;=<>[\]`\\\r\n]+$/;
/** Behind the word: `(3)`, `(4/5)`. */
const FIGURE_BEHIND = /^([*_]{0,3}[ \t]{0,2}[([:–-]?[ \t]{0,2})([1-5])(?=[ \t]{0,2}(?:[/)\]]|[*_]{0,3}$))/;
const FIGURE_BEFORE = /^([^\p{L}\d]{0,10})([1-5])(?=[ \t]{0,2}[-–:.)(])/u;
/** `(70%)`, `(30–50 %)` */
const SHARE_BEHIND = /^([*_]{0,3})[ \t]{0,2}\([^()\r\n]{0,20}%[ \t]{0,2}\)/;

/** A level as it is written somewhere in the document. */
interface Known {
  readonly text: string;
  readonly rank: number;
  readonly run: LevelRun;
}

/** How a document writes the levels of one field: as it does there, else before or after mitigation, else on the other axis. */
export function wordsFor({ risks }: PictureSource, levels: RiskLevels, axis: Axis, when: When): LevelWords {
  const texts = (which: Axis, at: When): readonly string[] =>
    risks.flatMap((risk) => {
      const value = valueAt(risk, which, at);
      return value === undefined || written(value) === undefined ? [] : [value.text];
    });
  const [then, across] = [when === 'now' ? 'mitigated' : 'now', axis === 'impact' ? 'probability' : 'impact'] as const;
  return new LevelWords(levels, [...texts(axis, when), ...texts(axis, then)], [...texts(across, when), ...texts(across, then)]);
}

/** How a document writes the levels of a field. */
export class LevelWords {
  readonly #levels: RiskLevels;
  /** What stands in that field elsewhere, and what stands in the others. */
  readonly #own: readonly Known[];
  readonly #others: readonly Known[];

  constructor(levels: RiskLevels, own: readonly string[], others: readonly string[]) {
    this.#levels = levels;
    this.#own = own.flatMap((text) => this.#known(text));
    this.#others = others.flatMap((text) => this.#known(text));
  }

  /** The value with another level in it: what stands around the word stays, but for its light and its figure. Nothing where it states no level. */
  inPlaceOf(text: string, rank: number): string | undefined {
    if (this.#levels.rankOf(text) === undefined) return undefined;
    for (const run of levelRuns(text)) {
      const written = this.#replaced(text, run, rank);
      if (written !== undefined) return written;
    }
    return this.#onlySign(text, rank);
  }

  /** Where nothing is said yet: as another risk says it. */
  alone(rank: number): string {
    const models = [...this.#own, ...(this.#own.length > 0 ? [] : this.#others.filter((known) => !isOfOneAxis(known)))].filter(isModel);
    const same = models.find((known) => known.rank === rank);
    const [any] = models;
    return same?.text ?? (any && this.inPlaceOf(any.text, rank)) ?? this.word(rank);
  }

  /** Before what else is said: `High – it rains a lot`, `High (70%)`. */
  before(text: string, rank: number): string {
    const isFigure = /^[\d\s.,%<>~≈–-]{1,20}$/.test(text);
    const word = this.#levels.scale[0] === '1' ? `${rank + 1}/5` : this.word(rank);
    const written = [word, this.#levels.scale[rank] ?? word].map((each) => (isFigure ? `${each} (${text})` : `${each} – ${text}`));
    return written.find((each) => this.#levels.rankOf(each) === rank) ?? `${word} – ${text}`;
  }

  /** The word for a level, in the letters of the one that it replaces or of those around it. */
  word(rank: number, like?: string): string {
    const { scale, choices, rankOf } = this.#levels;
    if (scale[0] === '1') return String(rank + 1);
    const [own, others] = [wordsOf(this.#own), wordsOf(this.#others)];
    const used = [...own, ...others].map((word) => word.toLowerCase());
    const said = this.#own.find((known) => known.rank === rank && !known.run.isFigure);
    if (said) return cased(said.run.text, like, own);
    const isOfChoices = used.every((word) => choices.some((choice) => choice.toLowerCase() === word));
    const choice = isOfChoices ? choices.find((each) => rankOf(each) === rank) : undefined;
    const lent = isLentBetween(own, others) ? this.#others.find((known) => known.rank === rank && !known.run.isFigure && (own.length > 0 || !isOfOneAxis(known))) : undefined;
    const series = wordInSeries(own, others.filter((word) => own.length > 0 || !OF_ONE_AXIS.has(word.toLowerCase())), rank, scale.length);
    const isRead = (word: string | undefined): word is string => word !== undefined && rankOf(word) === rank;
    const word = [choice, lent?.run.text, series].find(isRead) ?? scale[rank] ?? '';
    return cased(word, like, own.length > 0 ? own : others);
  }

  #known(text: string): readonly Known[] {
    const rank = this.#levels.rankOf(text);
    const run = levelRuns(text).find((each) => this.#levels.rankOf(each.text) === rank);
    return rank === undefined || run === undefined ? [] : [{ text, rank, run }];
  }

  #replaced(text: string, run: LevelRun, rank: number): string | undefined {
    const before = this.#levels.rankOf(text) ?? 0;
    const word = run.isFigure ? String(rank + 1) : this.word(rank, run.text);
    const head = this.#withSign(this.#figureBefore(text.slice(0, run.start), rank - before), rank);
    const tail = this.#figureBehind(text.slice(run.end), rank, rank - before);
    return [head + word + tail, text.slice(0, run.start) + word + text.slice(run.end)].find((written) => this.#levels.rankOf(written) === rank);
  }

  #figureBefore(head: string, by: number): string {
    return head.replace(FIGURE_BEFORE, (whole, lead: string, figure: string) => (Number(figure) + by >= 1 ? `${lead}${Number(figure) + by}` : whole));
  }

  #figureBehind(tail: string, rank: number, by: number): string {
    if (SHARE_BEHIND.test(tail)) {
      const other = this.#own.find((known) => known.rank === rank && SHARE_BEHIND.test(known.text.slice(known.run.end)));
      const [share = ''] = other ? (SHARE_BEHIND.exec(other.text.slice(other.run.end)) ?? []) : [];
      return tail.replace(SHARE_BEHIND, (_, marks: string) => marks + share.replace(/^[*_]+/, ''));
    }
    return tail.replace(FIGURE_BEHIND, (whole, lead: string, figure: string) => (Number(figure) + by >= 1 ? `${lead}${Number(figure) + by}` : whole));
  }

  #withSign(text: string, rank: number): string {
    const found = signIn(text);
    return found ? text.slice(0, found.start) + this.#signFor(found.sign, rank) + text.slice(found.start + found.sign.length) : text;
  }

  #signFor(sign: string, rank: number): string {
    const same = [...this.#own, ...this.#others].filter((known) => known.rank === rank).map(({ text }) => signIn(text)?.sign);
    return same.find((each) => each !== undefined) ?? usualSign(sign, rank, this.#levels.scale.length) ?? sign;
  }

  /** A light that says the level by itself. */
  #onlySign(text: string, rank: number): string | undefined {
    const swapped = this.#withSign(text, rank);
    return [swapped, `${swapped} ${this.word(rank)}`].find((written) => this.#levels.rankOf(written) === rank);
  }
}

function isModel({ text }: Known): boolean {
  return text.length <= LONGEST_MODEL && PLAIN_MODEL.test(text) && wholeLevel(text) !== undefined;
}

function wordsOf(known: readonly Known[]): readonly string[] {
  return known.filter(({ run }) => !run.isFigure).map(({ run }) => run.text);
}

function isOfOneAxis({ run }: Known): boolean {
  return OF_ONE_AXIS.has(run.text.toLowerCase());
}

/** Probability and impact are told in the same words, as far as can be seen. */
function isLentBetween(own: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others.map((word) => word.toLowerCase()));
  return own.length === 0 || own.some((word) => known.has(word.toLowerCase()));
}

/** As large or small as the word it replaces, else as the others are. */
function cased(word: string, like: string | undefined, others: readonly string[]): string {
  const models = like === undefined ? others : [like];
  if (models.length > 0 && models.every((each) => each === each.toUpperCase() && each !== each.toLowerCase())) return word.toUpperCase();
  if (models.length > 0 && models.every((each) => each === each.toLowerCase() && each !== each.toUpperCase())) return word.toLowerCase();
  const [first = '', ...rest] = word;
  return word === word.toUpperCase() && word.length > 1 ? first.toUpperCase() + rest.join('').toLowerCase() : first.toUpperCase() + rest.join('');
}
