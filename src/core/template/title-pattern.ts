import { titleKey } from '../plan/titles.ts';
import type { Values } from './placeholders.ts';

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
  const names: string[] = [];
  const withHoles = title.replace(/\{\{([^{}\r\n]{1,200})\}\}/g, (_, name: string) => {
    names.push(name.trim());
    return HOLE;
  });
  const key = titleKey(withHoles);
  const expression = new RegExp(`^${key.split(HOLE).map(escapeExpression).join('(.+?)')}$`, 'u');
  const matchKey = (found: string): Values | undefined => {
    if (names.length === 0) return found === key ? {} : undefined;
    const holes = expression.exec(found.slice(0, LONGEST_KEY));
    return holes ? Object.fromEntries(names.map((name, index) => [name, holes[index + 1] ?? ''])) : undefined;
  };
  return { matchKey, match: (title) => matchKey(titleKey(title)) };
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
