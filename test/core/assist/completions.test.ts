import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionsAt, mayComplete, type Completion } from '../../../src/core/assist/completions.ts';
import type { Kind } from '../../../src/core/template/kind.ts';
import { checker } from '../documents.ts';
import { RUNS } from '../support/runs.ts';
import { expandSnippet } from '../template/expand-snippet.ts';
import { kindFrom } from '../template/kind-from.ts';
import { subjectOf } from '../support/subject-of.ts';

const sample = kindFrom(`---
groundplan: { kind: sample, name: Sample, description: A sample., file: "sample-{{number}}.md" }
mood: {{calm/rough}}
---
# Sample {{number}}

## 🎯 Aim

<!-- Say $what {it} is. -->

**Impact**: {{High/Medium/Low}}

## State
<!-- plan: reads status -->
<!-- plan: values "Open", "Shut: for good", "C:\\{x}" -->

Open

## Later
<!-- plan: when number > 1 -->

## Dangers

| Danger | Likelihood | Grade |
|--------|------------|-------|
| {{danger}} | {{Low/High}} | {{a/b}} |

### Danger {{n}}
<!-- plan: repeat 1 -->

## More
<!-- plan: optional -->
`);

const STATES = ['Proposed', 'Accepted', 'Rejected', 'Deprecated', 'Superseded'];
const MADR_STATES = ['proposed', 'rejected', 'accepted', 'deprecated', 'superseded'];
const LEVELS = ['High', 'Medium', 'Low'];
/** Every section that the sample asks for. */
const WHOLE = '# Sample 1\n\n## Aim\n\n## State\n\nOpen\n\n## Dangers\n\n';

function kindOf(id: string): Kind {
  return checker.kinds.find((kind) => kind.id === id) ?? sample;
}

/** What is offered at the `¦` of a text, and what the text becomes with each. */
function at(marked: string, kind = sample): { readonly all: readonly Completion[]; readonly labels: readonly string[]; readonly texts: readonly string[] } {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const all = completionsAt(subjectOf(text, kind, { number: '1' }), offset);
  for (const { range } of all) assert.ok(range.start <= offset && offset <= range.end, 'an editor takes no place that the cursor is not in');
  return { all, labels: all.map(({ label }) => label), texts: all.map(({ range, snippet }) => text.slice(0, range.start) + expandSnippet(snippet) + text.slice(range.end)) };
}

/** What becomes of a line in a whole document when the first word is taken. */
function line(marked: string, kind = sample): string | undefined {
  const [first] = at(`${WHOLE}${marked}\n`, kind).texts;
  return first?.slice(WHOLE.length, -1);
}

