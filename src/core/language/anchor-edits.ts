import type { FileChange } from '../life/change.ts';
import { anchorsOf } from '../plan/anchors.ts';
import { readPlan } from '../plan/plan.ts';
import { applyEdits, type TextEdit } from '../text/edits.ts';
import { anchorLinks } from './references.ts';
import type { Shelf } from './shelf.ts';

/** What links to the headings of a file have to say once it is changed, in whatever document they stand. */
export function anchorEdits(shelf: Shelf, { path, text, edits }: FileChange): readonly { readonly path: string; readonly edit: TextEdit }[] {
  const moved = movedAnchors(text, edits);
  if (moved.size === 0) return [];
  return anchorLinks(shelf, path, (anchor) => moved.has(anchor.toLowerCase())).flatMap((place) => {
    const written = shelf.page(place.path)?.text.slice(place.range.start, place.range.end) ?? '';
    const sign = written.indexOf('#');
    const old = written.slice(sign + 1);
    const anchor = moved.get(decoded(old).toLowerCase());
    if (sign < 0 || anchor === undefined) return [];
    const range = { start: place.range.start + sign + 1, end: place.range.end };
    return [{ path: place.path, edit: { range, text: old.includes('%') ? encodeURIComponent(anchor) : anchor } }];
  });
}

/** The anchors before, with those after. */
function movedAnchors(text: string, edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const [before, after] = [text, applyEdits(text, edits)].map((each) => Array.from(anchorsOf(readPlan(each)).values()));
  if (before === undefined || after === undefined || before.length !== after.length) return new Map();
  return new Map(before.flatMap((anchor, index) => (after[index] === undefined || after[index] === anchor ? [] : [[anchor, after[index]] as const])));
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
