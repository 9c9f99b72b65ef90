import * as vscode from 'vscode';
import type { PanelFile } from '../../protocol/messages.ts';
import { nameOf } from '../documents.ts';

const FORMATS: Readonly<Record<PanelFile['format'], string>> = { svg: 'SVG picture', png: 'PNG picture', csv: 'Table of values', md: 'Markdown', html: 'Web page' };
/** What no system allows in a name, and what would lead into another folder. */
const NOT_IN_NAMES = /[\p{Cc}<>:"/\\|?*]+/gu;
const LONGEST_NAME = 80;

/** Asks for a place and writes there: one file under a name that can be changed, several into one folder. */
export async function savePanelFiles(files: readonly PanelFile[], document: vscode.Uri): Promise<void> {
  const [first, ...others] = files;
  if (first === undefined) return;
  try {
    const saved = others.length === 0 ? await saveOne(first, document) : await saveAll(files, document);
    if (saved !== undefined) vscode.window.setStatusBarMessage(saved, 5000);
  } catch (error) {
    void vscode.window.showErrorMessage(`The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function saveOne(file: PanelFile, document: vscode.Uri): Promise<string | undefined> {
  const folder = folderFor(document);
  const name = fileName(file);
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [FORMATS[file.format]]: [file.format] },
    title: `Save ${name}`,
  });
  if (target === undefined) return undefined;
  await vscode.workspace.fs.writeFile(target, bytesOf(file));
  return `Groundplan saved ${nameOf(target)}.`;
}

async function saveAll(files: readonly PanelFile[], document: vscode.Uri): Promise<string | undefined> {
  const folder = folderFor(document);
  const [target] = (await vscode.window.showOpenDialog({
    ...(folder && { defaultUri: folder }),
    canSelectFolders: true,
    canSelectFiles: false,
    openLabel: 'Save Here',
    title: `Choose a folder for ${files.length} files`,
  })) ?? [];
  if (target === undefined) return undefined;
  const taken = new Set((await vscode.workspace.fs.readDirectory(target)).map(([name]) => name.toLowerCase()));
  for (const file of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(target, freeName(file, taken)), bytesOf(file));
  return `Groundplan saved ${files.length} files in ${nameOf(target)}.`;
}

/** Nothing that is there is overwritten. */
function freeName(file: PanelFile, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    // Of a long name the number would be cut off, and no number would ever be free.
    const name = fileName({ ...file, name: number === 1 ? file.name : `${file.name.slice(0, LONGEST_NAME - 10)} ${number}` });
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

function fileName({ name, format }: PanelFile): string {
  const clean = name.replace(NOT_IN_NAMES, ' ').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '').slice(0, LONGEST_NAME).trim();
  return `${clean === '' ? 'diagram' : clean}.${format}`;
}

/** Where the document stands; where it stands nowhere yet, the first folder of the workspace. */
function folderFor(document: vscode.Uri): vscode.Uri | undefined {
  if (document.scheme !== 'untitled') return vscode.Uri.joinPath(document, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

function bytesOf({ format, content }: PanelFile): Uint8Array {
  if (format !== 'png') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
