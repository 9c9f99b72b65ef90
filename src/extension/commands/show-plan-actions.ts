import * as vscode from 'vscode';
import { isWithin } from '../../core/lint/rule.ts';
import type { Subject } from '../../core/lint/subject.ts';
import { isRecordKind } from '../../core/template/kind.ts';
import { isOfSeries } from '../../core/workspace/numbering.ts';
import { askForChoice, BACK, type Choice, type Separator } from '../create/quick-steps.ts';
import { activeMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

const EXTENSION = 'groundplan.groundplan';
const PROBLEMS = 'workbench.actions.view.problems';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
}

/** Lists what can be done with the open plan or record: its preview, its problems, their fixes, the next step in its life. */
export async function showPlanActions(session: PlanSession): Promise<void> {
  const document = activeMarkdown();
  const reading = document && session.read(document);
  if (document === undefined || reading?.subject === undefined) return void vscode.window.showInformationMessage('Open a plan or record first: Groundplan then lists what can be done with it.');
  const { findings, subject } = reading;
  const fixable = findings.filter(({ fix }) => isWithin(fix)).length;
  const choices = [
    ...actions('openPreviewToSide', 'openPreview'),
    { answer: PROBLEMS, label: 'Show Problems', description: inWords(findings.length) },
    ...actions(...(fixable > 0 ? ['fixAll'] : [])).map((action) => ({ ...action, description: inWords(fixable) })),
    { label: '', kind: vscode.QuickPickItemKind.Separator } satisfies Separator,
    ...actions(...lifeOf(subject)),
    ...actions('chooseKind', 'searchPlans'),
  ];
  const answer = await askForChoice({ title: subject.kind.name, canGoBack: false }, 'What is to be done with this document?', choices);
  if (answer !== undefined && answer !== BACK) await vscode.commands.executeCommand(answer, ...(answer === PROBLEMS ? [] : [document.uri]));
}

/** The next steps, of which those are offered that there are. */
function lifeOf({ kind }: Subject): readonly string[] {
  if (isRecordKind(kind)) return ['acceptRecord', 'rejectRecord', 'deprecateRecord', 'supersedeRecord', 'linkRecords', 'renumberRecord'];
  return ['advancePlanState', 'approvePlan', 'decomposePlanIntoTasks', ...(isOfSeries(kind) ? ['startNextPhase'] : []), 'handOff'];
}

/** Commands under their titles. */
function actions(...names: readonly string[]): readonly Choice<string>[] {
  const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON as Manifest | undefined;
  return names.flatMap((name) => {
    const found = manifest?.contributes.commands.find(({ command }) => command === `groundplan.${name}`);
    return found ? [{ answer: found.command, label: found.title }] : [];
  });
}

function inWords(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}
