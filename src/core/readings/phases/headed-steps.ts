import type { Range } from '../../text/range.ts';
import { titleOf, type HeadedPiece } from '../forms/pieces.ts';
import { readHead, type Head } from './heads.ts';
import type { Naming } from './naming.ts';
import { readBody, type Body } from './step-bodies.ts';
import { TELLING } from './step-fields.ts';
import type { Step } from './steps.ts';

/** The headings that name one, each with the headings below it. A phase that stands in a stage or milestone counts in its place. */
export function headedSteps(pieces: readonly HeadedPiece[], words: Naming, counts: (piece: HeadedPiece) => boolean = () => true): readonly Step[] {
  const found: { readonly head: Head; readonly level: number; readonly pieces: HeadedPiece[] }[] = [];
  let isOpen = false;
  let onlyPhases = false;
  for (const piece of pieces) {
    const level = piece.section?.heading.level ?? 0;
    const last = found.at(-1);
    if (last === undefined || level <= last.level) isOpen = false;
    const head = counts(piece) ? headOf(piece, words) : undefined;
    const isInner = isOpen && last !== undefined && head !== undefined && isPhase(head) && !isPhase(last.head);
    if (isInner) found.pop();
    onlyPhases ||= isInner;
    if (head && (!isOpen || isInner)) {
      found.push({ head, level, pieces: [piece] });
      isOpen = true;
    } else if (isOpen) last?.pieces.push(piece);
  }
  const steps = onlyPhases ? found.filter(({ head }) => isPhase(head)) : found;
  return steps.map((step) => ({ head: step.head, pieces: step.pieces, range: rangeOf(step.pieces), body: bodyBelow(step.pieces) }));
}

export function headOf(piece: HeadedPiece, words: Naming): Head | undefined {
  const head = piece.heading && readHead(titleOf(piece.piece, piece.heading), words.head);
  return head && (!head.isBare || isTelling(piece)) ? head : undefined;
}

export function isPhase({ word }: Head): boolean {
  return /^phases?$/i.test(word);
}

export function isTelling({ piece, blocks }: HeadedPiece): boolean {
  return readBody(piece, blocks).fields.some(({ key }) => TELLING.has(key));
}

function rangeOf(pieces: readonly HeadedPiece[]): Range {
  const last = pieces.at(-1);
  const end = last?.blocks.at(-1) ?? last?.heading;
  const start = pieces[0]?.heading && pieces[0].piece.of(pieces[0].heading).range.start;
  return { start: start ?? 0, end: last && end ? last.piece.of(end).range.end : 0 };
}

function bodyBelow(pieces: readonly HeadedPiece[]): Body {
  const bodies = pieces.map(({ piece, blocks, section }, index) => readBody(piece, blocks, index === 0 ? undefined : section?.key));
  return { fields: bodies.flatMap(({ fields }) => fields), items: bodies.flatMap(({ items }) => items), hasMore: bodies.some(({ hasMore }) => hasMore) };
}
