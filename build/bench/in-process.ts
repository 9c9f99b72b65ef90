import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Checker } from '../../src/core/checker.ts';
import { DEFAULT_SETTINGS } from '../../src/core/lint/settings.ts';
import type { Kind } from '../../src/core/template/kind.ts';
import { kindNamed, writeDocument, type BenchDocument } from './corpus.ts';
import { typed, type Place } from './edits.ts';
import { median, medianRatio, milliseconds, type Measured } from './measured.ts';
import { progress } from '../program.ts';

interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly rounds: number;
  /** So many documents are read in one go, and so many keys typed: for times that are too short to be taken by themselves. */
  readonly documents: number;
  readonly keys: number;
  readonly mostFirst?: number;
  readonly mostAgain: number;
}

const SIZES: readonly Size[] = [
  { name: '10 KB', bytes: 10_000, rounds: 12, documents: 4, keys: 16, mostFirst: 0.25, mostAgain: 0.03 },
  { name: '100 KB', bytes: 100_000, rounds: 12, documents: 1, keys: 8, mostAgain: 0.015 },
  { name: '1 MB', bytes: 1_000_000, rounds: 6, documents: 1, keys: 4, mostAgain: 0.004 },
];
/** The longest plans there are, of different build. */
const KINDS = ['phase-plan', 'architect-plan', 'architectural-plan', 'use-case-plan', 'system-design'];
const WARMING_ROUNDS = 40;

type LintWithMarkdownlint = (text: string) => void;
/** What two programs took for the same, in milliseconds of CPU time. */
interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** Our engine and markdownlint with all its rules, by turns in this process and warm. */
export async function measureInProcess(modules: string, kinds: readonly Kind[]): Promise<readonly Measured[]> {
  const race = new Race(kinds, await markdownlint(modules));
  progress('Warming up …');
  race.warm();
  const measured: Measured[] = [];
  for (const size of SIZES) {
    progress(`Reading plans of ${size.name} …`);
    measured.push(line(`First lint, ${size.name}`, race.firstLints(size), size.mostFirst));
  }
  for (const size of SIZES) {
    progress(`Typing into plans of ${size.name} …`);
    measured.push(line(`Lint after one character in prose, ${size.name}`, race.lintsAfterKeys(size, 'prose'), size.mostAgain));
    measured.push(line(`Lint after one character in a table, ${size.name}`, race.lintsAfterKeys(size, 'table'), size.mostAgain));
  }
  return measured;
}

function line(what: string, pairs: readonly Pair[], most: number | undefined): Measured {
  return {
    what,
    ours: milliseconds(median(pairs.map(({ ours }) => ours))),
    theirs: `markdownlint ${milliseconds(median(pairs.map(({ theirs }) => theirs)))}`,
    ratio: medianRatio(pairs),
    ...(most !== undefined && { most }),
  };
}

/** Both do the same by turns; who goes first changes from round to round. */
class Race {
  readonly #kinds: readonly Kind[];
  readonly #theirs: LintWithMarkdownlint;

  constructor(kinds: readonly Kind[], theirs: LintWithMarkdownlint) {
    this.#kinds = kinds;
    this.#theirs = theirs;
  }

  warm(): void {
    for (let round = 0; round < WARMING_ROUNDS * KINDS.length; round += 1) {
      const document = documentFor(this.#kinds, round % 4 === 0 ? 50_000 : 10_000, 5000 + round);
      const checker = newChecker();
      for (const text of [document.text, ...typed(document.text, 'prose', 0.5, 3)]) this.#check(checker, { ...document, text });
      this.#theirs(document.text);
    }
  }

  /** Each document meets an engine that has read nothing before it. */
  firstLints({ rounds, documents, bytes }: Size): readonly Pair[] {
    return Array.from({ length: rounds }, (_, round) => {
      const texts = Array.from({ length: documents }, (_, index) => documentFor(this.#kinds, bytes, round * documents + index));
      const checkers = texts.map((document): [Checker, BenchDocument] => [newChecker(), document]);
      return this.#pair(round, {
        ours: () => checkers.forEach(([checker, document]) => this.#check(checker, document)),
        theirs: () => texts.forEach(({ text }) => this.#theirs(text)),
      }, documents, documents);
    });
  }

  /** The editor has read the whole document; then keys are pressed at one place after another, from its beginning to its end. */
  lintsAfterKeys({ rounds, keys, bytes }: Size, place: Place): readonly Pair[] {
    return Array.from({ length: rounds }, (_, round) => {
      const document = documentFor(this.#kinds, bytes, 1000 + round);
      const checker = newChecker();
      this.#check(checker, document);
      const texts = typed(document.text, place, (round + 0.5) / rounds, keys);
      return this.#pair(round, {
        ours: () => texts.forEach((text) => this.#check(checker, { ...document, text })),
        theirs: () => this.#theirs(texts[0] ?? ''),
      }, keys, 1);
    });
  }

  #pair(round: number, run: { readonly ours: () => void; readonly theirs: () => void }, times: number, theirTimes: number): Pair {
    const before = round % 2 === 0 ? undefined : this.#cpuMilliseconds(run.theirs);
    const ours = this.#cpuMilliseconds(run.ours);
    return { ours: ours / times, theirs: (before ?? this.#cpuMilliseconds(run.theirs)) / theirTimes };
  }

  #check(checker: Checker, { path: file, text }: BenchDocument): void {
    if (checker.check(text, file, DEFAULT_SETTINGS, this.#kinds).subject === undefined) throw new Error(`${file} was taken for no plan.`);
  }

  /**
   * CPU time, since the clock on the wall goes on while others have the machine. Garbage is left to come when it comes: a collection
   * that is asked for throws away compiled code too, and both then take three times as long.
   */
  #cpuMilliseconds(run: () => void): number {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
}

export function documentFor(kinds: readonly Kind[], bytes: number, seed: number): BenchDocument {
  return writeDocument(kindNamed(kinds, KINDS[seed % KINDS.length] ?? ''), bytes, 2, seed);
}

export function newChecker(): Checker {
  return new Checker((rule, error) => {
    throw new Error(`The check "${rule.id}" failed: ${String(error)}`);
  });
}

async function markdownlint(modules: string): Promise<LintWithMarkdownlint> {
  const file = createRequire(path.join(modules, 'index.js')).resolve('markdownlint/sync');
  const { lint } = (await import(pathToFileURL(file).href)) as { lint: (options: unknown) => unknown };
  return (text) => void lint({ strings: { plan: text }, config: { default: true } });
}
