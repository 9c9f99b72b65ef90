/** Where a page begins that the command line has written: it draws the picture that stands in it, once, and rests. */
import type { Picture } from '../src/core/picture/picture.ts';
import type { Actions } from './actions.ts';
import { LIGHT, LIGHT_PALETTE } from './export/light.ts';
import { settled } from './export/settled.ts';
import { Panel } from './panel.ts';
import './styles.ts';
import { registerComponents } from './toolkit.ts';

const nobody = (): void => undefined;
/** There is no editor behind the page. */
const NO_ACTIONS: Actions = { reveal: nobody, find: nobody, rate: nobody, tick: nobody, fill: nobody, chart: nobody, copy: nobody, save: nobody, lock: nobody, scrolled: nobody, tell: nobody };

async function start(root: HTMLElement, picture: Picture): Promise<void> {
  for (const [name, value] of Object.entries(LIGHT)) document.documentElement.style.setProperty(`--vscode-${name}`, value);
  registerComponents();
  const panel = new Panel(root, LIGHT_PALETTE, NO_ACTIONS, { has: () => false, set: nobody });
  panel.draw(picture, false);
  root.replaceWith(await settled(root, picture.diagrams));
}

const root = document.getElementById('panel');
const data = document.getElementById('picture')?.textContent;
if (root !== null && data) void start(root, JSON.parse(data) as Picture);
