import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan, Section } from '../../plan/plan.ts';
import { plainTitle } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import { checkboxOf, type Checkbox } from '../forms/checkboxes.ts';
import { splitAtCommas } from '../forms/comma-lists.ts';
import type { Value } from '../forms/fields.ts';
import { headedPieces, itemsIn, partOf } from '../forms/pieces.ts';
import { readEffort } from './effort.ts';

/** `- [ ] T-03 Title (3h) after T-01, files: a.ts, b.ts`. */
export interface Task {
  /** The single character between the brackets. */
  readonly box: Value;
  readonly done: boolean;
  readonly id: Value | undefined;
  /** Empty where only an id or what comes after the title is there. */
  readonly title: Value;
  readonly effort: Value | undefined;
  /** The ids of tasks that come before. */
  readonly after: readonly Value[];
  readonly files: readonly Value[];
  /** The plain title of the heading it stands under; empty without one. */
  readonly phase: string;
  readonly phaseNumber: number | undefined;
  /** The whole item: what is said below a task and the items in it belong to it. */
  readonly range: Range;
}

/** What stands in the line of a task is told apart in this much of it. */
const LONGEST_TASK = 2000;

const ID = String.raw`(?:TASK|T)[-_]?\d{1,5}(?:\.\d{1,3}){0,2}[a-z]?(?![\p{L}\p{N}_-])`;
const LEADING_ID = new RegExp(String.raw`^[*_\x60~[]{0,4}(${ID})[*_\x60~\]]{0,4}\s*[:.–—-]?\s*`, 'iu');
const AFTER = new RegExp(String.raw`(?<![\p{L}\p{N}_-])after:?\s+(?=[*_\x60[]{0,4}${ID})`, 'iu');
const NEXT_ID = new RegExp(String.raw`(?:[\s,;&+–—]|and\b|to\b)*[*_\x60[]{0,4}(${ID})[*_\x60\]]{0,4}(?:\([^()\s]{0,200}\))?`, 'iuy');
/** An effort that nobody has filled in yet: `{{hours}}h`, `Xd`. */
const OPEN_EFFORT = /^(?:\{\{[^{}]{1,50}\}\}|\[[^\]]{1,40}\]|[XN?])\s?(?:h|d|w|hours?|days?|weeks?)$/;
const FILES = /(?<![\p{L}\p{N}_-])files:\s*/iu;
const PHASE = /(?<=(?:[,;([)]|\s[–—-])\s{0,5})phase\s+(\d{1,3}(?:\.\d{1,2})?)\s*[)\]]?\s*\.?$/iu;
const PHASE_TITLE = /^[^\p{L}\p{N}]*(?:\d{1,3}(?:\.\d{1,3})*[.):]?\s+)?phase\s+(\d{1,3}(?:\.\d{1,2})?)(?![\p{L}\p{N}])/iu;

export function readTasks(plan: Plan, span: Range, read: ReadMarkdown): readonly Task[] {
  const pieces = headedPieces(plan, span, read);
  const start = pieces[0]?.range.start ?? span.start;
  return pieces.flatMap(({ piece, section, blocks }) => {
    const heading = phaseAbove(section, start);
    let end = -1;
    return itemsIn(blocks).flatMap(({ item }) => {
      const { range } = piece.of(item);
      const checkbox = range.start < end ? undefined : checkboxOf(plan, piece, item);
      if (checkbox === undefined) return [];
      end = range.end;
      return [{ ...taskOf(checkbox, heading), range }];
    });
  });
}

function taskOf({ box, done, text }: Checkbox, heading: Pick<Task, 'phase' | 'phaseNumber'>): Omit<Task, 'range'> {
  const line = ownLine(text);
  const [lead = '', written] = LEADING_ID.exec(line.text) ?? [];
  const rest = partOf(line, lead.length);
  const effort = effortIn(rest);
  const [after, files, phase] = [AFTER, FILES, PHASE].map((clause) => clause.exec(rest.text));
  const starts = [effort?.start, after?.index, files?.index, phase?.index].filter((start) => start !== undefined);
  const filesStart = files ? files.index + files[0].length : 0;
  const filesEnd = Math.min(rest.text.length, ...starts.filter((start) => start >= filesStart));
  return {
    box,
    done,
    id: written === undefined ? undefined : partOf(line, lead.indexOf(written), lead.indexOf(written) + written.length),
    title: withoutEnd(partOf(rest, 0, Math.min(rest.text.length, ...starts)), lead),
    effort: effort?.value,
    after: after ? idsFrom(rest, after.index + after[0].length) : [],
    files: files ? splitAtCommas(withoutEnd(partOf(rest, filesStart, filesEnd), '')) : [],
    ...heading,
    ...(phase?.[1] === undefined ? {} : { phaseNumber: Number(phase[1]) }),
  };
}

/** The first line, and the next ones where it breaks off in a list. */
function ownLine(text: Value): Value {
  return partOf(text, 0, /^(?:[^\r\n]*,[ \t]*(?:\r\n?|\n))*[^\r\n]*/.exec(text.text.slice(0, LONGEST_TASK))?.[0].length);
}

function effortIn(line: Value): { readonly value: Value; readonly start: number } | undefined {
  const match = Array.from(line.text.matchAll(/\(([^()]{1,60})\)/g)).findLast(([, inside = '']) => readEffort(inside) !== undefined || OPEN_EFFORT.test(inside));
  if (match?.[1] === undefined) return undefined;
  const end = match[1].search(/[,;]\s*(?:after|files|phase)(?![\p{L}\p{N}])/iu);
  return { value: partOf(line, match.index + 1, match.index + 1 + (end < 0 ? match[1].length : end)), start: match.index };
}

function idsFrom(line: Value, position: number): readonly Value[] {
  const ids: Value[] = [];
  NEXT_ID.lastIndex = position;
  for (let match = NEXT_ID.exec(line.text); match?.[1] !== undefined; match = NEXT_ID.exec(line.text)) {
    const start = match.index + match[0].search(new RegExp(ID, 'iu'));
    ids.push(partOf(line, start, start + match[1].length));
  }
  return ids;
}

/** Without what parts a title or list from the next words, and without the end of marks that were opened before it. */
function withoutEnd(value: Value, before: string): Value {
  const cut = partOf(value, 0, value.text.replace(/[\s,;:–—([-]+$/, '').length);
  const isOpen = before.split('**').length % 2 === 0 && cut.text.split('**').length % 2 === 0;
  return isOpen && cut.text.endsWith('**') ? partOf(cut, 0, cut.text.length - 2) : cut;
}

/** The heading above, and the phase that it or one above it names. The heading that the span begins with counts where it names one. */
function phaseAbove(section: Section | undefined, start: number): Pick<Task, 'phase' | 'phaseNumber'> {
  let phaseNumber: number | undefined;
  for (let above = section; above !== undefined && above.range.start >= start && phaseNumber === undefined; above = above.parent) {
    const written = PHASE_TITLE.exec(plainTitle(above.heading.title))?.[1];
    if (written !== undefined) phaseNumber = Number(written);
  }
  const isOwn = section === undefined || section.range.start <= start;
  return { phase: isOwn && phaseNumber === undefined ? '' : plainTitle(section?.heading.title ?? ''), phaseNumber };
}
