import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertRiskChart } from '../../../src/core/picture/risk-chart.ts';
import { readDiagrams } from '../../../src/core/readings/diagrams.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { PHASE_2, phasePlan, replaceSection } from '../documents.ts';
import { anyText } from '../support/any-text.ts';
import { diagramParser } from '../support/diagram-verdicts.ts';
import { RISK_LINES } from '../support/risk-sections.ts';
import { RUNS } from '../support/runs.ts';
import { NOTES, risksIn, shown, sourceOf } from './risk-ratings.ts';

function charted(text: string, path = NOTES): string {
  const edit = insertRiskChart(sourceOf(text, path));
  assert.ok('edits' in edit, 'problem' in edit ? edit.problem : '');
  return applyEdits(text, edit.edits);
}

function problemOf(text: string): string | undefined {
  const edit = insertRiskChart(sourceOf(text));
  return 'problem' in edit ? edit.problem : undefined;
}

const TABLE = '## 🚨 Risk Register\n\n| Risk | Likelihood | Impact |\n|--|--|--|\n| Fire | niedrig | hoch |\n| Ice | hoch | mittel |\n| Fog | | hoch |\n';
const CHART = '```mermaid\nquadrantChart\n    title Risk Register\n    x-axis "Likelihood: niedrig" --> "Likelihood: hoch"\n    y-axis "Impact: niedrig" --> "Impact: hoch"\n    "Fire": [0.167, 0.833]\n    "Ice": [0.833, 0.5]\n```\n';

