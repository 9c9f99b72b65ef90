import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { readHead, type Head } from './heads.ts';
import { naming } from './naming.ts';
import { numbersNamed } from './numbers.ts';

/** One wave of work: what may be done at the same time. */
export interface Wave {
  readonly number: Value;
  readonly name: Value | undefined;
  /** The numbers of other waves. */
  readonly dependsOn: readonly Value[];
  /** The other numbers of its line: `Wave 3 & 4`. */
  readonly parallelWith: readonly number[];
  readonly isFirst: boolean;
  readonly isParallel: boolean;
  /** What stands below it, without the signs of a tree. */
  readonly items: readonly Value[];
  /** Waves of one line share it. */
  readonly range: Range;
}

/** A wave of which not all is known yet. */
export type WaveDraft = { -readonly [Field in keyof Wave]: Field extends 'items' ? Value[] : Wave[Field] };

export const WAVES = naming('waves?');
const REMARK = /[([]([^()[\]]*)[)\]]/g;
const MOST_IN_RANGE = 20;
const COMES_AFTER = /(?<!\bnot\s{1,3})\b(?:depend(?:s|ent)\s+on|after|blocked\s+(?:by|on))\b:?/gi;

export function headOfWave(text: Value): Head | undefined {
  const head = readHead(text, WAVES.head);
  return head && !head.isBare && head.numbers.some(isWhole) ? head : undefined;
}

export function draftsOf({ line, name, numbers, title }: Head, range: Range): WaveDraft[] {
  const remarks = Array.from(line.text.matchAll(REMARK), ([, remark = '']) => remark);
  const all = countedIn(name.text);
  return numbers.filter(isWhole).map((number) => ({
    number,
    name: nameIn(title),
    dependsOn: waitsFor(line),
    parallelWith: all.filter((other) => other !== Number(number.text)),
    isFirst: remarks.some((remark) => /\bfirst\b/i.test(remark) && !/\b(?:after|depends?|parallel)\b/i.test(remark)),
    isParallel: remarks.some((remark) => /(?<!\b(?:not|non)[\s-]{1,3})\bparallel\b/i.test(remark)),
    items: [],
    range: { ...range },
  }));
}

/** A title up to a remark that stands in no parentheses: `Hull - depends on Wave 1`. */
export function nameIn(title: Value): Value | undefined {
  const name = partOf(title, 0, /\s*(?:[,;[–—]|-(?=\s))\s*(?:depend(?:s|ent)\s+on|after|blocked\s+(?:by|on)|(?:in\s+)?parallel)\b/i.exec(title.text)?.index);
  return name.text === '' ? undefined : name;
}

/** What a line says it comes after. */
export function waitsFor(line: Value): readonly Value[] {
  const starts = Array.from(line.text.matchAll(COMES_AFTER), ({ 0: words, index }) => index + words.length);
  return wavesNamed(starts.map((start) => partOf(line, start, start + (/^[^;)\]]*/.exec(line.text.slice(start))?.[0].length ?? 0))));
}

export function wavesNamed(values: readonly Value[]): readonly Value[] {
  return numbersNamed(values, WAVES).filter(isWhole);
}

/** `1.2` is the number of a plan or a task in a wave. */
export function isWhole({ text }: Value): boolean {
  return !text.includes('.');
}

/** `3 & 4` or `3-5`, with the numbers between. */
export function countedIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/(\d{1,3}(?:\.\d{1,2})?)(?:\s*(?:[-–—]|to)\s*#?(\d{1,3}))?/g)).flatMap(([, first, last]) => {
    const start = Number(first);
    return Array.from({ length: Math.max(1, Math.min(MOST_IN_RANGE, Number(last ?? first) - start + 1)) }, (_, index) => start + index);
  });
}

export function withoutRepeats(numbers: readonly Value[]): readonly Value[] {
  const known = new Set<string>();
  return numbers.filter(({ text }) => !known.has(text) && known.add(text));
}
