import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import { closeEverything, findings, newDocument, until } from './support.ts';

const MOST_STEPS = 300;

/** One broken thing of each family of checks: where it is marked, and what its quick fix makes of it. */
const BROKEN = [
  { rule: 'required-sections', title: 'Phase 1 Architecture Plan', body: '', marked: '# Phase 1 Architecture Plan', fix: 'Insert the section "Success', mended: 'Success Criteria\n\n### Architectural Success' },
  { rule: 'consistent-headings', title: 'Phase 1 Architecture Plan', body: '## Sucess Criteria\n\nIt floats.', marked: 'Sucess Criteria', fix: '', mended: '## Success Criteria' },
  { rule: 'consistent-rows', title: 'Architectural Plan: Berths', body: '### Notes\n\n| A | B |\n|---|---|\n| 1 |', marked: '| 1 |', fix: 'Add the missing cell', mended: '| 1 |   |' },
  { rule: 'valid-risk-levels', title: 'Phase 1 Architecture Plan', body: '## Risks\n\n| Risk | Probability | Impact | Mitigation |\n|---|---|---|---|\n| The quay floods | Meduim | Low | Pumps |', marked: 'Meduim', fix: '', mended: '| Medium | Low |' },
  { rule: 'required-nfrs', title: 'Phase 1 Architecture Plan', body: '## Technical Specifications\n\n### Performance Requirements\n\nA berth is found without waiting.', marked: '### Performance Requirements', fix: '', mended: 'latency:' },
  { rule: 'consistent-numbering', title: 'Phase 1 Architecture Plan', body: '## Wave Parallelization Strategy\n\n### Wave Dependency Graph\n\n```\nWave 1: Contracts\nWave 3: Booking\n```', marked: 'Wave 3', fix: '', mended: 'Wave 2: Booking' },
  { rule: 'valid-status', title: '7. Keep one log', body: '## Status\n\nAcepted\n\n## Context\n\nTwo skippers.\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Order', marked: 'Acepted', fix: '', mended: '\nAccepted\n' },
  { rule: 'required-decision-parts', title: 'Phase 1 Architecture Plan', body: '## Phase 1 Architecture\n\n### Core Architectural Decisions\n\n#### Decision 1: Keep one log\n\n- **Choice**: One log', marked: 'Keep one log', fix: '', mended: '**Rationale**' },
  { rule: 'valid-links', title: 'Phase 1 Architecture Plan', body: '## Success Criteria\n\nIt floats, see [above](#sucess-criteria).', marked: '#sucess-criteria', fix: 'Link to', mended: '(#success-criteria)' },
  { rule: 'valid-mermaid', title: 'Phase 1 Architecture Plan', body: '## Phase 1 Architecture\n\n```mermaid\nflowchart LR\n  a[Office (web)] --> b\n```', marked: '(', fix: '', mended: '["Office (web)"]' },
] as const;

function ruleOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function fixesAt(document: vscode.TextDocument, { range }: vscode.Diagnostic): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
}

/** That of the first finding. Right after an edit the findings are still those of the text before it, and may have none. */
async function nextFix(document: vscode.TextDocument): Promise<vscode.CodeAction | 'none' | undefined> {
  const [first] = findings(document.uri);
  if (first === undefined) return 'none';
  const [fix] = await fixesAt(document, first);
  return fix?.isPreferred ? fix : undefined;
}

async function choose({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) ok(await vscode.workspace.applyEdit(edit), 'the fix is applied');
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** What an author might write in place of a blank: one of its choices, a day, a figure, or words. */
function answerTo(blank: string): string {
  const name = blank.replace(/[{}]/g, '');
  if (name.includes('/')) return name.split('/')[0] ?? '';
  if (/date/i.test(name)) return '2026-03-01';
  return /percent|number|count|target|value|days|hours|effort|limit/i.test(name) ? '200 ms' : `berths ${name}`;
}

describe('quick fixes of all families', () => {
  before(() => vscode.workspace.getConfiguration('groundplan').update('lint.delay', 0, vscode.ConfigurationTarget.Global));
  after(() => vscode.workspace.getConfiguration('groundplan').update('lint.delay', undefined, vscode.ConfigurationTarget.Global));
  afterEach(closeEverything);

  it('write a whole plan from its title alone, until nothing is left to find', async function write() {
    this.timeout(120_000);
    const document = await newDocument('# Phase 1 Architecture Plan\n', 'plans/begun');
    await until('the first findings', () => findings(document.uri).length > 0);
    let steps = 0;
    for (; steps < MOST_STEPS; steps++) {
      const fix = await until('the next fix', () => nextFix(document));
      if (fix === 'none') break;
      await choose(fix);
      if (fix.command === undefined) continue;
      const blank = await until('the blank to be selected', () => {
        const editor = vscode.window.activeTextEditor;
        const selected = editor?.document === document ? document.getText(editor.selection) : '';
        return selected !== '' && selected;
      });
      await vscode.commands.executeCommand('type', { text: answerTo(blank) });
    }
    deepEqual(findings(document.uri).map(({ message }) => message), []);
    ok(steps > 20 && document.lineCount > 80, `${steps} steps wrote ${document.lineCount} lines`);
  });

  for (const { rule, title, body, marked, fix: chosen, mended } of BROKEN) {
    it(`mend what ${rule} finds, where it stands`, async () => {
      const document = await newDocument(`# ${title}\n\n${body}\n`);
      const finding = await until('the finding', () => findings(document.uri).find((each) => ruleOf(each) === rule && (rule !== 'required-sections' || each.message.includes('"Success Criteria"'))));
      ok(document.getText(finding.range).includes(marked), `${document.getText(finding.range)} is marked: ${finding.message}`);
      const fix = (await fixesAt(document, finding)).find(({ isPreferred, title }) => isPreferred && title.startsWith(chosen));
      ok(fix, `"${finding.message}" has a quick fix`);
      await choose(fix);
      await until('the finding to go', () => !findings(document.uri).some(({ message }) => message === finding.message));
      ok(document.getText().includes(mended), document.getText());
      equal(document.eol, vscode.EndOfLine.LF);
    });
  }
});
