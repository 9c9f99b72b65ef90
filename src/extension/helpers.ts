import type * as vscode from 'vscode';
import type { Helpers } from '../core/ports.ts';
import { diagramProblem } from './diagram-parser.ts';
import { gitRepository } from './git.ts';
import { WorkspaceFiles } from './workspace-files.ts';

const MOST_VERSIONS = 200;
const MOST_BRANCHES = 50;
/** Of `Status` in the Git extension: what is not there on the branch. */
const DELETED: readonly number[] = [2, 6];

/** What the engine asks of the editor beside files, for the documents of one folder. */
export function helpersFor(folder: vscode.Uri): Helpers {
  const files = new WorkspaceFiles(folder);
  return {
    diagramProblem,
    async history(path) {
      const repository = await gitRepository(folder);
      const uri = files.uriOf(path);
      const commits = await repository?.log({ path: uri.fsPath, maxEntries: MOST_VERSIONS });
      if (repository === undefined || commits === undefined) return undefined;
      const texts: string[] = [];
      for (const { hash } of commits.toReversed()) texts.push(await repository.show(hash, uri.fsPath).catch(() => ''));
      return texts;
    },
    async otherBranches(folders) {
      const repository = await gitRepository(folder);
      const branches = (await repository?.getBranches({ remote: true })) ?? [];
      const names = branches.flatMap(({ name, commit }) => (name !== undefined && commit !== repository?.state.HEAD?.commit ? [name] : []));
      return Promise.all(
        names.slice(0, MOST_BRANCHES).map(async (branch) => {
          // What was there when the branch began is not brought by it.
          const base = await repository?.getMergeBase('HEAD', branch).catch(() => undefined);
          const changes = (await repository?.diffBetween(base ?? 'HEAD', branch).catch(() => [])) ?? [];
          const paths = changes.filter(({ status }) => !DELETED.includes(status)).map(({ uri }) => files.pathOf(uri));
          return { branch, paths: paths.filter((path) => folders.some((each) => each === '' || path.startsWith(`${each}/`))) };
        }),
      );
    },
  };
}
