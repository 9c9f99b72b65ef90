/** Pieces of a picture as text. */

/** How wide a text is set. */
export type Measure = (text: string, size: number, isBold: boolean) => number;

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML has no place for: control characters, and halves of characters. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`]));
  return `<${name}${written.join('')}${children.length === 0 ? '/>' : `>${children.join('')}</${name}>`}`;
}

export function escaped(text: string): string {
  return text.replace(NOT_IN_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function textAt(x: number, y: number, text: string, attributes: Attributes): string {
  return tag('text', { x, y, style: 'unicode-bidi:plaintext', ...attributes }, escaped(text));
}

/** The lines of a text in so much room; what does not fit ends in dots. */
export function wrapped(text: string, width: number, size: number, isBold: boolean, most: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => broken(each, width, size, isBold, measure))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, size, isBold) > width) {
      if (lines.length === most - 1) return [...lines, `${line} …`];
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word without an end is cut. */
function broken(word: string, width: number, size: number, isBold: boolean, measure: Measure): readonly string[] {
  if (measure(word, size, isBold) <= width) return [word];
  const signs = Array.from(word);
  const room = Math.max(1, Math.floor((signs.length * width) / Math.max(1, measure(word, size, isBold))));
  return Array.from({ length: Math.ceil(signs.length / room) }, (_, index) => signs.slice(index * room, (index + 1) * room).join(''));
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
