import * as vscode from 'vscode';
import { called, sentence } from '../../core/life/records/record-wording.ts';
import { movesFor, nextFreeNumber, whyNotNumber } from '../../core/life/records/renumber/record-move.ts';
import { renumber, type Renumbered } from '../../core/life/records/renumber/renumber.ts';
import { ownRecord } from '../../core/lint/records-around.ts';
import { baseName } from '../../core/template/file-name.ts';
import { applyChange } from '../apply-change.ts';
import type { PlanSession } from '../plan-session.ts';
import { chooseRecord, type ChosenRecord } from './chosen-record.ts';
import { EditorFiles } from './editor-files.ts';
import type { Given } from './given-answers.ts';
import { askForText } from './quick-steps.ts';

const MOST_NAMED = 3;

/** Asks for the number, looks for every reference, and shows what is to be changed before it is. */
export async function renumberTo(session: PlanSession, clicked: unknown, given: Given): Promise<void> {
  const chosen = await chooseRecord(session, clicked, 'renumbers');
  if (chosen === undefined) return;
  const { own, folder } = chosen;
  if (own.record.number === undefined) return void vscode.window.showInformationMessage(`${sentence(called(own))} has no number that could be changed: write one into its title or its name first.`);
  const answer = given['number'] ?? (await askForNumber(chosen));
  if (typeof answer !== 'string') return;
  const renumbered = await lookForReferences(session, chosen, Number(answer));
  if (renumbered === undefined) return;
  const problem = 'problem' in renumbered ? renumbered.problem : await applyChange(renumbered.change, folder, given['preview'] === 'no' ? 'none' : 'preview');
  if (problem !== undefined) return void vscode.window.showWarningMessage(problem);
  if ('change' in renumbered) await tellWhatIsLeft(own.record.number, renumbered);
}

function askForNumber(chosen: ChosenRecord): ReturnType<typeof askForText> {
  const { own, around: { records }, elsewhere } = chosen;
  return askForText(
    { title: 'Renumber Record', canGoBack: false },
    {
      value: String(nextFreeNumber(own, records, elsewhere)),
      prompt: (text) => `Which number shall ${called(own)} have? ${whyNotNumber(text, own, records, elsewhere) === undefined ? outcome(chosen, Number(text)) : ''}`.trim(),
      problem: (text) => whyNotNumber(text, own, records, elsewhere),
    },
  );
}

/** What the file is called then. */
function outcome({ own, around: { records } }: ChosenRecord, number: number): string {
  const [move] = movesFor(own, number, records, []);
  return move === undefined ? 'Its file keeps its name.' : `Renames ${baseName(move.from)} to ${baseName(move.to)}, and every reference to it.`;
}

/** Over a moment it shows how far it is, and can be cancelled: then nothing has changed. */
async function lookForReferences(session: PlanSession, { own, subject, document, folder, around: { records }, elsewhere }: ChosenRecord, number: number): Promise<Renumbered | undefined> {
  // The record as it is by now: a question may be open for long.
  const { subject: now = subject } = session.check(document.getText(), document.uri);
  const around = { records, elsewhere, files: new EditorFiles(folder), read: session.readMarkdown };
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Groundplan: Looking for references to ${called(own)}`, cancellable: true }, (progress, token) => {
    let shown = 0;
    return renumber(ownRecord(now) ?? own, number, around, {
      isCancelled: () => token.isCancellationRequested,
      onProgress(done, all) {
        if (done - shown < all / 100) return;
        progress.report({ message: `${done} of ${all} files`, increment: ((done - shown) / all) * 100 });
        shown = done;
      },
    });
  });
}

/** What may mean another record, and what was not looked into, is for the author to see. */
async function tellWhatIsLeft(number: number, { left, isWhole }: Extract<Renumbered, { readonly left: unknown }>): Promise<void> {
  const files = Array.from(left, ([path, count]) => `${path} (${count})`);
  const mentions = Array.from(left.values()).reduce((sum, count) => sum + count, 0);
  const named = `${files.slice(0, MOST_NAMED).join(', ')}${files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more files` : ''}`;
  const sentences = [
    ...(mentions > 0 ? [`${mentions === 1 ? 'One mention' : `${mentions} mentions`} of the number ${number} may mean something else and ${mentions === 1 ? 'stays as it is' : 'stay as they are'}: ${named}.`] : []),
    ...(isWhole ? [] : ['The workspace has more files than were looked into: search the rest for the number.']),
  ];
  if (sentences.length === 0) return;
  const search = 'Search';
  if ((await vscode.window.showInformationMessage(sentences.join(' '), search)) === search) {
    await vscode.commands.executeCommand('workbench.action.findInFiles', { query: `\\b(ADR|adr)[-_ #]*0*${number}\\b`, isRegex: true, triggerSearch: true });
  }
}
