import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { markKind } from '../../../src/core/template/explicit-mark.ts';
import { recognise } from '../../../src/core/template/recognise.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { RUNS } from '../support/runs.ts';
import { kindFrom, kindNamedBy } from './kind-from.ts';

const plan = kindNamedBy('plans/{{title}}-PORT-HARBOUR-PLAN.md');
const other = kindFrom('---\ngroundplan: { kind: other, dialect: short, name: Other, description: B, file: "plans/PORT-PLAN-OF-{{title}}.md" }\n---\n# Other\n\n## Alpha\n\n## Beta\n');
const kinds = [plan, other];

function marked(text: string, id: string): string {
  return applyEdits(text, [markKind(text, id)]);
}

describe('markKind', () => {
  it('writes front matter where there is none', () => {
    assert.equal(marked('# Title\n', 'sample'), '---\ngroundplan: sample\n---\n\n# Title\n');
    assert.equal(marked('', 'sample'), '---\ngroundplan: sample\n---\n\n');
    assert.equal(marked('\uFEFF# Title\r\n', 'sample'), '\uFEFF---\r\ngroundplan: sample\r\n---\r\n\r\n# Title\r\n');
    assert.equal(marked('# A\rText\r', 'none'), '---\rgroundplan: none\r---\r\r# A\rText\r');
    assert.equal(marked('---\n\nA thematic break, never closed.\n', 'sample').startsWith('---\ngroundplan: sample\n---\n\n---\n'), true);
  });

  it('adds to front matter that is there', () => {
    assert.equal(marked('---\ntitle: T\nstatus: open\n---\n# T\n', 'sample'), '---\ntitle: T\nstatus: open\ngroundplan: sample\n---\n# T\n');
    assert.equal(marked('---\r\n---\r\n', 'sample'), '---\r\ngroundplan: sample\r\n---\r\n');
    assert.equal(marked('\uFEFF---\ntitle: T\n---\n', 'sample'), '\uFEFF---\ntitle: T\ngroundplan: sample\n---\n');
  });

  it('takes the place of another mark, and of nothing else', () => {
    assert.equal(marked('---\na: 1\ngroundplan: old # why\n# about b\nb: 2\n---\n', 'sample'), '---\na: 1\ngroundplan: sample\n# about b\nb: 2\n---\n');
    assert.equal(marked('---\ngroundplan:\n  kind: old\n  dialect: long\n\nb: 2\n---\n', 'sample'), '---\ngroundplan: sample\n\nb: 2\n---\n');
    assert.equal(marked('---\rgroundplan: old\n\n---', 'sample'), '---\rgroundplan: sample\n\n---');
  });

  it('is seen whatever the document and its front matter say', () => {
    const odd = [
      '---\ntitle: ADR: use it\n---\n# T\n',
      '---\ndate: {{date}}\n---\n',
      '---\n  title: indented\n---\n',
      '---\ntags: [a, b\n---\n',
      '---\n"groundplan": none\n---\n',
      '---\ngroundplan: none\ngroundplan: none\n---\n',
      '---\ngroundplan: &a [*a]\n---\n',
      '---\ntext: |\n  groundplan: none\n---\n',
      '---\nnot: "closed\n---\n',
    ];
    for (const text of odd) {
      for (const kind of kinds) assert.equal(recognise(readPlan(marked(text, kind.id)), 'notes.md', kinds)?.kind, kind, text);
      assert.equal(recognise(readPlan(marked(text, 'none')), 'plans/a-PORT-HARBOUR-PLAN.md', kinds), undefined, text);
    }
  });

  it('is seen in every text, and keeps the rest of it', () => {
    const line = fc.constantFrom('---', '# T', '## Alpha', 'a: 1', '  b: 2', 'groundplan: old', 'groundplan:', '  kind: x', '# c', '', '- a', '}', '"', '```', '<!--', '🎯', 'groundplan', '...', '--- ', '\t');
    const text = fc.tuple(fc.constantFrom('', '\uFEFF', '---\n', '\uFEFF---\r\n', '---\r'), fc.array(line, { maxLength: 10 }), fc.constantFrom('\n', '\r\n', '\r')).map(([start, lines, end]) => start + lines.join(end));
    fc.assert(
      fc.property(text, fc.constantFrom(plan, other), (before, kind) => {
        const { range, text: written } = markKind(before, kind.id);
        const after = marked(before, kind.id);
        assert.equal(recognise(readPlan(after), 'notes.md', kinds)?.kind, kind);
        assert.equal(recognise(readPlan(marked(before, 'none')), 'notes.md', kinds), undefined);
        const taken = before.slice(range.start, range.end).split(/\r\n|\r|\n/);
        assert.ok(taken.every((each, index) => (index === 0 ? /^(?:groundplan[ \t]*:|$)/ : /^(?:[ \t#}]|$)/).test(each)), 'only an old mark is taken away');
        assert.equal(after, before.slice(0, range.start) + written + before.slice(range.end));
        assert.equal(marked(after, kind.id), after, 'a second time changes nothing');
      }),
      { numRuns: 2 * RUNS },
    );
  });
});
