import assert from 'node:assert/strict';
import { readTemplate } from '../../../src/core/template/kind.ts';
import { TEAM_TEMPLATE } from './team-template.ts';

describe('readTemplate', () => {
  const problemsIn = (text: string) => readTemplate(text).problems.map(({ message }) => message);

  it('says what is wrong with a template, and where', () => {
    assert.match(problemsIn('# Only a title\n')[0] ?? '', /begins with front matter/);
    assert.match(problemsIn('---\ngroundplan: [\n---\n# T\n')[0] ?? '', /is not YAML/);
    assert.match(problemsIn('---\ngroundplan:\n  kind: X Y\n---\n# T\n').join(' '), /"groundplan\.kind".*lower-case words/);
    assert.match(problemsIn(TEAM_TEMPLATE.replace('# Runbook: {{service}}', '')).join(' '), /needs a title/);
    const wrongMark = TEAM_TEMPLATE.replace('plan: optional', 'plan: optionel');
    const [problem] = readTemplate(wrongMark).problems;
    assert.match(problem?.message ?? '', /"optionel" is not a mark; known are: optional/);
    assert.equal(wrongMark.slice(problem?.range.start, problem?.range.end), '<!-- plan: optionel -->');
  });

  it('says what a mark needs', () => {
    const withMark = (mark: string) => problemsIn(TEAM_TEMPLATE.replace('plan: optional', `plan: ${mark}`)).join(' ');
    assert.match(withMark('repeat many'), /needs a number/);
    assert.match(withMark('reads minds'), /known are: risks/);
    assert.match(withMark('also Risks'), /double quotes/);
    assert.match(withMark('when it rains'), /when number > 1/);
  });

  it('never throws, whatever the text', () => {
    for (const odd of ['', '---\n---\n', '---\ngroundplan: &a [*a]\n---\n# x', '\uFEFF---\ngroundplan:\n---', '<!-- plan: optional -->']) readTemplate(odd);
  });
});
