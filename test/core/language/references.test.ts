import assert from 'node:assert/strict';
import { documentMentions } from '../../../src/core/language/document-mentions.ts';
import { definedNames } from '../../../src/core/language/defined-names.ts';
import { meaningAt } from '../../../src/core/language/name-at.ts';
import { definitionOf, referencesTo } from '../../../src/core/language/references.ts';
import type { Shelf } from '../../../src/core/language/shelf.ts';
import type { Texts } from '../workspace/sample-workspace.ts';
import { at, DESIGN, HARBOUR, LOG, PHASE_1, PHASE_2, PIERS, shelfOf, TASKS } from './harbour.ts';

const shelf = shelfOf();

const SHORT: Readonly<Record<string, string>> = { [DESIGN]: 'design', [TASKS]: 'tasks', [LOG]: 'log', [PIERS]: 'piers', [PHASE_1]: 'phase 1', [PHASE_2]: 'phase 2', 'README.md': 'readme' };

/** `design 6:0 R-1`: the document, the line and the column from 0, and the words. */
function said(from: Shelf, path: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const page = from.page(path);
  const { line, column } = page?.plan.lines.positionAt(start) ?? { line: -1, column: -1 };
  return `${SHORT[path] ?? path} ${line}:${column} ${page?.text.slice(start, end) ?? ''}`;
}

function references(marked: string, path = DESIGN, from = shelf): readonly string[] {
  const meaning = meaningAt(from, path, at(from.page(path)?.text ?? '', marked));
  return meaning === undefined ? [] : referencesTo(from, meaning).map((place) => said(from, place.path, place.range));
}

function definition(marked: string, path = DESIGN, from = shelf): string | undefined {
  const meaning = meaningAt(from, path, at(from.page(path)?.text ?? '', marked));
  const place = meaning && definitionOf(from, meaning);
  return place && said(from, place.path, place.range);
}

describe('the names of a document', () => {
  it('are read with ids, numbers and titles', () => {
    const subject = shelf.page(DESIGN)?.subject;
    const names = subject ? definedNames(subject) : [];
    assert.deepEqual(
      names.map(({ sort, id, count, title }) => [sort, id?.text, count?.number, title?.text]),
      [
        ['service', undefined, undefined, 'Berth Service'],
        ['service', undefined, undefined, 'Tolls'],
        ['risk', 'R-1', undefined, 'Storm in port'],
        ['risk', 'R-10', undefined, 'Fire'],
        ['phase', undefined, 1, 'Deep Water'],
        ['phase', undefined, 2, 'Tall Cranes'],
      ],
    );
  });

  it('of risks have their ids in cells, headings, items and names', () => {
    const idsOf = (section: string): readonly unknown[] => {
      const subject = shelfOf({ [DESIGN]: `# A Architecture Design\n\n## Risk Assessment and Mitigation\n\n${section}\n` }).page(DESIGN)?.subject;
      return (subject ? definedNames(subject) : []).map(({ id, count, title }) => id?.text ?? count?.number ?? title?.text);
    };
    assert.deepEqual(idsOf('| Risk | Impact | Mitigation |\n|---|---|---|\n| **R3**: Fog | High | Horn |\n| Ice | Low | Salt |'), ['R3', 'Ice']);
    assert.deepEqual(idsOf('### R-003: Fog\n\n- **Impact**: High\n- **Mitigation**: Horn\n\n### RISK_4 – Ice\n\n- **Impact**: High\n- **Mitigation**: Salt'), ['R-003', 'RISK_4']);
    assert.deepEqual(idsOf('### Risk 1: Fog\n\n- **Impact**: High\n- **Mitigation**: Horn'), [1]);
  });
});

describe('references', () => {
  it('to a risk stand in its document and in those beside it, by whole words outside of code and links', () => {
    const all = ['tasks 9:41 R-1', 'design 5:0 R-1', 'design 44:2 R-1', 'design 44:49 R-1', 'design 45:36 R-1'];
    assert.deepEqual(references('¦R-1 and'), all);
    assert.deepEqual(references('against R-¦1 of', TASKS), all);
    assert.deepEqual(references('R-1¦0 were'), ['design 5:8 R-10', 'design 44:42 R-10', 'design 45:2 R-10']);
  });

  it('to a service stand in text, tables and diagrams; a common word is one only where it fills its place', () => {
    assert.deepEqual(references('1. Be¦rth Service'), ['design 9:8 Berth Service', 'design 18:33 Berth Service', 'design 25:4 Berth Service', 'design 37:2 Berth Service']);
    assert.deepEqual(references('2. To¦lls'), ['design 16:8 Tolls', 'design 25:26 Tolls', 'design 38:2 Tolls']);
  });

  it('to a phase are those to its number, or to its title', () => {
    assert.deepEqual(references('after Pha¦se 1'), ['tasks 6:4 Phase 1', 'design 49:4 Phase 1', 'design 55:14 Phase 1', 'design 55:33 1']);
    assert.deepEqual(references('De¦ep Water (4'), ['tasks 6:13 Deep Water', 'design 49:13 Deep Water', 'design 55:57 Deep Water']);
  });

  it('to a task, and to the risks of a plan that are numbered by their place', () => {
    assert.deepEqual(references('after T-0¦1, against', TASKS), ['tasks 8:6 T-01', 'tasks 9:27 T-01', 'tasks 10:28 T-01']);
    assert.deepEqual(references('for Risk ¦1', PHASE_1), ['phase 1 8:4 Risk 1', 'phase 1 18:31 Risk 1']);
  });

  it('to a record stand in links, text and front matter', () => {
    assert.deepEqual(references('ADR-¦0001'), ['log 0:0 # 1. Keep one log', 'piers 3:12 0001-one-log.md', 'piers 11:27 ADR 1', 'design 5:41 ADR-0001']);
  });

  it('to a heading are the links with its anchor, from every document', () => {
    const links = [`readme 2:15 ${DESIGN}#risk-assessment-and-mitigation`, 'design 40:0 ## Risk Assessment and Mitigation', 'design 45:41 #risk-assessment-and-mitigation'];
    assert.deepEqual(references('## Risk Ass¦essment'), links);
    assert.deepEqual(references('(#risk-¦assess'), links);
    assert.deepEqual(references('#con¦text', LOG), ['log 18:16 0002-two-piers.md#context-and-problem-statement', 'piers 8:0 ## Context and Problem Statement']);
  });
});

