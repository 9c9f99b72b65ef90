/** The panel as it stands, without what works only beside an editor. */
import type { DiagramPicture } from '../../src/core/picture/diagrams.ts';
import { diagramTheme } from '../diagrams/diagram-theme.ts';
import { viewsLoaded } from '../lazy-view.ts';
import { LIGHT_PALETTE } from './light.ts';

/** Tools, choices and hints of keys; what a view adds of this sort says so itself. */
const ONLY_LIVE = '.tool, .header-tools, .twistie, .stage, .empty, vscode-button, select, [role="toolbar"], [data-live]';
const OF_THE_PANEL = ['type', 'tabindex', 'aria-expanded', 'aria-controls', 'aria-pressed', 'aria-current', 'aria-keyshortcuts', 'aria-haspopup', 'data-start', 'data-end', 'data-mark', 'contenteditable'];
const PLAIN: Readonly<Record<string, readonly [tag: string, name: string]>> = {
  'vscode-tag': ['span', 'tag'],
  'vscode-badge': ['span', 'badge'],
  'vscode-divider': ['hr', ''],
  button: ['span', ''],
};
const SCROLLS = '.step-graph, .diagram-canvas';
const WIDTH = 960;

/** A copy of the panel that only shows: every diagram drawn, everything unfolded, nothing to press. */
export async function settled(root: HTMLElement, diagrams: readonly DiagramPicture[]): Promise<HTMLElement> {
  await viewsLoaded();
  const page = copyOf(root);
  for (const body of page.querySelectorAll<HTMLElement>('.section-body, details > *')) body.hidden = false;
  for (const fold of page.querySelectorAll('details')) fold.open = true;
  await drawInto(page, diagrams);
  for (const section of page.querySelectorAll('section:has(.empty)')) section.remove();
  for (const live of page.querySelectorAll(ONLY_LIVE)) live.remove();
  linkContents(page);
  for (const [name, [tag, className]] of Object.entries(PLAIN)) for (const each of page.querySelectorAll(name)) each.replaceWith(plain(each, tag, className));
  for (const each of page.querySelectorAll('*')) for (const attribute of OF_THE_PANEL) if (each.localName !== 'input') each.removeAttribute(attribute);
  for (const each of page.querySelectorAll(SCROLLS)) reachable(each);
  return page;
}

/** What scrolls and holds nothing to press has to be a stop for the keyboard itself. */
function reachable(scrolling: Element): void {
  scrolling.setAttribute('tabindex', '0');
  scrolling.setAttribute('role', 'group');
  scrolling.setAttribute('aria-label', 'Scrolls sideways where it is wide');
}

/** A copy keeps attributes; whether a box is ticked is none. */
function copyOf(root: HTMLElement): HTMLElement {
  const page = root.cloneNode(true) as HTMLElement;
  const boxes = [...root.querySelectorAll('input')];
  page.querySelectorAll('input').forEach((box, index) => {
    box.toggleAttribute('checked', boxes[index]?.checked ?? false);
    box.disabled = true;
  });
  return page;
}

/** Drawn anew in the page's own colours, whatever of them the panel has drawn, moved or enlarged. */
async function drawInto(page: HTMLElement, diagrams: readonly DiagramPicture[]): Promise<void> {
  const figures = [...page.querySelectorAll('figure.diagram')];
  if (figures.length === 0) return;
  const { drawDiagram } = await import('../diagrams/mermaid.ts');
  const theme = diagramTheme(LIGHT_PALETTE);
  for (const [index, figure] of figures.entries()) {
    const source = diagrams[index]?.source;
    const canvas = figure.querySelector('.diagram-canvas');
    if (source === undefined || canvas === null) continue;
    try {
      const svg = await drawDiagram({ id: `diagram-${index + 1}`, source, theme, width: WIDTH }, new AbortController().signal);
      canvas.replaceChildren(svg);
    } catch {
      // What cannot be drawn stands as its author wrote it.
      const text = document.createElement('pre');
      text.textContent = source;
      canvas.replaceChildren(text);
    }
    for (const { name } of [...canvas.attributes]) if (name !== 'class') canvas.removeAttribute(name);
  }
}

function linkContents(page: HTMLElement): void {
  for (const button of page.querySelectorAll('nav [data-visit]')) {
    const name = button.getAttribute('data-visit') ?? '';
    const link = plain(button, 'a', '');
    link.setAttribute('href', `#${name}-heading`);
    if (page.querySelector(`[id="${name}-heading"]`) === null) button.remove();
    else button.replaceWith(link);
  }
}

function plain(element: Element, tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  for (const { name, value } of element.attributes) if (name !== 'aria-label') made.setAttribute(name, value);
  if (className !== '') made.classList.add(className);
  made.append(...element.childNodes);
  return made;
}
