import * as vscode from 'vscode';
import { equal } from './assert.ts';
import { closeEverything, findings, inWorkspace, until } from './support.ts';

describe('diagrams', () => {
  afterEach(closeEverything);

  it('are read by their own parser, which is loaded with the first of them', async () => {
    const uri = inWorkspace('plans/ARCHITECTURAL-PLAN-diagrams.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# Architectural Plan: Berths\n\n## Proposed Architecture\n\n```mermaid\nflowchart LR\n  A[Cost (EUR)] --> B\n```\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const found = await until('what the parser says', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'valid-mermaid'));
    equal(found.message, 'This diagram cannot be drawn: "(" stands within a label: put the label in double quotes.');
    equal(document.getText(found.range), '(EUR)]');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, found.range, vscode.CodeActionKind.QuickFix.value);
    equal(actions.some(({ title }) => title === 'Mend the diagram'), true);
    await vscode.workspace.fs.delete(uri);
  });
});
