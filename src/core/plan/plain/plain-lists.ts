import type { List, ListItem, RootContent } from 'mdast';
import { interrupts, isBlank, MARKER, readBlocks } from './plain-markdown.ts';
import { DEEPEST, NotPlain, placeOf, type PlainLine } from './plain-nodes.ts';

interface ReadItem {
  readonly item: ListItem;
  readonly next: number;
}

export function readList(text: string, lines: readonly PlainLine[], at: number, depth: number): { readonly block: RootContent; readonly next: number } {
  if (depth > DEEPEST) throw new NotPlain();
  const first = markerOf(text, lines[at]);
  if (first === undefined) throw new NotPlain();
  const items: ListItem[] = [];
  let next = at;
  for (;;) {
    const marker = markerOf(text, lines[next]);
    if (marker?.sign !== first.sign) break;
    const read = readItem(text, lines, next, marker, depth);
    items.push(read.item);
    next = read.next;
  }
  const end = items.at(-1)?.position?.end.offset ?? first.start;
  const list: List = { type: 'list', ordered: first.number !== undefined, start: first.number ?? null, spread: false, children: items, position: placeOf(first.start, end) };
  return { block: list, next };
}

interface Marker {
  /** What all items of a list share: `-`, or `.` after a number. */
  readonly sign: string;
  readonly number: number | undefined;
  readonly start: number;
  /** How far the text of the item is indented. */
  readonly width: number;
}

function markerOf(text: string, line: PlainLine | undefined): Marker | undefined {
  if (line === undefined) return undefined;
  const written = text.slice(line.start, line.end);
  const bare = written.trimStart();
  const indent = written.length - bare.length;
  const [whole, bullet, number, delimiter] = MARKER.exec(bare) ?? [];
  if (whole === undefined || indent > 3 || /^(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,})$/.test(bare)) return undefined;
  return { sign: bullet ?? delimiter ?? '', number: number === undefined ? undefined : Number(number), start: line.start + indent, width: indent + whole.length };
}

function readItem(text: string, lines: readonly PlainLine[], at: number, { sign, start, width }: Marker, depth: number): ReadItem {
  const head = lines[at];
  if (head === undefined) throw new NotPlain();
  const own: PlainLine[] = [{ start: head.start + width, end: head.end }];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined) break;
    if (isBlank(text, line)) own.push({ start: line.end, end: line.end });
    else if (isIndented(text, line, width)) own.push({ start: line.start + width, end: line.end });
    else {
      // Text that goes on without its indentation still belongs to the paragraph above.
      const isNext = markerOf(text, line)?.sign === sign;
      if (!isNext && !isBlank(text, own.at(-1) ?? head) && !interrupts(text, line)) throw new NotPlain();
      break;
    }
  }
  while (own.length > 1 && isBlank(text, own.at(-1) ?? head)) own.pop();
  const task = taskOf(text, own[0]);
  const children = readBlocks(text, task ? [{ start: task.text, end: own[0]?.end ?? 0 }, ...own.slice(1)] : own, depth + 1);
  if (task && children[0]?.type !== 'paragraph') throw new NotPlain();
  const end = children.at(-1)?.position?.end.offset ?? head.end;
  return { item: { type: 'listItem', spread: false, checked: task ? task.checked : null, children: children as ListItem['children'], position: placeOf(start, end) }, next: skipBlank(text, lines, next) };
}

/** Blank lines between two items belong to the list; what follows it begins after them. */
function skipBlank(text: string, lines: readonly PlainLine[], at: number): number {
  let next = at;
  while (next < lines.length && isBlank(text, lines[next] ?? { start: 0, end: 0 })) next++;
  return next;
}

function isIndented(text: string, { start, end }: PlainLine, width: number): boolean {
  for (let at = start; at < start + width; at++) if (at >= end || text.charCodeAt(at) !== 32) return false;
  return true;
}

function taskOf(text: string, line: PlainLine | undefined): { readonly checked: boolean; readonly text: number } | undefined {
  const [whole, mark] = /^\[([ xX])\]( +)(?=[^ ])/.exec(text.slice(line?.start ?? 0, line?.end ?? 0)) ?? [];
  if (line === undefined || whole === undefined) return undefined;
  if (whole.length > 4) throw new NotPlain();
  return { checked: mark !== ' ', text: line.start + whole.length };
}
