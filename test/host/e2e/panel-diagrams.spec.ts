import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator } from '@playwright/test';
import type { InHost } from '../../../build/host/driver.ts';
import type { Workbench } from '../../../build/host/workbench.ts';
import { violations } from '../support/axe.ts';
import { boxAtRest } from '../support/box-at-rest.ts';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { input } from './prompts.ts';

const OPEN = 'Groundplan: Open Preview to the Side';
const EXTENSION = 'groundplan.groundplan';
const PLAN = 'plans/PHASE-7-ARCHITECTURE-PLAN.md';
const TEXT = [
  '# Phase 7 Architecture Plan',
  '',
  '## Component Diagram',
  '',
  '```mermaid',
  'flowchart LR',
  '  app["Booking Service<br/>Go"] -->|asks| board(Quay board)',
  '  board --> log[(Berth log)]',
  '  app --> mail[Mailer]',
  '```',
  '',
  '## 1. Booking Service',
  '',
  'Takes bookings.',
  '',
  '## Flow',
  '',
  '```mermaid',
  'sequenceDiagram',
  '  participant B as Booking Service',
  '  B->>L: write the booking',
  '```',
  '',
].join('\n');

test.use({ source: 'examples' });

async function openPreview(workbench: Workbench, workspace: string, text = TEXT): Promise<Frame> {
  writeFileSync(path.join(workspace, PLAN), text);
  await workbench.openFile(PLAN);
  await workbench.command(OPEN);
  const preview = await workbench.webview(EXTENSION);
  await preview.locator('.diagram-picture').first().waitFor();
  return preview;
}

/** The canvas of a diagram, with the focus. */
async function focusedCanvas(preview: Frame, index = 0): Promise<Locator> {
  const canvas = preview.locator('.diagram-canvas').nth(index);
  // A picture that is about to be drawn anew is not what is looked at.
  await canvas.locator('.diagram-picture').waitFor();
  await canvas.focus();
  return canvas;
}

interface Look {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function lookOf(canvas: Locator): Promise<Look> {
  return canvas.locator('.diagram-picture').evaluate((svg) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(svg).transform);
    return { scale: a, x: e, y: f };
  });
}

function focusName(preview: Frame): Promise<string> {
  return preview.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
}

/** The line that is selected in the document. */
function selectedLine(inHost: InHost): Promise<string | undefined> {
  return inHost((vscode) => {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.fileName.endsWith('PHASE-7-ARCHITECTURE-PLAN.md'));
    return editor?.document.getText(editor.selection);
  });
}

async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await boxAtRest(target);
  return { x: x + width / 2, y: y + height / 2 };
}

test('a picture is zoomed, moved and fitted by keyboard, and an arrow with nowhere to go scrolls the page', async ({ workbench, workspace }) => {
  const preview = await openPreview(workbench, workspace);
  const canvas = await focusedCanvas(preview);
  const whole = await lookOf(canvas);
  await workbench.press('+', '+', '+');
  const large = await lookOf(canvas);
  expect(large.scale).toBeCloseTo(whole.scale * 1.25 ** 3, 3);
  await expect(canvas.getByRole('status')).toHaveText(`${Math.round(large.scale * 100)} %`);
  await workbench.press('ArrowRight');
  expect((await lookOf(canvas)).x).toBeLessThan(large.x);
  await workbench.press('-');
  expect((await lookOf(canvas)).scale).toBeCloseTo(large.scale / 1.25, 3);
  await workbench.press('0');
  expect(await lookOf(canvas)).toEqual(whole);
  await expect(canvas.getByRole('status')).toHaveText('');
  const before = await preview.evaluate(() => scrollY);
  await workbench.press('ArrowDown');
  await until('the page to scroll', () => preview.evaluate((from) => scrollY > from, before));
  expect(await lookOf(canvas)).toEqual(whole);
  expect(await canvas.getAttribute('aria-describedby')).toBe('diagram-keys');
  await expect(preview.locator('#diagram-keys')).toHaveText(/arrow keys/);
});

test('the wheel zooms at the pointer with Ctrl, and scrolls the page without; a drag moves the picture', async ({ workbench, workspace, inHost }) => {
  const preview = await openPreview(workbench, workspace);
  const canvas = await focusedCanvas(preview);
  const whole = await lookOf(canvas);
  const node = canvas.locator('.node').filter({ hasText: 'Quay board' });
  const at = await middleOf(node);
  await workbench.page.mouse.move(at.x, at.y);
  await workbench.page.keyboard.down('Control');
  await workbench.page.mouse.wheel(0, -400);
  await workbench.page.keyboard.up('Control');
  await until('the picture to be larger', async () => (await lookOf(canvas)).scale > whole.scale * 1.5);
  const moved = await middleOf(node);
  expect(Math.hypot(moved.x - at.x, moved.y - at.y)).toBeLessThan(3);

  const large = await lookOf(canvas);
  await workbench.page.mouse.down();
  await workbench.page.mouse.move(at.x - 60, at.y, { steps: 5 });
  await workbench.page.mouse.up();
  const dragged = await lookOf(canvas);
  expect(dragged.x).toBeLessThan(large.x);
  expect(dragged.scale).toBe(large.scale);
  expect(await selectedLine(inHost)).toBe('');

  const before = await preview.evaluate(() => scrollY);
  await workbench.page.mouse.wheel(0, 300);
  await until('the page to scroll', () => preview.evaluate((from) => scrollY > from, before));
  expect(await lookOf(canvas)).toEqual(dragged);
});

