import assert from 'node:assert/strict';
import { isReadableYaml } from '../../../src/core/text/readable-yaml.ts';

describe('isReadableYaml', () => {
  it('lets pass what people write', () => {
    const openApi = Array.from({ length: 30 }, (_, index) => `  /berths/${index}:\n    get: { tags: [berths], responses: { "200": { description: "Free: {{n}}" } } }\n`).join('');
    const steps = Array.from({ length: 30 }, (_, index) => `${'  '.repeat(index)}a${index}:\n`).join('');
    for (const yaml of ['', '\uFEFFa: 1', 'a: 1\r\nb: [x, { y: z }]\r\n', 'a: 1\rb: 2\r', 'a: {{name}}\nb: [NAME]\n', '- - - a\n', 'text: |\n  [[[ not closed\n', openApi, steps, `# ${'='.repeat(300)}\na: ${'x'.repeat(10_000)}\n`]) assert.equal(isReadableYaml(yaml), true, yaml.slice(0, 60));
  });

  it('lets no text pass that is too long', () => {
    assert.equal(isReadableYaml('a'.repeat(20_000)), true);
    assert.equal(isReadableYaml('a'.repeat(20_001)), false);
  });

  it('lets nothing pass that is nested too deeply', () => {
    const nested = (open: string, close: string, depth: number): string => open.repeat(depth) + close.repeat(depth);
    for (const [open, close] of [['[', ']'], ['{', '}'], ['[{a: ', '}]'], ['{a: ', '}']] as const) {
      const each = open.match(/[[{]/g)?.length ?? 1;
      assert.equal(isReadableYaml(nested(open, close, 40 / each)), true, open);
      assert.equal(isReadableYaml(nested(open, close, 40 / each + 1)), false, open);
      assert.equal(isReadableYaml(nested(open, '', 41)), false, open);
    }
    assert.equal(isReadableYaml(`a:\n${' '.repeat(199)}b: 1\n`), true);
    for (const indent of [' ', '\t', ' \t']) assert.equal(isReadableYaml(`a:\n${indent.repeat(200)}b: 1\n`), false);
  });

  it('lets no line pass that is a key of a key of a key', () => {
    for (const unit of ['- ', '? ', ': ', '-\t', 'a: ', '"a": ', "'a':", '"a" :']) {
      assert.equal(isReadableYaml(unit.repeat(60)), true, unit);
      assert.equal(isReadableYaml(`b: 1\n${unit.repeat(61)}`), false, unit);
      assert.equal(isReadableYaml(`${unit.repeat(40)}\r\n`.repeat(3)), true, 'each line counts by itself');
    }
  });

  it('lets no brackets pass that only seem to be closed', () => {
    for (const unit of ['["]",', "[']',", '[ #]\n ', '{"}": ', '[a]']) {
      assert.equal(isReadableYaml(`x:\n ${unit.repeat(40).replaceAll(': ', ':\n')}`), true, unit);
      assert.equal(isReadableYaml(`x:\n ${unit.repeat(201).replaceAll(': ', ':\n')}`), false, unit);
    }
  });

  it('does not take what closes before anything is open for a way back', () => {
    assert.equal(isReadableYaml(`${']'.repeat(100)}${'['.repeat(40)}`), true);
    assert.equal(isReadableYaml(`${']'.repeat(100)}${'['.repeat(41)}`), false);
  });

  it('says so at once of a text without end', () => {
    for (const unit of ['[', ' ', '\t', '- ', 'a: ', '"', '\n', '" ', '\r']) assert.equal(isReadableYaml(unit.repeat(1_000_000)), false);
    for (const unit of ['"', '" ', ' \n', '\n', "'\t"]) assert.equal(isReadableYaml(unit.repeat(20_000 / unit.length)), true, JSON.stringify(unit));
  });
});
