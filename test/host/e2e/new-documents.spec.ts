import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../support/until.ts';
import { expect, test } from './fixtures.ts';
import { answer, asked, filesIn, focusedRow, promptIsClosed, type Prompted } from './prompts.ts';

interface Creation {
  readonly command: string;
  readonly prompts: readonly Prompted[];
  readonly file: string;
  readonly holds: readonly (string | RegExp)[];
}

/** What an author may type as a name without harm. */
const ODD = 'Berths/"now" 🎯 ../../up';
const ODD_SLUG = 'berths-now-up';

const CREATIONS: readonly Creation[] = [
  {
    command: 'Groundplan: New Architectural Plan',
    prompts: [{ asks: 'Which feature', type: ODD }],
    file: `plans/ARCHITECTURAL-PLAN-${ODD_SLUG}.md`,
    holds: [`# Architectural Plan: ${ODD}`, '[package.json](../package.json): left-pad', '- [server](../server)', '  - [booking](../server/booking)'],
  },
  {
    command: 'Groundplan: New Architect Plan',
    prompts: [
      { asks: 'Which story', type: 'PORT-7' },
      { asks: 'What is the system called?', type: ODD },
      { asks: 'Which file holds the requirements?', type: 'system-requirements.md' },
      { asks: 'Which file holds the constraints?', type: 'None' },
      { asks: 'Which file holds the quality targets?', type: 'nfr-targets.md' },
    ],
    file: 'plans/architecture-design-port-7-DATE.md',
    holds: [`# ${ODD} Architecture Design`, 'inputs: requirements=docs/system-requirements.md constraints={{constraints}} quality_targets=docs/nfr-targets.md', /\|ref=plans\/architecture-design-port-7-\d{4}-\d\d-\d\d\.md\n/],
  },
  {
    command: 'Groundplan: New Phase Plan',
    prompts: [{ asks: 'Which phase' }, { asks: 'What is the phase called?', type: ODD }],
    file: 'plans/PHASE-2-ARCHITECTURE-PLAN.md',
    holds: [
      `**Phase Name**: ${ODD}`,
      '  - api: BerthService',
      '- [One log for all](PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log-for-all): An event log',
      '- [ ] Prices are typed in by hand ([phase 1](PHASE-1-ARCHITECTURE-PLAN.md#technical-debt-to-address)): {{how this phase pays it}}',
      '- [ ] Bookings survive a crash ([phase 1](PHASE-1-ARCHITECTURE-PLAN.md#implementation-success)): {{how this phase pays it}}',
    ],
  },
  {
    command: 'Groundplan: New Master Plan',
    prompts: [{ asks: 'What is built?', type: ODD }],
    file: 'plans/IMPLEMENTATION-PLAN.md',
    holds: [`**${ODD}**`, '| 1 | Moorings | None | {{Planned/In work/Done}} | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |', '| 2 | '],
  },
  {
    command: 'Groundplan: New Use-Case Plan',
    prompts: [{ asks: 'Which file describes the use case?', type: 'booking.md' }, { asks: 'What is the use case called?' }],
    file: 'docs/booking-PLAN.md',
    holds: [
      '# Use Case Plan: Book a berth',
      'status: awaiting-approval',
      '[Book a berth](booking.md)',
      '- Skipper: books from the sea ([Actors](booking.md#actors))',
      '- FR-1: No berth is promised twice ([Functional Requirements](booking.md#functional-requirements))',
    ],
  },
  {
    command: 'Groundplan: New System Design',
    prompts: [{ asks: 'Which system is designed?', type: ODD }],
    file: 'docs/architecture/SYSTEM_DESIGN.md',
    holds: [`# System Design: ${ODD}`, '#### Options Considered'],
  },
  {
    command: 'Groundplan: New Decision Record',
    prompts: [{ asks: 'In which form?' }, { asks: 'Which decision', type: ODD }],
    file: `docs/adr/0013-${ODD_SLUG}.md`,
    holds: [`# ${ODD}`, '## Context and Problem Statement', 'status: proposed'],
  },
  {
    command: 'Groundplan: Decompose Plan into Tasks',
    prompts: [{ asks: 'Which plan', type: 'PHASE-1-ARCHITECTURE-PLAN.md' }, { asks: 'What are the tasks for?' }],
    file: 'plans/PHASE-1-ARCHITECTURE-PLAN-TASKS.md',
    holds: ['# Task Breakdown: Phase 1 Architecture Plan', '### Wave 1: Contracts', '- [ ] T-01 Names every contract (', '- [ ] T-02 Books a berth (', ' after T-01'],
  },
];

