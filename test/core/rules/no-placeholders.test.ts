import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf, fixedBy, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { everyScaffold } from '../every-scaffold.ts';
import { RUNS } from '../support/runs.ts';

const RULE = 'no-placeholders';
const PATH = 'docs/adr/0007-keep-one-log.md';
const record = (context: string) => `# 7. Keep one log\n\n## Status\n\nAccepted\n\n## Context\n\n${context}\n\n## Decision\n\nOne log.\n\n## Consequences\n\n- Less work\n`;
const leftIn = (text: string, path = PATH): readonly string[] => findingsOf(RULE, text, path).map(({ range }) => text.slice(range.start, range.end));
const left = (context: string): readonly string[] => leftIn(record(context));
/** What is left open in one section of a phase plan, which otherwise is full of blanks. */
const leftInSection = (title: string, section: string): readonly string[] => {
  const text = replaceSection(phasePlan(), title, section);
  const start = text.indexOf(section.split('\n')[0] ?? '');
  return findingsOf(RULE, text).filter(({ range }) => range.start >= start && range.start < start + section.length).map(({ range }) => text.slice(range.start, range.end));
};

describe('no-placeholders', () => {
  it('finds every blank of any new document, in its place, and nothing else', () => {
    for (const { kind, path, text } of everyScaffold()) {
      for (const ending of ['\n', '\r\n']) {
        const written = text.replaceAll('\n', ending);
        const visible = written.replaceAll(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
        const expected = Array.from(visible.matchAll(/\{\{[^{}]+\}\}/g), ({ 0: blank, index }) => [index, blank]);
        assert.deepEqual(findingsOf(RULE, written, path).map(({ range }) => [range.start, written.slice(range.start, range.end)]), expected, kind.id);
      }
    }
  });

  it('selects the blank for the author, and leaves the text to them', () => {
    const text = record('Owner: {{who owns the log}}.');
    const [finding] = findingsOf(RULE, text, PATH);
    assert.equal(finding?.message, '{{who owns the log}} is still open: write what belongs here.');
    assert.equal(finding.severity, 'warning');
    assert.deepEqual(finding.fix, { title: 'Fill in {{who owns the log}}', edits: [], select: finding.range });
    assert.equal(fixedBy(RULE, text, PATH), text);
  });

  it('shortens what is long', () => {
    assert.deepEqual(messagesOf(RULE, record(`[describe the context${' and so on'.repeat(20)}]`), PATH), ['[describe the context and so on and so on and so on and so… is still open: write what belongs here.']);
  });

  it('finds blanks in titles, tables, links and front matter', () => {
    const text = `---\nauthor: "{{author}}"\ndate: YYYY-MM-DD\n---\n# 7. {{title}}\n\n## Status\n\nAccepted\n\n## Context\n\n| Load | {{load}} |\n|--|--|\n| [{{name}}]({{link}}) | TBD |\n\n## Decision\n\nx\n\n## Consequences\n\nx\n`;
    assert.deepEqual(leftIn(text), ['{{author}}', 'YYYY-MM-DD', '{{title}}', '{{load}}', '{{name}}', '{{link}}', 'TBD']);
  });

  it('finds names and phrases in brackets', () => {
    assert.deepEqual(left('By [NAME] on [DATE], in v[VERSION]'), ['[NAME]', '[DATE]']);
    assert.deepEqual(left('The pkg/common/[LIBRARY], [API_NAME] and [HOW_WE_USE_IT].\n\n- **Audit**: [METHOD - JWT/OAuth/etc]'), ['[LIBRARY]', '[API_NAME]', '[HOW_WE_USE_IT]', '[METHOD - JWT/OAuth/etc]']);
    assert.deepEqual(left('- **Impact**: [High/Medium/Low]\n- **Scaling**: [how services scale out]\n- [Trade-off 1]\n\n[What we are solving]\n\n| [Option A] | [short title] |'), [
      '[High/Medium/Low]',
      '[how services scale out]',
      '[What we are solving]',
      '[Option A]',
      '[short title]',
    ]);
    assert.deepEqual(left('We are sure to [X]%.'), ['[X]']);
    assert.deepEqual(left('- [ ] [DEBT_ITEM_1]: [PLAN_TO_ADDRESS]'), ['[DEBT_ITEM_1]', '[PLAN_TO_ADDRESS]']);
  });

  it('finds phrases in braces and angle brackets', () => {
    assert.deepEqual(left('- Good, because {argument a}\n- {title of option 1}\n\nChosen: "{title of option 1}", because {justification}.'), ['{argument a}', '{title of option 1}', '{title of option 1}']);
    assert.deepEqual(left('# <title>\n\nOwner: <owner>\n\n| <service-name> | <what it does> |'), ['<title>', '<owner>', '<service-name>', '<what it does>']);
  });

  it('finds words that put off, and figures without digits', () => {
    assert.deepEqual(left('TBD\n\nThe size is TBD, the owner (TBC).\n\nTODO: measure. TODO ask Ada.\n\n- TODO write\n\nSee ADR-XXX.\n\nNo figure yet (FIXME).'), ['TBD', 'TBD', 'TBC', 'TODO', 'TODO', 'TODO', 'XXX', 'FIXME']);
    assert.deepEqual(left('Effort: Xd, then XX ms and Xh for N% of users; p95 Xms, NN % more.\n\n| Load | ?? |\n| Keep | Nd |\n| Wait | X days |'), ['Xd', 'XX', 'Xh', 'N%', 'Xms', 'NN %', '??', 'Nd']);
  });

  it('leaves links, boxes, notes and tags alone', () => {
    for (const text of [
      '[NAME](x.md), [NAME][x], [NAME][], ![DATE](x.png)\n\n[x]: y',
      '[VERSION]\n\n[version]: https://example.org',
      '- [x] done\n- [X] done\n- [ ] open',
      'As in [1] and [RFC2119], [^note], [@doe].\n\n> [!NOTE]\n> Yes.\n\n[^note]: That.',
      '[WIP] [DRAFT] One log [OPTIONAL]',
      '[TOC]\n\n[[_TOC_]]\n\n[[wiki page]]',
      'Deciders: [Ada, Bob]\n\nStatus: [Accepted]\n\nDeciders: [John Doe]',
      'list[NAME], \\[NAME\\], f()[NAME]',
      'We asked [the harbour office] about it.',
    ]) {
      assert.deepEqual(left(text), [], text);
    }
  });

  it('leaves HTML, addresses, types and comparisons alone', () => {
    for (const text of [
      'a<br>b<br/>\n\n<details>\n<summary>More here</summary>\n\n</details>\n\n<img src="x.png" alt="a b">\n\n<a name="x"></a><sub>small</sub>',
      '<https://example.org> <mailto:ada@example.org> <ada@example.org>',
      'Map<String, List<Name>>, Vec<u8>, GET /berths/<id>/crew, <T>, Promise<name>',
      'a < b and c > d, x <5ms and y> 3',
      '| `STARTED` | <both> |',
      'press <kbd>Ctrl</kbd>',
    ]) {
      assert.deepEqual(left(text), [], text);
    }
  });

  it('leaves what other programs write with braces alone', () => {
    for (const text of ['{{ .Values.port }} {{- end }} {{#if x}} {{/if}} {{> part}} {{% raw %}} {{"x"}} ${{ secrets.KEY }}', '{entity,contract} {id} { a: 1, b: 2 } {a: 1, b: two words} { accepted }', 'f({ when ready })', 'x{some words}y']) {
      assert.deepEqual(left(text), [], text);
    }
  });

  it('leaves words alone that are none', () => {
    for (const text of ['Their TODO lists and TODOs, a TODO in the code.', '4XX and 5XX answers, XXL, MacOS X, 2XX', 'Role X in account A, N items, N days of logs, X days after', 'the format YYYY-MM-DD is ISO 8601', 'Really??', 'TBDs', 'v1.XX']) {
      assert.deepEqual(left(text), [], text);
    }
  });

  it('leaves code and comments alone', () => {
    for (const text of [
      '`[NAME]` `<name>` `TODO` `{{ x }}` `{{thing}}` ``a ` [NAME]``',
      '```yaml\nname: {{name}}\nowner: [OWNER]\n# TODO\n```',
      '~~~\nTBD [NAME]\n~~~',
      '- item\n\n  ```sh\n  run <name> # TODO: later\n  ```\n- more',
      '<!-- TODO: [NAME] {{name}} -->',
      'Text <!-- TBD --> and more <!-- {{x}} -->.',
      '        [profile cp]',
    ]) {
      assert.deepEqual(left(text), [], text);
    }
  });

  it('looks into code of which the template has some there, and for its placeholders within a line', () => {
    const yaml = '```yaml\nlatency:\n  p50: [NUMBER]ms\n  p95: {{number of}}ms\n  scopes: [read, write]\n  port: {{ .Values.port }}\n  host: {{ host }}\n  # TBD\n  when: TBD\n```';
    assert.deepEqual(leftInSection('Performance Requirements', `### Performance Requirements\n\n${yaml}`), ['[NUMBER]', '{{number of}}', 'TBD']);
    assert.deepEqual(leftInSection('Security Requirements', `### Security Requirements\n\n${yaml}`), []);
    assert.deepEqual(leftInSection('Performance Requirements', `### Performance Requirements\n\n${yaml.replace('yaml', 'go')}`), []);
    assert.deepEqual(leftInSection('Security Requirements', '### Security Requirements\n\n`{{number of}}` and `{{other}}`'), ['{{number of}}']);
  });

  it('tells a placeholder in a diagram from its shapes', () => {
    const diagram = '```mermaid\nflowchart TB\n  a["{{client}}"] --> b{{client}}\n  b --> c[NAME]\n  c --> d{is it done}\n  d --> e["{{thing}}"]\n```';
    const text = `# Architectural Plan: Berths\n\n## Proposed Architecture\n\n### Component Diagram\n\n${diagram}\n`;
    assert.deepEqual(leftIn(text, 'plans/ARCHITECTURAL-PLAN-berths.md'), ['{{client}}', '{{thing}}']);
  });

  it('gives ranges in order and in the text, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('{{', '}}', '{', '}', '[', ']', '<', '>', '`', '```', '<!--', '-->', 'NAME', 'TODO', 'a b', '\n', '\r\n', '- ', '|', ': ', 'X', 'N%', '\\', '🔧'), maxLength: 60 });
    fc.assert(
      fc.property(text, (any) => {
        let end = 0;
        for (const { range } of findingsOf(RULE, record(any), PATH)) {
          assert.ok(range.start >= end && range.end > range.start && range.end <= record(any).length);
          end = range.end;
        }
      }),
      { numRuns: RUNS },
    );
  });
});
