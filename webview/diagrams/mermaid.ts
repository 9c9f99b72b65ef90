/** The only file that knows mermaid. It is loaded with the first diagram: the panel without diagrams never pays for it. */
import mermaid from 'mermaid';
import type { DiagramTheme } from './diagram-theme.ts';
import { safeSvg } from './safe-svg.ts';

export interface DrawingOrder {
  /** Names the picture's elements, so it must differ from that of every picture on the page. */
  readonly id: string;
  readonly source: string;
  readonly theme: DiagramTheme;
  /** Some diagrams fill the space they are given. */
  readonly width: number;
}

/** What can be drawn in a few seconds; mermaid's own limits are too small for the plans of large systems. */
const MOST_CHARACTERS = 200_000;
const MOST_LINES = 3000;

let configuredFor: DiagramTheme | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One at a time: mermaid keeps one configuration for all. It cannot be interrupted, but what it drew in vain is dropped. */
export function drawDiagram(order: DrawingOrder, signal: AbortSignal): Promise<SVGSVGElement> {
  const drawn = last.then(() => drawNow(order, signal));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function drawNow({ id, source, theme, width }: DrawingOrder, signal: AbortSignal): Promise<SVGSVGElement> {
  signal.throwIfAborted();
  if (source.length > MOST_CHARACTERS) throw new Error(`The diagram is too large to draw: it has more than ${MOST_CHARACTERS} characters. Split it into several.`);
  configure(theme);
  const before = new Set<Element>(document.body.children);
  const stage = createStage(width);
  document.body.append(stage);
  try {
    const { svg } = await mermaid.render(id, source, stage);
    signal.throwIfAborted();
    return safeSvg(svg);
  } finally {
    // Besides its stage, mermaid leaves tooltips and the pictures of errors in the body.
    for (const child of [...document.body.children]) {
      if (!before.has(child)) child.remove();
    }
  }
}

/** In less, diagrams that fill their space set one text over the other; they are shown smaller instead, and can be enlarged. */
const LEAST_WIDTH = 720;

/** Out of sight but laid out, because mermaid measures its texts. */
function createStage(width: number): HTMLElement {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.setAttribute('aria-hidden', 'true');
  stage.style.width = `${Math.max(width, LEAST_WIDTH)}px`;
  return stage;
}

function configure(theme: DiagramTheme): void {
  if (configuredFor === theme) return;
  configuredFor = theme;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    logLevel: 'fatal',
    maxTextSize: MOST_CHARACTERS,
    maxEdges: MOST_LINES,
    // Beyond mermaid's own list: what a directive in a document could use against the page around it.
    secure: ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering',
      'dompurifyConfig', 'themeCSS', 'fontFamily', 'altFontFamily', 'logLevel'],
    theme: 'base',
    look: 'classic',
    // Smaller and quicker than mermaid's own default, and what other Markdown previews show. A document may still ask for another.
    layout: 'dagre',
    swimlane: { layout: 'swimlane' },
    darkMode: theme.dark,
    fontSize: 14,
    themeVariables: { ...theme.variables },
  });
}
