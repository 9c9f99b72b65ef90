import assert from 'node:assert/strict';
import { diagramTheme, mix, readableOn } from '../../../webview/diagrams/diagram-theme.ts';
import type { Palette } from '../../../webview/palette.ts';

const palette: Palette = {
  kind: 'dark', background: 'rgb(0, 0, 0)', foreground: '#ffffff', border: '#6fc3df', fontFamily: 'sans-serif',
  blue: '#0000ff', green: '#00ff00', yellow: '#ffff00', orange: '#ff8000', red: '#ff0000', purple: '#800080',
};

describe('the theme of diagrams', () => {
  it('mixes colours in either notation', () => {
    assert.equal(mix('#ffffff', 'rgb(0, 0, 0)', 0.5), '#808080');
    assert.equal(mix('rgba(255, 0, 0, 0.5)', '#0000ff', 1), '#ff0000');
  });

  it('writes on a colour what can be read there', () => {
    assert.deepEqual(['#ffffff', '#ffff00', '#000080', '#000000'].map(readableOn), ['#000000', '#000000', '#ffffff', '#ffffff']);
  });

  it('is dark or light as the editor is', () => {
    const kinds = ['dark', 'high-contrast', 'light', 'high-contrast-light'] as const;
    assert.deepEqual(kinds.map((kind) => diagramTheme({ ...palette, kind }).dark), [true, true, false, false]);
  });

  it('draws outlines instead of areas in high contrast', () => {
    const { variables } = diagramTheme({ ...palette, kind: 'high-contrast' });
    assert.deepEqual([variables['mainBkg'], variables['nodeBorder']], [palette.background, palette.border]);
    assert.notEqual(diagramTheme(palette).variables['mainBkg'], palette.background);
  });
});
