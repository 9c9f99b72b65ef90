import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { answer, asked, filesIn, promptIsClosed } from './prompts.ts';

const DESIGN = 'plans/architecture-design-port-7.md';
const SYSTEM = 'docs/architecture/SYSTEM_DESIGN.md';

const READY = `<!-- groundplan-ignore-file required-sections: a part of a plan, for a test -->
# Berths Architecture Design

## Transition Record

\`\`\`
[TRANSITION|architect.planning] by architect
MODE: strict
FROM_STATE: DRAFT
TO_STATE: {{PLANNED/APPROVED}}
WHY:
- {{why this plan is needed}}
OUTPUT:
=== Architect Plan ===
summary: {{what was designed, in one sentence}}
inputs: requirements=docs/requirements.md
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

- [x] Every service has an owner
- [ ] The loss of a pier is survived
`;

const DECIDED = `# System Design: Berths

## Decisions

### Decision: What the board reads

#### Problem

It asks for the whole quay.

#### Selected Approach

**A copy**, because it lags little

### Decision: Who decides

#### Problem

Two skippers, one berth.

#### Options Considered

1. **One writer**
   - Pros: no gap
   - Cons: it waits

#### Selected Approach

**One writer**, because it is calm
`;

test.beforeEach(({ workspace }) => {
  for (const [file, text] of [[DESIGN, READY], [SYSTEM, DECIDED], ['docs/requirements.md', '# Requirements\n\n- FR-1: No berth is promised twice\n']] as const) {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  }
});

test('a plan says what stands in its way, is mended, and moves on by keyboard', async ({ workbench, workspace, inHost }) => {
  const file = path.join(workspace, DESIGN);
  await workbench.openFile(DESIGN);
  await workbench.command('Groundplan: Advance Plan State…');
  const toast = workbench.toast('cannot become PLANNED yet: 1 gate is not ticked.');
  await toast.waitFor();
  await toast.getByText('Show the First').click();
  await until('the gate', async () => (await workbench.status()).some((item) => item.includes('Ln 38,')));
  expect(readFileSync(file, 'utf8')).toBe(READY);

  writeFileSync(file, READY.replace('- [ ] The loss', '- [x] The loss'));
  await until('the tick in the editor', async () => (await inHost((vscode) => vscode.window.activeTextEditor?.document.getText()))?.includes('[x] The loss') === true);
  await workbench.command('Groundplan: Advance Plan State…');
  await answer(workbench, [
    { asks: 'Why does the plan become PLANNED?', type: 'Berths are promised twice' },
    { asks: 'What was designed, in one sentence?', type: 'One log of all bookings' },
  ]);
  await asked(workbench, 'What shows that it may?').first().waitFor();
  // What shows that the plan was looked at is ticked already.
  await workbench.press('Enter');
  await asked(workbench, 'Who moves architecture-design-port-7.md on to PLANNED?').first().waitFor();
  await workbench.press('ControlOrMeta+a');
  await answer(workbench, [{ asks: 'Who moves', type: 'Ada' }]);
  await workbench.toast('architecture-design-port-7.md is PLANNED now, by Ada.').waitFor();
  await workbench.editor.save();
  const text = readFileSync(file, 'utf8');
  for (const line of ['- Berths are promised twice', 'summary: One log of all bookings', `evidence: design_review|result=validated|ref=${DESIGN}`, `evidence: architecture_review|result=validated|ref=${DESIGN}#architecture-review`, 'risks: [ ]Storm breaks the pier|owner=Ada|mitigation=Moorings are checked']) expect(text).toContain(line);
  expect(text).toMatch(/\[TRANSITION\|architect\.planning\] by Ada on \d{4}-\d\d-\d\d/);
});

test('cancelled at any of its questions, it leaves the plan as it is', async ({ workbench, workspace }) => {
  test.setTimeout(240_000);
  const file = path.join(workspace, DESIGN);
  const ready = READY.replace('- [ ] The loss', '- [x] The loss');
  writeFileSync(file, ready);
  await workbench.openFile(DESIGN);
  const prompts = [{ asks: 'Why does', type: 'x' }, { asks: 'What was designed', type: 'y' }, { asks: 'What shows that it may?' }, { asks: 'Who moves' }];
  for (let given = 0; given < prompts.length; given++) {
    await workbench.command('Groundplan: Advance Plan State…');
    for (const prompt of prompts.slice(0, given)) {
      if (prompt.type !== undefined) await answer(workbench, [prompt]);
      else {
        await asked(workbench, prompt.asks).first().waitFor();
        await workbench.press('Enter');
      }
    }
    await asked(workbench, prompts[given]?.asks ?? '').first().waitFor();
    await workbench.press('Escape');
    await promptIsClosed(workbench);
  }
  expect(readFileSync(file, 'utf8')).toBe(ready);
});

test('the decision at the cursor becomes a record by keyboard, and comes back by one undo', async ({ workbench, workspace, inHost }) => {
  const file = path.join(workspace, SYSTEM);
  const before = filesIn(workspace);
  await workbench.openFile(SYSTEM);
  await workbench.gotoLine(20);
  await workbench.command('Groundplan: Extract Decision to Record');
  await asked(workbench, 'In which form?').first().waitFor();
  await answer(workbench, [{ asks: 'In which form?', type: 'Nygard' }, { asks: 'What is the record called?' }]);
  const record = 'docs/architecture/ADR-001-who-decides.md';
  await until('the record', () => filesIn(workspace).includes(record) && readFileSync(file, 'utf8').includes('**Record**'));
  expect(filesIn(workspace).filter((each) => !before.includes(each))).toEqual([record]);
  expect(readFileSync(path.join(workspace, record), 'utf8')).toContain('## Context\n\nTwo skippers, one berth.\n\nTaken from [System Design: Berths](SYSTEM_DESIGN.md#decision-who-decides).\n');
  expect(readFileSync(file, 'utf8')).toContain('### Decision: Who decides\n\n- **Selected Approach**: One writer\n- **Record**: [1. Who decides](ADR-001-who-decides.md)\n\n#### Options Considered\n');
  await workbench.tab('ADR-001-who-decides.md').waitFor();

  await workbench.openFile(SYSTEM);
  await workbench.press('ControlOrMeta+z');
  await until('the old text', async () => (await inHost((vscode) => vscode.window.activeTextEditor?.document.getText())) === DECIDED);
  await until('no record', () => !filesIn(workspace).includes(record));
});

test('a plan is handed over by keyboard, from the list of roles', async ({ workbench, inHost }) => {
  await workbench.openFile(DESIGN);
  await workbench.command('Groundplan: Hand Off…');
  await answer(workbench, [{ asks: 'Who takes it over?', type: 'Phase planner' }]);
  const toast = workbench.toast('Copied for Phase planner: what architecture-design-port-7.md says, in ');
  await toast.getByText('Show It').click();
  await until('the text', async () => (await inHost((vscode) => vscode.window.activeTextEditor?.document.getText()))?.startsWith('You take over a plan as Phase planner.') === true);
});
