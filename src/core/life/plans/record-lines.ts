import { TRANSITION_KEYS } from '../../lint/transition-gaps.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import type { TransitionKey } from '../../readings/transition/transition-lines.ts';
import type { Transition } from '../../readings/transition/transition.ts';
import type { Range } from '../../text/range.ts';

/** One line of a record of transition, without its line ending. */
export interface RecordLine {
  readonly range: Range;
  /** The key that it begins with. */
  readonly key: TransitionKey | undefined;
  /** Behind the colon of the key; the start of the line where it has none. */
  readonly valueStart: number;
  readonly isEnd: boolean;
}

const LONGEST_RECORD = 50_000;
const KEY = /^[ \t]*([A-Za-z][A-Za-z0-9 _-]{0,40}?)[ \t]{0,4}:(?=\s|$)/;
const END = /^[ \t]*={3,}[ \t]{0,4}END\b/i;
const ALIASES: ReadonlyMap<string, TransitionKey> = new Map([
  ['from', 'from state'],
  ['to', 'to state'],
  ['input', 'inputs'],
  ['risk', 'risks'],
  ['next step', 'next steps'],
  ['follow ups', 'follow up'],
]);

/** The lines of a record from its header on; those of a fence that is never closed end at the next heading. */
export function recordLines({ text, outline }: Plan, { content, range }: Transition): readonly RecordLine[] {
  const isClosed = outline.fences.find((fence) => fence.range.start === range.start)?.closed !== false;
  const record = text.slice(content.start, Math.min(content.end, content.start + LONGEST_RECORD));
  const cut = isClosed ? -1 : record.search(/^(?:#{1,6}[ \t]|`{3}|~{3})/m);
  return Array.from((cut < 0 ? record : record.slice(0, cut)).matchAll(/[^\r\n]+/g)).map(({ 0: line, index }) => {
    const start = content.start + index;
    const [lead, name = ''] = KEY.exec(line) ?? [];
    const key = keyNamed(name);
    return { range: { start, end: start + line.length }, key, valueStart: start + (key === undefined ? 0 : (lead ?? '').length), isEnd: END.test(line) };
  });
}

/** Behind which line a key is written that the record does not have: the last one of the key before it, in the order of the template. */
export function lineBefore(lines: readonly RecordLine[], key: TransitionKey): RecordLine | undefined {
  const order = Array.from(TRANSITION_KEYS.keys());
  const earlier = order.slice(0, order.indexOf(key));
  let last = lines[0];
  let isEarlier = false;
  for (const line of lines) {
    if (line.key !== undefined) isEarlier = earlier.includes(line.key);
    // What follows the plan in the record stands behind its end.
    if (line.isEnd && key !== 'follow up') break;
    if (isEarlier || line.isEnd) last = line;
  }
  return last;
}

function keyNamed(name: string): TransitionKey | undefined {
  const key = titleKey(name);
  return Array.from(TRANSITION_KEYS.keys()).find((known) => known === key) ?? ALIASES.get(key);
}
