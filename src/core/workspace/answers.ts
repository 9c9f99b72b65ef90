import type { DiagramVerdict, RecordElsewhere, RecordEntry, Surroundings } from '../lint/surroundings.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { Files, Helpers } from '../ports.ts';
import { fileGlobs } from '../template/file-name.ts';
import { isRecordKind, type Kind } from '../template/kind.ts';
import { acceptedTextIn } from './history.ts';
import { recordsOf } from './records.ts';
import { foldersOfSeries, recordsOnBranches } from './records-elsewhere.ts';

/** So many sources of diagrams are remembered. */
const MOST_DIAGRAMS = 2000;
/** What changes again and again while it is looked at is taken as it was found last. */
const MOST_ROUNDS = 5;
/** What Git keeps is no document; where its branches point tells that the history has changed. */
const OF_GIT = /^\.git\//;
const HISTORY = /^\.git\/(?:HEAD|packed-refs|refs\/)/;
/** A document longer than this is not looked into from another one. */
const LONGEST_NEIGHBOUR = 1_000_000;

/**
 * Answers what rules ask about everything around a document. What is not known yet is noted as asked; `settle` finds it out, and then the
 * document can be checked again. Nothing is read that nobody asks for.
 */
export class Answers implements Surroundings {
  readonly #files: Files;
  readonly #helpers: Helpers;
  readonly #kinds: () => readonly Kind[];
  readonly #read: ReadMarkdown;
  readonly #today: () => string;
  readonly #names = new Question<readonly string[]>();
  readonly #documents = new Question<Plan | 'missing'>();
  readonly #diagrams = new Question<DiagramVerdict>(MOST_DIAGRAMS);
  readonly #accepted = new Question<{ readonly text: string } | 'none'>();
  readonly #records = new Question<readonly RecordEntry[]>();
  readonly #elsewhere = new Question<readonly RecordElsewhere[]>();
  readonly #settling = new Set<Promise<boolean>>();

  constructor(files: Files, helpers: Helpers, kinds: () => readonly Kind[], read: ReadMarkdown, today: () => string) {
    this.#files = files;
    this.#helpers = helpers;
    this.#kinds = kinds;
    this.#read = read;
    this.#today = today;
  }

  get today(): string {
    return this.#today();
  }

  exists(path: string): boolean | undefined {
    if (path === '') return true;
    const [folder, name] = split(path);
    return this.names(folder)?.includes(name);
  }

  names(folder: string): readonly string[] | undefined {
    return this.#names.ask(folder);
  }

  document(path: string): Plan | 'missing' | undefined {
    return this.#documents.ask(path);
  }

  records(): readonly RecordEntry[] | undefined {
    return this.#records.ask('');
  }

  recordsElsewhere(): readonly RecordElsewhere[] | undefined {
    return this.#helpers.otherBranches ? this.#elsewhere.ask('') : [];
  }

  diagram(source: string): DiagramVerdict | undefined {
    return this.#helpers.diagramProblem ? this.#diagrams.ask(source) : undefined;
  }

  acceptedText(path: string): { readonly text: string } | 'none' | undefined {
    return this.#helpers.history ? this.#accepted.ask(path) : undefined;
  }

  /** Finds out what was asked, and tells whether anything was. */
  async settle(): Promise<boolean> {
    // What another document asked may be what this one asked too: both wait for the answer.
    const others = Array.from(this.#settling);
    const own = this.#settleAsked();
    this.#settling.add(own);
    try {
      return (await Promise.all([own, ...others])).includes(true);
    } finally {
      this.#settling.delete(own);
    }
  }

  async #settleAsked(): Promise<boolean> {
    const answered = await Promise.all([
      this.#names.settle((folder) => this.#namesIn(folder)),
      this.#documents.settle((path) => this.#documentAt(path)),
      this.#diagrams.settle(async (source) => (await this.#helpers.diagramProblem?.(source)) ?? 'fine'),
      this.#accepted.settle((path) => this.#acceptedTextOf(path)),
      this.#records.settle(() => this.#allRecords()),
      this.#elsewhere.settle(() => this.#recordsOnBranches()),
    ]);
    return answered.includes(true);
  }

