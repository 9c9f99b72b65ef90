import assert from 'node:assert/strict';
import { masterPlanPaths, phaseNumber, startNextPhase } from '../../../../src/core/life/plans/next-phase.ts';
import { masterRowEdits } from '../../../../src/core/life/plans/master-row.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { checker, messagesOf } from '../../documents.ts';
import { filesAround } from '../../files-around.ts';
import { MemoryFiles } from '../../workspace/memory-files.ts';
import { documentAt, textsAfter } from './texts.ts';

const PHASE_1 = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const MASTER = 'plans/IMPLEMENTATION-PLAN.md';
const PLACE = { folder: 'plans', pattern: 'PHASE-{{number}}-ARCHITECTURE-PLAN.md', joint: '-' } as const;
const ONE = '# Phase 1 Architecture Plan\n\n## Core Architectural Decisions\n\n#### Decision 1: One log\n\n- **Choice**: A file\n\n## APIs and Contracts\n\n```ts\ninterface Berths {}\n```\n\n## Technical Debt to Address\n\n- [ ] Paint\n- [x] Rope\n\n## Success Criteria\n\n- [ ] Afloat\n- [x] Insured\n';
const TABLE = '| Phase | Goal | Depends on | Status | Plan |\n|-------|------|------------|--------|------|\n';

function master(table: string): string {
  return `# Implementation Plan\n\n## Vision\n\nBerths.\n\n## Goals\n\n1. One\n\n## Phases\n\n${table}`;
}

/** The table of phases once phase 2, called Prices, has begun. */
function table(before: string, number = 2): string {
  const text = master(before);
  const edits = masterRowEdits(documentAt(MASTER, text), { number, name: 'Prices', path: `plans/PHASE-${number}-ARCHITECTURE-PLAN.md` });
  return applyEdits(text, edits).slice(master('').length);
}

describe('startNextPhase', () => {
  const start = async (files: Readonly<Record<string, string>>, number = 2) => {
    const previous = documentAt(PHASE_1, files[PHASE_1] ?? '');
    const next = { number, name: 'Prices', values: { date: '2026-03-01', author: 'Ada' }, place: PLACE, kinds: checker.kinds, files: new MemoryFiles(files), paths: Object.keys(files).filter((path) => path.includes('PHASE')) };
    const text = files[MASTER];
    return startNextPhase(previous, next, text === undefined ? undefined : documentAt(MASTER, text));
  };

  it('writes the next plan with all that the phase leaves to it, and its row, as one change', async () => {
    const planned = await start({ [PHASE_1]: ONE, [MASTER]: master(`${TABLE}| 1 | Moorings | None | Done | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |\n`) });
    const texts = textsAfter(planned);
    const path = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';
    assert.equal(planned.path, path);
    assert.ok('change' in planned && planned.change.title === 'Start phase 2');
    assert.deepEqual(Object.keys(texts), [MASTER, path]);
    assert.equal(texts[MASTER], master(`${TABLE}| 1 | Moorings | None | Done | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |\n| 2 | Prices | 1 | Planned | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n`));
    for (const part of [
      '# Phase 2 Architecture Plan',
      '**Phase Name**: Prices',
      '**Created By**: Ada',
      'Defined in [phase 1](PHASE-1-ARCHITECTURE-PLAN.md#apis-and-contracts):\n\n```yaml\nphase_1:\n  - api: Berths\n',
      '- [One log](PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log): A file',
      '- [ ] Paint ([phase 1](PHASE-1-ARCHITECTURE-PLAN.md#technical-debt-to-address)): {{how this phase pays it}}\n- [ ] Afloat ([phase 1](PHASE-1-ARCHITECTURE-PLAN.md#success-criteria)): {{how this phase pays it}}\n',
      '- [Master Implementation Plan](IMPLEMENTATION-PLAN.md)',
    ])
      assert.ok(texts[path]?.includes(part), `${part} in ${texts[path] ?? ''}`);
    assert.deepEqual(messagesOf('valid-links', texts[path] ?? '', path, filesAround({ ...texts, [PHASE_1]: ONE })), []);
  });

  it('goes on from the plan that is open, where another folder has phases of the same numbers', async () => {
    const other = 'archive/PHASE-1-ARCHITECTURE-PLAN.md';
    const planned = await start({ [other]: ONE.replace('One log', 'Old'), [PHASE_1]: ONE });
    const text = textsAfter(planned)['plans/PHASE-2-ARCHITECTURE-PLAN.md'] ?? '';
    assert.ok(text.includes('[One log](PHASE-1-ARCHITECTURE-PLAN.md') && !text.includes('Old'), text);
  });

  it('needs no master plan, and leaves one without a table of phases as it is', async () => {
    assert.deepEqual(Object.keys(textsAfter(await start({ [PHASE_1]: ONE }))), ['plans/PHASE-2-ARCHITECTURE-PLAN.md']);
    assert.deepEqual(Object.keys(textsAfter(await start({ [PHASE_1]: ONE, [MASTER]: master('### Phase 1: Moorings\n\n- Piles\n') }))), ['plans/PHASE-2-ARCHITECTURE-PLAN.md']);
  });

  it('knows the number of a phase by its name, and the master plans beside it first', async () => {
    assert.equal(phaseNumber(documentAt(PHASE_1, ONE)), 1);
    assert.equal(phaseNumber(documentAt('notes/x.md', ONE.replace('Phase 1', 'Phase 12'))), 12);
    const files = new MemoryFiles({ 'a/IMPLEMENTATION-PLAN.md': '', [MASTER]: '', 'MASTER-PLAN.md': '', [PHASE_1]: '' });
    assert.deepEqual(await masterPlanPaths(PHASE_1, checker.kinds, files), [MASTER, 'MASTER-PLAN.md', 'a/IMPLEMENTATION-PLAN.md']);
  });
});

