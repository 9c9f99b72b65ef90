import assert from 'node:assert/strict';
import { openEnds } from '../../../src/core/lint/open-ends.ts';
import type { Readiness } from '../../../src/core/picture/readiness.ts';
import { findingsIn, findingsOf, phasePlan, replaceSection } from '../documents.ts';
import { ARCHITECT, architectPlan, drawn, RECORD, sourceOf } from './drawn.ts';

const figures = (readiness: Readiness | undefined): readonly (readonly [string, number, boolean])[] => (readiness?.figures ?? []).map(({ name, count, blocks }) => [name, count, blocks]);
const readinessOf = (text: string, path = ARCHITECT) => drawn(text, path).readiness;
const figure = (text: string, name: string, path = ARCHITECT) => readinessOf(text, path)?.figures.find((each) => each.name === name);

const GATES = '## Quality Gates\n\n### Architecture Review\n\n- [x] One\n- [ ] Two\n- [ ] {{three}}\n\n### Documentation Review\n\n- [x] Four\n\n### Security Review\n\n- [ ] Five\n- [ ] ~~Six~~\n';
/** Every blank of a plan filled in, in words that are measurable. */
const written = (text: string): string =>
  text
    .replace(/TO_STATE: .*/, 'TO_STATE: DRAFT')
    .replace(/\{\{(Low|PLANNED)[^{}]*\}\}/g, (_, word: string) => (word === 'Low' ? 'Low' : 'DRAFT'))
    .replace(/\{\{(?:number of|percent)\}\}/g, '5')
    .replace(/\{\{YYYY-MM-DD\}\}/g, '2099-01-01')
    .replace(/\{\{(?:validated)[^{}]*\}\}/g, 'open')
    .replace(/\{\{value wanted\}\}/g, '5 per day')
    .replace(/\{\{standard\}\}/g, 'OAuth 2.1')
    .replace(/\{\{(?:requirements|constraints|quality_targets)\}\}/g, 'reqs.md')
    .replace(/\{\{[^{}]+\}\}/g, 'Ada');

