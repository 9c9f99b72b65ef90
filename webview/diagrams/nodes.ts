/** The nodes of a drawn diagram and what is written on each. Every sort of diagram has names of its own for them. */

/** What stands for a thing of the plan, in the sorts that have such; not the actors that are drawn once more at the bottom. */
const NODES = [
  '.node', '.cluster-label', '.architecture-service', '.timeline-node', '.data-point', '.branchLabel', '.commit-labels > g',
  '[data-et="participant"]', '.messageText', '.noteText', 'text[class*="taskText"]', 'text.sectionTitle',
].join(', ');
/** What else may be pressed: anything that is written. */
const WRITTEN = 'foreignObject, text';
/** Where the name stands among all that is written on a node. */
const NAMES = '.c4-name, .label-group, .label.name';
const LONGEST_LABEL = 500;

export interface DiagramNode {
  readonly element: Element;
  /** Its lines as they stand on the screen. */
  readonly label: string;
}

/** All that can be walked: the nodes, and where a sort has none that we know, what is written. */
export function nodesIn(svg: SVGSVGElement): readonly DiagramNode[] {
  const known = labelled(svg.querySelectorAll(NODES));
  return known.length > 0 ? known : labelled(svg.querySelectorAll(WRITTEN));
}

/** What the pointer is on. */
export function nodeAt(target: EventTarget | null): DiagramNode | undefined {
  if (!(target instanceof Element)) return undefined;
  const node = target.closest(NODES) ?? barOf(target) ?? actorOf(target) ?? target.closest(WRITTEN);
  if (node === null) return undefined;
  return labelled([node])[0];
}

function labelled(elements: Iterable<Element>): readonly DiagramNode[] {
  return [...elements].flatMap((element) => {
    const label = labelOf(element);
    return label === '' || element.getClientRects().length === 0 ? [] : [{ element, label }];
  });
}

/** The text of a bar in a Gantt chart stands by itself, under the bar's name. */
function barOf(target: Element): Element | null {
  return target.matches('rect.task') ? target.ownerDocument.getElementById(`${target.id}-text`) : null;
}

/** An actor at the bottom is a box and its text in a group that has no name. */
function actorOf(target: Element): Element | null {
  return target.matches('.actor, .actor *') ? target.closest('g') : target.closest('.actor-man');
}

function labelOf(node: Element): string {
  const name = node.querySelector(NAMES);
  if (name !== null) return writtenOn(name);
  // What it is stands in angle brackets before its name.
  const labels = [...node.querySelectorAll('.label')].map(writtenOn);
  return labels.find((label) => label !== '' && !/^<<.*>>$/.test(label)) ?? writtenOn(node);
}

function writtenOn(node: Element): string {
  let text = '';
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let at = walker.nextNode(); at !== null; at = walker.nextNode()) {
    if (text.length > 4 * LONGEST_LABEL) break;
    if (at instanceof Element) text += isNewLine(at) ? '\n' : '';
    else if (at.parentElement?.localName !== 'title') text += at.nodeValue ?? '';
  }
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n').slice(0, LONGEST_LABEL);
}

function isNewLine(element: Element): boolean {
  return /^(?:br|p|div|li|text)$/i.test(element.localName) || (element.localName === 'tspan' && element.hasAttribute('x'));
}
