import assert from 'node:assert/strict';
import { cardAt } from '../../../src/core/language/cards.ts';
import { linkCompletionsAt } from '../../../src/core/language/link-completions.ts';
import { countsIn, referringTo } from '../../../src/core/language/reference-counts.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { at, DESIGN, HARBOUR, LOG, PHASE_1, PIERS, shelfOf, TASKS } from './harbour.ts';

describe('cards', () => {
  const card = (marked: string, path = DESIGN): unknown => {
    const found = cardAt(shelfOf(), path, at(HARBOUR[path] ?? '', marked));
    return found && [found.title, found.kind, found.facts, found.gist, found.path];
  };

  it('tell what is named', () => {
    assert.deepEqual(card('ADR-¦0001'), ['1. Keep one log', 'Decision Record (Nygard)', [['State', 'Accepted']], 'Why.', LOG]);
    assert.deepEqual(card('against R-¦1', TASKS), ['R-1: Storm in port', 'Risk', [['Impact', 'High'], ['Mitigation', 'Wait; then R-10, R-1 and run R-1']], '', DESIGN]);
    assert.deepEqual(card('after T-0¦1, against', TASKS), ['T-01: Drive piles', 'Task', [['State', 'open'], ['Effort', '3h']], '', TASKS]);
    assert.deepEqual(card('0002-two-¦piers.md#context', LOG), ['Context and Problem Statement', 'Section', [], 'One pier is not enough for two ships. See ADR 1.', PIERS]);
  });

  it('tell nothing where it is defined, or where nothing is named', () => {
    assert.deepEqual(['| R-¦1 |', '#### 1. Be¦rth', '## Risk Ass¦essment', 'by the ¦crew'].map((marked) => card(marked)), [undefined, undefined, undefined, undefined]);
  });
});

describe('completions of links', () => {
  /** What the line becomes with each of the offers, at the mark of the text. */
  const offers = (line: string, path = DESIGN, head = ''): readonly string[] => {
    const own = HARBOUR[path] ?? '';
    const text = head === '' ? own.replace('\n\n', `\n\n${line}\n\n`) : `${head}${line}\n---\n${own.replace(/^---[\s\S]*?\n---\n/, '')}`;
    const offset = text.indexOf('¦');
    const plain = text.replace('¦', '');
    const shelf = shelfOf({ ...HARBOUR, [path]: plain });
    return linkCompletionsAt(shelf, path, offset).map(({ range, text: written }) => applyEdits(plain, [{ range, text: written }]).split('\n').find((each) => each.startsWith(line.slice(0, 3))) ?? '');
  };

  it('lead from the folder of the document', () => {
    assert.deepEqual(offers('See [the piers](two¦)').filter((each) => each.includes('piers.md')), ['See [the piers](../docs/adr/0002-two-piers.md)']);
    assert.deepEqual(offers('See [pier¦]').filter((each) => each.includes('adr/0001')), ['See [1. Keep one log](../docs/adr/0001-one-log.md)']);
    assert.deepEqual(offers('See ADR-¦'), ['See [ADR-0001](../docs/adr/0001-one-log.md)', 'See [ADR-0002](../docs/adr/0002-two-piers.md)']);
    assert.deepEqual(offers('See ADR-0¦', LOG), ['See [ADR-0002](0002-two-piers.md)']);
  });

  it('name their headings behind a hash', () => {
    assert.deepEqual(offers('See [it](../docs/adr/0002-two-piers.md#con¦)'), ['build-two-piers', 'context-and-problem-statement', 'considered-options', 'decision-outcome'].map((anchor) => `See [it](../docs/adr/0002-two-piers.md#${anchor})`));
    assert.deepEqual(offers('See [it](#¦)', LOG).length, 5);
  });

  it('fill in the relations of front matter', () => {
    assert.deepEqual(offers('supersedes: ¦', PIERS, '---\nstatus: accepted\n'), ['supersedes: 0001-one-log.md']);
    assert.deepEqual(offers('related: [x, 0¦]', PIERS, '---\nstatus: accepted\n'), ['related: [x, 0001-one-log.md]']);
    assert.deepEqual(offers('  - ¦', PIERS, '---\nstatus: accepted\nrelated-to:\n'), ['  - 0001-one-log.md']);
    assert.deepEqual(offers('tags: ¦', PIERS, '---\nstatus: accepted\n'), []);
  });

  it('are none in check boxes, code, images and prose', () => {
    for (const line of ['- [¦', '`[¦`', 'Some words¦', '![¦']) assert.deepEqual(offers(line), [], line);
  });

  it('encode what would end a link', () => {
    const path = 'plans/PHASE-1 (old) ARCHITECTURE-PLAN.md';
    const shelf = shelfOf({ ...HARBOUR, [path]: '---\ngroundplan: phase-plan\n---\n# Phase 1 [old] Architecture Plan\n', [DESIGN]: '# Harbour Architecture Design\n\nSee [\n' });
    const [offer] = linkCompletionsAt(shelf, DESIGN, 36).filter(({ text }) => text.includes('old'));
    assert.equal(offer?.text, 'Phase 1 \\[old\\] Architecture Plan](PHASE-1%20%28old%29%20ARCHITECTURE-PLAN.md)');
  });
});

describe('counts', () => {
  it('tell who refers to a document, and who speaks of what it defines', () => {
    const shelf = shelfOf();
    assert.deepEqual(referringTo(shelf, DESIGN).map(({ path, at: place }) => [path, place?.line]), [['README.md', 2], [TASKS, 2]]);
    assert.deepEqual(countsIn(shelf, DESIGN).map(({ title, places }) => [title, places.length]), [
      ['6 places name these risks', 6],
      ['6 places name these phases', 6],
      ['5 places name these services', 5],
    ]);
    assert.deepEqual(countsIn(shelf, PHASE_1).map(({ title }) => title), ['1 place names these risks']);
    assert.deepEqual(countsIn(shelf, 'README.md'), []);
  });
});
