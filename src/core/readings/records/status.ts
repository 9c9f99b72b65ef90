import type { ReadMarkdown } from '../../plan/markdown.ts';
import { recalled } from '../../plan/memory.ts';
import type { Plan, Section } from '../../plan/plan.ts';
import { plainTitle } from '../../plan/titles.ts';
import { madeOfTitles } from '../../plan/titles-memory.ts';
import type { Range } from '../../text/range.ts';
import { itemLines, linesOf, partOfLine, type Line } from '../forms/bare-lines.ts';
import type { Value } from '../forms/fields.ts';
import { headedPieces } from '../forms/pieces.ts';
import { fieldsIn } from './block-fields.ts';
import { headFields } from './head-fields.ts';
import { fieldsOfLine } from './line-fields.ts';
import { ISO_DATE, NEXT_CHOICE, saidBy, type Said } from './status-words.ts';

/** Where a record or plan stands in its life, as its author wrote it. */
export interface Status {
  /** The bare word or words: "Accepted", "Partly superseded". */
  readonly value: Value;
  /** The cell, line, front-matter value or first paragraph around the word; without the label before it. */
  readonly whole: Value;
  readonly form: StatusForm;
  /** The ISO date right after the word, or right before it in a history. */
  readonly date: Value | undefined;
}

export type StatusForm = 'front matter' | 'section' | 'label' | 'item' | 'table';

interface Statement {
  readonly form: StatusForm;
  readonly whole: Value;
  readonly lines: readonly Line[];
}

const STATUS_KEYS: readonly string[] = ['status', 'current status', 'adr status', 'decision status', 'document status', 'plan status'];

const LONGEST_LINE = 2000;
const MOST_LINES = 60;

const STATUS_IN_HEADING = /^[^\p{L}\p{N}]{0,30}(?:\d{1,3}[.)]\s{1,3})?status\s{0,3}(?::|\s[-–—]\s)/iu;

/**
 * The status of a record or plan, from the first of these places that states one: front matter, because tools read and write it there and
 * its place is certain; a section; a line or item near the top; a table near the top.
 */
export function readStatus(plan: Plan, read: ReadMarkdown): Status | undefined {
  const named = headFields(plan, read).filter(isStatusField);
  const of = (...forms: readonly StatusForm[]): readonly Statement[] => named.filter(({ form }) => forms.includes(form));
  for (const statement of [...of('front matter'), ...inSection(plan, read), ...of('label', 'item'), ...of('table')]) {
    const status = statusIn(statement);
    if (status) return status;
  }
  return undefined;
}

export function isStatusField({ key }: { readonly key: string }): boolean {
  return STATUS_KEYS.includes(key);
}

/** The section that holds the status; none where several chapters each tell their own. */
export function statusSection(plan: Plan): Section | undefined {
  return plan.sections[madeOfTitles(plan, statusSection, '', () => statusPlace(plan))];
}

function statusPlace({ sections, title }: Plan): number {
  const [first, ...others] = sections.filter((section) => isStatusField(section) || (section.key.startsWith('status') && STATUS_IN_HEADING.test(plainTitle(section.heading.title))));
  if (first === undefined || others.some(({ parent, heading }) => heading.level === first.heading.level && parent !== first.parent)) return -1;
  return first.parent === undefined || first.parent === title || sections.indexOf(first.parent) <= 1 ? sections.indexOf(first) : -1;
}

function inSection(plan: Plan, read: ReadMarkdown): readonly Statement[] {
  const section = statusSection(plan);
  const span = section && { start: section.range.start, end: section.body.end };
  return span === undefined ? [] : recalled(plan, span, statementsIn, () => statementsIn(plan, span, read));
}

/** What a section says: in its heading, as a field, or in its lines and items. */
function statementsIn(plan: Plan, span: Range, read: ReadMarkdown): readonly Statement[] {
  const [headed] = headedPieces(plan, span, read);
  if (headed?.heading === undefined) return [];
  const { piece, heading, blocks } = headed;
  const title = linesOf(piece, heading).flatMap((line) => {
    const named = STATUS_IN_HEADING.exec(line.bare);
    const said = partOfLine(line, named?.[0].length ?? 0);
    return named ? [{ form: 'section', whole: said.value, lines: [said] } as const] : [];
  });
  const lines: Line[] = [];
  let whole: Value | undefined;
  for (const block of blocks) {
    const own = block.type === 'list' ? itemLines(piece, block) : block.type === 'paragraph' || block.type === 'html' ? linesOf(piece, block) : [];
    const said = own.filter((line) => fieldsOfLine(line, 'label').length === 0 || saidBy(line)?.name !== undefined);
    if (lines.length === 0 && said[0]) whole = block.type === 'paragraph' && said[0] === own[0] ? piece.of(block) : said[0].value;
    lines.push(...said);
  }
  return [...title, ...fieldsIn(piece, blocks).filter(isStatusField), ...(whole ? [{ form: 'section', whole, lines } as const] : [])];
}

function statusIn({ form, whole, lines }: Statement): Status | undefined {
  const line = currentLine(form, lines.slice(0, MOST_LINES));
  const said = line && saidBy(line);
  if (!said || (said.name === undefined && !mayBeOwnWord(form, whole, line, said))) return undefined;
  return { value: said.value, whole: line === lines[0] ? whole : line.value, form, date: said.date };
}

/** The ticked item of a list of boxes, the latest entry of a dated history, else the first line. */
function currentLine(form: StatusForm, lines: readonly Line[]): Line | undefined {
  if (form === 'front matter' && lines.length > 1) return undefined;
  if (lines.some(({ ticked }) => ticked !== undefined)) return lines.findLast(({ ticked }) => ticked);
  const entries = lines.filter((line) => saidBy(line)?.name !== undefined).map((line) => ({ line, date: ISO_DATE.exec(line.bare.slice(0, LONGEST_LINE))?.[0] ?? '' }));
  if (entries.length < 2 || entries.every(({ date }) => date === '')) return lines[0];
  const last = entries.some(({ date }) => date === '') ? entries.at(-1) : entries.reduce((latest, entry) => (entry.date >= latest.date ? entry : latest));
  return last?.line;
}

/** A word that we do not know is taken for a status only where nothing makes it prose or a placeholder. */
function mayBeOwnWord(form: StatusForm, whole: Value, line: Line, { lead, rest }: Said): boolean {
  if (/[[{<]/.test(lead) || (form === 'front matter' && /^["']?[[{<]/.test(whole.text))) return false;
  if (form === 'section' && whole.text !== line.value.text) return false;
  const behind = rest.replace(/\([^()]*\)/g, '');
  return form === 'section' ? !/\p{L}/u.test(behind) : /^(?:\s*$|\s*[;(,.\d–—]|\s+-\s|\s+\p{L})/u.test(behind) && !NEXT_CHOICE.test(behind);
}
