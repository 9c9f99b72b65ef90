import { foundIn } from '../plan/memory.ts';
import { sectionAt, type Plan, type Section } from '../plan/plan.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isEmptySection } from '../template/emptiness.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { remembered } from '../text/remembered.ts';
import type { Subject } from './subject.ts';

const LONGEST_BODY = 2000;

/** What a plan does that is hard to take back: it breaks a contract, or moves data. */

const BREAKING = String.raw`breaking (?:\p{L}+ ){0,2}changes?`;
const MIGRATION = String.raw`(?:\p{L}+ ){0,3}migrations?(?: (?:strategy|plan|steps?|path|approach|scripts?))?`;
/** A migration of data or of a schema, or one that nothing else is said of; not "Migration runner" or "Missing migrations". */
const MIGRATES = String.raw`(?:(?:^|[+&,/:(–—]|\.|(?<!\p{L})(?:and|data|schema|database|db|tables?|storage|store|contract|api|event|tenant|sql))[ -]{0,3})migrations?(?: (?:strategy|plan|path|steps?|approach|phase))?(?![ -]?\p{L}|[ -]\d)|(?:^|[+&,/:–—]|\.)\s{0,3}migrate\s|migrations?(?= (?:of|from|to) )`;
const IN_TITLES = new RegExp(String.raw`(?<!\p{L})(?:${BREAKING}|schema changes?)(?!\p{L})|${MIGRATES}`, 'iu');
const IN_WORK = new RegExp(String.raw`^(?:\P{L}{0,10}migrate\s)|(?<!\p{L})(?:(?:data|schema|database|db)[ -]migrations?|${BREAKING})(?!\p{L})`, 'iu');
/** `- **Migration strategy**: …`, `Breaking change: …` */
const NAMES_FIELD = /breaking |migration|schema change/iu;
const FIELD = new RegExp(String.raw`^[ \t>]{0,20}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?(?:\*\*|__)?(${BREAKING}|${MIGRATION}|schema changes?)(?:\*\*|__)?(?:[ \t]*\([^()\r\n]{0,80}\))?[ \t]*:(?:\*\*|__)?(.*(?:(?:\r\n?|\n)[ \t]{2,}\S.*)?)`, 'gimu');
/** What is only added can be left where it is. */
const CHANGES_DATA = /(?<!\p{L})(?:drop(?:s|ped|ping)?|renam(?:e|es|ed|ing)|remov(?:e|es|ed|ing|al)|delet(?:e|es|ed|ing)|alter column|altered|split(?:s|ting)?|merg(?:e|es|ed|ing)|chang(?:e|es|ed|ing) (?!log)|convert(?:s|ed|ing)?|backfill(?:s|ed|ing)?|migrat(?:e|es|ed|ing)|moves?|moved|moving)(?!\p{L})/iu;
/** An author for whom there is nothing to take back says so, and one who says how to go back has done so. */
const NONE = /^[\s*_>-]*(?:none|no(?:thing)?|n\/a|not (?:applicable|needed|required|planned)|there (?:is|are) (?:no|none)|without|never)(?!\p{L})|(?<!\p{L})(?:no (?:\p{L}+ ){0,3}(?:migrations?|changes?)|not (?:needed|required|breaking)|non-breaking|backwards?[- ]compatible|additive|greenfield|revers\p{L}+|revert\p{L}*|undo|restor\p{L}+|fall(?:s|ing)? ?back|switch(?:es|ed)? back|and back|down[- ](?:migrations?|scripts?))(?!\p{L})/iu;
const NEGATED = /(?<!\p{L})(?:no|not|non|never|without|avoid\p{L}*|prevent\p{L}*|zero|if|any|future|possible|potential)[\s-]+(?:\p{L}+\s+){0,3}$/iu;
/** Chapters that tell of something else than what this plan does. */
const ASIDE = /(?<!\p{L})(?:previous|current|existing|as is|history|glossary|references|lessons|out of scope|non goals?|alternatives?|options|constraints?|nice to have|future|risks?|later)(?!\p{L})/iu;

export interface IrreversibleStep {
  readonly name: Value;
}

