import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import type { Value } from '../../../../src/core/readings/forms/fields.ts';
import { readRecord, type DecisionRecord } from '../../../../src/core/readings/records/record.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

/** The record, after checking that every range slices to its value. */
function record(text: string, path = 'docs/adr/use-x.md'): DecisionRecord {
  const found = readRecord(readPlan(text), path, read);
  const { title, date, deciders, status, links } = found;
  const values = [title, date, ...deciders, status?.value, status?.whole, status?.date, ...links.map(({ target }) => target)].filter((value): value is Value => value !== undefined);
  for (const { text: written, range } of values) assert.equal(text.slice(range.start, range.end), written);
  return found;
}

function plain(text: string, path?: string): unknown {
  const { number, numberIn, title, date, deciders, status, links } = record(text, path);
  return {
    number,
    numberIn,
    title: title?.text,
    date: date?.text,
    deciders: deciders.map((name) => name.text),
    status: status?.value.text,
    links: links.map(({ relation, target }) => `${relation} ${target.text}`),
  };
}

describe('readRecord', () => {
  it("reads Nygard's form", () => {
    const text = '# 9. Use scripts\n\nDate: 2018-06-26\n\n## Status\n\nAccepted\n\nAmends [5. Help](0005-help.md)\n\n## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n';
    assert.deepEqual(plain(text, 'doc/adr/0009-use-scripts.md'), { number: 9, numberIn: 'file', title: 'Use scripts', date: '2018-06-26', deciders: [], status: 'Accepted', links: ['amends 0005-help.md'] });
  });

  it('reads MADR 4', () => {
    const text = '---\nstatus: "accepted"\ndate: 2024-03-01\ndecision-makers: [Ada, "Bob B."]\nconsulted: Cy\n---\n\n# Use Markdown\n\n## Context and Problem Statement\n\nText.\n';
    assert.deepEqual(plain(text), { number: undefined, numberIn: undefined, title: 'Use Markdown', date: '2024-03-01', deciders: ['Ada', 'Bob B.'], status: 'accepted', links: [] });
  });

  it('reads MADR 2', () => {
    const text = '# [ADR-7] Use Markdown\n\n* Status: accepted\n* Deciders: Ada, Bob <!-- optional -->\n* Date: 2020-01-01 <!-- optional -->\n\nTechnical Story: none\n\n## Context and Problem Statement\n';
    assert.deepEqual(plain(text), { number: 7, numberIn: 'title', title: 'Use Markdown', date: '2020-01-01', deciders: ['Ada', 'Bob'], status: 'accepted', links: [] });
  });

  it('reads a table', () => {
    const text = '# Use Markdown\n\n| Field | Value |\n|--|--|\n| Status | Superseded by ADR-9 |\n| Date | 2020-01-01 |\n| Deciders | Ada, Bob |\n';
    assert.deepEqual(plain(text), { number: undefined, numberIn: undefined, title: 'Use Markdown', date: '2020-01-01', deciders: ['Ada', 'Bob'], status: 'Superseded', links: ['superseded by ADR-9'] });
  });

  it('leaves open what a template leaves open', () => {
    const empty = { number: undefined, numberIn: undefined, title: undefined, date: undefined, deciders: [], status: undefined, links: [] };
    assert.deepEqual(plain(''), empty);
    assert.deepEqual(plain('---\nstatus: "{proposed | rejected | accepted | superseded by ADR-0123}"\ndate: {YYYY-MM-DD when the decision was last updated}\ndecision-makers: {list everyone involved in the decision}\n---\n\n# {short title, representative of solved problem}\n'), empty);
    assert.deepEqual(plain('# [short title of solved problem and solution]\n\n* Status: [proposed | accepted | superseded by [ADR-0005](0005-example.md)] <!-- optional -->\n* Deciders: [list everyone involved in the decision] <!-- optional -->\n* Date: [YYYY-MM-DD when the decision was last updated] <!-- optional -->\n'), empty);
    assert.deepEqual(plain('# {{number}}. {{title}}\n\nDate: {{date}}\nDeciders: {{deciders}}\n\n## Status\n\n{{status}}\n'), empty);
  });

  describe('takes number and title from', () => {
    for (const [heading, number, title] of [
      ['# 1. Use X', 1, 'Use X'],
      ['# 0001 - Use X', 1, 'Use X'],
      ['# 0001: Use X', 1, 'Use X'],
      ['# #5: Use X', 5, 'Use X'],
      ['# [000] Use X', 0, 'Use X'],
      ['# ADR-0001: Use X', 1, 'Use X'],
      ['# ADR-0001:Use X', 1, 'Use X'],
      ['# ADR 1 – Use X', 1, 'Use X'],
      ['# ADR 1 Use X', 1, 'Use X'],
      ['# [ADR-7] Use X', 7, 'Use X'],
      ['# [ADR-7](0007.md) Use X', 7, 'Use X'],
      ['# adr_7. Use X', 7, 'Use X'],
      ['# **ADR-7: Use X**', 7, 'Use X'],
      ['# **ADR-7**: Use `X`', 7, 'Use `X`'],
      ['# ADR: Use X', undefined, 'Use X'],
      ['# Architecture Decision Record: Use X', undefined, 'Use X'],
      ['# Architecture Decision Record 3: Use X', 3, 'Use X'],
      ['# Decision 2: Use X', 2, 'Use X'],
      ['ADR-7: Use X\n============', 7, 'Use X'],
      ['# 1. Use X <!-- for now -->', 1, 'Use X'],
      ['# 🚀 Use **X** ##', undefined, '🚀 Use **X**'],
      ['# 12 factor apps', undefined, '12 factor apps'],
      ['# 3-tier architecture', undefined, '3-tier architecture'],
      ['# 2.0 release', undefined, '2.0 release'],
      ['# 2024 – a plan', undefined, '2024 – a plan'],
      ['# RFC 7231 support', undefined, 'RFC 7231 support'],
      ['# Decision making', undefined, 'Decision making'],
      ['# ADR 5', 5, undefined],
    ] as const) {
      it(heading, () => {
        for (const end of ['\n', '\r\n']) {
          const found = record(`${heading}\n\nText.\n`.replaceAll('\n', end));
          assert.deepEqual([found.number, found.numberIn, found.title?.text], [number, number === undefined ? undefined : 'title', title]);
        }
      });
    }

    it('front matter where no heading is the title', () => {
      const found = record('---\nid: ADR-0012\ntitle: "ADR 12: Use X"\n---\n\n# Status\n\nAccepted\n\n# Decision\n\nText.\n');
      assert.deepEqual([found.number, found.numberIn, found.title?.text, found.status?.value.text], [12, 'title', 'Use X', 'Accepted']);
      assert.equal(record('---\ntitle: |\n  12. Use X\n---\n\n## Status\n').title?.text, 'Use X');
    });
  });

  describe('takes the number from', () => {
    const text = '---\nid: ADR-3\n---\n# 2. Use X\n';
    for (const [path, number, numberIn] of [
      ['docs/adr/0001-use-x.md', 1, 'file'],
      ['docs/adr/ADR-001-use-x.md', 1, 'file'],
      ['adr_7.md', 7, 'file'],
      ['001.md', 1, 'file'],
      ['20240102-use-x.md', 2, 'title'],
      ['use-x.md', 2, 'title'],
    ] as const) {
      it(path, () => assert.deepEqual([record(text, path).number, record(text, path).numberIn], [number, numberIn]));
    }

    for (const [id, number] of [['ADR-3', 3], ['3', 3], ['"0003"', 3], ['adr-0003-use-x', 3], ['use-x', undefined], ['{{id}}', undefined]] as const) {
      it(`id: ${id}`, () => {
        const found = record(`---\nid: ${id}\n---\n# Use X\n`);
        assert.deepEqual([found.number, found.numberIn], [number, number === undefined ? undefined : 'front matter']);
      });
    }

    it('a file name that says that the number of the title is one', () => {
      assert.equal(record('# 25 Domain names\n', '025-domain-names.md').title?.text, 'Domain names');
      assert.equal(record('# 25 Domain names\n', '026-domain-names.md').title?.text, '25 Domain names');
    });
  });

  describe('takes the date from', () => {
    for (const [text, date] of [
      ['---\ndate: 2024-01-02\n---\n# T\n', '2024-01-02'],
      ["---\ndate: '2024-01-02T10:00:00Z'\n---\n# T\n", '2024-01-02'],
      ['# T\n\nDate: 2024-01-02\n', '2024-01-02'],
      ['# T\n\n**Date:** 2024-01-02 (last updated 2024-05-01)\n', '2024-01-02'],
      ['# T\n\n- **Decision date**: 2024-01-02\n', '2024-01-02'],
      ['# T\n\n| Status | Date |\n|--|--|\n| Accepted | 2024-01-02 |\n', '2024-01-02'],
      ['# T\n\n## Status\n\nAccepted on 2024-01-02\n', '2024-01-02'],
      ['---\ndate:\n---\n# T\n\nDate: 2024-01-02\n', '2024-01-02'],
      ['# T\n\nDate: 02/01/2024\n', undefined],
      ['# T\n\nDate: 2024-13-02\n', undefined],
      ['# T\n\nUpdated 2024-01-02\n', undefined],
      ['# T\n\n## Context\n\nText.\n\n## History\n\nDate: 2024-01-02\n', undefined],
    ] as const) {
      it(JSON.stringify(text), () => {
        assert.equal(record(text).date?.text, date);
        assert.equal(record(text.replaceAll('\n', '\r\n')).date?.text, date);
      });
    }
  });

  describe('takes the deciders from', () => {
    for (const [text, ...deciders] of [
      ['---\ndeciders: Ada, Bob\n---\n', 'Ada', 'Bob'],
      ['---\ndecision-makers:\n  - Ada\n  - Bob, Cy\n---\n', 'Ada', 'Bob', 'Cy'],
      ['---\ndecision_makers: "@ada, @bob"\n---\n', '@ada', '@bob'],
      ['---\ndecisionMakers: [Ada]\n---\n', 'Ada'],
      ['---\ndeciders: @ada, @bob\n---\n', '@ada', '@bob'],
      ['---\ndeciders: { Ada Lovelace, bob }\n---\n', 'Ada Lovelace', 'bob'],
      ['# T\n\nDeciders: Ada (lead, platform), [Bob](https://example.com/a,b), 张三\n', 'Ada (lead, platform)', '[Bob](https://example.com/a,b)', '张三'],
      ['# T\n\n**Deciders:** Ada\n**Date:** 2024-01-01\n', 'Ada'],
      ['# T\n\n**Deciders**: ada@example.com, bob@example.com\n', 'ada@example.com', 'bob@example.com'],
      ['# T\n\nDeciders: Ada,\nBob,\nCy\nDate: 2024-01-01\n', 'Ada', 'Bob', 'Cy'],
      ['# T\n\n- Deciders:\n  - Ada\n  - Bob\n', 'Ada', 'Bob'],
      ['# T\n\n**Decision makers**\n\n- Ada\n- Bob\n', 'Ada', 'Bob'],
      ['---\ndeciders: {{deciders}}\n---\n# T\n\nDeciders: Ada, {{more}}\n', 'Ada'],
      ['# T\n\nDeciders: [NAME], [NAME]\n'],
      ['# T\n\nDeciders of this kind are many.\n'],
    ] as const) {
      it(JSON.stringify(text), () => {
        for (const end of ['\n', '\r\n']) assert.deepEqual(record(text.replaceAll('\n', end)).deciders.map((name) => name.text), deciders);
      });
    }
  });

  it('never throws, and every value slices to its place', () => {
    const line = fc.constantFrom(
      '---', 'id: 5', 'title: |', '  1. X', 'deciders: [a, "b, c"', 'deciders: {a, b', 'date: 2024-01-01', '# ADR-1: **X**', '# [ADR-7](x', 'T', '===', '## Status', 'Accepted 2024-01-01', '**Deciders:** a, (b, c], d@e.fg', '- Deciders:', '  - x', 'Supersedes ADR-3', '| Date | Deciders |', '|--|--|', '| 2024-01-01 | a, b |', '<!--', '-->', '', '🚀 Date: 2024-01-01',
    );
    const document = fc.tuple(fc.constantFrom('', '\uFEFF'), fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([mark, lines, end]) => mark + lines.join(end));
    fc.assert(fc.property(document, fc.string({ maxLength: 30 }), (text, path) => void plain(text, path)), { numRuns: RUNS });
  });

  it('bears front matter nested deeper than any stack', () => {
    for (const unit of ['[', '{', '- ', '? ', '[ "]", ', '- !a ']) {
      for (const count of [100, 9000]) assert.equal(record(`---\nstatus: ${unit.repeat(count)}\n---\n# T\n`).title?.text, 'T');
    }
  });
});
