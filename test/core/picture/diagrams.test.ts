import assert from 'node:assert/strict';
import { drawDiagrams } from '../../../src/core/picture/diagrams.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';

const draw = (text: string) => drawDiagrams({ plan: readPlan(text), subject: undefined, findings: [], risks: [] });

describe('the diagrams of a picture', () => {
  it('stand with their source, caption, line and the place of each', () => {
    const text = '# T\n\n```mermaid\npie\n```\n\n## 2. The `flow` of *data*\n\n~~~~ mermaid title="x"\nflowchart LR\n  a --> b\n~~~~\n';
    assert.deepEqual(
      draw(text).map(({ caption, line, source, range, content }) => ({ caption, line, source, whole: text.slice(range.start, range.end), inner: text.slice(content.start, content.end) })),
      [
        { caption: 'T', line: 2, source: 'pie\n', whole: '```mermaid\npie\n```', inner: 'pie\n' },
        {
          caption: '2. The flow of data',
          line: 8,
          source: 'flowchart LR\n  a --> b\n',
          whole: '~~~~ mermaid title="x"\nflowchart LR\n  a --> b\n~~~~',
          inner: 'flowchart LR\n  a --> b\n',
        },
      ],
    );
  });

  it('have no caption before the first heading', () => {
    assert.deepEqual(draw('```mermaid\npie\n```\n').map(({ caption, line }) => ({ caption, line })), [{ caption: '', line: 0 }]);
  });

  it('are no other fences, no comments, and none in other code', () => {
    assert.deepEqual(draw('```ts\nmermaid\n```\n\n<!--\n```mermaid\npie\n```\n-->\n\n````md\n```mermaid\npie\n```\n````\n'), []);
  });

  it('stand in items of lists as well, and not in quotes', () => {
    const text = '# T\n\n1. First\n\n   ```mermaid\n   flowchart LR\n     a --> b\n   ```\n   - ~~~mermaid\n     pie\n2. Next\n\n> ```mermaid\n> pie\n> ```\n\n- ```mermaid\n  ---\n  title: x\n  ---\n  pie\n  ```\n';
    assert.deepEqual(
      draw(text).map(({ caption, line, source }) => ({ caption, line, source })),
      [
        { caption: 'T', line: 4, source: '   flowchart LR\n     a --> b\n' },
        { caption: 'T', line: 8, source: '     pie\n' },
      ],
    );
  });

  it('may be open to the end of the document, have other line ends and a mark at its start', () => {
    const text = '\uFEFF# T\r\n\r\n```mermaid\r\nflowchart LR\r\n  🚢 --> b\r\n';
    assert.deepEqual(draw(text).map(({ line, source }) => ({ line, source })), [{ line: 2, source: 'flowchart LR\r\n  🚢 --> b\r\n' }]);
  });
});
