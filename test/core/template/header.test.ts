import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { ownPart, readHeader, type KindHeader } from '../../../src/core/template/header.ts';
import { RUNS } from '../support/runs.ts';

const GOOD = ['kind: runbook', 'name: Runbook', 'description: What to do when it burns.', 'file: runbooks/{{service}}.md'];

function template(...lines: readonly string[]): string {
  return `---\ngroundplan:\n${lines.map((line) => `  ${line}\n`).join('')}---\n# Runbook: {{service}}\n`;
}

function header(text: string): KindHeader {
  const found = readHeader(readPlan(text));
  if ('length' in found) throw new Error(found.map(({ message }) => message).join(' '));
  return found;
}

/** What is wrong, each with the text it points at. */
function problems(text: string): readonly { readonly message: string; readonly line: string }[] {
  const found = readHeader(readPlan(text));
  return 'length' in found ? found.map(({ message, range }) => ({ message, line: text.slice(range.start, range.end) })) : [];
}

/** A template with one line of the good ones replaced by others. */
function withLine(key: string, ...lines: readonly string[]): string {
  return template(...GOOD.filter((line) => !line.startsWith(`${key}:`)), ...lines);
}

describe('readHeader', () => {
  it('reads what a kind says of itself', () => {
    assert.deepEqual(header(template(...GOOD)), { kind: 'runbook', name: 'Runbook', description: 'What to do when it burns.', file: 'runbooks/{{service}}.md', also: [], ask: {} });
  });

  it('reads dialects, other names, and questions short and long', () => {
    const found = header(template(...GOOD, 'dialect: short', 'beside: source', 'also: ["RUNBOOK-{{service}}.md"]', 'ask:', '  service: Which service?', '  source:', '    prompt: Beside which file?', '    file: "**/*.md"', '    value: "{{service}}"', '    optional: true'));
    assert.equal(found.dialect, 'short');
    assert.equal(found.beside, 'source');
    assert.deepEqual(found.also, ['RUNBOOK-{{service}}.md']);
    assert.deepEqual(found.ask, { service: { prompt: 'Which service?', optional: false }, source: { prompt: 'Beside which file?', file: '**/*.md', value: '{{service}}', optional: true } });
  });

  it('reads any line ending, a byte-order mark, braces, and front matter that is about the document', () => {
    const expected = header(template(...GOOD));
    for (const ending of ['\r\n', '\r']) assert.deepEqual(header(template(...GOOD).replaceAll('\n', ending)), expected);
    assert.deepEqual(header(`\uFEFF${template(...GOOD)}`), expected);
    assert.deepEqual(header(template(...GOOD).replace('groundplan:', 'status: {{status}}\ntitle: a: b\ngroundplan:').replace('---\n#', 'date: {{date}}\n---\n#')), expected);
    const braces = `---\ngroundplan: {\n  ${GOOD.map((line) => line.replace(': ', ': "') + '"').join(',\n  ')}\n}\nstatus: open\n---\n# T\n`;
    assert.deepEqual(header(braces), expected);
  });

  it('says where front matter is missing', () => {
    for (const text of ['', '# Only a title\n', '---\nkind: runbook\n---\n# T\n', '---\ngroundplan:\n  kind: runbook\n# never closed\n', '\uFEFF']) {
      assert.match(problems(text)[0]?.message ?? '', /^A template begins with front matter that says under "groundplan:"/, text);
    }
    assert.equal(problems('---\nkind: runbook\n---\n# T\n')[0]?.line, '---\nkind: runbook\n---');
  });

  it('points at the line that is wrong', () => {
    const wrong: readonly (readonly [key: string, line: string, message: RegExp])[] = [
      ['kind', 'kind: Run Book', /"groundplan\.kind".*lower-case words/],
      ['kind', 'kind: 7', /"groundplan\.kind"/],
      ['kind', 'kind: run--book', /"groundplan\.kind"/],
      ['dialect', 'dialect: A', /"groundplan\.dialect"/],
      ['name', 'name: ""', /"groundplan\.name"/],
      ['name', 'name:', /"groundplan\.name"/],
      ['file', 'file: runbooks/{{service}}.txt', /needs to end in \.md/],
      ['also', 'also: [ok.md, ../x.md]', /"groundplan\.also\.1".*inside the workspace/],
      ['ask', 'ask: [service]', /"groundplan\.ask"/],
      ['colour', 'colour: blue', /colour/],
    ];
    for (const [key, line, message] of wrong) {
      for (const text of [withLine(key, line), withLine(key, line).replaceAll('\n', '\r\n'), `\uFEFF${withLine(key, line)}`, `---\nstatus: open\n${withLine(key, line).slice(4)}`]) {
        const [first, ...others] = problems(text);
        assert.match(first?.message ?? '', message);
        assert.equal(first?.line, `  ${line}`);
        assert.deepEqual(others, []);
      }
    }
  });

  it('points at the question that is wrong', () => {
    assert.equal(problems(withLine('ask', 'ask:', '  service: Which service?', '  team: []'))[0]?.line, '    team: []');
    assert.equal(problems(withLine('ask', 'ask:', '  team:', '    prompt: Which team?', '    type: text'))[0]?.line, '      type: text');
  });

  it('names each thing that is missing', () => {
    const missing = problems('---\ngroundplan:\n  kind: runbook\n---\n# T\n').map(({ message }) => message);
    assert.deepEqual(missing.map((message) => /"groundplan\.(\w+)"/.exec(message)?.[1]), ['name', 'description', 'file']);
    for (const nothing of ['groundplan:', 'groundplan: runbook', 'groundplan: []']) assert.match(problems(`---\n${nothing}\n---\n# T\n`)[0]?.message ?? '', /^"groundplan" in the front matter is not usable/);
  });

  it('lets no document lead out of the workspace', () => {
    for (const path of ['/etc/x.md', '../x.md', 'plans/../../x.md', 'C:/x.md', 'c:x.md', 'plans\\x.md', '\\\\server\\x.md', '..\\x.md', 'a/..']) {
      assert.match(problems(withLine('file', `file: '${path}'`))[0]?.message ?? '', /"groundplan\.file"/, path);
    }
    for (const path of ['x.md', '.plans/x.md', 'a..b/x.md', '...md', '🎯/x y.md']) assert.equal(header(withLine('file', `file: '${path}'`)).file, path);
  });

  it('says in one sentence what is no YAML, at its line', () => {
    for (const line of ['also: [', 'name: "never closed', 'name: a: b', '\tname: tab', '- a']) {
      const [first, ...others] = problems(template(...GOOD, line, 'beside: x'));
      assert.match(first?.message ?? '', /^The front matter is not YAML: [^\n]+\.$/, line);
      assert.doesNotMatch(first?.message ?? '', /at line \d/, 'lines are counted from the start of the file, if at all');
      assert.deepEqual(others, []);
    }
    assert.equal(problems(template(...GOOD, 'name: a: b'))[0]?.line, '  name: a: b');
  });

  it('follows no aliases', () => {
    const [problem] = problems('---\ngroundplan: &a\n  kind: runbook\n  ask: *a\n---\n# T\n');
    assert.match(problem?.message ?? '', /^"groundplan" in the front matter is not usable/);
  });

  it('never throws, and points into the text at one line', () => {
    const line = fc.constantFrom('groundplan:', 'groundplan: {', '}', '  kind: a', '  file: a.md', '  also:', '    - b', '  ask:', '    x: {', '  &a *a', '"', '- ', '# c', '', '  name: >', '   t', 'status: x', '? ', '  🎯: 1', '\t');
    const ending = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), ending, fc.constantFrom('', '\uFEFF'), (lines, end, mark) => {
        const text = mark + ['---', ...lines, '---', '# T'].join(end);
        for (const { message, line: shown } of problems(text)) {
          assert.ok(message.length < 400);
          if (!message.startsWith('A template begins')) assert.doesNotMatch(shown, /[\r\n]/);
        }
        assert.ok(text.length >= 0);
      }),
      { numRuns: 3 * RUNS },
    );
  });

  it('says of front matter that is nested without end, or without end itself, that it is not read', () => {
    const steps = Array.from({ length: 250 }, (_, index) => `${' '.repeat(index + 1)}a:`).join('\n');
    for (const yaml of ['['.repeat(100_000), '{a: '.repeat(100_000), '- '.repeat(100_000), 'a: '.repeat(100_000), '["]",'.repeat(20_000), `x${'x'.repeat(20_000)}`, `\n${steps}`]) {
      assert.deepEqual(problems(`---\nstatus: open\ngroundplan: ${yaml}\n---\n# T\n`), [{ message: 'The front matter is too long or too deeply nested to be read.', line: `groundplan: ${yaml.split('\n')[0] ?? ''}`.slice(0, 1000) }], yaml.slice(0, 20));
    }
  });

  it('unfolds no aliases of aliases', () => {
    const bomb = Array.from({ length: 20 }, (_, index) => `  b${index}: &b${index} [${Array.from({ length: 9 }, () => (index === 0 ? 'x' : `*b${index - 1}`)).join(', ')}]\n`).join('');
    assert.deepEqual(problems(`---\ngroundplan:\n${bomb}  kind: *b19\n---\n# T\n`), [{ message: '"groundplan" in the front matter is not usable: Invalid input: expected object, received undefined.', line: 'groundplan:' }]);
  });

  it('bears what is nested without end', () => {
    for (const unit of ['[', '{a: ', '- ', '? ', '&a ', '!!', '"', '{']) assert.ok(problems(`---\ngroundplan: ${unit.repeat(1000)}\n---\n# T\n`).length > 0);
  });
});

