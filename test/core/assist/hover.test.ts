import assert from 'node:assert/strict';
import { guidanceOf, sectionHelp, type SectionHelp } from '../../../src/core/assist/hover.ts';
import type { Values } from '../../../src/core/template/placeholders.ts';
import { checker } from '../documents.ts';
import { kindFrom } from '../template/kind-from.ts';
import { subjectOf } from '../support/subject-of.ts';

const sample = kindFrom(`---
groundplan: { kind: sample, name: Architectural Sample, description: A sample., file: "sample-{{number}}.md" }
---
# Sample {{number}}

## 🎯 Aim of **{{number}}**
<!-- plan: also "Purpose", "Goal" -->

<!-- Say   what
it is. --> <!-- And why. -->

- **Owner**: {{who}}
2. **Due date:** {{when}}
**{{name}}**: {{x}}
Plain: {{x}}

| Risk | {{column}} | a \\| b | [NAME] |
|------|:--:|---|---|
| **Row**: | {{x}} | {{y}} | |

### Part {{n}}
<!-- plan: repeat 1 -->

### 🚢 Quay
<!-- plan: optional -->
<!-- plan: reads services -->

### Crane

## Dangers
<!-- plan: reads risks -->
<!-- plan: reads debt -->
<!-- plan: reads diagram -->

## Earlier
<!-- plan: when number > 1 -->
<!-- plan: reads contracts -->
`);

/** What is said at the \`¦\` of a text. */
function help(marked: string, values: Values = { number: '2' }): SectionHelp | undefined {
  return sectionHelp(subjectOf(marked.replace('¦', ''), sample, values), marked.indexOf('¦'));
}

describe('sectionHelp', () => {
  it('says what the template says of the section', () => {
    assert.deepEqual(help('# Sample 2\n\n## A¦im of 2\n\n### Quay\n'), {
      range: { start: 12, end: 23 },
      title: 'Aim of 2',
      need: 'Every architectural sample has this section.',
      guidance: ['Say what it is.', 'And why.'],
      fields: ['Owner', 'Due date', 'Risk', 'a | b'],
      parts: ['Quay', 'Crane'],
      also: ['Purpose', 'Goal'],
    });
  });

  it('says why a section is asked for, or when', () => {
    const needOf = (title: string, values?: Values): string | undefined => help(`# Sample 2\n\n## ¦${title}\n`, values)?.need;
    assert.equal(needOf('Dangers'), 'Every architectural sample has this section: Groundplan reads risks and diagram from it.');
    assert.equal(needOf('Quay'), 'This section may be left out of an architectural sample: Groundplan reads services from it.');
    assert.equal(needOf('Earlier'), 'Every architectural sample has this section.');
    assert.equal(needOf('Earlier', { number: '1' }), 'This section stands in an architectural sample where its number is above 1.');
    assert.equal(needOf('Earlier', {}), 'This section stands in an architectural sample where its number is above 1.');
  });

  it('keeps open in the title what the document does not tell', () => {
    assert.equal(help('# Sample 2\n\n## ¦Purpose\n', {})?.title, 'Aim of {{number}}');
  });

  it('is found under every name and at every level of a section, and under a bold label', () => {
    assert.equal(help('# Sample 2\n\n#### 3. 🎯 go¦al (ours)\n')?.title, 'Aim of 2');
    assert.equal(help('# Sample 2\r\n\r\nDang¦ers\r\n-------\r\n')?.title, 'Dangers');
    const labelled = '# Sample 2\n\n**Da¦ngers**\n\n- Fog\n';
    assert.deepEqual(help(labelled)?.range, { start: 12, end: 23 });
  });

  it('is there from the first sign of the heading to its last, and nowhere else', () => {
    for (const here of ['¦## Dangers\n', '## Dangers¦\n']) assert.equal(help(`# Sample 2\n\n${here}`)?.title, 'Dangers', here);
    for (const text of ['# Sa¦mple 2\n\n## Dangers\n', '# Sample 2\n¦\n## Dangers\n', '# Sample 2\n\n## Dangers\n¦\n- Fog\n', '# Sample 2\n\n## Dan¦gerous\n', '# Sample 2\n\n```\n## Dan¦gers\n```\n', '# Sample 2\n\n## Aim of 2\n\n### Part ¦1\n', '¦', '# Sample 2\n\nThe dan¦gers.\n']) assert.equal(help(text), undefined, text);
  });

  it('is given of the first of two sections of a name', () => {
    assert.equal(help('# Sample 2\n\n## Dangers\n\n## Dang¦ers\n'), undefined);
  });

  it('is a sentence for every section of every kind', () => {
    for (const kind of checker.kinds) {
      const subject = subjectOf(kind.body, kind, { number: '2' });
      for (const [contract, { heading }] of subject.match.found) {
        const found = sectionHelp(subject, heading.range.start);
        assert.match(found?.need ?? '', /^(?:Every|This section) .*\.$/, `${kind.id}: ${contract.title}`);
        assert.doesNotMatch([found?.title, ...(found?.fields ?? []), ...(found?.parts ?? [])].join(), /\*|plan:/, `${kind.id}: ${contract.title}`);
      }
    }
  });
});

describe('guidanceOf', () => {
  const guidance = (body: string): readonly string[] => kindFrom(`---\ngroundplan: { kind: a, name: A, description: B, file: a.md }\n---\n# A\n\n## B\n${body}`).sections.flatMap(guidanceOf);

  it('is every comment that is no mark, on one line', () => {
    assert.deepEqual(guidance('<!-- plan: optional -->\n\n<!--\n  One,\n\ttwo.\n-->\n\nText <!--three--> <!-- 🎯 -->\n'), ['One, two.', 'three', '🎯']);
  });

  it('is nothing where nothing is said', () => {
    for (const body of ['', '\nText -->\n', '<!-- -->\n', '<!---->\n', '\n```\nx\n```\n', '\n<!-- never closed\n']) assert.deepEqual(guidance(body), [], body);
  });

  it('is as much in a hostile template', () => {
    for (const [unit, found] of Object.entries({ '<!--': 0, '-->': 0, '<!---->': 0, '<!-- a -->\n': 2000, '<!': 0 })) assert.equal(guidance(`\n${unit.repeat(2000)}\n`).length, found, unit);
  });
});
