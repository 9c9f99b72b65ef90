import * as vscode from 'vscode';
import type { Kind } from '../../core/template/kind.ts';
import type { PlanSession } from '../plan-session.ts';
import { groupName } from './new-document.ts';
import { askForChoice, BACK } from './quick-steps.ts';

/** The kinds by their names, the dialects of one kind together. */
export function kindGroups(kinds: readonly Kind[]): readonly (readonly [Kind, ...Kind[]])[] {
  const groups = new Map<string, [Kind, ...Kind[]]>();
  for (const kind of kinds) {
    const group = groups.get(kind.kind);
    if (group) group.push(kind);
    else groups.set(kind.kind, [kind]);
  }
  return Array.from(groups.values());
}

/** What tells a dialect apart in its name. */
function formOf({ name }: Kind): string {
  return /\(([^()]*)\)$/.exec(name)?.[1] ?? name;
}

export async function chooseKindToWrite(session: PlanSession, clicked: unknown): Promise<string | undefined> {
  await session.ready;
  const where = clicked instanceof vscode.Uri ? clicked : vscode.window.activeTextEditor?.document.uri;
  const isTeams = session.isOfTeam(where);
  const choices = kindGroups(session.kindsFor(where)).map((group) => {
    const [kind] = group;
    return { answer: kind.kind, label: groupName(group), description: isTeams(kind) ? 'own template' : '', detail: group.length === 1 ? kind.description : `In one of ${group.length} forms: ${group.map(formOf).join(', ')}.` };
  });
  const answer = await askForChoice({ title: 'New Plan', canGoBack: false }, 'Which kind of document?', choices);
  return answer === BACK ? undefined : answer;
}
