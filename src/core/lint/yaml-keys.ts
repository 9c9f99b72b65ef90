import { readPlan, sectionAt, type Plan, type Section } from '../plan/plan.ts';
import type { Fence } from '../plan/outline.ts';
import { titleKey } from '../plan/titles.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { yamlFences, yamlValues, type YamlValue } from '../readings/forms/yaml-values.ts';
import type { ReadPlace } from '../readings/readings.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { sharesWord } from '../text/shared-words.ts';
import type { Problem } from './rule.ts';
import type { Subject } from './subject.ts';
import { inWords, listed } from './wording.ts';

/** What stands below a key: further keys, or the items of a list. */
interface Branch {
  readonly name: string;
  readonly first: YamlValue;
  /** From its first value to its last. */
  readonly range: { readonly start: number; end: number };
  readonly keys: Map<string, Branch>;
  readonly items: Map<number, Branch>;
}

/** A key of the template that holds a blank, as it stands in what the reader of YAML gives. */
const BLANK_IN_KEY = /x{4,}/;
const NAMING = ['name', 'id', 'title', 'key', 'label'];

const samples = new WeakMap<ContractSection, readonly Branch[]>();
const asking = new WeakMap<Kind, readonly ContractSection[]>();

/** The keys that the template has in its YAML of a section, and the YAML of that section in the document has not. Another form than the template's is none of it. */
export function* missingKeys(subject: Subject, isBroken: (fence: Fence) => boolean): Iterable<Problem> {
  const sections = sectionsWithYaml(subject.kind);
  if (sections.length === 0 || yamlFences(subject.plan, { start: 0, end: subject.plan.text.length }).length === 0) return;
  const owners = new Map(Array.from(subject.match.found, ([contract, section]) => [section, contract] as const));
  for (const contract of sections) {
    const place = subject.readings.placeOf(contract);
    if (place === undefined) continue;
    const fences = yamlFences(subject.plan, place.range).filter(({ range }) => place.level === undefined || ownerOf(sectionAt(subject.plan, range.start), owners) === contract);
    if (fences.length === 0 || fences.some(isBroken)) continue;
    yield* new KeyCheck(subject.plan, place).missing(sampleOf(contract), branchesOf(subject.plan, fences));
  }
}

