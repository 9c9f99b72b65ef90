import assert from 'node:assert/strict';
import { findingsIn, findingsOf, messagesOf } from '../documents.ts';
import { filesAround } from '../files-around.ts';
import type { Surroundings } from '../../../src/core/lint/surroundings.ts';

const RULE = 'required-source';
const PATH = 'docs/book-PLAN.md';
const SOURCE = `# Use Case: Book a berth

## Requirements

| ID | Requirement |
|----|-------------|
| FR-1 | No berth is promised twice |
| FR-2 | A booking takes less than a minute |
| FR-3 | The office can print the bookings of a day |
`;
const plan = (body: string, head = '') => `${head === '' ? '' : `---\n${head}\n---\n`}# Use Case Plan: Book a berth\n\n${body}\n`;
const aligned = (requirements: string) => `## 1. Use Case Alignment\n\n### Requirements\n\n${requirements}`;
const around = (text: string, files: Readonly<Record<string, string>> = { 'docs/book.md': SOURCE }, rest: Partial<Surroundings> = {}) => filesAround({ ...files, [PATH]: text }, rest);
const messages = (text: string, files?: Readonly<Record<string, string>>, rest?: Partial<Surroundings>) => messagesOf(RULE, text, PATH, around(text, files, rest));

describe('required-source', () => {
  describe('finds a source that is not there', () => {
    it('at the name in the front matter', () => {
      const text = plan(aligned('- **FR-1**: section 3'), 'status: awaiting-approval\nsource: "use-cases/bok.md#flow"');
      const [finding, ...others] = findingsOf(RULE, text, PATH, around(text));
      assert.deepEqual(others, []);
      assert.equal(finding?.message, 'The use case of this plan is not there: no file "docs/use-cases/bok.md" can be found. Correct the path.');
      assert.equal(text.slice(finding.range.start, finding.range.end), 'use-cases/bok.md#flow'.split('#')[0]);
    });

    it('at a field below the title, in a link', () => {
      const text = plan(`**Use Case**: [Book](bok.md)\n\n${aligned('- FR-1')}`);
      const [finding] = findingsOf(RULE, text, PATH, around(text, {}));
      assert.equal(text.slice(finding?.range.start, finding?.range.end), 'bok.md');
    });

    it('at the title where none is named and none stands beside the plan', () => {
      const text = plan(aligned('- all of them'));
      const [finding] = findingsOf(RULE, text, PATH, around(text, {}));
      assert.equal(finding?.message, 'This plan does not say which use case it is made from, and no "book.md" stands beside it: name the file under "source" in the front matter, or link it below the title.');
      assert.equal(text.slice(finding.range.start, finding.range.end), '# Use Case Plan: Book a berth');
      assert.deepEqual(messagesOf(RULE, text, 'docs/plan.md', filesAround({})), ['This plan does not say which use case it is made from: name the file under "source" in the front matter, or link it below the title.']);
    });
  });

  describe('finds requirements that are never cited', () => {
    it('several in one finding, where the plan takes them up', () => {
      const text = plan(aligned('- **FR-1**: section 3'), 'source: book.md');
      const [finding, ...others] = findingsOf(RULE, text, PATH, around(text));
      assert.deepEqual(others, []);
      assert.equal(finding?.message, 'This plan never cites FR-2 and FR-3 of "book.md": say where each is met, or that it is left out.');
      assert.equal(text.slice(finding.range.start, finding.range.end), '### Requirements');
      assert.deepEqual(finding.related?.map(({ path, range }) => [path, SOURCE.slice(range.start, range.end)]), [['docs/book.md', 'FR-2'], ['docs/book.md', 'FR-3']]);
    });

    it('one by its words, at the name of the source where nothing takes it up', () => {
      const text = plan('Meets FR-1 and FR-2.', 'source: book.md');
      const [finding] = findingsOf(RULE, text, PATH, around(text));
      assert.equal(finding?.message, 'This plan never cites FR-3 of "book.md" (The office can print the bookings of a day): say where it is met, or that it is left out.');
      assert.equal(text.slice(finding.range.start, finding.range.end), 'book.md');
    });

    it('not more than five by name', () => {
      const source = `# UC\n\n## Requirements\n\n${Array.from({ length: 9 }, (_, index) => `- REQ-00${index + 1}: does thing ${index}`).join('\n')}\n`;
      assert.deepEqual(messages(plan(aligned('- REQ-1')), { 'docs/book.md': source }), ['This plan never cites REQ-002, REQ-003, REQ-004, REQ-005, REQ-006 and 3 more of "book.md": say where each is met, or that it is left out.']);
    });

    it('in a source that is linked below the title, or named from the root', () => {
      assert.equal(messages(plan(`Made from [Book](../use-cases/b.md).\n\n${aligned('- FR-1, FR-2')}`), { 'use-cases/b.md': SOURCE }).length, 1);
      assert.equal(messages(plan(aligned('- FR-1, FR-2'), 'source: use-cases/b.md'), { 'use-cases/b.md': SOURCE }).length, 1);
    });

    it('without numbers, where the plan quotes the others', () => {
      const source = '# UC\n\n## Functional Requirements\n\n- No berth is ever promised twice\n- A booking takes less than a minute\n- The office can print the bookings of a day\n';
      const quoted = '- No berth is ever promised twice ([UC](book.md#functional-requirements)): one queue\n- A booking takes less than a minute: one page';
      assert.deepEqual(messages(plan(aligned(quoted)), { 'docs/book.md': source }), ['This plan never cites "The office can print the bookings of a day" of "book.md": say where it is met, or that it is left out.']);
      assert.deepEqual(messages(plan(aligned(`${quoted}\n- Bookings of one day are printed by the office: a list`)), { 'docs/book.md': source }), []);
      assert.deepEqual(messages(plan(aligned('- In our own words: one queue')), { 'docs/book.md': source }), []);
    });
  });

  describe('takes a requirement as cited', () => {
    for (const cited of ['FR-1, FR-2, FR-3', 'FR-1 to FR-3', 'FR-1–FR-3', '`FR-1` – `FR-3`', 'FR-1..3', '**FR-1** through **FR-3**', 'FR1, fr_02 and FR-003', 'FR-1, 2 and 3', 'FR-1/2/3', '[1](book.md#fr-1), [2](book.md#fr-2), [3](book.md#fr-3)', 'all of FR-*', 'FR-1, FR-2; the office can print the bookings of a day: a list', '| FR-1 |\n| FR-2 |\n| FR-3 |']) {
      it(JSON.stringify(cited), () => assert.deepEqual(messages(plan(aligned(cited))), []));
    }

    it('anywhere in the plan, but not in a comment', () => {
      assert.deepEqual(messages(plan(`${aligned('- FR-1')}\n\n## 5. APIs\n\n\`\`\`yaml\n# FR-2, FR-3\n\`\`\``)), []);
      assert.equal(messages(plan(`${aligned('- FR-1, FR-2')}\n\n<!--\nFR-3 is to come\n-->`)).length, 1);
    });
  });

  describe('leaves alone', () => {
    it('what is not known yet', () => {
      const text = plan(aligned('- none'), 'source: book.md');
      assert.deepEqual(messagesOf(RULE, text, PATH), []);
      assert.deepEqual(messagesOf(RULE, plan(aligned('- none')), PATH), []);
      assert.deepEqual(messages(text, {}, { exists: () => true, document: () => 'missing' }), []);
    });

    it('a blank, an address, a ticket, words', () => {
      for (const head of ['source: "{{source_link}}"', 'source: https://example.org/book', 'source: PORT-7', 'source: talks with the office']) assert.deepEqual(messages(plan(aligned('- none'), head), {}), [], head);
      assert.deepEqual(messages(plan(`See PORT-7.\n\n${aligned('- none')}`), {}), []);
    });

    it('a link that leads nowhere: that is said of all links alike', () => {
      const text = plan(`Made from [Book](bok.md).\n\n${aligned('- none')}`, 'status: approved');
      assert.deepEqual(findingsIn(text, PATH, around(text, {})).filter(({ rule }) => rule === RULE || rule === 'valid-links').map(({ rule }) => rule), ['valid-links']);
    });

    it('numbers that are no requirements, and requirements that are given up', () => {
      const source = '# UC\n\n## Notes\n\n- R1: a risk\n- US-1: a story\n\n## Requirements\n\n- P95: 300 ms\n- AES-256: at rest\n- FR-4 (withdrawn)\n- ~~FR-5: old~~\n- FR-6: [TBD]\n\nSee FR-9.\n\n```\nFR-7: code\n```\n\n## Out of Scope\n\n- FR-8: later\n';
      assert.deepEqual(messages(plan(aligned('- none')), { 'docs/book.md': source }), []);
    });

    it('plans of which only the file name is like that, and other kinds', () => {
      assert.deepEqual(messagesOf(RULE, '# Implementation\n\n## Deployment\n\nx\n\n## Monitoring\n\nx\n', 'IMPLEMENTATION-PLAN.md', filesAround({})), []);
      assert.deepEqual(messagesOf(RULE, '# System Design: Harbour\n', 'docs/architecture/SYSTEM_DESIGN.md', filesAround({})), []);
    });
  });

  it('finds the same with other line endings', () => {
    const text = plan(aligned('- **FR-1**: section 3'), 'source: book.md').replaceAll('\n', '\r\n');
    const [finding] = findingsOf(RULE, text, PATH, around(text, { 'docs/book.md': SOURCE.replaceAll('\n', '\r\n') }));
    assert.equal(text.slice(finding?.range.start, finding?.range.end), '### Requirements');
  });
});
