import assert from 'node:assert/strict';
import { deriveTemplate } from '../../../../src/core/template/derive/derive-template.ts';
import { readTemplate, type Kind } from '../../../../src/core/template/kind.ts';

function kindFrom(template: string): Kind {
  const { kind, problems } = readTemplate(template);
  if (kind === undefined) throw new Error(`${JSON.stringify(problems)}\n${template}`);
  return kind;
}

function header(documents: readonly { readonly path: string; readonly text: string }[]): Kind {
  return kindFrom(deriveTemplate(documents, { kind: 'runbook', name: 'Runbook', description: 'What to do.', known: [] }).text);
}

describe('deriveTemplate: names of files and titles', () => {
  const cases: readonly [what: string, documents: readonly (readonly [path: string, title: string])[], file: string, title: string, also?: string][] = [
    ['numbers', [['plans/PHASE-1-PLAN.md', 'Phase 1 Plan'], ['plans/PHASE-12-PLAN.md', 'Phase 12 Plan']], 'plans/PHASE-{{number}}-PLAN.md', 'Phase {{number}} Plan'],
    ['padded numbers', [['adr/0009-a-b.md', '9. A'], ['adr/0010-c.md', '10. B']], 'adr/{{nnnn}}-{{name}}.md', '{{number}}. {{name}}'],
    ['a number that is always the same', [['a/v2-x.md', 'API 2: x'], ['a/v2-y.md', 'API 2: y']], 'a/v2-{{name}}.md', 'API 2: {{name}}'],
    ['dates', [['pm/2024-01-02-x.md', '2024-01-02: X'], ['pm/2024-01-02-y.md', '2024-01-02: Y']], 'pm/{{date}}-{{name}}.md', '{{date}}: {{name}}'],
    ['common endings', [['a/x-plan.md', 'The X plan'], ['a/y-z-plan.md', 'The YZ plan']], 'a/{{name}}-plan.md', 'The {{name}} plan'],
    ['underscores and spaces', [['a/Plan_x y.md', 'x'], ['a/Plan_z.md', 'z']], 'a/Plan_{{name}}.md', '{{name}}'],
    ['nothing in common', [['a/x.md', 'X'], ['a/y.md', 'Y']], 'a/{{name}}.md', '{{name}}'],
    ['a common folder', [['a/b/x.md', 'X'], ['a/c/y.md', 'Y']], 'a/{{name}}.md', '{{name}}'],
    ['one name in many folders', [['s/a/RUNBOOK.md', 'A runbook'], ['s/b/RUNBOOK.md', 'B runbook']], 's/RUNBOOK-{{name}}.md', '{{name}} runbook', 'RUNBOOK.md'],
    ['one document', [['docs/RFC-012-roads.md', 'RFC-012: Roads of 1999']], 'docs/RFC-{{nnn}}-roads.md', 'RFC-{{nnn}}: Roads of 1999'],
    ['one document without a number', [['docs/log4j2.md', 'Log4j 2 is gone']], 'docs/log4j2-{{name}}.md', 'Log4j 2 is gone', 'log4j2.md'],
    ['words in bold, links, emoji', [['a/x.md', '🚒 **Runbook**: [x](y)'], ['a/y.md', '🚒 Runbook: `y`']], 'a/{{name}}.md', '🚒 Runbook: {{name}}'],
    ['an odd one among many', [['a/p-a.md', 'P: a'], ['a/p-b.md', 'P: b'], ['a/p-c.md', 'P: c'], ['a/p-d.md', 'P: d'], ['x.md', 'Readme']], 'a/p-{{name}}.md', 'P: {{name}}'],
    ['two numbers that differ', [['a/1.md', 'Sprint 1 week 4 x'], ['a/2.md', 'Sprint 2 week 7 x']], 'a/{{number}}.md', 'Sprint {{number}} week {{name}} x'],
    ['paths that lead elsewhere', [['C:\\a\\..\\{x}.markdown', 'x'], ['/a/./y.txt', 'y']], 'a/{{name}}.md', '{{name}}'],
  ];
  for (const [what, named, file, title, also] of cases) {
    it(`finds ${what}`, () => {
      const kind = header(named.map(([path, title]) => ({ path, text: `# ${title}\n` })));
      assert.deepEqual([kind.file, kind.root.title, ...kind.also], [file, title, ...(also === undefined ? [] : [also])]);
    });
  }

  it('asks for a name and a number where they are used', () => {
    const asked = (...paths: readonly string[]): readonly string[] => Object.keys(header(paths.map((path) => ({ path, text: '# Plan\n' }))).ask);
    assert.deepEqual(asked('p-1.md', 'p-2.md'), ['number']);
    assert.deepEqual(asked('a.md', 'b.md'), ['name']);
    assert.deepEqual(asked('1-a.md', '2-b.md'), ['number', 'name']);
    assert.deepEqual(asked('p-2024-01-01.md', 'p-2024-01-02.md'), []);
  });

  it('quotes what YAML would read otherwise, and mends what no template takes', () => {
    const { text } = deriveTemplate([], { kind: ' Ein Ärger! ', name: 'a: "b"\n', description: '', known: [] });
    const kind = kindFrom(text);
    assert.deepEqual([kind.kind, kind.name, kind.description, kind.file], ['ein-rger', 'a: "b"', 'What each a: "b" has.', '{{name}}.md']);
    assert.equal(kind.body, '# {{name}}\n');
  });
});
