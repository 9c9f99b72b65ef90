import { readPlan } from '../plan/plan.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import { baseName } from '../template/file-name.ts';
import type { Values } from '../template/placeholders.ts';
import { linkTo } from '../text/link-paths.ts';

/** What the file that a document stands beside gives it: its name, its title, and the link to it. */
export function sourceValues(name: string, path: string, text: string): Values {
  const stem = baseName(path).replace(/\.md$/i, '');
  return { [name]: stem, [`${name}_path`]: path, [`${name}_title`]: titleIn(text) ?? stem, [`${name}_link`]: linkTo(path, path) };
}

/** "Use Case: Book a berth" is about "Book a berth". */
function titleIn(text: string): string | undefined {
  const title = withoutEmoji(plainTitle(readPlan(text).title?.heading.title ?? '')).replace(/^(?:use[ -]?case|uc)\b[\p{L}\p{N} .-]{0,20}:\s+(?=\S)/iu, '');
  return title === '' ? undefined : title;
}
