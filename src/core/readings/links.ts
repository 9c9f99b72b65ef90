import { gapsIn } from '../plan/blocks.ts';
import { fenceLines, type FenceLine } from '../plan/code-spans.ts';
import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';
import { HiddenSpans } from './hidden-spans.ts';

/** Where the text leads: by a link, an image, or the definition of one that is used elsewhere. */
export interface Link {
  readonly form: 'link' | 'image' | 'definition';
  /** As written, without angle brackets and title. */
  readonly target: string;
  readonly range: Range;
}

/** A record that the words of the text point to by its number: `see ADR-0042`. Those of a relation between records have a check of their own. */
export interface RecordReference {
  readonly name: string;
  readonly number: number;
  readonly range: Range;
}

/** What may be a link or a reference, for all that its piece of the text tells. */
type Place =
  | { readonly form: 'link'; readonly target: string; /** From the end of the label to the end of the target. */ readonly range: Range }
  | { readonly form: 'definition'; readonly target: string; /** From the label to the end of the target. */ readonly range: Range }
  | { readonly form: 'record'; readonly reference: RecordReference; /** With the words that point to it. */ readonly range: Range }
  | ({ readonly form: 'fence' } & FenceLine);

const LONGEST_LABEL = 1000;
/** From the end of the label to the end of the target; a title may follow. */
const TARGET = /\]\([ \t]{0,9}(?:\r?\n[ \t]{0,9})?(?:<([^<>\r\n]{0,1000})>|((?:[^()\s<>\\]|\\.|\((?:[^()\s<>\\]|\\.){0,300}\)){0,1000}))(?=[ \t]{0,9}(?:\r?\n[ \t]{0,9})?\)|[ \t\r\n]{1,9}["'(])/g;
const DEFINITION = /^ {0,3}\[(?!\^)(?:[^[\]\r\n\\]|\\.){1,300}\]:[ \t]{0,9}(?:<([^<>\r\n]{1,1000})>|([^\s<]\S{0,1000}))/gm;
const RECORD = /ADR[- ]?(\d{3,4})(?![\p{L}\p{N}_./-])/giu;
const POINTS_TO = /(?<![\p{L}\p{N}])(?:see(?: also)?|per|following|according to|as (?:decided|described|recorded|said) (?:in|by)|(?:decided|described|recorded|defined|explained) (?:in|by)|based on|cf\.)[ \t]{1,3}$/iu;
const LONGEST_POINTER = 40;
const FENCE_MARK = /```|~~~/;

const known = new WeakMap<Plan, readonly Place[]>();

/** Every link of the document outside of code and comments, in order. Linear in the length of the text. */
export function readLinks(plan: Plan, hidden: HiddenSpans): readonly Link[] {
  const links = placesOf(plan).flatMap((place): readonly Link[] => {
    if (place.form === 'fence' || place.form === 'record' || hidden.covers(place.range.start)) return [];
    if (place.form === 'definition') return [{ form: place.form, target: place.target, range: targetRange(place) }];
    return linkAt(plan.text, place, hidden);
  });
  return links.sort((a, b) => a.range.start - b.range.start);
}

/** Every reference to a record outside of code and comments, in order. */
export function readReferences(plan: Plan, hidden: HiddenSpans): readonly RecordReference[] {
  return placesOf(plan).flatMap((place) => (place.form === 'record' && !hidden.covers(place.range.start) ? [place.reference] : []));
}

export function hiddenSpans(plan: Plan): HiddenSpans {
  return new HiddenSpans(plan, placesOf(plan).filter((place) => place.form === 'fence'));
}

function placesOf(plan: Plan): readonly Place[] {
  const places = known.get(plan) ?? foundIn(plan, placesIn);
  known.set(plan, places);
  return places;
}

function linkAt(text: string, place: Place & { readonly form: 'link' }, hidden: HiddenSpans): readonly Link[] {
  const closing = place.range.start;
  const opening = text[closing - 1] === '\\' ? undefined : openingOf(text, closing, hidden);
  if (opening === undefined || isIndentedCode(text, opening)) return [];
  return [{ form: text[opening - 1] === '!' ? 'image' : 'link', target: place.target, range: targetRange(place) }];
}

function targetRange({ target, range }: { readonly target: string; readonly range: Range }): Range {
  return { start: range.end - target.length, end: range.end };
}

function placesIn(plan: Plan, piece: Range): readonly Place[] {
  const text = plan.text.slice(piece.start, piece.end);
  const places: Place[] = [];
  if (text.includes('](')) places.push(...targetsIn(text, piece.start, TARGET, 'link'));
  if (text.includes(']:')) places.push(...targetsIn(text, piece.start, DEFINITION, 'definition'));
  if (/adr[- ]?\d/i.test(text)) places.push(...recordsIn(text, piece.start));
  if (FENCE_MARK.test(text)) places.push(...gapsIn(plan, piece).flatMap((gap) => fencesIn(plan.text, gap)));
  return places;
}

function fencesIn(text: string, gap: Range): readonly Place[] {
  return FENCE_MARK.test(text.slice(gap.start, gap.end)) ? fenceLines(text, gap).map((line) => ({ form: 'fence', ...line })) : [];
}

function targetsIn(text: string, offset: number, pattern: RegExp, form: 'link' | 'definition'): readonly Place[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const target = match[1] ?? match[2] ?? '';
    const end = match.index + match[0].length - (match[1] === undefined ? 0 : 1);
    const start = form === 'link' ? match.index : match.index + match[0].indexOf('[');
    return { form, target, range: { start: offset + start, end: offset + end } };
  });
}

function recordsIn(text: string, offset: number): readonly Place[] {
  return Array.from(text.matchAll(RECORD)).flatMap(({ 0: name, 1: digits = '', index }): readonly Place[] => {
    const before = text.slice(Math.max(0, index - LONGEST_POINTER), index);
    const pointer = POINTS_TO.exec(before);
    if (pointer === null) return [];
    const range = { start: offset + index, end: offset + index + name.length };
    return [{ form: 'record', reference: { name, number: Number(digits), range }, range: { start: range.start - before.length + pointer.index, end: range.end } }];
  });
}

/** The bracket that the label begins with; nothing where there is none in the paragraph. */
function openingOf(text: string, closing: number, hidden: HiddenSpans): number | undefined {
  let depth = 0;
  const first = Math.max(0, closing - LONGEST_LABEL);
  for (let at = closing - 1; at >= first; at--) {
    const sign = text[at];
    if (sign === '\n' && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 100))) return undefined;
    if ((sign !== '[' && sign !== ']') || text[at - 1] === '\\' || hidden.covers(at)) continue;
    if (sign === ']') depth += 1;
    else if (depth === 0) return at;
    else depth -= 1;
  }
  return undefined;
}

/** An indented line after a blank one is code, unless a list goes on there. */
function isIndentedCode(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (!/^(?: {4}|\t)/.test(text.slice(start, offset))) return false;
  const above = text.slice(Math.max(0, start - 3000), start).split(/\r?\n/).slice(0, -1);
  if ((above.at(-1) ?? '').trim() !== '') return false;
  const outer = above.findLast((line) => line.trim() !== '' && !/^(?: {4}|\t)/.test(line)) ?? '';
  return !/^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s/.test(outer) && !/^ {2,3}\S/.test(outer);
}
