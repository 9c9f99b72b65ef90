import type { Section } from '../plan/plan.ts';
import { tablesIn, type PipeTable } from '../plan/tables.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { contractTables, type ContractTable } from '../template/contract-tables.ts';
import { isApplicable, type ContractSection } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';
import type { Range } from '../text/range.ts';
import { remembered } from '../text/remembered.ts';
import { columnPlaces, type ColumnPlaces } from './asked-columns.ts';
import { isSaidOtherwise } from './other-forms.ts';
import type { Subject } from './subject.ts';

/** A section of the document into which the template writes tables. */
export interface AskedSection {
  readonly place: ReadPlace;
  /** What the section is read as, and those around it. */
  readonly reads: readonly ReadingName[];
  readonly answers: readonly TableAnswer[];
  /** Those that no table answers, nor anything else that the section says. */
  readonly missing: readonly ContractTable[];
}

/** A table of the document that is meant to be one of the template. */
export interface TableAnswer {
  readonly asked: ContractTable;
  readonly table: PipeTable;
  readonly places: ColumnPlaces;
}

/** A table with so many columns of the template's, or half of them, is meant to be it. */
const TELLING = 2;
/** More than any table has that a person reads. */
const MOST_COLUMNS = 60;

const known = new WeakMap<Subject, readonly AskedSection[]>();

export function askedTables(subject: Subject): readonly AskedSection[] {
  const sections = known.get(subject) ?? sectionsBelow(subject, subject.kind.root, [], titlePlace(subject));
  known.set(subject, sections);
  return sections;
}

function titlePlace({ plan: { title }, kind: { root } }: Subject): ReadPlace | undefined {
  return title && { contract: root, title: title.heading.title, anchor: title.heading.range, range: { start: title.range.start, end: title.body.end }, level: title.heading.level };
}

/** The section itself and those below it, with what those around it are read as. */
function sectionsBelow(subject: Subject, contract: ContractSection, around: readonly ReadingName[], ...places: readonly (ReadPlace | undefined)[]): readonly AskedSection[] {
  const reads = [...around, ...contract.reads];
  const asked = contractTables(contract);
  const own = asked.length === 0 ? [] : places.flatMap((place) => (place === undefined ? [] : [answersIn(subject, place, asked, reads)]));
  const below = contract.children.filter((child) => isApplicable(child, subject.values));
  return [...own, ...below.flatMap((child) => sectionsBelow(subject, child, reads, ...placesOf(subject, child, contract)))];
}

function placesOf(subject: Subject, contract: ContractSection, parent: ContractSection): readonly ReadPlace[] {
  if (contract.repeat !== undefined) return series(subject, contract, parent);
  const place = subject.readings.placeOf(contract);
  // What begins with a bold name in a line of text says in that text what it has to say.
  const isInLine = place?.level === undefined && !subject.plan.outline.labels.some(({ range }) => range.start === place?.anchor.start);
  return place === undefined || isInLine ? [] : [place];
}

/** Each section that the template has as one of a series. */
function series({ match, plan, kind }: Subject, contract: ContractSection, parent: ContractSection): readonly ReadPlace[] {
  const within = parent === kind.root ? plan.title : match.found.get(parent);
  const named = within?.children.filter(({ key }) => isNamedAs(contract, key)) ?? [];
  if (named.length === 0) return [];
  const taken = new Set(match.found.values());
  const found = named.filter((section) => !taken.has(section));
  return found.map(({ heading, range }) => ({ contract, title: heading.title, anchor: heading.range, range, level: heading.level }));
}

const names = new WeakMap<ContractSection, (key: string) => boolean>();

function isNamedAs(contract: ContractSection, key: string): boolean {
  const isName = names.get(contract) ?? remembered((key) => contract.patterns.some((pattern) => pattern.matchKey(key) !== undefined));
  names.set(contract, isName);
  return isName(key);
}

function answersIn(subject: Subject, place: ReadPlace, asked: readonly ContractTable[], reads: readonly ReadingName[]): AskedSection {
  const foreign = sectionsOfOthers(subject, place);
  const tables = tablesIn(subject.plan, place.range).filter(({ range }) => !foreign.some((other) => isWithin(range, other.range)));
  const nearest = tables.filter(({ head }) => head.cells.length <= MOST_COLUMNS).map((table) => best(asked.map((each) => ({ asked: each, table, places: columnPlaces(subject.plan, table, each, reads) }))));
  const sure = nearest.filter((answer) => answer !== undefined).filter(isTelling);
  const open = asked.filter((each) => !sure.some((answer) => answer.asked === each));
  if (open.length === 0 || isSaidOtherwise(subject, place, open, reads)) return { place, reads, answers: sure, missing: [] };
  const rest = nearest.filter((answer) => answer !== undefined).filter((answer) => !sure.includes(answer) && open.includes(answer.asked));
  const alike = rest.filter(({ places }) => count(places) > 0);
  // Nothing else in the section can be meant.
  const meant = tables.length > 1 ? alike : rest;
  const missing = tables.length < asked.length ? open.filter((each) => !meant.some((answer) => answer.asked === each)) : [];
  return { place, reads, answers: [...sure, ...meant], missing };
}

/** Of several the one with the most columns; the first of equals. */
function best(answers: readonly TableAnswer[]): TableAnswer | undefined {
  return answers.reduce<TableAnswer | undefined>((most, answer) => (most === undefined || count(answer.places) > count(most.places) ? answer : most), undefined);
}

export function isTelling({ asked, places }: TableAnswer): boolean {
  return count(places) >= Math.min(TELLING, Math.ceil(asked.columns.length / 2));
}

function count(places: ColumnPlaces): number {
  return places.filter((place) => place !== undefined).length;
}

/** Sections within this one that the template has elsewhere, or that have tables of their own. */
function sectionsOfOthers({ match }: Subject, { contract, range }: ReadPlace): readonly Section[] {
  const found: Section[] = [];
  for (const [other, section] of match.found) {
    const isInside = section.range.start > range.start && section.range.end <= range.end;
    if (isInside && (contractTables(other).length > 0 || !isBelow(contract, other))) found.push(section);
  }
  return found;
}

function isBelow(contract: ContractSection, other: ContractSection): boolean {
  return contract.children.some((child) => child === other || isBelow(child, other));
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
