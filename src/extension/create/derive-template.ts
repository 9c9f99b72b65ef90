import * as vscode from 'vscode';
import { baseName, folderOf } from '../../core/template/file-name.ts';
import { deriveTemplate } from '../../core/template/derive/derive-template.ts';
import { slug } from '../../core/text/slug.ts';
import type { PlanSession } from '../plan-session.ts';
import { templateFolder } from '../team-kinds.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import { askForText } from './quick-steps.ts';
import { chooseTarget, type Target } from './target.ts';
import { whileWaiting } from './waiting.ts';
import { createWith } from './write-document.ts';

const MOST_DOCUMENTS = 500;

interface Documents {
  readonly target: Target;
  readonly files: WorkspaceFiles;
  readonly paths: readonly string[];
}

/** Asks for the documents and a name, and writes the template into the folder for templates. */
export async function deriveTemplateFrom(session: PlanSession, clicked: unknown, selected: unknown): Promise<void> {
  const documents = await chooseDocuments(clicked, selected);
  if (documents === undefined) return;
  const { target, files, paths } = documents;
  const folder = vscode.workspace.getWorkspaceFolder(target.root);
  if (folder === undefined) return;
  const templates = files.pathOf(templateFolder(folder));
  const taken = new Set(await files.fileNames(templates));
  const pathFor = (name: string): string => `${templates}/${slug(name)}.md`;
  const name = await askForText(
    { title: 'Derive Template from Documents', canGoBack: false },
    {
      value: '',
      prompt: (text) => `What is such a document called, as in "Runbook"? ${text.trim() === '' ? '' : `Creates ${pathFor(text)} from ${paths.length === 1 ? 'one document' : `${paths.length} documents`}.`}`,
      problem: (text) => nameProblem(text) ?? (taken.has(baseName(pathFor(text))) ? `${pathFor(text)} exists already: choose another name.` : undefined),
    },
  );
  if (typeof name !== 'string') return;
  const texts = await whileWaiting('Reading the documents', () => Promise.all(paths.map(async (path) => ({ path, text: (await files.read(path)) ?? '' }))));
  if (texts === undefined) return;
  const derived = deriveTemplate(texts, { kind: slug(name), name, description: `A ${name.toLowerCase()} as this workspace writes it.`, known: session.kindsFor(target.root) });
  const problem = await createWith(pathFor(name), target.root, { text: derived.text });
  if (problem !== undefined) return void vscode.window.showErrorMessage(problem);
  const required = derived.sections.filter((section) => section.required).length;
  void vscode.window.showInformationMessage(`${pathFor(name)} holds what ${paths.length === 1 ? 'the document has' : `the ${paths.length} documents share`}: ${required} required sections. It is a kind of its own now; edit it, and documents follow.`);
}

/** The letters of a kind's name are those of a file name. */
function nameProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Write a few words, or press Escape to cancel.';
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug(text)) ? undefined : 'Use letters from a to z and digits: the name becomes the name of a file and of a kind.';
}

/** What was selected in the explorer; else the author picks from the documents of the workspace. */
async function chooseDocuments(clicked: unknown, selected: unknown): Promise<Documents | undefined> {
  const target = await chooseTarget('template', clicked);
  if (target === undefined) return undefined;
  const files = new WorkspaceFiles(target.root);
  const chosen = Array.isArray(selected) ? selected.filter((each) => each instanceof vscode.Uri) : clicked instanceof vscode.Uri ? [clicked] : [];
  const paths = chosen.length > 0 ? await documentsIn(chosen, files) : await pickDocuments(files);
  if (paths === undefined) return undefined;
  if (paths.length > 0) return { target, files, paths: paths.slice(0, MOST_DOCUMENTS) };
  void vscode.window.showErrorMessage('There is no Markdown document to derive a template from: choose files or folders that hold some.');
  return undefined;
}

async function documentsIn(chosen: readonly vscode.Uri[], files: WorkspaceFiles): Promise<readonly string[]> {
  const found = await Promise.all(
    chosen.map(async (uri) => {
      const { type } = await vscode.workspace.fs.stat(uri);
      const path = files.pathOf(uri);
      if ((type & vscode.FileType.Directory) === 0) return [path];
      return files.find(path === '' ? '**/*.md' : `${path}/**/*.md`);
    }),
  );
  return Array.from(new Set(found.flat().filter((path) => path.endsWith('.md')))).sort();
}

async function pickDocuments(files: WorkspaceFiles): Promise<readonly string[] | undefined> {
  const every = await files.find('**/*.md');
  if (every.length === 0) return [];
  const picked = await vscode.window.showQuickPick(
    every.map((path) => ({ label: baseName(path), description: folderOf(path), path })),
    { title: 'Derive Template from Documents', placeHolder: 'Which documents are of one kind? Choose several.', canPickMany: true, matchOnDescription: true, ignoreFocusOut: true },
  );
  return picked?.map(({ path }) => path);
}
