import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonBreak } from '../../../src/core/text/json-breaks.ts';
import { findingsIn, findingsOf, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'valid-fences';
const fence = (language: string, content: string) => `\`\`\`${language}\n${content}\n\`\`\``;
const withHooks = (content: string) => replaceSection(phasePlan(), 'Future Phase Hooks', `### Future Phase Hooks\n\n${content}`);
const withPerformance = (content: string) => replaceSection(phasePlan(), 'Performance Requirements', `### Performance Requirements\n\n${content}`);
const withExternal = (content: string) => replaceSection(phasePlan(), 'External Systems', `### External Systems\n\n${content}`);

/** What is found in one fence: the reasons, with the text that each stands on. */
function foundIn(language: string, content: string): readonly (readonly [string, string])[] {
  const text = withHooks(fence(language, content));
  return findingsOf(RULE, text).map(({ message, range }) => [message.replace(/^[^:]*: /, ''), text.slice(range.start, range.end)]);
}

describe('valid-fences', () => {
  describe('finds YAML that does not parse, on its line', () => {
    const cases: readonly (readonly [yaml: string, place: string, reason: string])[] = [
      ['a: 1\npurpose: Sends letters: all of them\nb: 2', 'purpose: Sends letters: all of them', 'its value has a colon in it: put the value in quotes.'],
      ['a:\n  - x\n b: 1', 'b: 1', 'it is indented to another column than the lines to which it belongs.'],
      ['a:\n\tb: 1', 'b: 1', 'a tab indents it: use spaces.'],
      ['a: "x\nb: 1\nc: 2', 'a: "x', 'a quote that begins here is never closed.'],
      ['x: 1\na: [1, 2\nb: 1', 'a: [1, 2', 'a bracket that begins here is not closed.'],
      ['a: {x: 1\nb: 2', 'a: {x: 1', 'a bracket that begins here is not closed.'],
      ['a: @home', 'a: @home', 'its value begins with a sign that YAML keeps for itself: put the value in quotes.'],
      ['a: "x" y', 'a: "x" y', 'something stands behind a value that is over: put the whole value in quotes.'],
      ['x: 1\nappend only', 'append only', 'it is neither "key: value" nor an item that begins with "- ".'],
      ['a: 1\n- b', '- b', 'an item of a list stands where "key: value" belongs: indent it as its list is.'],
      ['- a\nb: 1', 'b: 1', 'it does not go on with what stands above it: indent it as the lines to which it belongs.'],
      ['a: "\\d"', 'a: "\\d"', 'a backslash in double quotes means nothing there: write it twice, or use single quotes.'],
      ['a: 1\n  b: 2', 'a: 1', 'it has a value already, and the line below it is indented as if it had none.'],
      ['a: x]', 'a: x]', ''],
      ['a: 1\n---\nb: c: d', 'b: c: d', 'its value has a colon in it: put the value in quotes.'],
    ];
    for (const [yaml, place, reason] of cases) {
      it(JSON.stringify(yaml), () => assert.deepEqual(foundIn('yaml', yaml), reason === '' ? [] : [[reason, place]]));
    }

    it('as yml too, with other line endings, and says so in one sentence', () => {
      const text = withHooks(fence('yml', 'a: 1\nb: c: d')).replaceAll('\n', '\r\n');
      const [finding, ...others] = findingsOf(RULE, text);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, 'This YAML breaks on this line: its value has a colon in it: put the value in quotes.');
      assert.equal(text.slice(finding.range.start, finding.range.end), 'b: c: d');
    });
  });

  describe('bears YAML that is no whole file', () => {
    const borne = [
      'a: 1\n---\na: 2\n---\n- x',
      'metadata:\n  ...\n  name: berths',
      'a:\n  b: 1\n  # …\n  c: 2',
      'a:\n  …\nb: 1',
      'name: {{name}}\nport: {{ .Values.port }}',
      'data:\n  {{- if .Values.password }}\n  password: {{ .Values.password | quote }}\n  {{- end }}',
      '{% for x in y %}\n- {{ x }}\n{% endfor %}',
      '{!docs/values.yaml!}',
      'image: <registry>/<name>:<tag>\nhost: <host>: <port>',
      '    deep: 1\n  out: 2',
      'api: [API_NAME]\nversion: [VERSION].[PATCH]',
      'tasks:\n  - [ ] first\n  - [x] second',
      'paths:\n  /berths/{id}:\n    get:\n      responses:\n        "200": { description: A berth }',
      'a: &x\n  b: 1\nc:\n  <<: *x\n  d: !Ref berth',
      'script: |\n  if (a: b) {\n    "c": [\n  }',
      '',
      '# only words',
    ];
    for (const yaml of borne) it(JSON.stringify(yaml), () => assert.deepEqual(foundIn('yaml', yaml), []));

    it('in a list, in a fence that is never closed, in other languages', () => {
      assert.deepEqual(messagesOf(RULE, withHooks('- item\n\n  ```yaml\n  a: b: c\n  ```')), []);
      assert.deepEqual(messagesOf(RULE, `${withHooks('Words.')}\n\`\`\`yaml\na: b: c\n`), []);
      assert.deepEqual(foundIn('toml', 'a: b: c'), []);
      assert.deepEqual(foundIn('jsonc', '{ "a": 1, }'), []);
      assert.deepEqual(foundIn('json5', '{ a: 1 }'), []);
    });
  });

  describe('finds JSON that does not parse, where it breaks', () => {
    const cases: readonly (readonly [json: string, place: string, reason: string])[] = [
      ['{\n  "a": 1,\n}', ',', 'a comma stands before "}": take it out.'],
      ['{\n  "a": 1\n  "b": 2\n}', '"b"', 'a comma is missing before this.'],
      ['{ "a" 1 }', '1', 'a colon is missing before this.'],
      ['{ a: 1 }', 'a', '"a" stands without quotes: put the name in double quotes.'],
      ["{ 'a': 1 }", "'a'", 'a text stands in other quotes: JSON knows only double ones.'],
      ['{ "a": [1, 2 }', '}', 'a value is missing before "}".'],
      ['{ "a": True }', 'True', '"True" is no value: write true.'],
      ['{ "a": berth }', 'berth', '"berth" stands without quotes: put the text in double quotes.'],
      ['{ "a": "\\d" }', '\\d', '"\\d" means nothing in a text: write the backslash twice.'],
      ['{ "a": "b\n}', '"b', 'a text that begins here is not closed on its line.'],
      ['{ "a": { "b": 1 }\n', '}', 'it ends while a "{" is still open: close it.'],
      ['{ "a": 1 }}', '}', 'nothing is open that this "}" could close: take it out.'],
      ['{ "a": 1,, "b": 2 }', ',', 'a value is missing before the comma.'],
      ['{ "a": }', '}', 'a value is missing before "}".'],
    ];
    for (const [json, place, reason] of cases) {
      it(JSON.stringify(json), () => {
        const expected = json.includes('[1, 2 }') ? '"}" stands where a "[" is still open: write "]".' : reason;
        assert.deepEqual(foundIn('json', json), [[expected, place]]);
      });
    }

    it('and points at the bracket that is still open', () => {
      const text = withHooks(fence('json', '{\n  "a": [1\n}'));
      const [finding] = findingsOf(RULE, text);
      assert.deepEqual(finding?.related?.map(({ range }) => text.slice(range.start, range.end)), ['[']);
    });
  });

  describe('bears JSON that is written for people', () => {
    const borne = [
      '{ "a": 1 }\n{ "a": 2 }',
      '"a": 1,\n"b": { "c": true }',
      '"pub_key": {\n  "type": "x",',
      '{\n  // a comment\n  "a": 1\n}',
      '{ "a": 1, /* more */ "b": 2, }',
      '{ "a": 1, ... }',
      '{ "a": [1, 2, …] }',
      '{ "a": {...} }',
      '{ "a": <count>, "b": {{b}}, "c": ${c} }',
      '{ "a": string, "b": number | null }',
      '{ "a": "{{a}}", "b": "[NAME]", "c": ["<x>"] }',
      '{ "a": [NAME] }',
      'POST /berths\n\n{ "a": 1 }',
      '[]',
      '',
      '{ "😀": "\\u00e9\\n", "n": -1.5e-9 }',
    ];
    for (const json of borne) it(JSON.stringify(json), () => assert.deepEqual(foundIn('json', json), []));
  });

  it('finds nothing in JSON that a program reads, and something wherever none does', () => {
    fc.assert(fc.property(fc.json(), (json) => assert.equal(jsonBreak(json), undefined)));
    const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'true', ' ', '\n', '"', '\\', "'", 'x', '{{', '//', '…');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const json = pieces.join('');
        const found = jsonBreak(json);
        if (found === undefined) return;
        assert.throws(() => JSON.parse(json));
        assert.ok(found.start >= 0 && found.start < found.end && found.end <= json.length);
      }),
    );
  });

  describe('finds a key of the template that the YAML has not', () => {
    it('at the top, and below another key', () => {
      const text = withPerformance(fence('yaml', 'latency:\n  p50: 80ms\n  p95: 250ms\n\nthroughput:\n  minimum: 5 req/sec\n  target: 20 req/sec'));
      assert.deepEqual(
        findingsOf(RULE, text).map(({ message, range }) => [message, text.slice(range.start, range.end)]),
        [
          ['The YAML of "Performance Requirements" has no resources: add what the template asks for there.', 'latency'],
          ['"latency" in the YAML of "Performance Requirements" has no p99: add what the template asks for there.', 'latency'],
        ],
      );
    });

    it('in an entry of a list, at the name of the entry', () => {
      const text = withExternal(fence('yaml', 'external:\n  - system: Mail gateway\n    protocol: REST\n    purpose: letters\n  - system: "Bank"\n    protocol: REST\n    authentication: key\n    purpose: money'));
      const [finding, ...others] = findingsOf(RULE, text);
      assert.deepEqual(others, []);
      assert.equal(finding?.message, '"Mail gateway" in the YAML of "External Systems" has no authentication: add what the template asks for there.');
      assert.equal(text.slice(finding.range.start, finding.range.end), 'system');
    });

    it('in the contracts of any earlier phase', () => {
      const entries = 'phase_1:\n  - api: Bookings\n    version: v1\n    usage: called\n\nphase1b:\n  - api: Tides\n    version: v1\n    location: pkg\n    usage: called';
      assert.deepEqual(messagesOf(RULE, replaceSection(phasePlan(), 'Established Architecture', `### Established Architecture (What We Can Reuse)\n\n#### APIs and Contracts\n\n${fence('yaml', entries)}\n\n#### Core Libraries\n\nNone.\n\n#### Abstractions and Interfaces\n\nNone.`)), ['"Bookings" in the YAML of "APIs and Contracts" has no location: add what the template asks for there.']);
    });
  });

  describe('leaves alone', () => {
    const nothing = (text: string) => assert.deepEqual(messagesOf(RULE, text), []);

    it('another form, other names, and what the section says elsewhere', () => {
      nothing(withPerformance(fence('yaml', 'targets:\n  - name: Latency\n    value: 80ms')));
      nothing(withPerformance(fence('yaml', 'latency: 80ms')));
      nothing(withPerformance('- Latency: 80ms'));
      nothing(withPerformance(`${fence('yaml', 'latency:\n  p50: 80ms\n  p95: 250ms\n  # p99: not measured\nthroughput:\n  minimum: 5\n  target: 20')}\n\nResources: none of note.`));
      nothing(withPerformance(`${fence('yaml', 'latency:\n  p50: 1ms\n  p95: 2ms\n  p99: 3ms')}\n\n${fence('yaml', 'throughput:\n  minimum: 5\n  target: 20\nresources:\n  memory: 1GB\n  cpu: 1\n  storage: 1GB')}`));
      nothing(withExternal(fence('yaml', 'external:\n  - name: Mail gateway\n    protocol: REST\n    auth: key\n    purpose: letters')));
      nothing(withExternal(fence('yaml', 'external:\n  mail:\n    protocol: REST')));
    });

    it('keys whose value is still a blank, and a section without the YAML of the template', () => {
      nothing(phasePlan());
      nothing(phasePlan(1));
    });

    it('keys where the YAML cannot be read: that is said once', () => {
      assert.equal(messagesOf(RULE, withExternal(fence('yaml', 'external:\n  - system: Mail gateway\n    protocol: REST: v2\n    purpose: letters'))).length, 1);
    });

    it('a bomb of aliases, and YAML of any size', () => {
      nothing(withHooks(fence('yaml', ['a: &a [x, x, x, x]', ...Array.from({ length: 12 }, (_, index) => `${String.fromCharCode(98 + index)}: &${String.fromCharCode(98 + index)} [*${String.fromCharCode(97 + index)}, *${String.fromCharCode(97 + index)}]`)].join('\n'))));
      nothing(withHooks(fence('yaml', 'a: 1\n'.repeat(10_000))));
      nothing(withHooks(fence('json', `[${'['.repeat(5000)}${']'.repeat(5000)}]`)));
    });
  });

  it('says what is missing in a section of targets only once', () => {
    const found = findingsIn(withPerformance(fence('yaml', 'latency:\n  p50: 80ms\n  p95: 250ms\n  p99: 300ms')), PHASE_2);
    assert.deepEqual(found.map(({ rule, message }) => `${rule}: ${message}`), [`${RULE}: The YAML of "Performance Requirements" has no throughput and resources: add what the template asks for there.`]);
  });

  it('says nothing of plans of other kinds', () => {
    assert.deepEqual(messagesOf(RULE, `# Notes\n\n${fence('yaml', 'a: b: c')}\n`, 'notes.md'), []);
  });
});
