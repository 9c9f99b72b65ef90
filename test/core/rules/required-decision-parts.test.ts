import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'required-decision-parts';
const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const design = (decision: string) => `# System Design: Harbour\n\n## Decisions\n\n${decision.trim()}\n\n## Capacity\n\nEnough.\n`;
const PROBLEM = '#### Problem\n\nTwo skippers book one berth.';
const OPTIONS = '#### Options Considered\n\n1. **One log**\n   - Pros: order\n   - Cons: size\n2. **Locks**\n   - Pros: quick\n   - Cons: stuck';
const CHOICE = '#### Selected Approach\n\n**One log**, because the order is the answer';
const TRADEOFFS = '#### Trade-offs\n\n- Size';
const CONFIDENCE = '#### Confidence: 80%';
const HEAD = '### Decision: Keep one log';
const whole = [HEAD, PROBLEM, OPTIONS, CHOICE, TRADEOFFS, CONFIDENCE];
const without = (...gone: readonly string[]) => design(whole.filter((part) => !gone.includes(part)).join('\n\n'));
const messages = (text: string, path = DESIGN) => messagesOf(RULE, text, path);

/** The document after the fix, which leaves nothing to find, whatever ends the lines. */
function mended(text: string, path = DESIGN): string {
  const result = fixedBy(RULE, text, path);
  assert.deepEqual(messagesOf(RULE, result, path), []);
  assert.equal(fixedBy(RULE, result, path), result);
  const windows = fixedBy(RULE, text.replaceAll('\n', '\r\n'), path);
  assert.equal(windows, result.replaceAll('\n', '\r\n'));
  return result;
}

