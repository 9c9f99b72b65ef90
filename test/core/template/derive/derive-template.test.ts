import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan, type Section } from '../../../../src/core/plan/plan.ts';
import { scaffold } from '../../../../src/core/scaffold/scaffold.ts';
import { deriveTemplate, type SharedSection } from '../../../../src/core/template/derive/derive-template.ts';
import { readTemplate, type ContractSection, type Kind } from '../../../../src/core/template/kind.ts';
import { matchContract } from '../../../../src/core/template/match.ts';
import { recognise } from '../../../../src/core/template/recognise.ts';
import { expandSnippet } from '../expand-snippet.ts';
import { anyText } from '../../support/any-text.ts';
import { RUNS } from '../../support/runs.ts';

type Documents = readonly { readonly path: string; readonly text: string }[];

const KNOWN = kindFrom('---\ngroundplan:\n  kind: known\n  name: Known\n  description: A kind that is there already.\n  file: known/{{name}}.md\n---\n# Known: {{name}}\n\n## All\n\n### Risks\n<!-- plan: reads risks -->\n<!-- plan: also "Dangers" -->\n\n### Diagrams\n<!-- plan: reads diagram -->\n');
const ANSWERS = { number: '7', name: 'Night & "day"', date: '2026-03-01' };

function kindFrom(template: string): Kind {
  const { kind, problems } = readTemplate(template);
  if (kind === undefined) throw new Error(`${JSON.stringify(problems)}\n${template}`);
  return kind;
}

function derive(documents: Documents): { readonly text: string; readonly sections: readonly SharedSection[] } {
  return deriveTemplate(documents, { kind: 'runbook', name: 'Runbook', description: 'What to do.', known: [KNOWN] });
}

/** Documents with these titles and bodies in one folder. */
function documents(...texts: readonly string[]): Documents {
  const names = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jon'];
  return texts.map((text, index) => ({ path: `docs/${names[index] ?? index}.md`, text }));
}

/** The template without its front matter. */
function body(set: Documents): string {
  return derive(set).text.replace(/^---[\s\S]*?\n---\n/, '');
}

/** The front matter that is not about the template itself, and what is. */
function header(set: Documents): Kind {
  return kindFrom(derive(set).text);
}

/** The titles of the template with their level and marks. */
function outline(set: Documents): readonly string[] {
  const write = ({ title, level, optional, repeat, also, reads, children }: ContractSection): readonly string[] => {
    const marks = [...(optional ? ['optional'] : []), ...(repeat === undefined ? [] : [`repeat ${repeat}`]), ...also.map((each) => `also ${each}`), ...reads];
    return [`${'#'.repeat(level)} ${title}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`, ...children.flatMap(write)];
  };
  return header(set).sections.flatMap(write);
}

/** Every required section stands below those that are its parents. */
function hasAll(contract: readonly ContractSection[], sections: readonly Section[]): boolean {
  return contract.every((asked) => {
    const found = sections.filter(({ key }) => asked.patterns.some((pattern) => pattern.matchKey(key)));
    if (found.length === 0) return asked.optional || asked.repeat !== undefined;
    return asked.repeat !== undefined || found.some((section) => hasAll(asked.children, section.children));
  });
}

/** What must hold for the template of any documents. */
function assertRoundTrips(set: Documents): Kind {
  const kind = header(set);
  const { path, contents, snippet } = scaffold(kind, ANSWERS);
  assert.equal(expandSnippet(snippet), contents);
  assert.doesNotMatch(path, /[{}]/);
  assert.doesNotMatch(contents, /<!-- plan: \w+ *\d* -->|^---\ngroundplan:/);
  const missing = (text: string): readonly string[] => matchContract(readPlan(text), kind, ANSWERS).missing.map(({ section }) => section.title);
  assert.deepEqual(missing(contents), [], contents);
  for (const { text } of set) {
    const plan = readPlan(text);
    const top = plan.sections.filter((section) => section !== plan.title && (section.parent === undefined || section.parent === plan.title));
    if (hasAll(kind.sections, top)) assert.deepEqual(missing(text), [], text);
  }
  return kind;
}