const PHASE_1 = `# Phase 1 Architecture Plan

## Phase Vision Alignment

**Phase Name**: Moorings

## Phase 1 Architecture

### Core Architectural Decisions

#### Decision 1: One log for all

- **Choice**: An event log
- **Rationale**: It can be read again

### APIs and Contracts

\`\`\`ts
export interface BerthService {
  book(berth: string): void;
}
\`\`\`

## Technical Debt to Address

- [ ] Prices are typed in by hand
- [x] Tests run on one machine only

## Wave Parallelization Strategy

### Wave Dependency Graph

\`\`\`
Wave 1: Contracts (MUST BE FIRST)
  └─→ Names every contract

Wave 2: Core (Depends on Wave 1)
  └─→ Books a berth
\`\`\`

## Success Criteria

### Implementation Success

- [ ] Bookings survive a crash
- [x] All waves are done
`;

const BOOKING = `# Use Case: Book a berth

## Actors

- Skipper: books from the sea
- Harbour office

## Main Flow

1. The skipper names the ship.
2. The office sees the booking.

## Functional Requirements

| ID | Requirement |
|----|-------------|
| FR-1 | No berth is promised twice |
`;

const MADR = `# Use something

## Context and Problem Statement

Why?

## Considered Options

- a
- b

## Decision Outcome

Chosen option: "a".
`;

test.beforeEach(({ workspace }) => {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  };
  write('plans/PHASE-1-ARCHITECTURE-PLAN.md', PHASE_1);
  write('docs/booking.md', BOOKING);
  write('docs/system-requirements.md', '# Requirements\n');
  write('docs/nfr-targets.md', '# Targets\n');
  write('docs/adr/0007-use-something.md', MADR);
  write('docs/adr/0012-use-something-else.md', MADR);
  write('package.json', '{"dependencies":{"left-pad":"1.0.0"}}\n');
  write('server/booking/book.ts', 'export {};\n');
});

/** The file that the command is to write; a date in its name is today's. */
function fileOf({ file }: Creation, workspace: string): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return path.join(workspace, file.replace('DATE', `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`));
}

test('each command asks, writes its document from what is there, and stands at its first blank', async ({ workbench, workspace, inHost }) => {
  test.setTimeout(400_000);
  for (const creation of CREATIONS) {
    await test.step(creation.command, async () => {
      const before = filesIn(workspace);
      await workbench.command(creation.command);
      await answer(workbench, creation.prompts);
      const file = fileOf(creation, workspace);
      await until(file, () => existsSync(file) && readFileSync(file, 'utf8').length > 100);
      await workbench.tab(path.basename(file)).waitFor();
      const text = readFileSync(file, 'utf8');
      for (const held of creation.holds) {
        if (typeof held === 'string') expect(text).toContain(held);
        else expect(text).toMatch(held);
      }
      expect(filesIn(workspace).filter((each) => !before.includes(each))).toEqual([path.relative(workspace, file).split(path.sep).join('/')]);
      await until('the first blank', async () => (await workbench.editor.snippetStops().count()) > 0);
      // Between the empty file and its text the findings may be those of an empty one; its blanks are for the author.
      await expect.poll(() => inHost((vscode) => vscode.languages.getDiagnostics(vscode.window.activeTextEditor?.document.uri ?? vscode.Uri.file('/')).filter(({ source, code }) => source === 'groundplan' && !(typeof code === 'object' && code.value === 'no-placeholders')).map(({ message }) => message))).toEqual([]);
      await workbench.press('Escape');
    });
  }
});

