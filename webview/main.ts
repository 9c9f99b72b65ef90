/** Where the webview starts: it asks for the state, draws what it is sent, and says what the reader points at. */
import type { FromWebview, ToWebview } from '../src/protocol/messages.ts';
import { readPalette, watchTheme } from './palette.ts';
import { Panel } from './panel.ts';
import './panel.css';
import { registerComponents } from './toolkit.ts';

interface Editor {
  postMessage(message: FromWebview): void;
  setState(state: { readonly uri: string }): void;
}
declare function acquireVsCodeApi(): Editor;

function start(root: HTMLElement): void {
  registerComponents();
  const editor = acquireVsCodeApi();
  let shown: { readonly uri: string; readonly version: number } | undefined;
  let page: string | undefined;
  const panel = new Panel(root, readPalette(document.body), ({ start, end }) => {
    if (shown !== undefined) editor.postMessage({ type: 'reveal', uri: shown.uri, version: shown.version, start, end });
  });
  window.addEventListener('message', ({ data: message }: MessageEvent<ToWebview | undefined>) => {
    if (message?.type === 'nothing') {
      shown = undefined;
      panel.say(message.message);
    } else if (message?.type === 'picture') {
      const { uri, version, picture } = message;
      if (shown?.uri === uri && version < shown.version) return;
      if (uri !== page) panel.turnPage();
      shown = { uri, version };
      page = uri;
      editor.setState({ uri });
      panel.draw(picture);
    }
  });
  watchTheme(document.body, () => panel.repaint(readPalette(document.body)));
  editor.postMessage({ type: 'ready' });
}

const root = document.getElementById('panel');
if (root !== null) start(root);
