import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { offLevels, type OffLevel } from '../template/levels.ts';
import type { NearMiss } from '../template/near-misses.ts';
import { relevel } from '../template/relevel.ts';
import { retitle } from '../template/retitle.ts';

export const consistentHeadings = defineRule({
  id: 'consistent-headings',
  summary: 'A required section has the title and the level by which readers and tools know it.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    for (const nearMiss of subject.nearMisses) yield misspelt(subject, nearMiss);
    for (const offLevel of offLevels(subject.plan, subject.kind, subject.match, subject.values)) yield offAt(subject, offLevel);
  },
});

function misspelt({ plan, kind }: Subject, { section, title }: NearMiss): Problem {
  const [written, meant] = [inWords(section.heading.title), inWords(title)];
  return {
    message: `"${written}" is almost "${meant}", which every ${kind.name.toLowerCase()} has: give it that title.`,
    range: section.heading.range,
    fix: { title: `Rename it to "${meant}"`, edits: retitle(plan, section, title) },
  };
}

function offAt({ plan }: Subject, { section, within, inside, level, moved }: OffLevel): Problem {
  const title = inWords(section.heading.title);
  const edits = relevel(plan, moved, level - section.heading.level);
  const place = within === undefined ? 'the other sections' : `the other parts of "${inWords(within.heading.title)}"`;
  const slipped = inside === undefined ? '' : ` and so inside "${inWords(inside.heading.title)}"`;
  return {
    message: `"${title}" is a heading of level ${section.heading.level}${slipped}: it belongs at level ${level} with ${place}.`,
    range: section.heading.range,
    ...(inside && { related: [{ message: 'It stands inside this section.', range: inside.heading.range }] }),
    ...(edits && { fix: { title: `Make "${title}" a heading of level ${level}`, edits } }),
  };
}
