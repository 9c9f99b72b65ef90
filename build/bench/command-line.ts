import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { Checker } from '../../src/core/checker.ts';
import { bundleCli } from '../bundle.ts';
import { ExplainedError, progress } from '../program.ts';
import { writeDocuments, writeFolder } from './corpus.ts';
import { median, medianRatio, megabytes, milliseconds, seconds, type Measured } from './measured.ts';
import { peersIn, type Peer } from './peers.ts';
import { cpuSecondsOfRuns, usageOf, type Program, type Usage } from './process-usage.ts';

export interface CommandLineOptions {
  /** Where everything is written that is gone afterwards. */
  readonly scratch: string;
  readonly modules: string;
  readonly versions: Readonly<Record<string, string>>;
  /** So many files are linted by all, and ten times as many by us. */
  readonly files: number;
  readonly rounds: number;
  /** Whether the others lint ten times as many too. */
  readonly all: boolean;
}

interface Round {
  readonly ours: Usage;
  readonly theirs: Usage;
}

const BYTES = 10_000;
const TIMES_MORE = 10;
const MOST_START = 1.5;
const MOST_GROWTH = { time: 10.5, memory: 1.5 };
const STARTS = { rounds: 9, runs: 10 };

/** The command line as processes of their own, from cold, without any cache. */
export async function measureCommandLine(options: CommandLineOptions): Promise<readonly Measured[]> {
  return new CommandLine(options).measure();
}

class CommandLine {
  readonly #options: CommandLineOptions;
  readonly #kinds = new Checker(() => undefined).kinds;
  /** A copy: whoever builds anew meanwhile takes nothing away from below us. */
  readonly #cli: string;

  constructor(options: CommandLineOptions) {
    this.#options = options;
    this.#cli = path.join(options.scratch, 'cli');
  }

