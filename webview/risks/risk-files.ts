/** The risks as tables and as a picture. Loaded when they first leave the panel. */
import type { RiskDot } from '../../src/core/picture/risks.ts';
import type { Palette } from '../palette.ts';
import { readPalette } from '../palette.ts';
import type { RiskLayout } from './risk-layout.ts';
import { drawRisks, type Drawing } from './risk-svg.ts';

export { base64, toPng } from '../diagrams/png.ts';

/** What is on show: the risks that are chosen, in the stage that is chosen. */
export interface Exhibit {
  readonly title: string;
  readonly risks: readonly RiskDot[];
  readonly layout: RiskLayout;
}

type Column = readonly [title: string, valueOf: (risk: RiskDot) => string | undefined];

const ALWAYS: readonly Column[] = [
  ['#', ({ number }) => String(number)],
  ['Risk', ({ name }) => name],
];
/** Only those of which any risk says something. */
const WHERE_SAID: readonly Column[] = [
  ['Category', ({ category }) => category],
  ['Probability', ({ probability }) => probability?.text],
  ['Impact', ({ impact }) => impact?.text],
  ['Mitigation', ({ mitigation }) => mitigation],
  ['Contingency', ({ contingency }) => contingency],
  ['Residual Probability', ({ residual }) => residual?.probability?.text],
  ['Residual Impact', ({ residual }) => residual?.impact?.text],
  ['Residual Risk', ({ residual }) => residual?.rating?.text],
  ['Owner', ({ owner }) => owner],
];

/** What stands for something else in Markdown. */
const SIGNS = /[\\|<*`[\]]/g;
/** A spreadsheet would take it for a formula, and run it. */
const FORMULA = /^[=+\-@\t\r]/;
/** By this, spreadsheets know what the characters of a file mean. */
const BYTE_ORDER_MARK = '\uFEFF';

export function markdownTable(exhibit: Exhibit): string {
  const columns = columnsOf(exhibit);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rows = exhibit.risks.map((risk) => line(columns.map(([, valueOf]) => cellText(valueOf(risk) ?? ''))));
  return line(columns.map(([title]) => title)) + line(columns.map(() => '---')) + rows.join('');
}

export function csv(exhibit: Exhibit): string {
  const columns = columnsOf(exhibit);
  const lines = [columns.map(([title]) => title), ...exhibit.risks.map((risk) => columns.map(([, valueOf]) => valueOf(risk) ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

export function csvFile(exhibit: Exhibit): string {
  return BYTE_ORDER_MARK + csv(exhibit);
}

/** The grid, its legend and a list of the risks, in the colours of the theme. */
export function drawn({ title, risks, layout }: Exhibit, palette: Palette = readPalette(document.body)): Drawing {
  const context = document.createElement('canvas').getContext('2d');
  const width = (text: string, size: number, isBold: boolean): number => {
    if (context === null) return text.length * size * 0.6;
    context.font = `${isBold ? '600 ' : ''}${size}px ${palette.fontFamily}`;
    return context.measureText(text).width;
  };
  return drawRisks({ title, risks, layout }, palette, width);
}

function columnsOf({ risks }: Exhibit): readonly Column[] {
  return [...ALWAYS, ...WHERE_SAID.filter(([, valueOf]) => risks.some((risk) => (valueOf(risk) ?? '') !== ''))];
}

function cellText(text: string): string {
  return text.replace(SIGNS, '\\$&').replace(/\s+/g, ' ').trim();
}

function quoted(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
