import assert from 'node:assert/strict';
import { recordsOf } from '../../../src/core/workspace/records.ts';
import { checker, kindNamed, phasePlan } from '../documents.ts';

const NYGARD = '# 7. Keep one log\n\nDate: 2026-03-01\n\n## Status\n\nAccepted\n\nSupersedes [6. Lock](0006-lock.md)\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n';
const MADR = '---\nstatus: proposed\n---\n\n# Lock\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nChosen option: "A", because it is.\n';

describe('recordsOf', () => {
  const recordsIn = (files: Readonly<Record<string, string>>, kinds = checker.kinds) =>
    recordsOf(Object.entries(files).map(([path, text]) => ({ path, text })), kinds, checker.readMarkdown);

  it('finds the records of every dialect, and reads them', () => {
    const records = recordsIn({ 'docs/adr/0007-log.md': NYGARD, 'docs/adr/0006-lock.md': MADR, 'docs/adr/README.md': '# Records\n', 'plans/PHASE-2-ARCHITECTURE-PLAN.md': phasePlan() });
    assert.deepEqual(
      records.map(({ path, kind, record }) => [path, kind, record.number, record.title?.text, record.status?.value.text, record.links.map(({ relation, target }) => `${relation} ${target.text}`).join()]),
      [
        ['docs/adr/0007-log.md', 'adr-nygard', 7, 'Keep one log', 'Accepted', 'supersedes 0006-lock.md'],
        ['docs/adr/0006-lock.md', 'adr-madr', 6, 'Lock', 'proposed', ''],
      ],
    );
    assert.equal(records[0]?.plan.text, NYGARD);
  });

  it('knows the records of a team by what their template says was decided', () => {
    const phase = kindNamed('phase-plan');
    const decided = { ...phase, root: { ...phase.root, reads: ['decided' as const] } };
    assert.deepEqual(recordsIn({ 'plans/PHASE-2-ARCHITECTURE-PLAN.md': phasePlan() }, [decided]).map(({ kind }) => kind), ['phase-plan']);
  });

  it('takes any texts, and none', () => {
    assert.deepEqual(recordsOf([], checker.kinds, checker.readMarkdown), []);
    assert.deepEqual(recordsIn({ 'docs/adr/0001-x.md': '', 'x.md': '\uFEFF---\n' }), []);
  });
});