const RUNBOOKS: Documents = [
  {
    path: 'ops/runbooks/billing.md',
    text: '---\nowner: payments\ntier: 1\n---\n# Runbook: Billing\n\n**Service**: billing  \n**On call**: Ada\n\n## 🚨 Alarms\n\n| Alarm | Meaning | # |\n|---|:-:|---|\n| Slow | Full disk | 1 |\n\n## Steps\n\n- [ ] Look\n- [x] Think\n\n### Step 1: Look at it\n\n- **Who**: Ada\n- **Time:** 5 min\n\n### Step 2: Restart\n\n## Risks\n\nNone.\n\n## Contacts\n\nAda\n',
  },
  {
    path: 'ops/runbooks/search-api.md',
    text: '\uFEFF# Runbook: Search API\r\n\r\n**Service**: search  \r\n**On Call**: Bob\r\n\r\n## 🚨 Alarms\r\n\r\nAlarm | Meaning | #\r\n---|---|---\r\nGone | No disk | 1\r\n\r\n## Steps\r\n\r\n* [ ] Look\r\n\r\n### Step 1: Turn it off\r\n\r\n- **Who**: Bob\r\n- **Time:** 1 min\r\n\r\n## Diagram\r\n\r\n```mermaid\r\nflowchart LR\r\n```\r\n\r\n## Risks\r\n\r\nMany.\r\n',
  },
  {
    path: 'ops/runbooks/mail.md',
    text: '---\nowner: office\n---\n# Runbook: Mail\n\n**Service**: mail\n\n## Alarms\n\nNone.\n\n## Procedure\n\n1. [ ] Look\n\n## Diagram\n\n```mermaid\nsequenceDiagram\n```\n\n## Risks\n',
  },
  { path: 'ops/runbooks/night.md', text: '---\nowner: all\n---\n# Runbook: Night\n\n**On call**: Cyd\n\n**Service**: all\n\n## 🚨 Alarms\n\n|Alarm|Meaning|#|\n|-|-|-|\n\n## Steps\n\n- [ ] Sleep\n\n### Step 1: Sleep\n\n- **Who**: All\n\n## Risks\n' },
  { path: 'ops/runbooks/queue.md', text: '# Runbook: Queue\n\n## 3. Alarms (all)\n\n| Alarm | Meaning | # |\n|---|---|---|\n\n## Procedure\n\n## Diagram\n\n## Risks\n' },
];

const RUNBOOK_TEMPLATE = `---
groundplan:
  kind: runbook
  name: Runbook
  description: What to do.
  file: ops/runbooks/{{name}}.md
  ask:
    name: What is this Runbook called?
owner: {{owner}}
---
# Runbook: {{name}}

**Service**: {{service}}  
**On call**: {{on call}}

## 🚨 Alarms

<!-- 5 of 5 documents have this section. -->

| Alarm | Meaning | # |
|-------|---------|---|
| {{alarm}} | {{meaning}} | {{n}} |

## Steps
<!-- plan: also "Procedure" -->

<!-- 5 of 5 documents have this section. -->

- [ ] {{item}}

### Step {{n}}: {{step}}
<!-- plan: optional -->
<!-- plan: repeat 1 -->

<!-- 3 of 5 documents have this section. -->

- **Who**: {{who}}
- **Time:** {{time}}

## Diagram
<!-- plan: optional -->

<!-- 3 of 5 documents have this section. -->

\`\`\`mermaid
flowchart LR
  a["{{from}}"] --> b["{{to}}"]
\`\`\`

## Risks
<!-- plan: reads risks -->

<!-- 5 of 5 documents have this section. -->
`;

const rfc = (number: number, name: string, ...sections: readonly string[]): Documents[number] => ({
  path: `rfcs/RFC-00${number} ${name}.md`,
  text: `# RFC-00${number}: ${name}\n\n- Author: Ada\n- Date: 2024-01-0${number}\n\n${sections.map((title) => `${title}\n\nText.\n`).join('\n')}`,
});

