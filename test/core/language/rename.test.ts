import assert from 'node:assert/strict';
import { planRename, renamedAt } from '../../../src/core/language/rename.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import type { Texts } from '../workspace/sample-workspace.ts';
import { at, DESIGN, HARBOUR, LOG, PHASE_1, shelfOf, TASKS } from './harbour.ts';

/** The documents after renaming, or the sentence on why not. */
function renamed(marked: string, next: string, path = DESIGN, texts = HARBOUR): Texts | string {
  const planned = planRename(shelfOf(texts), path, at(texts[path] ?? '', marked), next);
  if ('problem' in planned) return planned.problem;
  return { ...texts, ...Object.fromEntries(planned.change.files.map((file) => [file.path, applyEdits(file.text, file.edits)])) };
}

/** The lines that are different, of each document. */
function changed(after: Texts | string, texts = HARBOUR): unknown {
  if (typeof after === 'string') return after;
  return Object.fromEntries(
    Object.entries(after).flatMap(([path, text]) => {
      const before = texts[path]?.split('\n') ?? [];
      const lines = text.split('\n').filter((line, index) => line !== before[index]);
      return lines.length === 0 ? [] : [[path, lines]];
    }),
  );
}

describe('renaming', () => {
  it('a risk changes its id wherever that is meant, and nothing else', () => {
    assert.deepEqual(changed(renamed('¦R-1 and', 'R-7')), {
      [DESIGN]: [
        'R-7 and R-10 were found by the crew, see ADR-0001 and PHASE-2-ARCHITECTURE-PLAN.md. Not XR-1, R-1.5 or https://port.example/R-1.',
        '| R-7 | Storm in port | High | Wait; then R-10, `R-7` and `run R-1` |',
        '| R-10 | Fire | Low | Watch, as in [R-7](#risk-assessment-and-mitigation) |',
      ],
      [TASKS]: ['- [ ] T-02 Pour (2h) after T-01, against R-7 of the [design](architecture-design-PORT-7-2026-03-02.md)'],
    });
    assert.deepEqual(changed(renamed('Sto¦rm in port', 'Gale')), { [DESIGN]: ['| R-1 | Gale | High | Wait; then R-10, `R-1` and `run R-1` |'] });
  });

  it('a service changes its boxes in diagrams, and no other code', () => {
    assert.deepEqual(changed(renamed('1. Be¦rth Service', 'Mooring Service')), {
      [DESIGN]: [
        '#### 1. Mooring Service',
        '- **Responsibility**: Money; the Mooring Service asks for tolls, and Tolls answers',
        '  A[Mooring Service] --> B["Tolls"]',
        '| Mooring Service | Go | None | Speed |',
      ],
    });
  });

  it('a phase from its number or its title changes the links to its heading too', () => {
    const lines = {
      [DESIGN]: ['### Phase 1: Neap Tide 🌊 (4 weeks)', '- Build after Phase 1 and Phases 1 and 2, as told in the Neap Tide 🌊 works; [there](#phase-1-neap-tide--4-weeks)'],
      [TASKS]: ['Made from [the design](architecture-design-PORT-7-2026-03-02.md#phase-1-neap-tide--4-weeks).', '### Phase 1: Neap Tide 🌊'],
    };
    assert.deepEqual(changed(renamed('De¦ep Water (4', 'Neap Tide 🌊')), lines);
    assert.deepEqual(changed(renamed('Pha¦se 1: Deep', 'Neap Tide 🌊')), lines);
  });

  it('a heading changes every link with its anchor, in pages of any kind', () => {
    const lines = {
      [DESIGN]: ['## مخاطر الميناء', '| R-10 | Fire | Low | Watch, as in [R-1](#مخاطر-الميناء) |'],
      'README.md': ['About [storms](plans/architecture-design-PORT-7-2026-03-02.md#مخاطر-الميناء), R-1 and [cranes](plans/architecture-design-PORT-7-2026-03-02.md#phase-2-tall-cranes-2-weeks).'],
    };
    assert.deepEqual(changed(renamed('## Risk Ass¦essment', 'مخاطر الميناء')), lines);
    assert.deepEqual(changed(renamed('(#risk-¦assess', ' مخاطر الميناء ')), lines);
    assert.deepEqual(changed(renamed('#con¦text', 'Context now', LOG)), { [LOG]: ['See [the piers](0002-two-piers.md#context-now).'], 'docs/adr/0002-two-piers.md': ['## Context now'] });
  });

  it('on a number in a heading that follows from elsewhere, the heading is meant', () => {
    assert.deepEqual(changed(renamed('### Pha¦se 1', 'Phase 1: Piers', TASKS)), { [TASKS]: ['### Phase 1: Piers'] });
  });

  it('a task changes the tasks that come after it', () => {
    assert.deepEqual(changed(renamed('T-0¦1 Drive', 'T-03', TASKS)), { [TASKS]: ['- [ ] T-03 Drive piles (3h)', '- [ ] T-02 Pour (2h) after T-03, against R-1 of the [design](architecture-design-PORT-7-2026-03-02.md)', '- [ ] T-10 Paint (2h) after T-03'] });
  });

  it('keeps line endings, marks and everything else byte for byte', () => {
    const texts: Texts = Object.fromEntries(Object.entries(HARBOUR).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]));
    const after = renamed('¦R-1 and', 'R-7', DESIGN, texts);
    assert.deepEqual(after, Object.fromEntries(Object.entries(renamed('¦R-1 and', 'R-7')).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`])));
  });
});

describe('renaming is refused', () => {
  const refusals: readonly (readonly [why: string, marked: string, next: string, sentence: string, path?: string])[] = [
    ['the number of a record', 'ADR-¦0001', 'ADR-0009', `The number of a record is changed by the command "Groundplan: Renumber Record", which also renames its file: open ${LOG} and run it there.`],
    ['the number in the title of a record', '# 1. Ke¦ep', '2. Keep one log', 'The number of a record is changed by the command "Groundplan: Renumber Record", which also renames its file; its title alone can be renamed here.', LOG],
    ['the file of a plan', 'What Pha¦se 2', 'Phase 3', 'This names the file plans/PHASE-2-ARCHITECTURE-PLAN.md: rename it in the Explorer.', PHASE_1],
    ['a number that follows from a place', 'after Pha¦se 1', 'Phase 9', 'The number in "Phase 1" follows from its place: rename its title where it stands.'],
    ['an empty name', '¦R-1 and', '  ', 'A name needs at least one letter: nothing was renamed.'],
    ['a name of two lines', '¦R-1 and', 'R-7\nR-8', 'A name stands on one line: nothing was renamed.'],
    ['a blank', '¦R-1 and', '{{id}}', '"{{id}}" is a blank that is still to be filled in: nothing was renamed.'],
    ['a name that is taken', '¦R-1 and', 'R-10', `"R-10" names something else in ${DESIGN} already: choose another name.`],
    ['the name that it has', '¦R-1 and', 'R-1', 'It is called "R-1" already.'],
    ['what is no id', '¦R-1 and', 'Storm', '"Storm" would not be read as the id of a risk there: choose other words.'],
    ['what would break a table', 'Sto¦rm in port', 'a | b', '"a | b" would not be read as the name of a risk there: choose other words.'],
    ['what means something already', '1. Be¦rth Service', 'Deep Water works', `"Deep Water works" stands in ${DESIGN} or a document beside it already, where it means something else: choose another name.`],
    ['the title of another heading', '## Risk Ass¦essment', 'System Overview', `Another heading of ${DESIGN} is called "System Overview" already: choose another title.`],
    ['the title of a task', 'T-01 Dri¦ve', 'Pile', 'The title of a task stands in one place alone: change it there. Its id can be renamed.', TASKS],
  ];
  for (const [why, marked, next, sentence, path] of refusals) it(`for ${why}`, () => assert.equal(renamed(marked, next, path), sentence));

  it('and says so before a name is asked for', () => {
    const before = (marked: string): unknown => {
      const found = renamedAt(shelfOf(), DESIGN, at(HARBOUR[DESIGN] ?? '', marked));
      return found && ('problem' in found ? 'refused' : found.text);
    };
    assert.deepEqual(['ADR-¦0001', '¦R-1 and', 'Pha¦se 1: Deep', '## Risk Ass¦essment', 'by the ¦crew'].map(before), ['refused', 'R-1', 'Deep Water', 'Risk Assessment and Mitigation', undefined]);
  });
});
