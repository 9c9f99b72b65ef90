import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, findings, inWorkspace, until, workspaceFolder } from './support.ts';

/** Each test has a folder of its own: the editor may still hold what stood in a file of the same name. */
let life = 'life';
let count = 0;
const design = () => `${life}/plans/architecture-design-port-7.md`;

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
inputs: requirements=${life}/docs/requirements.md constraints=${life}/docs/constraints.md quality_targets=${life}/docs/quality-targets.md
evidence: design_review|result={{validated/open/rejected}}|ref=${design()}
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

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** What the editor holds, saved or not. */
async function textOf(file: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(inWorkspace(file))).getText();
}

/** The text of a file once the editor has it so, and saved. */
async function saved(file: string, part: string): Promise<string> {
  await until(`${part} in ${file}`, async () => (await textOf(file)).includes(part));
  await (await vscode.workspace.openTextDocument(inWorkspace(file))).save();
  return until(`${part} on disk`, async () => {
    const bytes = await bytesOf(file);
    return bytes?.includes(part) === true ? bytes : undefined;
  });
}

const failures: string[] = [];

/** A command that ends in a message is not waited for: the message stays until somebody closes it. */
function run(command: string, file: string, given: Readonly<Record<string, string>> = {}): void {
  vscode.commands.executeCommand(`groundplan.${command}`, inWorkspace(file), given).then(undefined, (error: unknown) => failures.push(`${command}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
}

/** One undo in the document, after which it is what it was; saved, its file is too. */
async function undoIn(file: string, before: string): Promise<void> {
  const document = await open(file);
  await vscode.commands.executeCommand('undo');
  await until(`the old text of ${file}`, () => document.getText() === before.replace(/^\uFEFF/, ''));
  await document.save();
  equal(await bytesOf(file), before, `${file} is what it was, byte for byte`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A command that shows what it made is done once that is in front. */
const inFront = (file: string) => until(`${file} in front`, () => vscode.window.activeTextEditor?.document.uri.toString() === inWorkspace(file).toString());
const gone = (file: string) => until(`${file} to be gone`, async () => (await bytesOf(file)) === undefined);
const rulesIn = (uri: vscode.Uri) => findings(uri).map(({ code }) => (typeof code === 'object' ? code.value : code));

describe('the life of a plan', () => {
  before(function skipWhereNothingCanBeWritten() {
    if (vscode.workspace.fs.isWritableFileSystem(workspaceFolder().scheme) !== true) this.skip();
  });
  beforeEach(async () => {
    life = `life-${++count}`;
    await write(`${life}/docs/requirements.md`, '# Requirements\n\n- FR-1: No berth is promised twice\n');
    await write(`${life}/docs/constraints.md`, '# Constraints\n\n- **Storage**: PostgreSQL ONLY\n');
    await write(`${life}/docs/quality-targets.md`, '# Quality Targets\n\n- **Uptime**: 99.5%\n');
  });
  afterEach(async () => {
    const failed = failures.splice(0).join('\n');
    await closeEverything();
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(inWorkspace(life), { recursive: true }).then(undefined, () => undefined);
    equal(failed, '', 'no command failed');
  });

  for (const [name, ending] of [['\\n', '\n'], ['\\r\\n', '\r\n']] as const) {
    it(`moves on with its record, with lines that end in ${name}, and back by one undo`, async () => {
      const before = `\uFEFF${READY().replaceAll('\n', ending)}`;
      const file = design();
      await write(file, before);
      run('advancePlanState', file, { why: 'Berths are promised twice', evidence: '[{"kind":"design_review","result":"validated","ref":"docs/review.md"}]', who: 'Ada' });
      const text = await saved(file, 'TO_STATE: PLANNED');
      matches(text, /^\uFEFF<!--/);
      matches(text, /\[TRANSITION\|architect\.planning\] by Ada on \d{4}-\d\d-\d\d\r?\n/);
      for (const line of ['FROM_STATE: DRAFT', '- Berths are promised twice', 'evidence: design_review|result=validated|ref=docs/review.md', 'risks: [ ]Storm breaks the pier|owner=Ada|mitigation=Moorings are checked']) ok(text.includes(`${line}${ending}`), `${line} is written`);
      ok(!text.includes('{{'), 'no blank is left');
      if (ending === '\r\n') ok(!/[^\r]\n/.test(text), 'every line ends as before');
      const { uri } = await open(file);
      await until('no finding of a gate', () => !rulesIn(uri).includes('gates-before-approval'));
      await undoIn(file, before);
    });
  }

  it('stays where it is while something stands in the way', async () => {
    const text = READY('DRAFT', ' ');
    await write(design(), text);
    run('advancePlanState', design(), { why: 'x', evidence: '[]', who: 'Ada' });
    await pause(2000);
    equal(await bytesOf(design()), text);
    equal(await textOf(design()), text);
  });

  it('overwrites nothing that is written while it asks, and makes no other file then', async () => {
    const file = `${life}/plans/PHASE-1-ARCHITECTURE-PLAN.md`;
    await write(file, PHASE_1);
    const document = await open(file);
    run('extractDecision', file, { decision: 'One log for all', form: 'nygard' });
    await pause(2000);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '<!-- mine -->\n');
    await vscode.workspace.applyEdit(edit);
    // Its name is taken as it is proposed.
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(1500);
    equal(document.getText(), `<!-- mine -->\n${PHASE_1}`);
    deepEqual(await vscode.workspace.findFiles(new vscode.RelativePattern(workspaceFolder(), '**/*one-log-for-all*')), []);
  });

  it('is left as it is when a question is cancelled', async () => {
    await write(design(), READY());
    const document = await open(design());
    for (const given of [{}, { why: 'x' }, { why: 'x', evidence: '[]' }]) {
      run('advancePlanState', design(), given);
      await pause(1500);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await pause(300);
    }
    equal(document.getText(), READY());
    equal(await bytesOf(design()), READY());
  });

  it('is approved by somebody on a day, and shows what changes after that', async () => {
    const file = design();
    const before = READY('PLANNED').replace('{{PLANNED/APPROVED}}', 'PLANNED').replace('{{why this plan is needed}}', 'It is needed').replace('{{validated/open/rejected}}', 'validated').replace('[ ]{{risk}}|owner={{role}}|mitigation={{what is done about it}}', '[ ]Storm breaks the pier|owner=Ada|mitigation=Moorings are checked');
    await write(file, before);
    run('approvePlan', file, { why: 'All gates are ticked', evidence: '[]', who: 'Ada' });
    const approved = await saved(file, 'TO_STATE: APPROVED');
    matches(approved, /^---\napproved-by: Ada\napproved-on: \d{4}-\d\d-\d\d\napproved-content: [0-9a-f -]+\n---\n\n<!--/);
    const document = await open(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().indexOf('Moorings are checked\n   - **Owner**')), 'All ');
    await vscode.workspace.applyEdit(edit);
    const finding = await until('the finding', () => findings(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'no-edits-after-approval'));
    matches(finding.message, /^"Risk Assessment and Mitigation" changed since Ada approved the plan on \d{4}-\d\d-\d\d: /);
    await vscode.commands.executeCommand('undo');
    await until('no finding', () => !rulesIn(document.uri).includes('no-edits-after-approval'));
    await undoIn(file, before);
  });

  it('has a decision taken out into a record, in the folder and with the number of the others', async () => {
    const file = `${life}/plans/PHASE-1-ARCHITECTURE-PLAN.md`;
    await write(file, PHASE_1);
    await write(`${life}/adr/0007-use-tides.md`, '# 7. Use tides\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n');
    run('extractDecision', file, { decision: 'One log for all', title: 'Keep one log' });
    const record = `${life}/adr/0008-keep-one-log.md`;
    const plan = await saved(file, '**Record**');
    const text = (await bytesOf(record)) ?? '';
    for (const part of ['# 8. Keep one log', 'An event log, as [asked](../docs/requirements.md)', 'It can be read again', 'Taken from [Phase 1 Architecture Plan](../plans/PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all).']) ok(text.includes(part), `${part} stands in the record`);
    ok(plan.includes('- **Choice**: An event log, as [asked](../docs/requirements.md)\n- **Record**: [8. Keep one log](../adr/0008-keep-one-log.md)\n- **Alternatives Considered**: A table of berths\n- **Risk**: It grows'), plan);
    await inFront(record);
    await undoIn(file, PHASE_1);
    await gone(record);
  });

  it('is followed by the plan of the next phase, with its row in the master plan, as one change', async () => {
    const file = `${life}/plans/PHASE-1-ARCHITECTURE-PLAN.md`;
    const master = `${life}/plans/IMPLEMENTATION-PLAN.md`;
    await write(file, PHASE_1);
    await write(master, MASTER);
    run('startNextPhase', file, { name: 'Prices' });
    const next = `${life}/plans/PHASE-2-ARCHITECTURE-PLAN.md`;
    equal(await saved(master, '| 2 | Prices |'), `${MASTER}| 2 | Prices | 1 | Planned | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n`);
    const text = (await bytesOf(next)) ?? '';
    for (const part of ['**Phase Name**: Prices', '  - api: BerthService', '- [One log for all](PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all): An event log', '- [ ] Prices are typed in by hand', '- [ ] Bookings survive a crash']) ok(text.includes(part), `${part} is carried over`);
    await inFront(next);
    await undoIn(master, MASTER);
    await gone(next);
  });

  it('is copied for the role that takes it over', async () => {
    await write(design(), READY());
    await vscode.env.clipboard.writeText('before');
    run('handOff', design(), { role: 'Decomposer' });
    const copied = await until('the text', async () => {
      const text = await vscode.env.clipboard.readText();
      return text === 'before' ? undefined : text;
    });
    for (const part of ['You take over a plan as Decomposer.', `File: ${design()} (Architect Plan)`, '- Storm breaks the pier: Moorings are checked (impact High, owner Ada)', '- Phase 1 Moorings: Piles; Planks (1 day)', `- ${life}/docs/requirements.md (requirements)`]) ok(copied.includes(part), `${part} is in:\n${copied}`);
  });

  it('has the files made that a design lists, and none that is there', async () => {
    const file = `${life}/docs/SYSTEM_DESIGN.md`;
    const text = `# System Design: Berths\n\n## Decisions\n\n### Decision: Keep one log\n\n#### Problem\n\nTwo skippers, one berth.\n\n#### Selected Approach\n\n**One log**, because it is in order\n\n## Artifacts\n\n- \`${file}\`: this design\n- \`${life}/adr/ADR-001-keep-one-log.md\`: who comes first\n- \`${life}/src/log.ts\`: the log\n- \`${life}/src/board.ts\`: the board\n`;
    await write(file, text);
    await write(`${life}/src/log.ts`, 'export {};\n');
    run('createArtifacts', file, { files: 'all', form: 'nygard' });
    await until('the record', async () => (await bytesOf(`${life}/adr/ADR-001-keep-one-log.md`))?.includes('# 1. Keep one log'));
    equal(await bytesOf(`${life}/src/board.ts`), `// the board. Described in ${file}.\n`);
    equal(await bytesOf(file), text);
    equal(await bytesOf(`${life}/src/log.ts`), 'export {};\n');
  });

  it('goes from what is asked to its second phase by commands, with nothing lost', async () => {
    const phase1 = `${life}/plans/PHASE-1-ARCHITECTURE-PLAN.md`;
    const phase2 = `${life}/plans/PHASE-2-ARCHITECTURE-PLAN.md`;
    const tasks = `${life}/plans/PHASE-1-ARCHITECTURE-PLAN-TASKS.md`;
    // Requirements, constraints and targets have led to a plan whose gates are ticked: it is planned, with its record.
    await write(design(), READY());
    run('advancePlanState', design(), { why: 'The gates are ticked', evidence: '[{"kind":"architecture_review","result":"validated","ref":"#architecture-review"}]', who: 'Ada' });
    await saved(design(), 'TO_STATE: PLANNED');
    // Its first phase is planned, and what that decided becomes a record.
    await write(phase1, `${PHASE_1}\n## Wave Parallelization Strategy\n\n### Wave Dependency Graph\n\n\`\`\`\nWave 1: Contracts (MUST BE FIRST)\n  └─→ Names every contract\n\nWave 2: Core (Depends on Wave 1)\n  └─→ Books a berth\n\`\`\`\n`);
    await write(`${life}/adr/0001-use-tides.md`, '# 1. Use tides\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n');
    run('extractDecision', phase1, { decision: 'One log for all', title: 'One log for all' });
    await saved(phase1, '[2. One log for all](../adr/0002-one-log-for-all.md)');
    // Its waves become tasks; one is ticked, and what the plan adds later comes behind.
    run('decomposePlanIntoTasks', phase1);
    await until('the tasks', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await pause(200);
      return (await bytesOf(tasks))?.includes('T-02 Books a berth');
    });
    await change(tasks, '- [ ] T-01', '- [x] T-01');
    await change(phase1, '  └─→ Books a berth\n', '  ├─→ Books a berth\n  └─→ Prints the day\n');
    run('decomposePlanIntoTasks', phase1);
    const list = await saved(tasks, 'T-03 Prints the day');
    ok(list.includes('- [x] T-01 Names every contract') && list.includes('- [ ] T-02 Books a berth'), list);
    // The second phase begins with all that the first one leaves.
    run('startNextPhase', phase1, { name: 'Prices' });
    await until('phase 2', async () => (await bytesOf(phase2))?.includes('- api: BerthService'));
    const second = (await bytesOf(phase2)) ?? '';
    for (const part of ['[One log for all](PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all)', 'Prices are typed in by hand', 'Bookings survive a crash']) ok(second.includes(part), `${part} is carried over`);
    const document = await open(phase2);
    await until('findings', () => findings(document.uri).length > 0);
    deepEqual([...new Set(rulesIn(document.uri))], ['no-placeholders'], 'nothing but blanks is left to do');
  });
});

/** What an author writes into an open document, and saves. */
async function change(file: string, from: string, to: string): Promise<void> {
  const document = await open(file);
  const at = document.getText().indexOf(from);
  ok(at >= 0, `${from} stands in ${file}`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