describe(RULE, () => {
  it('finds nothing in a whole decision, and says in one finding what another one lacks', () => {
    assert.deepEqual(messages(design(whole.join('\n\n'))), []);
    const text = without(PROBLEM, TRADEOFFS);
    const [finding, ...others] = findingsOf(RULE, text, DESIGN);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Keep one log" lacks the problem and the trade-offs: add them.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Keep one log');
    assert.equal(finding.severity, 'warning');
  });

  it('finds each part that is missing, and writes it where the template has it', () => {
    for (const [part, what, written] of [
      [PROBLEM, 'the problem', `${HEAD}\n\n#### Problem\n\n{{what has to be settled, and what makes it hard}}\n\n#### Options Considered`],
      [OPTIONS, 'the options', '#### Options Considered\n\n1. **{{option}}**\n   - Pros: {{what speaks for it}}\n   - Cons: {{what speaks against it}}\n2. **{{option}}**\n   - Pros: {{what speaks for it}}\n   - Cons: {{what speaks against it}}\n\n#### Selected Approach'],
      [CHOICE, 'the choice', '#### Selected Approach\n\n**{{chosen option}}**, because {{reason}}\n\n#### Trade-offs'],
      [TRADEOFFS, 'the trade-offs', '#### Trade-offs\n\n- {{what is given up, and what that buys}}\n\n#### Confidence: 80%'],
      [CONFIDENCE, 'the confidence in it', '- Size\n\n#### Confidence: {{percent}}%\n\n- Follow-up: {{what would raise it, and when that is looked at again}}\n\n## Capacity'],
    ] as const) {
      assert.deepEqual(messages(without(part)), [`"Keep one log" lacks ${what}: add it.`]);
      assert.ok(mended(without(part)).includes(written), mended(without(part)));
    }
    assert.equal(mended(without(PROBLEM, OPTIONS, CHOICE, TRADEOFFS)).match(/^#### /gm)?.length, 5);
    assert.equal(mended(design(HEAD)).match(/^#### /gm)?.length, 5);
  });

  it('finds too few options, and what speaks neither for nor against one', () => {
    const options = (list: string) => without().replace(OPTIONS, `#### Options Considered\n\n${list}`);
    assert.deepEqual(messages(options('1. **One log**\n   - Pros: order\n   - Cons: size')), ['"Keep one log" lacks a second option: add it.']);
    assert.match(mended(options('1. **One log**\n   - Pros: order\n   - Cons: size')), /Cons: size\n2\. \*\*\{\{option\}\}\*\*\n {3}- Pros: \{\{what speaks for it\}\}\n {3}- Cons: \{\{what speaks against it\}\}\n\n#### Sel/);
    assert.deepEqual(messages(options('1. **One log**\n   - Pros: order\n2. **Locks**\n3. **A ledger**\n   - Cons: slow')), [
      '"Keep one log" lacks what speaks for and against "Locks", what speaks for "A ledger" and what speaks against "One log": add them.',
    ]);
    assert.match(mended(options('1. **One log**\n   - **Pros:** order\n2. **Locks**\n3. **A ledger**\n   - Cons: slow')), /\*\*Pros:\*\* order\n {3}- \*\*Cons:\*\* \{\{what speaks against it\}\}\n2\. \*\*Locks\*\*\n {3}- Pros: \{\{.*\n {3}- Cons: \{\{.*\n3\. /);
    assert.match(mended(options('1. One log - Pros: order\n2. Locks - Pros: quick; Cons: stuck')), /^1\. One log - Pros: order; Cons: \{\{what speaks against it\}\}$/m);
    assert.match(mended(options('##### One log\n\n**Pros**\n\n- order\n\n##### Locks\n\n- Pros: quick\n- Cons: stuck')), /- order\n\n\*\*Cons\*\*\n\n- \{\{what speaks against it\}\}\n\n##### Locks/);
    assert.match(mended(options('##### One log\n\n- Pros: order\n- Cons: size')), /- Cons: size\n\n##### \{\{option\}\}\n\n- Pros: /);
  });

  it('finds a choice without a reason, and writes one behind it', () => {
    for (const [choice, right] of [
      ['**One log**', '**One log**, because {{reason}}'],
      ['One log.', 'One log, because {{reason}}.'],
      ['Chosen option: "One log".', 'Chosen option: "One log", because {{reason}}.'],
    ] as const) {
      const text = without().replace(CHOICE, `#### Selected Approach\n\n${choice}`);
      assert.deepEqual(messages(text), ['"Keep one log" lacks the reason for the choice: add it.'], choice);
      assert.ok(mended(text).includes(`\n\n${right}\n\n`), mended(text));
    }
    for (const choice of ['**One log** as it can be read on paper', 'One log.\n\nThe order is the answer, and everybody can read it.', 'We will keep one log that the office can read on paper.', '**One log**\n\n- order matters most to all of us\n- paper']) {
      assert.deepEqual(messages(without().replace(CHOICE, `#### Selected Approach\n\n${choice}`)), [], choice);
    }
  });

  it('writes in the form of the document', () => {
    const labels = design(`${HEAD}\n\n**Problem**\n\nTwo skippers.\n\n**Selected Approach:**\n\nOne log, because of order.\n\n**Trade-offs**\n\n- Size\n\n**Confidence**\n\n80%`);
    assert.match(mended(labels), /Two skippers\.\n\n\*\*Options Considered\*\*\n\n1\. \*\*\{\{option\}\}\*\*\n {3}- Pros/);
    const items = design(`${HEAD}\n\n- **Problem:** Two skippers.\n- **Choice:** One log, because of order.\n- **Confidence:** 80%`);
    assert.match(mended(items), /- \*\*Problem:\*\* Two skippers\.\n- \*\*Options Considered:\*\*\n {2}1\. \*\*\{\{option\}\}\*\*\n {5}- Pros: .*\n[^]*because of order\.\n- \*\*Trade-offs:\*\*\n {2}- \{\{what is given up/);
    const lines = design(`${HEAD}\n\n**Problem**: Two skippers.\n\n**Options**:\n\n1. A - Pros: b; Cons: c\n2. B - Pros: b; Cons: c\n\n**Choice**: One log, because of order.  \n**Confidence**: 80%`);
    assert.match(mended(lines), /because of order\. {2}\n\*\*Trade-offs\*\*: \{\{what is given up, and what that buys\}\} {2}\n\*\*Confidence\*\*: 80%\n/);
    const ended = lines.replace('**Confidence**: 80%', '**Trade-offs**: Size');
    assert.match(mended(ended), /\*\*Trade-offs\*\*: Size\n\n\*\*Confidence\*\*: \{\{percent\}\}%\n/);
    assert.match(mended(design('1. **Keep one log**\n   - **Problem**: Two skippers\n   - **Choice**: One log, because of order\n   - **Confidence**: 80%')), /Two skippers\n {3}- \*\*Options Considered\*\*:\n {5}1\. \*\*/);
  });

  it('fills in what is named and says nothing', () => {
    assert.deepEqual(messages(without().replace(PROBLEM, '#### Problem')), ['"Keep one log" lacks the problem: add it.']);
    assert.match(mended(without().replace(PROBLEM, '#### Problem')), /#### Problem\n\n\{\{what has to be settled, and what makes it hard\}\}\n\n#### Options/);
  });

  describe('in a phase plan', () => {
    const plan = (decisions: string) => replaceSection(phasePlan(), 'Core Architectural Decisions', `### Core Architectural Decisions\n\n${decisions}`);
    const own = (decisions: string) => messages(plan(decisions), PHASE_2);

    it('asks for the choice, the reason and the alternatives', () => {
      assert.deepEqual(own('#### Decision 1: Keep one log\n\n- **Choice**: One log\n- **Impact on Implementation**: Writers change'), ['"Keep one log" lacks the reason for it and the alternatives: add them.']);
      const text = plan('#### Decision 1: Keep one log\n\n- **Choice**: One log\n- **Impact on Implementation**: Writers change');
      assert.match(mended(text, PHASE_2), /- \*\*Choice\*\*: One log\n- \*\*Rationale\*\*: \{\{why\}\}\n- \*\*Alternatives Considered\*\*: \{\{what else was weighed\}\}\n- \*\*Impact/);
      assert.deepEqual(own('1. **Keep one log**\n   - **Choice**: One log'), ['"Keep one log" lacks the reason for it and the alternatives: add them.']);
      assert.match(mended(plan('#### Decision 1: Keep one log\n\nWe do.'), PHASE_2), /We do\.\n\n- \*\*/);
      assert.match(mended(plan('#### Decision 1: Keep one log\n\n- **Choice**: One log\n- **Rationale**:\n- **Alternatives**: none'), PHASE_2), /- \*\*Rationale\*\*: \{\{why\}\}\n- \*\*Alternatives\*\*/);
    });

    it('bears tables, links to records, single lines with a reason, sentences, and what is still open', () => {
      for (const decisions of [
        '| Decision | Choice |\n|--|--|\n| Log | One |',
        '#### Decision 1: [Keep one log](../docs/adr/0007-keep-one-log.md)\n\n- **Choice**: One log',
        '#### Decision 1: Keep one log\n\n- **Choice**: One log\n- **Record**: [ADR 7](../docs/adr/0007-keep-one-log.md)',
        '1. **Keep one log** – Choice: one; Rationale: order',
        '#### Decision 1: Keep one log\n\nWe keep one log rather than locks, because the order is the answer.',
        '#### Decision 1: [DECISION_NAME]\n\n- **Choice**: [WHAT_WE_DECIDED]\n- **Rationale**: [WHY_THIS_CHOICE]',
      ]) {
        assert.deepEqual(own(decisions), [], decisions);
      }
    });
  });

  describe('in records', () => {
    const record = 'docs/architecture/ADR-007-keep-one-log.md';
    const five = (options: string, choice = '**One log**, because of order') => `# Decision: Keep one log\n\n**Status**: Proposed\n\n## Problem\n\nText.\n\n## Options Considered\n\n${options}\n\n## Selected Approach\n\n${choice}\n\n## Trade-offs\n\n- Size\n\n## Confidence: 80%\n`;
    const madr = (options: string, choice = 'Chosen option: "One log", because of order.') => `# Keep one log\n\n## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n${options}\n\n## Decision Outcome\n\n${choice}\n`;

    it('leaves missing sections to another check', () => {
      assert.deepEqual(messages(five('1. A\n   - Pros: b\n   - Cons: c\n2. B\n   - Pros: b\n   - Cons: c').replace(/## Trade-offs[^]*/, ''), record), []);
    });

    it('looks at the options and the reason', () => {
      assert.deepEqual(messages(five('1. **One log**\n   - Pros: order'), record), ['"Keep one log" lacks a second option and what speaks against "One log": add them.']);
      assert.match(mended(five('1. **One log**\n   - Pros: order'), record), /- Pros: order\n {3}- Cons: \{\{what speaks against it\}\}\n2\. \*\*\{\{option\}\}\*\*/);
      assert.deepEqual(messages(madr('- One log'), record), ['"Keep one log" lacks a second option: add it.']);
      assert.match(mended(madr('* One log'), record), /^\* One log\n\* \{\{option\}\}$/m);
      assert.deepEqual(messages(madr('- One log\n- Locks', 'Chosen option: "One log".'), record), ['"Keep one log" lacks the reason for the choice: add it.']);
      assert.match(mended(madr('- One log\n- Locks', 'Chosen option: "One log".'), record), /"One log", because \{\{reason\}\}\.\n/);
    });

    it('asks records of MADR for no arguments, and those of Nygard for nothing', () => {
      assert.deepEqual(messages(madr('- One log\n- Locks'), record), []);
      assert.deepEqual(messages('# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Size\n', record), []);
    });

    it('bears options that it cannot tell apart', () => {
      assert.deepEqual(messages(madr('We looked at a log and at locks.'), record), []);
      assert.deepEqual(messages(madr('**1. One log.** It is read on paper.\n\n**2. Locks.** They are quick.\n\n### Example\n\n- Good, because\n- Bad, because'), record), []);
    });
  });

  it('asks a use-case plan for two structures', () => {
    const plan = (rows: string) => `# Use Case Plan: Book a berth\n\n## 1. Use Case Alignment\n\n## 2. System Structure and High-Level Architecture\n\n| Structure | Pros | Cons | Verdict |\n|--|--|--|--|\n${rows}\n\n**Chosen structure**: One service, because it is small\n\n## 3. Key Components and Interactions\n`;
    const path = 'docs/book-a-berth-PLAN.md';
    assert.deepEqual(messages(plan('| One service | simple | grows | chosen |'), path), ['"2. System Structure and High-Level Architecture" lacks a second option: add it.']);
    assert.match(mended(plan('| One service | simple | grows | chosen |'), path), /grows \| chosen \|\n\| \{\{structure\}\} \| \{\{what speaks for it\}\} \|/);
    assert.deepEqual(messages(plan('| One service | simple | grows | chosen |\n| Two services | small | calls | rejected |'), path), []);
  });
});
