import { execFileSync } from 'node:child_process';
import path from 'node:path';

const MOST_BRANCHES = 100;
const LONGEST_WAIT = 10_000;
const LARGEST_ANSWER = 100_000_000;

/** Nothing that a repository names in its settings is run: no hooks, no monitor, no pager, no filters. */
const QUIETLY = ['--no-pager', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'safe.bareRepository=explicit'];
/** Nothing is fetched, locked or asked for. Names are names, whatever signs they hold. */
const ALONE = { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1' };

/** What Git knows of a folder and its files; nothing where there is no Git, no repository, or no such thing in it. */
export class Git {
  readonly #folder: string;
  #isUsable = true;
  #head: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The committed texts of a file, the oldest first, each read when it is asked for. */
  versions(file: string): readonly (() => string)[] {
    const head = this.#headCommit();
    const commits = head === '' ? [] : linesOf(this.#ask('rev-list', '--reverse', head, '--', file));
    return commits.map((commit) => () => this.#ask('cat-file', 'blob', `${commit}:./${file}`) ?? '');
  }

  /** The files under these folders that each other branch would bring into this one; the folder itself is an empty name. */
  broughtByBranches(folders: readonly string[]): readonly { readonly branch: string; readonly paths: readonly string[] }[] {
    const head = this.#headCommit();
    if (head === '' || folders.length === 0) return [];
    const lines = linesOf(this.#ask('for-each-ref', `--no-merged=${head}`, '--sort=-committerdate', '--format=%(objectname) %(symref) %(refname:short)', 'refs/heads', 'refs/remotes'));
    const branches = new Map<string, string>();
    for (const [commit = '', symbolic, branch = ''] of lines.map((line) => line.split(' '))) if (symbolic === '' && !branches.has(commit)) branches.set(commit, branch);
    return Array.from(branches)
      .slice(0, MOST_BRANCHES)
      .map(([commit, branch]) => ({ branch, paths: this.#brought(head, commit, folders.map((folder) => folder || '.')) }));
  }

  /** What was there when the branch began is not brought by it. */
  #brought(head: string, commit: string, folders: readonly string[]): readonly string[] {
    const base = this.#ask('merge-base', head, commit)?.trim();
    const answer = base ? this.#ask('diff-tree', '-r', '-z', '--name-only', '--no-renames', '--diff-filter=A', '--relative', base, commit, '--', ...folders) : this.#ask('ls-tree', '-r', '-z', '--name-only', commit, '--', ...folders);
    return answer?.split('\0').filter((file) => file !== '') ?? [];
  }

  /** The commit that is checked out; empty where there is none. */
  #headCommit(): string {
    this.#head ??= this.#ask('rev-parse', '--verify', '--quiet', 'HEAD')?.trim() ?? '';
    return this.#head;
  }

  #ask(...args: readonly string[]): string | undefined {
    if (!this.#isUsable) return undefined;
    try {
      // Begun in a folder of our own: on Windows a program of that name in the folder would go first.
      return execFileSync('git', ['-C', this.#folder, ...QUIETLY, ...args], {
        cwd: path.dirname(process.execPath),
        encoding: 'utf8',
        env: { ...process.env, ...ALONE },
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: LONGEST_WAIT,
        maxBuffer: LARGEST_ANSWER,
      });
    } catch (error) {
      // Whoever does not answer once is not asked again.
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ETIMEDOUT')) this.#isUsable = false;
      return undefined;
    }
  }
}

function linesOf(answer: string | undefined): readonly string[] {
  return answer?.split('\n').filter((line) => line !== '') ?? [];
}
