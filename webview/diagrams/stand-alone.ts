/** A picture as a file that needs nothing else: its own background, letters that every viewer can set, no reference to any other place. */
import type { Palette } from '../palette.ts';
import { asTexts } from './label-texts.ts';
import { cleanStyles } from './own-styles.ts';

export interface PictureFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const SVG = 'http://www.w3.org/2000/svg';
/** Around the picture. */
const MARGIN = 16;
/** Of the page, and nothing to a picture alone. */
const OF_THE_PAGE = ['tabindex', 'aria-label', 'aria-roledescription', 'aria-labelledby', 'aria-describedby'];

export function standAlone(picture: SVGSVGElement, name: string, palette: Palette): PictureFile {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.setAttribute('aria-hidden', 'true');
  const svg = picture.cloneNode(true) as SVGSVGElement;
  const box = boxOf(svg);
  svg.removeAttribute('style');
  svg.classList.remove('diagram-picture');
  svg.setAttribute('width', String(box.width));
  svg.setAttribute('height', String(box.height));
  stage.append(svg);
  document.body.append(stage);
  try {
    // While it is laid out: texts are measured and styles are read as the browser understands them.
    asTexts(svg);
    cleanStyles(svg);
  } finally {
    stage.remove();
  }
  frame(svg, box, palette);
  entitle(svg, name);
  return { text: written(svg, palette), width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN };
}

interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(svg: SVGSVGElement): ViewBox {
  const [x = 0, y = 0, width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').trim().split(/[\s,]+/).map((part) => Number(part) || 0);
  const given = (side: string): number => Number.parseFloat(svg.getAttribute(side) ?? '') || 300;
  // In whole pixels, or the last row of them would let through what lies behind.
  if (width > 0 && height > 0) return { x, y, width: Math.ceil(width), height: Math.ceil(height) };
  return { x: 0, y: 0, width: given('width'), height: given('height') };
}

function frame(svg: SVGSVGElement, { x, y, width, height }: ViewBox, { background, foreground, fontFamily }: Palette): void {
  const outer = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN];
  for (const attribute of OF_THE_PAGE) svg.removeAttribute(attribute);
  svg.setAttribute('viewBox', outer.join(' '));
  svg.setAttribute('width', String(outer[2]));
  svg.setAttribute('height', String(outer[3]));
  svg.setAttribute('font-family', withFallback(fontFamily));
  const ground = document.createElementNS(SVG, 'rect');
  ['x', 'y', 'width', 'height'].forEach((side, index) => ground.setAttribute(side, String(outer[index])));
  // Mermaid's own rules for rectangles would win over attributes.
  ground.setAttribute('style', `fill: ${background}; stroke: none`);
  svg.prepend(ground);
  // As in the panel: mermaid writes this grey into C4 diagrams whatever the theme.
  for (const side of ['fill', 'stroke']) for (const grey of svg.querySelectorAll(`[${side}="#444444"]`)) grey.setAttribute(side, foreground);
}

/** The editor's font may not be there where the picture is looked at. */
function withFallback(fontFamily: string): string {
  return /(?:^|,)\s*sans-serif\s*$/.test(fontFamily) ? fontFamily : `${fontFamily}, Helvetica, Arial, sans-serif`;
}

function entitle(svg: SVGSVGElement, name: string): void {
  svg.setAttribute('role', 'img');
  if (svg.querySelector(':scope > title') !== null) return;
  const title = document.createElementNS(SVG, 'title');
  title.textContent = name;
  svg.prepend(title);
}

/** Characters that XML knows no way to write are left out. */
const NOT_IN_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function written(svg: SVGSVGElement, { fontFamily }: Palette): string {
  const text = new XMLSerializer().serializeToString(svg).replace(NOT_IN_XML, '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replaceAll('var(--mermaid-font-family)', withFallback(fontFamily).replaceAll('"', "'"))}\n`;
}
