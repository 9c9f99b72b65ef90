import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Workbench } from '../../../build/host/workbench.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { answer, asked, filesIn, promptIsClosed } from './prompts.ts';

const BODY = '## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n';
const record = (number: number, status: string, title: string): string => `# ${number}. ${title}\n\nDate: 2026-03-01\n\n## Status\n\n${status}\n\n${BODY}`;
const TIDES = 'docs/adr/0001-use-tides.md';
const MOONS = 'docs/adr/0002-use-moons.md';
const QUAYS = 'docs/adr/0003-use-quays.md';

test.beforeEach(({ workspace }) => {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  };
  write(TIDES, record(1, 'Accepted', 'Use tides'));
  write(MOONS, record(2, '💡 Proposed (2026-03-01)', 'Use moons'));
  write(QUAYS, record(3, 'Accepted\n\nRelates to ADR-1', 'Use quays'));
  write('docs/plan.md', '# Notes\n\nSee [ADR-0001](adr/0001-use-tides.md) and ADR-1.\n');
});

function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The lens above the title with this text. */
function lens({ page }: Workbench, text: string): Locator {
  return page.locator('.codelens-decoration a').filter({ hasText: text }).first();
}

test('a record is accepted by keyboard, with its sign and its day, and back by one undo', async ({ workbench, workspace }) => {
  const file = path.join(workspace, MOONS);
  const before = readFileSync(file, 'utf8');
  await workbench.openFile(MOONS);
  await workbench.command('Groundplan: Accept Record');
  await expect.poll(() => workbench.editor.visibleText()).toContain(`✅ Accepted (${today()})`);
  await workbench.editor.save();
  expect(readFileSync(file, 'utf8')).toBe(before.replace('💡 Proposed (2026-03-01)', `✅ Accepted (${today()})`));
  await workbench.press('ControlOrMeta+Z');
  await workbench.editor.save();
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('a record is superseded by one that is there, by keyboard; a final state is left only on a second thought', async ({ workbench, workspace }) => {
  await workbench.openFile(TIDES);
  await workbench.command('Groundplan: Supersede Record…');
  await answer(workbench, [{ asks: 'What supersedes record 1?', type: '0003 Use quays' }]);
  await until('both files', () => readFileSync(path.join(workspace, TIDES), 'utf8').includes('Superseded by') && readFileSync(path.join(workspace, QUAYS), 'utf8').includes('Supersedes'));
  expect(readFileSync(path.join(workspace, TIDES), 'utf8')).toContain('\n\nSuperseded by ADR-3\n');
  expect(readFileSync(path.join(workspace, QUAYS), 'utf8')).toContain('\n\nSupersedes ADR-1\n');
  await workbench.command('Groundplan: Accept Record');
  await asked(workbench, 'Record 1 is superseded, which is final. Accept it all the same?').first().waitFor();
  await workbench.press('Escape');
  await promptIsClosed(workbench);
  expect(readFileSync(path.join(workspace, TIDES), 'utf8')).toContain('\n\nSuperseded by ADR-3\n');
});

test('a record is superseded by a new one, from the lens above its title; the relation is one undo', async ({ workbench, workspace }) => {
  await workbench.openFile(TIDES);
  await lens(workbench, 'Supersede…').click();
  await answer(workbench, [{ asks: 'What supersedes record 1?', type: 'A new record' }, { asks: 'In which form?' }, { asks: 'Which decision', type: 'Use the sun' }]);
  const file = path.join(workspace, 'docs/adr/0004-use-the-sun.md');
  await until('both files', () => existsSync(file) && readFileSync(file, 'utf8').includes('Supersedes ADR-1') && readFileSync(path.join(workspace, TIDES), 'utf8').includes('Superseded by ADR-4'));
  await workbench.tab('0004-use-the-sun.md').waitFor();
});

test('lenses lead to the other records, and to what refers to this one', async ({ workbench }) => {
  await workbench.openFile(TIDES);
  await expect(lens(workbench, 'Deprecate')).toBeVisible();
  await expect(lens(workbench, 'relates to 0003')).toBeVisible();
  await lens(workbench, '1 record refers here').click();
  await workbench.page.locator('.peekview-widget').waitFor();
  await workbench.press('Escape');
  await lens(workbench, 'relates to 0003').click();
  await workbench.tab('0003-use-quays.md').waitFor();
  await workbench.openFile('docs/plan.md');
  await expect(workbench.page.locator('.codelens-decoration a')).toHaveCount(0);
});

test('a new number is shown in every file before it is written', async ({ workbench, workspace }) => {
  await workbench.openFile(TIDES);
  const before = filesIn(workspace);
  await workbench.command('Groundplan: Renumber Record…');
  await asked(workbench, 'Which number shall record 1 have? Renames 0001-use-tides.md to 0004-use-tides.md').first().waitFor();
  await workbench.press('Enter');
  const panel = workbench.page.locator('.bulk-edit-panel');
  await panel.waitFor();
  await panel.getByText('plan.md').first().waitFor();
  expect(filesIn(workspace)).toEqual(before);
  await panel.getByRole('button', { name: 'Apply' }).click();
  await until('the new name', () => existsSync(path.join(workspace, 'docs/adr/0004-use-tides.md')));
  await expect.poll(() => readFileSync(path.join(workspace, 'docs/plan.md'), 'utf8')).toBe('# Notes\n\nSee [ADR-0004](adr/0004-use-tides.md) and ADR-4.\n');
  await expect.poll(() => readFileSync(path.join(workspace, QUAYS), 'utf8')).toContain('Relates to ADR-4');
  expect(filesIn(workspace)).not.toContain(TIDES);
});

test('the table of records is made, and kept', async ({ workbench, workspace }) => {
  await workbench.openFile(TIDES);
  await workbench.command('Groundplan: Update Index of Records');
  await answer(workbench, [{ asks: 'No page lists the 3 records yet. Write one?', type: 'Create' }]);
  const file = path.join(workspace, 'docs/adr/README.md');
  await until('the page', () => existsSync(file) && readFileSync(file, 'utf8').includes('| [0002](0002-use-moons.md) | Use moons | Proposed | 2026-03-01 |'));
  await workbench.tab('README.md').waitFor();
});
