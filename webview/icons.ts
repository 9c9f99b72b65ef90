/** Signs of our own on a grid of 16, drawn in the colour of the text. */
import { element } from './elements.ts';

const SIGNS = {
  locked: 'M4.5 7.5h7v6h-7zM6 7.5V5a2 2 0 0 1 4 0v2.5',
  unlocked: 'M4.5 7.5h7v6h-7zM6 7.5V4.5a2 2 0 0 1 4 0',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  fit: 'M3 5.5V3h2.5M10.5 3H13v2.5M13 10.5V13h-2.5M5.5 13H3v-2.5M6 6.5h4v3H6z',
  fullPanel: 'M9.5 3h3.5v3.5M13 3L9 7M6.5 13H3V9.5M3 13l4-4',
  leaveFullPanel: 'M9 3.5V7h3.5M9 7l4-4M7 12.5V9H3.5M7 9l-4 4',
  more: 'M4 7.6v.8M8 7.6v.8M12 7.6v.8',
  save: 'M8 3v7M5 7l3 3 3-3M3 13h10',
  copy: 'M5.5 5.5h7.5v7.5H5.5zM3 10.5V3h7.5',
} as const;

export type IconName = keyof typeof SIGNS;

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({ class: 'icon', viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SIGNS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name: IconName, label: string, pressed: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'tool', title: label, 'aria-label': label });
  button.append(icon(name));
  button.addEventListener('click', pressed);
  return button;
}
