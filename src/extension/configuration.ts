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
    allRules.map(({ id }) => id),
  );
}

/** Says once what is wrong with the settings, and again only when something else is. */
export class SettingsReporter {
  #reported = '';

  report(problems: readonly string[]): void {
    const message = problems.join(' ');
    if (message === this.#reported) return;
    this.#reported = message;
    if (message !== '') void this.#show(message);
  }

  async #show(message: string): Promise<void> {
    const open = 'Open Settings';
    if ((await vscode.window.showWarningMessage(message, open)) === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:groundplan.groundplan`);
    }
  }
}
