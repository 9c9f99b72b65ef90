import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, newDocument, until } from './support.ts';

const PLAN = `# Phase 2 Architecture Plan

## Phase Vision Alignment

**Phase Number**: 2

## Risk Analysis and Mitigation

### Risk 1: Fire

- **Probability**: 
- **Impact**: High
- **Owner**: Ada

`;

/** The plan in an editor, known to the session. */
async function openPlan(): Promise<vscode.TextDocument> {
  const document = await newDocument(PLAN, 'PHASE-2-ARCHITECTURE-PLAN');
  await until('its findings', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  return document;
}

function lineOf(document: vscode.TextDocument, text: string): number {
  return document.getText().slice(0, document.getText().indexOf(text)).split('\n').length - 1;
}

async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  // Besides there are the snippets, which every Markdown file has.
  return list.items.filter(({ label, kind }) => kind !== vscode.CompletionItemKind.Snippet && typeof label !== 'string' && label.description?.includes('Phase Plan')).map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('in the editor', () => {
  afterEach(closeEverything);

  it('names risks, phases and the like in the outline', async () => {
    const document = await openPlan();
    const symbols = await until('the symbols', async () => {
      const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return all.flatMap(everySymbol).filter(({ name }) => name.startsWith('Risk 1'));
    });
    ok(symbols.some(({ name, detail }) => name === 'Risk 1: Fire' && detail === 'High, Ada'), symbols.map(({ name, detail }) => `${name} (${detail})`).join());
  });

  it('says on a heading what belongs there and why', async () => {
    const document = await openPlan();
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(lineOf(document, '## Risk Analysis'), 5));
    const text = hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))).join('\n');
    matches(text, /Every phase plan has this section: Groundplan reads risks from it/);
    matches(text, /command:groundplan\.explainCheck/);
    const elsewhere = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(lineOf(document, '- **Owner**'), 5));
    deepEqual(elsewhere, []);
  });

  it('completes levels in a field, in the words of the template', async () => {
    const document = await openPlan();
    const line = lineOf(document, '- **Probability**');
    deepEqual(await completionsAt(document, document.lineAt(line).range.end), ['High', 'Medium', 'Low']);
  });

  it('completes the sections that are missing, and takes none for missing that is there', async () => {
    const document = await openPlan();
    const offered = await completionsAt(document, new vscode.Position(document.lineCount - 1, 0));
    ok(offered.includes('Success Criteria'), offered.join());
    ok(!offered.includes('Phase Vision Alignment') && !offered.includes('Risk Analysis and Mitigation'), offered.join());
  });

  it('says which kind a document is, and nothing about other Markdown', async () => {
    const notes = await newDocument('# Notes\n\n## Risks\n\n');
    deepEqual(await completionsAt(notes, new vscode.Position(3, 0)), []);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', notes.uri, new vscode.Position(2, 4));
    equal(hovers.length, 0);
  });
});

function everySymbol(symbol: vscode.DocumentSymbol): readonly vscode.DocumentSymbol[] {
  return [symbol, ...symbol.children.flatMap(everySymbol)];
}
