import assert from 'node:assert/strict';
import { diagramParser } from '../core/support/diagram-verdicts.ts';

/** Every kind of diagram that mermaid draws: one that is fine, one that is not, and the line and the sentence for that. */
const KINDS: readonly (readonly [kind: string, good: string, broken: string, line: number, message: string])[] = [
  ['flowchart', 'flowchart LR\n  A["a (b)"] -->|x| B{y}\n  subgraph S\n    B --> C@{ shape: cyl }\n  end', 'flowchart LR\n  A -> B', 1, '"-" stands where an arrow such as "-->" or the end of the line should.'],
  ['flowchart, by its old name', 'graph TD;\n  A-->B;', 'graph TD\n  subgraph S\n  A --> B', 2, 'it ends within a block: write "end" where the block is over.'],
  ['flowchart with a shape', 'flowchart LR\n  A@{ shape: diamond, label: "x" }', 'flowchart LR\n  A --> B\n  C@{ shape: foo }', 2, 'No such shape: foo.'],
  ['sequence', 'sequenceDiagram\n  participant A\n  A->>+B: Hi\n  B-->>-A: Ho\n  loop x\n    A->>B: y\n  end', 'sequenceDiagram\n  A->>B: Hello; world', 1, 'a ";" ends the statement: write another sign in its place.'],
  ['class', 'classDiagram\n  class A {\n    +int x\n    +y() int\n  }\n  A <|-- B', 'classDiagram\n  A <|- B', 1, '"-" stands where a line such as "--" or ".." should.'],
  ['state', 'stateDiagram-v2\n  [*] --> A\n  state A {\n    [*] --> B\n  }', 'stateDiagram-v2\n  [*] -> A', 1, '"-" stands where an arrow such as "-->", "}" or a text in quotes should.'],
  ['er', 'erDiagram\n  A ||--o{ B : has\n  A {\n    string id PK\n  }', 'erDiagram\n  A ||--o{ B', 1, 'the line ends where a colon should follow.'],
  ['gantt', 'gantt\n  dateFormat YYYY-MM-DD\n  section S\n  Task : a1, 2026-01-01, 3d', 'gantt\n  section S\n  Task', 2, 'the line ends where a colon with the figures of the task should follow.'],
  ['pie', 'pie title P\n  "A" : 30\n  "B" : 70', 'pie\n  "A" : 30;', 1, '";" cannot stand here.'],
  ['quadrant', 'quadrantChart\n  x-axis Low --> High\n  A: [0.2, 0.3]', 'quadrantChart\n  x-axis Low --> High\n  A: [2, 3]', 2, '"A: [2, 3]" cannot be read.'],
  ['requirement', 'requirementDiagram\n  requirement r {\n    id: 1\n    text: t\n    risk: high\n    verifymethod: test\n  }', 'requirementDiagram\n  requirement r {\n    id 1\n  }', 2, '"1" stands where a colon should.'],
  ['git', 'gitGraph\n  commit\n  branch b\n  checkout b\n  commit', 'gitGraph\n  commit\n  comit', 2, '"comit" cannot stand here.'],
  ['C4', 'C4Context\n  Person(a, "A")\n  System(b, "B")\n  Rel(a, b, "uses")', 'C4Context\n  Person(a', 1, 'it ends where "}", a text in quotes or the end of the line should follow.'],
  ['mindmap', 'mindmap\n  root((x))\n    a\n    b', 'mindmap\n  root\n    a\n  other', 3, 'There can be only one root. No parent could be found for ("other").'],
  ['timeline', 'timeline\n  title T\n  2026 : a : b', 'timeline\n  2026 : a\n  :', 2, '":" stands where the end of the line should.'],
  ['sankey', 'sankey-beta\nA,B,10', 'sankey-beta\nA,B', 1, 'it ends where a comma should follow.'],
  ['xychart', 'xychart-beta\n  x-axis [a, b]\n  y-axis "y" 0 --> 5\n  bar [1, 2]', 'xychart-beta\n  x-axis [a, b\n  bar [1, 2]', 1, 'the line ends where a comma or "]" should follow.'],
  ['block', 'block-beta\n  columns 2\n  a b', 'block-beta\n  a["x', 1, 'the line ends where the closing bracket should follow.'],
  ['packet', 'packet-beta\n  0-15: "A"\n  16-31: "B"', 'packet-beta\n  0-15 "A"', 1, '"A" stands where a colon should.'],
  ['kanban', 'kanban\n  todo[To do]\n    a[x]', 'kanban\n  a[', 1, 'it ends where the closing bracket should follow.'],
  ['architecture', 'architecture-beta\n  service a(database)[A]\n  service b(server)[B]\n  a:R -- L:b', 'architecture-beta\n  service a(database)[A]\n  a:Q -- L:b', 2, '"Q" stands where a side: L, R, T or B should.'],
  ['journey', 'journey\n  title J\n  section S\n    Step: 5: Me', 'journey\n  section S\n  Step', 2, 'the line ends where a colon with the figures of the task should follow.'],
  ['radar', 'radar-beta\n  axis a, b, c\n  curve x{1, 2, 3}', 'radar-beta\n  axis', 1, 'the line ends where a name should follow.'],
  ['treemap', 'treemap-beta\n"A"\n    "B": 10', 'treemap-beta\n"A": x', 1, '":" cannot stand here.'],
];

