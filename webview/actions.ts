/** What the reader can do in the panel. The views ask; the editor decides. */
import type { PartName } from '../src/core/picture/asked-parts.ts';
import type { Placed } from '../src/core/picture/source.ts';
import type { Range } from '../src/core/text/range.ts';
import type { FromWebview, PanelFile } from '../src/protocol/messages.ts';

/** Levels by their place on the picture's scale: those a risk has now, or those it has once mitigated. */
export interface Rating {
  readonly probability?: number;
  readonly impact?: number;
  readonly when: 'now' | 'mitigated';
}

export interface Actions {
  /** Selects this span of the document. */
  reveal(range: Range): void;
  /** Goes to what a node of a diagram stands for. */
  find(diagram: Placed, label: string): void;
  rate(risk: Placed, rating: Rating): void;
  /** `box` is the place of the character between the brackets. */
  tick(box: number, done: boolean): void;
  /** Inserts what would fill an empty part. */
  fill(part: PartName): void;
  /** Writes the risks into the document as a diagram. */
  chart(): void;
  copy(text: string): void;
  save(files: readonly PanelFile[]): void;
  lock(locked: boolean): void;
  scrolled(start: number): void;
  /** Tells the reader in a sentence what went wrong. */
  tell(problem: string): void;
}

/** The document and the version that the panel shows. */
export interface Shown {
  readonly uri: string;
  readonly version: number;
}

/** What the reader does as messages; what is about the document names what was shown when it was done. */
export function actionsOver(shown: () => Shown | undefined, post: (message: FromWebview) => void): Actions {
  const about = (message: (document: Shown) => FromWebview): void => {
    const document = shown();
    if (document !== undefined) post(message({ uri: document.uri, version: document.version }));
  };
  return {
    reveal: ({ start, end }) => about((document) => ({ type: 'reveal', ...document, start, end })),
    find: ({ range }, label) => about((document) => ({ type: 'find', ...document, diagram: range.start, label })),
    rate: ({ range }, rating) => about((document) => ({ type: 'rate', ...document, risk: range.start, ...rating })),
    tick: (box, done) => about((document) => ({ type: 'tick', ...document, box, done })),
    fill: (part) => about((document) => ({ type: 'fill', ...document, part })),
    chart: () => about((document) => ({ type: 'chart', ...document })),
    scrolled: (start) => about((document) => ({ type: 'scrolled', ...document, start })),
    copy: (text) => post({ type: 'copy', text }),
    save: (files) => post({ type: 'save', files: [...files] }),
    tell: (message) => post({ type: 'problem', message: message.slice(0, 500) }),
    lock: (locked) => post({ type: 'lock', locked }),
  };
}
