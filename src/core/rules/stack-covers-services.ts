import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { readPlan } from '../plan/plan.ts';
import { tablesIn, tablesOf, type PipeTable } from '../plan/tables.ts';
import { titleKey } from '../plan/titles.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { Service } from '../readings/requirements/services.ts';
import { SERVICES, type StackRow } from '../readings/requirements/stack.ts';
import { contractTables } from '../template/contract-tables.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import { columnsOf, firstRowOf, rowBelow } from '../template/table-rows.ts';
import { remembered } from '../text/remembered.ts';

/** A row for several services, or for all of them. */
const PARTS = /,|;|\/|&|\+|<br ?\/?>|\s(?:and|und)\s/i;
const EVERY = /^(?:all|every|each|any|both|shared|common|others?|remaining|rest|general|default)(?![\p{L}\p{N}])|^\*+$/iu;
const NO_NAME = /(?:^| )(?:(?:micro ?)?services?|svc|api|apis)$/;

const MOST_WORDS = 8;

export const stackCoversServices = defineRule({
  id: 'stack-covers-services',
  summary: 'Every service has a row in the table of technologies, and every row there a service.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const { services, stack } = subject.readings;
    const [table] = serviceTables(subject);
    if (table === undefined || services.length === 0) return;
    const rows = stack.map(rowOf);
    const keys = new Set(services.map(({ name }) => keyOf(name.text)));
    const covered = new Set(rows.flatMap(({ key, parts }) => [key, ...parts]));
    const strange = rows.filter(({ name, key, parts, isService }) => isService && !isOpen(name.text) && !keys.has(key) && !parts.every((part) => keys.has(part)));
    const bare = services.filter(({ name }) => !isOpen(name.text) && !covered.has(keyOf(name.text)));
    const isCovering = rows.some(({ name, isEvery }) => isEvery || isOpen(name.text));
    if (!isCovering && bare.length > 0) yield* withoutRows(subject, table, bare, new Names(strange.flatMap(({ parts }) => parts)));
    if (strange.length > 0 && !services.some(({ name }) => isOpen(name.text))) yield* withoutServices(subject, strange, keys, new Names(bare.map(({ name }) => keyOf(name.text))));
  },
});

interface Row {
  readonly name: Value;
  readonly key: string;
  /** Those of several services in one row. */
  readonly parts: readonly string[];
  readonly isEvery: boolean;
  readonly isService: boolean;
}

function rowOf({ name, isService }: StackRow): Row {
  return { name, isService, ...keysOf(name.text) };
}

const keysOf = remembered((name: string): Omit<Row, 'name' | 'isService'> => ({ key: keyOf(name), parts: partsOf(name), isEvery: EVERY.test(name.trim()) }));

/** Names some of which may be said more briefly elsewhere: "User" and "User Management". */
class Names {
  readonly #names: ReadonlySet<string>;
  readonly #brief: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#names = new Set(names);
    this.#brief = new Set(names.flatMap(beginnings));
  }

  has(name: string): boolean {
    return this.#names.has(name) || this.#brief.has(name);
  }

  hasAlike(name: string): boolean {
    return this.has(name) || beginnings(name).some((brief) => this.#names.has(brief));
  }
}

const beginnings = remembered((name: string): readonly string[] => {
  const words = name.split(' ').slice(0, MOST_WORDS);
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join(' '));
});

function* withoutRows(subject: Subject, table: PipeTable, bare: readonly Service[], strange: Names): Iterable<Problem> {
  for (const { name } of bare) if (!strange.hasAlike(keyOf(name.text))) yield withoutRow(subject, table, name);
}

function* withoutServices(subject: Subject, strange: readonly Row[], services: ReadonlySet<string>, bare: Names): Iterable<Problem> {
  let headings: Names | undefined;
  const isHeading = (part: string): boolean => (headings ??= new Names(subject.plan.sections.map(({ heading }) => keyOf(heading.title)))).has(part);
  for (const { name, parts, isEvery } of strange) {
    const isKnown = isEvery || parts.some((part) => bare.hasAlike(part)) || parts.every((part) => services.has(part) || isHeading(part));
    if (!isKnown && isInServiceColumn(subject, name)) yield withoutService(subject, name);
  }
}

function withoutRow(subject: Subject, table: PipeTable, name: Value): Problem {
  const { plan, values } = subject;
  const said = new Map(sampleRow(subject));
  for (const { key } of columnsOf(plan, table)) if (SERVICES.includes(key)) said.set(key, name.text.replaceAll('|', '\\|'));
  const service = inWords(name.text);
  return {
    message: `"${service}" has no row in the table of "${placeOf(subject, 'stack')}": add one that says what it is built with.`,
    range: name.range,
    related: [{ message: 'The table', range: table.head.range }],
    fix: { title: `Add a row for "${service}"`, edits: [rowBelow(plan, table, said, values)] },
  };
}

function withoutService(subject: Subject, name: Value): Problem {
  return { message: `"${inWords(name.text)}" is no service of "${placeOf(subject, 'services')}": describe it there, or delete the row.`, range: name.range };
}

/** A table whose rows name components may list what is no service. */
function isInServiceColumn({ plan }: Subject, name: Value): boolean {
  const table = tablesOf(plan).find(({ range }) => range.start <= name.range.start && name.range.end <= range.end);
  return table !== undefined && columnsOf(plan, table).some(({ key }) => SERVICES.includes(key) && key.includes('service'));
}

function serviceTables({ plan, readings }: Subject): readonly PipeTable[] {
  return readings.places('stack').flatMap(({ range }) => tablesIn(plan, range).filter((table) => columnsOf(plan, table).some(({ key }) => SERVICES.includes(key))));
}

function placeOf({ readings }: Subject, reading: 'stack' | 'services'): string {
  return inWords(readings.places(reading)[0]?.title ?? '');
}

const samples = new WeakMap<Kind, ReadonlyMap<string, string>>();

/** What the template writes for a service. */
function sampleRow({ kind }: Subject): ReadonlyMap<string, string> {
  const row = samples.get(kind) ?? readSampleRow(kind);
  samples.set(kind, row);
  return row;
}

function readSampleRow(kind: Kind): ReadonlyMap<string, string> {
  const tables = tablesBelow(kind.root, false);
  const plan = readPlan(tables.find(({ columns }) => columns.some(({ key }) => SERVICES.includes(key)))?.text ?? '');
  const [table] = tablesOf(plan);
  return table ? firstRowOf(plan, table) : new Map();
}

function tablesBelow(contract: ContractSection, isStack: boolean): ReturnType<typeof contractTables> {
  const isRead = isStack || contract.reads.includes('stack');
  return [...(isRead ? contractTables(contract) : []), ...contract.children.flatMap((child) => tablesBelow(child, isRead))];
}

function partsOf(name: string): readonly string[] {
  return name.split(PARTS).map(keyOf).filter((part) => part !== '');
}

/** "UserService", "Users" and "user-service" name the same one. */
const keyOf = remembered((name: string): string => {
  const key = titleKey(name.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 '));
  const bare = key.replace(NO_NAME, '').replace(/^(?:micro ?)?services? /, '');
  return (bare === '' ? key : bare)
    .split(' ')
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ''))
    .join(' ');
});
