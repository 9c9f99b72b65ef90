import * as vscode from 'vscode';

/** What the author answers a question: a text, or that they want back to the one before. Nothing where they cancel. */
export type Answer = string | typeof BACK | undefined;
export const BACK = Symbol('back');

export interface StepPlace {
  /** Above the question, with its place among all: `New Phase Plan (1/2)`. */
  readonly title: string;
  readonly canGoBack: boolean;
}

export interface TextQuestion {
  readonly value: string;
  /** The question, with what the answer will lead to. */
  prompt(text: string): string;
  /** A sentence on why an answer cannot be taken. */
  problem(text: string): string | undefined;
}

export interface Choice<T extends string> extends vscode.QuickPickItem {
  readonly answer: T;
}

export function askForText({ title, canGoBack }: StepPlace, question: TextQuestion): Promise<Answer> {
  const box = vscode.window.createInputBox();
  const show = (): void => {
    box.prompt = question.prompt(box.value);
    box.validationMessage = question.problem(box.value) ?? '';
  };
  box.title = title;
  box.ignoreFocusOut = true;
  box.value = question.value;
  box.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  box.prompt = question.prompt(box.value);
  return new Promise((resolve) => {
    box.onDidChangeValue(show);
    box.onDidTriggerButton(() => finish(BACK));
    box.onDidHide(() => finish(undefined));
    box.onDidAccept(() => {
      show();
      if (box.validationMessage === '') finish(box.value.trim());
    });
    function finish(answer: Answer): void {
      resolve(answer);
      box.dispose();
    }
    box.show();
  });
}

/** A list to choose from, filtered by what is typed. */
export function askForChoice<T extends string>({ title, canGoBack }: StepPlace, placeholder: string, choices: readonly (Choice<T> | Separator)[]): Promise<T | typeof BACK | undefined> {
  const pick = vscode.window.createQuickPick<Choice<T> | Separator>();
  pick.title = title;
  pick.placeholder = placeholder;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = choices;
  pick.buttons = canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    pick.onDidTriggerButton(() => finish(BACK));
    pick.onDidHide(() => finish(undefined));
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen && 'answer' in chosen) finish(chosen.answer);
    });
    function finish(answer: T | typeof BACK | undefined): void {
      resolve(answer);
      pick.dispose();
    }
    pick.show();
  });
}

export interface Separator extends vscode.QuickPickItem {
  readonly kind: vscode.QuickPickItemKind.Separator;
}

/** Asks one question after the other; an answer may be taken back. Nothing where the author cancels. */
export async function askInSteps(heading: string, steps: readonly Step[]): Promise<Readonly<Record<string, string>> | undefined> {
  const answers: Record<string, string> = {};
  for (let index = 0; index < steps.length; ) {
    const step = steps[index];
    if (step === undefined) break;
    const title = steps.length > 1 ? `${heading} (${index + 1}/${steps.length})` : heading;
    const answer = await step.ask({ title, canGoBack: index > 0 }, answers);
    if (answer === undefined) return undefined;
    if (answer === BACK) {
      index -= 1;
      continue;
    }
    answers[step.name] = answer;
    index += 1;
  }
  return answers;
}

export interface Step {
  readonly name: string;
  ask(place: StepPlace, given: Readonly<Record<string, string>>): Promise<Answer>;
}
