import * as vscode from 'vscode';
import { extractable } from '../../core/life/plans/decision-text.ts';
import { extractDecision } from '../../core/life/plans/extract-decision.ts';
import { inWords } from '../../core/lint/wording.ts';
import { plainTitle } from '../../core/plan/titles.ts';
import type { Decision } from '../../core/readings/decisions/decisions.ts';
import { scaffoldPath } from '../../core/scaffold/scaffold.ts';
import { baseName } from '../../core/template/file-name.ts';
import { isRecordKind } from '../../core/template/kind.ts';
import { nameOf } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import type { ChosenPlan } from './chosen-plan.ts';
import type { Given } from './given-answers.ts';
import { makeChange, openAtBlank } from './make-change.ts';
import { askForChoice, askForText, BACK } from './quick-steps.ts';
import { dialectOf, recordManner } from './record-form.ts';

const TITLE = 'Extract Decision to Record';

/** Makes a decision of a plan a record of its own. */
export async function extractTo(session: PlanSession, chosen: ChosenPlan, given: Given): Promise<void> {
  const { subject, document, folder } = chosen;
  const name = nameOf(document.uri);
  if (isRecordKind(subject.kind)) return void vscode.window.showInformationMessage(`${name} is a record already: run the command in the plan that holds the decision.`);
  const decisions = extractable(subject);
  if (decisions.length === 0) return void vscode.window.showInformationMessage(`${name} holds no decision that could become a record: write one with its name and its choice, or open another plan.`);
  const decision = await whichDecision(document, decisions, given);
  const manner = decision && (await recordManner(session, chosen));
  const kind = manner && (await dialectOf(manner, TITLE, given['form']));
  if (decision === undefined || manner === undefined || kind === undefined) return;
  const files = new WorkspaceFiles(folder);
  const values = { ...manner.values, number: String(manner.number) };
  const place = manner.found.naming;
  const pathFor = (title: string): string => scaffoldPath(kind, { ...values, title }, place);
  const title = given['title'] ?? (await askForTitle(plainTitle(decision.name.text), pathFor, await files.fileNames(place.folder)));
  if (title === undefined) return;
  if (!(await makeChange(extractDecision(subject, decision, { kind, values: { ...values, title }, place }), folder))) return;
  await openAtBlank(files.uriOf(pathFor(title)));
}

async function askForTitle(proposed: string, pathFor: (title: string) => string, taken: readonly string[]): Promise<string | undefined> {
  const names = new Set(taken.map((each) => each.toLowerCase()));
  const title = await askForText(
    { title: TITLE, canGoBack: false },
    {
      value: proposed,
      prompt: (text) => `What is the record called? ${text.trim() === '' ? '' : `Creates ${pathFor(text.trim())}.`}`,
      problem: (text) => {
        if (text.trim() === '') return 'Write a few words, or press Escape to cancel.';
        const path = pathFor(text.trim());
        return names.has(baseName(path).toLowerCase()) ? `${path} exists already: choose another name.` : undefined;
      },
    },
  );
  return typeof title === 'string' ? title : undefined;
}

/** The one that is named, that the cursor stands in, or that the author chooses. */
async function whichDecision(document: vscode.TextDocument, decisions: readonly Decision[], given: Given): Promise<Decision | undefined> {
  const { decision: named } = given;
  if (named !== undefined) return decisions.find(({ name }) => inWords(name.text) === named);
  return atCursor(document, decisions) ?? askForDecision(decisions);
}

/** The decision that the cursor stands in, where the plan is in front. */
function atCursor(document: vscode.TextDocument, decisions: readonly Decision[]): Decision | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return undefined;
  const offset = document.offsetAt(editor.selection.active);
  return decisions.findLast(({ range }) => range.start <= offset && offset <= range.end);
}

async function askForDecision(decisions: readonly Decision[]): Promise<Decision | undefined> {
  const choices = decisions.map(({ name, choice }, index) => ({ answer: String(index), label: inWords(name.text), description: choice === undefined ? '' : inWords(choice.text) }));
  const answer = await askForChoice({ title: TITLE, canGoBack: false }, 'Which decision?', choices);
  return answer === undefined || answer === BACK ? undefined : decisions[Number(answer)];
}
