/** Where the webview starts: it asks for the state, draws what it is sent, and says what the reader does. */
import type { FromWebview, ToWebview } from '../src/protocol/messages.ts';
import type { Picture } from '../src/core/picture/picture.ts';
import { actionsOver, type Actions, type Shown } from './actions.ts';
import { Following } from './page/following.ts';
import { readPalette, watchTheme } from './palette.ts';
import { Panel } from './panel.ts';
import './styles.ts';
import { registerComponents } from './toolkit.ts';

/** What is kept over a reload of the window. */
interface State {
  readonly uri?: string;
  readonly locked?: boolean;
  readonly folded?: readonly string[];
}

interface Editor {
  postMessage(message: FromWebview): void;
  getState(): State | undefined;
  setState(state: State): void;
}
declare function acquireVsCodeApi(): Editor;

function start(root: HTMLElement): void {
  registerComponents();
  const editor = acquireVsCodeApi();
  let shown: Shown | undefined;
  let page: string | undefined;
  let drawn: Picture | undefined;
  const keep = (change: State): void => editor.setState({ ...editor.getState(), ...change });
  const actions = actionsOver(() => shown, (message) => editor.postMessage(message));
  const panel = new Panel(root, readPalette(document.body), actions, foldsIn(editor, keep));
  const following = new Following(root, () => panel.covered, (at) => actions.scrolled(at));

  const receive = (message: ToWebview): void => {
    if (message.type === 'nothing') {
      shown = undefined;
      panel.say(message.message);
    } else if (message.type === 'picture') {
      const { uri, version, picture, locked } = message;
      if (shown?.uri === uri && version < shown.version) return;
      shown = { uri, version };
      keep({ uri, locked });
      following.quietly(() => {
        if (uri !== page) panel.turnPage();
        panel.draw(picture, locked);
      });
      page = uri;
      drawn = picture;
    } else if (message.type === 'follow' && message.uri === shown?.uri) {
      if (message.by === 'cursor') following.cursor(message);
      else following.scroll(message);
    } else if (message.type === 'export' && drawn !== undefined) {
      void writePage(root, drawn, message.style, actions);
    }
  };
  window.addEventListener('message', ({ data }: MessageEvent<ToWebview | undefined>) => data !== undefined && receive(data));
  watchTheme(document.body, () => panel.repaint(readPalette(document.body)));
  editor.postMessage({ type: 'ready' });
}

async function writePage(root: HTMLElement, picture: Picture, style: string, actions: Actions): Promise<void> {
  try {
    const { exportPage } = await import('./export/export-page.ts');
    actions.save([{ name: picture.title, format: 'html', content: await exportPage(root, picture, style) }]);
  } catch {
    actions.tell('The preview could not be written as a page: close it, open it again and try once more.');
  }
}

function foldsIn(editor: Editor, keep: (change: State) => void): { has(part: string): boolean; set(part: string, isFolded: boolean): void } {
  const folded = (): readonly string[] => editor.getState()?.folded ?? [];
  return {
    has: (part) => folded().includes(part),
    set: (part, isFolded) => keep({ folded: isFolded ? [...folded().filter((each) => each !== part), part] : folded().filter((each) => each !== part) }),
  };
}

const root = document.getElementById('panel');
if (root !== null) start(root);