test('the full panel holds one diagram, everything else rests, and the focus comes back', async ({ workbench, workspace }) => {
  const preview = await openPreview(workbench, workspace);
  await focusedCanvas(preview);
  await workbench.press('f');
  const figure = preview.locator('figure.diagram').first();
  const sizes = () => figure.evaluate((element) => [element.getBoundingClientRect().width - innerWidth, element.getBoundingClientRect().height - innerHeight]);
  await until('the figure to fill the panel', async () => (await sizes()).every((difference) => Math.abs(difference) < 1));
  expect(await preview.locator('[inert]').count()).toBeGreaterThan(3);
  expect(await violations(preview)).toEqual([]);
  for (let stop = 0; stop < 8; stop++) {
    await workbench.press('Tab');
    const focused = await preview.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('figure.full') !== null);
    expect(focused).toBe(true);
  }
  await preview.getByRole('button', { name: 'Leave the full panel (Escape)' }).click();
  await expect(preview.locator('[inert]')).toHaveCount(0);

  const button = preview.getByRole('button', { name: 'Full panel (F)' }).nth(1);
  await button.focus();
  await workbench.press('Enter');
  await expect(preview.locator('figure.full .diagram-canvas')).toBeFocused();
  await workbench.press('Escape');
  await expect(preview.locator('figure.full')).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('a click on a node goes to the section that it names, or else to its line', async ({ workbench, workspace, inHost }) => {
  const preview = await openPreview(workbench, workspace);
  const canvas = preview.locator('.diagram-canvas').first();
  await canvas.locator('.node').filter({ hasText: 'Booking Service' }).click();
  await until('the section', async () => (await selectedLine(inHost)) === '## 1. Booking Service');
  await canvas.locator('.node').filter({ hasText: 'Berth log' }).click();
  await until('the line', async () => (await selectedLine(inHost)) === '  board --> log[(Berth log)]');
  await canvas.locator('.edgeLabel').filter({ hasText: 'asks' }).last().click();
  await until('the line of the arrow', async () => (await selectedLine(inHost))?.includes('|asks|'));
  const flow = preview.locator('.diagram-canvas').nth(1);
  await flow.locator('.messageText').click();
  await until('the line of the message', async () => (await selectedLine(inHost)) === '  B->>L: write the booking');
});

test('the nodes are walked by keyboard as they lie on the screen', async ({ workbench, workspace, inHost }) => {
  const preview = await openPreview(workbench, workspace);
  const canvas = await focusedCanvas(preview);
  await workbench.press('Enter');
  const names = new Set([await focusName(preview)]);
  await workbench.press('Home');
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowDown', 'End']) {
    await workbench.press(key);
    names.add(await focusName(preview));
  }
  expect([...names].map((name) => name.replace(/, \d of 4$/, '')).sort()).toEqual(['Berth log', 'Booking Service, Go', 'Mailer', 'Quay board']);
  const ring = preview.locator('.diagram-node');
  const label = (await focusName(preview)).split(',')[0] ?? '?';
  const [node, around] = [await middleOf(canvas.locator('.node').filter({ hasText: label })), await middleOf(ring)];
  expect(Math.hypot(node.x - around.x, node.y - around.y)).toBeLessThan(3);
  expect(await violations(preview)).toEqual([]);

  for (let step = 0; step < 4 && !(await focusName(preview)).startsWith('Booking Service'); step++) await workbench.press('ArrowLeft');
  expect(await focusName(preview)).toMatch(/^Booking Service, Go, \d of 4$/);
  await workbench.press('Enter');
  await until('the section', async () => (await selectedLine(inHost)) === '## 1. Booking Service');
  await canvas.focus();
  await workbench.press('Enter', 'Escape');
  await expect(canvas).toBeFocused();
  await expect(ring).toHaveCount(0);
});

test('a diagram that breaks keeps its picture and the way it is looked at, until it is mended', async ({ workbench, workspace }) => {
  const preview = await openPreview(workbench, workspace);
  const canvas = await focusedCanvas(preview);
  await workbench.press('+', '+', 'ArrowRight');
  const look = await lookOf(canvas);
  await workbench.editor.focus();
  await workbench.gotoLine(8, 3);
  await workbench.editor.type('[[( ');
  const figure = preview.locator('figure.diagram').first();
  await figure.getByRole('button', { name: 'Line 8', exact: true }).waitFor();
  await expect(canvas.getByText('Quay board').first()).toBeVisible();
  expect(await lookOf(canvas)).toEqual(look);
  for (let key = 0; key < 4; key++) await workbench.press('Backspace');
  await workbench.press('End');
  await workbench.editor.type(' ');
  await expect(figure).toHaveAttribute('data-state', 'drawn');
  await expect(figure.locator('.diagram-problem')).toHaveCount(0);
  const after = await lookOf(canvas);
  expect(after.scale).toBeCloseTo(look.scale, 5);
  expect(Math.hypot(after.x - look.x, after.y - look.y)).toBeLessThan(2);
});

