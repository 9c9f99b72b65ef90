import { diagramNodes } from '../readings/diagram-nodes.ts';
import { naming } from '../readings/phases/naming.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { remembered } from '../text/remembered.ts';
import type { DefinedName } from './defined-names.ts';
import type { Page } from './shelf.ts';
import { fillsItsPlace, goesOn, isTelling, isWhole, wordsIn } from './whole-words.ts';

/** By which of its names something is named. */
export type Handle = 'id' | 'count' | 'title';

export interface Mention {
  readonly handle: Handle;
  readonly range: Range;
}

/** What tells one thing from all others of a document; nothing where it has no such name. */
export function keyOf(name: DefinedName, handle: Handle): string | undefined {
  if (handle === 'id') return name.id && `id ${name.id.text}`;
  if (handle === 'count') return name.count && `${name.count.word.toLowerCase()} ${name.count.number}`;
  return name.title && `${name.sort}: ${name.title.text}`;
}

/** Every place in a stretch of a page that names it, by one of its names; not as a part of one of the titles that are known there. */
export function mentionsOf(page: Page, name: DefinedName, handle: Handle, titles: readonly string[], within: Range = { start: 0, end: page.text.length }): readonly Mention[] {
  const own = handle === 'id' ? name.id : handle === 'title' ? name.title : undefined;
  const ranges = own === undefined ? countsIn(page, name, within) : placesOf(page, own.text, handle === 'id', titles, within);
  const drawn = handle === 'title' && name.sort === 'service' && name.title !== undefined ? boxesOf(page, name.title.text, within) : [];
  const inOrder = new Map([...ranges, ...drawn].map((range) => [range.start, range]));
  return Array.from(inOrder.values()).sort((a, b) => a.start - b.start).map((range) => ({ handle, range }));
}

/** The place at which a document defines a name. */
export function placeOf(name: DefinedName, handle: Handle): Range | undefined {
  return handle === 'id' ? name.id?.range : handle === 'count' ? name.count?.range : name.title?.range;
}

function placesOf(page: Page, words: string, isId: boolean, titles: readonly string[], within: Range): readonly Range[] {
  const found = wordsIn(page.text, words, within).filter(({ start, end }) => page.isText(start, end));
  // Most names stand in few documents.
  if (found.length === 0 || isId) return found;
  const longer = titles.filter((title) => title.length > words.length && title.includes(words));
  const isName = isTelling(words);
  return found.filter(({ start, end }) => !goesOn(page.text, end) && (isName || fillsItsPlace(page.text, { start, end })) && !longer.some((other) => page.text.startsWith(other, start - other.indexOf(words))));
}

const countedBy = remembered((word: string): RegExp => naming(`${word}s?`).numbers);

/** `Phase 2` as a whole; of `Phases 1, 2 and 4` only the number. */
function countsIn(page: Page, { count }: DefinedName, within: Range): readonly Range[] {
  if (count === undefined) return [];
  const text = sliceOf(page.text, within);
  return Array.from(text.matchAll(countedBy(count.word.toLowerCase()))).flatMap(({ 0: whole, 1: list = '', index }): readonly Range[] => {
    const first = within.start + index;
    const from = first + whole.length - list.length;
    const numbers = Array.from(list.matchAll(/\d+(?:\.\d+)?/g));
    return numbers.flatMap(({ 0: number, index: at }): readonly Range[] => {
      if (Number(number) !== count.number) return [];
      const range = numbers.length === 1 ? { start: first, end: first + whole.length } : { start: from + at, end: from + at + number.length };
      return page.isText(range.start, range.end) && isWhole(page.text, range.start, range.end) ? [range] : [];
    });
  });
}

/** The boxes of diagrams that stand for a service. */
function boxesOf({ plan, text }: Page, title: string, within: Range): readonly Range[] {
  return plan.outline.fences.flatMap(({ language, content }) => {
    if (language !== 'mermaid' || content.start >= within.end || content.end <= within.start) return [];
    const source = sliceOf(text, content);
    if (!source.includes(title)) return [];
    const boxes = (diagramNodes(source)?.parts ?? []).filter(({ label }) => label.trim() === title);
    return boxes.map(({ label, start }) => {
      const from = content.start + start + label.length - label.trimStart().length;
      return { start: from, end: from + title.length };
    });
  });
}
