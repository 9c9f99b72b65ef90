import assert from 'node:assert/strict';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { tablesOf } from '../../../src/core/plan/tables.ts';
import { sliceOf } from '../../../src/core/text/range.ts';
import type { Palette } from '../../../webview/palette.ts';
import { csv, csvFile, markdownTable } from '../../../webview/risks/risk-files.ts';
import { riskLayout, type Stage } from '../../../webview/risks/risk-layout.ts';
import { drawRisks } from '../../../webview/risks/risk-svg.ts';
import { mixed } from '../../../webview/risks/svg-colours.ts';
import { wrapped } from '../../../webview/risks/svg-text.ts';
import { left, pictureOf, risk } from './some-risks.ts';

const risks = [
  risk(1, 2, 1, { name: 'Fire | <b>"hot"</b>', owner: '=SUM(A1)', mitigation: 'hoses\nand sand', contingency: 'Sail away', residual: left(0, 1) }),
  risk(2, undefined, undefined, { name: '-Ice', owner: '@ann' }),
];
const exhibit = { title: 'Plan', risks, layout: riskLayout(pictureOf(risks)) };

describe('the risks as tables', () => {
  it('are Markdown that reads as it was written', () => {
    const table = markdownTable(exhibit);
    assert.equal(
      table,
      '| # | Risk | Probability | Impact | Mitigation | Contingency | Residual Probability | Residual Impact | Owner |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n' +
        '| 1 | Fire \\| \\<b>"hot"\\</b> | High | Medium | hoses and sand | Sail away | Low | Medium | =SUM(A1) |\n| 2 | -Ice |  |  |  |  |  |  | @ann |\n',
    );
    const rows = tablesOf(readPlan(table)).flatMap((read) => read.rows);
    assert.deepEqual(rows.map(({ cells }) => cells.length), [9, 9]);
    const name = rows[0]?.cells[1];
    assert.equal(name && sliceOf(table, name.content), 'Fire \\| \\<b>"hot"\\</b>');
  });

  it('are values in quotes, and no formulas', () => {
    assert.equal(
      csv(exhibit),
      '"#","Risk","Probability","Impact","Mitigation","Contingency","Residual Probability","Residual Impact","Owner"\r\n' +
        '"1","Fire | <b>""hot""</b>","High","Medium","hoses\nand sand","Sail away","Low","Medium","\'=SUM(A1)"\r\n"2","\'-Ice","","","","","","","\'@ann"\r\n',
    );
    assert.equal(csvFile(exhibit), `\uFEFF${csv(exhibit)}`);
  });
});

const PALETTE: Palette = { kind: 'dark', background: '#000000', foreground: 'rgb(200, 200, 200)', border: '#444444', blue: '#00f', green: '#00ff00', yellow: '#ffff00', orange: '#ff8800', red: '#ff0000', purple: '#f0f', fontFamily: 'sans' };
const measure = (text: string, size: number): number => text.length * size * 0.5;

describe('the risks as a picture', () => {
  const draw = (stage: Stage, palette = PALETTE, shown = risks): string => drawRisks({ title: 'Plan & <more>', risks: shown, layout: riskLayout(pictureOf(shown), stage) }, palette, measure).text;

  it('stands alone, with every text as text', () => {
    const text = draw('before');
    assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="760" height="\d+"/);
    assert.match(text, /<title>Risks: Plan &amp; &lt;more&gt;<\/title>/);
    assert.ok(text.includes('Fire | &lt;b&gt;&quot;hot&quot;&lt;/b&gt;'));
    assert.ok(text.includes('Probability High → Low'));
    assert.doesNotMatch(text, /var\(|color-mix|href|<script|NaN|undefined/);
    assert.equal(text.match(/<rect[^>]*rx="4"/g)?.length, 9 + 4);
    assert.ok(text.includes('Not in the grid'));
  });

  it('shows the way from before to after', () => {
    const pair = draw('both');
    assert.equal(pair.match(/<path/g)?.length, 2);
    assert.ok(pair.includes('before mitigation'));
  });

  it('has patterns for those who see no colours', () => {
    const text = draw('before', { ...PALETTE, kind: 'high-contrast' });
    assert.match(text, /<pattern id="critical"/);
    assert.doesNotMatch(text, /rgb\(\d+, \d+, 0\)/);
  });

  it('takes signs that XML does not know out', () => {
    assert.doesNotMatch(draw('before', PALETTE, [risk(1, 1, 1, { name: 'a\u0000b\u001bc\ud83d' })]), /[\u0000\u001b]|\ud83d/);
  });

  it('is a list alone where nothing is rated', () => {
    assert.doesNotMatch(draw('before', PALETTE, [risk(1)]), /rx="4"/);
  });

  it('breaks long texts, and those without an end', () => {
    assert.deepEqual(wrapped('aa bb cc dd', 25, 10, false, 3, measure), ['aa bb', 'cc dd']);
    assert.deepEqual(wrapped('aa bb cc dd ee ff', 25, 10, false, 2, measure), ['aa bb', 'cc dd …']);
    assert.deepEqual(wrapped('abcdefghij', 25, 10, false, 9, measure), ['abcde', 'fghij']);
    assert.deepEqual(wrapped('', 25, 10, false, 9, measure), []);
  });

  it('mixes colours in any notation of the editor', () => {
    assert.equal(mixed('#ff0000', 'rgb(0, 0, 100)', 0.5), 'rgb(128, 0, 50)');
    assert.equal(mixed('red', '#000000', 0.5), 'red');
  });
});
