import * as vscode from 'vscode';

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd)$/i;
const MARKDOWN_FILES = '**/*.{md,markdown,mdown,mkd}';
/** What is kept of others is nobody's plan. */
const NOT_OURS = ['node_modules', '.git', 'vendor', 'third_party'];
/** Where folders have to be read one by one, so many are. */
const MOST_FOLDERS = 2000;

export function isMarkdownFile({ path }: vscode.Uri): boolean {
  return MARKDOWN_NAME.test(path);
}

/** Whether a path within a workspace folder leads to what belongs to others. */
export function isOfOthers(path: string): boolean {
  return path.split('/').some((part) => NOT_OURS.includes(part));
}

/** Every Markdown file in a folder and below it. */
export async function markdownIn(folder: vscode.Uri, token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const found = await foundIn(folder, token);
  // Not every file system can be searched; those of disks can.
  return found.length > 0 || folder.scheme === 'file' || folder.scheme === 'vscode-remote' ? found : listedIn(folder, token);
}

async function foundIn(folder: vscode.Uri, token: vscode.CancellationToken | undefined): Promise<readonly vscode.Uri[]> {
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, MARKDOWN_FILES), `**/{${NOT_OURS.join(',')}}/**`, undefined, token);
  } catch (error) {
    if (token?.isCancellationRequested === true) return [];
    throw error;
  }
}

async function listedIn(folder: vscode.Uri, token: vscode.CancellationToken | undefined): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [folder];
  for (const each of folders) {
    if (folders.length > MOST_FOLDERS || token?.isCancellationRequested === true) break;
    for (const [name, type] of await entriesOf(each)) {
      const uri = vscode.Uri.joinPath(each, name);
      if ((type & vscode.FileType.Directory) !== 0 && (type & vscode.FileType.SymbolicLink) === 0 && !NOT_OURS.includes(name)) folders.push(uri);
      else if ((type & vscode.FileType.File) !== 0 && isMarkdownFile(uri)) found.push(uri);
    }
  }
  return found;
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    // Not to be read.
    return [];
  }
}
