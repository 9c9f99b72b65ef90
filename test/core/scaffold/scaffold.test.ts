import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberProblem, scaffold, scaffoldPath } from '../../../src/core/scaffold/scaffold.ts';
import { withDerivedValues } from '../../../src/core/template/derived-values.ts';
import { expandSnippet } from '../template/expand-snippet.ts';
import { kindFrom, kindNamedBy } from '../template/kind-from.ts';
import { RUNS } from '../support/runs.ts';

const HEADER = 'groundplan: { kind: phase-plan, name: Phase Plan, description: One phase., file: "plans/PHASE-{{number}}-ARCHITECTURE-PLAN.md", ask: { number: Which?, name: What? } }';

const phase = kindFrom(`---
status: draft
${HEADER}
# When it was begun
date: {{date}}
---
# Phase {{number}} Architecture Plan

**Phase Name**: {{name}}  
**Created After**: {{previous}}  

## Previous Phases
<!-- plan: when number > 1 -->

### Contracts
<!-- plan: from previous_contracts -->

- {{contract}} of {{previous_number}}

## Risks

### Risk {{n}}: {{risk}}
<!-- plan: repeat 1 -->

**Impact**: {{High/Low}}

## Debt
<!-- plan: from previous_debt -->

- [ ] {{debt}}
`);

const HOSTILE = fc.string({ unit: fc.constantFrom('.', '..', '/', '\\', '../', 'a', ':', '~', '\0', '\n', '%2e', '%2f', '"', "'", '`', '$', '{{', '}}', '🎯', '𠮷', '-', '_', ' ', 'con', '港', '\u0301', '\u202E', '\uD800'), maxLength: 40 });

describe('scaffold', () => {
  it('numbers, names and dates the document, front matter too', () => {
    const { path, contents } = scaffold(phase, { number: '7', name: 'Tides', date: '2026-05-04' });
    assert.equal(path, 'plans/PHASE-7-ARCHITECTURE-PLAN.md');
    assert.equal(
      contents,
      '---\nstatus: draft\n# When it was begun\ndate: 2026-05-04\n---\n\n# Phase 7 Architecture Plan\n\n**Phase Name**: Tides  \n**Created After**: Phase 6 Assessment  \n\n## Previous Phases\n\n### Contracts\n\n- {{contract}} of 6\n\n## Risks\n\n### Risk 1: {{risk}}\n\n**Impact**: {{High/Low}}\n\n## Debt\n\n- [ ] {{debt}}\n',
    );
  });

  it('begins a first phase without a phase before it', () => {
    const { contents } = scaffold(phase, { number: '1', name: 'First', previous_contracts: '- API' });
    assert.match(contents, /^\*\*Created After\*\*: Project kick-off/m);
    assert.doesNotMatch(contents, /Previous Phases|Contracts|- API/);
    assert.match(contents, /^date: \{\{date\}\}$/m);
  });

  it('writes what the workspace knows in place of a body, placeholders still open', () => {
    const { contents } = scaffold(phase, { number: '2', name: 'Next', previous_contracts: '\n- Berths: {{how {it} is used}}\n- Tides: {{use}}\n\n', previous_debt: '- [ ] Paint' });
    assert.match(contents, /\n### Contracts\n\n- Berths: \{\{how \{it\} is used\}\}\n- Tides: \{\{use\}\}\n\n## Risks\n/);
    assert.doesNotMatch(contents, /\{\{contract\}\}|\{\{debt\}\}/);
    assert.ok(contents.endsWith('\n## Debt\n\n- [ ] Paint\n'));
  });

  it('takes no property that every object has for something known', () => {
    const kind = kindFrom('---\ngroundplan: { kind: a, name: A, description: B, file: a.md }\n---\n# A\n\n## One\n<!-- plan: from constructor -->\n\n{{constructor}}\n');
    assert.equal(scaffold(kind, {}).contents, '# A\n\n## One\n\n{{constructor}}\n');
  });

  it('makes the same of a template with other line endings and a byte-order mark', () => {
    const text = `---\n${HEADER}\nstatus: draft\n---\n# Phase {{number}}\n<!-- plan: optional -->\n\nText  \n\n## Risks\n<!-- plan: also "Dangers" -->\n\n- {{risk}}\n`;
    const expected = scaffold(kindFrom(text), { number: '2' });
    assert.equal(expected.contents, '---\nstatus: draft\n---\n\n# Phase 2\n\nText  \n\n## Risks\n\n- {{risk}}\n');
    for (const end of ['\r\n', '\r']) for (const mark of ['', '\uFEFF']) assert.deepEqual(scaffold(kindFrom(mark + text.replaceAll('\n', end)), { number: '2' }), expected);
  });

  it('writes any name as it was typed, also through the snippet', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '$', '{', '}', '\\', '/', '"', '`', '🎯', '|', ',', '$1') }), (name) => {
        const { contents, snippet } = scaffold(phase, { number: '2', name });
        assert.ok(contents.includes(`**Phase Name**: ${name}  \n`));
        assert.equal(expandSnippet(snippet), contents);
      }),
      { numRuns: 5 * RUNS },
    );
  });

  it('goes where the workspace keeps such documents, in their style', () => {
    const record = kindNamedBy('docs/ADR-{{nnn}}-{{title}}.md');
    const answers = { number: '12', title: 'Keep "one" log' };
    assert.equal(scaffold(record, answers).path, 'docs/ADR-012-keep-one-log.md');
    assert.equal(scaffold(record, answers, { folder: 'doc/adr', pattern: 'adr_{{nnnn}}_{{title}}.md', joint: '_' }).path, 'doc/adr/adr_0012_keep_one_log.md');
    assert.equal(scaffold(record, answers, { folder: '', pattern: '{{number}}.md', joint: '-' }).path, '12.md');
    for (const [digits, name] of [['nn', '12'], ['nnnnn', '00012'], ['nnnnnn', '000012']] as const) assert.equal(scaffold(record, answers, { folder: 'a', pattern: `{{${digits}}}.md`, joint: '-' }).path, `a/${name}.md`);
  });
});

