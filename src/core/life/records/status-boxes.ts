import { saidBy, type StatusName } from '../../readings/records/status-words.ts';
import { lineEndingOf } from '../../template/insert.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { Range } from '../../text/range.ts';
import { stateOfWords } from './state-words.ts';
import type { NewStatus } from './status-line.ts';

/** An item of a list in which the state that holds is ticked. */
interface Box {
  readonly line: Range;
  /** The sign between the brackets. */
  readonly mark: Range;
  readonly isTicked: boolean;
  readonly lead: string;
  readonly name: StatusName;
  /** Where the words of the state end. */
  readonly wordEnd: number;
}

const LONGEST_SPAN = 5000;
const BOX = /^(?<lead>[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[(?<mark>[ xX])\](?<rest>[ \t]+[^\r\n]*)/gmu;

/** The edits that tick another state in a list of boxes; nothing where the status is no such list. */
export function tickState(text: string, span: Range, to: NewStatus): readonly TextEdit[] | undefined {
  const boxes = boxesIn(text, span);
  const [first] = boxes;
  if (first === undefined || boxes.length < 2) return undefined;
  const ticked = boxes.filter(({ isTicked }) => isTicked);
  const sign = ticked.map(({ mark }) => text.slice(mark.start, mark.end))[0] ?? 'x';
  const index = boxes.findIndex(({ name }) => name === to.name);
  // Whoever leaves the earlier states ticked ticks the way that a record went.
  const isWay = ticked.length > 1;
  const edits = boxes.flatMap(({ mark, isTicked }, at): readonly TextEdit[] => {
    const holds = at === index || (isTicked && isWay && (index < 0 || at < index));
    return holds === isTicked ? [] : [{ range: mark, text: holds ? sign : ' ' }];
  });
  const target = boxes[index];
  const by = to.by === undefined ? '' : ` ${to.by}`;
  if (target) return by === '' ? edits : [...edits, { range: { start: target.wordEnd, end: target.line.end }, text: by }];
  const last = boxes.at(-1) ?? first;
  return [...edits, { range: { start: last.line.end, end: last.line.end }, text: `${lineEndingOf(text)}${last.lead}[${sign}] ${to.word}${by}` }];
}

function boxesIn(text: string, { start, end }: Range): readonly Box[] {
  return Array.from(text.slice(start, Math.min(end, start + LONGEST_SPAN)).matchAll(BOX)).flatMap(({ 0: line, index, groups = {} }) => {
    const { lead = '', mark = '', rest = '' } = groups;
    const from = start + index;
    const said = saidBy({ value: { text: rest, range: { start: 0, end: rest.length } }, bare: rest.replace(/[*_`]/g, ' ') });
    const name = said && stateOfWords(said.value.text);
    if (said === undefined || name === undefined) return [];
    const wordEnd = from + lead.length + 3 + said.value.range.end;
    return [{ line: { start: from, end: from + line.length }, mark: { start: from + lead.length + 1, end: from + lead.length + 2 }, isTicked: mark !== ' ', lead, name, wordEnd }];
  });
}