  /** A file was written, made or taken away: what is known of it and of its folder is asked anew. */
  forget(path: string): void {
    if (OF_GIT.test(path)) {
      if (HISTORY.test(path)) this.#forgetHistory();
      return;
    }
    this.#documents.forget(path);
    for (let folder = path; folder !== ''; ) {
      [folder] = split(folder);
      this.#names.forget(folder);
    }
    this.#records.forget('');
  }

  /** Another branch, another commit. */
  #forgetHistory(): void {
    this.#accepted.clear();
    this.#elsewhere.clear();
  }

  async #namesIn(folder: string): Promise<readonly string[]> {
    const [files, folders] = await Promise.all([this.#files.fileNames(folder), this.#files.folderNames(folder)]);
    return [...files, ...folders];
  }

  async #documentAt(path: string): Promise<Plan | 'missing'> {
    const text = await this.#files.read(path);
    return text === undefined || text.length > LONGEST_NEIGHBOUR ? 'missing' : readPlan(text);
  }

  async #allRecords(): Promise<readonly RecordEntry[]> {
    const globs = new Set(this.#kinds().filter(isRecordKind).flatMap(fileGlobs));
    const paths = new Set((await Promise.all(Array.from(globs, (glob) => this.#files.find(glob)))).flat());
    const documents = await Promise.all(Array.from(paths, async (path) => ({ path, text: (await this.#files.read(path)) ?? '' })));
    return recordsOf(documents, this.#kinds(), this.#read);
  }

  async #acceptedTextOf(path: string): Promise<{ readonly text: string } | 'none'> {
    const history = (await this.#helpers.history?.(path)) ?? [];
    return acceptedTextIn(
      history.map((text) => () => text),
      this.#read,
    );
  }

  async #recordsOnBranches(): Promise<readonly RecordElsewhere[]> {
    const folders = foldersOfSeries(await this.#allRecords());
    return recordsOnBranches((await this.#helpers.otherBranches?.(folders)) ?? []);
  }
}

/** What is known, and what was asked for without being known. */
class Question<Answer> {
  readonly #known = new Map<string, Answer>();
  readonly #asked = new Set<string>();
  /** What is being answered. */
  readonly #open = new Set<string>();
  readonly #most: number;

  constructor(most = Infinity) {
    this.#most = most;
  }

  ask(key: string): Answer | undefined {
    const answer = this.#known.get(key);
    if (answer === undefined) this.#asked.add(key);
    return answer;
  }

  async settle(answer: (key: string) => Promise<Answer>): Promise<boolean> {
    const asked = Array.from(this.#asked);
    this.#asked.clear();
    await Promise.all(asked.map((key) => this.#answer(key, answer)));
    return asked.length > 0;
  }

  forget(key: string): void {
    this.#known.delete(key);
    this.#open.delete(key);
  }

  clear(): void {
    this.#known.clear();
    this.#open.clear();
  }

  /** What is forgotten while it is being answered is asked again: nobody can tell whether the answer is from before. */
  async #answer(key: string, answer: (key: string) => Promise<Answer>): Promise<void> {
    for (let round = 1; ; round++) {
      this.#open.add(key);
      const found = await answer(key);
      if (!this.#open.delete(key) && round < MOST_ROUNDS) continue;
      return this.#remember(key, found);
    }
  }

  #remember(key: string, answer: Answer): void {
    this.#known.set(key, answer);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= this.#most) break;
      this.#known.delete(oldest);
    }
  }
}

function split(path: string): readonly [folder: string, name: string] {
  const at = path.lastIndexOf('/');
  return at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)];
}
