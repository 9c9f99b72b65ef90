/** The colours of the editor's theme, as the diagrams need them: resolved, because mermaid calculates with them. */
export type ThemeKind = 'dark' | 'light' | 'high-contrast' | 'high-contrast-light';

export interface Palette {
  readonly kind: ThemeKind;
  readonly background: string;
  readonly foreground: string;
  readonly border: string;
  readonly blue: string;
  readonly green: string;
  readonly yellow: string;
  readonly orange: string;
  readonly red: string;
  readonly purple: string;
  readonly fontFamily: string;
}

/** For themes that leave a colour out, and for pages outside the editor. */
const fallbacks = {
  dark: { background: '#1f1f1f', foreground: '#cccccc', border: '#454545' },
  light: { background: '#ffffff', foreground: '#3b3b3b', border: '#c8c8c8' },
  'high-contrast': { background: '#000000', foreground: '#ffffff', border: '#6fc3df' },
  'high-contrast-light': { background: '#ffffff', foreground: '#292929', border: '#0f4a85' },
} as const;

export function readPalette(body: HTMLElement): Palette {
  const kind = themeKind(body);
  const fallback = fallbacks[kind];
  const styles = getComputedStyle(body);
  const probe = document.createElement('span');
  body.append(probe);
  const colour = (names: readonly string[], otherwise: string): string => resolved(probe, styles, names, otherwise);
  const palette: Palette = {
    kind,
    background: colour(['editor-background'], fallback.background),
    foreground: colour(['editor-foreground', 'foreground'], fallback.foreground),
    border: colour(['contrastBorder', 'editorWidget-border', 'widget-border'], fallback.border),
    blue: colour(['charts-blue'], '#3794ff'),
    green: colour(['charts-green'], '#89d185'),
    yellow: colour(['charts-yellow'], '#cca700'),
    orange: colour(['charts-orange'], '#d18616'),
    red: colour(['charts-red'], '#f14c4c'),
    purple: colour(['charts-purple'], '#b180d7'),
    fontFamily: styles.fontFamily,
  };
  probe.remove();
  return palette;
}

/** The light high contrast theme carries the class of the dark one too. */
function themeKind(body: HTMLElement): ThemeKind {
  const classes = body.classList;
  if (classes.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classes.contains('vscode-high-contrast')) return 'high-contrast';
  return classes.contains('vscode-light') ? 'light' : 'dark';
}

/** Lets the browser read the colour, so that any notation a theme uses becomes `rgb(…)`. */
function resolved(probe: HTMLElement, styles: CSSStyleDeclaration, names: readonly string[], otherwise: string): string {
  for (const name of names) {
    const value = styles.getPropertyValue(`--vscode-${name}`).trim();
    if (value === '') continue;
    probe.style.color = '';
    probe.style.color = value;
    const computed = probe.style.color === '' ? '' : getComputedStyle(probe).color;
    if (computed.startsWith('rgb')) return computed;
  }
  return otherwise;
}

/** Calls back once for every change of theme. The editor sets the colours on the root and the class on the body. */
export function watchTheme(body: HTMLElement, changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(body.ownerDocument.documentElement, { attributes: true, attributeFilter: ['style'] });
}
