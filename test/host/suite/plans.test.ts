import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, findings, inWorkspace, until, workspaceFolder } from './support.ts';

const FOLDERS = ['life'] as const;
const DESIGN = 'life/plans/architecture-design-port-7.md';

/** What an author has written when a plan is ready to move on, in either kind of line. */
const READY = (state = 'DRAFT', ticked = 'x') => `<!-- groundplan-ignore-file required-sections: a part of a plan, for a test -->
# Berths Architecture Design

## Transition Record

\`\`\`
[TRANSITION|architect.planning] by architect
MODE: strict
FROM_STATE: ${state}
TO_STATE: {{PLANNED/APPROVED}}
WHY:
- {{why this plan is needed}}
OUTPUT:
=== Architect Plan ===
summary: One log of all bookings
inputs: requirements=life/docs/requirements.md constraints=life/docs/constraints.md quality_targets=life/docs/quality-targets.md
evidence: design_review|result={{validated/open/rejected}}|ref=${DESIGN}
risks: [ ]{{risk}}|owner={{role}}|mitigation={{what is done about it}}
next_steps: Phase 1 begins
=== END Architect Plan ===
FOLLOW-UP:
- Review with the port - owner=Ada - due=2026-04-01
\`\`\`

## Risk Assessment and Mitigation

1. **Storm breaks the pier**
   - **Risk**: The pier breaks
   - **Impact**: High
   - **Mitigation**: Moorings are checked
   - **Owner**: Ada

## Quality Gates

### Architecture Review

- [${ticked}] Every service has an owner

## Implementation Roadmap

### Phase 1: Moorings (1 day)

- Piles
- Planks

### Phase 2: Prices (1 day)

- Receipts
`;

const PHASE_1 = `# Phase 1 Architecture Plan

## Phase Vision Alignment

**Phase Number**: 1${'  '}
**Phase Name**: Moorings${'  '}

## Phase 1 Architecture

### Core Architectural Decisions

#### Decision 1: One log for all

- **Choice**: An event log, as [asked](../docs/requirements.md)
- **Rationale**: It can be read again
- **Alternatives Considered**: A table of berths
- **Risk**: It grows

### APIs and Contracts

\`\`\`ts
export interface BerthService {
  book(berth: string): void;
}
\`\`\`

## Technical Debt to Address

- [ ] Prices are typed in by hand

## Success Criteria

### Implementation Success

- [ ] Bookings survive a crash
- [x] All waves are done
`;

const MASTER = '# Implementation Plan\n\n## Vision\n\nBerths.\n\n## Goals\n\n1. One\n\n## Phases\n\n| Phase | Goal | Depends on | Status | Plan |\n|-------|------|------------|--------|------|\n| 1 | Moorings | None | Done | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |\n';

async function write(file: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(file);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

async function bytesOf(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(inWorkspace(file)));
  } catch {
    return undefined;
  }
}

async function remove(file: string): Promise<void> {
  await vscode.workspace.fs.delete(inWorkspace(file), { recursive: true }).then(undefined, () => undefined);
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** A command that ends in a message is not waited for: the message stays until somebody closes it. */
function run(command: string, file: string, given: Readonly<Record<string, string>> = {}): void {
  void vscode.commands.executeCommand(`groundplan.${command}`, inWorkspace(file), given);
}

async function textOf(file: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(inWorkspace(file))).getText();
}

/** One undo in the document, after which it is what it was; saved, its file is too. */
async function undoIn(file: string, before: string): Promise<void> {
  const document = await open(file);
  await vscode.commands.executeCommand('undo');
  await until(`the old text of ${file}`, () => document.getText() === before.replace(/^\uFEFF/, ''));
  await document.save();
  equal(await bytesOf(file), before, `${file} is what it was, byte for byte`);
}

const gone = (file: string) => until(`${file} to be gone`, async () => (await bytesOf(file)) === undefined);
const rulesIn = (uri: vscode.Uri) => findings(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));

