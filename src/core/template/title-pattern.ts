import { titleKey } from '../plan/titles.ts';
import { isNumberName, splitAtPlaceholders, type Values } from './placeholders.ts';

/** A title of a template as something to recognise: `Phase {{number}} Architecture` also tells the number. */
export interface TitlePattern {
  /** Enough of its own words that no other document has such a title by accident. */
  readonly distinctive: boolean;
  /** The key of every title that it matches, where there is but one. */
  readonly key: string | undefined;
  match(title: string): Values | undefined;
  /** The same for a title whose key is known: the keys of a document are made once. */
  matchKey(key: string): Values | undefined;
}

/** No title key contains it, so it can hold the place of a placeholder while the rest is normalised. */
const HOLE = /xplaceholder(\d+)x/;
const LONGEST_KEY = 300;

export function titlePattern(title: string): TitlePattern {
  const { parts, names: written } = splitAtPlaceholders(title);
  const key = titleKey(parts.map((part, index) => (index === 0 ? part : `xplaceholder${index - 1}x${part}`)).join(''));
  const pieces = key.split(HOLE);
  const fixed = pieces.filter((_, index) => index % 2 === 0);
  // Those in a closing remark such as "(for {{team}})" are gone with it.
  const names = pieces.filter((_, index) => index % 2 === 1).map((index) => written[Number(index)] ?? '');
  // What is nothing but placeholders would match every title.
  const saysNothing = fixed.join('').trim() === '';
  const expression = expressionAround(fixed, names, 'u');
  const matchKey = (found: string): Values | undefined => {
    if (saysNothing) return undefined;
    if (names.length === 0) return found === key ? {} : undefined;
    const holes = expression.exec(found.slice(0, LONGEST_KEY));
    return holes ? valuesOf(names, holes) : undefined;
  };
  return { distinctive: isDistinctive(fixed, names), key: names.length > 0 || saysNothing ? undefined : key, matchKey, match: (title) => matchKey(titleKey(title)) };
}

/** Three words of its own, or two before a placeholder: "Implementation Plan" alone is the title of many things. */
export function isDistinctive(parts: readonly string[], names: readonly string[]): boolean {
  const words = parts.join(' ').match(/[\p{L}]+/gu)?.length ?? 0;
  return words >= 3 || (words === 2 && names.length > 0 && /\p{L}/u.test(parts[0] ?? ''));
}

/** Matches the whole of a text that has these parts with something between them: digits for a number, anything else for the rest. */
export function expressionAround(parts: readonly string[], names: readonly string[], flags: string): RegExp {
  const fixed = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const lastOpen = names.findLastIndex((name) => boundHole(name) === undefined);
  let source = '';
  // From the end: what follows a hole up to the next open one says where that hole ends.
  let behind = '';
  for (let index = names.length; index >= 0; index--) {
    const [part, name] = [fixed[index] ?? '', names[index]];
    const bound = name === undefined ? '' : boundHole(name);
    if (bound !== undefined) {
      [source, behind] = [part + (bound && `(${bound})`) + source, part + (bound && `(?:${bound})`) + behind];
    } else {
      // An open hole ends where its follower first stands, and only the last one may go on: otherwise a title could take forever.
      [source, behind] = [`${part}${index === lastOpen ? '(.+?)' : `(.(?:(?!${behind}).)*)`}${source}`, part];
    }
  }
  return new RegExp(`^${source}$`, flags);
}

/** What may stand in a hole that does not take everything. */
function boundHole(name: string): string | undefined {
  if (isNumberName(name)) return '\\d+|number|n';
  return name === 'date' ? '\\d{4}-\\d{2}-\\d{2}' : undefined;
}

/** What stands in the holes. A number that is still to be written, as in "Phase [NUMBER]", tells nothing. */
export function valuesOf(names: readonly string[], holes: RegExpExecArray): Values {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const value = holes[index + 1] ?? '';
      return isNumberName(name) && !/^\d+$/.test(value) ? [] : [[name, value]];
    }),
  );
}
