import assert from 'node:assert/strict';
import { createArtifacts, listedArtifacts, recordKindOf } from '../../../../src/core/life/plans/artifacts.ts';
import type { RecordForm } from '../../../../src/core/life/plans/record-of-decision.ts';
import { checker, messagesOf } from '../../documents.ts';
import { filesAround } from '../../files-around.ts';
import { documentAt, textsAfter } from './texts.ts';

const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const DECISIONS = '## Decision: Architecture pattern\n\n### Problem\n\nLoad.\n\n### Selected Approach\n\n**One log**\n\n## Decision: What the board reads\n\n### Problem\n\nReads, see [context](context.md).\n\n### Selected Approach\n\n**A copy**, because it lags little\n\n';

function listed(list: string): readonly (readonly [string, string, string?])[] {
  const subject = documentAt(DESIGN, `# System Design: Berths\n\n${DECISIONS}## Artifacts to Generate\n\nAfter approval, create:\n${list}`);
  return listedArtifacts(subject).map(({ path, holds, decision }) => (decision ? [path, holds, decision.name.text] : [path, holds]));
}

describe('listedArtifacts', () => {
  it('are the files of the list, each record with the decision that it is about', () => {
    assert.deepEqual(
      listed('- `docs/architecture/SYSTEM_DESIGN.md`\n- `docs/architecture/ADR-001-architecture-pattern.md`\n- `docs/adr/0002-copy.md`: what the board reads\n- `internal/app/context.go` – **holds** the context\n- [Runbook](../runbooks/town.md): the switch\n- `docs/adr/0003-something.md`\n'),
      [
        ['docs/architecture/SYSTEM_DESIGN.md', ''],
        ['docs/architecture/ADR-001-architecture-pattern.md', '', 'Architecture pattern'],
        ['docs/adr/0002-copy.md', 'what the board reads', 'What the board reads'],
        ['internal/app/context.go', 'holds the context'],
        ['docs/runbooks/town.md', 'the switch'],
        ['docs/adr/0003-something.md', ''],
      ],
    );
  });

  it('are files of the workspace alone, each once', () => {
    assert.deepEqual(listed('- `{{path}}`: {{x}}\n- `../../../etc/passwd`\n- `/etc/passwd`\n- `https://x.org/a.md`\n- `src/*.ts`\n- `src/`\n- words\n- `a.md`\n- `a.md`\n- `b.md`: {{what it holds}}\n'), [['a.md', ''], ['b.md', '']]);
    assert.deepEqual(listedArtifacts(documentAt(DESIGN, '# System Design: Berths\n\n## Other\n\n- `a.md`\n')), []);
  });
});

describe('createArtifacts', () => {
  const form: RecordForm = { kind: checker.kinds.find(({ dialect }) => dialect === 'nygard') as RecordForm['kind'], values: { title: 'The pattern', number: '1', date: '2026-03-01' }, place: { folder: 'docs/adr', pattern: 'ADR-001-architecture-pattern.md', joint: '-' } };
  const made = (list: string) => {
    const subject = documentAt(DESIGN, `# System Design: Berths\n\n${DECISIONS}## Artifacts\n\n${list}`);
    return textsAfter(createArtifacts(subject, listedArtifacts(subject), () => form));
  };

  it('makes records of their decisions, and leaves the design as it is', () => {
    const texts = made('- `docs/adr/ADR-001-architecture-pattern.md`\n');
    assert.deepEqual(texts, {
      'docs/adr/ADR-001-architecture-pattern.md': '# 1. The pattern\n\nDate: 2026-03-01\n\n## Status\n\nProposed\n\n## Context\n\nLoad.\n\nTaken from [System Design: Berths](../architecture/SYSTEM_DESIGN.md#decision-architecture-pattern).\n\n## Decision\n\n**One log**\n\n## Consequences\n\n- {{what becomes easier}}\n- {{what becomes harder}}\n',
    });
    const path = 'docs/adr/ADR-001-architecture-pattern.md';
    assert.deepEqual(messagesOf('valid-links', Object.values(texts).join(''), path, filesAround({ ...texts, [DESIGN]: `# System Design: Berths\n\n${DECISIONS}` })), []);
  });

  it('points from other files to the design, in a comment of their language', () => {
    const files = { 'a.md': '# A\n\nThe switch. Described in [System Design: Berths](docs/architecture/SYSTEM_DESIGN.md).\n', 'a.go': '// The switch. Described in docs/architecture/SYSTEM_DESIGN.md.\n', 'a.py': '# The switch. Described in docs/architecture/SYSTEM_DESIGN.md.\n', Dockerfile: '# The switch. Described in docs/architecture/SYSTEM_DESIGN.md.\n', 'a.sql': '-- The switch. Described in docs/architecture/SYSTEM_DESIGN.md.\n', 'a.html': '<!-- The switch. Described in docs/architecture/SYSTEM_DESIGN.md. -->\n', 'a.json': '{\n  "$comment": "The switch. Described in docs/architecture/SYSTEM_DESIGN.md."\n}\n', 'a.css': '/* The switch. Described in docs/architecture/SYSTEM_DESIGN.md. */\n', NOTES: 'The switch. Described in docs/architecture/SYSTEM_DESIGN.md.\n' };
    assert.deepEqual(made(Object.keys(files).map((path) => `- \`${path}\`: the switch\n`).join('')), Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('The', 'the')])));
  });

  it('knows the names of records', () => {
    assert.equal(recordKindOf('docs/adr/0007-log.md', checker.kinds)?.kind, 'adr');
    assert.equal(recordKindOf('docs/log.md', checker.kinds), undefined);
  });
});
