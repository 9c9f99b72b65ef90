import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rateRisk, type RiskRating } from '../../../src/core/picture/rate-risk.ts';
import { SERIES } from '../../../src/core/picture/risk-series.ts';
import { drawRisks } from '../../../src/core/picture/risks.ts';
import { readLevel } from '../../../src/core/readings/risks/levels.ts';
import { stepOf } from '../../../src/core/readings/risks/ratings.ts';
import type { Risk } from '../../../src/core/readings/risks/risk.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/edits.ts';
import type { Range } from '../../../src/core/text/range.ts';
import { PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { RISK_LINES } from '../support/risk-sections.ts';
import { RUNS } from '../support/runs.ts';
import { NOTES, rated, risksIn, shown, sourceOf, stepIn } from './risk-ratings.ts';

const HEAD = '# Notes\n\n## Risks\n\n';

/** Two headed risks; the first has these levels. */
function headed(probability: string, impact: string): string {
  return `${HEAD}### Risk 1: Fire\n\n- **Probability**: ${probability}\n- **Impact**: ${impact}\n\n### Risk 2: Flood\n\n- **Probability**: Low\n- **Impact**: Medium\n`;
}

/** What the first risk has after it was moved. */
function levelsAfter(probability: string, impact: string, to: { readonly probability?: number; readonly impact?: number }): readonly string[] {
  const text = rated(headed(probability, impact), 1, to);
  return [/Probability\*\*: (.*)/.exec(text)?.[1] ?? '', /Impact\*\*: (.*)/.exec(text)?.[1] ?? ''];
}

describe('rating a risk', () => {
  it('replaces the word and keeps what stands around it', () => {
    assert.deepEqual(levelsAfter('High', 'Low', { probability: 1 }), ['Medium', 'Low']);
    assert.deepEqual(levelsAfter('🔴 **High** – because it burns', '🟡 Medium', { probability: 1 }), ['🟡 **Medium** – because it burns', '🟡 Medium']);
    assert.deepEqual(levelsAfter('**HIGH** risk', '_low_', { probability: 0, impact: 2 }), ['**LOW** risk', '_high_']);
    assert.deepEqual(levelsAfter('High, as in every summer', 'very high', { probability: 1, impact: 1 }), ['Low, as in every summer', 'low']);
  });

  it('replaces a range as a whole', () => {
    assert.deepEqual(levelsAfter('Medium to high', 'Low-Medium', { probability: 0, impact: 2 }), ['Low', 'High']);
    assert.deepEqual(levelsAfter('**Medium** to **High**', 'High/Critical', { probability: 0, impact: 0 }), ['**Low**', 'Low']);
  });

  it('keeps figures beside words true, and takes a share away that no longer is', () => {
    assert.deepEqual(levelsAfter('High (3)', 'Medium (2/3)', { probability: 0, impact: 2 }), ['Low (1)', 'High (3/3)']);
    assert.deepEqual(levelsAfter('3 - High', 'High (70%)', { probability: 1, impact: 0 }), ['2 - Medium', 'Low']);
    assert.deepEqual(levelsAfter('4/5', 'High', { probability: 0 }), ['1/5', 'High']);
  });

  it('uses the light of the document for a level, else the usual one, and adds none', () => {
    const text = `${HEAD}| Risk | Probability | Impact |\n|--|--|--|\n| a | ⚫ High | High |\n| b | ⚪ Low | Low |\n`;
    assert.equal(rated(text, 1, { probability: 0, impact: 0 }), text.replace('⚫ High | High', '⚪ Low | Low'));
    assert.deepEqual(levelsAfter('🟩 Low', '🟨 Medium', { probability: 2, impact: 0 }), ['🟥 High', '🟩 Low']);
    assert.deepEqual(levelsAfter('🔥 High', '🔴', { probability: 0, impact: 1 }), ['🔥 Low', '🟡']);
  });

  it('writes what is still open', () => {
    for (const open of ['{{High/Medium/Low}}', '[High/Medium/Low]', 'High/Medium/Low', 'TBD', '?', '-']) assert.deepEqual(levelsAfter(open, 'Low', { probability: 2 }), ['High', 'Low'], open);
    assert.match(rated(headed('', 'Low'), 1, { probability: 2 }), /- \*\*Probability\*\*: High ?\n/);
  });

  it('keeps prose behind the level, and mends a misspelt one', () => {
    assert.deepEqual(levelsAfter('It may happen twice', '30%', { probability: 0, impact: 2 }), ['Low – It may happen twice', 'High (30%)']);
    assert.deepEqual(levelsAfter('Hgih', 'huge', { probability: 0, impact: 1 }), ['Low', 'medium']);
  });

  it('keeps what stands in lines of its own', () => {
    const below = `${HEAD}### Risk 1: Fire\n\n- **Impact**:\n  - Money\n  - Fame\n\n### Risk 2: Ice\n\n- **Impact**: High\n`;
    assert.equal(rated(below, 1, { impact: 0 }), below.replace('**Impact**:\n', '**Impact**: Low\n'));
    const section = `${HEAD}### Risk 1: Fire\n\n#### Impact\n\n- Money\n\n#### Mitigation\n\nHoses\n\n### Risk 2: Ice\n\n- **Impact**: High\n`;
    assert.equal(rated(section, 1, { impact: 0 }), section.replace('- Money', 'Low\n\n- Money'));
  });

  it('takes the word of another risk, then of a series, then of the template, then of the scale', () => {
    const table = (first: string, second: string): string => `${HEAD}| Risk | Likelihood | Impact |\n|--|--|--|\n| Fire | ${first} |\n| Ice | ${second} |\n`;
    assert.equal(rated(table('Unlikely | Major', 'Possible | '), 2, { probability: 2, impact: 1 }), table('Unlikely | Major', 'Likely | Moderate |').replace('| |', '|'));
    assert.equal(rated(table('hoch | mittel', 'niedrig | hoch'), 2, { probability: 1, impact: 0 }), table('hoch | mittel', 'mittel | niedrig'));
    assert.equal(rated(table('H | M', 'L | H'), 2, { probability: 1, impact: 0 }), table('H | M', 'M | L'));
    assert.equal(rated(table('élevée | faible', 'élevée | faible'), 2, { probability: 1, impact: 2 }), table('élevée | faible', 'moyenne | élevée'));
    assert.equal(rated(table('5 | 1', '2 | 2'), 2, { probability: 3, impact: 0 }), table('5 | 1', '4 | 1'));
    assert.equal(rated(table('very low | low', 'Medium | High'), 2, { probability: 4 }), table('very low | low', 'Very high | High'));
  });

  it('offers what the template offers, though no risk has it yet', () => {
    const path = 'plans/ARCHITECTURAL-PLAN-berths.md';
    const text = '# Architectural Plan: Berths\n\n## Risk Assessment\n\n| Risk | Impact | Mitigation |\n|------|--------|------------|\n| Fire | Low | Hoses |\n';
    assert.deepEqual(risksIn(text, path).scale, ['Low', 'Medium', 'High', 'Critical']);
    assert.match(rated(text, 1, { impact: 3 }, path), /\| Fire \| Critical \| Hoses \|/);
  });

  it('adds the field where a risk has none, in its own form', () => {
    const lines = `${HEAD}### Risk 1: Fire\n\n- **Mitigation**: hoses\n\n### Risk 2: Ice\n\n- **Likelihood**: low\n- **Impact**: high\n- **Mitigation**: salt\n`;
    assert.equal(rated(lines, 1, { probability: 0, impact: 1 }), lines.replace('- **Mitigation**: hoses', '- **Likelihood**: low\n- **Impact**: medium\n- **Mitigation**: hoses'));
    const commas = `${HEAD}1. **Storm** – Impact: High, Owner: Ada\n`;
    assert.equal(rated(commas, 1, { probability: 1, impact: 0 }), `${HEAD}1. **Storm** – Impact: Low, Owner: Ada, Probability: Medium\n`);
    const pipes = `${HEAD}- [ ]Storm|owner=Ada|impact=High\n`;
    assert.equal(rated(pipes, 1, { probability: 0 }), `${HEAD}- [ ]Storm|owner=Ada|impact=High|probability=Low\n`);
  });

  it('adds the column, or the cells of a short row, and keeps the table aligned', () => {
    const table = '| Risk  | Impact | Mitigation |\n|-------|--------|------------|\n| Fire  | High   | hoses      |\n| Flood | Low    | -          |\n';
    const after = '| Risk  | Impact | Mitigation | Probability |\n|-------|--------|------------|-------------|\n| Fire  | Medium | hoses      | Low         |\n| Flood | Low    | -          |             |\n';
    assert.equal(rated(HEAD + table, 1, { probability: 0, impact: 1 }), HEAD + after);
    const short = `${HEAD}| Risk | Mitigation | Probability | Impact |\n|--|--|--|--|\n| Fire | hoses\n| Ice | salt | Low | Medium |\n`;
    assert.equal(rated(short, 1, { probability: 0, impact: 1 }), short.replace('| hoses\n', '| hoses | Low | Medium\n'));
  });

  it('writes what is left after mitigation, under the name the document has for it', () => {
    const table = `${HEAD}| Risk | P | I | Mitigation | P | I |\n|--|--|--|--|--|--|\n| Fire | High | High | hoses | Low | Medium |\n| Ice | High | Low | salt | | |\n`;
    assert.equal(rated(table, 2, { probability: 0, impact: 1, when: 'mitigated' }), table.replace('salt | | |', 'salt | Low | Medium |'));
    assert.equal(rated(table, 1, { probability: 1, when: 'mitigated' }), table.replace('hoses | Low', 'hoses | Medium'));
    const lines = headed('High', 'High').replace('### Risk 2', '- **Likelihood (after mitigation)**: Low\n\n### Risk 2');
    assert.equal(rated(lines, 2, { probability: 1, impact: 0, when: 'mitigated' }), `${lines.trimEnd()}\n- **Likelihood (after mitigation)**: Medium\n- **Residual Impact**: Low\n`);
    const strip = `${HEAD}| Risk | Impact | Mitigation | Residual Risk |\n|--|--|--|--|\n| Fire | High | hoses | Low |\n| Ice | Low | salt | |\n`;
    assert.equal(rated(strip, 2, { impact: 1, when: 'mitigated' }), strip.replace('salt | |', 'salt | Medium |'));
    assert.equal(rated(`${HEAD}- [ ]Storm|impact=High\n`, 1, { impact: 0, when: 'mitigated' }), `${HEAD}- [ ]Storm|impact=High|residual_impact=Low\n`);
  });

  it('changes nothing where the risk is rated so already', () => {
    assert.equal(rated(headed('High', 'Low'), 1, { probability: 2, impact: 0 }), headed('High', 'Low'));
  });

  it('says why it cannot be done', () => {
    const problem = (text: string, rating: Partial<RiskRating>): string => {
      const source = sourceOf(text);
      const edit = rateRisk(source, { risk: source.risks[0]?.range.start ?? 0, when: 'now', ...rating });
      return 'problem' in edit ? edit.problem : JSON.stringify(edit.edits);
    };
    assert.equal(problem(headed('High', 'Low'), { risk: 3, impact: 1 }), 'There is no risk any more where this one stood. Move it again once the panel is up to date.');
    assert.equal(problem(headed('High', 'Low'), { impact: 4 }), 'The risk "Fire" cannot be moved there: the levels of this document are Low, Medium and High.');
    const long = `${HEAD}| Risk | Impact |\n|--|--|\n| Fire | High |\n| Ice | Low | x |\n`;
    assert.equal(
      problem(long, { probability: 1 }),
      'The risk "Fire" has no probability, and there is no place to write it: a row of its table has more cells than there are columns. Mend the table, then move the risk again.',
    );
  });

  it('knows only words that are read as the level they stand for', () => {
    const steps = [0, 1, 2, 3, 4, 4];
    for (const series of SERIES) {
      series.forEach((word, index) => {
        const level = readLevel(word);
        if (word !== '') assert.equal(level && stepOf(level), steps[index], word);
      });
    }
  });
});

const PLACES = fc.record({
  risk: fc.nat(12),
  probability: fc.option(fc.nat(4), { nil: undefined }),
  impact: fc.option(fc.nat(4), { nil: undefined }),
  when: fc.constantFrom('now' as const, 'mitigated' as const),
});

/** The risk then has just these levels; nothing else that the panel shows has changed, and no text outside of the edits. */
function holds(text: string, path: string, wish: Omit<RiskRating, 'risk'> & { readonly risk: number }): void {
  const source = sourceOf(text, path);
  const at = source.risks.length === 0 ? 0 : wish.risk % source.risks.length;
  const risk = source.risks[at];
  if (risk === undefined) return;
  const before = drawRisks(source);
  const edit = rateRisk(source, { ...wish, risk: risk.range.start });
  if ('problem' in edit) return assert.match(edit.problem, /^[A-Z].*\.$/s);
  const after = applyEdits(text, edit.edits);
  const context = `${JSON.stringify(wish)}\n${JSON.stringify(text)}\n${JSON.stringify(after)}`;
  areInOrder(edit.edits, text);
  if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/, context);
  const picture = risksIn(after, path);
  assert.equal(picture.risks.length, before.risks.length, context);
  picture.risks.forEach((now, index) => {
    const then = before.risks[index];
    assert.ok(then);
    if (index !== at) return isTouched(source.risks[index], edit.edits) || assert.deepEqual(shown(now, picture), shown(then, before), context);
    const [own, old] = wish.when === 'now' ? [now, then] : [now.residual, then.residual];
    for (const axis of ['probability', 'impact'] as const) {
      const wanted = wish[axis];
      if (wanted === undefined) assert.equal(own?.[axis]?.text, old?.[axis]?.text, context);
      else assert.equal(stepIn(picture, own?.[axis]?.rank), stepIn(before, wanted), context);
    }
    assert.deepEqual([now.name, now.owner, now.category, now.mitigation], [then.name, then.owner, then.category, then.mitigation], context);
  });
}

