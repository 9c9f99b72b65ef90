import * as vscode from 'vscode';
import { advancePlan } from '../../core/life/plans/advance-plan.ts';
import { obstacleOf, type PlanStep } from '../../core/life/plans/plan-step.ts';
import { askedKeys, filledBlanks, type StepAnswers } from '../../core/life/plans/transition-record.ts';
import { nameOf, toEditorRange } from '../documents.ts';
import { tickOff } from '../features/first-steps.ts';
import type { PlanSession } from '../plan-session.ts';
import { today } from '../today.ts';
import type { ChosenPlan } from './chosen-plan.ts';
import { askForEvidence, evidenceIn } from './evidence-question.ts';
import { askFor, type Given } from './given-answers.ts';
import { makeChange, showObstacle } from './make-change.ts';
import { recordStep, textStep, whoStep } from './plan-questions.ts';
import type { Step, StepPlace } from './quick-steps.ts';

/** Moves a plan on by one state, once nothing stands in the way and the author has said why, by whom and on what evidence. */
export async function moveOn(session: PlanSession, chosen: ChosenPlan, step: PlanStep, given: Given): Promise<void> {
  const { subject, folder, findings, document } = chosen;
  const name = nameOf(document.uri);
  const obstacle = obstacleOf(subject, findings, step.by === 'transition' ? filledBlanks(subject) : []);
  if (obstacle) return showObstacle(chosen, `${name} cannot become ${step.to} yet: ${obstacle.said}.`, obstacle.first);
  const answers = await askFor(`Advance to ${step.to}`, await stepsFor(session, chosen, step), given);
  if (answers === undefined) return;
  if (!(await makeChange(advancePlan(subject, step, answersIn(answers)), folder))) return;
  tickOff('planMovedOn');
  await showState(session, document);
  void vscode.window.showInformationMessage(`${name} is ${step.to} now${answers['who'] === undefined || answers['who'] === '' ? '' : `, by ${answers['who']}`}.`);
}

async function stepsFor(session: PlanSession, { subject, folder, document }: ChosenPlan, { by, to }: PlanStep): Promise<readonly Step[]> {
  const who = await whoStep(session, folder, by === 'transition' ? `Who moves ${nameOf(document.uri)} on to ${to}?` : `Who says that ${nameOf(document.uri)} is ${to}?`);
  if (by === 'status') return [who];
  return [
    textStep('why', `Why does the plan become ${to}?`),
    ...askedKeys(subject).map(recordStep),
    { name: 'evidence', ask: (place: StepPlace) => askForEvidence(place, subject) },
    who,
  ];
}

function answersIn(answers: Readonly<Record<string, string>>): StepAnswers {
  return {
    by: answers['who'] ?? '',
    today: today(),
    why: answers['why'] ?? '',
    evidence: evidenceIn(answers['evidence']),
    summary: answers['summary'],
    nextSteps: answers['next steps'],
    followUp: answers['follow up'],
  };
}

/** What the plan says of its state now. */
async function showState(session: PlanSession, document: vscode.TextDocument): Promise<void> {
  const { subject } = session.read(document);
  const place = subject?.readings.transition?.to ?? subject?.readings.status?.value;
  if (place) await vscode.window.showTextDocument(document, { selection: toEditorRange(document, place.range), preview: false });
}
