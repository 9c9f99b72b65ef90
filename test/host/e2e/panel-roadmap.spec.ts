import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from '@playwright/test';
import type { Workbench } from '../../../build/host/workbench.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const PHASE = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';
const TIMED = 'plans/ARCHITECTURAL-PLAN-harbour.md';
const TASKS = 'plans/HARBOUR-TASKS.md';
const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';

const HARBOUR = `# Architectural Plan: Harbour

## Implementation Phases

### Phase 1: Ground (2 weeks)

- Charts

### Phase 2: Booking

- Depends on: Phase 1
- Estimated effort: 3 weeks
- [x] Queue
- [ ] References

### Phase 3: Board

- Depends on: Phase 1
- Estimated effort: 1 week

### Phase 4: Opening

- Depends on: Phase 2, Phase 3
- Estimated effort: 2 days
`;

const BREAKDOWN = `# Task Breakdown: Harbour

## Tasks

### Phase 1: Quay

- [x] T-01 Draw the quay (3h)
- [ ] T-02 Drive the piles (4h) after T-01

### Phase 2: Boats

- [ ] T-03 Lay the keel (2h) after T-02
`;

test.use({ source: 'examples' });

async function preview(workbench: Workbench, file: string): Promise<Frame> {
  await workbench.openFile(file);
  await workbench.command(OPEN);
  return workbench.webview(EXTENSION);
}

function part(frame: Frame, name: 'Roadmap' | 'Waves') {
  return frame.locator(`section[data-part="${name.toLowerCase()}"]`);
}

/** The boxes of the picture by their names. */
function box(frame: Frame, name: 'Roadmap' | 'Waves', title: RegExp) {
  return part(frame, name).locator('.step-graph').getByRole('button', { name: title });
}

function linesOf(file: string): readonly string[] {
  return readFileSync(path.join('examples', file), 'utf8').split('\n');
}

test('draws the phases and waves of the examples, and a click shows the line', async ({ workbench, inHost }) => {
  const selected = () =>
    inHost((vscode) => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection);
    });

  const frame = await preview(workbench, PHASE);
  await box(frame, 'Waves', /^Wave 1 Contracts/).waitFor();
  await expect(part(frame, 'Waves').locator('.step-box')).toHaveCount(4);
  await expect(part(frame, 'Waves').getByText('4 waves in 3 rounds, up to 2 side by side.')).toBeVisible();
  await box(frame, 'Waves', /^Wave 2 Booking service/).click();
  await until('the line of the wave to be selected', async () => (await selected()) === 'Wave 2: Booking service (Depends on Wave 1)');

  // The preview follows the document in front.
  await workbench.openFile(MASTER);
  await box(frame, 'Roadmap', /^Phase 3 Tides and ship sizes ?, Planned, after Phase 1 and Phase 2/).waitFor();
  await expect(part(frame, 'Roadmap').locator('.step-box[data-state="done"]')).toHaveCount(1);
  await box(frame, 'Roadmap', /^Phase 3/).click();
  await until('the row of the phase to be selected', async () => (await selected())?.startsWith('| 3 | Tides'));
});

test('the arrow keys lead from box to box, and Enter shows one', async ({ workbench, inHost }) => {
  const frame = await preview(workbench, MASTER);
  await box(frame, 'Roadmap', /^Phase 1/).waitFor();
  await workbench.press('ControlOrMeta+2');
  await until('the focus in the preview', () => workbench.page.evaluate(() => document.activeElement?.matches('iframe.webview') ?? false));
  const focused = () => frame.evaluate(() => document.activeElement?.closest('.step-box')?.textContent ?? '');
  await until('the first box to have the focus', async () => {
    if ((await focused()).startsWith('Phase 1')) return true;
    await workbench.press('Tab');
    return false;
  });
  await workbench.press('ArrowRight');
  await until('the second box to have the focus', async () => (await focused()).startsWith('Phase 2'));
  await workbench.press('Tab');
  await until('the picture to be left', async () => (await focused()) === '');
  await workbench.press('Shift+Tab');
  await until('the second box to have the focus again', async () => (await focused()).startsWith('Phase 2'));
  await workbench.press('End', 'Enter');
  await until('the row of the last phase to be selected', () => inHost((vscode) => vscode.window.activeTextEditor?.document.lineAt(vscode.window.activeTextEditor.selection.active.line).text.startsWith('| 3 |') ?? false));
});

