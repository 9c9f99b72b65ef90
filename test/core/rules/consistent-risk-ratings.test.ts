import assert from 'node:assert/strict';
import { findingsOf, fixedBy, messagesOf, phasePlan, replaceSection } from '../documents.ts';
import { leavesNothingToFix } from '../support/risk-sections.ts';

const RULE = 'consistent-risk-ratings';
const NAMES = ['Fire', 'Flood', 'Storm', 'Fog', 'Ice'];
const withRisks = (risks: string) => replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${risks}`);
/** Probability, impact and rating of risks that are called as above. */
const table = (...rows: readonly string[]) => rowsBelow('| Risk | Probability | Impact | Rating |', rows);
const rowsBelow = (head: string, rows: readonly string[]) => withRisks(`${head}\n|--|--|--|--|\n${rows.map((row, index) => `| ${NAMES[index] ?? ''} | ${row} |`).join('\n')}`);
const MATRIX = '| Probability ↓ / Impact → | Low | Medium | High |\n|--|--|--|--|\n| **High** | Medium | High | Critical |\n| **Medium** | Low | Medium | High |\n| **Low** | Low | Low | Medium Risk |';

/** The ratings after the fix, which leaves nothing to find. */
function mended(text: string): readonly string[] {
  const result = fixedBy(RULE, text);
  assert.deepEqual(messagesOf(RULE, result), []);
  assert.equal(fixedBy(RULE, result), result);
  return Array.from(result.matchAll(/^\| (?:Fire|Flood|Storm|Fog|Ice) \|.*\| (.*?) \|\r?$/gm), ([, rating = '']) => rating);
}

describe('consistent-risk-ratings', () => {
  it('finds a rating above or below both of what it follows from', () => {
    const text = table('Low | Medium | High', 'High | High | Medium', 'Low | Low | 🟡 Medium', 'Medium | Medium | Low');
    assert.deepEqual(messagesOf(RULE, text), [
      'The risk "Fire" is rated High, above both its probability (Low) and its impact (Medium): rate it Medium.',
      'The risk "Flood" is rated Medium, below both its probability (High) and its impact (High): rate it High.',
      'The risk "Storm" is rated Medium, above both its probability (Low) and its impact (Low): rate it Low.',
      'The risk "Fog" is rated Low, below both its probability (Medium) and its impact (Medium): rate it Medium.',
    ]);
    const [finding] = findingsOf(RULE, text);
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'High');
  });

  it('finds two that are alike and rated differently, and leads to the other', () => {
    const text = table('Low | Medium | MEDIUM', 'Medium | Low | LOW');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The risk "Flood" is rated LOW for Medium × Low, but "Fire" MEDIUM for Low × Medium: rate both alike.');
    const [related] = finding.related ?? [];
    assert.equal(related?.message, 'Rated MEDIUM for Low × Medium');
    assert.equal(text.slice(related.range.start, related.range.end), 'MEDIUM');
    assert.deepEqual(messagesOf(RULE, table('Low | High | High', 'Low | High | Medium', 'Low | High | Medium')), ['The risk "Fire" is rated High for Low × High, but "Flood" Medium for Low × High: rate both alike.']);
  });

  it('goes by the matrix that the document prints', () => {
    const text = table('Low | Medium | Medium', 'High | Low | Medium', 'High | High | Critical').replace('## Risks\n', `## Risks\n\n${MATRIX}\n`);
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, 'The risk "Fire" is rated Medium, but the matrix has Low for Low × Medium: rate it Low.');
    assert.equal(finding.related?.[0]?.message, 'Low in the matrix');
    const lopsided = MATRIX.replace('| **Medium** | Low', '| **Medium** | Medium');
    assert.deepEqual(messagesOf(RULE, table('Low | Medium | Low', 'Medium | Low | Medium').replace('## Risks\n', `## Risks\n\n${lopsided}\n`)), []);
    assert.deepEqual(messagesOf(RULE, table('Low | Medium | Medium', 'Medium | Low | Low').replace('## Risks\n', `## Risks\n\n${lopsided.replace(/Probability.*→/, 'Impact / Likelihood')}\n`)), []);
    assert.deepEqual(messagesOf(RULE, table('Low | Medium | Medium', 'Medium | Low | Low').replace('## Risks\n', `## Risks\n\n${lopsided.replace(/Probability.*→/, '')}\n`)), []);
  });

  it('finds a score that is not the product where scores are', () => {
    assert.deepEqual(messagesOf(RULE, table('3 | 4 | 12', '5 | 2 | 10', '3 | 5 | 14')), ['The risk "Storm" has the score 14, but 3 × 5 is 15: correct the score, or what it is made of.']);
    assert.deepEqual(messagesOf(RULE, table('High (3) | Medium (2) | 🟠 6', 'High (3) | High (3) | 🔴 9', 'Low (1) | High (3) | 4')).length, 1);
    assert.deepEqual(messagesOf(RULE, rowsBelow('| Risk | P | I | Score (P×I) |', ['3 | 4 | 13'])).length, 1);
  });

  it('leaves alone what a matrix may well say', () => {
    for (const row of [
      'Low | High | Low', 'Low | High | Medium', 'Low | High | High', 'High | Low | Medium', 'Medium | High | Medium', 'Medium | High | Critical', 'High | High | Critical',
      'Low | Medium | Low', 'Low | Medium | Medium', 'Medium | Critical | Medium', 'High | Critical | Medium', 'Very low | High | Low', 'Rare | Severe | Medium',
      '4 | 5 | High', '2 | 2 | Low', '3 | 4 | 7', '30% | High | Medium', '3 | 4 | P1', 'Low–Medium | Low | High', 'Low | Low | High until June', 'Low | Low | Accepted',
      'Low | Low | {{Low/High}}', '[High/Low] | Low | High', 'Low | | High', 'Low | Low | ',
    ]) {
      assert.deepEqual(messagesOf(RULE, table(row)), [], row);
    }
    assert.deepEqual(messagesOf(RULE, table('3 | 4 | 7', '2 | 4 | 6', '1 | 5 | 6')), [], 'scores that are sums');
    assert.deepEqual(messagesOf(RULE, table('Low | High | 8', 'Medium | High | 12')), [], 'scores of other kinds');
    assert.deepEqual(messagesOf(RULE, table('Low | Medium-High | Medium', 'Low | Medium | Low')), [], 'ranges');
  });

  it('is fixed by the rating that follows, as the document writes it', () => {
    assert.deepEqual(mended(table('Low | Medium | MEDIUM', 'Medium | Low | LOW')), ['MEDIUM', 'MEDIUM']);
    assert.deepEqual(mended(table('Low | Low | 🟢 Low', 'Low | Low | 🔴 High')), ['🟢 Low', '🟢 Low']);
    assert.deepEqual(mended(table('Low | Low | 🔴 High')), ['Low']);
    assert.deepEqual(mended(table('Low | Low | **HIGH**').replaceAll('\n', '\r\n')), ['**LOW**']);
    assert.deepEqual(mended(table('3 | 4 | 12', '5 | 2 | 10', '3 | 5 | 🔴 **14**')), ['12', '10', '🔴 **15**']);
    assert.deepEqual(mended(table('Low | Medium | Medium').replace('## Risks\n', `## Risks\n\n${MATRIX}\n`)), ['Low']);
    assert.deepEqual(mended(table('High | High | Low', 'High | High | Medium', 'High | High | Critical', 'Low | Medium | High', 'Medium | Low | Low')), ['Critical', 'Critical', 'Critical', 'Low', 'Low']);
  });

  it('reads risks below headings as well', () => {
    const risk = (name: string, rating: string) => `### ${name}\n\n- **Probability**: Low\n- **Impact**: Low\n- **Risk Level**: ${rating}\n`;
    assert.deepEqual(messagesOf(RULE, withRisks(`${risk('Fire', 'Low')}\n${risk('Flood', 'High')}`)), ['The risk "Flood" is rated High, above both its probability (Low) and its impact (Low): rate it Low.']);
  });

  it('leaves nothing to fix, whatever stands there', () => leavesNothingToFix(RULE));
});
