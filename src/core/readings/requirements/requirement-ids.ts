import { sectionAt, type Plan, type Section } from '../../plan/plan.ts';
import { isOpen } from '../forms/open-text.ts';
import type { Value } from '../forms/fields.ts';

/** Something that a document asks for, under a number of its own. */
export interface Requirement {
  /** As it is written: `FR-1`, `NFR_02`, `REQ-BOOK-003`, `R1.2`. */
  readonly id: Value;
  readonly key: string;
  readonly text: string;
}

const LONGEST_GAP = 40;
const MOST_IN_RANGE = 500;
const ID = '(?:[A-Z][A-Z0-9]{0,9}[-_]){0,3}[A-Z]{1,12}[-_]?\\d{1,4}(?:\\.\\d{1,3}){0,3}';
/** Requirements have these letters wherever they stand; others only where requirements are told. */
const KNOWN = /(?:^|-)(?:N?FR|REQS?|RQ|NFREQ|SRS|URS)(?:-|$)/;
/** Percentiles and priorities. */
const PERCENTILE = /^P-\d/;
const DEFINED = new RegExp(`^[ \\t>]{0,20}(?:[-*+][ \\t]+|\\d{1,3}[.)][ \\t]+|#{1,6}[ \\t]+|\\|[ \\t]*)?(?:\\[[ xX]\\][ \\t]+)?[*_\`[(]{0,4}(${ID})(?![\\p{L}\\p{N}])([*_\`\\])]{0,4}[ \\t]*(?:[|:–—-]|[.](?=[ \\t])|$|(?<=[*_\`\\])][ \\t]*)))([^\\r\\n]{0,300})`, 'gmu');
const CITED = new RegExp(`(?<![\\p{L}\\p{N}])(${ID})(?![\\p{L}\\p{N}])`, 'giu');
/** `FR-1 to FR-4`, `FR-1–4`, `FR-1..FR-4`; and `FR-1, 2 and 3`, `FR-1/2`. */
const ONWARD = /[\])*_`]{0,4}\s{0,3}(?:(to|through|thru|until|till|up to|[-–—~]|\.{2,3}|…)|,\s?and|and|und|or|[,/&+])\s{0,3}[[(*_`]{0,4}(?:([A-Z][A-Z0-9_-]{0,40}?)[-_]?)?(\d{1,4})(?![\p{L}\p{N}])/iuy;
const EVERY = /(?<![\p{L}\p{N}])((?:[A-Z][A-Z0-9]{0,9}[-_]){0,3}[A-Z]{1,12})[-_](?:\*|x(?![\p{L}\p{N}])|n(?![\p{L}\p{N}]))/giu;
/** What is told so is no longer asked for. */
const GONE = /^[\s*_:|–—-]{0,10}(?:~~|[([]?(?:removed|withdrawn|dropped|deleted|deprecated|obsolete|superseded|retired|deferred|postponed|out of scope|not in scope|won'?t)(?!\p{L}))/iu;
const ASIDE = /\b(?:out of scope|non goals?|not in scope|future|deferred|history|changes?|changelog|glossary)\b/;
const TELLING = /\brequirements?\b/;
/** In such a section one letter is enough, and others where there are several of the sort. */
const SHORT = /^(?:R|F|Q|UR|BR|SR|NF|TR|AR)$/;

const known = new WeakMap<Plan, readonly Requirement[]>();

/** The requirements of a document, each where it is first told: at the beginning of an item, a row, a heading or a line. */
export function readRequirements(plan: Plan): readonly Requirement[] {
  const requirements = known.get(plan) ?? Array.from(requirementsIn(plan).values());
  known.set(plan, requirements);
  return requirements;
}

function requirementsIn(plan: Plan): ReadonlyMap<string, Requirement> {
  const hidden = silentStarts(plan);
  const all = Array.from(plan.text.matchAll(DEFINED)).flatMap((match) => {
    const [whole, id = '', , text = ''] = match;
    const start = match.index + whole.indexOf(id);
    const key = idKey(id);
    const section = sectionAt(plan, start);
    if (hidden(start) || PERCENTILE.test(key) || isOpen(text) || GONE.test(text) || isBelow(section, ASIDE)) return [];
    return [{ id: { text: id, range: { start, end: start + id.length } }, key, text, isTold: isBelow(section, TELLING) }];
  });
  const counts = new Map<string, number>();
  for (const { key, isTold } of all) if (isTold) counts.set(prefixOf(key), (counts.get(prefixOf(key)) ?? 0) + 1);
  const found = new Map<string, Requirement>();
  for (const { id, key, text, isTold } of all) {
    const prefix = prefixOf(key);
    const isOne = KNOWN.test(prefix) || (isTold && (SHORT.test(prefix) || (counts.get(prefix) ?? 0) > 1));
    if (isOne && !found.has(key)) found.set(key, { id, key, text });
  }
  return found;
}

/** Whether a document names the requirement of that key somewhere, by itself, in a range or a list, or as a part of another. */
export class Citations {
  readonly #keys = new Set<string>();
  readonly #families = new Set<string>();

  constructor(plan: Plan) {
    const { text } = plan;
    const isHidden = commentStarts(plan);
    for (const { 1: id = '', index } of text.matchAll(CITED)) {
      if (isHidden(index)) continue;
      const key = idKey(id);
      this.#add(key);
      this.#follow(text, index + id.length, key);
    }
    for (const { 1: prefix = '' } of text.matchAll(EVERY)) this.#families.add(prefix.toUpperCase().replaceAll('_', '-'));
  }

  has(key: string): boolean {
    return this.#keys.has(key) || this.#keys.has(shortKey(key)) || this.#families.has(prefixOf(key)) || this.#hasPart(key);
  }

  /** Whoever cites `FR-1` means `FR-1.2` as well. */
  #hasPart(key: string): boolean {
    const outer = key.replace(/\.\d+$/, '');
    return outer !== key && this.has(outer);
  }

  /** A longer name may end in it: `booking-fr-1`. Of `FR-1.2` also `FR-1` is told. */
  #add(key: string): void {
    for (let rest = key; ; rest = rest.replace(/\.\d+$/, '')) {
      this.#keys.add(rest);
      this.#keys.add(shortKey(rest));
      if (!/\.\d+$/.test(rest)) return;
    }
  }

  /** What stands behind an id and goes on with it. */
  #follow(text: string, from: number, key: string): void {
    const prefix = prefixOf(key);
    let last = Number(/\d+$/.exec(key)?.[0] ?? 0);
    for (let at = from; ; ) {
      ONWARD.lastIndex = at;
      const found = ONWARD.exec(text);
      if (found === null || found[0].length > LONGEST_GAP) return;
      const [whole, isRange, other, written = ''] = found;
      if (other !== undefined && prefixOf(idKey(`${other}-1`)) !== prefix) return;
      const number = Number(written);
      const first = isRange === undefined ? number : last;
      for (let each = first; each <= number && each - first < MOST_IN_RANGE; each += 1) this.#add(`${key.slice(0, key.length - String(last).length)}${String(each)}`);
      key = `${key.slice(0, key.length - String(last).length)}${written.replace(/^0+(?=\d)/, '')}`;
      last = number;
      at += whole.length;
    }
  }
}

/** `fr_01` and `FR-1` are one. */
function idKey(id: string): string {
  const [, prefix = '', number = ''] = /^(.*?)[-_]?(\d+(?:\.\d+)*)$/.exec(id.toUpperCase()) ?? [];
  return `${prefix.replaceAll('_', '-')}-${number.replace(/(?<!\d)0+(?=\d)/g, '')}`;
}

function prefixOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

function shortKey(key: string): string {
  return key.split('-').slice(-2).join('-');
}

function isBelow(section: Section | undefined, words: RegExp): boolean {
  for (let each = section; each !== undefined; each = each.parent) if (words.test(each.key)) return true;
  return false;
}

/** For offsets that grow, whether each stands in code, a comment or front matter. */
function silentStarts({ outline }: Plan): (offset: number) => boolean {
  const silent = [...(outline.frontMatter ? [outline.frontMatter.range] : []), ...outline.fences.map(({ range }) => range), ...outline.comments];
  return within(silent);
}

function commentStarts({ outline }: Plan): (offset: number) => boolean {
  return within(outline.comments);
}

function within(spans: readonly { readonly start: number; readonly end: number }[]): (offset: number) => boolean {
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return (offset) => {
    while ((inOrder[next]?.end ?? Infinity) <= offset) next += 1;
    return (inOrder[next]?.start ?? Infinity) <= offset;
  };
}
