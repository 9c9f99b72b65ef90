import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import { columnsOf } from '../template/table-rows.ts';
import { tablesIn, type PipeRow, type PipeTable } from '../plan/tables.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** Whether the words around a name propose what it stands for, or only speak of it. In doubt they only speak. */

const MOST_LINES = 40;
const LONGEST_LINE = 600;
const FARTHEST_NEGATION = 160;

/** Titles, leads and columns below which things are named that are not proposed. */
const ASIDE =
  /(?<!\p{L})(?:alternatives?|considered|options?|rejected|forbidden|prohibited|banned|excluded|not (?:allowed|used|chosen)|constraints?|current(?:ly)?|existing|as[- ]is|today|legacy|previous|former|out of scope|non[- ]goals?|glossary|references|further reading|history|lessons|comparison|evaluat(?:ed|ion)|trade[- ]?offs?|cons|pros|why not|instead of|replaces|replaced|removed|dropped|avoid(?:ed)?|migrat(?:e|ed|ion|ing) (?:away )?from|open questions?|questions)(?!\p{L})/iu;
/** Wherever they stand in the sentence. */
const REFUSAL =
  /(?<!\p{L})(?:avoid|forb[ia]d|forbade|prohibit|disallow|banned|bans|reject|exclud|rul(?:e|es|ed|ing) out|discard|dismiss|deprecat|decommission|retire|phas(?:e|es|ed|ing) out|eliminat|get rid|no longer|not allowed|not permitted|out of scope|violat|consider|alternativ|evaluat|compar|versus|vs\.?(?!\p{L})|was |were |had |used to|formerly|previously|whether|would|might)|\?[*_\s]*$/iu;
/** Before the name, or before a list it is in. */
const NEGATION =
  /(?<!\p{L})(?:no|non|not|never|without|nor|neither|cannot|(?:do|does|did|wo|must|should|ca)n['’]t|instead of|in place of|rather than|other than|than|unlike|like|over|except(?: for)?|drop(?:s|ped|ping)?|remov(?:e|es|ed|ing|al of)|replac(?:e|es|ed|ing)|replacement (?:for|of)|mov(?:e|es|ed|ing) off|(?:away|migrat\p{L}{1,5}|mov(?:e|es|ed|ing)|switch\p{L}{0,5})(?:\s\p{L}{1,20}){0,4}\sfrom|legacy|existing|current|old|today['’]s|previous)(?!\p{L})/giu;
const STILL_NEGATED = /^[\p{L}\p{N}\s*_`"'’(,&/+.#-]*$/u;
const MOST_WORDS_BETWEEN = 6;
/** Between a negation and the name these words begin something else. */
const NEW_THOUGHT = /(?<!\p{L})(?:so|because|through|via|by|with|but|then|keeps?|holds?|stores?|runs?|and (?:use|uses|add|adds|put|puts|keep|keeps|run|runs))(?!\p{L})|[.!?]\s/iu;
const REFUSED_AFTER = /^[\s*_`")-]*(?:(?:is|are|gets?|will be|has been|must be)\s+(?:not|never|replaced|removed|dropped|retired|switched off|out)|must not|may not|shall not|should not|cannot|can['’]t|[- ](?:compatible|like|style|free|less)(?!\p{L})|(?:wire[- ])?(?:protocol|dialect)(?!\p{L})|:\s*(?:no|not|never|forbidden|rejected)(?!\p{L})|\((?:no|not|never|forbidden|rejected|removed))/iu;

export function isProposed(plan: Plan, name: Range): boolean {
  if (isInLink(plan.text, name) || isUnderAside(plan, name)) return false;
  const table = tableAround(plan, name);
  const row = table?.rows.find(({ range }) => range.start <= name.start && name.end <= range.end);
  return table && row ? isProposedInRow(plan, table, row, name) : isProposedInText(plan, name);
}

function isProposedInRow(plan: Plan, table: PipeTable, row: PipeRow, name: Range): boolean {
  const column = row.cells.findIndex(({ range }) => range.start <= name.start && name.end <= range.end);
  const cell = row.cells[column]?.content ?? row.range;
  if (ASIDE.test(columnsOf(plan, table)[column]?.key ?? '') || REFUSAL.test(sliceOf(plan.text, row.range))) return false;
  return !isRefused(plan.text, cell, name);
}

function isProposedInText(plan: Plan, name: Range): boolean {
  const block = blockOf(plan, name);
  const sentence = sentenceIn(plan.text, block, name);
  if (REFUSAL.test(sliceOf(plan.text, sentence)) || isRefused(plan.text, sentence, name)) return false;
  return !leadsAbove(plan, block).some((lead) => ASIDE.test(lead) || /(?<!\p{L})(?:no|not|never|without)(?!\p{L})[^.]{0,60}:[\s*_]*$/iu.test(lead));
}

function isRefused(text: string, { start, end }: Range, name: Range): boolean {
  const before = text.slice(Math.max(start, name.start - FARTHEST_NEGATION), name.start);
  const negation = Array.from(before.matchAll(NEGATION)).at(-1);
  const between = negation && before.slice(negation.index + negation[0].length);
  const isNegated = between !== undefined && STILL_NEGATED.test(between) && !NEW_THOUGHT.test(between) && (between.match(/\p{L}+/gu)?.length ?? 0) <= MOST_WORDS_BETWEEN;
  return isNegated || REFUSED_AFTER.test(text.slice(name.end, Math.min(end, name.end + 60)));
}

/** An address tells where to read, and `docs/redis.md` too. */
function isInLink(text: string, { start, end }: Range): boolean {
  const before = /\S{0,200}$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const after = /^\S{0,200}/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return /\]\([^)]*$|:\/\/[^\s)]*$/.test(before) || /^[^\s()|,;]*\.(?:md|html?)(?!\p{L})/u.test(after) || /^\]:/.test(after);
}