describe('completions of a field', () => {
  it('are the words of the template, in their order', () => {
    assert.deepEqual(at(`${WHOLE}**Impact**: ¦\n`).all, LEVELS.map((word) => ({ label: word, detail: 'of Sample', filter: word, range: { start: WHOLE.length + 12, end: WHOLE.length + 12 }, snippet: word, kind: 'value' })));
  });

  it('stand in fields of every form', () => {
    for (const [written, expected] of [
      ['**Impact**: ¦', '**Impact**: High'],
      ['**Impact:** ¦', '**Impact:** High'],
      ['__Impact__: ¦', '__Impact__: High'],
      ['Impact: ¦', 'Impact: High'],
      ['- **impact**: ¦', '- **impact**: High'],
      ['  3. Impact: ¦', '  3. Impact: High'],
      ['> > * **Impact**: ¦', '> > * **Impact**: High'],
      ['\t- IMPACT:\t¦', '\t- IMPACT:\tHigh'],
    ] as const) assert.equal(line(written), expected);
  });

  it('take the place of what is written, and of what is left open', () => {
    for (const [written, expected] of [
      ['**Impact**: Me¦', '**Impact**: High'],
      ['**Impact**: ¦Medium', '**Impact**: High'],
      ['**Impact**: very ¦low', '**Impact**: High'],
      ['**Impact**: {{High/Med¦ium/Low}}', '**Impact**: High'],
      ['**Impact**: [HIGH/LOW]¦', '**Impact**: High'],
      ['**Impact**: <!-- how ¦bad? -->', '**Impact**: High'],
    ] as const) assert.equal(line(written), expected);
  });

  it('leave what else stands in the line', () => {
    for (const [written, expected] of [
      ['**Impact**: L¦ow, as ever', '**Impact**: High, as ever'],
      ['**Impact**: L¦ow (see [1](x.md))', '**Impact**: High (see [1](x.md))'],
      ['**Impact**: L¦ow  ', '**Impact**: High  '],
      ['**Impact**: ¦  ', '**Impact**: High  '],
      ['**Impact**: L¦ow - for now', '**Impact**: High - for now'],
      ['**Impact**: L¦ow **Owner**: Ada', '**Impact**: High **Owner**: Ada'],
      ['**Impact**: L¦ow | **Owner**: Ada', '**Impact**: High | **Owner**: Ada'],
    ] as const) assert.equal(line(written), expected);
  });

  it('begin with a space right behind the colon', () => {
    assert.equal(line('**Impact**:¦'), '**Impact**: High');
    assert.equal(line('- **Impact:**¦Low'), '- **Impact:** High');
  });

  it('stand nowhere else in the line', () => {
    for (const written of ['**Imp¦act**: Low', '¦**Impact**: Low', '**Impact**: Low, as ¦ever', '**Impact**: Low (see ¦', '**Impact**: **¦', '**Impact**: Low  ¦']) assert.deepEqual(at(`${WHOLE}${written}\n`).labels, [], written);
  });

  it('are none where the template leaves no choice', () => {
    for (const written of ['**Owner**: ¦', 'Impact ¦', 'The impact: ¦', '**Impact on others**: ¦', 'https://¦', '::¦', ': ¦']) assert.deepEqual(at(`${WHOLE}${written}\n`).labels, [], written);
  });

  it('are none in fences and comments, closed or not', () => {
    for (const written of ['```\nImpact: ¦\n```', '~~~yaml\nImpact: ¦', '<!--\nImpact: ¦\n-->', '<!--\n\nImpact: ¦', '```\n\n¦\n\n```', '<!--\n\n¦\n\n-->', '```¦']) assert.deepEqual(at(`# Sample 1\n\n${written}`).labels, [], written);
    assert.deepEqual(at(`${WHOLE}\`\`\`\nx\n\`\`\`\n\nImpact: ¦\n`).labels, LEVELS);
  });

  it('are words that an editor does not take for tab stops', () => {
    assert.equal(at(`${WHOLE}Status: ¦\n`).all[2]?.snippet, 'C:\\\\{x\\}');
  });
});

describe('completions of a cell', () => {
  const TABLE = '| Danger | Likelihood | Grade |\n|---|:--:|---|\n';
  const cell = (row: string): string | undefined => line(`${TABLE}| Fog | High | a |\n${row}`)?.split('\n')[3];

  it('are the words of its column', () => {
    assert.equal(cell('| Ice | ¦ | b |'), '| Ice | Low | b |');
    assert.equal(cell('| Ice | Hi¦gh | b |'), '| Ice | Low | b |');
    assert.equal(cell('| Ice | {{Low/¦High}} | b |'), '| Ice | Low | b |');
    assert.equal(cell('| Ice | Low | ¦'), '| Ice | Low | a');
    assert.equal(cell('  | Ice || ¦ |'), '  | Ice || a |');
    assert.equal(line('| Likelihood |\n|--|\n|¦|'), '| Likelihood |\n|--|\n|Low|');
  });

  it('know a bar behind a backslash from the end of a cell', () => {
    assert.equal(cell('| a \\| b | ¦ |'), '| a \\| b | Low |');
    assert.equal(line('| a \\| b | Likelihood |\n|--|--|\n| x | ¦ |'), '| a \\| b | Likelihood |\n|--|--|\n| x | Low |');
  });

  it('are none in other columns, in the header, between header and rows, and outside the table', () => {
    for (const row of ['| ¦ | High | a |', '¦| Ice | High | a |', '| Ice | High | a |¦', '| Ice | High | a | ¦ |', '| Ice | High  ¦| a |']) assert.equal(cell(row), undefined, row);
    for (const written of ['| Likelihood¦ |\n|--|', '| Likelihood |\n|--¦|', '| Likelihood |\n| :--: ¦|', '| Likelihood |\n|--|\n\n| ¦ |', 'Likelihood | ¦']) assert.deepEqual(at(`${WHOLE}${written}\n`).labels, [], written);
  });
});