describe('the readiness of a picture', () => {
  it('says where a plan stands and which state follows', () => {
    const states = (state: string): readonly unknown[] => {
      const readiness = readinessOf(architectPlan(state));
      return [readiness?.state, readiness?.next];
    };
    assert.deepEqual(states('DRAFT'), ['DRAFT', 'PLANNED']);
    assert.deepEqual(states('PLANNED'), ['PLANNED', 'APPROVED']);
    assert.deepEqual(states('APPROVED'), ['APPROVED', undefined]);
    assert.deepEqual(states('SHELVED'), ['SHELVED', undefined]);
    assert.deepEqual(states('{{PLANNED/APPROVED}}'), ['DRAFT', 'PLANNED'], 'where it comes from, while nothing is said of where it goes');
    const text = architectPlan('PLANNED');
    const place = readinessOf(text)?.place;
    assert.equal(text.slice(place?.range.start, place?.range.end), 'PLANNED');
  });

  it('reads the state of a use-case plan from its status', () => {
    const text = '---\ngroundplan: use-case-plan\nstatus: awaiting-approval\n---\n\n# Use Case Plan: Berths\n';
    assert.deepEqual([drawn(text, 'x-PLAN.md').readiness?.state, drawn(text, 'x-PLAN.md').readiness?.next], ['awaiting-approval', 'approved']);
    const approved = drawn(text.replace('awaiting-approval', 'approved'), 'x-PLAN.md').readiness;
    assert.deepEqual([approved?.state, approved?.next], ['approved', undefined]);
    assert.equal(drawn(text.replace('awaiting-approval', 'in review'), 'x-PLAN.md').readiness?.next, 'approved');
    assert.match(approved?.problem ?? '', /^This plan is approved, but \d+ errors are open/);
  });

  it('counts what the check of approvals counts, and agrees with its words', () => {
    const text = replaceSection(replaceSection(architectPlan('PLANNED'), 'Quality Gates', GATES), 'Service Mesh', '');
    const source = sourceOf(text, ARCHITECT);
    const readiness = readinessOf(text);
    const [finding] = findingsOf('gates-before-approval', text, ARCHITECT);
    assert.equal(readiness?.problem, finding?.message);
    const count = (name: string): number => readiness?.figures.find((each) => each.name === name)?.count ?? 0;
    assert.match(finding?.message ?? '', new RegExp(`${count('gates')} gates are not ticked, ${count('sections') + count('errors')} errors? (?:is|are) open and ${count('placeholders')} placeholders are left`));
    const ends = source.subject && openEnds(source.subject, source.findings.filter(({ rule }) => rule !== 'gates-before-approval'));
    assert.deepEqual([ends?.gates.length, ends?.errors.length, ends?.placeholders.length], [count('gates'), count('sections') + count('errors'), count('placeholders')]);
    assert.ok(readiness?.figures.filter(({ blocks }) => blocks).every(({ name }) => ['gates', 'sections', 'errors', 'placeholders'].includes(name)));
  });

  it('counts gates by checklist, so that anyone can count again', () => {
    const gates = figure(replaceSection(architectPlan(), 'Quality Gates', GATES), 'gates');
    assert.deepEqual([gates?.count, gates?.sentence, gates?.detail, gates?.blocks], [2, 'gates are not ticked', '2 of 4 are', true]);
    assert.deepEqual(
      gates?.items.map(({ text, group }) => [text, group]),
      [
        ['Two', 'Architecture Review: 1 of 2 ticked'],
        ['Five', 'Security Review: 0 of 1 ticked'],
      ],
    );
  });

  it('leads to every blank, with what is written there and under which heading', () => {
    const text = replaceSection(architectPlan(), 'Quality Gates', GATES);
    const blanks = figure(text, 'placeholders');
    const item = blanks?.items.find((each) => each.text === '{{service}}');
    assert.equal(item?.group, '1. {{service}}');
    assert.equal(blanks?.items.length, 20);
    assert.ok(blanks.count > 20);
    for (const { range, line, text: said } of blanks.items) {
      assert.equal(text.slice(0, range.start).split('\n').length - 1, line);
      assert.ok(said.startsWith(text.slice(range.start, range.end).slice(0, 40)));
    }
  });

  it('has missing sections apart from the other errors', () => {
    const text = replaceSection(replaceSection(architectPlan(), 'Service Mesh', ''), 'Technical Risks', '### Technical Risks\n');
    const sections = figure(text, 'sections');
    assert.deepEqual([sections?.count, sections?.sentence], [1, 'required section is missing']);
    assert.match(sections?.items[0]?.text ?? '', /^The section "Service Mesh" is missing/);
    const broken = text.replace('| Service | Language |', '| Thing | Language |');
    assert.match(figure(broken, 'errors')?.sentence ?? '', /^other errors? (?:is|are) open$/);
    assert.match(figure(broken.replace('### API', '### Service Mesh\n\nNone.\n\n### API'), 'errors')?.sentence ?? '', /^errors? (?:is|are) open$/);
  });

  it('holds unclear targets and risks without mitigation worth a look, and in nobody\'s way', () => {
    const nfr = '### Performance Targets\n\n| Metric | Target | Measurement | Validation |\n|--|--|--|--|\n| Speed | very fast | k6 | k6 |\n| Load | 5 req/sec | k6 | k6 |\n';
    const risks = '### Technical Risks\n\n1. **Fire**\n   - **Impact**: High\n   - **Mitigation**: Hoses\n   - **Owner**: Ada\n2. **Flood**\n   - **Impact**: Low\n   - **Mitigation**: none\n   - **Owner**: Ada\n3. **Storm**\n   - **Impact**: Low\n   - **Owner**: Ada\n';
    const text = written(replaceSection(replaceSection(replaceSection(architectPlan(), 'Performance Targets', nfr), 'Technical Risks', risks), 'Quality Gates', GATES));
    const targets = figure(text, 'targets');
    assert.deepEqual([targets?.count, targets?.blocks, targets?.items[0]?.text, targets?.items[0]?.group], [1, false, 'Speed: very fast', 'Performance Targets']);
    assert.equal(targets?.detail, `${drawn(text, ARCHITECT).targets.reduce((sum, { measurable }) => sum + measurable, 0)} of ${drawn(text, ARCHITECT).targets.flatMap((group) => group.targets).length} are`);
    const open = figure(text, 'risks');
    assert.deepEqual([open?.count, open?.detail, open?.blocks], [2, 'of 4', false]);
    assert.deepEqual(open?.items.map((each) => each.text), ['Flood', 'Storm']);
  });

  it('says in one sentence that nothing stands in the way', () => {
    const gates = '## Quality Gates\n\n### Architecture Review\n\n- [x] One\n\n### Documentation Review\n\n- [X] Two\n\n### Security Review\n\n- [x] Three\n- [ ] ~~Four~~\n';
    const text = written(replaceSection(architectPlan(), 'Quality Gates', gates));
    const readiness = readinessOf(text);
    assert.deepEqual(figures(readiness).filter(([, , blocks]) => blocks), [], JSON.stringify(readiness?.figures.map(({ items }) => items.map((each) => each.text))));
    assert.equal(readiness?.sentence, 'Nothing stands in the way of PLANNED. All 3 gates are ticked.');
    assert.equal(readinessOf(text.replace('TO_STATE: DRAFT', 'TO_STATE: APPROVED'))?.sentence, 'Nothing is left open in this plan. All 3 gates are ticked.');
  });

  it('keeps the figures of a kind without states, and blocks nothing there', () => {
    const readiness = drawn(phasePlan()).readiness;
    assert.deepEqual([readiness?.state, readiness?.next, readiness?.sentence, readiness?.problem], [undefined, undefined, undefined, undefined]);
    const found = figures(readiness);
    assert.deepEqual(found.map(([name]) => name), ['gates', 'placeholders', 'targets', 'risks']);
    assert.ok(found.every(([, , blocks]) => !blocks));
    const ticked = replaceSection(written(phasePlan(1)), 'Success Criteria', '## ✅ Success Criteria\n\n### Architectural Success\n\n- [x] One\n\n### Implementation Success\n\n- [x] Two\n');
    assert.equal(drawn(ticked, 'plans/PHASE-1-ARCHITECTURE-PLAN.md').readiness?.sentence, 'Nothing is left open in this plan. All 2 gates are ticked.');
  });

  it('tells of a record its state and what the checks find in it', () => {
    const text = '---\nstatus: proposed\ndate: 2026-02-03\ndecision-makers: Ada\n---\n\n# Store events in a log\n\n## Context and Problem Statement\n\nHow?\n\n## Considered Options\n\n* Log\n* Table\n\n## Decision Outcome\n\nChosen option: "Log", because it is known.\n';
    const clean = drawn(text, RECORD).readiness;
    assert.deepEqual([clean?.state, clean?.next, clean?.sentence, clean?.figures], ['proposed', undefined, 'The checks find nothing to mend in this record.', []]);
    const bad = drawn(text.replace('proposed', 'huge').replace('## Considered Options\n\n* Log\n* Table\n\n', '').replace('How?', '{{how}}'), RECORD).readiness;
    assert.deepEqual(figures(bad).map(([name, , blocks]) => [name, blocks]), [['errors', false], ['placeholders', false], ['warnings', false]]);
    assert.equal(bad?.sentence, undefined);
  });

  it('has nothing to say of a document of no known kind, nor of one in which there is nothing to count', () => {
    assert.equal(drawn('# Notes\n', 'notes.md').readiness, undefined);
    const tasks = '# Task Breakdown: Berths\n\n## Tasks\n\n### Phase 1: Foundations\n\n- [ ] T-01 Draw the quay (2h)\n';
    assert.equal(drawn(tasks, 'plans/berths-TASKS.md').kind, 'Task Breakdown');
    assert.deepEqual(findingsIn(tasks, 'plans/berths-TASKS.md'), []);
    assert.equal(drawn(tasks, 'plans/berths-TASKS.md').readiness, undefined);
  });

  it('bears hostile texts', () => {
    const text = architectPlan('<img src=x>').replace('- [ ] Diagrams', `- [ ] ${'['.repeat(3000)} Diagrams`);
    assert.equal(readinessOf(text)?.figures.length, 4);
  });
});