function isUnderAside(plan: Plan, name: Range): boolean {
  for (let section: Section | undefined = sectionAt(plan, name.start); section !== undefined && section !== plan.title; section = section.parent) {
    // A heading may name the thing itself: "Redis instead of files".
    const isOwnHeading = name.start < section.heading.range.end && name.start >= section.heading.range.start;
    if (!isOwnHeading && ASIDE.test(section.key)) return true;
  }
  return false;
}

function tableAround(plan: Plan, name: Range): PipeTable | undefined {
  const section = sectionAt(plan, name.start);
  return tablesIn(plan, { start: section?.range.start ?? 0, end: name.end }).findLast(({ range }) => range.start <= name.start && name.end <= range.end);
}

const BEGINS_BLOCK = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||`{3}|~{3})/;
const ENDS_BLOCK = /^[ \t>]*$/;

/** The lines around that belong together: a paragraph, an item, a row; in code each line for itself. */
function blockOf(plan: Plan, name: Range): Range {
  const line = plan.lines.lineAt(name.start);
  if (plan.outline.fences.some(({ range }) => range.start <= name.start && name.start < range.end)) return lineRange(plan, line);
  let [first, last] = [line, line];
  while (line - first < MOST_LINES && first > 0 && !BEGINS_BLOCK.test(lineText(plan, first)) && !ENDS_BLOCK.test(lineText(plan, first - 1))) first -= 1;
  while (last - line < MOST_LINES && !ENDS_BLOCK.test(lineText(plan, last + 1)) && !BEGINS_BLOCK.test(lineText(plan, last + 1))) last += 1;
  return { start: plan.lines.startOf(first), end: lineRange(plan, last).end };
}

function sentenceIn(text: string, block: Range, name: Range): Range {
  const before = text.slice(block.start, name.start);
  const starts = Array.from(before.matchAll(/[.!?;][*_)"]*\s/g), ({ 0: end, index }) => index + end.length);
  const after = /[.!?;](?=[*_)"]*(?:\s|$))/.exec(text.slice(name.end, block.end));
  return { start: block.start + (starts.at(-1) ?? 0), end: after ? name.end + after.index + 1 : block.end };
}

/** The items that this one stands below, and the words that lead to the list. */
function leadsAbove(plan: Plan, block: Range): readonly string[] {
  const leads: string[] = [];
  const first = plan.lines.lineAt(block.start);
  let depth = indentOf(lineText(plan, first));
  for (let line = first - 1; line >= 0 && first - line < MOST_LINES; line--) {
    const text = lineText(plan, line);
    if (ENDS_BLOCK.test(text)) continue;
    if (/^ {0,3}#/.test(text)) break;
    const indent = indentOf(text);
    const isItem = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text);
    if (isItem && indent < depth) {
      leads.push(text);
      depth = indent;
    } else if (!isItem && indent === 0) {
      if (/:[\s*_]*$/.test(text)) leads.push(text);
      break;
    }
  }
  return leads;
}

function indentOf(line: string): number {
  return /^[ \t>]*/.exec(line)?.[0].length ?? 0;
}

function lineText(plan: Plan, line: number): string {
  return sliceOf(plan.text, lineRange(plan, line));
}

function lineRange(plan: Plan, line: number): Range {
  const start = plan.lines.startOf(line);
  const end = plan.lines.startOf(line + 1);
  return { start, end: Math.min(start + LONGEST_LINE * 4, start + plan.text.slice(start, end).replace(/[\r\n]+$/, '').length) };
}
