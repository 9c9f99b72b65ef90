/** What is wrong with a diagram, and a link to the line. */
import type { DiagramPicture } from '../../src/core/picture/diagrams.ts';
import type { Range } from '../../src/core/text/range.ts';
import type { Actions } from '../actions.ts';
import { element, setText } from '../elements.ts';
import type { DiagramProblem } from './diagram-problem.ts';

const LONGEST_EXCERPT = 80;

export class ProblemNote {
  readonly element = element('p', { class: 'diagram-problem', role: 'status' });
  private readonly place = element('button', { type: 'button', class: 'link' });
  private readonly text = element('span', { dir: 'auto' });
  private readonly excerpt = element('code', { dir: 'auto' });
  private target: Range = { start: 0, end: 0 };

  constructor(actions: Actions) {
    this.place.addEventListener('click', () => actions.reveal(this.target));
    this.element.append(this.place, ' ', this.text, ' ', this.excerpt);
  }

  show(diagram: DiagramPicture, { message, line }: DiagramProblem): void {
    this.target = lineOf(diagram, line ?? 0);
    setText(this.place, `Line ${diagram.line + 2 + (line ?? 0)}`);
    setText(this.text, message);
    const excerpt = line === undefined ? '' : (diagram.source.split(/\r\n?|\n/)[line] ?? '').trim();
    setText(this.excerpt, excerpt.slice(0, LONGEST_EXCERPT));
    this.excerpt.hidden = excerpt === '';
  }
}

/** A line of the diagram's source as a place in the document. */
function lineOf({ source, content }: DiagramPicture, line: number): Range {
  const start = [...source.matchAll(/\r\n?|\n/g)][line - 1];
  const offset = content.start + (start === undefined ? 0 : start.index + start[0].length);
  return { start: offset, end: offset };
}
