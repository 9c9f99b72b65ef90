import * as vscode from 'vscode';
import { sectionHelp, type SectionHelp } from '../../core/assist/hover.ts';
import { isMarkdown, MARKDOWN, toEditorRange } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** What belongs under a heading and why it is asked for, while the pointer rests on it. */
export function offerSectionHover(session: PlanSession): vscode.Disposable {
  return vscode.languages.registerHoverProvider(MARKDOWN, {
    provideHover(document, position) {
      const subject = isMarkdown(document) ? session.read(document).subject : undefined;
      const help = subject && sectionHelp(subject, document.offsetAt(position));
      return help && new vscode.Hover(inMarkdown(help), toEditorRange(document, help.range));
    },
  });
}

function inMarkdown({ title, need, guidance, fields, parts, also }: SectionHelp): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['groundplan.explainCheck'] };
  text.appendMarkdown(`**${plain(title)}**\n\n${plain(need)}`);
  // A team writes its guidance in Markdown; links and code in it work, commands do not.
  for (const sentence of guidance) text.appendMarkdown(`\n\n${sentence.replaceAll('command:', 'command&#58;')}`);
  for (const [lead, names] of [['Asks for', fields], ['Holds', parts], ['Also understood as', also]] as const) {
    if (names.length > 0) text.appendMarkdown(`\n\n${lead}: ${plain(names.join('; '))}.`);
  }
  const check = encodeURIComponent(JSON.stringify(['required-sections']));
  return text.appendMarkdown(`\n\n[Why sections are required](command:groundplan.explainCheck?${check})`);
}

/** The editor's own way to append plain text joins its words, so that they never wrap. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+.!<>|~-]/g, '\\$&');
}
