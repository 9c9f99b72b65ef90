import { recalled } from '../plan/memory.ts';
import { titleKey } from '../plan/titles.ts';
import type { ReadPlace, Readings } from '../readings/readings.ts';
import type { ContractTable } from '../template/contract-tables.ts';
import type { ReadingName } from '../template/marks.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';
import { isNameOf } from './asked-columns.ts';
import type { Subject } from './subject.ts';

/** What a line begins with: `### Owner`, `- **Owner** (who pays)`, `owner: Ada`. */
const NAME = /^[ \t>]{0,20}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:#{1,6}[ \t]+([^\r\n]{1,80})|\*\*([^*\r\n]{1,60})\*\*|["'`]?(\p{L}[\p{L}\p{N} /_-]{0,40})["'`]?:)/gmu;
const HEADING = /^ {0,3}#{1,6}[ \t].*$/gm;
/** An author who has nothing to say there says so. */
const NOTHING = /^[\s*_>-]*(?:none|no|nothing|n\/a|not (?:applicable|needed|required)|there (?:is|are) (?:no|none|nothing)|tbd|tba|todo)\b/i;
const LONGEST_REMARK = 500;
const LONGEST_SECTION = 100_000;

/** Readings with a check of their own for sections in which there is nothing of theirs. */
const CHECKED: readonly ReadingName[] = ['risks', 'nfr', 'metrics', 'phases'];

export function hasOwnCheck(reads: readonly ReadingName[]): boolean {
  return reads.some((reading) => CHECKED.includes(reading));
}

/** Whether a section says in another form what the template has a table for, or says that there is nothing to say. What is still empty is for other checks. */
export function isSaidOtherwise(subject: Subject, place: ReadPlace, asked: readonly ContractTable[], reads: readonly ReadingName[]): boolean {
  const { readings } = subject;
  if (reads.some((reading) => itemsOf(readings, reading).some(({ range }) => isWithin(range, place.range)))) return true;
  if (isWithoutTable(subject, place)) return true;
  const names = namesBelow(subject, place);
  return asked.some(({ columns }) => columns.filter((column) => names.some((name) => isNameOf(column, name, reads))).length * 2 >= columns.length);
}

/** Every name that stands in a section as a heading, a label or a field, as title keys. */
export function namesBelow(subject: Subject, place: ReadPlace): readonly string[] {
  return recalled(subject.plan, place.range, namesBelow, () => Array.from(new Set(Array.from(textBelow(subject, place).matchAll(NAME), ([, heading, label, field]) => titleKey(heading ?? label ?? field ?? '')))));
}

/** Whether a section says nothing at all, or what it says as HTML or code. */
function isWithoutTable(subject: Subject, place: ReadPlace): boolean {
  return recalled(subject.plan, place.range, isWithoutTable, () => {
    const text = textBelow(subject, place);
    return saysNothing(text) || /<table[\s>]/i.test(text) || isInCode(subject, place);
  });
}

function textBelow({ plan }: Subject, { anchor, range }: ReadPlace): string {
  return plan.text.slice(anchor.end, Math.min(range.end, anchor.end + LONGEST_SECTION));
}

function saysNothing(text: string): boolean {
  const words = text.slice(0, LONGEST_REMARK * 10).replace(/<!--[\s\S]*?-->/g, '').replace(HEADING, '').trim();
  return isBlank(words) || (words.length <= LONGEST_REMARK && NOTHING.test(words) && !words.includes('|'));
}

/** An interface may be written down in the language of the code. */
function isInCode({ plan }: Subject, { range }: ReadPlace): boolean {
  return plan.outline.fences.some((fence) => fence.language !== 'mermaid' && isWithin(fence.range, range));
}

function itemsOf(readings: Readings, reading: ReadingName): readonly { readonly range: Range }[] {
  switch (reading) {
    case 'risks':
      return readings.risks;
    case 'nfr':
      return readings.nfrs;
    case 'metrics':
      return readings.metrics;
    case 'phases':
      return readings.phases;
    case 'waves':
      return readings.waves;
    case 'decisions':
      return readings.decisions;
    case 'options':
      return readings.options;
    case 'gates':
      return readings.gates;
    case 'debt':
      return readings.debt;
    case 'stack':
      return readings.stack;
    case 'services':
      return readings.services;
    case 'contracts':
      return readings.contracts;
    case 'constraints':
      return readings.constraints;
    case 'tasks':
      return readings.tasks;
    default:
      return [];
  }
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
