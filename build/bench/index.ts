import { readFileSync } from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { createMarkdownReader, remembering } from '../../src/core/plan/markdown.ts';
import type { Kind } from '../../src/core/template/kind.ts';
import { WorkspaceIndex } from '../../src/core/workspace/index.ts';
import { overview } from '../../src/core/workspace/overview.ts';
import { temporaryFolder } from '../host/cleanup.ts';
import { progress } from '../program.ts';
import { writeDocuments, writeFolder, type BenchDocument } from './corpus.ts';
import { median, megabytes, milliseconds, seconds, type Measured } from './measured.ts';

const BYTES = 10_000;
const FEW = 1000;
const MANY = 10_000;
const ROUNDS = 5;
const CHANGES = 20;
/** Ten times as many documents, with room for what the machine does besides. */
const MOST_GROWTH = 13;
/** A text as the engine keeps it takes two bytes for each letter where one of them is an emoji; beside it stand titles, links and relations. */
const MOST_MEMORY = 3;
/** Words that most documents have, and one that none has. */
const QUERIES = ['berth', 'risk harbour', 'kafkaesque'];

interface Taken {
  readonly reading: number;
  readonly building: number;
  /** One document says something else, and everything that is shown is worked out anew. */
  readonly changing: number;
  readonly searching: number;
  readonly memory: number;
  readonly texts: number;
}

/** The index of plans and records, as the editor fills it: beside reading the files and nothing else, and ten times as many beside a few. */
export function measureIndex(kinds: readonly Kind[]): readonly Measured[] {
  const [few, many] = [taken(kinds, FEW, ROUNDS), taken(kinds, MANY, 1)];
  return [
    { what: `Index of ${FEW} documents of 10 KB`, ours: milliseconds(few.building), theirs: `reading them ${milliseconds(few.reading)}`, ratio: few.building / few.reading },
    { what: `Index of ${MANY} documents beside ${FEW}`, ours: seconds(many.building / 1000), theirs: seconds(few.building / 1000), ratio: many.building / few.building, most: MOST_GROWTH },
    { what: `View after a change, of ${FEW} documents`, ours: milliseconds(few.changing), theirs: `the index ${milliseconds(few.building)}`, ratio: few.changing / few.building, most: 0.1 },
    { what: `View after a change, of ${MANY} documents beside ${FEW}`, ours: milliseconds(many.changing), theirs: milliseconds(few.changing), ratio: many.changing / few.changing, most: MOST_GROWTH },
    { what: `Search in ${MANY} documents beside ${FEW}`, ours: milliseconds(many.searching), theirs: milliseconds(few.searching), ratio: many.searching / few.searching, most: MOST_GROWTH },
    { what: `Memory of the index of ${FEW} documents`, ours: megabytes(few.memory), theirs: `their texts ${megabytes(few.texts)}`, ratio: few.memory / few.texts, most: MOST_MEMORY },
    { what: `Memory of the index of ${MANY} documents`, ours: megabytes(many.memory), theirs: `their texts ${megabytes(many.texts)}`, ratio: many.memory / many.texts, most: MOST_MEMORY },
  ];
}

/** CPU milliseconds and bytes, the middle of several rounds. */
function taken(kinds: readonly Kind[], count: number, rounds: number): Taken {
  progress(`Indexing ${count} documents …`);
  const folder = temporaryFolder('index');
  try {
    const paths: string[] = [];
    writeFolder(folder.path, noting(writeDocuments(kinds, count, BYTES), paths));
    // What was read before is remembered in part: only the first round tells how much is held.
    const all = Array.from({ length: rounds }, () => round(kinds, folder.path, paths));
    const middle = (of: keyof Taken): number => median(all.map((each) => each[of]));
    return { reading: middle('reading'), building: middle('building'), changing: middle('changing'), searching: middle('searching'), memory: all[0]?.memory ?? Number.NaN, texts: middle('texts') };
  } finally {
    folder.remove();
  }
}

function* noting(documents: Iterable<BenchDocument>, paths: string[]): Generator<BenchDocument> {
  for (const document of documents) {
    paths.push(document.path);
    yield document;
  }
}

function round(kinds: readonly Kind[], folder: string, paths: readonly string[]): Taken {
  const read = (file: string): BenchDocument => ({ path: file, text: readFileSync(path.join(folder, file), 'utf8') });
  let texts = 0;
  const reading = cpuMilliseconds(() => paths.forEach((file) => void (texts += Buffer.byteLength(read(file).text))));
  const before = heapInUse();
  const index = new WorkspaceIndex(kinds, remembering(createMarkdownReader()));
  const building = cpuMilliseconds(() => paths.forEach((file) => index.set(file, read(file).text)));
  show(index);
  const memory = heapInUse() - before;
  const changed = paths.filter((_, at) => at % Math.ceil(paths.length / CHANGES) === 0).map(read);
  const changing = cpuMilliseconds(() =>
    changed.forEach(({ path: file, text }) => {
      index.set(file, `${text}\nA further line.\n`);
      show(index);
    }),
  );
  const searching = cpuMilliseconds(() => QUERIES.forEach((query) => index.search(query)));
    return { reading, building, changing: changing / changed.length, searching: searching / QUERIES.length, memory, texts };
}

/** Everything that the view asks. */
function show(index: WorkspaceIndex): void {
  overview([{ root: 'file:///bench', name: 'bench', index, problems: index.problems(), findings: new Map() }]);
}

/** As in the editor, garbage is left to come when it comes. */
function cpuMilliseconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What is left once everything is gone that nobody holds. */
function heapInUse(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