test('cancelled at any of its questions, a command leaves nothing behind', async ({ workbench, workspace }) => {
  test.setTimeout(600_000);
  const before = filesIn(workspace);
  for (const { command, prompts } of CREATIONS) {
    for (let given = 0; given < prompts.length; given++) {
      await test.step(`${command}, after ${given} answers`, async () => {
        await workbench.command(command);
        await answer(workbench, prompts.slice(0, given));
        await asked(workbench, prompts[given]?.asks ?? '').first().waitFor();
        await workbench.press('Escape');
        await promptIsClosed(workbench);
      });
    }
  }
  expect(filesIn(workspace)).toEqual(before);
});

test('what exists already is named while the author types, and stays as it is', async ({ workbench, workspace }) => {
  test.setTimeout(400_000);
  for (const creation of CREATIONS) {
    const file = fileOf(creation, workspace);
    // Numbered documents never meet one that exists: the next number is free.
    if (/PHASE-2|0013/.test(file)) continue;
    await test.step(creation.command, async () => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, 'written before\n');
      await workbench.command(creation.command);
      const naming = creation.prompts.findIndex(({ type }) => type === ODD || type === 'PORT-7');
      await answer(workbench, creation.prompts.slice(0, naming < 0 ? creation.prompts.length : naming + 1));
      await asked(workbench, 'exists already: choose another').first().waitFor();
      await workbench.press('Escape');
      await promptIsClosed(workbench);
      expect(readFileSync(file, 'utf8')).toBe('written before\n');
    });
  }
});

test('a phase whose previous one is missing is written all the same', async ({ workbench, workspace }) => {
  await workbench.command('Groundplan: New Phase Plan');
  await answer(workbench, [{ asks: 'Which phase', type: '5' }, { asks: 'What is the phase called?', type: 'Tides' }]);
  const file = path.join(workspace, 'plans/PHASE-5-ARCHITECTURE-PLAN.md');
  await until('the plan', () => existsSync(file) && readFileSync(file, 'utf8').includes('# Phase 5'));
  expect(readFileSync(file, 'utf8')).toContain('phase_4:\n  - api: {{api}}');
});

test('the author is the one that Git knows, and a record says so', async ({ workbench, workspace, inHost }) => {
  test.skip(!(await inHost((vscode) => vscode.extensions.getExtension('vscode.git') !== undefined)), 'this editor has no Git');
  execFileSync('git', ['init', '--quiet'], { cwd: workspace });
  execFileSync('git', ['config', 'user.name', 'Ada "the" Ång'], { cwd: workspace });
  await workbench.openFile('notes.md');
  await until('the repository', () => inHost(async (vscode) => ((await vscode.extensions.getExtension<{ getAPI(version: 1): { repositories: readonly unknown[] } }>('vscode.git')?.activate())?.getAPI(1).repositories.length ?? 0) > 0));
  await workbench.command('Groundplan: New Decision Record');
  await answer(workbench, [{ asks: 'In which form?' }, { asks: 'Which decision', type: 'Keep one log' }]);
  const file = path.join(workspace, 'docs/adr/0013-keep-one-log.md');
  await until('the record', () => existsSync(file) && readFileSync(file, 'utf8').includes('decision-makers: Ada "the" Ång'));
});

test('an answer can be taken back', async ({ workbench, workspace }) => {
  await workbench.command('Groundplan: New Phase Plan');
  await answer(workbench, [{ asks: 'Which phase', type: '5' }]);
  await asked(workbench, 'What is the phase called?').first().waitFor();
  await workbench.press('ControlOrMeta+Alt+Minus');
  await asked(workbench, 'Which phase').first().waitFor();
  await answer(workbench, [{ asks: 'Which phase', type: '6' }, { asks: 'What is the phase called?', type: 'Tides' }]);
  await until('the plan', () => existsSync(path.join(workspace, 'plans/PHASE-6-ARCHITECTURE-PLAN.md')));
});

