import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeStatus, stateOf, type StatusWish } from '../../../../src/core/life/records/change-status.ts';
import { mannersOf, NO_MANNERS } from '../../../../src/core/life/records/manners.ts';
import { ownRecord } from '../../../../src/core/lint/records-around.ts';
import type { StatusName } from '../../../../src/core/readings/records/status-words.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';
import { decision, entryAt, madr, nygard, NYGARD_BODY, recordAt, TODAY } from './records.ts';

const wish = (name: StatusName, more: Partial<StatusWish> = {}): StatusWish => ({ name, day: TODAY, manners: NO_MANNERS, ...more });

function after(text: string, name: StatusName, more: Partial<StatusWish> = {}): string {
  const planned = changeStatus(recordAt(text), wish(name, more));
  if ('problem' in planned) return planned.problem;
  const [file] = planned.change.files;
  const result = applyEdits(text, file?.edits ?? []);
  assert.equal(stateOfText(result), name, result);
  return result;
}

function stateOfText(text: string): StatusName | undefined {
  const own = ownRecord(recordAt(text));
  return own && stateOf(own);
}

/** The lines that are other ones afterwards, as `old → new`; and the same with Windows line endings and a byte-order mark. */
function changes(text: string, name: StatusName, more: Partial<StatusWish> = {}): readonly string[] {
  const result = after(text, name, more);
  const windows = after(`\uFEFF${text.replaceAll('\n', '\r\n')}`, name, more);
  assert.equal(windows, `\uFEFF${result.replaceAll('\n', '\r\n')}`, 'with Windows line endings');
  const [before, behind] = [text.split('\n'), result.split('\n')];
  let start = 0;
  while (start < before.length && before[start] === behind[start]) start++;
  let end = 0;
  while (end < before.length - start && end < behind.length - start && before.at(-1 - end) === behind.at(-1 - end)) end++;
  const gone = before.slice(start, before.length - end);
  const written = behind.slice(start, behind.length - end);
  return gone.length === written.length ? written.filter((line, index) => line !== gone[index]) : [...gone.map((line) => `- ${line}`), ...written.map((line) => `+ ${line}`)];
}

type Case = readonly [status: string, name: StatusName, ...lines: string[]];

function rewrites(cases: readonly Case[], around: (status: string) => string): void {
  for (const [status, name, ...lines] of cases) it(`${JSON.stringify(status)} to ${name}`, () => assert.deepEqual(changes(around(status), name), lines));
}