const RFCS: Documents = [
  rfc(1, 'One way in', '## Summary', '## Motivation', '## Design', '### Phase 1: Build', '### Phase 2: Move', '## Drawbacks', '## Questions'),
  rfc(2, 'Two doors', '## Summary', '## Design', '### Phase 1: Draw', '### Phase 2: Paint', '### Phase 3: Show', '## Drawbacks'),
  rfc(3, 'A third', '## Summary', '## Motivation', '## Design', '## Drawbacks', '## Questions', '## Thanks'),
  rfc(4, 'Four', '## Summary', '## Prior art', '## Design', '## Drawbacks'),
  rfc(5, 'The last of five', '## Summary', '## Motivation', '## Prior art', '## Design'),
];

const RFC_TEMPLATE = `---
groundplan:
  kind: rfc
  name: RFC
  description: "A change: why, and how."
  file: rfcs/RFC-{{nnn}} {{name}}.md
  ask:
    number: Which number does this RFC get?
    name: What is this RFC called?
---
# RFC-{{nnn}}: {{name}}

- Author: {{author}}
- Date: {{date}}

## Summary

<!-- 5 of 5 documents have this section. -->

## Motivation
<!-- plan: optional -->

<!-- 3 of 5 documents have this section. -->

## Design

<!-- 5 of 5 documents have this section. -->

## Drawbacks

<!-- 4 of 5 documents have this section. -->
`;

const adr = (number: number, slug: string, title: string, more = ''): Documents[number] => ({
  path: `doc/adr/00${String(number).padStart(2, '0')}-${slug}.md`,
  text: `# ${number}. ${title}\n\nDate: 2024-01-0${number % 10}\nStatus: Accepted\n\n## Context\n\nIt was so.\n\n## Decision\n\nWe do.\n\n## Consequences\n\nIt is so.\n${more}`,
});

const ADRS: Documents = [
  adr(1, 'record-architecture-decisions', 'Record architecture decisions'),
  adr(2, 'use-postgres', 'Use Postgres 15', '\n## Notes\n'),
  adr(3, 'use-one-queue', 'Use one queue'),
  adr(13, 'stay', 'Stay', '\n## Notes\n\n## Addendum\n'),
  adr(14, 'go', 'Go'),
];

const ADR_TEMPLATE = `---
groundplan:
  kind: adr
  name: Decision Record
  description: One decision.
  file: doc/adr/{{nnnn}}-{{name}}.md
  ask:
    number: Which number does this Decision Record get?
    name: What is this Decision Record called?
---
# {{number}}. {{name}}

Date: {{date}}  
Status: {{status}}

## Context

<!-- 5 of 5 documents have this section. -->

## Decision

<!-- 5 of 5 documents have this section. -->

## Consequences

<!-- 5 of 5 documents have this section. -->
`;

describe('deriveTemplate', () => {
  const sets = [
    { what: 'runbooks', set: RUNBOOKS, options: { kind: 'runbook', name: 'Runbook', description: 'What to do.' }, template: RUNBOOK_TEMPLATE },
    { what: 'RFCs', set: RFCS, options: { kind: 'rfc', name: 'RFC', description: 'A change: why, and how.' }, template: RFC_TEMPLATE },
    { what: 'decision records', set: ADRS, options: { kind: 'adr', name: 'Decision Record', description: 'One decision.' }, template: ADR_TEMPLATE },
  ];
  for (const { what, set, options, template } of sets) {
    it(`writes the template of ${what}`, () => assert.equal(deriveTemplate(set, { ...options, known: [KNOWN] }).text, template));

    it(`gives a kind to which ${what} belong, and new ones too`, () => {
      const kind = assertRoundTrips(set);
      const { path, contents } = scaffold(kind, ANSWERS);
      assert.equal(recognise(readPlan(contents), path, [kind])?.kind, kind);
      for (const { path, text } of set) assert.equal(recognise(readPlan(text), path, [kind])?.kind, kind, path);
    });
  }

  it('lists what at least two documents share, whether it stands in the template or not', () => {
    assert.deepEqual(
      derive(ADRS).sections.map(({ title, level, count, of, required }) => [title, level, count, of, required]),
      [
        ['Context', 2, 5, 5, true],
        ['Decision', 2, 5, 5, true],
        ['Consequences', 2, 5, 5, true],
        ['Notes', 2, 2, 5, false],
      ],
    );
    assert.deepEqual(
      derive(RFCS).sections.map(({ title, level, count }) => `${level} ${title} ${count}`),
      ['2 Summary 5', '2 Motivation 3', '2 Prior art 2', '2 Design 5', '3 Phase {{n}}: {{phase}} 2', '2 Drawbacks 4', '2 Questions 2'],
    );
  });
});

