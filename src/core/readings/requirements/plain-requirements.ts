import type { Plan } from '../../plan/plan.ts';
import { isOpen } from '../forms/open-text.ts';
import type { Value } from '../forms/fields.ts';

const TELLING = /\brequirements?\b/;
const MOST = 200;
const ITEM = /^(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S[^\r\n]{0,1000})$/gm;

/** The outer items of the sections that are about requirements; no item that leads to others. */
export function readPlainRequirements(plan: Plan): readonly Value[] {
  const { text, sections, title, outline } = plan;
  const found: Value[] = [];
  for (const { key, parent, body } of sections) {
    if (!TELLING.test(key) && !(parent !== undefined && parent !== title && TELLING.test(parent.key))) continue;
    for (const match of text.slice(body.start, body.end).matchAll(ITEM)) {
      const [whole, item = ''] = match;
      const words = item.trimEnd();
      const start = body.start + match.index + whole.indexOf(item);
      const isHidden = [...outline.comments, ...outline.fences.map(({ range }) => range)].some((span) => span.start <= start && start < span.end);
      if (!isHidden && !isOpen(words) && !words.endsWith(':') && found.length < MOST) found.push({ text: words, range: { start, end: start + words.length } });
    }
  }
  return found;
}
