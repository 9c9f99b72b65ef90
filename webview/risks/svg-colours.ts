/** The colours of the theme as a picture needs them that stands alone: mixed by ourselves, as few viewers can. */
import type { Severity } from '../../src/core/picture/severity.ts';
import type { Palette } from '../palette.ts';

export interface Ink {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  readonly line: string;
  readonly severities: Readonly<Record<Severity, string>>;
  /** Fields differ by patterns, not by colours. */
  readonly isPatterned: boolean;
  readonly fontFamily: string;
}

type Rgb = readonly [number, number, number];

export function inkOf({ kind, background, foreground, border, green, yellow, orange, red, fontFamily }: Palette): Ink {
  const isPatterned = kind.startsWith('high-contrast');
  const field = (colour: string): string => mixed(colour, background, 0.28);
  return {
    background,
    foreground,
    quiet: isPatterned ? foreground : mixed(foreground, background, 0.68),
    line: isPatterned ? border : mixed(foreground, background, 0.16),
    severities: { low: field(green), medium: field(yellow), high: field(mixed(orange, red, 0.6)), critical: field(red) },
    isPatterned,
    fontFamily,
  };
}

/** So much of the one, and the rest of the other. */
export function mixed(one: string, other: string, share: number): string {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  if (a === undefined || b === undefined) return one;
  const [red, green, blue] = a.map((value, index) => Math.round(value * share + (b[index] ?? 0) * (1 - share)));
  return `rgb(${red ?? 0}, ${green ?? 0}, ${blue ?? 0})`;
}

function rgbOf(colour: string): Rgb | undefined {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(colour);
  const numbers = hex === null ? colour.match(/\d+(?:\.\d+)?/g)?.map(Number) : hex.slice(1).map((part) => Number.parseInt(part, 16));
  const [red, green, blue] = numbers ?? [];
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue];
}
