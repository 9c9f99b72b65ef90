import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeEverything, EXTENSION, inWorkspace, until, workspaceFolder } from './support.ts';

/** What the extension tells of its view. */
interface Row {
  readonly label: string;
  readonly description: string;
  readonly children: readonly Row[];
}

const RECORD = (title: string, more = ''): string => `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.${more}\n`;
const FOLDER = 'docs/index';
const written = new Set<string>();

async function write(file: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  written.add(file);
  return uri;
}

async function remove(file: string): Promise<void> {
  await vscode.workspace.fs.delete(inWorkspace(file), { recursive: true }).then(undefined, () => undefined);
}

async function rows(): Promise<readonly Row[]> {
  const api = (await vscode.extensions.getExtension(EXTENSION)?.activate()) as { documents(): Promise<readonly Row[]> };
  return api.documents();
}

/** The rows below a group, whatever stands between, each with what stands beside it. */
async function under(group: string): Promise<readonly string[]> {
  const found = (await rows()).find(({ label }) => label === group);
  return found ? leaves(found).map(({ label, description }) => (description === '' ? label : `${label} (${description})`)) : [];
}

function leaves({ children }: Row): readonly Row[] {
  return children.flatMap((child) => (child.children.length === 0 ? [child] : leaves(child)));
}

function shown(group: string, expected: readonly string[]): Promise<unknown> {
  // Once the whole workspace has been checked, rows tell how much was found as well.
  const titles = async (): Promise<readonly string[]> => (await under(group)).map((row) => row.replace(/ \(\d+ (?:errors?|warnings?)[^()]*\)$/, ''));
  return until(`${group}: ${expected.join(', ')}`, async () => JSON.stringify(await titles()) === JSON.stringify(expected)).catch(async (error: unknown) => {
    deepEqual(await titles(), expected, String(error));
  });
}

function edit(change: (edit: vscode.WorkspaceEdit) => void): Thenable<boolean> {
  const workspaceEdit = new vscode.WorkspaceEdit();
  change(workspaceEdit);
  return vscode.workspace.applyEdit(workspaceEdit);
}

describe('the view of plans and records', () => {
  before(async function skipWhereNothingCanBeWritten() {
    if (vscode.workspace.fs.isWritableFileSystem(workspaceFolder().scheme) !== true) this.skip();
    await vscode.workspace.fs.createDirectory(inWorkspace(FOLDER));
  });
  afterEach(async () => {
    await closeEverything();
    for (const file of written) await remove(file);
    written.clear();
    await shown('Decision Records', []);
  });

  it('lists what is there and follows what is written, renamed and taken away', async () => {
    ok((await under('Plans')).some((row) => row.startsWith('Phase 1 Architecture Plan')), (await under('Plans')).join());
    await write(`${FOLDER}/0001-use-tides.md`, RECORD('1. Use tides'));
    await write(`${FOLDER}/0002-use-moons.md`, RECORD('2. Use moons').replace('Accepted', 'Proposed'));
    await shown('Decision Records', ['2. Use moons', '1. Use tides']);
    // As another program does it: nobody has it open.
    await write(`${FOLDER}/0002-use-moons.md`, RECORD('2. Use stars'));
    await shown('Decision Records', ['1. Use tides', '2. Use stars']);
    written.add(`${FOLDER}/0003-use-stars.md`);
    await edit((change) => change.renameFile(inWorkspace(`${FOLDER}/0002-use-moons.md`), inWorkspace(`${FOLDER}/0003-use-stars.md`)));
    await shown('Decision Records', ['1. Use tides', '3. Use stars']);
    await remove(`${FOLDER}/0001-use-tides.md`);
    await shown('Decision Records', ['3. Use stars']);
  });

  it('follows what is typed before it is saved, and goes back with it', async () => {
    const uri = await write(`${FOLDER}/0001-use-tides.md`, RECORD('1. Use tides'));
    await shown('Decision Records', ['1. Use tides']);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await edit((change) => change.replace(uri, new vscode.Range(0, 0, 0, 12), '# 1. Use winds'));
    await until('the title that was typed', async () => (await under('Decision Records')).some((row) => row.startsWith('1. Use winds')));
    equal(document.isDirty, true);
    await closeEverything();
    await until('the title on disk', async () => (await under('Decision Records')).some((row) => row.startsWith('1. Use tides')));
  });

  it('follows a folder that is renamed and taken away as a whole', async () => {
    await write(`${FOLDER}/old/0001-use-tides.md`, RECORD('1. Use tides'));
    await write(`${FOLDER}/old/0002-use-moons.md`, RECORD('2. Use moons'));
    await shown('Decision Records', ['1. Use tides', '2. Use moons']);
    written.add(`${FOLDER}/new`);
    await edit((change) => change.renameFile(inWorkspace(`${FOLDER}/old`), inWorkspace(`${FOLDER}/new`)));
    await until('the other folder', async () => JSON.stringify(await under('Orphans')).includes(`${FOLDER}/new`) && !JSON.stringify(await under('Orphans')).includes(`${FOLDER}/old`));
    await shown('Decision Records', ['1. Use tides', '2. Use moons']);
    await remove(`${FOLDER}/new`);
    await shown('Decision Records', []);
  });

  it('tells of links that lead nowhere, of orphans and of numbers that are there twice', async () => {
    await write(`${FOLDER}/0001-use-tides.md`, RECORD('1. Use tides', ' See [the table](tides.csv) and [moons](0002-use-moons.md).'));
    await shown('Broken Links', ['tides.csv (0001-use-tides.md:17)', '0002-use-moons.md (0001-use-tides.md:17)']);
    await write(`${FOLDER}/0002-use-moons.md`, RECORD('2. Use moons'));
    await write(`${FOLDER}/tides.csv`, 'high,low\n');
    await shown('Broken Links', []);
    await write(`${FOLDER}/0001-use-stars.md`, RECORD('1. Use stars'));
    await shown('Duplicate Numbers', [`1. Use stars (${FOLDER})`, `1. Use tides (${FOLDER})`]);
    ok((await under('Orphans')).includes(`1. Use stars (${FOLDER})`), (await under('Orphans')).join());
    ok(!(await under('Orphans')).includes(`1. Use tides (${FOLDER})`), (await under('Orphans')).join());
  });

  it('counts what is found in a document', async () => {
    const uri = await write(`${FOLDER}/0001-use-tides.md`, RECORD('1. Use tides', ' See [the table](tides.csv).'));
    await vscode.window.showTextDocument(uri);
    await until('the document with its findings', async () => (await under('Findings')).some((row) => /^1\. Use tides \((?:\d+ errors?, )?\d+ warnings?/.test(row)));
    ok((await under('Decision Records')).some((row) => row.startsWith('1. Use tides (')), (await under('Decision Records')).join());
  });
});