describe('changeStatus', () => {
  describe('in a section', () => {
    rewrites(
      [
        ['Proposed', 'accepted', 'Accepted'],
        ['proposed', 'accepted', 'accepted'],
        ['PROPOSED', 'rejected', 'REJECTED'],
        ['**Proposed**', 'accepted', '**Accepted**'],
        ['**Proposed.** The order is open.', 'accepted', '**Accepted.** The order is open.'],
        ['`proposed`', 'accepted', '`accepted`'],
        ['{ proposed }', 'accepted', '{ accepted }'],
        ['💡 Proposed', 'accepted', '✅ Accepted'],
        ['🟡 Proposed', 'accepted', '🟢 Accepted'],
        ['**Proposed** 🤔', 'accepted', '**Accepted** ✅'],
        [':bulb: Proposed', 'rejected', ':no_entry: Rejected'],
        ['&#x2705; Accepted', 'deprecated', '&#x26A0; Deprecated'],
        ['🚦 Proposed', 'accepted', '🚦 Accepted'],
        ['Accepted (2026-03-01)', 'deprecated', 'Deprecated (2026-11-21)'],
        ['Proposed on 2026-03-01', 'accepted', 'Accepted on 2026-11-21'],
        ['**Proposed** (1 March 2026)', 'accepted', '**Accepted** (21 November 2026)'],
        ['Proposed, 01.03.2026', 'accepted', 'Accepted, 21.11.2026'],
        ['Proposed – Mar 1st, 2026', 'accepted', 'Accepted – Nov 21st, 2026'],
        ['Accepted; supersedes ADR-0042', 'deprecated', 'Deprecated; supersedes ADR-0042'],
        ['Accepted by the board in May', 'deprecated', 'Deprecated'],
        ['Proposed (waiting for the harbour office)', 'accepted', 'Accepted'],
        ['Proposed (for boats up to 12 m)', 'rejected', 'Rejected'],
        ['Accepted (ADR-0003 stays for boats)', 'deprecated', 'Deprecated (ADR-0003 stays for boats)'],
        ['Accepted on 2026-03-01 by the board; supersedes ADR-2', 'deprecated', 'Deprecated on 2026-11-21; supersedes ADR-2'],
        ['Accepted, implemented in v6', 'rejected', 'Rejected'],
        ['*Accepted and applied in v0.1.0 of the log*', 'deprecated', '*Deprecated*'],
        ['Accepted, amended by ADR-9', 'deprecated', 'Deprecated, amended by ADR-9'],
        ['Proposed 03/01/2026', 'accepted', 'Accepted 2026-11-21'],
        ['Proposed 03/01/2026, first said on 28/02/2026', 'accepted', 'Accepted 21/11/2026, first said on 28/02/2026'],
        ['Superseded by [9. Log 9](0009-log-9.md)', 'accepted', 'Accepted'],
        ['⌛️ Superseded by [9](0009-log-9.md), ADR-12', 'accepted', '✅ Accepted'],
        ['Deprecated, superseded by [9](0009-log-9.md)', 'accepted', 'Accepted'],
        ['~~Proposed~~ Accepted', 'deprecated', '~~Proposed~~ ~~Accepted~~ Deprecated'],
        ['Accepted <!-- was: proposed -->', 'rejected', 'Rejected <!-- was: proposed -->'],
        ['[Accepted](https://example.com/a)', 'deprecated', '[Deprecated](https://example.com/a)'],
        ['![Proposed](https://img.shields.io/badge/status-proposed-yellow)', 'accepted', '![Accepted](https://img.shields.io/badge/status-accepted-green)'],
        ['Accepted\nSupersedes ADR-3', 'deprecated', 'Deprecated'],
        ['In review', 'accepted', 'Accepted'],
        ['On hold', 'accepted', 'Accepted'],
      ],
      (status) => nygard(3, status).replace('Date: 2026-03-01\n\n', ''),
    );

    it('in its heading', () => {
      assert.deepEqual(changes(`# 3. Log\n\n## 🚦 Status: ✅ Accepted (2024-03-01)\n\n${NYGARD_BODY}`, 'deprecated'), ['## 🚦 Status: ⚠️ Deprecated (2026-11-21)']);
    });

    it('with a field in it', () => {
      assert.deepEqual(changes(`# 3. Log\n\n## Status\n\n- **Status**: Proposed\n- **Date**: 2024-01-01\n\n${NYGARD_BODY}`, 'accepted'), ['- **Status**: Accepted', '- **Date**: 2026-11-21']);
    });
  });

  describe('as a line', () => {
    rewrites(
      [
        ['**Status**: Proposed  \n**Date**: 2026-03-01  ', 'accepted', '**Status**: Accepted  ', '**Date**: 2026-11-21  '],
        ['**Status:** Proposed\\\n**Date:** March 1, 2026', 'accepted', '**Status:** Accepted\\', '**Date:** November 21, 2026'],
        ['**Status: Proposed**', 'rejected', '**Status: Rejected**'],
        ['Status: ✅ Accepted; supersedes ADR-0042', 'deprecated', 'Status: ⚠️ Deprecated; supersedes ADR-0042'],
        ['Date: 2026-03-01 | Status: Proposed | Owner: Ada', 'accepted', 'Date: 2026-11-21 | Status: Accepted | Owner: Ada'],
        ['**Date**: 2026-03-01<br>**Status**: Proposed<br>**Owner**: Ada', 'accepted', '**Date**: 2026-11-21<br>**Status**: Accepted<br>**Owner**: Ada'],
        ['> **Date**: 2026-03-01\n> **Status**: Proposed', 'accepted', '> **Date**: 2026-11-21', '> **Status**: Accepted'],
        ['**Status**: Accepted 2026-03-01\n**Date**: 2026-01-01', 'deprecated', '**Status**: Deprecated 2026-11-21'],
        ['![Status: Proposed](https://img.shields.io/badge/Status-Proposed-yellow.svg)', 'accepted', '![Status: Accepted](https://img.shields.io/badge/Status-Accepted-green.svg)'],
      ],
      (status) => decision(status),
    );
  });

  describe('as an item', () => {
    rewrites(
      [
        ['* Status: proposed\n* Date: 2026-03-01', 'accepted', '* Status: accepted', '* Date: 2026-11-21'],
        ['- Status: [ADOPTED](/README.md#adopted)', 'deprecated', '- Status: [DEPRECATED](/README.md#adopted)'],
        ['- Date: 2026-03-01\n- **Status:** 💡 Proposed (2026-03-01)\n- Deciders: Ada', 'accepted', '- **Status:** ✅ Accepted (2026-11-21)'],
        ['- Status:\n  - Proposed', 'accepted', '  - Accepted'],
      ],
      (status) => `# Log\n\n${status}\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nA.\n`,
    );
  });

  describe('in front matter', () => {
    rewrites(
      [
        ['status: proposed\ndate: 2026-03-01', 'accepted', 'status: accepted', 'date: 2026-11-21'],
        ['status: "proposed"', 'accepted', 'status: "accepted"'],
        ["Status: 'Proposed' # for now", 'accepted', "Status: 'Accepted' # for now"],
        ['status: {proposed}\ndate: 2026-3-1', 'accepted', 'status: {accepted}', 'date: 2026-11-21'],
        ['status:\n  - proposed', 'accepted', '  - accepted'],
        ['status: ✅ Accepted on 2026-03-01\ndate: 2026-03-01', 'deprecated', 'status: ⚠️ Deprecated on 2026-11-21'],
        ['status: superseded by [ADR-0005](0005-example.md)\ndate: 2026-03-01', 'accepted', 'status: accepted', 'date: 2026-11-21'],
        ['date: 2026-03-01\nstatus: accepted', 'deprecated', 'date: 2026-11-21', 'status: deprecated'],
        ['status: proposed\ndate:', 'accepted', 'status: accepted', 'date: 2026-11-21'],
        ['status: proposed\ndate: {{date}}', 'accepted', 'status: accepted', 'date: 2026-11-21'],
        ['status: proposed\ndate: {YYYY-MM-DD when the decision was last updated}', 'accepted', 'status: accepted', 'date: 2026-11-21'],
      ],
      (status) => madr(status),
    );

    it('below the title', () => {
      assert.deepEqual(changes(`# 3. Log\n\n---\nstatus: proposed\ndate: 2024-01-01\n---\n\n${NYGARD_BODY}`, 'accepted'), ['status: accepted', 'date: 2026-11-21']);
    });
  });

  describe('in a table', () => {
    rewrites(
      [
        ['| Field | Value |\n|--|--|\n| Date | 2026-03-01 |\n| **Status** | 💡 Proposed |', 'accepted', '| Date | 2026-11-21 |', '| **Status** | ✅ Accepted |'],
        ['| Status | Proposed |\n|--|--|\n| Date | 2026-03-01 |', 'accepted', '| Status | Accepted |', '| Date | 2026-11-21 |'],
        ['| Status | Date |\n|--|--|\n| Proposed | 2026-03-01 |', 'accepted', '| Accepted | 2026-11-21 |'],
        ['| ID | Status | Owner |\n|--|--|--|\n| 7 | **Accepted** 2026-03-01 | Ada |', 'deprecated', '| 7 | **Deprecated** 2026-11-21 | Ada |'],
      ],
      (status) => decision(status),
    );
  });

  describe('adds to a history', () => {
    rewrites(
      [
        ['- 2026-01-02: Proposed\n- 2026-02-01: Accepted', 'deprecated', '+ - 2026-11-21: Deprecated'],
        ['- 2026-02-01: Proposed', 'accepted', '+ - 2026-11-21: Accepted'],
        ['* **2026-02-01** – 💡 Proposed by Ada\n  and others', 'accepted', '+ * **2026-11-21** – ✅ Accepted'],
        ['* Accepted 2026-02-01\n* Proposed 2026-01-02', 'deprecated', '+ * Deprecated 2026-11-21'],
        ['1. Proposed (2026-01-02)\n2. Accepted (2026-02-01)', 'deprecated', '+ 3. Deprecated (2026-11-21)'],
        ['Proposed 2026-01-02  \nAccepted 2026-02-01', 'deprecated', '- Accepted 2026-02-01', '+ Accepted 2026-02-01  ', '+ Deprecated 2026-11-21'],
        ['2026-01-02 proposed<br>2026-02-01 accepted', 'deprecated', '2026-01-02 proposed<br>2026-02-01 accepted<br>2026-11-21 deprecated'],
        ['- Proposed, 2 January 2026\n\n- Accepted, 1 February 2026', 'deprecated', '+ - Deprecated, 21 November 2026', '+ '],
      ],
      (status) => nygard(3, status),
    );

    it('in rows', () => {
      const rows = (...written: readonly string[]) => nygard(3, `| Date | Status | Author |\n|------|--------|--------|\n${written.join('\n')}`);
      assert.deepEqual(changes(rows('| 2026-01-02 | **Proposed** | Ada |', '| 2026-02-01 | **Accepted** | Ada |'), 'deprecated'), ['+ | 2026-11-21 | **Deprecated** |  |']);
      assert.deepEqual(changes(rows('| 2026-02-01 | Accepted | Ada |', '| 2026-01-02 | Proposed | Ada |'), 'deprecated'), ['+ | 2026-11-21 | Deprecated |  |']);
    });

    it('and sets the status that stands elsewhere too', () => {
      const text = madr('status: proposed').replace('# Log\n', '# Log\n\n| Status | Date |\n|--|--|\n| Draft | 2026-01-02 |\n| Proposed | 2026-02-01 |\n');
      assert.deepEqual(changes(text, 'accepted').filter((line) => /^\+ (?:status|\| Acc)/.test(line)), ['+ status: accepted', '+ | Accepted | 2026-11-21 |']);
    });
  });

  describe('ticks a box', () => {
    rewrites(
      [
        ['- [ ] Proposed\n- [x] Accepted\n- [ ] Deprecated', 'deprecated', '- [ ] Accepted', '- [x] Deprecated'],
        ['- [X] Proposed\n- [X] ✅ Accepted\n- [ ] Deprecated', 'deprecated', '- [X] Deprecated'],
        ['- [x] Proposed\n- [ ] Accepted', 'rejected', '- - [x] Proposed', '- - [ ] Accepted', '+ - [ ] Proposed', '+ - [ ] Accepted', '+ - [x] Rejected'],
        ['- [ ] Proposed\n- [ ] Accepted', 'accepted', '- [x] Accepted'],
      ],
      (status) => nygard(3, status).replace('Date: 2026-03-01\n\n', ''),
    );
  });

  describe('writes a first status as the template does', () => {
    it('as a section', () => {
      assert.deepEqual(changes(`# 3. Log\n\nDate: 2026-03-01\n\n${NYGARD_BODY}`, 'accepted'), ['- Date: 2026-03-01', '+ Date: 2026-11-21', '+ ', '+ ## Status', '+ ', '+ Accepted']);
    });
    it('into front matter, beside the date that is there', () => {
      assert.deepEqual(changes(madr('date: 2026-03-01\ndecision-makers: Ada'), 'accepted'), ['- date: 2026-03-01', '+ status: accepted', '+ date: 2026-11-21']);
      assert.equal(after(madr('x').replace(/^---[\s\S]*?---\n\n/, ''), 'accepted').slice(0, 32), '---\nstatus: accepted\n---\n\n# Log\n');
    });
    it('as a line', () => {
      assert.deepEqual(changes(decision('**Date**: 2026-03-01  '), 'accepted'), ['- **Date**: 2026-03-01  ', '+ **Status**: Accepted  ', '+ **Date**: 2026-11-21  ']);
    });
    it('where it is still open', () => {
      assert.deepEqual(changes(nygard(3, 'Proposed | Accepted | Rejected'), 'accepted').at(-1), 'Accepted');
      assert.deepEqual(changes(nygard(3, '{{status}}'), 'accepted').at(-1), 'Accepted');
      assert.deepEqual(changes(nygard(3, '').replace('\n\n\n', '\n'), 'accepted').filter((line) => line.startsWith('+')), ['+ Date: 2026-11-21', '+ ', '+ ## Status', '+ ', '+ Accepted']);
      assert.deepEqual(changes(madr('status: {proposed | rejected | accepted}'), 'accepted'), ['status: accepted']);
      assert.deepEqual(changes(madr('status: "{proposed | rejected | accepted}"'), 'accepted'), ['status: "accepted"']);
      assert.deepEqual(changes(madr('status:'), 'accepted'), ['status: accepted']);
      assert.deepEqual(changes(decision('**Status**:'), 'accepted'), ['**Status**: Accepted']);
      assert.deepEqual(changes(decision('Status: [Proposed/Accepted/Rejected]'), 'accepted'), ['Status: Accepted']);
    });
    it('nowhere in what is never closed', () => {
      const text = `---\ngroundplan: adr-nygard\n---\n# 3. Log\n\n<!-- begun\n\n${NYGARD_BODY}`;
      assert.equal(after(text, 'accepted'), 'Record 3 has no place where its status can stand: close the fence or comment that is still open, and try again.');
    });
  });

  describe('in the words of the document', () => {
    it('in its language', () => {
      for (const [from, name, to] of [
        ['Vorgeschlagen', 'accepted', 'Akzeptiert'],
        ['proposée', 'rejected', 'rejetée'],
        ['Propuesto', 'accepted', 'Aceptado'],
        ['提案', 'accepted', '承認'],
        ['已提议', 'rejected', '已拒绝'],
        ['مقترح', 'accepted', 'مقبول'],
        ['ПРЕДЛОЖЕНО', 'accepted', 'ПРИНЯТО'],
        ['Принято', 'deprecated', 'Устарело'],
      ] as const) {
        assert.deepEqual(changes(nygard(3, from), name).at(-1), to);
      }
      assert.match(after(nygard(3, 'Proposta').replace('Text.', 'La decisione che non cambia della barca.'), 'accepted'), /\n\nAccettata\n/);
      assert.match(after(nygard(3, 'Proposta').replace('Text.', 'Uma decisão para que não mude.'), 'accepted'), /\n\nAceita\n/);
    });
    it('in those of its neighbours', () => {
      const others = [1, 2].map((number) => entryAt(nygard(number, '👍 Approved'), `docs/adr/000${number}-log.md`));
      const manners = mannersOf([...others, entryAt(nygard(4, 'Implemented'), 'docs/adr/0004-log.md')]);
      assert.deepEqual([manners.words, manners.signs], [{ accepted: 'approved' }, { accepted: '👍' }]);
      assert.deepEqual(changes(nygard(3, '💡 Proposed'), 'accepted', { manners }), ['Date: 2026-11-21', '👍 Approved']);
      assert.deepEqual(changes(nygard(3, 'Vorgeschlagen'), 'accepted', { manners }).at(-1), 'Akzeptiert');
      const dated = mannersOf([entryAt(nygard(4, 'Proposed').replace('2026-03-01', '3/28/2026'), 'docs/adr/0004-log.md')]);
      assert.deepEqual(changes(nygard(3, 'Proposed').replace('2026-03-01', '3/4/2026'), 'accepted', { manners: dated })[0], 'Date: 11/21/2026');
    });
  });

  it('says what took the place of a record', () => {
    const by = 'by [9](0009-log.md)';
    assert.deepEqual(changes(nygard(3, '- 2026-01-02: Proposed\n- 2026-02-01: Accepted'), 'superseded', { by }), ['+ - 2026-11-21: Superseded by [9](0009-log.md)']);
    assert.deepEqual(changes(nygard(3, '- [x] Accepted\n- [ ] Superseded by …'), 'superseded', { by }), ['- [ ] Accepted', '- [x] Superseded by [9](0009-log.md)']);
  });

  it('says why nothing is changed', () => {
    assert.equal(after(nygard(3, 'Accepted'), 'accepted'), 'Record 3 is accepted already.');
    const planned = changeStatus(recordAt(nygard(3, 'Proposed')), wish('draft'));
    assert.deepEqual(planned, { problem: 'The template of record 3 knows no status for "draft", only Proposed, Accepted, Rejected, Deprecated, Superseded: add it to the template first.' });
    const plan = recordAt('# Phase 1 Architecture Plan\n\n## Success Criteria\n', 'plans/PHASE-1-ARCHITECTURE-PLAN.md');
    assert.deepEqual(changeStatus(plan, wish('accepted')), { problem: 'plans/PHASE-1-ARCHITECTURE-PLAN.md is no decision record, so it has no such status: open a record first.' });
  });

  it('never throws, whatever stands there, and changes nothing far from the status', () => {
    const words = fc.constantFrom('Proposed', 'Accepted', '2026-01-02', '✅', '**', '- ', '- [x] ', '(', ')', ' ', '\n', '|', '~~', '[9](0009-x.md)', 'superseded by', '<br>', ':x:', '](', '{{status}}', '> ', ',', ';');
    const status = fc.oneof(fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')), anyText());
    const names: readonly StatusName[] = ['accepted', 'rejected', 'deprecated', 'superseded'];
    fc.assert(
      fc.property(status, fc.constantFrom(...names), (said, name) => {
        const text = `${nygard(3, said)}\n## Notes\n\nAccepted.\n`;
        const planned = changeStatus(recordAt(`---\ngroundplan: adr-nygard\n---\n${text}`), wish(name));
        if ('problem' in planned) return;
        const result = applyEdits(planned.change.files[0]?.text ?? '', planned.change.files[0]?.edits ?? []);
        assert.ok(result.endsWith('## Decision\n\nText.\n\n## Consequences\n\nText.\n\n## Notes\n\nAccepted.\n'), result);
      }),
      { numRuns: RUNS * 5 },
    );
  });
});
