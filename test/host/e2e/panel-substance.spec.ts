import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from '@playwright/test';
import type { InHost } from '../../../build/host/driver.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';

const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';
const ARCHITECT = 'plans/architecture-design-b-12-2026-03-01.md';
const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const PHASE_1 = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';

test.use({ source: 'examples' });

const PLAN = `# Harbour Architecture Design

## Transition Record

\`\`\`
[TRANSITION|architect.planning] by architect
MODE: strict
FROM_STATE: INTAKE
TO_STATE: DRAFT
\`\`\`

## Non-Functional Requirements (NFRs)

### Performance Targets

| Metric | Target | Measurement | Validation |
|--------|--------|-------------|------------|
| Response Time | < 200ms (p95) | Histogram | k6, nightly |
| Throughput | as fast as possible | Histogram | k6, nightly |

## Quality Gates

### Architecture Review

- [x] Every requirement is met
- [ ] The design carries the load
  - [ ] Bookings were simulated

### Security Review

- [ ] Threats are listed
`;

const DECISIONS = `# System Design: Berths

## Decisions

### Decision: Where events are kept

#### Problem

Events come in bursts.

#### Options Considered

1. **Append-only log**
   - Pros: takes any burst
   - Cons: deleting is slow
2. **Relational tables**
   - Pros: known
   - Cons: slow in a burst

#### Selected Approach

**Append-only log**, because bursts are what counts.

#### Confidence: 85%
`;

const textNow = (inHost: InHost) => () => inHost((vscode) => vscode.window.visibleTextEditors[0]?.document.getText() ?? '');

function written(workspace: string, file: string, text: string): void {
  mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
  writeFileSync(path.join(workspace, file), text);
}

const part = (preview: Frame, name: string) => preview.locator(`section[data-part="${name}"]`);

test('ticks gates in the document by mouse and by keyboard, and takes them back', async ({ workbench, inHost, workspace }) => {
  written(workspace, ARCHITECT, PLAN);
  const text = textNow(inHost);
  await workbench.openFile(ARCHITECT);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  const box = (name: string) => preview.getByRole('checkbox', { name, exact: true });

  await box('The design carries the load').click();
  await until('the tick in the document', async () => (await text()) === PLAN.replace('[ ] The design', '[x] The design'));
  await preview.getByText('2 of 3 ticked', { exact: true }).waitFor();
  await expect(box('The design carries the load')).toBeChecked();

  // One tab stop: from there the arrows go from box to box, in steps of what lies on the screen.
  await box('The design carries the load').focus();
  await workbench.press('ArrowDown', 'Space');
  await until('the second tick', async () => (await text()).includes('[x] Bookings were simulated'));
  await expect(box('Bookings were simulated')).toBeFocused();
  await workbench.press('Space');
  await until('the tick taken away', async () => (await text()).includes('[ ] Bookings were simulated'));
  await expect(box('Bookings were simulated')).not.toBeChecked();

  await workbench.editor.focus();
  await workbench.press('ControlOrMeta+Z', 'ControlOrMeta+Z', 'ControlOrMeta+Z');
  await until('the text as it was', async () => (await text()) === PLAN);
  await expect(box('The design carries the load')).not.toBeChecked();
});

test('ticks several gates one right after the other', async ({ workbench, inHost, workspace }) => {
  written(workspace, ARCHITECT, PLAN.replace(/\n/g, '\r\n'));
  const text = textNow(inHost);
  await workbench.openFile(ARCHITECT);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.getByRole('checkbox').first().waitFor();
  await preview.locator('.gate-box:not(:checked)').evaluateAll((boxes) => {
    for (const each of boxes) if (each instanceof HTMLElement) each.click();
  });
  await until('all of them', async () => (await text()).match(/\[x\]/g)?.length === 4);
  expect(await text()).toBe(PLAN.replace(/\n/g, '\r\n').replaceAll('[ ]', '[x]'));
});

test('says what stands between a plan and its next state, and leads to each of it', async ({ workbench, inHost, workspace }) => {
  written(workspace, ARCHITECT, PLAN);
  await workbench.openFile(ARCHITECT);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  const readiness = part(preview, 'readiness');
  await readiness.getByText('In the way of PLANNED').waitFor();
  const gates = readiness.getByRole('button', { name: '3 gates are not ticked, 1 of 4 are' });
  const selected = () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection));

  // By keyboard first: a click would move the browser's own starting point.
  await gates.focus();
  await workbench.press('Enter', 'ArrowDown', 'Enter');
  await until('the line of the first gate', async () => (await selected()) === '- [ ] The design carries the load');
  await expect(gates).toHaveAttribute('aria-expanded', 'true');
  await readiness.getByRole('button', { name: /^Threats are listed/ }).click();
  await until('the line of the last gate', async () => (await selected()) === '- [ ] Threats are listed');
  await readiness.getByRole('button', { name: /^1 target is not measurable/ }).click();
  await readiness.getByRole('button', { name: /^Throughput: as fast as possible/ }).click();
  await until('the row of the target', async () => (await selected())?.startsWith('| Throughput'));

  await preview.getByRole('checkbox', { name: 'Threats are listed' }).click();
  await readiness.getByRole('button', { name: '2 gates are not ticked, 2 of 4 are' }).waitFor();
  await expect(readiness.getByRole('button', { name: /^Threats are listed/ })).toHaveCount(0);
});

