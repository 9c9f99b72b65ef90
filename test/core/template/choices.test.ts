import assert from 'node:assert/strict';
import { choicesOf, statesOf, transitionStatesOf } from '../../../src/core/template/choices.ts';
import { kindFrom } from './kind-from.ts';

function choices(body: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(choicesOf(kindFrom(`---\ngroundplan: { kind: a, name: A, description: B, file: a.md }\n---\n# A\n${body}`)));
}

describe('choicesOf', () => {
  it('reads fields in every form', () => {
    const body = '\n**Impact**: {{High/Medium/Low}}\n\n- **Owner:** {{Ada/Bob}}\n- Likelihood: {{1/2/3}}\n\n1. **Risk Level**: {{ Low / High }}\n\n\tState: {{On/Off}}\n\n* 港口: {{甲/乙}}\n';
    assert.deepEqual(choices(body), { impact: ['High', 'Medium', 'Low'], owner: ['Ada', 'Bob'], likelihood: ['1', '2', '3'], 'risk level': ['Low', 'High'], state: ['On', 'Off'], 港口: ['甲', '乙'] });
  });

  it('reads columns of tables', () => {
    const body = '\n| Risk | Impact | Status |\n|------|:------:|--------|\n| {{risk}} | {{High/Low}} | {{Open/Closed}} |\n';
    assert.deepEqual(choices(body), { impact: ['High', 'Low'], status: ['Open', 'Closed'] });
  });

  it('takes a blank without choices for none', () => {
    assert.deepEqual(choices('\n**Owner**: {{who}}\n\n| Metric | Target |\n|--|--|\n| {{metric}} | {{number}} {{unit}} |\n\n**Impact**: High\n'), {});
  });

  it('finds the choice among several blanks of a cell', () => {
    assert.deepEqual(choices('\n| Target |\n|--|\n| {{number}} {{ms/s}} |\n'), { target: ['ms', 's'] });
  });

  it('goes by the first of a name, and takes no table in a fence', () => {
    assert.deepEqual(choices('\nImpact: {{High/Low}}\n\n```\n| Mood |\n|--|\n| {{Good/Bad}} |\n```\n\n- **Impact**: {{1/2}}\n'), { impact: ['High', 'Low'] });
  });

  it('offers the states that a record may be in', () => {
    const body = '<!-- plan: reads status -->\n<!-- plan: values "Proposed", "Accepted" -->\n\n**Status**: {{Any/None}}\n';
    assert.deepEqual(choices(body), { status: ['Proposed', 'Accepted'] });
    assert.deepEqual(choices('\n## Status\n<!-- plan: reads status -->\n<!-- plan: values "Open" -->\n\nOpen\n'), { status: ['Open'] });
  });

  it('collects them once for each kind', () => {
    const kind = kindFrom('---\ngroundplan: { kind: a, name: A, description: B, file: a.md }\n---\n# A\n\nImpact: {{High/Low}}\n');
    assert.equal(choicesOf(kind), choicesOf(kind));
  });

  it('reads none in a hostile template', () => {
    for (const unit of ['**', '- ', '| ', '{{', 'a:', '|--|\n', 'a/b', '1. ']) assert.deepEqual(choices(`\n${unit.repeat(5000)}\n`), {}, unit);
  });
});

describe('statesOf', () => {
  it('finds them at whatever depth, where the section is read as a status', () => {
    const kind = kindFrom('---\ngroundplan: { kind: a, name: A, description: B, file: a.md }\n---\n# A\n\n## Sizes\n<!-- plan: values "S", "M" -->\n\n## Head\n\n### State\n<!-- plan: reads status -->\n<!-- plan: values "Open", "Closed" -->\n');
    assert.deepEqual(statesOf(kind.root), ['Open', 'Closed']);
    assert.deepEqual(kind.sections.map(statesOf), [[], ['Open', 'Closed']]);
  });
});

describe('transitionStatesOf', () => {
  it('finds the states that a plan moves through, which are no status', () => {
    const kind = kindFrom('---\ngroundplan: { kind: a, name: A, description: B, file: a.md }\n---\n# A\n\n## Move\n<!-- plan: reads transition -->\n<!-- plan: values "IDEA", "BUILT" -->\n');
    assert.deepEqual(transitionStatesOf(kind.root), ['IDEA', 'BUILT']);
    assert.deepEqual(statesOf(kind.root), []);
  });
});