describe('completions of a status', () => {
  const nygard = (body: string): string => `# 7. Keep one log\n\n## Status\n\n${body}\n\n## Context\n\n## Decision\n\n## Consequences\n`;
  const state = (body: string): string | undefined => at(nygard(body), kindOf('adr-nygard')).texts[0]?.split('\n\n')[2];

  it('stand in a line of the section that says it', () => {
    assert.deepEqual(at(nygard('¦'), kindOf('adr-nygard')).labels, STATES);
    assert.deepEqual(at(nygard('Acc¦'), kindOf('adr-nygard')).labels, STATES);
    for (const [written, expected] of [['Acc¦', 'Proposed'], ['- Acc¦epted', '- Proposed'], ['> Acc¦', '> Proposed'], ['{{stat¦us}}', 'Proposed'], ['Acc¦epted, on Monday', 'Proposed, on Monday'], ['Superseded by¦ [7](x.md)', 'Proposed [7](x.md)']] as const) assert.equal(state(written), expected);
  });

  it('stand on a blank line with spaces, at the cursor', () => {
    assert.equal(state(' ¦  '), ' Proposed  ');
  });

  it('are none in prose, in another field and in the heading', () => {
    for (const written of ['We all agreed to this in May¦', 'Date: ¦', 'Accepted, on ¦Monday', '[Accepted](x.md) ¦', '12¦', '### ¦Why']) assert.deepEqual(at(nygard(written), kindOf('adr-nygard')).labels.filter((label) => STATES.includes(label)), [], written);
    assert.deepEqual(at('# 7. Keep one log\n\n## Status¦\n', kindOf('adr-nygard')).labels, []);
    assert.deepEqual(at('# 7. Keep one log\n\nStatus¦\n------\n', kindOf('adr-nygard')).labels, []);
    assert.deepEqual(at(nygard('Accepted').replace('## Context\n', '## Context\n\nAcc¦\n'), kindOf('adr-nygard')).labels, []);
  });

  it('stand in a field, wherever that is', () => {
    assert.deepEqual(at('# Decision: One log\n\n**Status**: ¦  \n**Date**: 2026-01-02\n', kindOf('adr-decision')).labels, STATES);
    assert.equal(at('# Decision: One log\n\n**Status**: ¦  \n**Date**: 2026-01-02\n', kindOf('adr-decision')).texts[1], '# Decision: One log\n\n**Status**: Accepted  \n**Date**: 2026-01-02\n');
    assert.deepEqual(at('# One log\n\nAcc¦\n', kindOf('adr-madr')).labels, [], 'what reads the whole document makes no line of it a status');
  });
});

