import { targetIn } from '../lint/link-targets.ts';
import { NOWHERE } from '../lint/surroundings.ts';
import { anchorsOf } from '../plan/anchors.ts';
import type { Section } from '../plan/plan.ts';
import { isRecordKind } from '../template/kind.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { documentMentions } from './document-mentions.ts';
import { knownNames, mentionsIn, titlesOf, type KnownName } from './known-names.ts';
import type { Page, Shelf } from './shelf.ts';

/** What a place in a document stands for. */
export type Meaning =
  | { readonly what: 'name'; readonly name: KnownName; readonly range: Range }
  | { readonly what: 'document'; readonly path: string; readonly range: Range; readonly isLink: boolean }
  | { readonly what: 'heading'; readonly path: string; /** Its place among the headings. */ readonly at: number; readonly range: Range; readonly isLink: boolean };

/** What the cursor stands on; nothing on files that are not ours, and on plain words. */
export function meaningAt(shelf: Shelf, path: string, offset: number): Meaning | undefined {
  const page = shelf.page(path);
  if (page?.subject === undefined) return undefined;
  return inLink(shelf, page, offset) ?? nameAt(shelf, page, offset) ?? documentAt(shelf, page, offset) ?? headingAt(page, offset);
}

/** The document and the anchor that the target of a link leads to. */
export function leadOf(shelf: Shelf, page: Page, target: string): { readonly path: string; readonly anchor: string } | undefined {
  const leads = targetIn(target, page.path, NOWHERE);
  const path = leads === undefined ? undefined : leads.path === undefined ? page.path : shelf.index.documentAt(leads.path);
  return leads === undefined || path === undefined ? undefined : { path, anchor: leads.anchor };
}

export function sectionWith({ plan }: Page, anchor: string): Section | undefined {
  const wanted = anchor.toLowerCase();
  return anchor === '' ? undefined : Array.from(anchorsOf(plan)).find(([, each]) => each === wanted)?.[0];
}

function inLink(shelf: Shelf, page: Page, offset: number): Meaning | undefined {
  const link = page.linkAt(offset);
  const leads = link && leadOf(shelf, page, link.target);
  if (link === undefined || leads === undefined) return undefined;
  const other = shelf.page(leads.path);
  const section = other && sectionWith(other, leads.anchor);
  if (other !== undefined && section !== undefined) return { what: 'heading', path: leads.path, at: other.plan.sections.indexOf(section), range: link.range, isLink: true };
  return leads.path === page.path || shelf.index.entry(leads.path) === undefined ? undefined : { what: 'document', path: leads.path, range: link.range, isLink: true };
}

/** An id before a number before a title, and the longest of those; of two documents our own. */
function nameAt(shelf: Shelf, page: Page, offset: number): Meaning | undefined {
  const line = lineAround(page.text, offset);
  const words = sliceOf(page.text, line);
  if (words.trim() === '') return undefined;
  const all = knownNames(shelf, page);
  const titles = titlesOf(all);
  let best: { readonly name: KnownName; readonly range: Range } | undefined;
  for (const name of all) {
    for (const { range } of mentionsIn(page, name, titles, line)) {
      if (range.start > offset || offset > range.end) continue;
      if (best === undefined || isBetter(name, range, best)) best = { name, range };
    }
  }
  return best && { what: 'name', ...best };
}

const RANKS = { id: 0, count: 1, title: 2 };

function isBetter(name: KnownName, range: Range, than: { readonly name: KnownName; readonly range: Range }): boolean {
  const rank = RANKS[name.handle] - RANKS[than.name.handle];
  return rank < 0 || (rank === 0 && range.end - range.start > than.range.end - than.range.start);
}

function documentAt(shelf: Shelf, page: Page, offset: number): Meaning | undefined {
  const mention = documentMentions(shelf, page).find(({ range }) => range.start <= offset && offset <= range.end);
  return mention && { what: 'document', path: mention.to, range: mention.range, isLink: false };
}

export function headingAt({ plan, path }: Page, offset: number): Extract<Meaning, { what: 'heading' }> | undefined {
  const at = plan.sections.findIndex(({ heading: { range } }) => range.start <= offset && offset <= range.end);
  const heading = plan.sections[at]?.heading;
  return heading === undefined || heading.title === '' ? undefined : { what: 'heading', path, at, range: heading.titleRange, isLink: false };
}

/** Whether the heading is the title of the document, by which the document is meant as a whole. */
export function isTitle({ plan }: Page, at: number): boolean {
  return plan.title !== undefined && plan.sections[at] === plan.title;
}

export function isRecord({ subject }: Page): boolean {
  return subject !== undefined && isRecordKind(subject.kind);
}

function lineAround(text: string, offset: number): Range {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(offset).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : offset + length };
}
