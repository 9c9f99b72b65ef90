import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { checker, fixedBy, messagesOf, PHASE_2, phasePlan, replaceSection } from '../documents.ts';

const ID = 'valid-suppressions';
const withRisks = (section: string, before = '') => replaceSection(phasePlan(), 'Risk Analysis', `${before}${section}`);
const EMPTY = '## Risks\n\nNone.';
const GOOD = '## Risks\n\n| Risk | Impact | Owner | Mitigation |\n|--|--|--|--|\n| Fire | High | Ada | Water |';

function rulesIn(text: string): readonly string[] {
  return checker.check(text, PHASE_2, DEFAULT_SETTINGS).findings.map(({ rule }) => rule).filter((rule) => ['required-risks', ID].includes(rule));
}

describe(ID, () => {
  it('lets a comment leave a finding out, on its line, above it, for a section and for the file', () => {
    assert.deepEqual(rulesIn(withRisks(EMPTY)), ['required-risks']);
    assert.deepEqual(rulesIn(withRisks(EMPTY, '<!-- groundplan-ignore required-risks: kept elsewhere -->\n')), []);
    assert.deepEqual(rulesIn(withRisks(EMPTY, '<!-- groundplan-ignore required-risks, required-sections: kept elsewhere -->\n\n')), []);
    assert.deepEqual(rulesIn(withRisks('## Risks <!-- groundplan-ignore required-risks: kept elsewhere -->\n\nNone.')), []);
    assert.deepEqual(rulesIn(withRisks(`${EMPTY}\n\n<!-- groundplan-ignore-section required-risks: kept elsewhere -->`)), []);
    assert.deepEqual(rulesIn(`${withRisks(EMPTY)}\n<!-- groundplan-ignore-file required-risks: kept elsewhere -->\n`), []);
  });

  it('leaves out nothing else', () => {
    assert.deepEqual(rulesIn(withRisks(EMPTY, '<!-- groundplan-ignore required-sections: x -->\n')), [ID, 'required-risks']);
    assert.deepEqual(rulesIn(withRisks(EMPTY, '```html\n<!-- groundplan-ignore required-risks: an example -->\n```\n\n')), ['required-risks']);
    assert.deepEqual(rulesIn(withRisks(EMPTY, '<!-- groundplan-ignore required-risks: too early -->\nText.\n\n')), [ID, 'required-risks']);
  });

  it('asks for a check that exists, and for a reason', () => {
    assert.deepEqual(messagesOf(ID, withRisks(EMPTY, '<!-- groundplan-ignore -->\n')), ['This comment leaves out no check: write it as <!-- groundplan-ignore the-check: the reason -->.']);
    assert.deepEqual(messagesOf(ID, withRisks(EMPTY, '<!-- groundplan-ignore required-riks: x -->\n')), ['There is no check "required-riks": name one that this comment is to leave out.']);
    assert.deepEqual(messagesOf(ID, withRisks(EMPTY, '<!-- groundplan-ignore required-risks -->\n')), ['This comment leaves required-risks out without saying why: write the reason after a colon.']);
  });

  it('is not about checks that are switched off', () => {
    const text = withRisks(GOOD, '<!-- groundplan-ignore required-risks: kept elsewhere -->\n');
    const off = checker.check(text, PHASE_2, { ...DEFAULT_SETTINGS, rules: { 'required-risks': 'off' } });
    assert.deepEqual(off.findings.filter(({ rule }) => rule === ID), []);
    assert.deepEqual(messagesOf(ID, text), ['required-risks finds nothing here any more: remove this comment.']);
  });

  it('removes what is not needed any more, with its line', () => {
    assert.equal(fixedBy(ID, withRisks(GOOD, '<!-- groundplan-ignore required-risks: x -->\n')), withRisks(GOOD));
    const inLine = GOOD.replace('Fire', 'Fire <!-- groundplan-ignore required-risks: x -->').replaceAll('\n', '\r\n');
    assert.equal(fixedBy(ID, withRisks(inLine)).includes('| Fire  | High'), true);
  });
});
