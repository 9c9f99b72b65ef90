import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { readOptions, type Option } from '../../../../src/core/readings/decisions/options.ts';
import { anyText } from '../../support/any-text.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

function optionsIn(text: string): readonly Option[] {
  return readOptions(readPlan(text), { start: 0, end: text.length }, read);
}

interface Plain {
  readonly name: string;
  readonly label?: string;
  readonly pros?: readonly string[];
  readonly cons?: readonly string[];
  readonly isChosen?: true;
}

/** What is said of every option, after checking that each value slices to its text. */
function plain(text: string): readonly Plain[] {
  const textOf = (value: Value): string => {
    assert.equal(text.slice(value.range.start, value.range.end), value.text);
    return value.text;
  };
  return optionsIn(text).map(({ name, label, pros, cons, isChosen, range }) => {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
    return {
      name: textOf(name),
      ...(label ? { label: textOf(label) } : {}),
      ...(pros.length > 0 ? { pros: pros.map(textOf) } : {}),
      ...(cons.length > 0 ? { cons: cons.map(textOf) } : {}),
      ...(isChosen ? { isChosen } : {}),
    };
  });
}

describe('readOptions', () => {
  it('reads items that give their arguments on one line', () => {
    const text = '## Options weighed\n\n1. Ferry - Pros: calm, cheap / Cons: slow\n2. **Bridge** – Pros: quick; Cons: dear\n3. Tunnel (Pros: dry; Cons: dark)\n4. Ford. Pros: free\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', pros: ['calm', 'cheap'], cons: ['slow'] },
      { name: 'Bridge', pros: ['quick'], cons: ['dear'] },
      { name: 'Tunnel', pros: ['dry'], cons: ['dark'] },
      { name: 'Ford', pros: ['free'] },
    ]);
  });

  it('reads arguments below an item, as fields, lists and paragraphs', () => {
    const text =
      '## Options weighed\n\n1. **Ferry**: over water\n   - Pros: calm, cheap\n   - **Cons**: slow when the wind blows, and late\n2. Bridge\n   - **Pros**\n     - quick\n     - high\n   - Cons:\n     - dear\n3. Tunnel\n\n   Pros: dry\n\n   **Cons:**\n\n   - dark\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', pros: ['calm', 'cheap'], cons: ['slow when the wind blows, and late'] },
      { name: 'Bridge', pros: ['quick', 'high'], cons: ['dear'] },
      { name: 'Tunnel', pros: ['dry'], cons: ['dark'] },
    ]);
  });

  it('reads arguments that stand unindented below a numbered item', () => {
    const text = '## Options weighed\n\n1. **Ferry**\n- Pros: calm\n- Cons: slow\n\n2. **Bridge**\n- Pros: quick\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', pros: ['calm'], cons: ['slow'] },
      { name: 'Bridge', pros: ['quick'] },
    ]);
  });

  it('reads names with numbers and letters', () => {
    const text = '## Options weighed\n\n- Option A: Ferry - Pros: calm\n- **Option B: Bridge**\n- **Option C**: Tunnel – dry\n- 4: Ford\n- Alternative 5 - Raft - made of logs\n- **Option F**\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', label: 'A', pros: ['calm'] },
      { name: 'Bridge', label: 'B' },
      { name: 'Tunnel', label: 'C' },
      { name: 'Ford', label: '4' },
      { name: 'Raft', label: '5' },
      { name: 'Option F', label: 'F' },
    ]);
  });

  it('reads which one is marked', () => {
    const text = '## Options weighed\n\n- Ferry ✅\n- **Bridge** (chosen) – quick\n- ✅ Tunnel\n- Raft (Recommended): slow\n- **Ford (selected)**\n- Swim (not recommended)\n- Stay: ✅ is what they say\n- **Fly** - ✅ **Selected**: high\n- **Wait** – selected nobody\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', isChosen: true },
      { name: 'Bridge', isChosen: true },
      { name: 'Tunnel', isChosen: true },
      { name: 'Raft', isChosen: true },
      { name: 'Ford', isChosen: true },
      { name: 'Swim (not recommended)' },
      { name: 'Stay' },
      { name: 'Fly', isChosen: true },
      { name: 'Wait' },
    ]);
  });

  it('reads a list of names and the headings that argue for and against them as one', () => {
    const text =
      '# Cross the river\n\n* status: accepted\n* date: today\n\n## Considered Options\n\n* [Ferry](ferry.md) line – over water\n* Bridge\n* {title of option 3}\n\n## Decision Outcome\n\nFerry.\n\n### Consequences\n\n* Good, because calm\n* Bad, because slow\n\n## Pros and Cons of the Options\n\n### Ferry line\n\nIt is a boat.\n\n* Good, because it is calm\n* Neutral, because it is wet\n* Bad because slow\n\n### Bridge\n\n* **Good**, because quick\n* Bad: {argument}\n\n## More\n\n* Book\n';
    assert.deepEqual(plain(text), [
      { name: '[Ferry](ferry.md) line', pros: ['it is calm'], cons: ['slow'] },
      { name: 'Bridge', pros: ['quick'], cons: ['{argument}'] },
      { name: '{title of option 3}' },
    ]);
  });

  it('reads headings with labels and headings below them', () => {
    const text =
      '## Options weighed\n\nCriteria:\n\n- cost\n- time\n\n### Option 1: Ferry (recommended)\n\nA boat.\n\n**Pros**\n\n- calm\n- cheap\n\n**Cons:** slow, wet\n\n**Effort**\n\n- two days\n\n### 2. Bridge\n\n#### Advantages\n\nIt is quick.\n\n#### Disadvantages\n- dear\n\n#### Effort\n- a year\n\n### Raft\n\n- ✅ Cheap\n- ❌ Slow\n- Logs\n\n### Notes\n\n- ✅ done\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', label: '1', pros: ['calm', 'cheap'], cons: ['slow', 'wet'], isChosen: true },
      { name: 'Bridge', label: '2', pros: ['It is quick.'], cons: ['dear'] },
      { name: 'Raft', pros: ['Cheap'], cons: ['Slow'] },
    ]);
  });

  it('reads bold labels in place of headings', () => {
    const text = '## Options weighed\n\n**Option A: Ferry**\nA boat.\n\n- Pros: calm\n\n**Option B**: Bridge – of stone\n\n- Cons: dear\n\n**Raft**\n\n**Pros:**\n- cheap\n\n**Notes**\n\n- Cons: none of these\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', label: 'A', pros: ['calm'] },
      { name: 'Bridge', label: 'B', cons: ['dear'] },
      { name: 'Raft', pros: ['cheap'] },
    ]);
    assert.deepEqual(plain('## Options weighed\n\n### Candidates\n\n**Ferry**\n- Pros: calm\n\n**Bridge**\n- Pros: quick\n'), [
      { name: 'Ferry', pros: ['calm'] },
      { name: 'Bridge', pros: ['quick'] },
    ]);
  });

  it('reads options that are only named by their letter further below', () => {
    const text = '## Options weighed\n\n- Option A: Ferry\n- Option B: Bridge\n\n### Option A\n- Pros: calm\n\n### Option B\n- Cons: dear\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', label: 'A', pros: ['calm'] },
      { name: 'Bridge', label: 'B', cons: ['dear'] },
    ]);
  });

  it('reads a table with a row for each', () => {
    const text = '## Options weighed\n\n| # | Structure | Pros | Cons | Verdict |\n|--|--|--|--|--|\n| 1 | **Ferry** | calm; cheap | slow | no |\n| 2 | Option B: Bridge | | dear<br>high | ✅ **Selected** |\n| 3 | | | lost | |\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', pros: ['calm', 'cheap'], cons: ['slow'] },
      { name: 'Bridge', label: 'B', cons: ['dear', 'high'], isChosen: true },
    ]);
    assert.deepEqual(plain('## Options weighed\n\n| Architecture option | Cost |\n|--|--|\n| Ferry | low |\n'), [{ name: 'Ferry' }]);
  });

  it('reads a matrix with a column for each', () => {
    const text = '## Options weighed\n\n| Criterion | Weight | Ferry | Bridge (chosen) | Notes |\n|--|--|--|--|--|\n| Cost | 3 | low | high | a |\n';
    assert.deepEqual(plain(text), [{ name: 'Ferry' }, { name: 'Bridge', isChosen: true }]);
    const [ferry] = optionsIn(text);
    assert.equal(ferry && text.slice(ferry.range.start, ferry.range.end), 'Ferry');
  });

  it('gives the whole item, row or headed block as its place', () => {
    const text = '## Options weighed\n\n1. Ferry\n   - Pros: calm\n\n### Bridge\n\n- Pros: quick\n- Cons: dear\n\n### End\n';
    assert.deepEqual(
      optionsIn(text).map(({ range }) => text.slice(range.start, range.end)),
      ['1. Ferry\n   - Pros: calm', '### Bridge\n\n- Pros: quick\n- Cons: dear'],
    );
  });

  it('reads a list of bare names where options are announced', () => {
    assert.deepEqual(plain('**Alternatives**\n\n- Ferry -- over water\n- `Bridge`\n- … <!-- and more -->\n'), [{ name: 'Ferry' }, { name: 'Bridge' }]);
    assert.deepEqual(plain('## Structure\n\n- Ferry\n- Bridge\n\n### Ferry\n\n- Good, because calm\n'), [{ name: 'Ferry', pros: ['calm'] }, { name: 'Bridge' }]);
    const text = '## Options\n\n- Ferry\n';
    assert.deepEqual(readOptions(readPlan(text), { start: text.indexOf('- '), end: text.length }, read).map(({ name }) => name.text), ['Ferry']);
  });

  it('keeps names apart that differ in what looks like a remark', () => {
    assert.deepEqual(plain('## Options weighed\n\n- Boat: build\n- Boat: buy\n- Walk (over the pass: by night)\n'), [{ name: 'Boat: build' }, { name: 'Boat: buy' }, { name: 'Walk (over the pass: by night)' }]);
  });

  it('keeps what nobody has filled in yet apart', () => {
    const text = '## Options weighed\n\n1. {{option}} - Pros: {{pros}} / Cons: {{cons}}\n2. {{option}} - Pros: {{pros}}\n3. [Option A] - Pros/Cons\n';
    assert.deepEqual(plain(text), [{ name: '{{option}}', pros: ['{{pros}}'], cons: ['{{cons}}'] }, { name: '{{option}}', pros: ['{{pros}}'] }, { name: '[Option A]' }]);
  });

  it('finds none in prose, other tables, fences, comments and lists of other things', () => {
    assert.deepEqual(plain('## Options weighed\n\nWe looked at a few. Pros: many.\n\n```\n- Ferry - Pros: calm\n```\n\n<!-- - Ferry - Pros: calm -->\n'), []);
    assert.deepEqual(plain('## Options weighed\n\n- Pros: calm\n- Cons: slow\n'), []);
    assert.deepEqual(plain('## Options weighed\n\n| Aspect | Description | Notes |\n|--|--|--|\n| a | b | c |\n\n| Metric | Target | Scaling approach |\n|--|--|--|\n| a | b | c |\n\n| Criterion | Ferry | Score |\n|--|--|--|\n| a | b | c |\n'), []);
    assert.deepEqual(plain('## Structure\n\n- Piers\n- Cranes: high ones\n'), []);
    assert.deepEqual(plain('## Options weighed\n\n### Drivers\n\n- cost\n- time\n\n### Sources\n\n- a book\n'), []);
    assert.deepEqual(plain('## Options weighed\n\n### Consequences\n\n* Good, because calm\n* Bad, because slow\n'), []);
    assert.deepEqual(plain(''), []);
  });

  it('takes a product whose name ends in "Pro" for no argument', () => {
    assert.deepEqual(plain('## Options weighed\n\n- Boat Pro: a large one\n- Boat: a small one, not a Boat Pro: really\n'), [{ name: 'Boat Pro' }, { name: 'Boat' }]);
  });

  it('keeps its places with Windows line endings, tabs, emoji, front matter and a byte-order mark', () => {
    const text = '\uFEFF---\r\n- x: Pros: none\r\n---\r\n## 🎯 Options weighed\r\n\r\n1.\t🚢 Ferry – Pros: calm 🌊\r\n2.\t**עברית**\r\n\t- Cons:\tslow\r\n';
    assert.deepEqual(plain(text), [
      { name: 'Ferry', pros: ['calm 🌊'] },
      { name: 'עברית', cons: ['slow'] },
    ]);
  });

  it('never throws, and every value is where it says', () => {
    const line = fc.constantFrom('## Options weighed', '### Ferry', '### Option 1: Ferry', '#### Pros', '**Cons**', '**Ferry**', '**Option B**: x', '- Pros: a, b; c', '   - **Cons**: d', '* Good, because e', '* Bad', '1. Ferry - Pros: a / Cons: b', '1. **Ferry** (chosen)', '2. `a` ✅', '| Option | Pros |', '| Criterion | A | B |', '|--|--|--|', '| a | b |', '', '', '> - x', '```', '\t- x', '<!--', '-->', '[a]: b', '- [ ] Raft: y', '---');
    const document = fc.tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(document, (text) => void plain(text)), { numRuns: RUNS });
    fc.assert(fc.property(anyText(), (text) => void plain(`## A\n\n- ${text}`)), { numRuns: RUNS });
  });

  it('reads the same whatever ends the lines', () => {
    const text = '## Options weighed\n\n**Option A: Ferry**\nA boat.\n\n**Pros**\n- calm\n\n1. Bridge\n   Pros: quick\n   Cons: dear\n\n| Option | Pros |\n|--|--|\n| Raft | cheap |\n';
    for (const end of ['\r\n', '\r']) assert.deepEqual(plain(text.replaceAll('\n', end)), plain(text));
  });
});
