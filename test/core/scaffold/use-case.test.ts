import assert from 'node:assert/strict';
import fc from 'fast-check';
import { useCaseValues } from '../../../src/core/scaffold/use-case.ts';
import { readFlat } from '../support/flat-markdown.ts';
import { read } from '../support/markdown.ts';
import { RUNS } from '../support/runs.ts';

function values(text: string): Readonly<Record<string, string>> {
  return useCaseValues(text, 'berth.md', read);
}

/** What is said of the actors, without the links. */
function actors(body: string): readonly string[] {
  return (values(`# Book\n\n## Actors\n\n${body}\n`)['use_case_actors'] ?? '').split('\n').map((line) => line.replace(/ \(\[Actors\]\(berth\.md#actors\)\)$/, ''));
}

describe('useCaseValues', () => {
  it('are what a use case says, each with a link to where it says so', () => {
    const text = '# Use Case: Book a berth\n\n## Goals\n\n- Find a berth\n\n## 2. Primary Actors\n\n1. **Skipper**: books\n2. Harbour master\n\n## Main Success Scenario\n\n1. Asks\n   - twice\n2. Pays\n\n## Functional Requirements\n\n| ID | Text | Note |\n|--|--|--|\n| FR-1 | Book | x |\n| FR-2 | Free | |\n\n## Business Rules\n\nNo berth is booked twice.\n\n## Preconditions\n\n- [x] Signed in\n';
    assert.deepEqual(values(text), {
      use_case_objectives: '- Find a berth ([Goals](berth.md#goals))',
      use_case_actors: '- **Skipper**: books ([2. Primary Actors](berth.md#2-primary-actors))\n- Harbour master ([2. Primary Actors](berth.md#2-primary-actors))',
      use_case_flows: '- Asks ([Main Success Scenario](berth.md#main-success-scenario))\n- Pays ([Main Success Scenario](berth.md#main-success-scenario))',
      use_case_requirements: '- FR-1: Book ([Functional Requirements](berth.md#functional-requirements))\n- FR-2: Free ([Functional Requirements](berth.md#functional-requirements))',
      use_case_constraints: '- No berth is booked twice. ([Business Rules](berth.md#business-rules))',
      use_case_assumptions: '- Signed in ([Preconditions](berth.md#preconditions))',
    });
  });

  it('are nothing where it says nothing of that', () => {
    assert.deepEqual(values(''), {});
    assert.deepEqual(values('# Use Case Requirements\n\n- In no section of their own\n'), {});
    assert.deepEqual(values('# Book\n\n## Actors\n\n## Workflow\n\n- x\n\n## Steppingstones\n\n- y\n\n```\n## Goals\n- z\n```\n'), {});
  });

  it('are read from lists, tables, further headings, else the first paragraph', () => {
    assert.deepEqual(actors('Some words.\n\n- Skipper\n  - of a yacht\n* Master\n'), ['- Skipper', '- Master']);
    assert.deepEqual(actors('> - Skipper\n'), ['- Skipper']);
    assert.deepEqual(actors('### Skipper\n\nSails.\n\n### Master\n\nRules.\n'), ['- Skipper', '- Master']);
    assert.deepEqual(actors('### Main\n\n- Skipper\n\n### Others\n\n| Who | Why |\n|--|--|\n| Master | rules |\n'), ['- Skipper', '- Master: rules']);
    assert.deepEqual(actors('The skipper,\nand the master.\n\nMore words.\n'), ['- The skipper, and the master.']);
  });

  it('are said once', () => {
    assert.deepEqual(actors('- Skipper\n- Skipper\n'), ['- Skipper']);
    const nested = values('# Book\n\n## Flows\n\n### Main Flow\n\n- Asks\n\n### Alternative Flow\n\n- Leaves\n')['use_case_flows'];
    assert.equal(nested, '- Asks ([Flows](berth.md#flows))\n- Leaves ([Flows](berth.md#flows))');
    const twice = values('# Book\n\n## Actors\n\n- Skipper\n\n## Actors\n\n- Master\n')['use_case_actors'];
    assert.equal(twice, '- Skipper ([Actors](berth.md#actors))\n- Master ([Actors](berth.md#actors-1))');
  });

  it('stay one line each, without what a template would read', () => {
    assert.deepEqual(actors('- Skipper\n  of a\tyacht <!-- which? -->\n- {{name}}\n'), ['- Skipper of a yacht which?', '- name']);
    assert.deepEqual(actors(`- ${'🚢'.repeat(200)}\n`), [`- ${'🚢'.repeat(120)} …`]);
    assert.deepEqual(actors(`- a${'🚢'.repeat(200)}\n`), [`- a${'🚢'.repeat(119)} …`]);
  });

  it('keep links whole, whatever the heading', () => {
    assert.equal(values('# B\n\n## 🎭 [Actors](x.md) [1]\n\n- A\n')['use_case_actors'], '- A ([Actors 1](berth.md#-actors-1))');
  });

  it('are a number that someone reads', () => {
    assert.equal(actors(Array.from({ length: 100 }, (_, index) => `- Actor ${index}`).join('\n')).length, 60);
  });

  it('are the same with any line ending', () => {
    const text = '\uFEFF# B\n\n## Actors\n\n- Skipper\n- Master\n\n## Goals\n\nOne.\n';
    for (const end of ['\r\n', '\r']) assert.deepEqual(values(text.replaceAll('\n', end)), values(text));
  });

  it('never throw, and are lists of items with links', () => {
    const line = fc.constantFrom('# Book', '## Actors', '### Main Flow', '## Requirements', '- a', '  - b', '| a | b |', '|--|--|', '', '> - c', '```', '<!--', '-->', '{{x}}', '- [ ] d', '🎯', '## ', '- ');
    const text = fc.tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(
      fc.property(text, (written) => {
        for (const value of Object.values(values(written))) for (const item of value.split('\n')) assert.match(item, /^- \S.* \(\[[^[\]]*\]\(berth\.md#[^\s()]*\)\)$/u);
      }),
      { numRuns: RUNS },
    );
  });

  it('are as many in a hostile text', () => {
    for (const [unit, names] of Object.entries({ '## Flow\n': [], '# Flow\n': [], '- a\n': ['use_case_actors'], '> ': ['use_case_actors'], '### Steps\n- a\n': ['use_case_actors', 'use_case_flows'] })) {
      assert.deepEqual(Object.keys(useCaseValues(`# B\n\n## Actors\n\n${unit.repeat(400)}`, 'berth.md', readFlat)), names, unit);
    }
  });
});
