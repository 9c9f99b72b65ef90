import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readConfidence, readDecisions, readWholeDecision, type Decision } from '../../../../src/core/readings/decisions/decisions.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { anyText } from '../../support/any-text.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function decisionsIn(text: string): readonly Decision[] {
  return readDecisions(readPlan(text), { start: 0, end: text.length }, read);
}

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && 'text' in value && 'range' in value;
}

/** What every decision says, after checking that each value slices to its text. Options are given by their names. */
function plain(text: string): readonly Record<string, string>[] {
  const textOf = ({ text: written, range }: Value): string => {
    assert.equal(text.slice(range.start, range.end), written);
    return written;
  };
  return decisionsIn(text).map(({ options, range, ...values }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
    const said = Object.entries(values).flatMap(([field, value]: [string, unknown]) => (isValue(value) ? [[field, textOf(value)] as const] : []));
    const names = options.map(({ name, pros, cons }) => [name, ...pros, ...cons].map(textOf).join(' | '));
    return Object.fromEntries([...said, ...(names.length > 0 ? [['options', names.join(' || ')] as const] : [])]);
  });
}

describe('readDecisions', () => {
  it('reads numbered headings with bold and with plain fields', () => {
    const text =
      '# Phase 2\n\n### Core\n\n#### Decision 1: Keep a log\n- **Choice**: One log\n- **Rationale**: Order matters\n- **Alternatives Considered**: Tables, files\n- **Impact on Implementation**: Writers change\n- **Risk**: Disks fill\n- **Mitigation**: Watch them\n\n#### Decision 2 – Cache reads\n\n- Choice: None\n- Rationale: Quick enough\n\n### Notes\n\n- **Choice**: nothing\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Keep a log', choice: 'One log', rationale: 'Order matters', alternatives: 'Tables, files', impact: 'Writers change', risk: 'Disks fill', mitigation: 'Watch them' },
      { number: '2', name: 'Cache reads', choice: 'None', rationale: 'Quick enough' },
    ]);
  });

  it('reads fields on lines of one paragraph, in paragraphs, and with more below', () => {
    const text =
      '#### Decision 1: Log\n\n**Choice**: One log  \n**Rationale:** Order\nmatters\\\nRisk: Disks fill\n\n**Alternatives Considered**:\n\n- Tables: slow\n- Files\n\n**Mitigation** – Watch them\n\n#### Decision 2: Cache\n\n- **Choice**: None\n  - **Rationale**: Quick\n- **Alternatives Considered**:\n  1. Redis - Pros: quick\n  2. Memory\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Log', choice: 'One log', rationale: 'Order\nmatters', alternatives: '- Tables: slow\n- Files', risk: 'Disks fill', mitigation: 'Watch them', options: 'Tables || Files' },
      { number: '2', name: 'Cache', choice: 'None', rationale: 'Quick', alternatives: '1. Redis - Pros: quick\n  2. Memory', options: 'Redis | quick || Memory' },
    ]);
  });

  it('reads decisions in five parts, below other headings', () => {
    const text =
      '# Design\n\n## Decisions\n\n### Decision: Buffer writes\n\n#### Problem\n\nGoals come in waves.\n\nMore of it.\n\n#### Options Considered\n\n1. **Memory** - Pros: quick; Cons: forgets\n2. **Disk** - Pros: safe\n\n#### Selected Approach\n\nDisk.\n\nNothing is lost,\nnot one.\n\n- ever\n\n#### Trade-offs\n\n- Slower\n- **Risk**: full disks\n\n#### Confidence: 85%\n\n---\n\n### Summary\n\nDone.\n';
    assert.deepEqual(plain(text), [
      { name: 'Buffer writes', problem: 'Goals come in waves.', choice: 'Disk.', rationale: 'Nothing is lost,\nnot one.\n\n- ever', tradeoffs: '- Slower\n- **Risk**: full disks', confidence: '85%', options: 'Memory | quick | forgets || Disk | safe' },
    ]);
    const [decision] = decisionsIn(text);
    assert.ok(decision);
    assert.match(text.slice(decision.range.start, decision.range.end), /^### Decision: Buffer[\s\S]*Confidence: 85%$/);
  });

  it('reads a whole document that is one decision', () => {
    const text =
      '---\nstatus: accepted\n---\n# 🎯 Decision: Buffer writes\n\n- Date: today\n\n## Context and Problem Statement\n\n> Goals come in waves.\n\n## Considered Options\n\n### Memory\n\n* Good, because quick\n\n### Disk\n\n* Bad, because slow\n\n## Decision\n\nDisk.\n\n## Rationale\n\nNothing is lost.\n\n## Consequences\n\nMore disks.\n\n## Confidence level\n\n**90 %** – tried it\n\n## Links\n\n- **Choice**: [x](y)\n';
    assert.deepEqual(plain(text), [
      { name: 'Buffer writes', problem: 'Goals come in waves.', choice: 'Disk.', rationale: 'Nothing is lost.', tradeoffs: 'More disks.', confidence: '90 %', options: 'Memory | quick || Disk | slow' },
    ]);
  });

  it('reads bold labels in place of headings', () => {
    const text =
      '## Decisions\n\n**Decision 3: Buffer writes**\n\n**Problem**\nGoals come in waves.\n\n**Options Considered:**\n\n**Option A: Memory**\n- Pros: quick\n\n**Option B: Disk**\n- Cons: slow\n\n**Selected Approach**\n\nDisk.\n\n**Why**\n\nSafe.\n\n**Trade-offs**\n- Slower\n\n**Confidence:** [X]%\n\n**Decision 4: Next**\nChoice: x\n';
    assert.deepEqual(plain(text), [
      { number: '3', name: 'Buffer writes', problem: 'Goals come in waves.', choice: 'Disk.', rationale: 'Safe.', tradeoffs: '- Slower', confidence: '[X]%', options: 'Memory | quick || Disk | slow' },
      { number: '4', name: 'Next', choice: 'x' },
    ]);
  });

  it('reads fields behind headings and in the heading of a part', () => {
    const text = '## Decision: Buffer\n\n### Problem: waves\n\n### Decision: Disk\n\nSafe.\n\n**Impact**: Writers change\n\n### Confidence (75%)\n\n## Decision: Next\n\n### Choice\n\nDisk.\n**Why**: safe\n\n## Decision: Other\n\n### Selected Approach\n\n- **Choice**: Memory\n- **Rationale**: Quick\n\n### Confidence – about 60%\n';
    assert.deepEqual(plain(text), [
      { name: 'Buffer', problem: 'waves', choice: 'Disk', rationale: 'Safe.', impact: 'Writers change', confidence: '75%' },
      { name: 'Next', choice: 'Disk.', rationale: 'safe' },
      { name: 'Other', choice: 'Memory', rationale: 'Quick', confidence: 'about 60%' },
    ]);
  });

  it('reads a decision that is named in a field, beside fields of other names', () => {
    const text =
      '## Decision 1: Buffer\n\n### Question\n\nWhere to?\n\n### Options Considered\n\n| Option | Pros | Decision |\n|--|--|--|\n| Memory | quick | ❌ Rejected |\n| Disk | safe | ✅ **Selected** |\n\n### Decision: Disk\n\n**Rationale**:\n- Safe\n\n## Decision 2: Cache\n\n**Date:** May\n**Decision:** None\nat all  \n**Status:** accepted\n\n**Alternatives considered**:\n- `redis` — one more thing\n\n**Follow-up**: none\n\nMore.\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Buffer', problem: 'Where to?', choice: 'Disk', rationale: '- Safe', options: 'Memory | quick || Disk | safe' },
      { number: '2', name: 'Cache', choice: 'None\nat all', alternatives: '- `redis` — one more thing', options: 'redis' },
    ]);
  });

  it('leaves to an option what is said below its heading', () => {
    const text = '## Decision: Buffer\n\n### Options\n\n#### Memory\n\n**Pros**: quick\n\n**Risk**: full\n\n**Trade-offs**: many\n\n### Choice\n\nMemory\n';
    assert.deepEqual(plain(text), [{ name: 'Buffer', choice: 'Memory', options: 'Memory | quick' }]);
  });

  it('reads numbered bold items with fields', () => {
    const text =
      '## Decisions\n\n1. **Use one log**\n   - **Choice**: Kafka\n   - **Rationale**: Order\n   - Alternatives: Tables\n2. **Use Go:** – Rationale: small, quick; Risk: few know it\n3. **Use [disks](adr/3.md)**\n\n   **Rationale**: Safe\n\n4. **Ship it**: soon\n5. **Watch disks**\n   - **Risk**: they fill\n   - **Mitigation**: alarms\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Use one log', choice: 'Kafka', rationale: 'Order', alternatives: 'Tables' },
      { number: '2', name: 'Use Go', rationale: 'small, quick', risk: 'few know it' },
      { number: '3', name: 'Use [disks](adr/3.md)', rationale: 'Safe' },
    ]);
    assert.deepEqual(plain('## Decisions\n\n1. **Log**\n- **Choice**: a\n- **Rationale**: b\n\n2. **Disk**\n- **Choice**: c\n'), [
      { number: '1', name: 'Log', choice: 'a', rationale: 'b' },
      { number: '2', name: 'Disk', choice: 'c' },
    ]);
  });

  it('reads items that begin with the decision', () => {
    assert.deepEqual(plain('## Decisions\n\n- **Decision**: Use a log\n  **Rationale**: Order\n- **Decision 2: Disks**\n  - **Why**: Safe\n- **Decision**: alone\n'), [
      { name: 'Use a log', rationale: 'Order' },
      { number: '2', name: 'Disks', rationale: 'Safe' },
    ]);
  });

  it('reads tables', () => {
    const text = '## Log\n\n| ID | Decision | Choice | Reason | Alternatives | Confidence | ADR |\n|--|--|--|--|--|--|--|\n| D-1 | [Log](adr/1.md) | Kafka | Order | Tables | 80% | |\n| D-2 | **Disk** | | Safe | | | [2](adr/2.md) |\n| | | x | | | | |\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Log', choice: 'Kafka', rationale: 'Order', alternatives: 'Tables', confidence: '80%', link: 'adr/1.md' },
      { number: '2', name: 'Disk', rationale: 'Safe', link: 'adr/2.md' },
    ]);
    assert.deepEqual(plain('| Decision | Status |\n|--|--|\n| Log | accepted |\n'), [{ name: 'Log' }]);
  });

  it('reads links to records', () => {
    const text = '#### Decision 1: [Log](adr/0001-log.md "why")\n- **Choice**: Kafka\n\n#### Decision 2: Disk\n- **Choice**: SSD\n- **ADR**: [0002](<adr/0002.md>)\n\n## Decision: Cache\n\n### Confidence: 70%\n\n**Record**: see [3](../adr/3.md#top)\n\n## Decision: None\n\nRecord: to be written\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: 'Log', choice: 'Kafka', link: 'adr/0001-log.md' },
      { number: '2', name: 'Disk', choice: 'SSD', link: 'adr/0002.md' },
      { name: 'Cache', confidence: '70%', link: '../adr/3.md#top' },
      { name: 'None' },
    ]);
  });

  it('reads what a template leaves open, and passes over guidance', () => {
    const text = '#### Decision {{n}}: {{decision}}\n\n- **Choice**: {{choice}}\n\n## Decision: [Title]\n\n### Problem\n\n<!-- What hurts. -->\n\n### Selected Approach\n\n[Choice and why]\n\n### Confidence: {{figure}}%\n\n#### Decision 7\n\n- **Choice**: x\n';
    assert.deepEqual(plain(text), [
      { number: '{{n}}', name: '{{decision}}', choice: '{{choice}}' },
      { name: '[Title]', choice: '[Choice and why]', confidence: '{{figure}}%' },
      { number: '7', name: '', choice: 'x' },
    ]);
  });

  it('reads decisions below a title that is one in name only', () => {
    assert.deepEqual(plain('# Design Decision: The harbour\n\nText.\n\n## Decision: Log\n\n### Problem\n\nWaves.\n\n## Decision: Disk\n\n### Problem\n\nLoss.\n'), [
      { name: 'Log', problem: 'Waves.' },
      { name: 'Disk', problem: 'Loss.' },
    ]);
  });

  it('finds none in other headings, lists, tables and fences', () => {
    const others = ['## Decision\n\nA log.\n', '## Decisions\n\nNone.\n', '## Decision Drivers\n\n- cost\n', '## Decision Outcome: log\n', '## Decisions: many\n', '## Decision-making: slow\n', '## 3. Decision\n\nx\n'];
    for (const text of others) assert.deepEqual(plain(text), [], text);
    assert.deepEqual(plain('```\n## Decision: Log\n```\n\n<!-- ## Decision: Log -->\n\n1. **Log** is good\n2. **Disk**: Rationale matters\n\n- **Kafka**\n  - Pros: quick\n  - **Rationale**: x\n'), []);
    assert.deepEqual(plain('| Date | Decision | Author |\n|--|--|--|\n| a | b | c |\n\n| Option | Decision | Reason |\n|--|--|--|\n| a | no | c |\n\n| Risk | Mitigation |\n|--|--|\n| a | b |\n'), []);
  });

  it('keeps its places with Windows line endings, tabs, emoji and a byte-order mark', () => {
    const text = '\uFEFF# 📐 Design\r\n\r\n####\tDecision 1: 🌊 Log ####\r\n-\t**Choice**:\tKafka 🎉\r\n-\t**Rationale**: סדר\r\n\r\nDecision: Disk\r\n---\r\n\r\n### Problem\r\n\r\nLoss.\r\n';
    assert.deepEqual(plain(text), [
      { number: '1', name: '🌊 Log', choice: 'Kafka 🎉', rationale: 'סדר' },
      { name: 'Disk', problem: 'Loss.' },
    ]);
  });

  it('reads only its span', () => {
    const text = '## A\n\n#### Decision 1: Log\n- Choice: x\n\n## B\n\n#### Decision 2: Disk\n- Choice: y\n';
    const second = { start: text.indexOf('## B'), end: text.length };
    assert.deepEqual(readDecisions(readPlan(text), second, read).map(({ name }) => name.text), ['Disk']);
  });

  it('never throws, and every value is where it says', () => {
    const line = fc.constantFrom('## Decision: Log', '#### Decision 1: [Log](a.md)', '**Decision 2: Disk**', '### Problem', '### Options Considered', '#### Memory', '### Selected Approach', '**Choice**', '- **Choice**: x', '  - **Rationale**: y', 'Risk: z', '**Why:** q', '### Confidence: 85%', '1. **Log**', '   - Rationale: a', '2. Disk - Pros: b', '| Decision | Reason |', '|--|--|', '| a | b |', '', '', 'Text.', '> - x', '```', '\t- x', '<!--', '-->', '---', '- **Record**: [1](b.md)');
    const document = fc.tuple(fc.array(line, { maxLength: 18 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void plain(`## Decision: ${text}\n\n- **Choice**: ${text}`)), { numRuns: RUNS });
  });

  it('reads the same whatever ends the lines', () => {
    const text = '## Decision: Log\n\n**Problem**\nWaves.\n\n### Options\n1. Memory - Pros: quick\n\n### Choice\n\nKafka\n\n**Confidence**: 80%\n';
    for (const end of ['\r\n', '\r']) assert.deepEqual(plain(text.replaceAll('\n', end)), plain(text));
  });
});

