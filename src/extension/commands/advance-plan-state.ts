import * as vscode from 'vscode';
import { nextStep } from '../../core/life/plans/plan-step.ts';
import { approve } from '../create/plan-approval.ts';
import { choosePlan } from '../create/chosen-plan.ts';
import { moveOn } from '../create/plan-step-questions.ts';
import { givenAnswers } from '../create/given-answers.ts';
import type { PlanSession } from '../plan-session.ts';

/** Moves a plan on to its next state when its gates are ticked and nothing is open, and writes the record of that; else it says what stands in the way. */
export async function advancePlanState(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  const chosen = await choosePlan(session, clicked, 'moves on');
  if (chosen === undefined) return;
  const step = nextStep(chosen.subject);
  if ('problem' in step) return void vscode.window.showInformationMessage(step.problem);
  if (step.isApproval && step.by === 'status') return approve(session, chosen, givenAnswers(clicked, given));
  await moveOn(session, chosen, step, givenAnswers(clicked, given));
}
