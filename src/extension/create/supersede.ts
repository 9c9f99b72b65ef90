import * as vscode from 'vscode';
import { called, sentence } from '../../core/life/records/record-wording.ts';
import { supersede } from '../../core/life/records/relate.ts';
import { ownRecord, seriesOf } from '../../core/lint/records-around.ts';
import type { Subject } from '../../core/lint/subject.ts';
import { isMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { uriInWorkspace } from '../workspace-files.ts';
import { chooseRecord, recordAt, type ChosenRecord } from './chosen-record.ts';
import type { Given } from './given-answers.ts';
import { makeChange, openAtBlank } from './make-change.ts';
import { newDocument } from './new-document.ts';
import { askForChoice, BACK } from './quick-steps.ts';
import { recordChoices, separator } from './record-question.ts';
import { showRecord } from './record-status.ts';

const NEW = ':new';
const OTHER_WAY = ':other way';
const SHOWN_MS = 5000;

/** Asks what takes the place of the record, or whose place it takes, and writes it into both. */
export async function supersedeWith(session: PlanSession, clicked: unknown, given: Given): Promise<void> {
  const chosen = await chooseRecord(session, clicked, 'supersedes');
  if (chosen === undefined) return;
  const answer = given['by'] ?? (given['supersedes'] === undefined ? await ask(chosen) : OTHER_WAY);
  if (answer === undefined) return;
  if (answer === NEW || answer === 'new') return byNewRecord(session, chosen);
  const path = answer === OTHER_WAY ? (given['supersedes'] ?? (await askWhich(chosen))) : answer;
  const other = path === undefined ? undefined : await recordAt(session, chosen.document.uri, path);
  if (path === undefined) return;
  if (other === undefined) return void vscode.window.showErrorMessage(`${path} is no decision record that can be read: choose another.`);
  const [older, newer] = answer === OTHER_WAY ? [other, chosen.subject] : [chosen.subject, other];
  if (await write(older, newer, chosen)) await showRecord(chosen.document);
}

async function ask(chosen: ChosenRecord): Promise<string | undefined> {
  const { own } = chosen;
  const others = recordChoices(chosen);
  const answer = await askForChoice({ title: 'Supersede Record', canGoBack: false }, `What supersedes ${called(own)}?`, [
    { answer: NEW, label: '$(add) A new record…', description: 'written with New Decision Record' },
    ...(others.length > 0 ? [separator('a record that is there'), ...others, separator('the other way round'), { answer: OTHER_WAY, label: `$(arrow-swap) ${sentence(called(own))} supersedes another…`, description: 'choose that one next' }] : []),
  ]);
  return answer === BACK ? undefined : answer;
}

async function askWhich(chosen: ChosenRecord): Promise<string | undefined> {
  const answer = await askForChoice({ title: 'Supersede Record', canGoBack: false }, `What does ${called(chosen.own)} supersede?`, recordChoices(chosen));
  return answer === BACK ? undefined : answer;
}

/** The new record is written first, in the folder of the old one; whoever cancels that has changed nothing. */
async function byNewRecord(session: PlanSession, chosen: ChosenRecord): Promise<void> {
  const { document, own, around, subject } = chosen;
  if (await isReadOnly(document.uri)) return void vscode.window.showErrorMessage(`${own.path} is read-only, so it cannot say what supersedes it: make it writable first.`);
  const known = new Set(around.records.map(({ path }) => path));
  await newDocument(subject.kind.kind, session, uriInWorkspace(document.uri, seriesOf(own.path)));
  const made = vscode.window.activeTextEditor?.document;
  const newer = made && made !== document && isMarkdown(made) ? (await session.checkSettled(made.getText(), made.uri, false)).subject : undefined;
  if (made === undefined || newer === undefined || ownRecord(newer) === undefined || known.has(newer.path)) return;
  if (await write(subject, newer, chosen)) await openAtBlank(made.uri);
}

async function write(older: Subject, newer: Subject, { around, folder }: ChosenRecord): Promise<boolean> {
  const isMade = await makeChange(supersede(older, newer, around), folder);
  const [old, now] = [ownRecord(older), ownRecord(newer)];
  if (isMade && old && now) vscode.window.setStatusBarMessage(`${sentence(called(old))} is superseded by ${called(now)}.`, SHOWN_MS);
  return isMade;
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ permissions }) => permissions === vscode.FilePermission.Readonly, () => false);
}
