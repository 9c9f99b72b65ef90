import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import { checker, findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan } from '../documents.ts';
import { kindFrom } from '../template/kind-from.ts';

const RULE = 'required-metadata';
const ALL = ['**Phase Number**: 2  ', '**Phase Name**: Berths  ', '**Created By**: Ada  ', '**Created After**: Phase 1  ', '**Date**: 2026-03-01  '];
const phase = (...lines: readonly string[]): string => ['# Phase 2 Architecture Plan', '', '## Phase Vision Alignment', '', ...lines, '', '### Phase Mission Statement', '', 'Boats.', ''].join('\n');
const without = (name: string): readonly string[] => ALL.filter((line) => !line.includes(name));
const RECORD = 'docs/decisions/0007-keep-one-log.md';
const nygard = (...head: readonly string[]): string => ['# 7. Keep one log', '', ...head, '', '## Status', '', 'Accepted', '', '## Context', '', 'Two logs.', '', '## Decision', '', 'One.', '', '## Consequences', '', 'None.', ''].join('\n');
const MADR_BODY = ['# Keep one log', '', '## Context and Problem Statement', '', 'Which?', '', '## Considered Options', '', '* One', '* Two', '', '## Decision Outcome', '', 'Chosen option: "One".', ''];
const madr = (...lines: readonly string[]): string => ['---', ...lines, '---', ...MADR_BODY].join('\n');

