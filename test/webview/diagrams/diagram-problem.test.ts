import assert from 'node:assert/strict';
import { problemOf, sourceLine } from '../../../webview/diagrams/diagram-problem.ts';

describe('the line of a problem in a diagram', () => {
  it('is what mermaid says in a plain diagram', () => {
    assert.equal(sourceLine('flowchart LR\n  a --> b\n  c[', 2), 2);
  });

  for (const [what, before, lines] of [
    ['front matter', '---\ntitle: x\nconfig:\n  theme: base\n---\n', 5],
    ['a directive over lines', '%%{init: {\n  "theme": "base"\n}}%%\n', 3],
    ['comments', '%% one\n  %% two\n\n', 3],
    ['front matter, a directive and comments', '---\ntitle: x\n---\n%%{init: {}}%%\n%% one\n', 5],
  ] as const) {
    it(`counts in ${what}`, () => {
      const source = `${before}flowchart LR\n%% between\n  a --> b`;
      assert.deepEqual([sourceLine(source, 0), sourceLine(source, 1)], [lines, lines + 2]);
      assert.equal(sourceLine(source.replaceAll('\n', '\r\n'), 1), lines + 2);
    });
  }

  it('is the last one when mermaid counts further', () => {
    assert.equal(sourceLine('flowchart LR\n  a[', 9), 1);
    assert.equal(sourceLine('', 3), undefined);
  });
});

describe('the message of a problem in a diagram', () => {
  const messageOf = (text: string): string => problemOf(new Error(text), 'a\nb\nc').message;

  it('shortens the list of what was expected', () => {
    const text = "Parse error on line 2:\n...a[Start\n-----^\nExpecting 'SQE', 'PE', 'TAGEND', 'PIPE', 'TEXT', got '1'";
    assert.deepEqual(problemOf(new Error(text), 'a\nb\nc'), {
      message: "Unexpected end, expecting 'SQE', 'PE', 'TAGEND' or 2 others.",
      line: 1,
    });
    assert.equal(messageOf("Parse error on line 2:\nx\n^\nExpecting 'TXT', got 'NEWLINE'"), "Unexpected 'NEWLINE', expecting 'TXT'.");
  });

  it('leaves out where, which is said beside it', () => {
    assert.equal(messageOf('Lexical error on line 2. Unrecognized text.\n...x'), 'Unrecognized text.');
    const failed = 'Parsing failed: ';
    assert.equal(messageOf(`${failed}Lexer error on line 2, column 8: unexpected character: ->x<- at 11`), "Unexpected character 'x'.");
    assert.equal(messageOf(`${failed} Parse error on line 3, column 2: Expecting 'a' but found 'b'.`), "Expecting 'a' but found 'b'.");
  });

  it('says what is too large, and what the preview does not load', () => {
    const text = 'Edge limit exceeded. 3000 edges found, but the limit is 3000.\n\nInitialize mermaid with maxEdges set to a higher number to allow more edges.';
    assert.equal(messageOf(text), 'The diagram is too large to draw: it has more than 3000 arrows. Split it into several.');
    assert.match(messageOf('The source image cannot be decoded.'), /^A node shows a picture from another place/);
  });

  it('says of an empty diagram how one begins', () => {
    assert.deepEqual(problemOf(new Error('No diagram type detected'), ' \r\n'), { message: 'The diagram is empty. Its first line names its kind, such as "flowchart LR".', line: 0 });
  });

  it('is never empty and never long', () => {
    assert.equal(messageOf(''), 'The diagram cannot be read.');
    assert.equal(messageOf('x'.repeat(500)).length, 160);
    assert.match(messageOf('No diagram type detected matching given configuration for text: x'), /^The first line names no kind/);
    assert.equal(problemOf('thrown text', 'a').message, 'Thrown text');
  });
});