/** A bold name below a heading is no risk until a field stands below it. */
function isOfHeadingsOrLabels(lines: readonly string[]): boolean {
  return !lines.some((line) => line.startsWith('###')) || !lines.some((line) => line.startsWith('**Risk'));
}

/** Where one risk stands in what is said of another, both are edited at once. */
function isTouched(risk: Risk | undefined, edits: readonly TextEdit[]): boolean {
  if (risk === undefined) return true;
  const { residual, ...own } = risk;
  const values = [...Object.values(own), ...Object.values(residual)] as readonly unknown[];
  const ranges = values.flatMap((value) => (typeof value === 'object' && value !== null && 'range' in value ? [value.range as Range] : []));
  return edits.some(({ range }) => [risk.range, ...ranges].some(({ start, end }) => start <= range.end && range.start <= end));
}

function areInOrder(edits: readonly TextEdit[], text: string): void {
  let end = -1;
  for (const { range } of edits) {
    assert.ok(range.start > end && range.start <= range.end && range.end <= text.length);
    end = range.end;
  }
}

const WORDS = ['Low', 'medium', '**High**', '🔴 Critical', 'High (3)', '', '{{High/Medium/Low}}', 'TBD', 'Medium to high', 'very high', '4', '2/5', 'hoch', '高', 'élevée – trois fois', '30%', 'It rains a lot', '🟡', 'Major', 'Rare', 'H', 'High – they said "no"'];
const word = fc.constantFrom(...WORDS);

