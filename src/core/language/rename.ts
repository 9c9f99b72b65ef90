import type { Change, FileChange, Planned } from '../life/change.ts';
import { inWords } from '../lint/wording.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { anchorEdits } from './anchor-edits.ts';
import { headingProblem } from './heading-names.ts';
import { keyOf } from './mentions.ts';
import { knownNames, type KnownName } from './known-names.ts';
import { headingAt, meaningAt, type Meaning } from './name-at.ts';
import { referencesToName, type Place } from './references.ts';
import type { Shelf } from './shelf.ts';

/** What is renamed at a place, and what it is called now. */
export type Renamed = { readonly range: Range; readonly text: string; readonly target: RenameTarget } | { readonly problem: string };

export type RenameTarget = { readonly what: 'name'; readonly name: KnownName } | { readonly what: 'heading'; readonly path: string; readonly at: number };

const LONGEST = 200;

/** What would be renamed there; a sentence on why it cannot be, and what to do instead. In a heading that is the heading where nothing else can be. */
export function renamedAt(shelf: Shelf, path: string, offset: number): Renamed | undefined {
  const meaning = meaningAt(shelf, path, offset);
  if (meaning === undefined) return undefined;
  if (meaning.what === 'heading') return headingRenamed(shelf, meaning);
  const renamed = meaning.what === 'name' ? nameRenamed(shelf, path, meaning) : { problem: documentProblem(shelf, meaning.path) };
  const page = 'problem' in renamed ? shelf.page(path) : undefined;
  const heading = page && headingAt(page, offset);
  return heading === undefined ? renamed : headingRenamed(shelf, heading);
}

/** On a link to it, its anchor is what stands there. */
function headingRenamed(shelf: Shelf, { path, at, range }: Extract<Meaning, { what: 'heading' }>): Renamed | undefined {
  const heading = shelf.page(path)?.plan.sections[at]?.heading;
  return heading && { range, text: heading.title, target: { what: 'heading', path, at } };
}

/** Every place that names it says the new name, and every link to a heading that changes with it leads there still; all of it, or a sentence on why not. */
export function planRename(shelf: Shelf, path: string, offset: number, written: string): Planned {
  const renamed = renamedAt(shelf, path, offset);
  if (renamed === undefined) return { problem: 'Nothing here has a name that Groundplan knows.' };
  if ('problem' in renamed) return renamed;
  const next = written.trim();
  const problem = formProblem(next) ?? (renamed.target.what === 'heading' ? headingProblem(shelf, renamed.target, next) : takenProblem(shelf, renamed.target.name, next));
  if (problem !== undefined) return { problem };
  const sites = renamed.target.what === 'heading' ? headingSite(shelf, renamed.target) : referencesToName(shelf, renamed.target.name);
  const files = withAnchors(shelf, edited(shelf, sites, next));
  const change: Change = { title: `Rename ${inWords(renamed.text)} to ${inWords(next)}`, files };
  const doubt = renamed.target.what === 'name' ? nameDoubt(shelf, renamed.target.name, change, sites, next) : undefined;
  return doubt === undefined ? { change } : { problem: doubt };
}

function nameRenamed(shelf: Shelf, path: string, { name, range }: Extract<Meaning, { what: 'name' }>): Renamed {
  const { handle, name: { sort, count, title } } = name;
  const page = shelf.page(path);
  if (sort === 'wave') return { problem: 'The name of a wave is written where the waves are told: change it there.' };
  if (handle === 'title' && sort === 'task') return { problem: 'The title of a task stands in one place alone: change it there. Its id can be renamed.' };
  if (handle !== 'count') return { range, text: page === undefined ? '' : sliceOf(page.text, range), target: { what: 'name', name } };
  // On the number of a heading its title is meant.
  const isThere = name.path === path && title !== undefined && page !== undefined && range.start <= title.range.start && !/[\r\n]/.test(page.text.slice(range.start, title.range.end));
  if (isThere) return { range: title.range, text: title.text, target: { what: 'name', name: { ...name, handle: 'title' } } };
  return { problem: `The number in "${count?.word ?? ''} ${count?.number ?? ''}" follows from its place: rename its title where it stands.` };
}