describe('readConfidence', () => {
  it('reads one percentage from 0 to 100', () => {
    const known = { '85%': 85, '0 %': 0, '100%': 100, '62.5%': 62.5, '62,5 %': 62.5, '**90%**': 90, '~70%': 70, 'High (80%)': 80, 'High – 75%': 75, '85% – measured': 85, '55 percent': 55, '95％': 95 };
    for (const [text, figure] of Object.entries(known)) assert.equal(readConfidence(text), figure, text);
  });

  it('reads no other text', () => {
    for (const text of ['', 'High', '85', '8/10', '[X]%', '{{n}}%', '120%', '-5%', '70–85%', '70% to 85%', '70 or 85%', '1,085%', 'from 10% to 20%', '1'.repeat(1000) + '%']) assert.equal(readConfidence(text), undefined, text);
  });
});

describe('the parts of a decision', () => {
  const partsOf = (text: string): readonly string[] =>
    decisionsIn(text).flatMap(({ form, parts }) => [form, ...parts.map((part) => `${part.form} ${part.field}${part.isEmpty ? ' (empty)' : ''}: ${text.slice(part.range.start, part.range.end)}`)]);

  it('have their places in every form', () => {
    assert.deepEqual(partsOf('## Decision: Log\n\n### Problem\n\nTwo.\n\n**Trade-offs**\n\n- Size\n'), ['block', 'heading problem: ### Problem\n\nTwo.', 'label tradeoffs: **Trade-offs**\n\n- Size']);
    assert.deepEqual(partsOf('#### Decision 1: Log\n\n- **Choice**: One\n- **Rationale**:\n'), ['block', 'field choice: **Choice**: One', 'field rationale (empty): **Rationale**:']);
    assert.deepEqual(partsOf('1. **Log** – Choice: one; Rationale: order\n'), ['item', 'inline choice: one', 'inline rationale: order']);
    assert.deepEqual(partsOf('| Decision | Choice |\n|--|--|\n| Log | One |\n'), ['row', 'inline choice: One']);
  });
});

