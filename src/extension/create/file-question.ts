import * as vscode from 'vscode';
import type { Files } from '../../core/ports.ts';
import { baseName, folderOf } from '../../core/template/file-name.ts';
import type { Question } from '../../core/template/header.ts';
import { askForChoice, type Answer, type Choice, type Separator, type StepPlace } from './quick-steps.ts';

/** Answers that mean no file. */
export const NO_FILE = '';

/** Lets the author choose a Markdown file of the workspace: the one in front first, then likely ones, then the others. */
export async function askForFile(place: StepPlace, question: Question, files: Files, active: string | undefined): Promise<Answer> {
  const likely = await files.find(question.file ?? '**/*.md');
  const every = await files.find('**/*.md');
  const first = active === undefined ? [] : [active];
  const ordered = Array.from(new Set([...first, ...likely, ...every]));
  const none: readonly Choice<string>[] = question.optional ? [{ answer: NO_FILE, label: '$(dash) None', description: 'leave it open in the document' }] : [];
  if (ordered.length === 0 && !question.optional) {
    void vscode.window.showErrorMessage(`${question.prompt} There is no Markdown file in this folder to choose: write it first.`);
    return undefined;
  }
  const choice = (path: string): Choice<string> => ({ answer: path, label: baseName(path), description: folderOf(path) });
  const likelyOnes = [...new Set([...first, ...likely])];
  const others = ordered.filter((path) => !likelyOnes.includes(path));
  return askForChoice(place, question.prompt, [
    ...likelyOnes.map(choice),
    ...none,
    ...(likelyOnes.length > 0 && others.length > 0 ? [separator('other Markdown files')] : []),
    ...others.map(choice),
  ]);
}

function separator(label: string): Separator {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