test('New Plan… lists every kind, a team\'s own first, which is then checked, completed and explained like ours', async ({ workbench, workspace, inHost }) => {
  const templates = path.join(workspace, '.groundplan/templates');
  mkdirSync(templates, { recursive: true });
  const template = `---
groundplan:
  kind: runbook
  name: Runbook
  description: What to do when it burns.
  file: runbooks/{{service}}.md
  ask:
    service: Which service?
---
# Runbook: {{service}}

## Alarms

<!-- Which alarm means what. -->

## Steps

1. {{step}}
`;
  writeFileSync(path.join(templates, 'runbook.md'), template);
  await workbench.command('Groundplan: New Plan…');
  const first = workbench.page.locator('.quick-input-list .monaco-list-row').first();
  await first.filter({ hasText: 'Runbook' }).waitFor();
  const labels = (await workbench.rows()).map((label) => label?.split(',')[0]);
  // The last one lies below what the list shows at once.
  expect(labels.slice(0, 8)).toEqual(['Runbook', 'Architectural Plan', 'Architect Plan', 'Master Plan', 'Phase Plan', 'Use-Case Plan', 'System Design', 'Decision Record']);
  await workbench.press('Enter');
  await answer(workbench, [{ asks: 'Which service?', type: 'Billing' }]);
  const file = path.join(workspace, 'runbooks/billing.md');
  await until('the runbook', () => existsSync(file) && readFileSync(file, 'utf8').includes('# Runbook: Billing'));

  // Its documents are checked …
  await workbench.press('Escape');
  await inHost(async (vscode) => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) throw new Error('no editor is open');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), '# Runbook: Billing\n\n## Alarms\n\nFire.\n\n');
    await vscode.workspace.applyEdit(edit);
  });
  const messages = () => inHost((vscode) => vscode.languages.getDiagnostics().flatMap(([, all]) => all).filter(({ source }) => source === 'groundplan').map(({ message }) => message));
  await until('the finding', async () => (await messages()).includes('The section "Steps" is missing: every runbook has one.'));
  // … completed …
  await workbench.gotoLine(7);
  await workbench.editor.complete('', 'Steps');
  await until('nothing but the blank', async () => (await messages()).every((message) => message.includes('{{step}}')));
  // … and follow a template that changes; one that is broken says so on its own line.
  writeFileSync(path.join(templates, 'runbook.md'), `${template}\n## History\n`);
  await until('the new section', async () => (await messages()).includes('The section "History" is missing: every runbook has one.'));
  writeFileSync(path.join(templates, 'runbook.md'), template.replace('<!-- Which alarm means what. -->', '<!-- plan: optionel -->'));
  const lines = () => inHost((vscode) => vscode.languages.getDiagnostics().filter(([uri]) => uri.path.endsWith('templates/runbook.md')).flatMap(([, all]) => all.map(({ range, message }) => `${range.start.line + 1}: ${message}`)));
  await until('the problem of the template', async () => (await lines()).some((line) => line.startsWith('14: "optionel" is not a mark')));
});

