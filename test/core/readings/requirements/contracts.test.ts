import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { readContracts } from '../../../../src/core/readings/requirements/contracts.ts';
import { readFlat } from '../../support/flat-markdown.ts';
import { read } from '../../support/markdown.ts';
import { RUNS } from '../../support/runs.ts';

/** The names of the contracts in a text, after checking that each slices to its text and lies in its range. */
function names(text: string, span = { start: 0, end: text.length }): readonly string[] {
  return readContracts(readPlan(text), span, read).map(({ name, range }) => {
    assert.equal(text.slice(name.range.start, name.range.end), name.text);
    assert.ok(range.start >= 0 && range.start <= name.range.start && name.range.end <= range.end && range.end <= text.length);
    return name.text;
  });
}

function fence(language: string, ...lines: readonly string[]): string {
  return `## Contracts\n\n\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;
}

describe('readContracts', () => {
  it('reads what a language declares', () => {
    assert.deepEqual(names(fence('ts', 'export interface BerthService {', '  book(berth: Berth): Promise<void>;', '}', 'type Berth = { id: string };', 'export abstract class Tide {}')), ['BerthService', 'Berth', 'Tide']);
    assert.deepEqual(names(fence('go', 'type BerthService interface {', '\tBook(ctx context.Context) error', '}', 'type Berth struct {')), ['BerthService', 'Berth']);
    assert.deepEqual(names(fence('proto', 'service Berths {', '  rpc Book(BookRequest) returns (BookReply);', '}', 'message BookRequest {')), ['Berths', 'Book', 'BookRequest']);
    assert.deepEqual(names(fence('rust', 'pub trait Book {', 'pub struct Berth;')), ['Book', 'Berth']);
    assert.deepEqual(names(fence('', 'public interface Tides')), ['Tides']);
    assert.deepEqual(names('## C\n\n~~~java\r\npublic class Berth {\r\n~~~\r\n'), ['Berth']);
  });

  it('reads endpoints', () => {
    assert.deepEqual(names(fence('http', 'GET /berths/{id}', 'POST   /berths?free=1 HTTP/1.1', 'get /lower', 'GET berths', '# DELETE /x', 'DELETE /berths/{id}')), ['GET /berths/{id}', 'POST   /berths?free=1', 'DELETE /berths/{id}']);
  });

  it('reads names in YAML, without their quotes', () => {
    assert.deepEqual(names(fence('yaml', 'phase_1:', '  - api: BerthService', '    version: v1', '  - contract: "Tide, v2"', "  - service: 'Port'", 'Interface: Book')), ['BerthService', 'Tide, v2', 'Port', 'Book']);
    assert.deepEqual(names(fence('yml', 'name: 🚢 Ship')), ['🚢 Ship']);
  });

  it('reads bold and code names that begin items', () => {
    assert.deepEqual(names('## Contracts\n\n- **BerthService**: books\n- **TideService:** tells\n- `Port.open`: opens\n1. **Pay**\n\n### More\n\n* **Crane**\n  - **Arm**: part of it\n'), ['BerthService', 'TideService', 'Port.open', 'Pay', 'Crane']);
  });

  it('reads them in the order: code, YAML, items', () => {
    assert.deepEqual(names(`- **Last**: x\n\n${fence('yaml', 'api: Middle')}\n${fence('ts', 'type First = 1')}`), ['First', 'Middle', 'Last']);
  });

  it('takes nothing else for a contract', () => {
    assert.deepEqual(names(fence('ts', 'const type = Berth', '// type Berth', 'type berth = 1', 'interfaces Berth', 'class', 'return class Berth')), []);
    for (const language of ['mermaid', 'json', 'yaml']) assert.deepEqual(names(fence(language, 'class Berth', 'type Tide')), [], language);
    assert.deepEqual(names(fence('yaml', 'version: v1', 'names: x', 'name:', 'api: {{api}}', 'service: [SERVICE]', 'interface: |', '  func A()', '  func B()')), []);
    assert.deepEqual(names('## Contracts\n\n**BerthService**: in prose\n\ntype Berth = 1\n\n- plain item\n- not **first**\n- **{{name}}**: x\n- **[NAME]**\n- `a`\n- ****\n- **a\n  b**\n'), []);
  });

  it('stays within its span', () => {
    const before = fence('ts', 'type Before = 1');
    const own = `${fence('ts', 'type Own = 1')}\n- **Item**\n\n`;
    const text = `${before}${own}${fence('yaml', 'api: After')}`;
    assert.deepEqual(names(text, { start: before.length, end: before.length + own.length }), ['Own', 'Item']);
    assert.deepEqual(names('', { start: 0, end: 0 }), []);
  });

  it('keeps its places with Windows line endings, tabs and emoji', () => {
    assert.deepEqual(names('\uFEFF## 🔌 C\r\n\r\n```ts\r\n\texport\ttype\tBerth = 1\r\n```\r\n\r\n-\t**🚢 Ship**: x\r\n\r\n```yaml\r\n# 🎯\r\napi:\t"Tide"\r\n```\r\n'), ['Berth', 'Tide', '🚢 Ship']);
  });

  it('never throws and never points outside the text', () => {
    const line = fc.constantFrom('## C', '```ts', '```yaml', '```', 'type Berth = 1', '  - api: "x', 'name: a: b', 'api: &a [*a]', 'name: |', 'name: "x"', "api: ''", '- **A**: b', '- **A:**', '- `b c`', '* **:**', 'GET /x', '', '<!--', '-->', '> - **Q**', '🎯', '\t- **T**');
    const text = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r')).map(([lines, end]) => lines.join(end));
    fc.assert(fc.property(text, (written) => void names(written)), { numRuns: RUNS });
  });

  it('reads a hostile text as any other', () => {
    const flat = (text: string): readonly string[] => readContracts(readPlan(text), { start: 0, end: text.length }, readFlat).map(({ name }) => name.text);
    for (const unit of ['export ', 'GET /', 'public public\t', 'type ', ' ']) assert.ok(flat(fence('ts', unit.repeat(10_000 / unit.length))).length < 2, unit);
    assert.equal(flat(fence('ts', 'type Ab\n'.repeat(500))).length, 500);
    for (const unit of ['api: ', '- ', '[', '{a: ', '"']) assert.deepEqual(flat(fence('yaml', unit.repeat(2_000))), [], unit);
    for (const unit of ['- **a', '- `', '**', '> - ']) assert.deepEqual(flat(`## C\n\n- ${unit.repeat(5_000)}`), [], unit);
  });
});