describe('deriveTemplate: sections', () => {
  const cases: readonly [what: string, documents: Documents, expected: readonly string[]][] = [
    ['asks for what four of five have, and offers what half have', documents('# A\n## X\n## Y', '# B\n## X\n## Y', '# C\n## X\n## Y', '# D\n## X', '# E\n## Z'), ['## X', '## Y (optional)']],
    ['writes a title as most do', documents('# A\n## 🎯 Goals', '# B\n## 1. GOALS:', '# C\n## 🎯 Goals'), ['## 🎯 Goals']],
    ['tells sections apart by those above them', documents('# A\n## X\n### N\n## Y\n### N', '# B\n## X\n### N\n## Y', '# C\n## X\n## Y\n### N'), ['## X', '### N (optional)', '## Y', '### N (optional)']],
    ['takes the order that most have', documents('# A\n## X\n## Y\n## Z', '# B\n## Y\n## X\n## Z', '# C\n## X\n## Y\n## Z'), ['## X', '## Y', '## Z']],
    ['keeps levels that are left out', documents('# A\n### X\n##### Y', '# B\n### X\n##### Y'), ['### X', '##### Y']],
    ['makes series one section', documents('# A\n## Risks\n### Risk 1: Storm\n### Risk 2: Flood', '# B\n## Risks\n### Risk 1: Fire', '# C\n## Risks'), ['## Risks (risks)', '### Risk {{n}}: {{risk}} (optional, repeat 1)']],
    ['makes series without names one section', documents('# A\n## Phase 1\n## Phase 2', '# B\n## Phase 1\n## Phase 2'), ['## Phase {{n}} (repeat 1)']],
    ['keeps what follows the number where it is always the same', documents('# A\n## Q1 goals\n## Q2 goals', '# B\n## Q1 goals\n## Q3 goals'), ['## Q{{n}} goals (repeat 1)']],
    ['knows series in other manners of writing', documents('# A\n## Step #1 – look\n## Step #2 – act', '# B\n## Step #1 – see'), ['## Step #{{n}} – {{step}} (repeat 1)']],
    ['leaves steps alone that are the same everywhere', documents('# A\n## Step 1: Look\n## Step 2: Act', '# B\n## Step 1: Look\n## Step 2: Act'), ['## Step 1: Look', '## Step 2: Act']],
    ['takes versions and words with digits for no series', documents('# A\n## Version 1.2\n## Version 1.3\n## 2nd thoughts\n## 3rd thoughts'), ['## Version 1.2', '## Version 1.3', '## 2nd thoughts', '## 3rd thoughts']],
    ['offers the other title of a section', documents('# A\n## X\n## Steps\n### All\n## Z', '# B\n## X\n## Procedure\n### All\n## Z', '# C\n## X\n## Steps\n## Z', '# D\n## X\n## Procedure\n### All\n## Z', '# E\n## X\n## W\n## Steps\n## Z'), ['## X', '## Steps (also Procedure)', '### All (optional)', '## Z']],
    ['tells no other title where one document has both', documents('# A\n## X\n## Steps\n## Z', '# B\n## X\n## Procedure\n## Z', '# C\n## X\n## Steps\n## Z', '# D\n## X\n## Procedure\n## Steps\n## Z', '# E\n## X\n## Procedure\n## Z'), ['## X', '## Steps (optional)', '## Procedure (optional)', '## Z']],
    ['tells no other title from few documents', documents('# A\n## X\n## Cost', '# B\n## X\n## Team', '# C\n## X\n## Cost', '# D\n## X\n## Team'), ['## X', '## Cost (optional)', '## Team (optional)']],
    ['keeps the end of a document before what few add to it', documents('# A\n## X\n## Y\n## N', '# B\n## W\n## X\n## Y', '# C\n## X\n## V\n## Y\n## N'), ['## X', '## Y', '## N (optional)']],
    ['tells no other title that cannot be quoted', documents('# A\n## X\n## Steps\n', '# B\n## X\n## "Steps" to do\n', '# C\n## X\n## Steps', '# D\n## X\n## "Steps" to do', '# E\n## X\n## Steps', '# F\n## X\n## "Steps" to do'), ['## X', '## Steps (optional)', '## "Steps" to do (optional)']],
    ['reads titles of level 1 as sections where all documents write them so', documents('# Summary\n\n# Design\n## Parts\n', '# Summary\n\n# Design\n## Parts\n'), ['## Summary', '## Design', '### Parts']],
    ['copies how known kinds read a section', documents('# A\n## ⚠️ Dangers\n## Diagrams', '# B\n## Dangers\n## Diagrams'), ['## ⚠️ Dangers (risks)', '## Diagrams (diagram)']],
    ['reads a section once', documents('# A\n## Risks\n### Dangers'), ['## Risks (risks)', '### Dangers']],
    ['never asks for what a template cannot say', documents('# A\n## {{x}} y\n## 🎯\n##\n## <!-- a', '# B\n## {{x}} y\n## 🎯\n## <!-- a'), ['## x y (optional)', '## !-- a']],
    ['reads headings of all kinds', documents('A\n=\n\nX #\ny\n---\n', '# B\n\n## X y ##\n'), ['## X # y']],
  ];
  for (const [what, set, expected] of cases) {
    it(what, () => {
      assert.deepEqual(outline(set), expected);
      assertRoundTrips(set);
    });
  }

  it('knows the number of the document in its sections', () => {
    const plan = (number: number): Documents[number] => ({ path: `p/PHASE-${number}.md`, text: `# Phase ${number}\n\n## ${number}. Vision\n## Phase ${number} Architecture\n## Level 1 Support\n` });
    assert.deepEqual(outline([1, 2, 3].map(plan)), ['## 1. Vision', '## Phase {{number}} Architecture', '## Level 1 Support']);
    assertRoundTrips([1, 2, 3].map(plan));
    assert.deepEqual(outline(documents('# A\n## Phase 1 Architecture', '# B\n## Phase 2 Architecture')), ['## Phase 1 Architecture (optional)', '## Phase 2 Architecture (optional)']);
  });

  it('gives documents without any heading just a title', () => {
    assert.equal(body(documents('text', '', '- [ ] a')), '# {{name}}\n');
    assert.deepEqual(derive([]).sections, []);
  });
});

