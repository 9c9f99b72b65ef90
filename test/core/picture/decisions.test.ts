import assert from 'node:assert/strict';
import { phasePlan, replaceSection } from '../documents.ts';
import { ARCHITECT, architectPlan, DESIGN, drawn, RECORD } from './drawn.ts';

const decision = (...lines: readonly string[]): string => `# System Design: Berths\n\n## Decisions\n\n### Decision 2: Where *events* are kept\n\n${lines.join('\n')}\n\n## Capacity\n`;
const OPTIONS = ['#### Options Considered', '', '1. **Log**', '   - Pros: fast', '   - Pros: known', '   - Cons: `large`', '2. **Table**', '   - Cons: slow', ''];

describe('the decisions of a picture', () => {
  it('are drawn from headed parts, with options, the one that was chosen and the reasons for it', () => {
    const text = decision('#### Problem', '', 'Events come', 'in bursts.', '', ...OPTIONS, '#### Selected Approach', '', '**Log**, because it is known.', '', '#### Trade-offs', '', '- Deleting', '', '#### Confidence: 85%');
    const [drawing, ...others] = drawn(text, DESIGN).decisions;
    assert.equal(others.length, 0);
    assert.deepEqual([drawing?.number, drawing?.name, drawing?.choice, drawing?.rationale], ['2', 'Where events are kept', 'Log', 'because it is known.']);
    assert.deepEqual(drawing?.confidence, { text: '85%', percent: 85 });
    assert.deepEqual(
      drawing.options.map(({ name, pros, cons, isChosen }) => [name, pros, cons, isChosen]),
      [
        ['Log', ['fast', 'known'], ['large'], true],
        ['Table', [], ['slow'], false],
      ],
    );
    assert.equal(drawing.areAlternatives, false);
    assert.deepEqual(drawing.facts, [{ name: 'problem', text: 'Events come in bursts.' }, { name: 'tradeoffs', text: '• Deleting' }]);
    assert.equal(text.slice(drawing.range.start).startsWith('### Decision 2'), true);
    assert.deepEqual(drawing.gaps.map(({ rule }) => rule), ['required-decision-parts']);
  });

  it('are drawn from fields, with what was turned down as a text of its own', () => {
    const fields = '### Core Architectural Decisions\n\n#### Decision 1: Payment\n\n- **Choice**: By reference\n- **Rationale**: No card data\n- **Alternatives Considered**: A form of our own\n- **Risk**: A callback is lost\n- **Mitigation**: {{how}}\n';
    const [drawing] = drawn(replaceSection(phasePlan(), 'Core Architectural Decisions', fields)).decisions;
    assert.deepEqual([drawing?.number, drawing?.name, drawing?.choice, drawing?.rationale, drawing?.confidence], ['1', 'Payment', 'By reference', 'No card data', undefined]);
    assert.deepEqual(drawing?.facts, [{ name: 'alternatives', text: 'A form of our own' }, { name: 'risk', text: 'A callback is lost' }]);
    assert.deepEqual(drawing.options, []);
  });

  it('have a confidence that is no percentage as a text', () => {
    assert.deepEqual(drawn(decision('#### Confidence: rather sure'), DESIGN).decisions[0]?.confidence, { text: 'rather sure', percent: undefined });
    assert.equal(drawn(decision('#### Confidence: {{percent}}%', '', ...OPTIONS), DESIGN).decisions[0]?.confidence?.percent, undefined);
  });

  it('lead to a record that is elsewhere', () => {
    const text = decision('- **Choice**: Keys', '- **Record**: [ADR-0008](adr/0008-keys.md)');
    const [drawing] = drawn(text, DESIGN).decisions;
    assert.equal(drawing?.record?.target, 'adr/0008-keys.md');
    assert.equal(text.slice(drawing.record.range.start, drawing.record.range.end), 'adr/0008-keys.md');
  });

  const chosen = (choice: string, ...options: readonly string[]): readonly string[] => {
    const text = decision('#### Options Considered', '', ...options, '', '#### Selected Approach', '', choice);
    return drawn(text, DESIGN).decisions.flatMap((each) => each.options.filter(({ isChosen }) => isChosen).map(({ name }) => name));
  };
  const KAFKA = ['1. **Kafka**', '   - Pros: a', '2. **Kafka Streams**', '   - Pros: b'];
  it('mark the option that is meant', () => {
    assert.deepEqual(chosen('**Kafka**', ...KAFKA), ['Kafka']);
    assert.deepEqual(chosen('Kafka Streams, because of b.', ...KAFKA), ['Kafka Streams']);
    assert.deepEqual(chosen('Option 2, since b counts most.', ...KAFKA), ['Kafka Streams']);
    assert.deepEqual(chosen('Option B: it is known.', '- **Option A**: Disk', '  - Pros: a', '- **Option B**: Tape', '  - Pros: b'), ['Tape']);
    assert.deepEqual(chosen('It was hard.', '- **Disk** (chosen)', '  - Pros: a', '- **Tape**', '  - Pros: b'), ['Disk']);
    assert.deepEqual(chosen('We keep all events on tape from now on, and they stay there for ten years.', '- **Disk**', '  - Pros: a', '- **Tape**', '  - Pros: b'), ['Tape']);
  });

  it('mark none where that is not sure', () => {
    assert.deepEqual(chosen('**Rabbit**', ...KAFKA), []);
    assert.deepEqual(chosen('**{{chosen option}}**, because {{reason}}', ...KAFKA), []);
    assert.deepEqual(chosen('Option 7', ...KAFKA), []);
    assert.deepEqual(chosen('After long talks it was agreed by everyone that we do not write anything to tape.', '- **Disk**', '  - Pros: a', '- **Tape**', '  - Pros: b'), []);
  });

  it('say what the checks say of them, at its place', () => {
    const text = decision('#### Problem', '', 'Bursts.', '', ...OPTIONS, '#### Selected Approach', '', '**Rabbit**, because it is known.', '', '#### Confidence: 140%');
    const gaps = drawn(text, DESIGN).decisions[0]?.gaps ?? [];
    assert.deepEqual(gaps.map(({ rule }) => rule).sort(), ['chosen-option-listed', 'required-decision-parts', 'valid-confidence']);
    const gap = gaps.find(({ rule }) => rule === 'chosen-option-listed');
    assert.equal(text.slice(gap?.range.start, gap?.range.end), 'Rabbit');
  });

  it('are the document itself where it is a record, with its status and date', () => {
    const text = '---\nstatus: accepted\ndate: 2026-02-03\n---\n\n# Store events in a log\n\n## Context and Problem Statement\n\nHow?\n\n## Considered Options\n\n* Log\n* Table\n\n## Decision Outcome\n\nChosen option: "Log", because it is known.\n';
    const { decisions, asked } = drawn(text, RECORD);
    assert.deepEqual(asked, ['decisions']);
    assert.equal(decisions.length, 1);
    const [drawing] = decisions;
    assert.deepEqual([drawing?.number, drawing?.name, drawing?.status, drawing?.date], ['7', 'Store events in a log', 'accepted', '2026-02-03']);
    assert.deepEqual([drawing?.choice, drawing?.rationale], ['Log', 'because it is known.']);
    assert.deepEqual(drawing?.options.map(({ name, isChosen }) => [name, isChosen]), [['Log', true], ['Table', false]]);
  });

  it('are read from a record in the form of Nygard, whose status is a section', () => {
    const text = '# 7. Store events in a log\n\nDate: 2026-02-03\n\n## Status\n\n✅ Accepted, supersedes ADR 3\n\n## Context\n\nBursts.\n\n## Decision\n\nWe write a log.\n\n## Consequences\n\nDeleting is slow.\n';
    const [drawing] = drawn(text, RECORD).decisions;
    assert.deepEqual([drawing?.number, drawing?.status, drawing?.date, drawing?.choice], ['7', 'Accepted', '2026-02-03', 'We write a log']);
    assert.deepEqual(drawing?.facts.map(({ name }) => name), ['problem', 'tradeoffs']);
  });

  it('are also sections that compare options without being called decisions', () => {
    const table = '## 2. System Structure and High-Level Architecture\n\n| Structure | Pros | Cons |\n|--|--|--|\n| One log | known | large |\n| Tables | small | slow |\n\n**Chosen structure**: One log, because it is known\n';
    const { decisions, asked } = drawn(`---\ngroundplan: use-case-plan\n---\n\n# Use Case Plan: Berths\n\n${table}`, 'plans/book-PLAN.md');
    assert.ok(asked.includes('decisions'));
    assert.deepEqual(decisions.map(({ name, choice, options }) => [name, choice, options.map((option) => [option.name, option.isChosen])]), [
      ['2. System Structure and High-Level Architecture', 'One log', [['One log', true], ['Tables', false]]],
    ]);
  });

  it('are none where nothing is decided', () => {
    assert.deepEqual(drawn(architectPlan(), ARCHITECT).decisions, []);
    assert.deepEqual(drawn('# Notes\n\n## Decision 1: Log\n\n- **Choice**: Log\n', 'notes.md').decisions, []);
  });
});
