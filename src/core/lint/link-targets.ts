import { anchorsOf } from '../plan/anchors.ts';
import type { Plan } from '../plan/plan.ts';
import { madeOfTitles } from '../plan/titles-memory.ts';
import { linkTo, pathFrom } from '../text/link-paths.ts';
import { remembered } from '../text/remembered.ts';
import { spellingDistance } from '../text/spelling.ts';
import type { Surroundings } from './surroundings.ts';

/** What a link within the workspace leads to. */
export interface LinkTarget {
  /** From the root of the workspace; nothing where the link stays within its document. */
  readonly path: string | undefined;
  /** Without the `#`, decoded. */
  readonly anchor: string;
}

/** What a link says that leads nowhere, and what it may have meant. */
export interface Suggestion {
  readonly target: string;
  readonly name: string;
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i;
/** Addresses, blanks, patterns, and what record templates give as an example. */
const ELSEWHERE = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}|\{\{|\}\}|\{%|\$\{|[*|]|\.\.\.$|…|\[[A-Z]|(?:^|\/)\d+-example\.md/i;
/** Lines of code, a passage of the text, and what forges and viewers make up themselves. */
const OTHER_ANCHOR = /^(?:L\d+|:~:|fn|user-content-|top$|page=|\d+$|\/|!)/i;
const MOST_NAMES = 2000;

/** Nothing for a link that leads out of the workspace, or to where only a build will put something. */
export function targetIn(link: string, from: string, surroundings: Surroundings): LinkTarget | undefined {
  if (link === '' || ELSEWHERE.test(link)) return undefined;
  const [, file = '', fragment] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(link) ?? [];
  const anchor = decoded(fragment ?? '');
  if (file === '') return fragment === undefined ? undefined : { path: undefined, anchor };
  const plain = file.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  const path = pathFrom(from.split('/').slice(0, -1).join('/'), plain);
  if (path === undefined || path === '') return undefined;
  // On a site the root is that of the site.
  if (file.startsWith('/') && (!/\.\w{1,8}$/.test(file) || surroundings.names('')?.includes(path.split('/')[0] ?? '') !== true)) return undefined;
  return { path, anchor };
}

/** Nothing where it is not known. Sites leave the ending out, or write that of the page. */
export function standsThere(path: string, surroundings: Surroundings): boolean | undefined {
  const cut = path.lastIndexOf('/');
  const listed = surroundings.names(cut < 0 ? '' : path.slice(0, cut));
  if (listed === undefined) return undefined;
  const name = path.slice(cut + 1).normalize('NFC');
  const forms = [name, `${name}.md`, `${name}.mdx`, name.replace(/\.html?$/i, '.md')];
  return listed.some((each) => forms.includes(each.normalize('NFC')));
}

/** A document of that name, to be asked for its anchors. */
export function isDocument(path: string): boolean {
  return MARKDOWN.test(path);
}

export function hasAnchor(plan: Plan, anchor: string): boolean {
  if (anchor === '' || OTHER_ANCHOR.test(anchor)) return true;
  const wanted = loosely(anchor);
  if (wanted === '') return true;
  if (looseAnchors(plan).has(wanted)) return true;
  // Places that authors name themselves.
  const named = [`id="${anchor}"`, `name="${anchor}"`, `id='${anchor}'`, `name='${anchor}'`, `{#${anchor}}`, `{: #${anchor}`, `id=${anchor}`];
  return named.some((form) => plan.text.includes(form));
}

function looseAnchors(plan: Plan): ReadonlySet<string> {
  return madeOfTitles(plan, loosely, '', () => new Set(Array.from(anchorsOf(plan).values(), loosely)));
}

/** Each site makes anchors in a manner of its own: what they have in common are letters and digits. */
const loosely = remembered((anchor) => anchor.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ''));

export function nearestAnchor(plan: Plan, anchor: string): string | undefined {
  return nearest(anchor, Array.from(anchorsOf(plan).values()).slice(0, MOST_NAMES));
}

/** Of the names in that folder the one that is most like it; else the same name beside the document or at the root. */
export function nearestFile(path: string, from: string, surroundings: Surroundings): Suggestion | undefined {
  const cut = path.lastIndexOf('/');
  const folder = cut < 0 ? '' : path.slice(0, cut);
  const name = path.slice(cut + 1);
  const listed = (surroundings.names(folder) ?? []).filter((each) => each !== from.slice(from.lastIndexOf('/') + 1)).slice(0, MOST_NAMES);
  const near = nearest(name, listed);
  if (near !== undefined) return { target: linkTo(from, folder === '' ? near : `${folder}/${near}`), name: near };
  const here = from.split('/').slice(0, -1).join('/');
  const other = [here, ''].find((each) => each !== folder && surroundings.names(each)?.includes(name) === true);
  return other === undefined ? undefined : { target: linkTo(from, other === '' ? name : `${other}/${name}`), name: other === '' ? `/${name}` : `${other}/${name}` };
}

/** The one that differs in few letters and least of all; nothing where two do alike. Figures are no letters: phase 3 is not meant by phase 2. */
function nearest(wanted: string, names: readonly string[]): string | undefined {
  const least = wanted.toLowerCase();
  const bound = Math.min(4, Math.floor(least.length / 4));
  let best: { readonly name: string; readonly distance: number } | undefined;
  let isShared = false;
  for (const name of names) {
    if (figuresOf(name) !== figuresOf(wanted)) continue;
    const distance = spellingDistance(least, name.toLowerCase(), bound);
    if (distance > bound || (best !== undefined && distance > best.distance)) continue;
    isShared = best !== undefined && distance === best.distance;
    best = { name, distance };
  }
  return isShared ? undefined : best?.name;
}

function figuresOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
