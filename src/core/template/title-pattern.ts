import { titleKey } from '../plan/titles.ts';
import type { Values } from './placeholders.ts';

/** A title of a template as something to recognise: `Phase {{number}} Architecture` also tells the number. */
export interface TitlePattern {
  match(title: string): Values | undefined;
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
  if (names.length === 0) return { match: (title) => (titleKey(title) === key ? {} : undefined) };
  const expression = new RegExp(`^${key.split(HOLE).map(escapeExpression).join('(.+?)')}$`, 'u');
  return {
    match(title) {
      const found = expression.exec(titleKey(title).slice(0, LONGEST_KEY));
      if (found === null) return undefined;
      return Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
    },
  };
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
