/** Colours of the editor's theme, whichever it is; in high contrast what has no ground has an edge. */
export const INK = 'var(--vscode-editor-foreground, #cccccc)';
export const FAINT = 'var(--vscode-descriptionForeground, #9d9d9d)';
export const PAPER = 'var(--vscode-editor-background, #1f1f1f)';
export const CARD = 'var(--vscode-editorWidget-background, #252526)';
export const EDGE = 'var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #454545))';
export const ACCENT = 'var(--vscode-focusBorder, #0078d4)';
export const RED = 'var(--vscode-charts-red, #f14c4c)';
export const YELLOW = 'var(--vscode-charts-yellow, #cca700)';
export const GREEN = 'var(--vscode-charts-green, #89d185)';
export const BLUE = 'var(--vscode-charts-blue, #3794ff)';
export const ORANGE = 'var(--vscode-charts-orange, #d18616)';

const WIDTH = 480;
const HEIGHT = 300;
const FONT_SIZE = 13;
/** Of the size of the font: so wide a letter is on average, and every letter of a terminal. */
const LETTER = 0.58;
const FIXED_LETTER = 0.61;

export interface TextLook {
  readonly colour?: string;
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isFixed?: boolean;
  /** Where it has to end. */
  readonly width?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A whole picture, on the ground of the editor. */
export function picture(...parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none">\n${parts.join('\n')}\n</svg>\n`;
}

export function card(x: number, y: number, width: number, height: number, fill = CARD, edge = EDGE): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="${fill}" stroke="${edge}"/>`;
}

/** Without an edge, and as strong as it is to be. */
export function patch(x: number, y: number, width: number, height: number, fill: string, strength = 1): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}" fill-opacity="${strength}"/>`;
}

/** One line of text, cut where it would stand out. */
export function text(x: number, y: number, written: string, { colour = INK, size = FONT_SIZE, isBold = false, isFixed = false, width = WIDTH - x - 20, anchor = 'start' }: TextLook = {}): string {
  const family = isFixed ? 'var(--vscode-editor-font-family, monospace)' : 'var(--vscode-font-family, sans-serif)';
  const weight = isBold ? ' font-weight="600"' : '';
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" fill="${colour}" font-size="${size}" font-family="${family}"${weight}${place}>${escaped(cut(written, Math.floor(width / (size * (isFixed ? FIXED_LETTER : LETTER)))))}</text>`;
}

export function line(from: readonly [number, number], to: readonly [number, number], colour: string, more = ''): string {
  return `<path d="M${from.join(' ')} L${to.join(' ')}" stroke="${colour}" stroke-width="1.5"${more}/>`;
}

/** The line under what was found. */
export function squiggle(x: number, y: number, width: number, colour: string): string {
  const waves = Array.from({ length: Math.floor(width / 6) }, () => 'q1.5 -3 3 0 t3 0').join(' ');
  return `<path d="M${x} ${y} ${waves}" stroke="${colour}" stroke-width="1.3"/>`;
}

export function dot(x: number, y: number, written: string, fill: string, more = ''): string {
  return `<g${more}><circle cx="${x}" cy="${y}" r="12" fill="${fill}" stroke="${PAPER}" stroke-width="1.5"/>${text(x, y + 4.5, written, { colour: PAPER, isBold: true, anchor: 'middle' })}</g>`;
}

/** A box, ticked or not. */
export function box(x: number, y: number, isTicked: boolean): string {
  const tick = isTicked ? `<path d="M${x + 2.5} ${y + 6} l3 3 l5 -6" stroke="${GREEN}" stroke-width="1.8"/>` : '';
  return `<rect x="${x}" y="${y}" width="12" height="12" rx="2" stroke="${FAINT}"/>${tick}`;
}

/** As wide as the text is about. */
export function widthOf(written: string, isFixed = false): number {
  return Math.round(Array.from(written).length * FONT_SIZE * (isFixed ? FIXED_LETTER : LETTER));
}

function cut(written: string, most: number): string {
  const letters = Array.from(written);
  return letters.length <= most ? written : `${letters.slice(0, Math.max(1, most - 1)).join('').trimEnd()}…`;
}

function escaped(written: string): string {
  return written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