function documentProblem({ index }: Shelf, path: string): string {
  const entry = index.entry(path);
  if (entry?.isRecord === true) return `The number of a record is changed by the command "Groundplan: Renumber Record", which also renames its file: open ${path} and run it there.`;
  return `This names the file ${path}: rename it in the Explorer.`;
}

function formProblem(next: string): string | undefined {
  if (next === '') return 'A name needs at least one letter: nothing was renamed.';
  if (/[\r\n]/.test(next)) return 'A name stands on one line: nothing was renamed.';
  if (next.length > LONGEST) return `A name has at most ${LONGEST} characters: nothing was renamed.`;
  return isOpen(next) ? `"${inWords(next)}" is a blank that is still to be filled in: nothing was renamed.` : undefined;
}

function takenProblem(shelf: Shelf, { path, at, name, handle }: KnownName, next: string): string | undefined {
  const wanted = handle === 'id' ? `id ${next}` : `${name.sort}: ${next}`;
  const current = handle === 'id' ? name.id?.text : name.title?.text;
  const page = shelf.page(path);
  if (current === next) return `It is called "${inWords(next)}" already.`;
  if (page?.names.some((other, index) => index !== at && keyOf(other, handle) === keyOf(name, handle)) === true) return `${path} has "${inWords(current ?? '')}" twice: give each a name of its own by hand first.`;
  const taken = [path, ...shelf.around(path)].find((each) => {
    const other = shelf.page(each);
    return other?.subject !== undefined && knownNames(shelf, other).some((known) => keyOf(known.name, known.handle) === wanted);
  });
  return taken === undefined ? undefined : `"${inWords(next)}" names something else in ${taken} already: choose another name.`;
}

function headingSite(shelf: Shelf, { path, at }: Extract<RenameTarget, { what: 'heading' }>): readonly Place[] {
  const heading = shelf.page(path)?.plan.sections[at]?.heading;
  return heading === undefined ? [] : [{ path, range: heading.titleRange }];
}

function edited(shelf: Shelf, sites: readonly Place[], next: string): readonly FileChange[] {
  const byPath = new Map<string, TextEdit[]>();
  for (const { path, range } of sites) byPath.set(path, [...(byPath.get(path) ?? []), { range, text: next }]);
  return Array.from(byPath).map(([path, edits]) => ({ path, text: shelf.page(path)?.text ?? '', edits }));
}

function withAnchors(shelf: Shelf, files: readonly FileChange[]): readonly FileChange[] {
  const all = new Map(files.map((file) => [file.path, file]));
  for (const { path, edit } of files.flatMap((file) => anchorEdits(shelf, file))) {
    const known = all.get(path) ?? { path, text: shelf.page(path)?.text ?? '', edits: [] };
    all.set(path, { ...known, edits: [...known.edits, edit].sort((a, b) => a.range.start - b.range.start) });
  }
  return Array.from(all.values()).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Read anew, the documents name it in exactly these places; else the new name means something else somewhere, or is none. */
function nameDoubt(shelf: Shelf, name: KnownName, { files }: Change, sites: readonly Place[], next: string): string | undefined {
  const after = shelf.with(new Map(files.map(({ path, text, edits }) => [path, applyEdits(text, edits)])));
  const renamed = after.page(name.path)?.names[name.at];
  const read = name.handle === 'id' ? renamed?.id?.text : renamed?.title?.text;
  if (renamed === undefined || read !== next || after.page(name.path)?.names.length !== shelf.page(name.path)?.names.length) return `"${inWords(next)}" would not be read as the ${name.handle === 'id' ? 'id' : 'name'} of a ${name.name.sort} there: choose other words.`;
  const found = referencesToName(after, { ...name, name: renamed });
  if (found.length > sites.length) return `"${inWords(next)}" stands in ${files[0]?.path ?? name.path} or a document beside it already, where it means something else: choose another name.`;
  return found.length < sites.length ? `"${inWords(next)}" would not be understood in every place that names it: choose other words.` : undefined;
}
