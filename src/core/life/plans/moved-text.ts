import { readPlan, type Plan } from '../../plan/plan.ts';
import { hiddenSpans, readLinks, type Link } from '../../readings/links.ts';
import { relevel } from '../../template/relevel.ts';
import { linkTo, pathFrom } from '../../text/link-paths.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import { sliceOf, type Range } from '../../text/range.ts';

/** From which document a text moves to which other one. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

const LONGEST_LABEL = 300;
const DEFINITION_LABEL = /^ {0,3}\[([^[\]\r\n]{1,300})\]:/;
const FOOTNOTE = /^ {0,3}\[\^([^[\]\r\n]{1,100})\]:[^\r\n]*(?:(?:\r\n?|\n)(?: {2,}|\t)[^\r\n]*)*/gm;

/** A part of a document as it reads in another one: its links lead to where they led before, its lines begin at the edge. */
export function movedText(plan: Plan, range: Range, move: Move): string {
  const links = linksOf(plan).filter((link) => range.start <= link.range.start && link.range.end <= range.end);
  const shifted = links.flatMap((link) => rebased(link, move)).map(({ range: at, text }) => ({ range: { start: at.start - range.start, end: at.end - range.start }, text }));
  const column = range.start - startOfLine(plan.text, range.start);
  return dedented(applyEdits(sliceOf(plan.text, range), shifted).replace(/\r\n?/g, '\n'), column);
}

/** The headings in a text, shifted so that they stand below one of this level. */
export function withHeadingsBelow(text: string, level: number): string {
  const plan = readPlan(text);
  const least = Math.min(...plan.sections.map(({ heading }) => heading.level));
  if (!Number.isFinite(least)) return text;
  const edits = relevel(plan, plan.sections, level + 1 - least);
  return edits ? applyEdits(text, edits) : text;
}

/** The definitions of links and footnotes that a text which has moved still names. */
export function definitionsFor(plan: Plan, moved: string, move: Move): readonly string[] {
  const names = new Set(Array.from(moved.matchAll(/\[([^[\]\r\n]{1,300})\]/g), ([, name = '']) => name.toLowerCase()));
  const definitions = linksOf(plan).filter(({ form }) => form === 'definition').flatMap((link): readonly string[] => {
    const start = startOfLine(plan.text, link.range.start);
    const label = DEFINITION_LABEL.exec(plan.text.slice(start, start + LONGEST_LABEL + 10))?.[1];
    if (label === undefined || !names.has(label.toLowerCase())) return [];
    const line = { start, end: link.range.end + (/^[^\r\n]*/.exec(plan.text.slice(link.range.end))?.[0].length ?? 0) };
    return [movedText(plan, line, move).trim()];
  });
  const footnotes = Array.from(plan.text.matchAll(FOOTNOTE)).filter(([, label = '']) => names.has(`^${label.toLowerCase()}`));
  return [...definitions, ...footnotes.map(({ 0: whole, index }) => movedText(plan, { start: index, end: index + whole.length }, move).trim())];
}

const known = new WeakMap<Plan, readonly Link[]>();

function linksOf(plan: Plan): readonly Link[] {
  const links = known.get(plan) ?? readLinks(plan, hiddenSpans(plan));
  known.set(plan, links);
  return links;
}

/** Addresses, and what leads out of the workspace, stay as they are. */
function rebased({ target, range }: Link, { from, to }: Move): readonly TextEdit[] {
  if (target === '' || target.startsWith('/') || target.includes('{{')) return [];
  if (target.startsWith('#')) return [{ range, text: linkTo(to, from) + target }];
  const [, file = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(target) ?? [];
  const path = pathFrom(from.split('/').slice(0, -1).join('/'), file);
  if (path === undefined || path === '' || folderOf(from) === folderOf(to)) return [];
  return [{ range, text: linkTo(to, path) + (file.endsWith('/') ? '/' : '') + rest }];
}

/** The first line begins where the part does; the others are indented with it. */
function dedented(text: string, column: number): string {
  const [first = '', ...others] = text.split('\n');
  const indents = others.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(column, ...indents);
  return [first, ...others.map((line) => line.slice(Math.min(least, line.length - line.trimStart().length)))].join('\n');
}

function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
