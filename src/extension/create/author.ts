import type * as vscode from 'vscode';
import { gitRepository } from '../git.ts';

const PATIENCE_MS = 1500;

/** The author by the user's settings, else the name that Git signs commits with here. */
export async function authorFor(folder: vscode.Uri, configured: string): Promise<string | undefined> {
  if (configured.trim() !== '') return configured.trim();
  const patience = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  // Git may be missing, switched off or slow: the author is then left open in the document.
  return Promise.race([gitName(folder).catch(() => undefined), patience]);
}

async function gitName(folder: vscode.Uri): Promise<string | undefined> {
  const name = (await (await gitRepository(folder))?.getConfig('user.name'))?.trim();
  return name === '' ? undefined : name;
}
