/** From the editor's colours to mermaid's. Pure. */
import type { Palette } from '../palette.ts';

export interface DiagramTheme {
  readonly dark: boolean;
  readonly variables: Readonly<Record<string, unknown>>;
}

export function diagramTheme(palette: Palette): DiagramTheme {
  const dark = palette.kind === 'dark' || palette.kind === 'high-contrast';
  const shades = palette.kind.startsWith('high') ? outlined(palette) : tinted(palette);
  return { dark, variables: { darkMode: dark, ...common(palette, shades), ...charts(palette, shades), ...scales(palette, shades, dark) } };
}

interface Shades {
  readonly node: string;
  readonly nodeBorder: string;
  readonly group: string;
  readonly groupBorder: string;
  readonly line: string;
  readonly sliceBorder: string;
  readonly note: string;
  readonly noteBorder: string;
  /** How much of a colour goes into an area that text stands on. */
  readonly share: number;
}

function tinted({ background, foreground, blue, yellow }: Palette): Shades {
  return {
    node: mix(blue, background, 0.14),
    nodeBorder: mix(blue, background, 0.6),
    group: mix(foreground, background, 0.04),
    groupBorder: mix(foreground, background, 0.22),
    line: mix(foreground, background, 0.65),
    sliceBorder: background,
    note: mix(yellow, background, 0.16),
    noteBorder: mix(yellow, background, 0.5),
    share: 0.3,
  };
}

/** High contrast: lines instead of areas. */
function outlined({ background, foreground, border }: Palette): Shades {
  return {
    node: background,
    nodeBorder: border,
    group: background,
    groupBorder: border,
    line: foreground,
    sliceBorder: border,
    note: background,
    noteBorder: border,
    share: 0.45,
  };
}

function common({ background, foreground, red, green, fontFamily }: Palette, shades: Shades): Record<string, unknown> {
  const { node, nodeBorder, group, groupBorder, line, note, noteBorder, share } = shades;
  return {
    fontFamily, fontSize: '14px', background, useGradient: false, dropShadow: 'none',
    primaryColor: node, primaryTextColor: foreground, primaryBorderColor: nodeBorder,
    secondaryColor: group, secondaryTextColor: foreground, secondaryBorderColor: groupBorder,
    tertiaryColor: group, tertiaryTextColor: foreground, tertiaryBorderColor: groupBorder,
    textColor: foreground, titleColor: foreground, lineColor: line, arrowheadColor: line,
    mainBkg: node, nodeBkg: node, nodeBorder, clusterBkg: group, clusterBorder: groupBorder,
    edgeLabelBackground: background, labelBackgroundColor: background, relationLabelBackground: background,
    noteBkgColor: note, noteTextColor: foreground, noteBorderColor: noteBorder,
    actorLineColor: line, activationBkgColor: mix(foreground, background, 0.12), activationBorderColor: line,
    sequenceNumberColor: background, labelBoxBkgColor: group, labelBoxBorderColor: groupBorder,
    rowOdd: background, rowEven: group, attributeBackgroundColorOdd: background, attributeBackgroundColorEven: group,
    compositeBackground: group, compositeTitleBackground: node, compositeBorder: groupBorder, altBackground: group,
    sectionBkgColor: group, altSectionBkgColor: background, sectionBkgColor2: group, excludeBkgColor: group, gridColor: groupBorder,
    taskTextClickableColor: foreground, activeTaskBkgColor: mix(foreground, background, 0.16), activeTaskBorderColor: nodeBorder,
    doneTaskBkgColor: mix(green, background, share), doneTaskBorderColor: green,
    critBkgColor: mix(red, background, share), critBorderColor: red, todayLineColor: red, vertLineColor: line,
    archEdgeColor: line, archEdgeArrowColor: line, archGroupBorderColor: groupBorder,
    errorBkgColor: group, errorTextColor: foreground, tagLabelBackground: node, tagLabelColor: foreground,
    commitLabelBackground: group, commitLabelColor: foreground,
  };
}

/** Pie, quadrant and line charts. */
function charts(palette: Palette, { node, nodeBorder, group, groupBorder, line, sliceBorder, share }: Shades): Record<string, unknown> {
  const { background, foreground } = palette;
  const slices = spread(palette, 12).map((colour) => mix(colour, background, share + 0.1));
  return {
    ...numbered('pie', slices, 1),
    pieOpacity: '1', pieStrokeColor: sliceBorder, pieOuterStrokeColor: groupBorder, pieOuterStrokeWidth: '1px',
    pieSectionTextColor: foreground, pieTitleTextColor: foreground, pieLegendTextColor: foreground,
    pieTitleTextSize: '16px', pieSectionTextSize: '14px', pieLegendTextSize: '14px',
    quadrant1Fill: node, quadrant2Fill: group, quadrant3Fill: background, quadrant4Fill: group,
    quadrant2TextFill: foreground, quadrant3TextFill: foreground, quadrant4TextFill: foreground, quadrantPointFill: nodeBorder,
    quadrantInternalBorderStrokeFill: groupBorder, quadrantExternalBorderStrokeFill: groupBorder,
    xyChart: { backgroundColor: background, plotColorPalette: spread(palette, 6).join(',') },
    radar: { graticuleColor: groupBorder, axisColor: line },
  };
}

/** The series of colours in mind maps, timelines and commit graphs. */
function scales(palette: Palette, { share }: Shades, dark: boolean): Record<string, unknown> {
  const { background, foreground } = palette;
  // Mermaid darkens the scale itself, unless the override is applied last: it is, and these are final.
  const areas = spread(palette, 12).map((colour) => mix(colour, background, share));
  const branches = spread(palette, 8);
  const text = (colours: readonly string[]): readonly string[] => colours.map(() => foreground);
  return {
    ...numbered('cScale', areas, 0), ...numbered('cScaleLabel', text(areas), 0), ...numbered('cScalePeer', spread(palette, 12), 0),
    ...numbered('cScaleInv', text(areas), 0), scaleLabelColor: foreground,
    ...numbered('git', branches, 0), ...numbered('gitInv', text(branches), 0),
    ...numbered('gitBranchLabel', branches.map((colour) => readableOn(colour)), 0), branchLabelColor: dark ? '#000000' : '#ffffff',
  };
}

function spread({ blue, green, orange, purple, red, yellow }: Palette, count: number): readonly string[] {
  const series = [blue, green, purple, orange, red, yellow];
  // Without commas, because mermaid separates some series with them.
  return Array.from({ length: count }, (_, at) => rgb(rgbOf(series[at % series.length] ?? blue)));
}

function numbered(name: string, values: readonly string[], from: number): Record<string, string> {
  return Object.fromEntries(values.map((value, at) => [`${name}${at + from}`, value]));
}

type Rgb = readonly [red: number, green: number, blue: number];

/** `share` of the first colour over the second. A colour's own transparency is left out of account. */
export function mix(colour: string, over: string, share: number): string {
  const [top, bottom] = [rgbOf(colour), rgbOf(over)];
  return rgb(top.map((part, at) => Math.round(part * share + (bottom[at] ?? 0) * (1 - share))));
}

/** Black or white, whichever stands out more. */
export function readableOn(colour: string): string {
  const [red, green, blue] = rgbOf(colour).map((part) => (part / 255) ** 2.2);
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance > 0.179 ? '#000000' : '#ffffff';
}

function rgb(parts: readonly number[]): string {
  return '#' + parts.map((part) => part.toString(16).padStart(2, '0')).join('');
}

function rgbOf(colour: string): Rgb {
  const numbers = colour.startsWith('#')
    ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    : (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0];
}
