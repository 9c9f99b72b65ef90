import * as vscode from 'vscode';
import { askInSteps, type Step } from './quick-steps.ts';

/** Answers that a key binding, a task or an agent gives with the command: they are not asked for. */
export type Given = Readonly<Record<string, string>>;

/** From the arguments of a command: answers alone, or behind the file that it is about. */
export function givenAnswers(clicked: unknown, given?: unknown): Given {
  return { ...(clicked instanceof vscode.Uri ? {} : stringsIn(clicked)), ...stringsIn(given) };
}

function stringsIn(value: unknown): Given {
  // The second argument of the explorer is the list of what was selected there.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Asks for the answers that are not given; nothing where the author cancels. */
export async function askFor(heading: string, steps: readonly Step[], given: Given): Promise<Given | undefined> {
  const open = steps.filter(({ name }) => given[name] === undefined);
  const answers = open.length === 0 ? {} : await askInSteps(heading, open);
  return answers && { ...given, ...answers };
}
