import { inWords } from '../lint/wording.ts';
import { readPlan } from '../plan/plan.ts';
import { anchorsOf } from '../plan/anchors.ts';
import { applyEdits } from '../text/edits.ts';
import { isRecord, isTitle } from './name-at.ts';
import type { Shelf } from './shelf.ts';

const NUMBER = /^[^\p{L}\p{N}]{0,9}(?:l?adr[-_ #]{0,3})?(\d{1,6})(?!\d)/iu;

/** A sentence on why a heading cannot have this title. */
export function headingProblem(shelf: Shelf, { path, at }: { readonly path: string; readonly at: number }, next: string): string | undefined {
  const page = shelf.page(path);
  const section = page?.plan.sections[at];
  if (page === undefined || section === undefined) return 'The heading is gone: nothing was renamed.';
  const { heading } = section;
  if (heading.title === next) return `It is called "${inWords(next)}" already.`;
  if (isRecord(page) && isTitle(page, at) && NUMBER.exec(heading.title)?.[1] !== NUMBER.exec(next)?.[1]) {
    return 'The number of a record is changed by the command "Groundplan: Renumber Record", which also renames its file; its title alone can be renamed here.';
  }
  const after = readPlan(applyEdits(page.text, [{ range: heading.titleRange, text: next }]));
  const now = after.sections[at];
  if (after.sections.length !== page.plan.sections.length || now?.heading.title !== next || now.heading.level !== heading.level) return `"${inWords(next)}" would not be read as a heading there: choose other words.`;
  const [alone = ''] = anchorsOf(readPlan(`# ${next}\n`)).values();
  const own = Array.from(anchorsOf(page.plan).values());
  const isShared = Array.from(anchorsOf(after).values()).some((anchor, index) => (index === at ? anchor !== alone : anchor === `${alone}-1` && own[index] !== anchor));
  return isShared ? `Another heading of ${path} is called "${inWords(next)}" already: choose another title.` : undefined;
}