test('of twenty diagrams only those in sight are drawn, and only what has changed is drawn again', async ({ workbench, workspace }) => {
  const diagrams = Array.from({ length: 20 }, (_, index) => `## Part ${index}\n\n\`\`\`mermaid\nflowchart LR\n  a${index}[Alpha ${index}] --> b${index}[Beta ${index}]\n\`\`\`\n`);
  const preview = await openPreview(workbench, workspace, `# Phase 7 Architecture Plan\n\n${diagrams.join('\n')}`);
  await expect(preview.locator('figure.diagram')).toHaveCount(20);
  const drawn = () => preview.locator('.diagram-picture').count();
  let count = 0;
  await until('no more to be drawn', async () => {
    const before = count;
    count = await drawn();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return count > 0 && count === before;
  });
  expect(count).toBeLessThan(20);
  await preview.evaluate(() => document.querySelectorAll('.diagram-picture').forEach((picture) => picture.setAttribute('data-seen', '')));
  await workbench.editor.focus();
  await workbench.gotoLine(7, '  a0[Alpha'.length + 1);
  await workbench.editor.type('bet');
  await preview.locator('.diagram-picture').getByText('Alphabet 0').first().waitFor();
  await expect(preview.locator('.diagram-picture:not([data-seen])')).toHaveCount(1);
  expect(await drawn()).toBe(count);
});

test('pictures are saved as SVG and PNG where the author says', async ({ workbench, workspace }) => {
  const preview = await openPreview(workbench, workspace);
  const choose = async (button: string, item: string): Promise<void> => {
    await preview.locator('figure.diagram').first().hover();
    await preview.getByRole('button', { name: button }).first().click();
    await preview.getByRole('menuitem', { name: item }).click();
  };
  /** Where and as the dialog would have it: beside the document. */
  const accept = async (title: string): Promise<void> => {
    const dialog = workbench.page.locator('.quick-input-widget:not([style*="display: none"])').filter({ hasText: title });
    await dialog.waitFor();
    await until('the dialog to name a place', async () => (await input(workbench).inputValue()).includes(path.basename(workspace)));
    // The dialog drops an Enter that comes while it reads the folder.
    await until('the dialog to take it', async () => {
      if (!(await dialog.isVisible())) return true;
      await workbench.press('Enter');
      await dialog.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => undefined);
      return !(await dialog.isVisible());
    });
  };
  const saved = (name: string): string => path.join(workspace, 'plans', `Phase 7 Architecture Plan - ${name}`);
  await choose('Copy or save', 'Save as SVG…');
  await accept('Component Diagram.svg');
  const svg = saved('Component Diagram.svg');
  await until('the SVG', () => existsSync(svg) && readFileSync(svg, 'utf8').includes('</svg>'));
  const text = readFileSync(svg, 'utf8');
  expect(text).toContain('<title>Phase 7 Architecture Plan - Component Diagram</title>');
  expect(text).toMatch(/<text[^>]*>Booking Service<\/text>/);
  expect(text).not.toMatch(/foreignObject|<script|var\(--/);

  await choose('Copy or save', 'Save as PNG…');
  await accept('Component Diagram.png');
  const png = saved('Component Diagram.png');
  await until('the PNG', () => existsSync(png) && readFileSync(png).length > 1000);
  expect([...readFileSync(png).subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect(readFileSync(png).readUInt32BE(16)).toBeGreaterThan(400);

  // Nothing that is there is overwritten.
  await choose('Save all diagrams', 'Save All as SVG…');
  await accept('Choose a folder');
  await until('both', () => ['Component Diagram 2.svg', 'Flow.svg'].every((name) => existsSync(saved(name))));
});

test('the picture of a diagram and its source are put on the clipboard', async ({ workbench, workspace }) => {
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const preview = await openPreview(workbench, workspace);
  const choose = async (item: string): Promise<void> => {
    await preview.locator('figure.diagram').first().hover();
    await preview.getByRole('button', { name: 'Copy or save' }).first().click();
    await preview.getByRole('menuitem', { name: item }).click();
    await expect(preview.locator('figure.diagram').first().getByText('Copied')).toBeVisible();
  };
  await choose('Copy Source');
  await until('the source', () => workbench.page.evaluate(async () => (await navigator.clipboard.readText()).startsWith('flowchart LR')));
  await choose('Copy Picture');
  await until('the picture', () => workbench.page.evaluate(async () => (await navigator.clipboard.read()).some((item) => item.types.includes('image/png'))));
});
