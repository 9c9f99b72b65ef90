/** Mermaid sets its labels as web pages within the picture, which only browsers can show. This sets them as texts, at the very same places. */

const SVG = 'http://www.w3.org/2000/svg';

/** The picture must be laid out. */
export function asTexts(svg: SVGSVGElement): void {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  for (const label of svg.querySelectorAll('foreignObject')) {
    // Where mermaid has written the text as well, the page within is left to those that can show it.
    if (label.parentElement?.localName === 'switch') continue;
    const matrix = label.getScreenCTM()?.inverse();
    const texts = matrix === undefined ? [] : [...backgroundsOf(label, matrix), ...linesOf(label, matrix, pen)];
    label.replaceWith(...texts);
  }
}

/** A colour behind a label keeps the lines of the picture away from it. */
function backgroundsOf(label: Element, matrix: DOMMatrix): readonly SVGElement[] {
  return [...label.querySelectorAll('*')].flatMap((element) => {
    const { backgroundColor } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (/^(?:transparent|rgba\(.*, 0\))$/.test(backgroundColor) || box.width === 0 || element.textContent.trim() === '') return [];
    const rect = document.createElementNS(SVG, 'rect');
    const { x, y } = new DOMPoint(box.left, box.top).matrixTransform(matrix);
    for (const [name, value] of Object.entries({ x, y, width: box.width * matrix.a, height: box.height * matrix.d })) rect.setAttribute(name, rounded(value));
    rect.setAttribute('style', `fill: ${backgroundColor}; stroke: none; opacity: 1`);
    return [rect];
  });
}

/** Words that stand beside each other on the screen and look alike. */
interface Line {
  readonly element: Element;
  text: string;
  left: number;
  right: number;
  readonly top: number;
}

function linesOf(label: Element, matrix: DOMMatrix, pen: OffscreenCanvasRenderingContext2D | null): readonly SVGElement[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) addWords(node, lines);
  }
  return lines.flatMap((line) => (line.text.trim() === '' ? [] : [textFor(line, matrix, pen)]));
}

function addWords(node: Text, lines: Line[]): void {
  const element = node.parentElement;
  if (element === null) return;
  const range = document.createRange();
  // A word that is broken within is taken apart.
  for (const { 0: word, index } of node.data.matchAll(/\S+|\s+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const boxes = range.getClientRects();
    if (boxes.length <= 1) addPiece(element, word, boxes[0], lines);
    else addLetters(node, element, index, word, lines);
  }
}

function addLetters(node: Text, element: Element, start: number, word: string, lines: Line[]): void {
  const range = document.createRange();
  let at = start;
  for (const letter of word) {
    range.setStart(node, at);
    at += letter.length;
    range.setEnd(node, at);
    addPiece(element, letter, [...range.getClientRects()].at(-1), lines);
  }
}

function addPiece(element: Element, text: string, box: DOMRect | undefined, lines: Line[]): void {
  if (box === undefined || (box.width === 0 && text.trim() !== '')) return;
  const last = lines.at(-1);
  if (last?.element === element && Math.abs(last.top - box.top) < 2) {
    last.text += text;
    if (text.trim() === '') return;
    last.left = Math.min(last.left, box.left);
    last.right = Math.max(last.right, box.right);
  } else if (text.trim() !== '') {
    lines.push({ element, text, left: box.left, right: box.right, top: box.top });
  }
}

function textFor({ element, text, left, right, top }: Line, matrix: DOMMatrix, pen: OffscreenCanvasRenderingContext2D | null): SVGElement {
  const { color, fontSize, fontWeight, fontStyle, fontFamily, textAlign, direction, textDecorationLine } = getComputedStyle(element);
  // In the middle, too, a text in another font stays within its box.
  const isCentred = textAlign === 'center' || direction === 'rtl';
  const { x, y } = new DOMPoint(isCentred ? (left + right) / 2 : left, top).matrixTransform(matrix);
  const made = document.createElementNS(SVG, 'text');
  if (pen !== null) pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const ascent = pen?.measureText('x').fontBoundingBoxAscent ?? Number.parseFloat(fontSize) * 0.93;
  made.setAttribute('x', rounded(x));
  made.setAttribute('y', rounded(y + ascent));
  const decoration = textDecorationLine === 'none' ? '' : ` text-decoration: ${textDecorationLine};`;
  made.setAttribute(
    'style',
    `fill: ${color}; stroke: none; font-size: ${fontSize}; font-weight: ${fontWeight}; font-style: ${fontStyle}; text-anchor: ${isCentred ? 'middle' : 'start'}; dominant-baseline: auto;${decoration}`,
  );
  made.textContent = text.replace(/\s+/g, ' ').trim();
  return made;
}

function rounded(length: number): string {
  return String(Math.round(length * 100) / 100);
}