  async measure(): Promise<readonly Measured[]> {
    await bundleCli();
    cpSync('dist/cli', this.#cli, { recursive: true });
    const { files, all, modules, scratch, versions } = this.#options;
    const peers = peersIn(modules, scratch, this.#kinds, versions);
    const folder = this.#writeFiles(files);
    const measured = [await this.#start(), ...(await this.#beside(peers, folder, files, true))];
    const many = files * TIMES_MORE;
    const large = this.#writeFiles(many);
    measured.push(...(await this.#growth(folder, large)));
    if (all) measured.push(...(await this.#beside(peers, large, many, false)));
    return measured;
  }

  #writeFiles(count: number): string {
    const folder = path.join(this.#options.scratch, String(count));
    progress(`Writing ${count} files …`);
    writeFolder(folder, writeDocuments(this.#kinds, count, BYTES));
    return folder;
  }

  async #start(): Promise<Measured> {
    progress('Starting …');
    const { rounds, runs } = STARTS;
    const pairs: { ours: number; theirs: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await cpuSecondsOfRuns([process.execPath, path.join(this.#cli, 'groundplan.js'), '--version'], runs, this.#options.scratch);
      const theirs = await cpuSecondsOfRuns([process.execPath, '-e', '0'], runs, this.#options.scratch);
      if (ours !== undefined && theirs !== undefined) pairs.push({ ours, theirs });
    }
    const one = (side: 'ours' | 'theirs'): string => milliseconds((median(pairs.map((pair) => pair[side])) / runs) * 1000);
    return { what: 'Start, groundplan --version', ours: one('ours'), theirs: `node -e 0 ${one('theirs')}`, ratio: pairs.length > 0 ? medianRatio(pairs) : undefined, most: MOST_START };
  }

  /** Ours and theirs by turns, one peer after the other. */
  async #beside(peers: readonly Peer[], folder: string, count: number, withTargets: boolean): Promise<readonly Measured[]> {
    const measured: Measured[] = [];
    for (const peer of peers) {
      const rounds: Round[] = [];
      for (let round = 0; round < this.#options.rounds; round += 1) {
        progress(`Linting ${count} files beside ${peer.name}, ${round + 1} of ${this.#options.rounds} …`);
        const ours = await this.#lint(folder);
        const theirs = await this.#run(peer.program, folder, peer.name);
        if (theirs !== undefined) rounds.push({ ours, theirs });
      }
      measured.push(...linesOf(peer, count, rounds, withTargets));
    }
    return measured;
  }

  async #growth(small: string, large: string): Promise<readonly Measured[]> {
    const rounds: Round[] = [];
    for (let round = 0; round < Math.min(3, this.#options.rounds); round += 1) {
      progress(`Linting ${this.#options.files * TIMES_MORE} files, ${round + 1} …`);
      rounds.push({ theirs: await this.#lint(small), ours: await this.#lint(large) });
    }
    const [few, many] = [this.#options.files, this.#options.files * TIMES_MORE];
    return [
      { what: `CPU for ${many} files beside ${few}`, ours: secondsOf(rounds, 'ours'), theirs: secondsOf(rounds, 'theirs'), ratio: ratioOf(rounds, cpu), most: MOST_GROWTH.time },
      { what: `Peak memory for ${many} files beside ${few}`, ours: peakOf(rounds, 'ours'), theirs: peakOf(rounds, 'theirs'), ratio: ratioOf(rounds, peak), most: MOST_GROWTH.memory },
    ];
  }

  async #lint(folder: string): Promise<Usage> {
    const usage = await this.#run({ script: path.join(this.#cli, 'groundplan.js'), args: ['lint', '.'] }, folder, 'groundplan');
    if (usage === undefined) throw new ExplainedError('Groundplan itself could not be measured: see above.');
    return usage;
  }

  /** Nothing where the program did not lint: then its time says nothing. */
  async #run(program: Program, folder: string, name: string): Promise<Usage | undefined> {
    const usage = await usageOf(program, folder, this.#options.scratch);
    if (usage !== undefined && usage.code <= 1 && usage.output.includes('.md')) return usage;
    const where = program.script ?? program.file ?? '';
    progress(`${name} did not lint${existsSync(where) ? '' : `, since there is no ${where}`}: ${usage === undefined ? 'its CPU time is not known here' : `it ended with ${usage.code} and said ${usage.output.slice(0, 500)}`}`);
    return undefined;
  }
}

function linesOf({ name, most, setUp }: Peer, count: number, rounds: readonly Round[], withTargets: boolean): readonly Measured[] {
  const time: Measured = {
    what: `CPU for ${count} files: ${name} (${setUp})`,
    ours: secondsOf(rounds, 'ours'),
    theirs: secondsOf(rounds, 'theirs'),
    ratio: rounds.length > 0 ? ratioOf(rounds, cpu) : undefined,
    ...(withTargets && most !== undefined && { most }),
  };
  const memory: Measured = { what: `Peak memory for ${count} files: ${name}`, ours: peakOf(rounds, 'ours'), theirs: peakOf(rounds, 'theirs'), ratio: ratioOf(rounds, peak) };
  return rounds.some(({ theirs }) => theirs.peakBytes !== undefined) ? [time, memory] : [time];
}

function cpu({ cpuSeconds }: Usage): number {
  return cpuSeconds;
}

function peak({ peakBytes }: Usage): number {
  return peakBytes ?? Number.NaN;
}

function ratioOf(rounds: readonly Round[], of: (usage: Usage) => number): number {
  return medianRatio(rounds.map(({ ours, theirs }) => ({ ours: of(ours), theirs: of(theirs) })));
}

function secondsOf(rounds: readonly Round[], side: keyof Round): string {
  return rounds.length === 0 ? '' : seconds(median(rounds.map((round) => cpu(round[side]))));
}

function peakOf(rounds: readonly Round[], side: keyof Round): string {
  return rounds.length === 0 ? '' : megabytes(median(rounds.map((round) => peak(round[side]))));
}