describe('completions in front matter', () => {
  const front = (yaml: string): string => `---\n${yaml}\n---\n# One log\n\n## Context and Problem Statement\n\n## Considered Options\n\n## Decision Outcome\n`;
  const yaml = (written: string, kind = kindOf('adr-madr')): string | undefined => at(front(written), kind).texts[0]?.split('\n---\n')[0]?.slice(4);

  it('are the states of a record, as in its section', () => {
    assert.deepEqual(at(front('status: ¦\ndate: 2026-01-02'), kindOf('adr-madr')).labels, MADR_STATES);
    assert.equal(yaml('status: ¦\ndate: 2026-01-02'), 'status: proposed\ndate: 2026-01-02');
    assert.deepEqual(at(front('date: 2026-01-02\nstatus: acc¦').replaceAll('\n', '\r\n'), kindOf('adr-madr')).labels, MADR_STATES);
    assert.deepEqual(at(`\uFEFF${front('status: ¦')}`, kindOf('adr-madr')).labels, MADR_STATES);
    assert.deepEqual(at(front('status: ¦'), kindOf('adr-nygard')).labels, STATES);
    assert.deepEqual(at(front('adr-status: ¦'), kindOf('adr-madr')).labels, MADR_STATES);
  });

  it('take the place of the value, in quotes or not, and leave a comment', () => {
    assert.equal(yaml('status: "{proposed | rejected | ¦accepted | superseded by ADR-0123}"'), 'status: proposed');
    assert.equal(yaml("status: 'Acc¦epted'  # since May"), 'status: proposed  # since May');
    assert.equal(yaml('status: superseded by [7](x.md)¦'), 'status: proposed');
    assert.equal(yaml('status: ¦ # one of ours'), 'status: proposed # one of ours');
  });

  it('begin with a space, without which it is no value', () => {
    assert.equal(yaml('status:¦'), 'status: proposed');
  });

  it('are written as YAML', () => {
    assert.deepEqual(at('---\nstatus: ¦\n---\n# Sample 1\n').texts.map((text) => text.split('\n')[1]), ['status: Open', 'status: "Shut: for good"', 'status: "C:\\\\{x}"']);
  });

  it('are the choices that the front matter of the template has', () => {
    assert.deepEqual(at('---\nmood: ¦\n---\n# Sample 1\n').labels, ['calm', 'rough']);
  });

  it('are none for what is nested, in other keys, in comments, and in the words of fields and tables', () => {
    for (const written of ['¦', 'a: 1\n\n¦', 'sta¦tus: accepted', 'parent:\n  status: ¦', '- status: ¦', '# status: ¦', '"status": ¦', '**status**: ¦', 'status: accepted # and ¦', 'status:accep¦ted', 'date: ¦', '## ¦']) assert.deepEqual(at(front(written), kindOf('adr-madr')).labels, [], written);
    for (const written of ['impact: ¦', 'likelihood: ¦', 'toString: ¦', '__proto__: ¦']) assert.deepEqual(at(`---\n${written}\n---\n# Sample 1\n`).labels, [], written);
    assert.deepEqual(at('---\nstatus: ¦\n---\n# Implementation Plan\n', kindOf('master-plan')).labels, [], 'the states of its phases are none of the plan');
  });

  it('are none on the lines around it', () => {
    for (const text of ['---¦\nstatus: x\n---\n# One log\n', '---\nstatus: x\n---¦\n# One log\n']) assert.deepEqual(at(text, kindOf('adr-madr')).labels, []);
  });

  it('are those of a text where the front matter is never closed', () => {
    assert.deepEqual(at('---\nstatus: ¦\n# One log\n', kindOf('adr-madr')).labels, MADR_STATES);
  });
});

