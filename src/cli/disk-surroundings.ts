import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DiagramVerdict, RecordElsewhere, RecordEntry, Surroundings } from '../core/lint/surroundings.ts';
import type { ReadMarkdown } from '../core/plan/markdown.ts';
import { readPlan, type Plan } from '../core/plan/plan.ts';
import { acceptedTextIn } from '../core/workspace/history.ts';
import { fileGlobs } from '../core/template/file-name.ts';
import { isRecordKind, type Kind } from '../core/template/kind.ts';
import { anyOf } from '../core/text/glob.ts';
import { recordsOf, type WorkspaceDocument } from '../core/workspace/records.ts';
import { foldersOfSeries, recordsOnBranches } from '../core/workspace/records-elsewhere.ts';
import { fileTargets } from './file-targets.ts';
import { Git } from './git.ts';

const LONGEST_NEIGHBOUR = 1_000_000;
/** Documents that are checked one after another mostly lead to the same ones. */
const MOST_DOCUMENTS = 200;

/** What stands around the documents of one root, read from disk when a rule asks for it. */
export class DiskSurroundings implements Surroundings {
  readonly today: string;
  readonly #root: string;
  readonly #kinds: readonly Kind[];
  readonly #read: ReadMarkdown;
  readonly #withHistory: boolean;
  readonly #git: Git;
  readonly #diagrams: ReadonlyMap<string, DiagramVerdict>;
  readonly #names = new Map<string, readonly string[]>();
  readonly #documents = new Map<string, Plan | 'missing'>();
  #records: readonly RecordEntry[] | undefined;
  #elsewhere: readonly RecordElsewhere[] | undefined;

  constructor(root: string, today: string, kinds: readonly Kind[], read: ReadMarkdown, diagrams: ReadonlyMap<string, DiagramVerdict>, withHistory: boolean) {
    this.#root = root;
    this.today = today;
    this.#kinds = kinds;
    this.#read = read;
    this.#diagrams = diagrams;
    this.#withHistory = withHistory;
    this.#git = new Git(root);
  }

  exists(file: string): boolean {
    return file === '' || this.names(path.posix.dirname(file).replace(/^\.$/, '')).includes(path.posix.basename(file));
  }

  names(folder: string): readonly string[] {
    return remembered(this.#names, folder, () => {
      try {
        return readdirSync(path.join(this.#root, folder));
      } catch {
        return [];
      }
    });
  }

  document(file: string): Plan | 'missing' {
    if (this.#documents.size >= MOST_DOCUMENTS) this.#documents.clear();
    return remembered(this.#documents, file, () => {
      const text = textOf(this.#root, file);
      return text === undefined || text.length > LONGEST_NEIGHBOUR ? 'missing' : readPlan(text);
    });
  }

  records(): readonly RecordEntry[] {
    this.#records ??= this.#readRecords();
    return this.#records;
  }

  recordsElsewhere(): readonly RecordElsewhere[] {
    this.#elsewhere ??= this.#withHistory ? recordsOnBranches(this.#git.broughtByBranches(foldersOfSeries(this.records()))) : [];
    return this.#elsewhere;
  }

  diagram(source: string): DiagramVerdict | undefined {
    return this.#diagrams.get(source);
  }

  acceptedText(file: string): { readonly text: string } | 'none' | undefined {
    if (!this.#withHistory) return undefined;
    return acceptedTextIn(this.#git.versions(file), this.#read);
  }

  #readRecords(): readonly RecordEntry[] {
    const wanted = anyOf(this.#kinds.filter(isRecordKind).flatMap(fileGlobs));
    const files = Array.from(fileTargets([this.#root], this.#root).files.keys(), (file) => path.relative(this.#root, file).split(path.sep).join('/'));
    return recordsOf(
      files.filter((file) => wanted.matches(file)).map((file) => new DiskDocument(this.#root, file)),
      this.#kinds,
      this.#read,
    );
  }
}

/** Of thousands of records the texts stay on disk. */
class DiskDocument implements WorkspaceDocument {
  readonly path: string;
  readonly #root: string;

  constructor(root: string, file: string) {
    this.path = file;
    this.#root = root;
  }

  get text(): string {
    return textOf(this.#root, this.path) ?? '';
  }
}

function textOf(root: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const answer = known.get(key) ?? find();
  known.set(key, answer);
  return answer;
}
