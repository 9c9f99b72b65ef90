import { hasAnchor, targetIn } from '../lint/link-targets.ts';
import { NOWHERE } from '../lint/surroundings.ts';
import type { Plan } from '../plan/plan.ts';
import { hiddenSpans, readLinks, readReferences, type Link } from '../readings/links.ts';
import { detached } from '../text/detached.ts';
import type { Position } from '../text/lines.ts';
import type { Positions } from './positions.ts';

/** A link that a document says, and where it leads. */
export interface SaidLink {
  readonly written: string;
  /** From the root of the workspace; nothing where only what stands at the root tells whether it leads into the workspace at all. */
  readonly path: string | undefined;
  /** Without the `#`; empty where it leads to a document as a whole. */
  readonly anchor: string;
  readonly isImage: boolean;
  readonly at: Position;
}

/** `see ADR-0042` */
export interface SaidNumber {
  readonly name: string;
  readonly number: number;
  readonly at: Position;
}

export interface SaidLinks {
  /** Those that lead to other files. */
  readonly links: readonly SaidLink[];
  readonly numbers: readonly SaidNumber[];
  /** Those that lead to a heading of the same document which is not there. */
  readonly lost: readonly SaidLink[];
}

/** Every link of a document into the workspace, in its order. */
export function saidLinks(plan: Plan, path: string, positions: Positions): SaidLinks {
  const hidden = hiddenSpans(plan);
  const links: SaidLink[] = [];
  const lost: SaidLink[] = [];
  for (const link of readLinks(plan, hidden)) {
    const said = saidLink(path, link, positions);
    if (said === undefined) continue;
    if (said.path !== path) links.push(said);
    else if (!hasAnchor(plan, said.anchor)) lost.push(said);
  }
  const numbers = readReferences(plan, hidden).map(({ name, number, range }) => ({ name: detached(name), number, at: positions.of(range.start) }));
  return { links, numbers, lost };
}

function saidLink(path: string, { target, form, range }: Link, positions: Positions): SaidLink | undefined {
  const leads = targetIn(target, path, NOWHERE);
  const isOfRoot = leads === undefined && /^\/[^/\\]/.test(target);
  if (leads === undefined && !isOfRoot) return undefined;
  return {
    written: detached(target),
    path: isOfRoot ? undefined : detached(leads?.path ?? path),
    anchor: detached(leads?.anchor ?? ''),
    isImage: form === 'image',
    at: positions.of(range.start),
  };
}