describe('definitions', () => {
  it('are where the name is given', () => {
    assert.equal(definition('against R-¦1', TASKS), 'design 44:2 R-1');
    assert.equal(definition('¦Phase 1: Deep', TASKS), 'design 49:4 Phase 1');
    assert.equal(definition('after T-0¦1, against', TASKS), 'tasks 8:6 T-01');
    assert.equal(definition('A[Ber¦th'), 'design 9:8 Berth Service');
    assert.equal(definition('ADR-¦0001'), 'log 0:0 # 1. Keep one log');
    assert.equal(definition('supersedes: 00¦01', PIERS), 'log 0:0 # 1. Keep one log');
    assert.equal(definition('What Pha¦se 2', PHASE_1), 'phase 2 0:0 # Phase 2 Architecture Plan');
    assert.equal(definition('PHASE-2-ARCH¦'), 'phase 2 0:0 # Phase 2 Architecture Plan');
  });

  it('are none for plain words, code, and on files that are not ours', () => {
    for (const marked of ['found by the ¦crew', 'R-1 in plain ¦text', 'X¦R-1', '`run R-¦1`', 'R-1¦.5']) assert.equal(definition(marked), undefined, marked);
    assert.equal(meaningAt(shelf, 'README.md', at(HARBOUR['README.md'] ?? '', ', R-¦1')), undefined);
  });

  it('stand beside those of another plan that has the same ids', () => {
    const other = 'plans/architecture-design-PORT-8-2026-03-02.md';
    const texts: Texts = { ...HARBOUR, [other]: `# Quay Architecture Design\n\nBeside [the harbour](architecture-design-PORT-7-2026-03-02.md), after R-1 and R-10.\n\n## Risk Assessment and Mitigation\n\n| ID | Risk | Impact | Mitigation |\n|---|---|---|---|\n| R-1 | Rust | High | Paint |\n` };
    const both = shelfOf(texts);
    assert.equal(definition('after R-¦1', other, both), `${other} 8:2 R-1`);
    assert.equal(definition('and R-1¦0', other, both), 'design 45:2 R-10');
    assert.deepEqual(references('¦R-1 and', DESIGN, both), references('¦R-1 and'));
  });
});

describe('mentions of documents', () => {
  it('are those that resolve, in order', () => {
    const mentioned = (path: string, from = shelf): readonly string[] => {
      const page = from.page(path);
      return page ? documentMentions(from, page).map(({ range, to }) => `${page.text.slice(range.start, range.end)} = ${to}`) : [];
    };
    assert.deepEqual(mentioned(DESIGN), [`ADR-0001 = ${LOG}`, `PHASE-2-ARCHITECTURE-PLAN.md = ${PHASE_2}`]);
    assert.deepEqual(mentioned(PIERS), [`0001-one-log.md = ${LOG}`, `ADR 1 = ${LOG}`]);
    assert.deepEqual(mentioned(PHASE_2), [`Phase 1 = ${PHASE_1}`]);
    const text = '\uFEFF# Harbour Architecture Design\r\n\r\n## System Overview\r\n\r\n🚢 ADR-0001, ميناء ADR-2 (not ADR-0042, ADR-0001.5, XADR-1), `ADR-0001`; \u202Bdocs/adr/0002-two-piers.md\u202C. Not none.md\r\n';
    assert.deepEqual(mentioned(DESIGN, shelfOf({ ...HARBOUR, [DESIGN]: text })), [`ADR-0001 = ${LOG}`, `ADR-2 = ${PIERS}`, `ADR-0001 = ${LOG}`, `docs/adr/0002-two-piers.md = ${PIERS}`]);
  });
});

describe('whatever the line endings', () => {
  it('the same places are found', () => {
    const crlf: Texts = Object.fromEntries(Object.entries(HARBOUR).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]));
    const other = shelfOf(crlf);
    for (const marked of ['¦R-1 and', '1. Be¦rth Service', 'after Pha¦se 1', '## Risk Ass¦essment']) assert.deepEqual(references(marked, DESIGN, other), references(marked), marked);
    assert.equal(definition('after T-0¦1, against', TASKS, other), 'tasks 8:6 T-01');
  });
});
