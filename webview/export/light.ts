/** The colours of a page that leaves the editor: light, because it is read elsewhere and printed. */
import type { Palette } from '../palette.ts';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';

/** As the editor names them. */
export const LIGHT: Readonly<Record<string, string>> = {
  'font-family': FONT,
  'font-size': '14px',
  'editor-font-family': 'ui-monospace, Menlo, Consolas, "Liberation Mono", monospace',
  'editor-background': '#ffffff',
  'editor-foreground': '#24292f',
  foreground: '#24292f',
  descriptionForeground: '#57606a',
  'icon-foreground': '#24292f',
  'textLink-foreground': '#0550ae',
  focusBorder: '#0550ae',
  'list-hoverBackground': 'transparent',
  'badge-background': '#e7ebef',
  'badge-foreground': '#24292f',
  'charts-blue': '#1a6fd4',
  'charts-green': '#2f8a3e',
  'charts-yellow': '#b98900',
  'charts-orange': '#c65f12',
  'charts-red': '#cf222e',
  'charts-purple': '#7a3fb0',
  'editorError-foreground': '#cf222e',
  'editorWarning-foreground': '#9a6700',
  'editorInfo-foreground': '#0550ae',
};

export const LIGHT_PALETTE: Palette = {
  kind: 'light',
  background: '#ffffff',
  foreground: '#24292f',
  border: '#d0d7de',
  blue: '#1a6fd4',
  green: '#2f8a3e',
  yellow: '#b98900',
  orange: '#c65f12',
  red: '#cf222e',
  purple: '#7a3fb0',
  fontFamily: FONT,
};

export function lightVariables(): string {
  return Object.entries(LIGHT).map(([name, value]) => `--vscode-${name}: ${value};`).join(' ');
}
