import assert from 'node:assert/strict';
import fc from 'fast-check';
import { previousPhaseValues } from '../../../src/core/scaffold/previous-phase.ts';
import type { Values } from '../../../src/core/template/placeholders.ts';
import { kindNamed, phasePlan } from '../documents.ts';
import { RUNS } from '../support/runs.ts';
import { subjectOf } from '../support/subject-of.ts';
import { kindFrom } from '../template/kind-from.ts';

const sample = kindFrom(`---
groundplan: { kind: sample, name: Sample, description: A sample., file: "sample.md" }
---
# Sample

## Decisions
<!-- plan: reads decisions -->

## Contracts
<!-- plan: reads contracts -->

## Debt
<!-- plan: reads debt -->

## Gates
<!-- plan: reads gates -->
`);

function values(text: string, link = 'PHASE-1.md'): Values {
  const { plan, readings } = subjectOf(text, sample);
  return previousPhaseValues(plan, readings, 1, link);
}

describe('previousPhaseValues', () => {
  it('are the contracts, decisions and open ends, each with a link to where it stands', () => {
    const text = '# Sample\n\n## Decisions\n\n### Decision 1: One *log*\n\n- **Choice**: A file,\n  on disk\n\n### Decision 2: Two quays\n\n- **Rationale**: Room\n\n## Contracts\n\n```ts\ninterface Berths {}\ntype Night = string;\n```\n\n### HTTP\n\n```http\nGET /berths\n```\n\n## Debt\n\n- [ ] Paint the hull\n- [x] Rope\n\n## ✅ Gates\n\n### Must\n\n- [x] Afloat\n- [ ] Insured\n';
    assert.deepEqual(values(text), {
      previous_link: 'PHASE-1.md',
      previous_contracts:
        'Defined in [phase 1](PHASE-1.md#contracts):\n\n```yaml\nphase_1:\n' +
        ['Berths', 'Night', '"GET /berths"'].map((name) => `  - api: ${name.replaceAll('"', '')}\n    version: {{version}}\n    location: {{folder}}\n    usage: {{how this phase uses it}}\n`).join('') +
        '```',
      previous_decisions: 'Phase 1 decided, and this phase builds upon it:\n\n- [One log](PHASE-1.md#decision-1-one-log): A file, on disk\n- [Two quays](PHASE-1.md#decision-2-two-quays)',
      previous_debt: '- [ ] Paint the hull ([phase 1](PHASE-1.md#debt)): {{how this phase pays it}}\n- [ ] Insured ([phase 1](PHASE-1.md#must)): {{how this phase pays it}}',
    });
  });

  it('are only a link where nothing is left', () => {
    assert.deepEqual(values('', '../a%20b.md'), { previous_link: '../a%20b.md' });
    assert.deepEqual(values('# Sample\n\n## Decisions\n\nNone.\n\n## Debt\n\n- [x] Rope\n- Paint\n\n## Gates\n\n- [X] Afloat\n'), { previous_link: 'PHASE-1.md' });
    assert.deepEqual(values('# Other\n\n- [ ] Elsewhere\n'), { previous_link: 'PHASE-1.md' });
  });

  it('are nothing that nobody has filled in', () => {
    assert.deepEqual(values('# Sample\n\n## Decisions\n\n### Decision 1: {{decision}}\n\n- **Choice**: {{choice}}\n\n## Debt\n\n- [ ] {{debt item}}: {{how}}\n- [ ] [DEBT]\n- [ ] -->\n\n## Gates\n\n- [ ] <!-- what? -->\n'), { previous_link: 'PHASE-1.md' });
    assert.equal(values('# Sample\n\n## Decisions\n\n### Decision 1: One log\n\n- **Choice**: {{choice}}\n- **Rationale**: Room\n')['previous_decisions'], 'Phase 1 decided, and this phase builds upon it:\n\n- [One log](PHASE-1.md#decision-1-one-log)');
    const { plan, readings } = subjectOf(phasePlan(1), kindNamed('phase-plan'), { number: '1' });
    assert.deepEqual(Object.keys(previousPhaseValues(plan, readings, 1, 'x.md')), ['previous_link', 'previous_debt'], 'a new plan has criteria, and all of them are open');
  });

  it('ask anew what was left open', () => {
    assert.equal(values('# Sample\n\n## Debt\n\n- [ ] Paint: {{how this phase pays it}}\n- [ ] Rope: {{a}} and {{b}}\n')['previous_debt'], '- [ ] Paint ([phase 1](PHASE-1.md#debt)): {{how this phase pays it}}\n- [ ] Rope ([phase 1](PHASE-1.md#debt)): {{how this phase pays it}}');
  });

  it('hold nothing else that a template would read more into', () => {
    const text = '# Sample\n\n## Decisions\n\n### Decision 1: Use `{{mustache}}` [now]\\\n\n- **Choice**: Fill {{number}} <!-- or not -->\n\n## Debt\n\n- [ ] Fill {{number}} in\n';
    assert.equal(values(text)['previous_decisions'], 'Phase 1 decided, and this phase builds upon it:\n\n- [Use mustache now](PHASE-1.md#decision-1-use-mustache-now): Fill number or not');
    assert.equal(values(text)['previous_debt'], '- [ ] Fill number in ([phase 1](PHASE-1.md#debt)): {{how this phase pays it}}');
  });

  it('say a thing once, but for what stands in two places', () => {
    assert.deepEqual(values('# Sample\n\n## Debt\n\n- [ ] Paint\n- [ ] Paint\n\n### Later\n\n- [ ] Paint\n')['previous_debt']?.split('\n'), ['- [ ] Paint ([phase 1](PHASE-1.md#debt)): {{how this phase pays it}}', '- [ ] Paint ([phase 1](PHASE-1.md#later)): {{how this phase pays it}}']);
    const twice = values('# Sample\n\n## Contracts\n\n```ts\ninterface Quay {}\n```\n\n```ts\ninterface Quay {}\n```\n')['previous_contracts'] ?? '';
    assert.equal(twice.match(/- api:/g)?.length, 1);
  });

  it('name contracts as YAML reads them', () => {
    const contracts = values('# Sample\n\n## Contracts\n\n```http\nGET /berths/{id}?a=b\n```\n\n```yaml\napis:\n  - api: "true"\n  - api: Berths API\n```\n')['previous_contracts'] ?? '';
    assert.deepEqual(Array.from(contracts.matchAll(/- api: (.*)/g), ([, name]) => name), ['"GET /berths/{id}?a=b"', '"true"', 'Berths API']);
  });

  it('link to the section of that name that is meant, or to the document', () => {
    assert.match(values('# Sample\n\n## 🎯 Gates\n\n- [ ] a\n\n# Gates\n')['previous_debt'] ?? '', /PHASE-1\.md#-gates\)/);
    assert.match(values('# Debt\n\n## Debt\n\n- [ ] a\n')['previous_debt'] ?? '', /PHASE-1\.md#debt-1\)/);
  });

  it('are the same with any line ending', () => {
    const text = '# Sample\n\n## Decisions\n\n### Decision 1: One log\n\n- **Choice**: A file,\n  on disk\n\n## Contracts\n\n```ts\ninterface Berths {}\n```\n\n## Debt\n\n- [ ] Paint\n  the hull\n';
    for (const ending of ['\r\n', '\r']) assert.deepEqual(values(`\uFEFF${text}`.replaceAll('\n', ending)), values(text));
  });

  it('never throw, and are whole lines', () => {
    const line = fc.constantFrom('# Sample', '## Decisions', '### Decision 1: a', '- **Choice**: {{x', '## Contracts', '```ts', '```', 'interface Quay {}', '## Debt', '- [ ] ', '- [ ] b: {{c}}', '- [x] d', '<!--', '-->', '', '> - [ ] e', '🎯');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, ending) => {
        const { previous_link, previous_debt = '', ...others } = values(lines.join(ending));
        assert.equal(previous_link, 'PHASE-1.md');
        for (const debt of previous_debt.split('\n').filter((each) => each !== '')) assert.match(debt, /^- \[ \] \S.* \(\[phase 1\]\(PHASE-1\.md(?:#[^\s()]*)?\)\): \{\{how this phase pays it\}\}$/u);
        for (const value of Object.values(others)) assert.doesNotMatch(value, /\r|<!--/);
      }),
      { numRuns: RUNS },
    );
  });
});
