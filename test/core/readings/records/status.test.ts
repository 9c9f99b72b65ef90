import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readStatus, type StatusForm } from '../../../../src/core/readings/records/status.ts';
import { anyText } from '../../support/any-text.ts';
import { readFlat } from '../../support/flat-markdown.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

/** Every value as its text, after checking that its range slices to just that. */
function plain(text: string): readonly [value: string, whole: string, form: StatusForm, date?: string] | undefined {
  const status = readStatus(readPlan(text), read);
  if (status === undefined) return undefined;
  const { value, whole, form, date } = status;
  for (const each of date ? [value, whole, date] : [value, whole]) assert.equal(text.slice(each.range.start, each.range.end), each.text);
  return date ? [value.text, whole.text, form, date.text] : [value.text, whole.text, form];
}

type Case = readonly [text: string, value: string, whole?: string, date?: string];

/** The text below a title, the word, what stands around it where that is more, and the date. */
function readsAll(form: StatusForm, cases: readonly Case[], around: (text: string) => string = (text) => `# Title\n\n${text}\n\n## Next\n\nText.\n`): void {
  for (const [text, value, whole = value, date] of cases) {
    it(JSON.stringify(text), () => {
      const expected = date === undefined ? [value, whole, form] : [value, whole, form, date];
      assert.deepEqual(plain(around(text)), expected);
      const windows = around(text).replaceAll('\n', '\r\n');
      assert.deepEqual(plain(`\uFEFF${windows}`), expected.map((each) => each.replaceAll('\n', '\r\n')), 'with a byte-order mark and Windows line endings');
    });
  }
}

function readsNone(cases: readonly string[]): void {
  for (const text of cases) it(JSON.stringify(text), () => assert.equal(plain(text), undefined));
}

