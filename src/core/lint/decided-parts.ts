import type { ReadPlace } from '../readings/readings.ts';
import { readRecordLinks } from '../readings/records/record-links.ts';
import type { ContractSection } from '../template/kind.ts';
import { sliceOf, type Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** A part of a record that stays as it is once the record is accepted. */
export interface DecidedPart {
  readonly contract: ContractSection;
  readonly place: ReadPlace;
  /** What it says, without all that may change: links, emphasis, comments, line breaks, and notes on other records. */
  readonly words: string;
}

const COMMENT = /<!--(?:[^-]|-(?!->))*-->/g;
const DEFINITION = /^ {0,3}\[[^[\]\r\n]{1,200}\]:[^\r\n]*$/gm;
const LINK_TARGET = /\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+["'][^"'\r\n]*["'])?\)|\]\[[^[\]\r\n]{0,200}\]/g;
const ADDRESS = /<?https?:\/\/[^\s<>)]+>?/g;
const DECORATION = /[*_`~|#>[\]]|^[ \t]*[-+•](?=[ \t])|:?-{3,}:?|\\$/gm;
const SIGN_ALONE = /^[^\p{L}\p{N}]*$/gmu;

export function decidedParts(subject: Subject): readonly DecidedPart[] {
  const places = subject.readings.places('decided');
  const notes = readRecordLinks(subject.plan, subject.read).map(({ range }) => range);
  return places.map((place) => ({ contract: place.contract, place, words: wordsOf(subject, place, notes) }));
}

/** Sections within it that the template knows speak for themselves. */
function wordsOf({ plan, match }: Subject, { anchor, range }: ReadPlace, notes: readonly Range[]): string {
  const others = Array.from(match.found.values(), (section) => section.range).filter(({ start, end }) => start > anchor.start && end <= range.end);
  const hidden = [...others, ...notes].sort((a, b) => a.start - b.start);
  let text = '';
  let position = anchor.end;
  for (const { start, end } of hidden) {
    if (start < position || start >= range.end) continue;
    text += plan.text.slice(position, start);
    position = Math.min(end, range.end);
  }
  return normalised(text + sliceOf(plan.text, { start: position, end: range.end }));
}

function normalised(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(COMMENT, '')
    .replace(DEFINITION, '')
    .replace(LINK_TARGET, ']')
    .replace(ADDRESS, '')
    .replace(DECORATION, '')
    .replace(SIGN_ALONE, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