describe('scaffoldPath', () => {
  it('never leads out of its folder', () => {
    const inFolder = kindNamedBy('runbooks/{{service}}/{{team}}.md');
    fc.assert(
      fc.property(HOSTILE, HOSTILE, (service, team) => {
        assert.match(scaffoldPath(inFolder, { service, team }), /^runbooks\/[\p{L}\p{M}\p{N}_-]+\/[\p{L}\p{M}\p{N}_-]+\.md$/u);
        assert.match(scaffoldPath(phase, { number: service }), /^plans\/PHASE-(?:\d+|_)-ARCHITECTURE-PLAN\.md$/);
      }),
      { numRuns: 5 * RUNS },
    );
  });

  it('never leads out of its folder with the name of a file either', () => {
    const beside = kindFrom('---\ngroundplan: { kind: a, name: A, description: B, file: "plans/{{source}}/{{source}}.md", beside: source, ask: { source: { prompt: Which?, file: "**/*.md" } } }\n---\n# A\n');
    const place = { folder: 'docs', pattern: '{{source}}-PLAN.md', joint: '-' } as const;
    fc.assert(
      fc.property(HOSTILE, (source) => {
        const parts = scaffoldPath(beside, { source }).split('/');
        assert.equal(parts.length, 3);
        assert.ok(parts.every((part) => !/^\.{0,2}$|[\\\p{Cc}]/u.test(part)), parts.join('/'));
        assert.match(scaffoldPath(beside, { source }, place), /^docs\/[^/\\]+-PLAN\.md$/);
      }),
      { numRuns: 5 * RUNS },
    );
  });

  it('keeps the name of a file that is there already', () => {
    const beside = kindFrom('---\ngroundplan: { kind: a, name: A, description: B, file: "{{source}}-PLAN.md", beside: source, ask: { source: { prompt: Which?, file: "**/*.md" } } }\n---\n# A\n');
    assert.equal(scaffoldPath(beside, { source: 'Book a Berth (v2)' }), 'Book a Berth (v2)-PLAN.md');
    assert.equal(scaffoldPath(beside, { source: 'a/b\\c' }), 'a-b-c-PLAN.md');
  });

  it('keeps the name of a folder that is there already, braces and all', () => {
    assert.equal(scaffoldPath(phase, { number: '2' }, { folder: '{{cookiecutter.name}}/plans', pattern: 'PHASE-{{number}}.md', joint: '-' }), '{{cookiecutter.name}}/plans/PHASE-2.md');
  });

  it('fills what nobody answered with a sign that stands for it', () => {
    assert.equal(scaffoldPath(phase, {}), 'plans/PHASE-_-ARCHITECTURE-PLAN.md');
    assert.equal(scaffoldPath(kindNamedBy('a/{{title}}.md'), { title: '"?!"' }), 'a/_.md');
  });
});

describe('numberProblem', () => {
  it('takes whole numbers from 1', () => {
    for (const good of ['1', ' 12 ', '9999']) assert.equal(numberProblem(good), undefined);
    for (const bad of ['', '0', '-1', '1.5', 'two', '1e3', '../1', '10000', '007', '٣', '1 2', '+1', '0x1']) assert.equal(numberProblem(bad), 'Write a whole number from 1 to 9999.', bad);
  });
});

describe('withDerivedValues', () => {
  it('writes a number in every width, and tells the one before', () => {
    assert.deepEqual(withDerivedValues({ nnn: '007', title: 'x' }), { nn: '07', nnn: '007', nnnn: '0007', nnnnn: '00007', nnnnnn: '000007', number: '7', previous: 'Phase 6 Assessment', previous_number: '6', title: 'x' });
    assert.equal(withDerivedValues({ number: '12345' })['nnn'], '12345');
    assert.deepEqual(withDerivedValues({ number: '0' }), { nn: '00', nnn: '000', nnnn: '0000', nnnnn: '00000', nnnnnn: '000000', number: '0' });
  });

  it('lets an answer stand', () => {
    assert.equal(withDerivedValues({ number: '2', previous: 'Discovery' })['previous'], 'Discovery');
    assert.equal(withDerivedValues({ number: '1', previous: 'Discovery' })['previous'], 'Discovery');
  });

  it('says nothing of what is no number', () => {
    for (const number of ['', ' ', 'x', '1.5', '-1', '1e3', '0x10', 'Infinity', '99999999999999999999']) assert.deepEqual(withDerivedValues({ number }), { number }, number);
    assert.deepEqual(withDerivedValues({ n: '3' }), { n: '3' });
  });
});
