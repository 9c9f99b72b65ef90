import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeEverything, EXTENSION, inWorkspace, newDocument } from './support.ts';

const PLAN = '# Phase 2 Architecture Plan\n\n## Risk Analysis and Mitigation\n\n### Risk 1: Storm & fog\n\n- **Probability**: High\n- **Impact**: Low\n\n## Appendix\n\nThe end.\n';

async function rendered(document: vscode.TextDocument): Promise<string> {
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

describe("the editor's own Markdown preview", () => {
  afterEach(closeEverything);

  // The host for the browser comes without the editor's own preview.
  before(async function () {
    if (!(await vscode.commands.getCommands(true)).includes('markdown.api.render')) this.skip();
  });

  it('shows the matrix below the risks of a plan, and nothing in any other document', async () => {
    await vscode.extensions.getExtension(EXTENSION)?.activate();
    const page = await rendered(await newDocument(PLAN, 'PHASE-2-ARCHITECTURE-PLAN'));
    const [before = '', after = ''] = page.split('<table class="groundplan-matrix">');
    ok(before.includes('Storm') && !before.includes('The end.'), 'it stands below the risk');
    ok(after.includes('title="Storm &amp; fog">1</span>') && after.includes('The end.'), 'with the risk in it');
    const notes = await vscode.workspace.openTextDocument(inWorkspace('notes.md'));
    ok(!(await rendered(notes)).includes('groundplan'), 'a document of no known kind is left alone');
  });

  it('shows none where the user wants none', async () => {
    const settings = vscode.workspace.getConfiguration('groundplan');
    await settings.update('preview.matrixInMarkdownPreview', false, vscode.ConfigurationTarget.Workspace);
    try {
      equal((await rendered(await newDocument(PLAN, 'PHASE-3-ARCHITECTURE-PLAN'))).includes('groundplan-matrix'), false);
    } finally {
      await settings.update('preview.matrixInMarkdownPreview', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