describe('readStatus', () => {
  describe('in a section', () => {
    readsAll('section', [
      ['## Status\n\nAccepted', 'Accepted'],
      ['## 🚦 Status\n\nAccepted', 'Accepted'],
      ['## 2. Status:\n\nAccepted', 'Accepted'],
      ['Status\n------\n\nAccepted', 'Accepted'],
      ['## Status ##\nAccepted', 'Accepted'],
      ['### Status\n\nAccepted', 'Accepted'],
      ['## Current status\n\nAccepted', 'Accepted'],
      ['## Status: Accepted', 'Accepted'],
      ['## 🚦 Status: ✅ Accepted (2024-03-01)', 'Accepted', '✅ Accepted (2024-03-01)', '2024-03-01'],
      ['## **Status**: *Accepted*', 'Accepted', '*Accepted*'],
      ['Status: Accepted\n---', 'Accepted'],
      ['## Status - Accepted', 'Accepted'],
      ['## Status\n\n**Accepted**', 'Accepted', '**Accepted**'],
      ['## Status\n\n*deprecated*', 'deprecated', '*deprecated*'],
      ['## Status\n\n✅ Accepted', 'Accepted', '✅ Accepted'],
      ['## Status\n\n:white_check_mark: Accepted', 'Accepted', ':white_check_mark: Accepted'],
      ['## Status\n\n&#x2705; Accepted', 'Accepted', '&#x2705; Accepted'],
      ['## Status\n\n⌛️ Superseded by [036. Multi](036-multi.md)', 'Superseded', '⌛️ Superseded by [036. Multi](036-multi.md)'],
      ['## Status\n\n⌛️ Superseded [0019](0019-use.md)', 'Superseded', '⌛️ Superseded [0019](0019-use.md)'],
      ['## Status\n\nAccepted; supersedes ADR-0042', 'Accepted', 'Accepted; supersedes ADR-0042'],
      ['## Status\n\nAccepted, superseded by ADR-0042', 'superseded', 'Accepted, superseded by ADR-0042'],
      ['## Status\n\nImplemented. Superseded by [ADR-013](013.md)', 'Superseded', 'Implemented. Superseded by [ADR-013](013.md)'],
      ['## Status\n\n**Proposed.** The order is open.', 'Proposed', '**Proposed.** The order is open.'],
      ['## Status\n\n**Proposed** The order is open.', 'Proposed', '**Proposed** The order is open.'],
      ['## Status\n\nAccepted: tracked elsewhere', 'Accepted', 'Accepted: tracked elsewhere'],
      ['## Status\n\nAccepted -> Does not affect the core', 'Accepted', 'Accepted -> Does not affect the core'],
      ['## Status\n\n{ accepted }', 'accepted', '{ accepted }'],
      ['## Status\n\n[accepted]', 'accepted', '[accepted]'],
      ['## Status\n\n[Accepted](https://example.com/a)', 'Accepted', '[Accepted](https://example.com/a)'],
      ['## Status\n\n`accepted`', 'accepted', '`accepted`'],
      ['## Status\n\nApproved', 'Approved'],
      ['## Status\n\nPartly superseded', 'Partly superseded'],
      ['## Status\n\n~~Proposed~~ Accepted', 'Accepted', '~~Proposed~~ Accepted'],
      ['## Status\n\nAccepted (2024-03-01)', 'Accepted', 'Accepted (2024-03-01)', '2024-03-01'],
      ['## Status\n\nAccepted on 2024-03-01', 'Accepted', 'Accepted on 2024-03-01', '2024-03-01'],
      ['## Status\n\nAccepted – 2024-03-01T10:00', 'Accepted', 'Accepted – 2024-03-01T10:00', '2024-03-01'],
      ['## Status\n\n2024-03-01: Accepted', 'Accepted', '2024-03-01: Accepted', '2024-03-01'],
      ['## Status\n\nAccepted by the board in May', 'Accepted', 'Accepted by the board in May'],
      ['## Status\n\nIn review', 'In review'],
      ['## Status\n\nDraft', 'Draft'],
      ['## Status\n\nOn hold', 'On hold'],
      ['## Status\n\nawaiting-approval', 'awaiting-approval'],
      ['## Status\n\n已接受', '已接受'],
      ['## Status\n\n\u200Fمقبول', 'مقبول', '\u200Fمقبول'],
      ['## Status\n\n<!-- one of: proposed, rejected -->\nAccepted', 'Accepted'],
      ['## Status\n\n<!-- see below --> Accepted <!-- was: proposed -->', 'Accepted', '<!-- see below --> Accepted <!-- was: proposed -->'],
      ['## Status\n\nAccepted <!-- was: proposed -->', 'Accepted', 'Accepted <!-- was: proposed -->'],
      ['## Status\n\n<!--\nproposed\n-->\n\nAccepted', 'Accepted'],
      ['## Status\n\n![Accepted](https://img.example/status-accepted.svg)', 'Accepted', '![Accepted](https://img.example/status-accepted.svg)'],
      ['## Status\n\n[![Accepted](https://img.example/a.svg)](https://example.com)', 'Accepted', '[![Accepted](https://img.example/a.svg)](https://example.com)'],
      ['## Status\n\nAccepted\nSupersedes ADR-3', 'Accepted', 'Accepted\nSupersedes ADR-3'],
      ['## Status\n\nAccepted\n\nAmended by [9. Help](0009-help.md)', 'Accepted'],
      ['## Status\n\n- Accepted\n- Amended by ADR-9', 'Accepted'],
      ['## Status\n\n- Proposed 2024-01-02\n- Accepted 2024-02-01', 'Accepted', 'Accepted 2024-02-01', '2024-02-01'],
      ['## Status\n\n- 2024-01-02: Proposed\n- 2024-02-01: Accepted\n- Kept for the record', 'Accepted', '2024-02-01: Accepted', '2024-02-01'],
      ['## Status\n\n* Accepted 2024-02-01\n* Proposed 2024-01-02', 'Accepted', 'Accepted 2024-02-01', '2024-02-01'],
      ['## Status\n\nProposed 2024-01-02  \nAccepted 2024-02-01', 'Accepted', 'Accepted 2024-02-01', '2024-02-01'],
      ['## Status\n\n2024-01-02 proposed<br>2024-02-01 accepted', 'accepted', '2024-02-01 accepted', '2024-02-01'],
      ['## Status\n\nAccepted 2024-02-01\n\nSuperseded by ADR-7', 'Superseded', 'Superseded by ADR-7'],
      ['## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Superseded', 'Accepted'],
      ['## Status\n\n- [x] Proposed\n- [x] ✅ Accepted\n- [ ] Superseded', 'Accepted', '✅ Accepted'],
      ['## Status\n\n**Date**: 2024-01-01\n\nAccepted', 'Accepted'],
    ]);

    it('finds it under a first section or among headings of level 1', () => {
      assert.deepEqual(plain('## ADR 5: Title\n\n### Status\n\nAccepted\n'), ['Accepted', 'Accepted', 'section']);
      assert.deepEqual(plain('# Title\n\n# Status\n\nAccepted\n\n# Context\n'), ['Accepted', 'Accepted', 'section']);
      assert.deepEqual(plain('# Title\n\n## Context\n\nText.\n\n## Status\n\nAccepted\n'), ['Accepted', 'Accepted', 'section']);
    });

    it('reads a field or table that stands in it', () => {
      assert.deepEqual(plain('# T\n\n## Status\n\n- **Status**: Accepted\n- **Date**: 2024-01-01\n'), ['Accepted', 'Accepted', 'item']);
      assert.deepEqual(plain('# T\n\n## Status\n\n| Status | Date |\n|--|--|\n| Accepted | 2024-01-01 |\n'), ['Accepted', 'Accepted', 'table']);
    });
  });

  describe('as a line', () => {
    readsAll('label', [
      ['**Status**: Proposed', 'Proposed'],
      ['**Status:** Proposed', 'Proposed'],
      ['**Status:**Proposed', 'Proposed'],
      ['**Status: Proposed**', 'Proposed'],
      ['__Status__: Proposed', 'Proposed'],
      ['Status: Proposed', 'Proposed'],
      ['Status : Proposed', 'Proposed'],
      ['_Status_: Proposed', 'Proposed'],
      ['*Status:* Proposed', 'Proposed'],
      ['🚦 **Status**: Proposed', 'Proposed'],
      ['> **Status**: Proposed', 'Proposed'],
      ['**Status**: **Proposed** 🤔', 'Proposed', '**Proposed** 🤔'],
      ['**Status**: ✅ Accepted; supersedes ADR-0042', 'Accepted', '✅ Accepted; supersedes ADR-0042'],
      ['**Status**: Accepted 2024-03-01', 'Accepted', 'Accepted 2024-03-01', '2024-03-01'],
      ['**Status**: On hold until May', 'On hold', 'On hold until May'],
      ['**Status**: Completed 1/2/2024 [#5](https://example.com/5)', 'Completed', 'Completed 1/2/2024 [#5](https://example.com/5)'],
      ['**Date**: 2024-01-01  \n**Status**: Proposed  \n**Owner**: Ada', 'Proposed'],
      ['**Date**: 2024-01-01\\\n**Status**: Proposed\\\n**Owner**: Ada', 'Proposed'],
      ['**Date**: 2024-01-01<br>**Status**: Proposed<br>**Owner**: Ada', 'Proposed'],
      ['Date: 2024-01-01\nStatus: Proposed\nOwner: Ada', 'Proposed'],
      ['> **Date**: 2024-01-01\n> **Status**: Proposed\n> **Owner**: Ada', 'Proposed'],
      ['**Date:** 2024-01-01 · **Status:** Proposed · **Owner:** Ada', 'Proposed'],
      ['Date: 2024-01-01 | Status: Proposed | Owner: Ada', 'Proposed'],
      ['**Status**\n\nProposed', 'Proposed'],
      ['**Status**:\n\n**Proposed**', 'Proposed', '**Proposed**'],
      ['**Status**:\n\n- [ ] Proposed\n- [x] Accepted', 'Accepted'],
      ['![Status: Accepted](https://img.example/a.svg)', 'Accepted'],
      ['<!-- the state --> **Status**: Proposed', 'Proposed'],
      ['**Status**: Proposed, write to ada@example.com', 'Proposed', 'Proposed, write to ada@example.com'],
      ['## Summary\n\n**Status**: Proposed', 'Proposed'],
    ]);

    it('reads it without a title', () => {
      assert.deepEqual(plain('Status: Accepted\n\nText.\n'), ['Accepted', 'Accepted', 'label']);
      assert.deepEqual(plain('## 5. Title\n\nStatus: Accepted'), ['Accepted', 'Accepted', 'label']);
    });
  });

  describe('as an item', () => {
    readsAll('item', [
      ['* Status: accepted', 'accepted'],
      ['- **Status**: Proposed', 'Proposed'],
      ['- Date: 2024-01-01\n- **Status:** ✅ Accepted (2024-03-01)\n- Deciders: Ada', 'Accepted', '✅ Accepted (2024-03-01)', '2024-03-01'],
      ['- Status: [ADOPTED](/README.md#adopted)', 'ADOPTED', '[ADOPTED](/README.md#adopted)'],
      ['* Status: accepted <!-- optional -->', 'accepted', 'accepted <!-- optional -->'],
      ['- Status:\n  - Accepted', 'Accepted'],
      ['## Metadata\n\n- Status: Draft', 'Draft'],
    ]);
  });

  describe('in front matter', () => {
    const inFrontMatter = (yaml: string): string => `---\ntitle: "A: b"\n${yaml}\ndate: 2024-01-01\n---\n\n# Title\n\nText.\n`;
    readsAll(
      'front matter',
      [
        ['status: accepted', 'accepted'],
        ['status: "accepted"', 'accepted', '"accepted"'],
        ["Status: 'Accepted' # for now", 'Accepted', "'Accepted'"],
        ['status: {accepted}', 'accepted', '{accepted}'],
        ['status: "{accepted}"', 'accepted', '"{accepted}"'],
        ['status: { accepted }', 'accepted', '{ accepted }'],
        ['status: [accepted]', 'accepted', '[accepted]'],
        ['status: [Accepted]', 'Accepted', '[Accepted]'],
        ['status:\n  - accepted', 'accepted', '- accepted'],
        ['status: awaiting-approval', 'awaiting-approval'],
        ['status: ✅ Accepted on 2024-03-01', 'Accepted', '✅ Accepted on 2024-03-01', '2024-03-01'],
        ['status: superseded by [ADR-0005](0005-example.md)', 'superseded', 'superseded by [ADR-0005](0005-example.md)'],
        ['status: on hold', 'on hold'],
        ['deciders: @ada, @bob\nstatus: accepted', 'accepted'],
      ],
      inFrontMatter,
    );

    it('reads YAML right below the title', () => {
      assert.deepEqual(plain('# Title\n\n---\nstatus: accepted\ndate: 2024-01-01\n---\n\n## Context\n'), ['accepted', 'accepted', 'front matter']);
      assert.deepEqual(plain('# Title\n---\n\nstatus: accepted\n\n---\n\nText.\n'), ['accepted', 'accepted', 'front matter']);
      assert.deepEqual(plain('# Title\r\n\r\n```yaml\r\nstatus: "accepted"\r\n```\r\n'), ['accepted', '"accepted"', 'front matter']);
    });
  });

  describe('in a table', () => {
    readsAll('table', [
      ['| | |\n|--|--|\n| Status | Accepted |\n| Date | 2024-01-01 |', 'Accepted'],
      ['| Field | Value |\n|--|--|\n| Date | 2024-01-01 |\n| **Status** | ✅ Accepted |', 'Accepted', '✅ Accepted'],
      ['| Status | Accepted |\n|--|--|\n| Date | 2024-01-01 |', 'Accepted'],
      ['| Status | Accepted |\n|--|--|', 'Accepted'],
      ['| Date | 2024-01-01 |\n|--|--|\n| Status | Accepted |', 'Accepted'],
      ['| Status | Date |\n|--|--|\n| Accepted | 2024-01-01 |', 'Accepted'],
      ['| ID | Status | Owner |\n|--|--|--|\n| 7 | **Accepted** 2024-03-01 | Ada |', 'Accepted', '**Accepted** 2024-03-01', '2024-03-01'],
      ['## Metadata\n\n| Field | Value |\n|--|--|\n| Status | On hold |', 'On hold'],
    ]);
  });

  describe('takes the first place that states one', () => {
    const section = '## Status\n\nRejected\n';
    it('front matter, then the section, then a line, then a table', () => {
      const table = '| Status | Date | Owner |\n|--|--|--|\n| Draft | x | y |\n';
      assert.equal(plain(`---\nstatus: accepted\n---\n# T\n\n${table}\nStatus: Proposed\n\n${section}`)?.[0], 'accepted');
      assert.equal(plain(`---\nstatus:\n---\n# T\n\n${table}\nStatus: Proposed\n\n${section}`)?.[0], 'Rejected');
      assert.equal(plain(`# T\n\n${table}\nStatus: Proposed\n`)?.[0], 'Proposed');
      assert.equal(plain(`# T\n\n${table}`)?.[0], 'Draft');
    });

    it('past what nobody has filled in', () => {
      assert.equal(plain(`---\nstatus: {{status}}\n---\n# T\n\n${section}`)?.[0], 'Rejected');
      assert.equal(plain('# T\n\nStatus: Accepted\n\n## Status\n\n{{status}}\n')?.[0], 'Accepted');
    });
  });

  describe('reads none', () => {
    describe('in what nobody has filled in', () => {
      readsNone([
        '# T\n\n## Status\n\n{{status}}\n',
        '# T\n\n## Status\n\n{{proposed/accepted/rejected}}\n',
        '# T\n\n## Status\n\n[STATUS]\n',
        '# T\n\n## Status\n\n<status>\n',
        '# T\n\n## Status\n',
        '# T\n\n## Status\n\n<!-- Accepted -->\n',
        '# T\n\n## Status\n\nTBD\n',
        '# T\n\n## Status\n\nProposed | Accepted | Rejected\n',
        '# T\n\n## Status\n\n{Deprecated|Proposed|Accepted|Declined}\n',
        '# T\n\n## Status\n\nProposed → Accepted\n',
        '# T\n\n## Status - DRAFT / ACTIVE /  DEPRECATED by [000] / SUPERSEDES [000]\n',
        '# T\n\n## Status\n\nWhat is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?\n',
        '# T\n\n## Status\n\n- [ ] Proposed\n- [ ] Accepted\n',
        '# T\n\n* Status: [proposed | rejected | accepted | deprecated | … | superseded by [ADR-0005](0005-example.md)] <!-- optional -->\n',
        '# T\n\n* Status: [proposed, approved, rejected, deprecated]\n',
        '# T\n\nStatus: [Draft/Final/Postponed/Cancelled]\n',
        '# T\n\nStatus: {on hold | paused}\n',
        '---\nstatus: {{status}}\n---\n# T\n',
        '---\nstatus: [STATUS]\n---\n# T\n',
        '---\nstatus: "{proposed | rejected | accepted | deprecated | … | superseded by ADR-0123}"\n---\n# T\n',
        '---\nstatus: {proposed | rejected | accepted}\n---\n# T\n',
        '---\nstatus: [proposed, accepted]\n---\n# T\n',
        '---\n# status: accepted\n---\n# T\n',
      ]);
    });

    describe('in what is about other things', () => {
      readsNone([
        '',
        '# T\n\nThe status is accepted.\n',
        '# T\n\n## Status\n\nWork goes well. It is accepted by most.\n',
        '# T\n\n## Status\n\nOpen questions remain.\n',
        '# T\n\n## Status\n\nProposed changes are listed below.\n',
        '# T\n\n## Status\n\n80% done\n',
        '# T\n\n## Status quo\n\nAccepted\n',
        '# T\n\n## Status\n\n~~Accepted~~\n',
        '# T\n\n```md\n## Status\n\nAccepted\n```\n',
        '# T\n\n<!--\n## Status\n\nAccepted\n-->\n',
        '---\nadr:\n  status: accepted\n---\n# T\n',
        '# T\n\nhttps://status.example.com/accepted\n',
        '# T\n\n- Feature\n  - Status: Done\n',
        '# T\n\n## Context\n\nText.\n\n## Tasks\n\nStatus: Done\n',
        '# T\n\n## Context\n\nText.\n\n## Tasks\n\n| Task | Owner | Status |\n|--|--|--|\n| a | Ada | Done |\n',
        '# T\n\n| Task | Owner | Status |\n|--|--|--|\n| a | Ada | Done |\n| b | Bob | Open |\n',
        '# T\n\n| Task | Status |\n|--|--|\n| a | Done |\n| b | Open |\n',
        '# Plan\n\n## Phase 1\n\n**Status**: Done\n\n## Phase 2\n\n**Status**: Open\n',
        '# Plan\n\n## Phase 1\n\n### Status\n\nDone\n\n## Phase 2\n\n### Status\n\nOpen\n',
        '# Plan\n\n## Phase 1\n\n## Phase 2\n\n### Status\n\nDone\n',
        '# T\n\n---\n\nThe end\n\n---\n',
      ]);
    });
  });

  it('never throws, and every value slices to its place', () => {
    const line = fc.constantFrom(
      '---', '# Title', '## Status', '## Status: ✅ Accepted', 'Status', '===', 'status: {accepted', 'status: [a, [b', 'Status: **Accepted', '**Status**', '**Status:** ~~x~~ Proposed 2024-01-02',
      '- [x] Accepted', '- Proposed 2024-01-02', '  - Accepted', '| Status | Date |', '|--|--|', '| Accepted | x |', '![Accepted](x)', '<!--', '-->', '<!-- x --> Draft', '> Status: Draft', '```yaml', '```', '', '\t- x', '{{status}}', '&#x2705; Done', 'a@b.com Status: Open · Date: x',
    );
    const document = fc.tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([mark, lines, end]) => mark + lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void plain(`# T\n\n## Status\n\n${text}\n\n**Status**: ${text}`)), { numRuns: RUNS });
  });

  it('reads none, or one, in hostile texts', () => {
    for (const [unit, value] of Object.entries({ '[': undefined, '**': undefined, '<!--': undefined, '| ': undefined, '> ': undefined, 'Status: ': undefined, '- Accepted 2024-01-01\n': 'Accepted', 'a, ': 'a', '{': undefined, '![': undefined, '\u0301': undefined, '· a: ': undefined })) {
      const many = unit.repeat(4000 / unit.length);
      const text = `---\nstatus: ${many}\n---\n# T\n\nStatus: ${many}\n\n## Status\n\n${many}\n`;
      assert.equal(readStatus(readPlan(text), readFlat)?.value.text, value, unit);
    }
  });
});
