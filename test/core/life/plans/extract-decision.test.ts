import assert from 'node:assert/strict';
import fc from 'fast-check';
import { approvePlan } from '../../../../src/core/life/plans/advance-plan.ts';
import { extractable } from '../../../../src/core/life/plans/decision-text.ts';
import { extractDecision } from '../../../../src/core/life/plans/extract-decision.ts';
import type { RecordForm } from '../../../../src/core/life/plans/record-of-decision.ts';
import { checker, messagesOf } from '../../documents.ts';
import { filesAround } from '../../files-around.ts';
import { RUNS } from '../../support/runs.ts';
import { kindFrom } from '../../template/kind-from.ts';
import { documentAt, textsAfter } from './texts.ts';

const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
const PHASE = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
const RECORD = 'docs/adr/0004-who-decides.md';

function form(dialect: string): RecordForm {
  const kind = checker.kinds.find((each) => each.dialect === dialect);
  assert.ok(kind);
  return { kind, values: { title: 'Who decides', number: '4', date: '2026-03-01', author: 'Ada' }, place: { folder: 'docs/adr', pattern: '{{nnnn}}-{{title}}.md', joint: '-' } };
}

/** The plan and the record after the first decision of a plan, or the one of this name, was taken out. */
function extracted(path: string, text: string, how: RecordForm, name?: string): { readonly plan: string; readonly record: string } {
  const subject = documentAt(path, text);
  const decision = extractable(subject).find((each) => name === undefined || each.name.text === name);
  assert.ok(decision, 'there is a decision');
  const texts = textsAfter(extractDecision(subject, decision, how));
  return { plan: texts[path] ?? '', record: texts[RECORD] ?? '' };
}

const HEADED = `# System Design: Berths

## Decisions

### Decision: Who decides between two skippers

#### Problem

Two requests for [one berth](../berths.md), see [above](#decisions) and [the log][log].

#### Options Considered

1. **One writer**
   - Pros: no gap
   - Cons: it waits
2. **Locks**
   - Pros: nothing to build
   - Cons: they hang

#### Selected Approach

**One writer**, because it is calm.
It stays so.

#### Trade-offs

- One process more

#### Confidence: 90%

- Follow-up: replay

#### Notes

Seen by the port.

### Decision: Another one

#### Problem

None.

[log]: ../log.md "The log"
`;

const LISTED = `# Phase 1 Architecture Plan

## Core Architectural Decisions

#### Decision 1: One log

- **Choice**: An event log
- **Rationale**: It can be read
  again
- **Alternatives Considered**: Rows
- **Impact on Implementation**: All append
- **Risk**: It grows

Behind it.
`;

