import * as vscode from 'vscode';
import { called, sentence } from '../../core/life/records/record-wording.ts';
import { relate, RELATIONS } from '../../core/life/records/relate.ts';
import { ownRecord } from '../../core/lint/records-around.ts';
import type { Relation } from '../../core/readings/records/record-links.ts';
import type { PlanSession } from '../plan-session.ts';
import { chooseRecord, recordAt, type ChosenRecord } from './chosen-record.ts';
import { askFor, type Given } from './given-answers.ts';
import { makeChange } from './make-change.ts';
import { askForChoice, type Answer, type StepPlace } from './quick-steps.ts';
import { recordChoices } from './record-question.ts';
import { showRecord } from './record-status.ts';

const SHOWN_MS = 5000;
const MEANINGS: Readonly<Record<Relation, string>> = {
  amends: 'it changes a part of the other, which else still holds',
  'amended by': 'the other changes a part of it',
  supersedes: 'it takes the place of the other, whose status says so',
  'superseded by': 'the other takes its place, and its status says so',
  'relates to': 'both say that they belong together',
};

/** Asks for a relation and the other record, and writes it into both. */
export async function linkTo(session: PlanSession, clicked: unknown, given: Given): Promise<void> {
  const chosen = await chooseRecord(session, clicked, 'links');
  if (chosen === undefined) return;
  if (recordChoices(chosen).length === 0) return void vscode.window.showInformationMessage(`${sentence(called(chosen.own))} is the only record here: write another one first.`);
  const steps = [
    { name: 'relation', ask: (place: StepPlace) => askForRelation(place, chosen) },
    { name: 'to', ask: (place: StepPlace, answers: Given) => askForChoice(place, `Which record? ${sentence(called(chosen.own))} ${inWords(answers['relation'] ?? '')} …`, recordChoices(chosen)) },
  ];
  const answers = await askFor('Link Records', steps, given);
  const relation = RELATIONS.find((each) => each === answers?.['relation']);
  const path = answers?.['to'];
  if (relation === undefined || path === undefined) return;
  const other = await recordAt(session, chosen.document.uri, path);
  const second = other && ownRecord(other);
  if (other === undefined || second === undefined) return void vscode.window.showErrorMessage(`${path} is no decision record that can be read: choose another.`);
  if (!(await makeChange(relate(chosen.subject, relation, other, chosen.around), chosen.folder))) return;
  await showRecord(chosen.document);
  vscode.window.setStatusBarMessage(`${sentence(called(chosen.own))} ${inWords(relation)} ${called(second)}; both say so.`, SHOWN_MS);
}

function askForRelation(place: StepPlace, { own }: ChosenRecord): Promise<Answer> {
  return askForChoice(place, `How does ${called(own)} stand to the other?`, RELATIONS.map((relation) => ({ answer: relation, label: sentence(inWords(relation)), description: MEANINGS[relation] })));
}

function inWords(relation: string): string {
  return relation.endsWith(' by') ? `is ${relation}` : relation;
}