test('a circle that is typed turns red with its finding, and goes when it is mended', async ({ workbench }) => {
  const frame = await preview(workbench, PHASE);
  await box(frame, 'Waves', /^Wave 1/).waitFor();
  await workbench.editor.focus();
  const line = linesOf(PHASE).findIndex((each) => each.startsWith('Wave 1: Contracts')) + 1;
  await workbench.gotoLine(line, 'Wave 1: Contracts ('.length + 1);
  await workbench.editor.type('after Wave 2, ');
  const finding = part(frame, 'Waves').locator('.step-problem').filter({ hasText: 'Wave 1 waits for wave 2 and wave 2 for wave 1' }).first();
  await finding.waitFor();
  await expect(part(frame, 'Waves').locator('.step-box[data-wrong]')).toHaveCount(2);
  await expect(part(frame, 'Waves').locator('path.step-line[data-kind="wrong"]')).toHaveCount(2);
  await expect(box(frame, 'Waves', /^Wave 2.*none of them can begin/)).toBeVisible();

  for (let key = 0; key < 'after Wave 2, '.length; key++) await workbench.press('Backspace');
  await finding.waitFor({ state: 'detached' });
  await expect(part(frame, 'Waves').locator('[data-wrong], [data-kind="wrong"]')).toHaveCount(0);

  await workbench.editor.type('after Wave 9, ');
  await part(frame, 'Waves').locator('.step-problem').filter({ hasText: 'Wave 1 waits for wave 9, which is not in this plan' }).first().waitFor();
  await expect(box(frame, 'Waves', /^Wave 9 not in this plan/)).toBeVisible();
});

test('counts the time from the efforts, and anew when one is changed', async ({ workbench, workspace, inHost }) => {
  writeFileSync(path.join(workspace, TIMED), HARBOUR);
  const frame = await preview(workbench, TIMED);
  const roadmap = part(frame, 'Roadmap');
  await roadmap.getByText('5 weeks 2 days if everything that can run side by side does; 6 weeks 2 days one after the other.').waitFor();
  await expect(roadmap.getByText('Critical path: Phase 1 → Phase 2 → Phase 4.')).toBeVisible();
  await expect(roadmap.locator('.step-bar')).toHaveCount(4);
  await roadmap.getByText('How this is counted').click();
  await expect(roadmap.getByText('The longest way through: Phase 1 (2 weeks) + Phase 2 (3 weeks) + Phase 4 (2 days) = 5 weeks 2 days.')).toBeVisible();

  await workbench.editor.focus();
  const line = HARBOUR.split('\n').indexOf('- Estimated effort: 1 week') + 1;
  await workbench.gotoLine(line, '- Estimated effort: '.length + 1);
  await workbench.press('Delete');
  await workbench.editor.type('4');
  await roadmap.getByText('Critical path: Phase 1 → Phase 3 → Phase 4.').waitFor();
  await expect(roadmap.getByText('6 weeks 2 days if everything that can run side by side does; 9 weeks 2 days one after the other.')).toBeVisible();

  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await roadmap.getByRole('button', { name: 'Copy as Mermaid' }).click();
  await until('the flowchart on the clipboard', async () => /^flowchart LR\n {2}s1\["Phase 1: Ground<br\/>2 weeks"\]/.test(await inHost((vscode) => Promise.resolve(vscode.env.clipboard.readText()))));
});

test('tasks stand below their phase, fold away, and show their line', async ({ workbench, workspace, inHost }) => {
  writeFileSync(path.join(workspace, TASKS), BREAKDOWN);
  const frame = await preview(workbench, TASKS);
  const roadmap = part(frame, 'Roadmap');
  await roadmap.getByText('7 hours · 1 of 2 done, 4 hours left').waitFor();
  await roadmap.getByRole('button', { name: /Done: T-01 Draw the quay/ }).waitFor();
  await roadmap.getByRole('button', { name: /Not done: T-03 Lay the keel/ }).click();
  await until('the line of the task to be selected', () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection).includes('T-03') ?? false));

  const toggle = roadmap.getByRole('button', { name: 'What Phase 1: Quay holds' });
  await toggle.focus();
  await workbench.press('Enter');
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await expect(roadmap.getByText('Drive the piles')).toHaveCount(0);
  await workbench.press('ArrowRight');
  await expect(roadmap.locator('.step-rows').getByRole('button', { name: /^Phase 1 Quay/ })).toBeFocused();
});
