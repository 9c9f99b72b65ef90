import { titleKey } from '../plan/titles.ts';
import { splitAtPlaceholders, type Values } from './placeholders.ts';

/** A title of a template as something to recognise: `Phase {{number}} Architecture` also tells the number. */
export interface TitlePattern {
  match(title: string): Values | undefined;
  /** The same for a title whose key is known: the keys of a document are made once. */
  matchKey(key: string): Values | undefined;
}

/** No title key contains it, so it can hold the place of a placeholder while the rest is normalised. */
const HOLE = 'xplaceholderx';
const LONGEST_KEY = 300;

export function titlePattern(title: string): TitlePattern {
  const { parts, names } = splitAtPlaceholders(title);
  const key = titleKey(parts.join(HOLE));
  const expression = expressionAround(key.split(HOLE), names, 'u');
  const matchKey = (found: string): Values | undefined => {
    if (names.length === 0) return found === key ? {} : undefined;
    const holes = expression.exec(found.slice(0, LONGEST_KEY));
    return holes ? Object.fromEntries(names.map((name, index) => [name, holes[index + 1] ?? ''])) : undefined;
  };
  return { matchKey, match: (title) => matchKey(titleKey(title)) };
}

/** Matches the whole of a text that has these parts with something between them: digits for a number, anything else for the rest. */
export function expressionAround(parts: readonly string[], names: readonly string[], flags: string): RegExp {
  const holes = names.map((name) => (name === 'number' ? '(\\d+)' : '(.+?)'));
  const source = parts.map((part, index) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + (holes[index] ?? ''));
  return new RegExp(`^${source.join('')}$`, flags);
}