describe('the life of a plan', () => {
  before(async function skipWhereNothingCanBeWritten() {
    if (vscode.workspace.fs.isWritableFileSystem(workspaceFolder().scheme) !== true) this.skip();
    await vscode.workspace.fs.createDirectory(inWorkspace('life'));
  });
  beforeEach(async () => {
    await write('life/docs/requirements.md', '# Requirements\n\n- FR-1: No berth is promised twice\n');
    await write('life/docs/constraints.md', '# Constraints\n\n- **Storage**: PostgreSQL ONLY\n');
    await write('life/docs/quality-targets.md', '# Quality Targets\n\n- **Uptime**: 99.5%\n');
  });
  afterEach(async () => {
    await closeEverything();
    await vscode.commands.executeCommand('notifications.clearAll');
    for (const folder of FOLDERS) await remove(folder);
  });

  for (const [name, ending] of [['\\n', '\n'], ['\\r\\n', '\r\n']] as const) {
    it(`moves on with its record, with lines that end in ${name}, and back by one undo`, async () => {
      const before = `\uFEFF${READY().replaceAll('\n', ending)}`;
      await write(DESIGN, before);
      run('advancePlanState', DESIGN, { why: 'Berths are promised twice', evidence: '[{"kind":"design_review","result":"validated","ref":"docs/review.md"}]', who: 'Ada' });
      await until('the new state', async () => (await bytesOf(DESIGN))?.includes('TO_STATE: PLANNED'));
      const text = (await bytesOf(DESIGN)) ?? '';
      matches(text, /^\uFEFF<!--/);
      matches(text, /\[TRANSITION\|architect\.planning\] by Ada on \d{4}-\d\d-\d\d\r?\n/);
      for (const line of ['FROM_STATE: DRAFT', '- Berths are promised twice', 'evidence: design_review|result=validated|ref=docs/review.md', 'risks: [ ]Storm breaks the pier|owner=Ada|mitigation=Moorings are checked']) ok(text.includes(`${line}${ending}`), `${line} is written`);
      ok(!text.includes('{{'), 'no blank is left');
      if (ending === '\r\n') ok(!/[^\r]\n/.test(text), 'every line ends as before');
      await until('no finding of a gate', async () => !rulesIn((await open(DESIGN)).uri).includes('gates-before-approval'));
      await undoIn(DESIGN, before);
    });
  }

  it('stays where it is while something stands in the way, and while it cannot be written', async () => {
    const open1 = READY('DRAFT', ' ');
    await write(DESIGN, open1);
    run('advancePlanState', DESIGN, { why: 'x', evidence: '[]', who: 'Ada' });
    await vscode.commands.executeCommand('groundplan.handOff', inWorkspace(DESIGN), { role: 'nobody' }).then(undefined, () => undefined);
    equal(await bytesOf(DESIGN), open1);
    // Between the question and the answer somebody else writes: nothing is overwritten.
    await write(DESIGN, READY());
    const document = await open(DESIGN);
    run('advancePlanState', DESIGN, { why: 'x', evidence: '[]' });
    await until('the question', async () => vscode.window.activeTextEditor?.document === document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '<!-- mine -->\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(document.getText(), `<!-- mine -->\n${READY()}`);
  });

  it('is left as it is when a question is cancelled', async () => {
    await write(DESIGN, READY());
    const document = await open(DESIGN);
    run('advancePlanState', DESIGN);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(document.getText(), READY());
    equal(await bytesOf(DESIGN), READY());
  });

  it('is approved by somebody on a day, and shows what changes after that', async () => {
    const before = READY('PLANNED').replace('{{PLANNED/APPROVED}}', 'PLANNED').replace('- {{why this plan is needed}}', '- It is needed').replace('{{validated/open/rejected}}', 'validated').replace('[ ]{{risk}}|owner={{role}}|mitigation={{what is done about it}}', '[ ]Storm breaks the pier|owner=Ada|mitigation=Moorings are checked');
    await write(DESIGN, before);
    run('approvePlan', DESIGN, { why: 'All gates are ticked', evidence: '[]', who: 'Ada' });
    await until('the approval', async () => (await bytesOf(DESIGN))?.includes('TO_STATE: APPROVED'));
    const approved = (await bytesOf(DESIGN)) ?? '';
    matches(approved, /^---\napproved-by: Ada\napproved-on: \d{4}-\d\d-\d\d\napproved-content: [0-9a-f-]+/);
    const document = await open(DESIGN);
    const edit = new vscode.WorkspaceEdit();
    const place = document.positionAt(document.getText().indexOf('Moorings are checked\n   - **Owner**'));
    edit.insert(document.uri, place, 'All ');
    await vscode.workspace.applyEdit(edit);
    const finding = await until('the finding', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'no-edits-after-approval'));
    matches(finding.message, /^"Risk Assessment and Mitigation" changed since Ada approved the plan on \d{4}-\d\d-\d\d: /);
    await vscode.commands.executeCommand('undo');
    await until('no finding', () => !rulesIn(document.uri).includes('no-edits-after-approval'));
    await undoIn(DESIGN, before);
  });

  it('has a decision taken out into a record, in the folder and with the number of the others', async () => {
    const file = 'life/plans/PHASE-1-ARCHITECTURE-PLAN.md';
    await write(file, PHASE_1);
    await write('life/adr/0007-use-tides.md', '# 7. Use tides\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n');
    run('extractDecision', file, { decision: 'One log for all', title: 'Keep one log' });
    const record = 'life/adr/0008-keep-one-log.md';
    await until('the record', async () => (await bytesOf(record)) !== undefined && (await textOf(file)).includes('**Record**'));
    const text = (await bytesOf(record)) ?? '';
    for (const part of ['# 8. Keep one log', 'An event log, as [asked](../docs/requirements.md)', 'It can be read again', 'Taken from [Phase 1 Architecture Plan](../plans/PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all).']) ok(text.includes(part), `${part} stands in the record`);
    const plan = await textOf(file);
    ok(plan.includes('- **Choice**: An event log, as [asked](../docs/requirements.md)\n- **Record**: [8. Keep one log](../adr/0008-keep-one-log.md)\n- **Alternatives Considered**: A table of berths\n- **Risk**: It grows'), plan);
    await undoIn(file, PHASE_1);
    await gone(record);
  });

  it('is followed by the plan of the next phase, with its row in the master plan, as one change', async () => {
    const file = 'life/plans/PHASE-1-ARCHITECTURE-PLAN.md';
    const master = 'life/plans/IMPLEMENTATION-PLAN.md';
    await write(file, PHASE_1);
    await write(master, MASTER);
    run('startNextPhase', file, { name: 'Prices' });
    const next = 'life/plans/PHASE-2-ARCHITECTURE-PLAN.md';
    await until('the next plan', async () => (await bytesOf(next))?.includes('# Phase 2') === true && (await textOf(master)).includes('| 2 | Prices |'));
    const text = (await bytesOf(next)) ?? '';
    for (const part of ['**Phase Name**: Prices', '  - api: BerthService', '- [One log for all](PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all): An event log', '- [ ] Prices are typed in by hand', '- [ ] Bookings survive a crash']) ok(text.includes(part), `${part} is carried over`);
    equal(await textOf(master), `${MASTER}| 2 | Prices | 1 | Planned | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n`);
    await undoIn(master, MASTER);
    await gone(next);
  });

  it('is copied for the role that takes it over', async () => {
    await write(DESIGN, READY());
    await vscode.env.clipboard.writeText('before');
    run('handOff', DESIGN, { role: 'Decomposer' });
    const copied = await until('the text', async () => {
      const text = await vscode.env.clipboard.readText();
      return text === 'before' ? undefined : text;
    });
    for (const part of ['You take over a plan as Decomposer.', `File: ${DESIGN} (Architect Plan)`, '- Storm breaks the pier: Moorings are checked (impact High, owner Ada)', '- Phase 1 Moorings: Piles; Planks (1 day)', '- life/docs/requirements.md (requirements)']) ok(copied.includes(part), `${part} is in:\n${copied}`);
  });

  it('has the files made that a design lists, and none that is there', async () => {
    const design = 'life/docs/SYSTEM_DESIGN.md';
    const text = '# System Design: Berths\n\n## Decisions\n\n### Decision: Keep one log\n\n#### Problem\n\nTwo skippers, one berth.\n\n#### Selected Approach\n\n**One log**, because it is in order\n\n## Artifacts\n\n- `life/docs/SYSTEM_DESIGN.md`: this design\n- `life/adr/ADR-001-keep-one-log.md`: who comes first\n- `life/src/log.ts`: the log\n';
    await write(design, text);
    await write('life/src/log.ts', 'export {};\n');
    run('createArtifacts', design, { files: 'all', form: 'nygard' });
    await until('the record', async () => (await bytesOf('life/adr/ADR-001-keep-one-log.md'))?.includes('# 1. Keep one log'));
    equal(await bytesOf(design), text);
    equal(await bytesOf('life/src/log.ts'), 'export {};\n');
  });

  it('goes from what is asked to its second phase by commands, with nothing lost', async () => {
    await write(DESIGN, READY());
    const phase1 = 'life/plans/PHASE-1-ARCHITECTURE-PLAN.md';
    const phase2 = 'life/plans/PHASE-2-ARCHITECTURE-PLAN.md';
    const tasks = 'life/plans/PHASE-1-ARCHITECTURE-PLAN-TASKS.md';
    // The gates are ticked: the plan is planned, with its record.
    run('advancePlanState', DESIGN, { why: 'The gates are ticked', evidence: '[{"kind":"architecture_review","result":"validated","ref":"#architecture-review"}]', who: 'Ada' });
    await until('the state', async () => (await textOf(DESIGN)).includes('TO_STATE: PLANNED'));
    // Its first phase is planned, and what that decided becomes a record.
    await write(phase1, `${PHASE_1}\n## Wave Parallelization Strategy\n\n### Wave Dependency Graph\n\n\`\`\`\nWave 1: Contracts (MUST BE FIRST)\n  └─→ Names every contract\n\nWave 2: Core (Depends on Wave 1)\n  └─→ Books a berth\n\`\`\`\n`);
    run('extractDecision', phase1, { decision: 'One log for all', title: 'One log for all', form: 'nygard' });
    const record = await until('the record', async () => {
      const [uri] = await vscode.workspace.findFiles(new vscode.RelativePattern(workspaceFolder(), '**/*one-log-for-all.md'));
      return uri && (await textOf(phase1)).includes('**Record**') ? uri : undefined;
    });
    // Its waves become tasks; one is ticked, and what is added later comes behind.
    run('decomposePlanIntoTasks', phase1);
    await until('the tasks', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await bytesOf(tasks))?.includes('- [ ] T-02 Books a berth');
    });
    const list = (await bytesOf(tasks)) ?? '';
    const ticked = list.replace('- [ ] T-01', '- [x] T-01');
    await write(tasks, ticked);
    await until('the tick in the editor', async () => (await textOf(tasks)) === ticked);
    const plan = await textOf(phase1);
    await write(phase1, plan.replace('  └─→ Books a berth\n', '  ├─→ Books a berth\n  └─→ Prints the day\n'));
    await until('the wave in the editor', async () => (await textOf(phase1)).includes('Prints the day'));
    run('decomposePlanIntoTasks', phase1);
    await until('the new task', async () => (await textOf(tasks)).includes('T-03 Prints the day'));
    ok((await textOf(tasks)).includes('- [x] T-01 Names every contract'), 'the tick stays');
    // The second phase begins with all that the first one leaves.
    run('startNextPhase', phase1, { name: 'Prices' });
    await until('phase 2', async () => (await bytesOf(phase2))?.includes('- api: BerthService'));
    const second = (await bytesOf(phase2)) ?? '';
    for (const part of ['[One log for all](PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all)', 'Prices are typed in by hand', 'Bookings survive a crash']) ok(second.includes(part), `${part} is carried over`);
    const document = await open(phase2);
    await until('findings', () => findings(document.uri).length > 0);
    deepEqual([...new Set(rulesIn(document.uri))], ['no-placeholders'], 'nothing but blanks is left to do');
    await vscode.workspace.fs.delete(record);
  });
});