/** A fence belongs to the innermost section that the template knows. */
function ownerOf(at: Section | undefined, owners: ReadonlyMap<Section, ContractSection>): ContractSection | undefined {
  for (let section = at; section !== undefined; section = section.parent) {
    const owner = owners.get(section);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function sectionsWithYaml(kind: Kind): readonly ContractSection[] {
  const known = asking.get(kind) ?? [kind.root].flatMap(withBelow).filter((section) => section.repeat === undefined && sampleOf(section).length > 0);
  asking.set(kind, known);
  return known;
}

function withBelow(section: ContractSection): readonly ContractSection[] {
  return [section, ...section.children.flatMap(withBelow)];
}

function sampleOf(contract: ContractSection): readonly Branch[] {
  const known = samples.get(contract);
  if (known !== undefined) return known;
  const plan = readPlan(contract.ownText);
  const sample = Array.from(branchesOf(plan, yamlFences(plan, { start: 0, end: plan.text.length })).values());
  samples.set(contract, sample);
  return sample;
}

/** The keys of several fences of one section, together. */
function branchesOf(plan: Plan, fences: readonly Fence[]): ReadonlyMap<string, Branch> {
  const top = new Map<string, Branch>();
  for (const value of fences.flatMap(({ content }) => yamlValues(plan, content))) {
    let branch: Branch | undefined;
    for (const step of value.path) {
      const within: Map<string | number, Branch> = branch === undefined ? top : typeof step === 'number' ? branch.items : branch.keys;
      const key = typeof step === 'number' ? step : titleKey(step);
      const next = within.get(key) ?? { name: String(step), first: value, range: { start: value.key.range.start, end: 0 }, keys: new Map(), items: new Map() };
      next.range.end = Math.max(next.range.end, value.value.range.end);
      within.set(key, next);
      branch = next;
    }
  }
  return top;
}

class KeyCheck {
  readonly #plan: Plan;
  readonly #place: ReadPlace;

  constructor(plan: Plan, place: ReadPlace) {
    this.#plan = plan;
    this.#place = place;
  }

  *missing(sample: readonly Branch[], written: ReadonlyMap<string, Branch>): Iterable<Problem> {
    const [first] = written.values();
    const missing = this.#lacking(sample, written, 1, this.#place.range);
    if (first && missing.length > 0) {
      yield { message: `The YAML of "${inWords(this.#place.title)}" has no ${listed(missing)}: add what the template asks for there.`, range: this.#keyAbove(first) };
    }
    for (const asked of sample) {
      for (const found of answersTo(asked, written)) yield* this.#below(asked, found);
    }
  }

  *#below(asked: Branch, found: Branch): Iterable<Problem> {
    const [item] = asked.items.values();
    if (item !== undefined) yield* Array.from(found.items.values()).flatMap((each) => this.#inItem(item, each, found));
    const missing = this.#lacking(Array.from(asked.keys.values()), found.keys, 1, this.#place.range);
    if (missing.length > 0) {
      yield { message: `"${inWords(found.name)}" in the YAML of "${inWords(this.#place.title)}" has no ${listed(missing)}: add what the template asks for there.`, range: this.#keyAbove(found) };
    }
  }

  #inItem(asked: Branch, { keys, first, range }: Branch, list: Branch): readonly Problem[] {
    const missing = this.#lacking(Array.from(asked.keys.values()), keys, Math.ceil(asked.keys.size / 2), range);
    if (missing.length === 0) return [];
    const { text } = first.value;
    const name = text === '' || isOpen(text) ? `An entry under "${inWords(list.name)}"` : `"${inWords(text.replace(/^(["'])(.*)\1$/, '$2'))}"`;
    return [{ message: `${name} in the YAML of "${inWords(this.#place.title)}" has no ${listed(missing)}: add what the template asks for there.`, range: first.key.range }];
  }

  /** Asked for, and not there under this or a like name, nor spoken of in that part of the document. So few keys of the template's make it the template's form. */
  #lacking(asked: readonly Branch[], written: ReadonlyMap<string, Branch>, least: number, said: Range): readonly string[] {
    const own = asked.filter(({ name }) => !BLANK_IN_KEY.test(name));
    const missing = own.filter(({ name }) => !written.has(titleKey(name)));
    const alike = own.filter((each) => isAlike(each, written.get(titleKey(each.name))));
    if (missing.length === 0 || alike.length < least) return [];
    const others = Array.from(written).filter(([key]) => !own.some(({ name }) => titleKey(name) === key));
    const [naming] = own;
    return missing
      .filter(({ name }) => !others.some(([key]) => sharesWord(titleKey(name), key)))
      .filter((branch) => branch !== naming || !others.some(([key]) => NAMING.includes(key.split(' ').at(-1) ?? '')))
      .map(({ name }) => name)
      .filter((name) => !this.#speaksOf(name, said));
  }

  #speaksOf(name: string, span: Range): boolean {
    const words = ` ${sliceOf(this.#plan.text, span).toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')} `;
    return words.includes(` ${titleKey(name)} `) || words.includes(` ${titleKey(name)}s `);
  }

  /** The key itself, which stands somewhere above its first value. */
  #keyAbove({ name, first }: Branch): Range {
    const { start, end } = first.key.range;
    const at = this.#plan.text.lastIndexOf(name, start);
    const line = this.#plan.lines.lineAt(start);
    return at >= this.#place.range.start && line - this.#plan.lines.lineAt(at) <= 3 ? { start: at, end: at + name.length } : { start, end };
  }
}

/** Both hold a value, or both hold keys or items. */
function isAlike(asked: Branch, found: Branch | undefined): boolean {
  return found !== undefined && (asked.keys.size > 0) === (found.keys.size > 0) && (asked.items.size > 0) === (found.items.size > 0);
}

/** A key that holds a blank is answered by every one that begins like it. */
function answersTo({ name }: Branch, written: ReadonlyMap<string, Branch>): readonly Branch[] {
  const blank = BLANK_IN_KEY.exec(name);
  if (blank === null) return Array.from(written.values()).filter((each) => titleKey(each.name) === titleKey(name));
  const lead = titleKey(name.slice(0, blank.index));
  return Array.from(written.values()).filter((each) => titleKey(each.name).startsWith(lead));
}
