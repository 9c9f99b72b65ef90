import { remembered } from '../text/remembered.ts';
import type { Plan, Section } from './plan.ts';
import { plainTitle } from './titles.ts';

/** The anchors under which editors and forges find the headings of a document: `## Risks (2)` is `#risks-2`, and the next such one `#risks-2-1`; `## 🚨 Risks` is `#-risks`. */
export function anchorsOf(plan: Plan): ReadonlyMap<Section, string> {
  const taken = new Map<string, number>();
  return new Map(
    plan.sections.map((section) => {
      const anchor = anchorOf(section.heading.title);
      const before = taken.get(anchor) ?? 0;
      taken.set(anchor, before + 1);
      return [section, before === 0 ? anchor : `${anchor}-${before}`];
    }),
  );
}

const anchorOf = remembered((title: string): string =>
  plainTitle(title)
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-'),
);
