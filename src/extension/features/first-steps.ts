import * as vscode from 'vscode';
import { stepsShown, type FirstStep, type Sight } from '../../core/life/first-steps.ts';
import { isRecordKind } from '../../core/template/kind.ts';
import type { CheckedDocument, PlanSession } from '../plan-session.ts';

/** Ticks a step of the walkthrough off. The editor remembers it; telling it twice changes nothing. */
export function tickOff(step: FirstStep): void {
  void vscode.commands.executeCommand('setContext', `groundplan.${step}`, true);
}

/** Ticks off what shows in the documents themselves. */
export function followFirstSteps(session: PlanSession): vscode.Disposable {
  const seen = new Map<string, Sight>();
  const done = new Set<FirstStep>();
  const look = (checked: CheckedDocument): void => {
    const key = checked.document.uri.toString();
    const now = sightOf(checked);
    if (now === undefined) return;
    const shown = stepsShown(now, seen.get(key));
    seen.set(key, now);
    for (const step of shown.filter((each) => !done.has(each))) {
      done.add(step);
      tickOff(step);
    }
  };
  return vscode.Disposable.from(session.onDidCheck(look), session.onDidForget((uri) => seen.delete(uri.toString())));
}

function sightOf({ document: { version }, reading: { subject, findings } }: CheckedDocument): Sight | undefined {
  return subject && { version, isRecord: isRecordKind(subject.kind), errors: findings.filter(({ severity }) => severity === 'error').length, findings: findings.length };
}