test('is offered under New File…, and in the context menu of a folder, which it then goes to', async ({ page, workbench, workspace }) => {
  await workbench.openFile('notes.md');
  // VS Code itself answers with an error, or with nothing, until it has read what extensions add to this list.
  const list = page.locator('.quick-input-widget').filter({ hasText: 'New File' });
  const error = page.locator('.monaco-dialog-box');
  await expect(async () => {
    if (await error.isVisible()) await workbench.press('Enter');
    await workbench.command('Create: New File...');
    await list.waitFor({ timeout: 2_000 });
  }).toPass();
  await workbench.page.keyboard.insertText('New System Design');
  // Above it VS Code offers to make a file of that name.
  await workbench.page.locator('.quick-input-list .monaco-list-row[aria-label^="New System Design"]').waitFor();
  await workbench.press('ArrowDown');
  await workbench.page.locator('.quick-input-list .monaco-list-row.focused[aria-label^="New System Design"]').waitFor();
  await workbench.press('Enter');
  await answer(workbench, [{ asks: 'Which system is designed?', type: 'Harbour' }]);
  await until('the design', () => existsSync(path.join(workspace, 'docs/architecture/SYSTEM_DESIGN.md')));
  await workbench.tab('SYSTEM_DESIGN.md').waitFor();

  // The rows move until the explorer has shown the new file.
  await page.locator('.explorer-folders-view .monaco-list-row.selected[aria-label*="SYSTEM_DESIGN.md"]').waitFor();
  await page.locator('.explorer-folders-view .monaco-list-row[aria-label*="server"]').first().click({ button: 'right' });
  await page.locator('.monaco-menu .action-item').filter({ hasText: 'New Plan (Groundplan)' }).click();
  // A menu that has just opened does not hear the mouse yet.
  const entry = page.locator('.monaco-submenu .action-item').filter({ hasText: 'New Master Plan' });
  await entry.hover();
  await entry.and(page.locator('.focused')).waitFor();
  await workbench.press('Enter');
  await answer(workbench, [{ asks: 'What is built?', type: 'Harbour' }]);
  await until('the plan', () => existsSync(path.join(workspace, 'server/IMPLEMENTATION-PLAN.md')));
});

test('a template is derived from documents that are there', async ({ workbench, workspace }) => {
  for (const name of ['billing', 'search', 'mail']) {
    mkdirSync(path.join(workspace, 'runbooks'), { recursive: true });
    writeFileSync(path.join(workspace, `runbooks/runbook-${name}.md`), `# Runbook: ${name}\n\n## Alarms\n\n| Alarm | Meaning |\n|--|--|\n| a | b |\n\n## Steps\n\n- [ ] Look\n${name === 'mail' ? '' : '\n## History\n\nNone.\n'}`);
  }
  await workbench.command('Groundplan: Derive Template from Documents…');
  await asked(workbench, 'Which documents are of one kind?').first().waitFor();
  await workbench.page.keyboard.insertText('runbook-');
  await expect(workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasNotText: 'runbook-' })).toHaveCount(0);
  // All that match are ticked by the box before the one to type in.
  await workbench.press('Shift+Tab', 'Space', 'Tab', 'Enter');
  await answer(workbench, [{ asks: 'What is such a document called', type: 'Runbook' }]);
  const file = path.join(workspace, '.groundplan/templates/runbook.md');
  await until('the template', () => existsSync(file) && readFileSync(file, 'utf8').includes('# Runbook'));
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('kind: runbook');
  expect(text).toContain('| Alarm | Meaning |');
  expect(text).toContain('3 of 3 documents have this section');
  expect(text).toContain('2 of 3 documents have this section');
  await workbench.toast('.groundplan/templates/runbook.md holds what the 3 documents share').waitFor();
});

test('the kind of a document is explained, and said otherwise by keyboard', async ({ workbench, workspace, inHost }) => {
  await workbench.openFile('plans/PHASE-1-ARCHITECTURE-PLAN.md');
  await workbench.command('Groundplan: Show or Change Kind of Document…');
  await asked(workbench, 'Phase Plan: Its file name has the form PHASE-{{number}}-ARCHITECTURE-PLAN.md.').first().waitFor();
  await workbench.page.keyboard.insertText('leave this document alone');
  await focusedRow(workbench, 'leave this document alone').waitFor();
  await workbench.press('Enter');
  await until('the mark', () => inHost((vscode) => vscode.window.activeTextEditor?.document.getText().startsWith('---\ngroundplan: none\n---\n\n# Phase 1')));
  await until('no findings', async () => (await inHost((vscode) => vscode.languages.getDiagnostics().flatMap(([, all]) => all).filter(({ source }) => source === 'groundplan').length)) === 0);
  expect(readFileSync(path.join(workspace, 'plans/PHASE-1-ARCHITECTURE-PLAN.md'), 'utf8')).toBe(PHASE_1);
});