describe('the chart of the risks', () => {
  it('stands below them, with their section as its title and a point for every risk that is rated fully', () => {
    assert.equal(charted(`# N\n\n${TABLE}\n## Next\n\nText\n`), `# N\n\n${TABLE}\n${CHART}\n## Next\n\nText\n`);
    assert.equal(charted(`# N\n\n${TABLE}`.replaceAll('\n', '\r\n')), `# N\n\n${TABLE}\n${CHART.trimEnd()}\n`.replaceAll('\n', '\r\n'));
  });

  it('stands above the first risk that has a heading, so that it is no part of the last', () => {
    const text = '# N\n\n## Risks\n\nAll of them.\n\n### Risk 1: Fire\n\n- **Probability**: Low\n- **Impact**: High\n';
    const after = charted(text);
    assert.match(after, /All of them\.\n\n```mermaid\nquadrantChart[^`]*```\n\n### Risk 1: Fire/);
  });

  it('is brought up to date in place, and keeps what its author changed', () => {
    const first = charted(`# N\n\n${TABLE}\n## Next\n`).replace('title Risk Register', 'title What may happen').replace('\n```\n', '\n    classDef red color: #f00\n    quadrant-1 Act now\n```\n');
    const moved = first.replace('| Ice | hoch', '| Ice | niedrig').replace('| Fog | |', '| Fog | mittel |');
    const after = charted(moved);
    assert.equal(after.split('```mermaid').length, 2);
    assert.match(after, /title What may happen\n[^`]*"Ice": \[0.167, 0.5\]\n {4}"Fog": \[0.5, 0.833\]\n {4}classDef red color: #f00\n {4}quadrant-1 Act now\n```/);
    assert.equal(charted(after), after);
  });

  it('leaves another chart in the section alone', () => {
    const other = '```mermaid\nquadrantChart\n  x-axis Cheap --> Dear\n  "Hoses": [0.1, 0.2]\n```\n';
    const after = charted(`# N\n\n${TABLE}\n${other}`);
    assert.ok(after.includes(other));
    assert.equal(after.split('```mermaid').length, 3);
  });

  it('lets risks that are rated alike stand apart', () => {
    const rows = Array.from({ length: 7 }, (_, index) => `| Risk no ${index} | Low | Low |\n`).join('');
    const points = Array.from(charted(`# N\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n${rows}`).matchAll(/\[([\d.]+), ([\d.]+)\]/g), ([, x, y]) => [Number(x), Number(y)] as const);
    assert.equal(points.length, 7);
    for (const [x, y] of points) assert.ok(x > 0 && x < 0.334 && y > 0 && y < 0.334, `${x}, ${y}`);
    for (const [x, y] of points) assert.equal(points.filter((other) => Math.abs(other[0] - x) < 0.1 && Math.abs(other[1] - y) < 0.05).length, 1);
  });

  it('says why there is none', () => {
    assert.equal(problemOf('# N\n'), 'This document has no risks to draw a chart of. Write them into a section of their own first.');
    const strip = '# N\n\n## Risks\n\n| Risk | Impact |\n|--|--|\n| Fire | High |\n';
    assert.equal(problemOf(strip), 'The risks of this document have no probability, and a chart needs both. Give at least one risk a probability and an impact.');
    const unrated = '# N\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n| Fire | | |\n';
    assert.equal(problemOf(unrated), 'No risk of this document has both a probability and an impact, and a chart needs both. Rate at least one risk, then insert the chart again.');
    const swallowed = `\`\`\`\n\n# N\n\n${TABLE}`;
    assert.match(problemOf(`# N\n\n${TABLE}\n~~~\n`) ?? '', /never closed|^$/);
    assert.ok(problemOf(swallowed) !== undefined);
  });

  it('is drawn whatever the risks are called', async () => {
    const diagramProblem = await diagramParser();
    const hostile = ['"', '`', '%% x', '#35;', 'a: [1, 2]', ':::x', '<b>', '{{name}}', '%%{init: {}}%%', 'end', 'title', 'x-axis', '---', '🔥 Fire\u200d', 'خطر', '火災', '\\', "it's", 'a;b', '~~~', '&lt;', '@', '^', '!'];
    const name = fc.oneof(fc.constantFrom(...hostile), anyText(30)).map((text) => text.replace(/[\r\n|]/g, ' '));
    const texts = fc.sample(fc.tuple(fc.array(name, { minLength: 1, maxLength: 5 }), name), RUNS * 2).map(([names, title]) => {
      const rows = names.map((each) => `| x${each} | Low | High |\n`).join('');
      return `# N\n\n## Risks ${title}\n\n| Risk | Probability | Impact |\n|--|--|--|\n${rows}`;
    });
    for (const text of [...texts, ...hostile.map((each) => `# N\n\n## Risks\n\n| Risk | Probability | Impact |\n|--|--|--|\n| ${each} | Low | High |\n`)]) {
      const edit = insertRiskChart(sourceOf(text));
      if ('problem' in edit) continue;
      const [diagram] = readDiagrams(readPlan(applyEdits(text, edit.edits)));
      assert.equal(await diagramProblem(diagram?.source ?? ''), undefined, diagram?.source);
    }
  });

  it('changes no risk, in whatever form they are written', () => {
    const section = fc.tuple(fc.array(fc.constantFrom(...RISK_LINES, '| Ice | Low | High | 4 |', '### Risk 9: Hail\n\n- **Probability**: Low\n- **Impact**: High'), { maxLength: 16 }), fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(section, fc.boolean(), ([lines, end], isPlan) => {
        const written = `## Risks\n\n${lines.join('\n')}\n`;
        const [text, path] = isPlan ? [replaceSection(phasePlan(), 'Risk Analysis', written), PHASE_2] : [`# N\n\n${written}`, NOTES];
        const before = text.replaceAll('\n', end);
        const edit = insertRiskChart(sourceOf(before, path));
        if ('problem' in edit) return;
        const after = applyEdits(before, edit.edits);
        const [then, now] = [risksIn(before, path), risksIn(after, path)];
        assert.deepEqual(now.risks.map((risk) => shown(risk, now)), then.risks.map((risk) => shown(risk, then)), after);
        const again = insertRiskChart(sourceOf(after, path));
        assert.ok('edits' in again);
        assert.equal(applyEdits(after, again.edits), after);
      }),
      { numRuns: RUNS * 2 },
    );
  });
});
