import * as vscode from 'vscode';

/** What is used of the Git extension, as far as it is there. */
interface GitApi {
  readonly repositories: readonly { readonly rootUri: vscode.Uri; getConfig(key: string): Promise<string> }[];
}
interface GitExtension {
  getAPI(version: 1): GitApi;
}

const PATIENCE_MS = 1500;

/** The author by the user's settings, else the name that Git signs commits with here. */
export async function authorFor(folder: vscode.Uri, configured: string): Promise<string | undefined> {
  if (configured.trim() !== '') return configured.trim();
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  // Git may be missing, switched off or slow: the author is then left open in the document.
  return Promise.race([gitName(folder).catch(() => undefined), patience]);
}

async function gitName(folder: vscode.Uri): Promise<string | undefined> {
  const git = await vscode.extensions.getExtension<GitExtension | undefined>('vscode.git')?.activate();
  const repositories = git?.getAPI(1).repositories ?? [];
  const around = repositories.find(({ rootUri }) => `${folder.path}/`.startsWith(`${rootUri.path}/`)) ?? repositories[0];
  const name = (await around?.getConfig('user.name'))?.trim();
  return name === '' ? undefined : name;
}
