import * as vscode from 'vscode';
import { appendIndex, newIndex, recordsToList, updateIndex } from '../../core/life/records/index/update-index.ts';
import { mannersOf } from '../../core/life/records/manners.ts';
import type { Change } from '../../core/life/change.ts';
import { seriesOf } from '../../core/lint/records-around.ts';
import type { RecordEntry } from '../../core/lint/surroundings.ts';
import { baseName, fileGlobs } from '../../core/template/file-name.ts';
import { recordsOf } from '../../core/workspace/records.ts';
import { isRecordKind } from '../../core/template/kind.ts';
import { applyChange } from '../apply-change.ts';
import { activeMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { pathInWorkspace, WorkspaceFiles } from '../workspace-files.ts';
import { uriOf } from './chosen-plan.ts';
import { EditorFiles } from './editor-files.ts';
import type { Given } from './given-answers.ts';
import { askForChoice, BACK } from './quick-steps.ts';
import { chooseTarget } from './target.ts';
import { whileWaiting } from './waiting.ts';

const PAGES: readonly string[] = ['README.md', 'readme.md', 'Readme.md', 'index.md', 'INDEX.md', '0000-index.md', 'SUMMARY.md'];
const SHOWN_MS = 5000;

/** One folder of records with the page that lists them. */
interface Listing {
  readonly series: string;
  readonly records: readonly RecordEntry[];
  readonly files: EditorFiles;
  readonly folder: vscode.Uri;
}

/** Brings the page that lists the records of a folder up to date; where there is none it asks to write one. */
export async function updateIndexOf(session: PlanSession, clicked: unknown, given: Given): Promise<void> {
  await session.ready;
  const uri = uriOf(clicked) ?? activeMarkdown()?.uri;
  const folder = (uri && vscode.workspace.getWorkspaceFolder(uri)?.uri) ?? (await chooseTarget('index of records', undefined))?.root;
  if (folder === undefined) return;
  const files = new EditorFiles(folder);
  const all = await whileWaiting('Reading the records', () => recordsIn(session, folder, files));
  if (all === undefined) return;
  const series = await chooseSeries(all, given['folder'] ?? (uri && folderMeant(uri, all)));
  if (series === undefined) return;
  const listing = { series, records: recordsToList(series, all), files, folder };
  const page = await listedOn(listing);
  if (page === undefined) return createPage(listing, given);
  await write(listing, page.path, page.text);
}

async function recordsIn(session: PlanSession, folder: vscode.Uri, files: EditorFiles): Promise<readonly RecordEntry[]> {
  const kinds = session.kindsFor(folder);
  const globs = new Set(kinds.filter(isRecordKind).flatMap(fileGlobs));
  const paths = new Set((await Promise.all(Array.from(globs, (glob) => files.find(glob)))).flat());
  const documents = await Promise.all(Array.from(paths, async (path) => ({ path, text: (await files.read(path)) ?? '' })));
  return recordsOf(documents, kinds, session.readMarkdown);
}

/** The folder of records that a clicked folder, page or record is about. */
function folderMeant(uri: vscode.Uri, all: readonly RecordEntry[]): string | undefined {
  const path = pathInWorkspace(uri);
  const own = all.find((entry) => entry.path === path);
  if (own) return seriesOf(own.path);
  const series = new Set(all.map((entry) => seriesOf(entry.path)));
  return [path, seriesOf(path), path.slice(0, Math.max(0, path.lastIndexOf('/')))].find((folder) => series.has(folder));
}

async function chooseSeries(all: readonly RecordEntry[], meant: string | undefined): Promise<string | undefined> {
  const counts = new Map<string, number>();
  for (const { path } of all) counts.set(seriesOf(path), (counts.get(seriesOf(path)) ?? 0) + 1);
  if (meant !== undefined && counts.has(meant)) return meant;
  const [only, ...others] = counts.keys();
  if (only === undefined) {
    void vscode.window.showInformationMessage('There is no decision record here that an index could list: write one with New Decision Record first.');
    return undefined;
  }
  if (others.length === 0) return only;
  const choices = Array.from(counts, ([series, count]) => ({ answer: series, label: series === '' ? 'The workspace folder' : series, description: count === 1 ? 'one record' : `${count} records` }));
  const answer = await askForChoice({ title: 'Update Index of Records', canGoBack: false }, 'Of which folder?', choices);
  return answer === BACK ? undefined : answer;
}

/** The page with the table: in the folder of the records, or above it. */
async function listedOn({ series, records, files }: Listing): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const folders = series === '' ? [''] : series.split('/').map((_, index, parts) => parts.slice(0, parts.length - index).join('/')).concat('');
  for (const folder of folders) {
    const names = await files.fileNames(folder);
    for (const name of PAGES.filter((page) => names.includes(page))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const text = await files.read(path);
      if (text !== undefined && updateIndex(text, path, records, mannersOf(records)) !== undefined) return { path, text };
    }
  }
  return undefined;
}

async function write({ records, folder }: Listing, path: string, text: string): Promise<void> {
  const update = updateIndex(text, path, records, mannersOf(records));
  if (update === undefined) return;
  const { edits, added, mended } = update;
  if (edits.length === 0) return void vscode.window.showInformationMessage(`${path} lists the ${records.length} records as they are: nothing is to be changed.`);
  const said = [...(added > 0 ? [`${added} added`] : []), ...(mended > 0 ? [`${mended} mended`] : [])].join(', ');
  await apply({ title: `Update ${baseName(path)}`, files: [{ path, text, edits }] }, folder, path, `${path} lists ${records.length} records: ${said}.`);
}

async function createPage({ series, records, files, folder }: Listing, given: Given): Promise<void> {
  const names = await files.fileNames(series);
  const name = PAGES.find((page) => names.includes(page));
  const path = [...(series === '' ? [] : [series]), name ?? 'README.md'].join('/');
  if (given['create'] !== 'yes' && (await askToCreate(path, name !== undefined, records.length)) !== 'yes') return;
  const text = name === undefined ? '' : await files.read(path);
  if (text === undefined) return void vscode.window.showErrorMessage(`${path} cannot be read: check that it is a text file.`);
  const manners = mannersOf(records);
  const change: Change = name === undefined ? { title: `Create ${path}`, files: [], creates: [{ path, contents: newIndex(path, records, manners) }] } : { title: `Update ${baseName(path)}`, files: [{ path, text, edits: [appendIndex(text, path, records, manners)] }] };
  await apply(change, folder, path, `${path} lists ${records.length} records.`);
}

function askToCreate(path: string, isThere: boolean, count: number): Promise<string | typeof BACK | undefined> {
  const what = count === 1 ? 'the one record' : `the ${count} records`;
  return askForChoice({ title: 'Update Index of Records', canGoBack: false }, `No page lists ${what} yet. Write one?`, [
    { answer: 'yes', label: isThere ? `Add a table to ${path}` : `Create ${path}`, description: isThere ? 'at its end; what is there stays as it is' : 'with a table that this command keeps up to date' },
    { answer: 'no', label: 'Write none', description: '' },
  ]);
}

async function apply(change: Change, folder: vscode.Uri, path: string, done: string): Promise<void> {
  const problem = await applyChange(change, folder);
  if (problem !== undefined) return void vscode.window.showErrorMessage(problem);
  await vscode.window.showTextDocument(new WorkspaceFiles(folder).uriOf(path), { preview: false });
  vscode.window.setStatusBarMessage(done, SHOWN_MS);
}
