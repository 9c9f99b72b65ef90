import type { Plan, Section } from '../plan/plan.ts';
import { plainTitle, titleKey, withoutEmoji } from '../plan/titles.ts';
import type { TextEdit } from '../text/edits.ts';
import { sliceOf, type Range } from '../text/range.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

interface Word {
  readonly text: string;
  readonly range: Range;
}

/** The edits that give a heading the words of another title and leave its emoji, number, decoration, case and closing remark as they are. */
export function retitle(plan: Plan, { heading, key }: Section, title: string): readonly TextEdit[] {
  const raw = sliceOf(plan.text, heading.titleRange);
  const edits = wordEdits(wordsOf(raw, key), wordsOf(title, titleKey(title)), title);
  const { start } = heading.titleRange;
  const moved = edits.map(({ range, text }) => ({ range: { start: start + range.start, end: start + range.end }, text }));
  const result = edits.reduceRight((text, { range, text: by }) => text.slice(0, range.start) + by + text.slice(range.end), raw);
  return edits.length > 0 && titleKey(result) === titleKey(title) ? moved : [{ range: heading.titleRange, text: withoutEmoji(plainTitle(title)) }];
}

function wordEdits(from: readonly Word[], to: readonly Word[], title: string): readonly TextEdit[] {
  const [first, last, firstNew, lastNew] = [from[0], from.at(-1), to[0], to.at(-1)];
  if (first === undefined || last === undefined || firstNew === undefined || lastNew === undefined) return [];
  if (from.length === to.length) {
    return from.flatMap(({ text, range }, index) => {
      const by = to[index]?.text ?? '';
      return text.toLowerCase() === by.toLowerCase() ? [] : [{ range, text: inCaseOf(text, by) }];
    });
  }
  const all = from.map(({ text }) => text).join('');
  return [{ range: { start: first.range.start, end: last.range.end }, text: inCaseOf(all, title.slice(firstNew.range.start, lastNew.range.end)) }];
}

/** Those words of a title that its key is made of, where they stand one after the other. */
function wordsOf(title: string, key: string): readonly Word[] {
  const words = Array.from(title.matchAll(WORD), ({ 0: text, index }): Word => ({ text, range: { start: index, end: index + text.length } }));
  const wanted = key.split(' ');
  const start = words.findIndex((_, from) => wanted.every((word, offset) => words[from + offset]?.text.toLowerCase() === word));
  return start < 0 ? [] : words.slice(start, start + wanted.length);
}

function inCaseOf(model: string, text: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return text.toUpperCase();
  if (model === model.toLowerCase() && text.slice(1) === text.slice(1).toLowerCase()) return text.toLowerCase();
  return text;
}
