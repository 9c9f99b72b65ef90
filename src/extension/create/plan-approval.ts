import * as vscode from 'vscode';
import { approvePlan as planApproval } from '../../core/life/plans/advance-plan.ts';
import { nextStep, obstacleOf } from '../../core/life/plans/plan-step.ts';
import { isStillApproved } from '../../core/lint/approval.ts';
import { statesOf, transitionStatesOf } from '../../core/template/choices.ts';
import { nameOf } from '../documents.ts';
import { tickOff } from '../features/first-steps.ts';
import type { PlanSession } from '../plan-session.ts';
import type { ChosenPlan } from './chosen-plan.ts';
import { askFor, type Given } from './given-answers.ts';
import { makeChange, showObstacle } from './make-change.ts';
import { moveOn } from './plan-step-questions.ts';
import { dayStep, whoStep } from './plan-questions.ts';

/** Approves a plan: by its next state where that is the approved one; one that is approved already is approved as it is now. */
export async function approve(session: PlanSession, chosen: ChosenPlan, given: Given): Promise<void> {
  const { subject, document } = chosen;
  const { root } = subject.kind;
  const hasStates = transitionStatesOf(root).length + statesOf(root).length > 0;
  const step = nextStep(subject);
  const isAgain = 'problem' in step && hasStates && isStillApproved(subject);
  if ('problem' in step && hasStates && !isAgain) return void vscode.window.showInformationMessage(step.problem);
  if (!('problem' in step) && !step.isApproval) return advanceFirst(nameOf(document.uri), step.to);
  if (!('problem' in step) && step.by === 'transition') return moveOn(session, chosen, step, given);
  await askAndApprove(session, chosen, given, 'problem' in step ? undefined : step.to, hasStates);
}

async function askAndApprove(session: PlanSession, chosen: ChosenPlan, given: Given, state: string | undefined, withGates: boolean): Promise<void> {
  const { subject, folder, findings, document } = chosen;
  const name = nameOf(document.uri);
  const obstacle = obstacleOf(subject, findings, [], withGates);
  if (obstacle) return showObstacle(chosen, `${name} cannot be approved yet: ${obstacle.said}.`, obstacle.first);
  const answers = await askFor('Approve Plan', [await whoStep(session, folder, `Who approves ${name}?`), dayStep('On which day?')], given);
  if (answers === undefined) return;
  const { who = '', day = '' } = answers;
  if (!(await makeChange(planApproval(subject, state, who, day), folder))) return;
  tickOff('planMovedOn');
  void vscode.window.showInformationMessage(`${name} is approved by ${who} on ${day}. Sections that change from now on are shown.`);
}

async function advanceFirst(name: string, to: string): Promise<void> {
  const advance = 'Advance Plan State…';
  const answer = await vscode.window.showInformationMessage(`${name} is not yet ${to}, which comes before an approval: advance it first.`, advance);
  if (answer === advance) await vscode.commands.executeCommand('groundplan.advancePlanState');
}