describe('required-metadata: what is missing', () => {
  it('finds a missing field at the section it belongs to', () => {
    const text = phase(...without('Date'));
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Phase Vision Alignment" does not say "Date": add it.');
    assert.equal(sliceOf(text, finding.range), '## Phase Vision Alignment');
    assert.equal(finding.severity, 'warning');
  });

  it('names all that are missing, and none where the section itself is missing or empty', () => {
    assert.deepEqual(messagesOf(RULE, phase('A text.')), ['"Phase Vision Alignment" does not say "Phase Number", "Phase Name", "Created By", "Created After" and "Date": add them.']);
    assert.deepEqual(messagesOf(RULE, '# Phase 2 Architecture Plan\n'), []);
    assert.deepEqual(messagesOf(RULE, '# Phase 2 Architecture Plan\n\n## Phase Vision Alignment\n\n<!-- Soon. -->\n'), []);
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
    assert.deepEqual(messagesOf(RULE, phasePlan().replaceAll('\n', '\r\n')), []);
  });

  it('takes any form and any common name for the field', () => {
    const forms = [
      ['- **Phase No:** 2', '- **Title**: Berths', '- **Author(s)**: Ada', '- **Previous phase**: 1', '- **Last updated**: March 2026'],
      ['Phase: 2', 'Phase name: Berths', 'Owner: Ada', 'Depends on: Phase 1', 'Created: 2026/03/01'],
      ['| Phase Number | 2 |', '|---|---|', '| Phase Name | Berths |', '| Author | Ada |', '| Follows | Phase 1 |', '| Date | 1.3.2026 |'],
      ['> **Phase Number**: 2', '> **Phase Name**: Berths', '> **Created By**: Ada', '> **Created After**: Phase 1', '> **Date**: 1st of March 2026'],
      ['**Phase Number**: 2 · **Phase Name**: Berths · **Created By**: Ada · **Created After**: Phase 1 · **Date**: 2026-03-01'],
      ['**Phase Number**: 2', '**Phase Name**: Berths', '**Created By**:', '- Ada', '- Grace', '', '**Created After**: Phase 1', '**Date**: 2026-03-01'],
      ['**Phase Number: 2**', '', '**Phase Name: Berths**', '', '**Created By: Ada**', '', '**Created After: Phase 1**', '', '**Date: 2026-03-01**'],
    ];
    for (const form of forms) assert.deepEqual(messagesOf(RULE, phase(...form)), [], form.join('\n'));
    const front = ['---', 'phase: 2', 'title: Berths', 'author: Ada', 'follows: 1', 'date: 2026-03-01', '---', phase('A text.')].join('\n');
    assert.deepEqual(messagesOf(RULE, front), []);
  });

  it('does not read fields in fences, comments and other sections', () => {
    assert.equal(messagesOf(RULE, phase(...without('Date'), '', '```', '**Date**: 2026-03-01', '```', '<!-- **Date**: 2026-03-01 -->')).length, 1);
    assert.equal(messagesOf(RULE, `${phase(...without('Created By'))}\n## Risks\n\n### Risk 1: Fire\n\n- **Owner**: Ada\n`).length, 1);
  });

  it('finds a record without a date, wherever one may stand', () => {
    assert.deepEqual(messagesOf(RULE, nygard(), RECORD), ['The head of the document does not say "Date": add it.']);
    for (const head of ['Date: 2026-03-01', '* Decided on: 1 March 2026', '*2026-03-01*', '| Date | 2026-03-01 |\n|--|--|', '**Changelog**\n\n- 2026/3/1: accepted', '## Date\n\n2026-03-01']) {
      assert.deepEqual(messagesOf(RULE, nygard(head), RECORD), [], head);
    }
    assert.deepEqual(messagesOf(RULE, nygard().replace('Accepted', 'Accepted on 2026-03-01'), RECORD), []);
    assert.deepEqual(messagesOf(RULE, `${nygard()}\n## Notes\n\n- March 1, 2026: accepted\n`, RECORD), []);
    assert.deepEqual(messagesOf(RULE, nygard(), 'docs/adr/2026-03-01-keep-one-log.md'), []);
  });

  it('asks for the rest of the front matter where there is some of it', () => {
    assert.deepEqual(messagesOf(RULE, madr('status: accepted'), RECORD), ['The front matter does not say "date" and "decision-makers": add them.']);
    assert.deepEqual(messagesOf(RULE, madr('status: accepted', 'date: 2026-03-01', 'deciders:', '  - Ada', '  - Grace'), RECORD), []);
    assert.deepEqual(messagesOf(RULE, ['# Keep one log', '', '* Status: accepted', '* Deciders: Ada', '* Date: 2026-03-01', ...MADR_BODY.slice(1)].join('\n'), RECORD), []);
    assert.deepEqual(messagesOf(RULE, madr('parent: Decisions'), RECORD), [], 'the shortest form of MADR');
    assert.deepEqual(messagesOf(RULE, MADR_BODY.join('\n'), RECORD), []);
  });

  it('asks a use-case plan for its status, and leaves its source to another check', () => {
    const text = '# Use Case Plan: Book\n\n## 1. Use Case Alignment\n\nBoats.\n';
    assert.deepEqual(messagesOf(RULE, text, 'docs/book-PLAN.md'), ['The front matter does not say "status": add it.']);
    assert.match(fixedBy(RULE, `\uFEFF${text}`, 'docs/book-PLAN.md'), /^\uFEFF---\nstatus: \{\{awaiting-approval\/approved\}\}\n---\n\n# Use Case/);
  });

  it('finds a section for the status that names none', () => {
    const said = (status: string): readonly string[] => messagesOf(RULE, nygard('Date: 2026-03-01').replace('Accepted', status), RECORD);
    assert.deepEqual(said('The points above were discussed for a long time'), ['"Status" names no status: begin with one, such as "Proposed" or "Accepted".']);
    for (const status of ['✅ Accepted', 'Proposed | Accepted | Rejected', '{{status}}', '[STATUS]', 'In review']) assert.deepEqual(said(status), [], status);
  });

  it('asks for what a team puts below the title of its own template', () => {
    const team = kindFrom('---\ngroundplan:\n  kind: runbook\n  name: Runbook\n  description: For fires.\n  file: runbooks/{{service}}.md\n---\n# Runbook: {{service}}\n\n- Owner: {{author}}\n- Reviewed: {{date}}\n\n## Steps\n\n1. {{step}}\n');
    const check = (text: string): readonly string[] => checker.check(text, 'runbooks/mail.md', DEFAULT_SETTINGS, [team]).findings.filter(({ rule }) => rule === RULE).map(({ message }) => message);
    assert.deepEqual(check('# Runbook: mail\n\n- Owner: Ada\n- Reviewed: never\n\n## Steps\n'), ['"never" is no date: write one such as 2026-03-01.']);
    assert.deepEqual(check('# Runbook: mail\n\n## Steps\n'), ['The head of the document does not say "Owner" and "Reviewed": add them.']);
  });
});

describe('required-metadata: what is ill-formed', () => {
  const dated = (date: string): readonly string[] => messagesOf(RULE, phase(...without('Date'), `**Date**: ${date}`));

  it('finds days that no calendar has, and what is no date', () => {
    assert.deepEqual(dated('2026-02-31'), ['There is no such day as "2026-02-31": correct the date.']);
    for (const date of ['2026-13-01', '31 April 2026', 'February 30, 2026', '31/02/2026', '2023-02-29', '0000-00-00']) assert.match(dated(date).join(), /no such day/, date);
    for (const date of ['soon', 'next Tuesday', 'March 3', 'v2']) assert.deepEqual(dated(date), [`"${date}" is no date: write one such as 2026-03-01.`], date);
    const text = phase(...without('Date'), '**Date**: 2026-02-31  ');
    assert.deepEqual(findingsOf(RULE, text).map(({ range, fix }) => [sliceOf(text, range), fix]), [['2026-02-31', undefined]]);
  });

  it('takes dates as people write them, and blanks', () => {
    for (const date of ['2024-02-29', '2026/3/1', '1.3.2026', '03/31/2026', '31/03/26', 'March 1st, 2026', '1 Mar 2026', 'Q3 2026', '2026', '2026-03-01T10:00:00Z', '20260301', '2026-03-01 (last updated)', '2026年3月1日', '令和8年3月1日', '"2026-03-01"']) assert.deepEqual(dated(date), [], date);
    for (const blank of ['{{date}}', '[DATE]', '<date>', 'TBD', 'YYYY-MM-DD', '{YYYY-MM-DD when the decision was last updated}', 'DATE']) assert.deepEqual(dated(blank), [], blank);
  });

  it('finds a number that differs from the file name, in the field and in the title', () => {
    const text = phase(...without('Number'), '**Phase Number**: 3').replace('# Phase 2', '# Phase 4');
    const findings = findingsOf(RULE, text);
    assert.deepEqual(findings.map(({ message }) => message), ['The number is 4 in the title, and 2 in the file name: make them the same.', '"Phase Number" is 3 here, and 2 in the file name: make them the same.']);
    assert.deepEqual(findings.map(({ range }) => sliceOf(text, range)), ['4', '3']);
    const result = fixedBy(RULE, text);
    assert.match(result, /^# Phase 2 Architecture Plan$/m);
    assert.match(result, /^\*\*Phase Number\*\*: 2$/m);
  });

  it('compares it with the title where the file name tells none', () => {
    const text = phase(...without('Number'), '**Phase Number**: 3');
    const [finding] = findingsOf(RULE, text, 'plans/berths.md');
    assert.equal(finding?.message, '"Phase Number" is 3 here, and 2 in the title: make them the same.');
    assert.equal(finding.related?.length, 1);
    for (const number of ['2', '02', 'Phase 2', '2 of 5', '{{number}}', 'II', 'two']) assert.deepEqual(messagesOf(RULE, phase(...without('Number'), `**Phase Number**: ${number}`), PHASE_2), [], number);
    assert.deepEqual(messagesOf(RULE, phase(...without('Number'), '**Phase Number**: Berths')), ['"Berths" is no number: write 2.']);
  });

  it('finds a name with nothing behind it, and writes a blank there', () => {
    const text = phase(...without('Date'), '**Date**:  ');
    const [finding] = findingsOf(RULE, text);
    assert.equal(finding?.message, '"Date" is empty: fill it in.');
    assert.equal(sliceOf(text, finding.range), 'Date');
    assert.ok(fixedBy(RULE, text).includes('\n**Date**: {{date}}  \n'));
    assert.ok(fixedBy(RULE, madr('status: accepted', 'date:', 'decision-makers: Ada'), RECORD).includes('\ndate: {{date}}\n'));
  });
});

describe('required-metadata: its fix', () => {
  const fixedLines = (...lines: readonly string[]): readonly string[] => {
    const result = fixedBy(RULE, phase(...lines));
    assert.deepEqual(messagesOf(RULE, result), []);
    assert.equal(fixedBy(RULE, result), result);
    return result.split('\n').slice(4, -5);
  };

  it('writes the line where the template has it, as those beside it are written', () => {
    assert.deepEqual(fixedLines(...without('Created By')), [...ALL.slice(0, 2), '**Created By**: {{author}}  ', ...ALL.slice(3)]);
    assert.deepEqual(fixedLines(...without('Phase Number')), ALL);
    assert.deepEqual(fixedLines('- Phase Number: 2', '- Phase Name: Berths', '- Created After: Phase 1'), ['- Phase Number: 2', '- Phase Name: Berths', '- Created By: {{author}}', '- Created After: Phase 1', '- Date: {{date}}']);
    assert.deepEqual(fixedLines('> **Phase Name:** Berths\\', '> **Created By:** Ada\\', '> **Created After:** 1\\', '> **Date:** 2026'), ['> **Phase Number:** 2\\', '> **Phase Name:** Berths\\', '> **Created By:** Ada\\', '> **Created After:** 1\\', '> **Date:** 2026']);
  });

  it('writes all of them below the heading where none is there, or none stands in a line of its own', () => {
    assert.deepEqual(fixedLines('A text.').slice(0, 7), ['**Phase Number**: 2  ', '**Phase Name**: {{name}}  ', '**Created By**: {{author}}  ', '**Created After**: Phase 1 Assessment  ', '**Date**: {{date}}  ', '', 'A text.']);
    assert.deepEqual(fixedLines('| Phase Number | 2 |', '|---|---|', '| Phase Name | Berths |', '| Author | Ada |', '| Follows | Phase 1 |')[0], '**Date**: {{date}}  ');
  });

  it('keeps line endings and works in front matter', () => {
    const text = madr('status: accepted', 'decision-makers:', '  - Ada').replaceAll('\n', '\r\n');
    const result = fixedBy(RULE, text, RECORD);
    assert.ok(result.startsWith('---\r\nstatus: accepted\r\ndate: {{date}}\r\ndecision-makers:\r\n  - Ada\r\n---\r\n'), result);
    assert.ok(fixedBy(RULE, madr('decision-makers:', '  - Ada', 'date: 2026-03-01'), RECORD).startsWith('---\ndecision-makers:\n  - Ada\nstatus: {{proposed/rejected/accepted/deprecated/superseded}}\ndate: 2026-03-01\n---\n'));
    const listed = fixedBy(RULE, ['# Keep one log', '', '* Status: accepted', '* Date: 2026-03-01', ...MADR_BODY.slice(1)].join('\n'), RECORD);
    assert.ok(listed.includes('* Date: 2026-03-01\n* Decision-makers: {{author}}\n'), listed);
    assert.match(fixedBy(RULE, nygard(), RECORD), /^# 7\. Keep one log\n\nDate: \{\{date\}\}\n\n/);
    const [finding] = findingsOf(RULE, nygard(), RECORD);
    assert.match(finding?.fix?.edits[0]?.snippet ?? '', /Date: \$\{1:/);
  });
});
