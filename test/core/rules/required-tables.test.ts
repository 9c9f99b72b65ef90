import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import { checker, findingsOf, fixedBy, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { kindFrom } from '../template/kind-from.ts';

const RULE = 'required-tables';
const USE_CASE = 'docs/book-PLAN.md';
const useCase = (...lines: readonly string[]): string => ['# Use Case Plan: Book', '', ...lines, ''].join('\n');
const integrations = (...lines: readonly string[]): string => useCase('## 6. Third-Party Integrations', '', ...lines);

const TEAM = kindFrom(`---
groundplan:
  kind: runbook
  name: Runbook
  description: What to do when it burns.
  file: runbooks/{{service}}.md
---
# Runbook: {{service}}

| Team | Pager |
|------|-------|
| {{team}} | {{pager}} |

## Alarms

| Alarm | Meaning |
|-------|---------|
| {{alarm}} | {{meaning}} |

| Step | Who |
|------|-----|
| {{step}} | {{who}} |

## Drill {{n}}: {{name}}
<!-- plan: repeat 1 -->

| Date | Outcome |
|------|---------|
| {{date}} | {{outcome}} |
`);
const teamMessages = (text: string): readonly string[] =>
  checker.check(text, 'runbooks/x.md', DEFAULT_SETTINGS, [TEAM]).findings.filter(({ rule }) => rule === RULE).map(({ message }) => message);

describe('required-tables', () => {
  it('finds a section in which the table is missing, at its heading', () => {
    const text = integrations('We take the tide tables from the hydrographic office.');
    const [finding, ...others] = findingsOf(RULE, text, USE_CASE);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"6. Third-Party Integrations" has no table: write one with the columns Integration, Auth, Format, Error handling, Fallback and Lock-in.');
    assert.equal(sliceOf(text, finding.range), '## 6. Third-Party Integrations');
    assert.equal(finding.severity, 'error');
  });

  it('finds it in an optional section that is there, and below a bold label', () => {
    assert.deepEqual(messagesOf(RULE, replaceSection(phasePlan(), 'Document History', '### Document History\n\nWritten in March.')), ['"Document History" has no table: write one with the columns Version, Date, Author and Changes.']);
    assert.equal(messagesOf(RULE, useCase('**Third-Party Integrations**', '', 'The tide tables.', '', '**Monitoring**', '', '| a |', '|---|'), USE_CASE).length, 1);
  });

  it('finds nothing where the section is missing, empty, still open, or has nothing to say', () => {
    for (const said of ['', '<!-- Later. -->', '{{integration}}', '[DESCRIBE THE INTEGRATIONS]', 'TBD', 'None.', '*None: everything runs in our own network.*', 'N/A', 'Not applicable.', 'There are no integrations.', 'No third party is called.']) {
      assert.deepEqual(messagesOf(RULE, integrations(said), USE_CASE), [], said);
    }
    assert.deepEqual(messagesOf(RULE, useCase(), USE_CASE), []);
  });

  it('finds nothing where the same is said in another form', () => {
    const forms = [
      '| Service | Auth | Format |\n|---|---|---|\n| Tides | Key | JSON |',
      '<table><tr><td>Tides</td></tr></table>',
      '### Tides\n\n- **Auth**: key\n- **Format**: JSON\n- **Error handling**: three tries',
      '```yaml\ntides:\n  auth: key\n```',
      '- Tides\n  Authentication: key\n  Format: JSON\n  Fallback: paper',
      '> | Service | Auth | Format |\n> |---|---|---|\n> | Tides | Key | JSON |',
    ];
    for (const form of forms) assert.deepEqual(messagesOf(RULE, integrations(form), USE_CASE), [], form);
    const structures = '## 2. System Structure\n\n1. **Monolith**\n   - Pros: simple\n   - Cons: large\n2. **Services**\n   - Pros: small\n   - Cons: many';
    assert.deepEqual(messagesOf(RULE, useCase(structures), USE_CASE), []);
    assert.equal(messagesOf(RULE, useCase('## 2. System Structure\n\nWe build a monolith.'), USE_CASE).length, 1);
    const stack = '# Harbour Architecture Design\n\n## Technology Stack Decisions\n\n### Backend Technologies\n\n- **User service**: Go, because it is small\n';
    assert.deepEqual(messagesOf(RULE, stack, 'plans/architecture-design-x.md'), []);
  });

  it('leaves sections about risks, targets and phases to their own checks', () => {
    const text = '# Architectural Plan: Berths\n\n## Risk Assessment\n\nThere may be some.\n\n## Implementation Phases\n\nLater.\n';
    assert.deepEqual(messagesOf(RULE, text, 'plans/ARCHITECTURAL-PLAN-berths.md'), []);
    assert.deepEqual(messagesOf(RULE, useCase('## 7. Non-Functional Requirements', '', '### Performance', '', 'It is fast.'), USE_CASE), []);
  });

  it('does not count a table in a fence, in a comment, or in a section of its own', () => {
    assert.equal(messagesOf(RULE, integrations('Soon.', '', '<!--', '| Service | Auth |', '|---|---|', '-->'), USE_CASE).length, 1);
    assert.equal(messagesOf(RULE, integrations('Soon.', '', '### Risks', '', '| Risk | Impact |', '|---|---|', '| Fire | High |'), USE_CASE).length, 1);
  });

  it('asks for every table of a section, below the title and in each of a series', () => {
    const runbook = (...lines: readonly string[]): string => ['---', 'groundplan: runbook', '---', '# Runbook: mail', '', ...lines].join('\n');
    assert.deepEqual(teamMessages(runbook('Ours.', '', '## Alarms', '', '| Alarm | Meaning |', '|---|---|', '| a | b |', '', '## Drill 1: fire', '', 'Went well.', '', '## Drill 2: flood', '', '| Date | Outcome |', '|---|---|')), [
      '"Runbook: mail" has no table: write one with the columns Team and Pager.',
      '"Alarms" has no table: write one with the columns Step and Who.',
      '"Drill 1: fire" has no table: write one with the columns Date and Outcome.',
    ]);
    assert.deepEqual(teamMessages(runbook('| Team | Pager |', '|---|---|', '', '## Alarms', '', '| Who | Step |', '|---|---|', '', '| Meaning | Alarm |', '|---|---|')), []);
  });

  it('is fixed by the table of the template, below what the section says', () => {
    const text = integrations('We take the tide tables.', '', '### Later', '', 'More.').replaceAll('\n', '\r\n');
    const result = fixedBy(RULE, text, USE_CASE);
    assert.ok(result.includes('We take the tide tables.\r\n\r\n| Integration | Auth | Format | Error handling | Fallback | Lock-in |\r\n|-----'), result);
    assert.ok(result.includes('|\r\n\r\n### Later\r\n'));
    assert.doesNotMatch(result, /[^\r]\n/);
    assert.deepEqual(messagesOf(RULE, result, USE_CASE), []);
    assert.equal(fixedBy(RULE, result, USE_CASE), result);
    const [finding] = findingsOf(RULE, text, USE_CASE);
    assert.match(finding?.fix?.edits[0]?.snippet ?? '', /\$\{1:\{\{service\\\}\\\}\}/);
  });

  it('has no fix where it would be swallowed', () => {
    const [finding] = findingsOf(RULE, integrations('Soon.', '', '<!-- open'), USE_CASE);
    assert.equal(finding?.fix, undefined);
  });
});
