import * as vscode from 'vscode';
import { readSettings, settingsSchema, type Settings } from '../core/lint/settings.ts';
import { allRules } from '../core/rules/all.ts';

export const SECTION = 'groundplan';

/** The settings that hold for a document, and a sentence for each that cannot be used. */
export function settingsFor(uri: vscode.Uri | undefined): { readonly settings: Settings; readonly problems: readonly string[] } {
  const configuration = vscode.workspace.getConfiguration(SECTION, uri ?? null);
  const written = Object.fromEntries(Object.keys(settingsSchema.shape).map((key) => [key, configuration.get<unknown>(key)]));
  return readSettings(
    written,
    allRules,
  );
}

/** Says once what is wrong with the settings. */
export class SettingsReporter {
  readonly #said = new Set<string>();

  report(problems: readonly string[]): void {
    const unsaid = problems.filter((problem) => !this.#said.has(problem));
    for (const problem of unsaid) this.#said.add(problem);
    if (unsaid.length > 0) void this.#show(unsaid.join(' '));
  }

  async #show(message: string): Promise<void> {
    const open = 'Open Settings';
    if ((await vscode.window.showWarningMessage(message, open)) === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:groundplan.groundplan');
    }
  }
}