describe('rating a risk, whatever the document says', () => {
  const tables = fc.tuple(fc.array(fc.tuple(word, word, word, word), { minLength: 1, maxLength: 4 }), fc.boolean()).map(([rows, isClosed]) => {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')}${isClosed ? ' |' : ''}`;
    const head = ['Risk', 'Probability', 'Impact', 'Mitigation', 'Residual Probability', 'Residual Impact'];
    return [line(head), `|${'---|'.repeat(6)}`, ...rows.map(([a, b, c, d], index) => line([`Risk ${index}`, a, b, 'hoses', c, d === '' && !isClosed ? 'x' : d]))].join('\n');
  });
  const lists = fc.array(fc.tuple(word, word, fc.nat(4), word), { minLength: 1, maxLength: 4 }).map((risks) =>
    risks.map(([a, b, form, c], index) => FORMS[form]?.(`Fire ${index}`, a, b, c) ?? '').join('\n\n'),
  );

  it('changes that risk alone, in tables and lists', () => {
    fc.assert(
      fc.property(fc.oneof(tables, lists), fc.constantFrom('\n', '\r\n'), PLACES, fc.boolean(), (section, end, wish, isPlan) => {
        const text = isPlan ? replaceSection(phasePlan(), 'Risk Analysis', `## Risks\n\n${section}\n`) : `${HEAD}${section}\n\n## Next\n\nText\n`;
        holds(text.replaceAll('\n', end), isPlan ? PHASE_2 : NOTES, wish);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('changes that risk alone, in every form of risk', () => {
    const section = fc.tuple(fc.array(fc.constantFrom(...RISK_LINES), { maxLength: 16 }), fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(section, PLACES, ([lines, end], wish) => {
        fc.pre(isOfHeadingsOrLabels(lines));
        holds(`${HEAD}${lines.join('\n')}\n`.replaceAll('\n', end), NOTES, wish);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});

/** A risk by its name, probability, impact and what is left of its impact. */
const FORMS: readonly ((name: string, probability: string, impact: string, left: string) => string)[] = [
  (name, a, b, c) => `### Risk 7: ${name}\n\n- **Probability**: ${a}\n- **Impact**: ${b}\n- **Mitigation**: hoses\n- **Residual impact**: ${c}`,
  (name, a, b) => `### R-2: ${name}\n\n**Likelihood:** ${a}  \n**Impact:** ${b}  \n**Mitigation:** hoses\n`,
  (name, a, b, c) => `1. **${name}**\n   - Impact: ${b}\n   - Probability: ${a}\n   - **Owner**: Ada\n   - **Residual risk**:\n     - Impact: ${c}\n     - Probability: Low\n`,
  (name, a) => `1. **${name}** – Owner: Ada, Impact: ${a === '' || /["{]/.test(a) ? 'Low' : a}\n`,
  (name, a, b) => `- [ ]${name}|owner=Ada|impact=${b}|probability=${a}\n`,
];