describe('the parser of the diagrams, without a DOM', () => {
  for (const [kind, good, broken, line, message] of KINDS) {
    it(`reads a ${kind} diagram, and says what is wrong with a broken one`, async () => {
      const diagramProblem = await diagramParser();
      assert.equal(await diagramProblem(good), undefined);
      const problem = await diagramProblem(broken);
      assert.deepEqual(problem && { line: problem.line, message: problem.message }, { line, message });
    });
  }

  it('knows no other kinds of diagrams', async () => {
    const diagramProblem = await diagramParser();
    assert.deepEqual(await diagramProblem('flowchrt LR\n  A --> B'), { message: '"flowchrt" is no kind of diagram that mermaid knows: begin with one such as flowchart, sequenceDiagram, classDiagram or erDiagram.', line: 0, column: 0 });
    assert.deepEqual(await diagramProblem('\n'), { message: 'nothing stands in it.', line: 0 });
    assert.deepEqual(await diagramProblem('---\ntitle: [a\n---\nflowchart LR\n  A --> B'), { message: 'the settings at its head are no YAML (unexpected end of the stream within a flow collection).', line: 0 });
  });

  it('takes no notice of how it was left by the diagram before', async () => {
    const diagramProblem = await diagramParser();
    const problems = await Promise.all(['sequenceDiagram\n  activate A\n  A->>B', 'sequenceDiagram\n  A->>B: x', 'pie\n  x', 'flowchart LR\n  A --> B'].map((source) => diagramProblem(source)));
    assert.deepEqual(problems.map((problem) => problem?.line), [2, undefined, 1, undefined]);
  });

  it('reads diagrams with settings of their own, and forgets those for the next', async () => {
    const diagramProblem = await diagramParser();
    const settings = ['---\nconfig:\n  theme: forest\n  layout: elk\n---\n', '%%{init: {"theme": "dark", "flowchart": {"curve": "linear"}, "themeVariables": {"fontSize": "20px"}}}%%\n', ''];
    const lines = await Promise.all(settings.flatMap((each) => [`${each}flowchart LR\n  A --> B`, `${each}flowchart LR\n  A -> B`]).map((source) => diagramProblem(source)));
    assert.deepEqual(lines.map((problem) => problem?.line), [undefined, 6, undefined, 2, undefined, 1]);
  });

  it('lets pass what is too long to be read', async () => {
    const diagramProblem = await diagramParser();
    assert.equal(await diagramProblem(`flowchart LR\n  A -> B\n${'%% \n'.repeat(20_000)}`), undefined);
    assert.equal(await diagramProblem(`flowchart LR${'\n'.repeat(45_000)}A -> B`), undefined);
  });

  it('counts the lines of the source, whatever mermaid leaves out of it', async () => {
    const diagramProblem = await diagramParser();
    const lines = ['---', 'title: T', '---', '', '%% one', '', '  %% two', '%%{init: {', '"theme": "dark"', '}}%%', 'flowchart LR', '%% three', '  A{x} --> B{y}', '', '', '  %% four', '  C -> D', '', ''];
    for (const ending of ['\n', '\r\n']) assert.deepEqual(await diagramProblem(lines.join(ending)), { message: '"-" stands where an arrow such as "-->" or the end of the line should.', line: 16, column: 4 });
  });
});
