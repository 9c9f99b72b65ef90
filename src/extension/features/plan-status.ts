import * as vscode from 'vscode';
import type { Reading } from '../../core/checker.ts';
import { isRecordKind } from '../../core/template/kind.ts';
import { stateOfPlan, stateOfStatus, type DocumentState } from '../../core/workspace/document-state.ts';
import { countsInWords } from '../../core/workspace/finding-counts.ts';
import { activeMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** Right of what the editor itself says of the document. */
const PRIORITY = 90;

/** What the plan in front is, where it stands and what was found in it; on other documents there is nothing. */
export function showPlanStatus(session: PlanSession): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('groundplan.plan', vscode.StatusBarAlignment.Right, PRIORITY);
  item.name = 'Groundplan';
  item.command = 'groundplan.showPlanActions';
  const update = (): void => {
    const document = activeMarkdown();
    const reading = document && session.read(document);
    if (reading?.subject === undefined) return item.hide();
    const said = statusParts(reading, session);
    item.text = said.join(' · ');
    item.tooltip = 'What can be done with this document';
    item.accessibilityInformation = { label: `${said.join(', ')}. What can be done with this document`, role: 'button' };
    item.show();
  };
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(update), session.onDidCheck(update));
}

function statusParts({ plan, subject, findings }: Reading, session: PlanSession): readonly string[] {
  const count = (of: string): number => findings.filter(({ severity }) => severity === of).length;
  const counts = countsInWords({ errors: count('error'), warnings: count('warning'), remarks: count('information') });
  const state: DocumentState | undefined = subject && (isRecordKind(subject.kind) ? stateOfStatus(subject.readings.status) : stateOfPlan(plan, subject.kind, session.readMarkdown));
  return [subject?.kind.name ?? '', state?.text ?? '', counts].filter((part) => part !== '');
}