describe('completions of sections', () => {
  it('are those that are missing, as the template has them, at the level of the others', () => {
    assert.deepEqual(at('# Sample 1\n\n## State\n\nOpen\n\n¦').all.filter(({ kind }) => kind === 'section'), [
      { label: 'Aim', detail: 'section of Sample', filter: '## Aim', range: { start: 28, end: 28 }, snippet: '## 🎯 Aim\n\n${1:<!-- Say \\$what {it\\} is. -->}\n\n**Impact**: ${2|{{High/Medium/Low}},High,Medium,Low|}', kind: 'section' },
      { label: 'Dangers', detail: 'section of Sample', filter: '## Dangers', range: { start: 28, end: 28 }, snippet: '## Dangers\n\n| Danger | Likelihood | Grade |\n|--------|------------|-------|\n| ${1:{{danger\\}\\}} | ${2|{{Low/High}},Low,High|} | ${3|{{a/b}},a,b|} |\n\n### Danger 1', kind: 'section' },
    ]);
    assert.deepEqual(at('# Sample 1\n\n### State\n\nOpen\n\n### ¦').all.map(({ filter }) => filter), ['### Aim', '### Dangers']);
  });

  it('take the place of the heading that is begun', () => {
    for (const begun of ['#¦', '## ¦', '## Da¦', '   ## ¦']) {
      const { labels, texts } = at(`# Sample 1\n\n## Aim\n\n## State\n\nOpen\n\n${begun}`);
      assert.deepEqual(labels, ['Dangers'], begun);
      assert.match(texts[0] ?? '', /\n\nOpen\n\n## Dangers\n/);
    }
    assert.deepEqual(at('# Sample 1\n\n## Aim\n\nText\n## ¦\n\n## State\n').labels, ['Dangers'], 'a heading may follow a line');
  });

  it('end their lines as the document does', () => {
    for (const ending of ['\r\n', '\r']) {
      const { all } = at(`# Sample 1\n\n## Aim\n\n¦\n`.replaceAll('\n', ending));
      assert.deepEqual(all.map(({ label }) => label), ['State', 'Dangers']);
      assert.equal(all[0]?.snippet, `## State${ending}${ending}Open`);
    }
  });

  it('are none where none is missing, or may be left out', () => {
    assert.deepEqual(at(`${WHOLE}¦`).labels, []);
    assert.deepEqual(at(`${WHOLE}**More**: \n\n## ¦`).labels, []);
  });

  it('are none where something stands', () => {
    for (const text of ['# Sample 1\n\nText¦\n', '# Sample 1\n\nText\n¦\n', '# Sample 1\r\n\r\nText\r\n¦\r\n', '# Sample 1\n\n- item\n  ¦\n', '# Sample 1\n\n## A¦im\n', '# Sample 1\n\n¦## Aim\n', '# Sample 1\n\n##Aim¦', '# Sample 1\n\n    # ¦', '# Sample 1\n\n####### ¦', '# Sample 1\n\n# a | b¦']) assert.deepEqual(at(text).labels, [], text);
  });

  it('are none in place of a heading that is known', () => {
    assert.deepEqual(at('# Sample 1¦\n').labels, []);
    assert.deepEqual(at('# Sample 1\n\n## Aim¦\n').labels, []);
    assert.deepEqual(at('# Sample 1\n\n## Other¦\n').labels, ['Aim', 'State', 'Dangers']);
  });

  it('may begin a document', () => {
    assert.deepEqual(at('¦').labels, ['Aim', 'State', 'Dangers']);
    assert.deepEqual(at('¦\n\n# Sample 1\n').labels, ['Aim', 'State', 'Dangers']);
  });
});

describe('mayComplete', () => {
  it('holds wherever there may be something to offer', () => {
    for (const line of ['', '#', '## Ri', '**Impact**: ', '- Impact: H', 'status: ', 'status:', '| a | ', 'Acc', '- Accepted', '   ']) assert.equal(mayComplete(line, line.length), true, line);
  });

  it('does not hold in prose', () => {
    for (const line of ['x'.repeat(81), `${'word '.repeat(20)}.`, `- ${'word '.repeat(20)}: `, `# ${'x'.repeat(90)}`, `Impact: ${'x'.repeat(1000)}`]) assert.equal(mayComplete(line, line.length), false, line);
  });

  it('goes by what stands before the cursor', () => {
    assert.equal(mayComplete(`${'x'.repeat(100)}| a`, 20), true);
    assert.equal(mayComplete(`${'x'.repeat(100)}| a`, 90), false);
    assert.equal(mayComplete(`${'x'.repeat(100)}| a`, 102), true);
  });
});

describe('completionsAt', () => {
  const piece = fc.constantFrom('# Sample 1', '## Aim', '## State', '## ', '**Impact**: ', 'Impact:', '| Danger | Likelihood |', '|--|--|', '| \\| | ', '---', 'status: ', 'mood: {{', '```', '<!--', '-->', '- ', '> ', 'Acc', '🎯', '\t', '\uFEFF', '');
  const text = fc.tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, ending]) => lines.join(ending));

  it('never throws, and writes over one line around the cursor', () => {
    fc.assert(
      fc.property(text, fc.nat(200), fc.constantFrom(sample, kindOf('adr-madr'), kindOf('adr-nygard')), (written, place, kind) => {
        const offset = place % (written.length + 1);
        for (const { range } of completionsAt(subjectOf(written, kind), offset)) {
          assert.ok(0 <= range.start && range.start <= offset && offset <= range.end && range.end <= written.length);
          assert.doesNotMatch(written.slice(range.start, range.end), /[\r\n]/);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is nothing in a hostile document', () => {
    for (const unit of ['| ', '> ', '- ', 'a ', '**', '[', '{{', '\\|', '|\n', 'Impact: ', '"\\']) {
      const subject = subjectOf(`# Sample 1\n\n${unit.repeat(5000)}`, kindOf('master-plan'));
      for (const offset of [13, 500, 10_000]) assert.deepEqual(completionsAt(subject, offset), [], unit);
    }
  });
});