export function irreversibleSteps(subject: Subject): readonly IrreversibleStep[] {
  const steps = [...headings(subject), ...work(subject), ...foundIn(subject.plan, fieldsIn)];
  if (steps.length === 0) return [];
  const spared = [...subject.readings.places('risks'), ...subject.readings.services].map(({ range }) => range);
  return steps
    .filter(({ name }) => !spared.some(({ start, end }) => start <= name.range.start && name.range.start < end) && !isAside(subject.plan, name.range))
    .sort((a, b) => a.name.range.start - b.name.range.start)
    .filter((step, index, all) => !isWithin(step, all[index - 1]));
}

/** The heading of a phase is its title, too. */
function isWithin(inner: IrreversibleStep, outer: IrreversibleStep | undefined): boolean {
  return outer !== undefined && inner.name.range.end <= outer.name.range.end;
}

function headings({ plan }: Subject): readonly IrreversibleStep[] {
  return plan.sections.flatMap((section) => {
    const { title, titleRange, level } = section.heading;
    if (level === 1 || !isDoneInTitle(title) || isEmptySection(plan, section)) return [];
    const body = sliceOf(plan.text, { start: section.body.start, end: Math.min(section.range.end, section.body.start + LONGEST_BODY) });
    const isAddition = /schema changes?/i.test(title) && !CHANGES_DATA.test(body);
    return saysNone(body) || isAddition ? [] : [{ name: { text: title, range: titleRange } }];
  });
}

/** Phases and waves, but for those that have a plan of their own. */
function work({ readings }: Subject): readonly IrreversibleStep[] {
  const phases = readings.phases.filter(({ plan }) => plan === undefined).flatMap(({ title, note, deliverables }) => [...stepsIn([title, note], isDoneInTitle), ...stepsIn(deliverables, isDoneInWork)]);
  const waves = readings.waves.flatMap(({ name, items }) => [...stepsIn([name], isDoneInTitle), ...stepsIn(items, isDoneInWork)]);
  return [...phases, ...waves];
}

function stepsIn(values: readonly (Value | undefined)[], isStep: (text: string) => boolean): readonly IrreversibleStep[] {
  return values.flatMap((value) => (value !== undefined && isStep(value.text) && !NONE.test(value.text) ? [{ name: value }] : []));
}

const isDoneInTitle = remembered((title) => isDone(title, IN_TITLES));
const isDoneInWork = remembered((work) => isDone(work, IN_WORK));

function isDone(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text.slice(0, 500));
  return found !== null && !isOpen(text) && !NEGATED.test(text.slice(0, found.index + found[0].length - found[0].trimStart().length));
}

function fieldsIn(plan: Plan, piece: Range): readonly IrreversibleStep[] {
  const text = sliceOf(plan.text, piece);
  if (!NAMES_FIELD.test(text)) return [];
  return Array.from(text.matchAll(FIELD)).flatMap((match) => {
    const [whole, name = '', value = ''] = match;
    const start = piece.start + match.index + whole.indexOf(name);
    if (isHidden(plan, start) || value.trim() === '' || saysNone(value) || NEGATED.test(`${name.split(/\s+/)[0] ?? ''} `)) return [];
    if (/^schema/i.test(name) && !CHANGES_DATA.test(value)) return [];
    return [{ name: { text: name, range: { start, end: start + name.length } } }];
  });
}

function saysNone(said: string): boolean {
  const words = said.replace(/<!--[\s\S]*?-->/g, '').replace(/^[ \t]*#{1,6}.*$/gm, '').trim();
  return words.split(/[\r\n]+/).every((line) => isOpen(line)) || NONE.test(words);
}

function isHidden({ outline: { fences, comments, frontMatter } }: Plan, offset: number): boolean {
  return [...(frontMatter ? [frontMatter.range] : []), ...fences.map(({ range }) => range), ...comments].some(({ start, end }) => start <= offset && offset < end);
}

function isAside(plan: Plan, { start }: Range): boolean {
  for (let section: Section | undefined = sectionAt(plan, start); section !== undefined && section !== plan.title; section = section.parent) {
    if (start >= section.heading.range.end && ASIDE.test(section.key)) return true;
  }
  return false;
}
