import type { Label } from './outline.ts';
import type { Plan } from './plan.ts';

/** A line that begins with bold words and a colon, plain or as a numbered item: `**Status**: Accepted`, `3. **Backpressure:** …`. */
const LEAD_IN = /^ {0,3}(?:\d{1,3}[.)][ \t]+)?(\*\*([^*\r\n]{1,120})\*\*)([ \t]*:)?/gm;

/** Bold words with which authors begin what others put under a heading, outside front matter, fences and comments. */
export function leadIns(plan: Plan): readonly Label[] {
  const { frontMatter, fences, comments } = plan.outline;
  const hidden = [...(frontMatter ? [frontMatter.range] : []), ...fences.map(({ range }) => range), ...comments].sort((a, b) => a.start - b.start);
  let next = 0;
  const found: Label[] = [];
  for (const match of plan.text.matchAll(LEAD_IN)) {
    const [whole, bold = '', title = '', colon] = match;
    if (colon === undefined && !title.endsWith(':')) continue;
    const start = match.index + whole.indexOf(bold);
    while (next < hidden.length && (hidden[next]?.end ?? 0) <= start) next += 1;
    if ((hidden[next]?.start ?? Infinity) <= start) continue;
    found.push({ title: title.replace(/:$/, '').trim(), range: { start, end: start + bold.length } });
  }
  return found;
}
