import { tabStop, type LineCursor } from './line-cursor.ts';
import { footnoteMarkerEnd, itemMarkerEnd, thematicBreakFault } from './line-kinds.ts';

type Container = { readonly kind: 'quote' } | { readonly kind: 'footnote' } | ListItem;

interface ListItem {
  readonly kind: 'item';
  /** The bullet, or the delimiter after the number: the same one continues the list. */
  readonly marker: number;
  /** The indentation that keeps a line in the item. */
  readonly width: number;
  /** Nothing but the marker stood in the item so far. */
  isEmpty: boolean;
  /** A blank line followed an empty item: text does not belong to it any more, however far it is indented. */
  isOver: boolean;
}

/** The block quotes, list items and footnote definitions that are open, and which of them the current line continues. */
export class Containers {
  readonly #open: Container[] = [];
  /** Places of the block quotes among them: the only ones that a blank line does not continue. */
  readonly #quotes: number[] = [];
  #matched = 0;
  /** Until where on its line a run of bullets was found not to be a thematic break: many nested bullets on one line must not be read again and again. */
  #bullet = 0;
  #bulletsUntil = -1;

  get isAtRoot(): boolean {
    return this.#open.length === 0;
  }

  /** In a list, and neither in a quote nor in a footnote. */
  get isInItems(): boolean {
    return this.#open.length > 0 && this.#open.every(({ kind }) => kind === 'item');
  }

  get areAllMatched(): boolean {
    return this.#matched === this.#open.length;
  }

  /** Takes from the line what continues the open containers. True where the line begins a further item of an open list, which ends whatever was in the item before. */
  match(line: LineCursor): boolean {
    this.#matched = 0;
    let quotes = 0;
    while (this.#matched < this.#open.length) {
      const container = this.#open[this.#matched];
      if (container === undefined) return false;
      if (line.isBlank) {
        this.#matchBlank(quotes);
        return false;
      }
      if (container.kind === 'item') {
        const isOver = container.isOver;
        container.isEmpty = false;
        container.isOver = false;
        if (isOver || line.indent < container.width) return this.#matchNextItem(line, container.marker);
        line.skip(container.width);
      } else if (container.kind === 'quote') {
        if (!isQuoteMarker(line)) return false;
        skipQuoteMarker(line);
        quotes++;
      } else {
        if (line.indent < tabStop) return false;
        line.skip(tabStop);
      }
      this.#matched++;
    }
    return false;
  }

  /** Opens the container that begins here, if one does, in place of those that the line does not continue. */
  open(line: LineCursor, interruptsText: boolean): boolean {
    if (line.isBlank || line.indent >= tabStop) return false;
    const code = line.text.charCodeAt(line.next);
    if (code === 62) {
      this.closeUnmatched();
      this.#quotes.push(this.#open.length);
      this.#push({ kind: 'quote' });
      skipQuoteMarker(line);
      return true;
    }
    if (code === 91) {
      const markerEnd = footnoteMarkerEnd(line.text, line.next, line.end);
      if (markerEnd === -1) return false;
      this.closeUnmatched();
      this.#push({ kind: 'footnote' });
      line.moveTo(markerEnd, line.nextColumn + markerEnd - line.next);
      line.skip(line.indent);
      return true;
    }
    const markerEnd = this.#itemMarkerEnd(line, interruptsText);
    if (markerEnd === -1) return false;
    this.closeUnmatched();
    this.#push(enterItem(line, markerEnd));
    return true;
  }

  closeUnmatched(): void {
    if (this.areAllMatched) return;
    this.#open.length = this.#matched;
    while ((this.#quotes.at(-1) ?? -1) >= this.#matched) this.#quotes.pop();
  }

  /** A blank line continues everything up to the first block quote. One step for all of them: thousands may be nested. */
  #matchBlank(quotes: number): void {
    this.#matched = this.#quotes[quotes] ?? this.#open.length;
    const innermost = this.#open.at(-1);
    if (this.areAllMatched && innermost?.kind === 'item' && innermost.isEmpty) innermost.isOver = true;
  }

  #matchNextItem(line: LineCursor, marker: number): boolean {
    if (line.indent >= tabStop) return false;
    const markerEnd = this.#itemMarkerEnd(line, false);
    if (markerEnd === -1 || line.text.charCodeAt(markerEnd - 1) !== marker) return false;
    this.closeUnmatched();
    this.#push(enterItem(line, markerEnd));
    return true;
  }

  #itemMarkerEnd(line: LineCursor, interruptsText: boolean): number {
    const code = line.text.charCodeAt(line.next);
    const markerEnd = itemMarkerEnd(line.text, line.next, line.end, interruptsText);
    return markerEnd !== -1 && (code === 42 || code === 45) && this.#isThematicBreak(line, code) ? -1 : markerEnd;
  }

  #isThematicBreak(line: LineCursor, bullet: number): boolean {
    if (bullet === this.#bullet && line.next < this.#bulletsUntil) return false;
    const fault = thematicBreakFault(line.text, line.next, line.end);
    this.#bullet = bullet;
    this.#bulletsUntil = fault;
    return fault === -1;
  }

  #push(container: Container): void {
    this.#open.push(container);
    this.#matched = this.#open.length;
  }
}

function isQuoteMarker(line: LineCursor): boolean {
  return line.indent < tabStop && line.text.charCodeAt(line.next) === 62;
}

function skipQuoteMarker(line: LineCursor): void {
  line.moveTo(line.next + 1, line.nextColumn + 1);
  if (line.indent > 0) line.skip(1);
}

function enterItem(line: LineCursor, markerEnd: number): ListItem {
  const indent = line.indent;
  const marker = line.text.charCodeAt(markerEnd - 1);
  const markerWidth = markerEnd - line.next;
  line.moveTo(markerEnd, line.nextColumn + markerWidth);
  // Text that begins more than four columns after the marker is indented code, one column after it.
  const space = line.isBlank || line.indent > tabStop ? 1 : line.indent;
  const isEmpty = line.isBlank;
  if (!isEmpty) line.skip(space);
  return { kind: 'item', marker, width: indent + markerWidth + space, isEmpty, isOver: false };
}