describe('readWholeDecision', () => {
  const wholeOf = (text: string): readonly Decision[] => readWholeDecision(readPlan(text), read);

  it('reads a document as one decision, with its sections as the parts', () => {
    const text = '---\nstatus: accepted\n---\n\n# Keep one log\n\n## Context and Problem Statement\n\nTwo.\n\n## Considered Options\n\n- One log\n- Locks\n\n## Decision Outcome\n\nChosen option: "One log", because of order.\n\n### Consequences\n\n- Size\n';
    assert.deepEqual(
      wholeOf(text).map(({ name, problem, choice, tradeoffs, options }) => [name.text, problem?.text, choice?.text, tradeoffs?.text, ...options.map((option) => option.name.text)]),
      [['Keep one log', 'Two.', '"One log", because of order.', '- Size', 'One log', 'Locks']],
    );
    assert.deepEqual(wholeOf('# Decision: Keep one log\n\n## Problem\n\nTwo.\n').map(({ name }) => name.text), ['Keep one log']);
  });

  it('finds none in a document without a title, or without its parts', () => {
    for (const text of ['', '## Problem\n\nTwo.\n', '# Notes\n\n## Log\n\nText.\n']) assert.deepEqual(wholeOf(text), []);
    fc.assert(fc.property(anyText(), (text) => void wholeOf(`# T\n${text}`)), { numRuns: RUNS });
  });
});
