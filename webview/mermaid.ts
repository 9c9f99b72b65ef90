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

let configuredFor: DiagramTheme | undefined;

/** One at a time: mermaid keeps one configuration for all. It cannot be interrupted, but what it drew in vain is dropped. */
export async function drawDiagram({ id, source, theme, width }: DrawingOrder, signal: AbortSignal): Promise<SVGSVGElement> {
  signal.throwIfAborted();
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

/** Out of sight but laid out, because mermaid measures its texts. */
function createStage(width: number): HTMLElement {
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.setAttribute('aria-hidden', 'true');
  stage.style.width = `${Math.max(width, 400)}px`;
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