describe('masterRowEdits', () => {
  it('adds a row behind that of the phase before, in the form of the others', () => {
    assert.equal(table(`${TABLE}| 1 | A | None | Done | - |\n| 3 | C | 1 | Planned | - |\n`), `${TABLE}| 1 | A | None | Done | - |\n| 2 | Prices | 1 | Planned | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n| 3 | C | 1 | Planned | - |\n`);
    assert.equal(table('| Phase | Plan | Owner |\n|--|--|--|\n| Phase 1: A | x | Ada |\n'), '| Phase | Plan | Owner |\n|--|--|--|\n| Phase 1: A | x | Ada |\n| Phase 2: Prices | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) | {{owner}} |\n');
    assert.equal(table('Phase | Goal\r\n--|--\r\n1 | A\r\n'), 'Phase | Goal\r\n--|--\r\n1 | A\r\n2 | Prices\r\n');
    assert.equal(table(TABLE), `${TABLE}| 2 | Prices | 1 | Planned | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n`);
  });

  it('fills the blanks of the row that is there, and nothing else in it', () => {
    assert.equal(table(`${TABLE}| 2 | Payment | None | In work | - |\n`), `${TABLE}| 2 | Payment | None | In work | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n`);
    assert.equal(table(`${TABLE}| 2 | {{goal}} |  | {{x}} | TBD |\n`), `${TABLE}| 2 | Prices | 1 | Planned | [Phase 2](PHASE-2-ARCHITECTURE-PLAN.md) |\n`);
    assert.equal(table(`${TABLE}| 2 | Payment | 1 | Done | [here](x.md) |\n`), `${TABLE}| 2 | Payment | 1 | Done | [here](x.md) |\n`);
  });

  it('leaves a table alone that is about something else', () => {
    for (const other of ['| Phase | Weeks |\n|--|--|\n| 1 | 3 |\n', '| Task | Plan |\n|--|--|\n| a | b |\n', 'None.\n']) assert.equal(table(other), other);
  });
});