describe('extractDecision', () => {
  it('makes a record of five parts, and leaves the heading, the choice and the link', () => {
    const { plan, record } = extracted(DESIGN, HEADED, form('decision'));
    assert.equal(
      plan,
      '# System Design: Berths\n\n## Decisions\n\n### Decision: Who decides between two skippers\n\n- **Selected Approach**: One writer\n- **Record**: [Decision: Who decides](../adr/0004-who-decides.md)\n\n#### Notes\n\nSeen by the port.\n\n### Decision: Another one\n\n#### Problem\n\nNone.\n\n[log]: ../log.md "The log"\n',
    );
    assert.equal(
      record,
      '# Decision: Who decides\n\n**Status**: Proposed  \n**Date**: 2026-03-01  \n\n## Problem\n\nTwo requests for [one berth](../berths.md), see [above](../architecture/SYSTEM_DESIGN.md#decisions) and [the log][log].\n\nTaken from [System Design: Berths](../architecture/SYSTEM_DESIGN.md#decision-who-decides-between-two-skippers).\n\n## Options Considered\n\n1. **One writer**\n   - Pros: no gap\n   - Cons: it waits\n2. **Locks**\n   - Pros: nothing to build\n   - Cons: they hang\n\n## Selected Approach\n\n**One writer**, because it is calm.\nIt stays so.\n\n## Trade-offs\n\n- One process more\n\n## Confidence: 90%\n\n- Follow-up: replay\n\n[log]: ../log.md "The log"\n',
    );
  });

  it('leaves in the plan what the form of the record has no section for', () => {
    const { plan, record } = extracted(DESIGN, HEADED, form('nygard'));
    assert.ok(plan.includes('\n\n- **Selected Approach**: One writer\n- **Record**: [4. Who decides](../adr/0004-who-decides.md)\n\n#### Options Considered\n\n1. **One writer**\n'), plan);
    assert.ok(plan.includes('\n   - Cons: they hang\n\n#### Confidence: 90%\n\n- Follow-up: replay\n\n#### Notes\n'), plan);
    assert.ok(!plan.includes('It stays so') && !plan.includes('One process more'), plan);
    assert.ok(record.includes('## Decision\n\n**One writer**, because it is calm.\nIt stays so.\n\n## Consequences\n\n- One process more\n'), record);
  });

  it('lists the options by their names where the record argues for them elsewhere, and leaves out what nothing is said for', () => {
    const { record } = extracted(DESIGN, HEADED, form('madr'));
    assert.ok(record.startsWith('---\nstatus: proposed\ndate: 2026-03-01\ndecision-makers: Ada\n'), record);
    assert.deepEqual(Array.from(record.matchAll(/^##+ .*/gm), ([heading]) => heading), ['## Context and Problem Statement', '## Considered Options', '## Decision Outcome', '### Consequences', '## Pros and Cons of the Options']);
    assert.ok(record.includes('## Considered Options\n\n- One writer\n- Locks\n\n## Decision Outcome'), record);
    assert.ok(!record.includes('{{'), record);
  });

  it('keeps a choice that stands on one line, beside the link', () => {
    const { plan, record } = extracted(PHASE, LISTED, form('nygard'));
    assert.equal(plan, '# Phase 1 Architecture Plan\n\n## Core Architectural Decisions\n\n#### Decision 1: One log\n\n- **Choice**: An event log\n- **Record**: [4. Who decides](../docs/adr/0004-who-decides.md)\n- **Alternatives Considered**: Rows\n- **Risk**: It grows\n\nBehind it.\n');
    assert.ok(record.includes('## Context\n\n<!-- The forces at play, told as facts: what is true whatever we decide. -->\n\n{{what makes a decision necessary}}\n\nTaken from [Phase 1 Architecture Plan](../../plans/PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log).\n'), record);
    assert.ok(record.includes('## Decision\n\nAn event log\n\nIt can be read\nagain\n\n## Consequences\n\n**Impact on Implementation**: All append\n'), record);
  });

  it('reads decisions in every form that they have', () => {
    const plan = (block: string) => extracted(PHASE, `# Phase 1 Architecture Plan\n\n## Core Architectural Decisions\n\n${block}`, form('nygard')).plan.split('\n\n').slice(2).join('\n\n');
    const link = '[4. Who decides](../docs/adr/0004-who-decides.md)';
    assert.equal(plan('#### Decision 1: X\n\n**Problem**: a  \n**Choice**: b  \n**Risk**: c\n'), `#### Decision 1: X\n\n**Choice**: b  \n**Record**: ${link}  \n**Risk**: c\n`);
    assert.equal(plan('#### Decision 1: X\n\nWe were asked.\n\n**Decision**\n\nTake b.\n\n**Consequences**\n\nc\n'), `#### Decision 1: X\n\n- **Decision**: Take b\n- **Record**: ${link}\n`);
    assert.equal(plan('1. **X**\n   - **Choice**: b\n   - **Rationale**: c\n\nAfter.\n'), `1. **X**\n   - **Choice**: b\n   - **Record**: ${link}\n\nAfter.\n`);
    assert.equal(plan('1. **X** – Rationale: c; Choice: b\n'), '1. **[X](../docs/adr/0004-who-decides.md)** – Rationale: c; Choice: b\n');
    assert.equal(plan('| Decision | Choice |\n|--|--|\n| X | b |\n'), '| Decision | Choice |\n|--|--|\n| [X](../docs/adr/0004-who-decides.md) | b |\n');
  });

  it('brings headings below those of the record, and footnotes with it', () => {
    const text = '# System Design: B\n\n## Decision: X\n\n### Options Considered\n\n##### One\n\nPros: a[^1]\n\n##### Two\n\nCons: b\n\n### Selected Approach\n\nOne\n\n[^1]: Said\n  twice\n';
    const { record } = extracted(DESIGN, text, form('decision'));
    assert.ok(record.includes('## Options Considered\n\n### One\n\nPros: a[^1]\n\n### Two\n\nCons: b\n\n## Selected Approach'), record);
    assert.ok(record.endsWith('\n\n[^1]: Said\n  twice\n'), record);
  });

  it('has its place in a template of the team', () => {
    const kind = kindFrom('---\ngroundplan: { kind: call, name: Call, description: A call., file: "calls/{{number}}.md" }\n---\n# Call {{title}}\n\n## Why\n<!-- plan: reads decided -->\n\n{{why}}\n\n## Chosen Option\n\n{{what}}\n\n## Extra\n<!-- plan: optional -->\n\n{{x}}\n');
    const subject = documentAt(PHASE, LISTED);
    const [decision] = extractable(subject);
    assert.ok(decision);
    const texts = textsAfter(extractDecision(subject, decision, { kind, values: { title: 'One', number: '3' }, place: { folder: 'calls', pattern: '{{number}}.md', joint: '-' } }));
    assert.equal(texts['calls/3.md'], '# Call One\n\n## Why\n\nIt can be read\nagain\n\n## Chosen Option\n\nAn event log\n\nTaken from [Phase 1 Architecture Plan](../plans/PHASE-1-ARCHITECTURE-PLAN.md#decision-1-one-log).\n');
  });

  it('offers those that have a name, and no record yet', () => {
    const names = (text: string) => extractable(documentAt(DESIGN, text)).map(({ name }) => name.text);
    assert.deepEqual(names(HEADED), ['Who decides between two skippers', 'Another one']);
    assert.deepEqual(names(extracted(DESIGN, HEADED, form('nygard')).plan), ['Another one']);
    assert.deepEqual(names('# System Design: B\n\n## Decisions\n\n### Decision: {{title}}\n\n#### Problem\n\nx\n'), []);
  });

  it('leaves plan and record without findings that it brought', () => {
    for (const dialect of ['nygard', 'madr', 'decision']) {
      const { plan, record } = extracted(DESIGN, HEADED, form(dialect));
      const around = filesAround({ [DESIGN]: plan, [RECORD]: record, 'docs/berths.md': '# Berths\n', 'docs/log.md': '# Log\n' });
      for (const rule of ['valid-links', 'required-decision-parts', 'chosen-option-listed', 'required-sections', 'valid-confidence']) {
        assert.deepEqual(messagesOf(rule, record, RECORD, around), [], `${dialect}, ${rule}: ${record}`);
        assert.deepEqual(messagesOf(rule, plan, DESIGN, around).filter((message) => message.includes('Who decides')), [], `${dialect}, ${rule}: ${plan}`);
      }
    }
  });

  it('is no change of what was approved', () => {
    const approved = textsAfter(approvePlan(documentAt(DESIGN, HEADED), undefined, 'Ada', '2026-03-01'))[DESIGN] ?? '';
    const { plan } = extracted(DESIGN, approved, form('nygard'));
    assert.deepEqual(messagesOf('no-edits-after-approval', plan, DESIGN), []);
    const edited = extracted(DESIGN, approved.replace('None.', 'Some.'), form('nygard')).plan;
    assert.equal(messagesOf('no-edits-after-approval', edited, DESIGN).length, 1, 'what had changed before still has');
  });

  it('loses no word, with any line ending', () => {
    const part = fc.constantFrom('#### Problem\n\npaaa\n', '#### Options\n\n- obbb\n- occc\n', '#### Selected Approach\n\n**sddd**, because\nseee\n', '**Rationale**: rfff\n', '#### Trade-offs\n\n> tggg\n', '#### Confidence: 70%\n', '- **Choice**: chhh\n- **Impact**: ciii\n', '#### Other\n\nojjj\n', 'pkkk [x](y.md)\n', '```ts\n# flll\n```\n', '| Option | Pros |\n|--|--|\n| ommm | onnn |\n', '**Alternatives**\n\naooo\n', '#### Risk\n\nrppp\n', '<!-- cqqq -->\n', '#### Decision Outcome\n\n1. orrr\n\n   osss\n');
    const words = (text: string): readonly string[] => text.match(/\b[a-z]{4}\b/g)?.filter((word) => /^(?:p|o|s|r|t|c|a|f)(\w)\1\1$/.test(word)) ?? [];
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom('nygard', 'madr', 'decision'), fc.constantFrom('\n', '\r\n'), (parts, dialect, ending) => {
        const text = `# System Design: B\n\n## Decisions\n\n### Decision: First\n\n${parts.join('\n')}\n### Decision: Second\n\n#### Problem\n\nLast.\n`.replaceAll('\n', ending);
        if (!extractable(documentAt(DESIGN, text)).some(({ name }) => name.text === 'First')) return;
        const { plan, record } = extracted(DESIGN, text, form(dialect), 'First');
        for (const word of words(text)) assert.ok(plan.includes(word) || record.includes(word), `${word} is lost: ${plan}\n=====\n${record}`);
        assert.ok(plan.includes(`### Decision: First${ending}`) && plan.endsWith(`### Decision: Second${ending}${ending}#### Problem${ending}${ending}Last.${ending}`), plan);
        assert.ok(plan.includes('0004-who-decides.md)'), plan);
        if (ending === '\r\n') assert.ok(!/[^\r]\n/.test(plan + record), plan + record);
        assert.deepEqual(extractable(documentAt(DESIGN, plan)).filter(({ name }) => name.text === 'First'), [], plan);
      }),
      { numRuns: RUNS },
    );
  });
});
