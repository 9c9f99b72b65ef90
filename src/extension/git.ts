import * as vscode from 'vscode';

/** What is used of a repository of the Git extension. */
export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  getConfig(key: string): Promise<string>;
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly { readonly hash: string }[]>;
  show(ref: string, path: string): Promise<string>;
  getBranches(query: { readonly remote: boolean }): Promise<readonly { readonly name?: string; readonly commit?: string }[]>;
  getMergeBase(ref1: string, ref2: string): Promise<string | undefined>;
  diffBetween(ref1: string, ref2: string): Promise<readonly { readonly uri: vscode.Uri; readonly status: number }[]>;
}
interface GitExtension {
  getAPI(version: 1): { readonly repositories: readonly Repository[] };
}

/** The repository that a folder is in; nothing where the editor has no Git, or it is switched off. */
export async function gitRepository(folder: vscode.Uri): Promise<Repository | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension | undefined>('vscode.git')?.activate();
  const repositories = git?.getAPI(1).repositories ?? [];
  return repositories.find(({ rootUri }) => `${folder.path}/`.startsWith(`${rootUri.path}/`));
}