describe('deriveTemplate: bodies', () => {
  /** What the template has below one section whose bodies are these. */
  function shared(...bodies: readonly string[]): string {
    return body(documents(...bodies.map((text, index) => `# ${'ABCDEF'.charAt(index)}\n\n## X\n\n${text}\n`))).replace(/^[\s\S]*section\. -->\s*/, '');
  }
  const cases: readonly [what: string, bodies: readonly string[], expected: string][] = [
    ['a table', ['a | b\n-|-\n1 | 2', '| A | **b** |\n|:--|--:|\n', '| A | b |\n|--|--|'], '| a | b |\n|---|---|\n| {{a}} | {{b}} |\n'],
    ['no table with other columns', ['|a|b|\n|-|-|', '|a|c|\n|-|-|', 'text'], ''],
    ['no table in fences and comments', ['```\n|a|b|\n|-|-|\n```', '<!--\n|a|b|\n|-|-|\n-->'], ''],
    ['columns named like the document', ['| Name | Number | # | {{a}} \\| b |\n|-|-|-|-|'], '| Name | Number | # | a \\| b |\n|------|--------|---|--------|\n| {{its name}} | {{its number}} | {{n}} | {{a b}} |\n'],
    ['a checklist', ['- [ ] a\n- [x] b', '1. [X] c', 'text'], '- [ ] {{item}}\n'],
    ['fields in a list', ['* **Owner**: Ada\n* **Cost:** 3', '- **owner**: Bob'], '- **Owner**: {{owner}}\n- **Cost:** {{cost}}\n'],
    ['fields as lines', ['**Owner**: Ada  \n**Cost / month**: 3', '**Owner**: Bob'], '**Owner**: {{owner}}  \n**Cost / month**: {{cost month}}\n'],
    ['fields with further lines', ['- **Learning**: a\n  **Adjustment**: b'], '- **Learning**: {{learning}}\n  **Adjustment**: {{adjustment}}\n'],
    ['fields as most write them', ['**Owner:** Ada', '**Owner**: Bob', '**Owner**: Cyd'], '**Owner**: {{owner}}\n'],
    ['no plain fields, no bold words', ['Owner: Ada\n**Note** this'], ''],
    ['a diagram', ['~~~mermaid\npie\n~~~', '```mermaid\n```', '```js\n```'], '```mermaid\nflowchart LR\n  a["{{from}}"] --> b["{{to}}"]\n```\n'],
    ['all in the order of the documents', ['- [ ] a\n\n**Owner**: Ada\n\n|a|b|\n|-|-|\n'], '- [ ] {{item}}\n\n**Owner**: {{owner}}\n\n| a | b |\n|---|---|\n| {{a}} | {{b}} |\n'],
    ['nothing that fewer than half have', ['- [ ] a', 'b', 'c'], ''],
  ];
  for (const [what, bodies, expected] of cases) it(`writes ${what}`, () => assert.equal(shared(...bodies), expected));

  it('reads plain fields below the title and before it', () => {
    assert.equal(body(documents('Kind: x\n\n# A\n\nName: A\n- Status: ok\nhttps://a.b\n')), '# A\n\nKind: {{kind}}  \nName: {{name}}\n\n- Status: {{status}}\n');
  });

  it('takes over the keys of the front matter', () => {
    const { text } = derive(documents('---\ndate: 2024-01-01\ndecision-makers: [a]\nx: 1\n---\n# A\n', '---\ngroundplan: other\ndate: 2024-01-02\ndecision-makers:\n  - b\n  - c: d\n---\n# B\n', '# C\n'));
    assert.match(text, /\ndate: \{\{date\}\}\ndecision-makers: \{\{decision-makers\}\}\n---\n/);
    assert.match(scaffold(kindFrom(text), ANSWERS).contents, /^---\ndate: 2026-03-01\ndecision-makers: \{\{decision-makers\}\}\n---\n\n# Night/);
  });
});

describe('deriveTemplate, whatever the documents', () => {
  const title = fc.constantFrom('A', 'B', 'C d', '1. A', '🎯 B', 'Phase 1', 'Phase 2: x', 'Phase 2', 'Risk 1: a', 'Risk 2: b', 'Risk 1', '-->', '"A"', 'A | B', 'A "b" c', '🎯', '', '2', '2024-01-02', '**A', '`B', '$1', '\\', '#', '# #', 'A {#a}', '{', 'Dangers', 'عنوان', 'İ', 'a\u0000b', '\ud800', 'A (b)', '(A)', 'plan: optional', '__proto__', 'constructor');
  const oddTitle = fc.constantFrom('{{n}} A', '{{A', '}}B', '<!-- A', 'Phase N', 'Phase number', 'xplaceholderx', 'xplaceholderx 2', '<!-- plan: optional -->', '<!-- plan: x');
  const heading = (of: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.tuple(fc.constantFrom('# ', '## ', '## ', '### ', '### ', '#### ', '###### '), of).map(([hashes, text]) => hashes + text);
  const other = fc.constantFrom('', '', '===', '---', '- [ ] a', '**A**: b', '- **B:** c', 'Name: x', '| a | b |', '|--|--|', '|', '| {{ | --> |', '```mermaid', '```', '~~~', '<!--', '-->', '<!-- plan: x -->', '> # q', '---', 'groundplan:', 'a: b', '**{{a}}**: b', '**Status**', '\t- x');
  const start = fc.constantFrom('', '\uFEFF', '---\na: b\n---\n', '---\ngroundplan:\n  kind: x\n---\n');
  const documentOf = (first: fc.Arbitrary<string>, line: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(start, first, fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([before, top, lines, ending]) => before + [top, ...lines].join(ending));
  const path = fc.oneof(fc.constantFrom('a.md', 'x/a.md', 'x/b.md', 'x/PLAN-1.md', 'x/PLAN-2.md', 'x/0003-a.md', 'y/0004-b-c.md', 'x/2024-01-02-a.md', 'README.md', '', '/', '..\\..\\c:\\d:e.md', '{{name}}.md', 'a\nb\u2028.md', '\ud800.md', '#a: b.md', '.md', "'x'/&a *b.md"), fc.string());
  const setOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Documents> => fc.array(fc.record({ path, text }), { minLength: 1, maxLength: 6 });
  const opening = fc.constantFrom('', '# A', 'Text');
  const plainLine = fc.oneof({ weight: 3, arbitrary: heading(title) }, { weight: 2, arbitrary: other });
  const oddDocuments = setOf(documentOf(opening, fc.oneof({ weight: 4, arbitrary: plainLine }, heading(oddTitle))));
  /** Documents that leave out lines of one and the same. */
  const variants = fc.array(plainLine, { minLength: 3, maxLength: 14 }).chain((lines) =>
    fc.array(fc.record({ path, text: fc.subarray(lines, { minLength: lines.length - 2 }).map((left) => ['# A', ...left].join('\n')) }), { minLength: 2, maxLength: 6 }),
  );
  const likelyDocuments = fc.oneof(setOf(documentOf(opening, plainLine)), variants);

  it('gives a template that can be read', () => {
    fc.assert(
      fc.property(oddDocuments, fc.string(), fc.string(), fc.string(), (set, kind, name, description) => {
        const derived = deriveTemplate(set, { kind, name, description, known: [KNOWN] });
        assert.deepEqual(readTemplate(derived.text).problems, [], derived.text);
        for (const { count, of, level } of derived.sections) assert.ok(count >= 1 && count <= of && of === set.length && level >= 2 && level <= 6);
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  it('gives a template whose documents have all that it asks for', () => {
    fc.assert(fc.property(fc.oneof(likelyDocuments, oddDocuments), (set) => void assertRoundTrips(set)), { numRuns: Math.ceil(RUNS / 2) });
  });

  it('reads any text', () => {
    fc.assert(fc.property(fc.array(fc.record({ path: fc.string(), text: anyText(200) }), { minLength: 1, maxLength: 4 }), (set) => void assertRoundTrips(set)), { numRuns: Math.ceil(RUNS / 2) });
  });

  it('takes long documents and many', () => {
    const hostile = [
      '## A\n'.repeat(100),
      Array.from({ length: 50 }, (_, index) => `## Risk ${index}: a${index}\n`).join(''),
      `# ${'a '.repeat(5000)}\n`,
      `${'| a '.repeat(1000)}\n${'|--'.repeat(1000)}\n`,
      `# A\n## B\n${'**a** '.repeat(3000)}\n${' '.repeat(20_000)}\n`,
      '- [ ] a\n'.repeat(300),
      `# ${' #'.repeat(10_000)}\n## ${'1'.repeat(10_000)}\n## ${'.-'.repeat(10_000)}\n`,
    ];
    for (const each of hostile) assert.deepEqual(readTemplate(derive(documents(each, each, `# A\n${each}`)).text).problems, []);
    const many = Array.from({ length: 60 }, (_, index) => ({ path: `docs/${index}-a.md`, text: RUNBOOKS[index % 4]?.text ?? '' }));
    assert.deepEqual(readTemplate(derive(many).text).problems, []);
  });
});
