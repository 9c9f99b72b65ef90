import * as vscode from 'vscode';
import { handOffPrompt, sizeInWords } from '../../core/life/plans/hand-off.ts';
import { handOffRoles } from '../../core/life/plans/hand-off-roles.ts';
import { choosePlan } from '../create/chosen-plan.ts';
import { askForChoice, BACK } from '../create/quick-steps.ts';
import { nameOf } from '../documents.ts';
import { givenAnswers } from '../create/given-answers.ts';
import { tickOff } from '../features/first-steps.ts';
import type { PlanSession } from '../plan-session.ts';

/** Copies what the next role needs to know of a plan: its state, decisions, constraints, targets, open risks and files. */
export async function handOff(session: PlanSession, clicked?: unknown, given?: unknown): Promise<void> {
  const chosen = await choosePlan(session, clicked, 'hands over');
  if (chosen === undefined) return;
  const name = nameOf(chosen.document.uri);
  const roles = handOffRoles(chosen.subject);
  const choices = roles.map(({ name: label, task, isNamed }, index) => ({ answer: String(index), label, description: isNamed ? 'named in the plan' : '', detail: task }));
  const named = roles.findIndex(({ name: each }) => each === givenAnswers(clicked, given)['role']);
  const answer = named >= 0 ? String(named) : await askForChoice({ title: `Hand Off ${name}`, canGoBack: false }, 'Who takes it over?', choices);
  const role = answer === undefined || answer === BACK ? undefined : roles[Number(answer)];
  if (role === undefined) return;
  const prompt = handOffPrompt(chosen.subject, role);
  await vscode.env.clipboard.writeText(prompt);
  tickOff('planHandedOver');
  const show = 'Show It';
  const next = await vscode.window.showInformationMessage(`Copied for ${role.name}: what ${name} says, in ${sizeInWords(prompt)}. Paste it where the work goes on.`, show);
  if (next === show) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: prompt, language: 'plaintext' }));
}
