import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeEverything, inWorkspace, newDocument, until } from './support.ts';

function previewTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('groundplan.preview'));
}

describe('the preview', () => {
  afterEach(closeEverything);

  it('opens beside the document and leaves the focus there', async () => {
    const document = await newDocument('# Phase 1 Architecture Plan\n');
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    const tab = await until('the preview', previewTab);
    equal(vscode.window.activeTextEditor?.document, document);
    ok(tab.group.viewColumn !== vscode.window.activeTextEditor?.viewColumn, 'it stands beside the document');
  });

  it('opens once, follows from plan to plan, and stays with the plan while other documents are looked at', async () => {
    await newDocument('# Phase 2 Architecture Plan\n', 'one');
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    await until('the preview of the first', () => previewTab()?.label.startsWith('Preview one'));
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    await vscode.window.showTextDocument(inWorkspace('notes.md'), { viewColumn: vscode.ViewColumn.One });
    await vscode.window.showTextDocument(inWorkspace('plans/PHASE-1-ARCHITECTURE-PLAN.md'), { viewColumn: vscode.ViewColumn.One });
    await until('the preview of the second', () => previewTab()?.label === 'Preview PHASE-1-ARCHITECTURE-PLAN.md');
    await vscode.window.showTextDocument(inWorkspace('notes.md'), { viewColumn: vscode.ViewColumn.One });
    equal(previewTab()?.label, 'Preview PHASE-1-ARCHITECTURE-PLAN.md');
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    await until('the preview that was asked for', () => previewTab()?.label === 'Preview notes.md');
    equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview).length, 1);
  });

  it('can be closed and opened again', async () => {
    await newDocument('# One\n');
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    const tab = await until('the preview', previewTab);
    await vscode.window.tabGroups.close(tab);
    await until('it to close', () => previewTab() === undefined);
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    await until('it to open', previewTab);
  });
});