test('shows targets as a table, by key only those that cannot be measured, with what is wrong', async ({ workbench, inHost, workspace }) => {
  written(workspace, ARCHITECT, PLAN);
  await workbench.openFile(ARCHITECT);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  const table = preview.getByRole('table', { name: 'Targets' });
  await expect(table.getByRole('columnheader')).toHaveText(['What', 'Target', 'Measured by', 'Validated by']);
  await expect(table.getByRole('row', { name: /Response Time/ }).getByRole('cell')).toHaveText(['< 200ms (p95)', 'Histogram', 'k6, nightly']);

  await preview.getByRole('button', { name: 'Only what is not measurable (1)' }).focus();
  await workbench.press('Enter');
  await expect(table.getByRole('row', { name: /Response Time/ })).toHaveCount(0);
  await workbench.press('Tab', 'ArrowDown');
  const name = table.getByRole('button', { name: 'Throughput' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/everyone understands differently/);
  await expect(table.getByText(/everyone understands differently/)).toBeVisible();
  await workbench.press('Escape');
  await expect(table.getByText(/everyone understands differently/)).toBeHidden();
  await workbench.press('Enter');
  await until('its row to be selected', () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection).startsWith('| Throughput')));

  await workbench.editor.focus();
  await workbench.gotoLine(PLAN.split('\n').findIndex((line) => line.startsWith('| Throughput')) + 1, 1);
  await inHost(async (vscode) => {
    const editor = vscode.window.activeTextEditor;
    const line = editor?.selection.active.line ?? 0;
    await editor?.edit((edit) => edit.replace(editor.document.lineAt(line).range, '| Throughput | 500 req/sec | Histogram | k6, nightly |'));
  });
  // Nothing is left for the filter: everything is shown again.
  await table.getByRole('row', { name: /Response Time/ }).waitFor();
  await part(preview, 'targets').locator('.target-tools').getByText('2 of 2 measurable').waitFor();
});

test('tells of a decision what was chosen, why, and what else was weighed', async ({ workbench, inHost, workspace }) => {
  written(workspace, DESIGN, DECISIONS);
  await workbench.openFile(DESIGN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  const card = preview.getByRole('article', { name: 'Where events are kept' });
  await expect(card.locator('dd p')).toHaveText(['Events come in bursts.', 'Append-only log', 'because bursts are what counts.']);
  await expect(card.getByText('85%')).toBeVisible();
  await expect(card.locator('[data-chosen]')).toContainText('Append-only log');
  const selected = () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection));

  const fold = card.getByRole('button', { name: '1 pro, 1 con of Relational tables' });
  await fold.focus();
  await workbench.press('Enter');
  await expect(card.getByRole('list', { name: 'Cons' }).getByText('slow in a burst')).toBeVisible();
  await card.getByRole('button', { name: 'Relational tables', exact: true }).click();
  await until('the option to be selected', async () => (await selected()) === '2. **Relational tables**');
  await card.getByRole('button', { name: /lacks the trade-offs/ }).click();
  await until('the decision to be selected', async () => (await selected()) === '### Decision: Where events are kept');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
});

test('fills an empty part with what the template has there', async ({ workbench, inHost, workspace }) => {
  const whole = readFileSync(path.join(workspace, PHASE_1), 'utf8');
  const start = whole.indexOf('## ✅ Success Criteria');
  const without = whole.slice(0, start) + whole.slice(whole.indexOf('## 🚨', start));
  written(workspace, PHASE_1, without);
  const text = textNow(inHost);
  await workbench.openFile(PHASE_1);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await part(preview, 'gates').getByText(/no gates yet/).waitFor();
  await part(preview, 'gates').getByRole('button', { name: 'Insert the gates' }).click();
  await until('the section', async () => /\n## ✅ Success Criteria\n(?:.|\n)*- \[ \] (?:.|\n)*\n## 🚨/.test(await text()));
  await part(preview, 'gates').getByRole('checkbox').first().waitFor();
  await workbench.editor.focus();
  await workbench.press('ControlOrMeta+Z');
  await until('the text as it was', async () => (await text()) === without);
  await part(preview, 'gates').getByText(/no gates yet/).waitFor();
});

test('fills a document of no known kind, and says why where it cannot', async ({ workbench, inHost, workspace }) => {
  written(workspace, 'notes.md', '# Notes\n\nWords.\n');
  const text = textNow(inHost);
  await workbench.openFile('notes.md');
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await part(preview, 'risks').getByRole('button', { name: 'Insert the risks' }).click();
  await until('a risk', async () => /### Risk 1: /.test(await text()));
  await workbench.editor.focus();
  await inHost((vscode) => vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(2, 0), '```\n')));
  await part(preview, 'diagrams').getByRole('button', { name: 'Insert a diagram' }).waitFor();
  await until('the part to be empty again', async () => (await part(preview, 'risks').locator('.empty').count()) === 1);
  await part(preview, 'diagrams').getByRole('button', { name: 'Insert a diagram' }).click();
  await workbench.page.getByText(/would be swallowed/).first().waitFor();
});