describe('ownPart', () => {
  const own = (yaml: string): string | undefined => {
    const range = ownPart(`---\n${yaml}---\n`, { start: 4, end: 4 + yaml.length });
    return range && `---\n${yaml}---\n`.slice(range.start, range.end);
  };

  it('is the key with what is indented below it', () => {
    assert.equal(own('a: 1\ngroundplan:\n  kind: x\n\n  # note\n  name: y\nb: 2\n'), 'groundplan:\n  kind: x\n\n  # note\n  name: y\n');
    assert.equal(own('groundplan: x\r\nb: 2\r\n'), 'groundplan: x\r\n');
    assert.equal(own('groundplan: {\n  kind: x\n}\nb: 2\n'), 'groundplan: {\n  kind: x\n}\n');
    assert.equal(own('groundplan:\n# says what it is\n  kind: x\n'), 'groundplan:\n# says what it is\n  kind: x\n');
  });

  it('leaves the comment of the next key to that key', () => {
    assert.equal(own('groundplan:\n  kind: x\n\n# Where it stands\nstatus: open\n'), 'groundplan:\n  kind: x\n');
  });

  it('is no key of another name or place', () => {
    for (const yaml of ['', 'a: 1\n', 'my-groundplan: x\n', 'a:\n  groundplan: x\n', 'groundplans: x\n', '# groundplan: x\n']) assert.equal(own(yaml), undefined, yaml);
  });

  it('takes no longer for a hostile text', () => {
    for (const unit of ['\n', '\r\n', ' ', '#\n', ' a\n', ' \n', '\r']) assert.ok(own(`groundplan:\n${unit.repeat(20_000)}\nb: 1\n`));
  });
});
