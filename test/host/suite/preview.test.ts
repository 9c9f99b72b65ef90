import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeEverything, EXTENSION, inWorkspace, newDocument, until } from './support.ts';

function previewTab(): vscode.Tab | undefined {
  return previewTabs()[0];
}

function previewTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('groundplan.preview'));
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

  it('stays with its document once it is locked, and others follow', async () => {
    await newDocument('# Phase 2 Architecture Plan\n', 'kept');
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    await until('the preview', () => previewTabs().some(({ label }) => label.startsWith('Preview kept')));
    await vscode.commands.executeCommand('groundplan.togglePreviewLock');
    await until('the lock', () => previewTabs().some(({ label }) => label.startsWith('[Preview] kept')));
    await vscode.window.showTextDocument(inWorkspace('plans/PHASE-1-ARCHITECTURE-PLAN.md'), { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('groundplan.openPreviewToSide');
    await until('a second preview', () => previewTabs().some(({ label }) => label === 'Preview PHASE-1-ARCHITECTURE-PLAN.md'));
    ok(previewTabs().length === 2 && previewTabs().some(({ label }) => label.startsWith('[Preview] kept')), 'the first one stays');
  });

  it('opens as many as are wanted that stay with their documents, one for each', async () => {
    for (const name of ['one', 'two', 'one again']) {
      const document = await newDocument('# Notes\n', name);
      await vscode.commands.executeCommand('groundplan.openLockedPreviewToSide');
      await until(`the preview of ${name}`, () => previewTabs().some(({ label }) => label.startsWith(`[Preview] ${name}-`)));
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
      await vscode.commands.executeCommand('groundplan.openLockedPreviewToSide');
    }
    equal(previewTabs().length, 3);
  });

  it('leads back to its document', async () => {
    const document = await newDocument('# Phase 2 Architecture Plan\n', 'source');
    await vscode.commands.executeCommand('groundplan.openPreview');
    await until('the preview in front', () => previewTabs().some(({ isActive }) => isActive) && vscode.window.activeTextEditor === undefined);
    await vscode.commands.executeCommand('groundplan.showPreviewSource');
    await until('the document in front', () => vscode.window.activeTextEditor?.document === document);
  });
});

describe('the keys of Groundplan', () => {
  afterEach(closeEverything);

  it('are taken by nothing that the editor brings', async () => {
    const defaults = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const taken = new Set(Array.from(defaults.getText().matchAll(/"key": "([^"]+)"/g), ([, key]) => key));
    ok(taken.has('ctrl+k v') || taken.has('ctrl+shift+v') || taken.size > 300, `the default keys are readable, there are ${taken.size}`);
    const extension = vscode.extensions.getExtension<unknown>(EXTENSION)?.packageJSON as { contributes: { keybindings: { key: string }[] } };
    const { keybindings } = extension.contributes;
    ok(keybindings.length > 0, 'there are keys');
    for (const { key } of keybindings) ok(!taken.has(key) || defaults.getText().split(`"key": "${key}"`).slice(1).every((entry) => /"command": "groundplan\./.test(entry.slice(0, 200))), `${key} is free`);
  });
});
