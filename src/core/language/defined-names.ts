import type { Subject } from '../lint/subject.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import type { Phase } from '../readings/phases/phases.ts';
import type { Risk } from '../readings/risks/risk.ts';
import type { Range } from '../text/range.ts';

export type Sort = 'risk' | 'phase' | 'wave' | 'service' | 'task';

/** Something that a plan gives a name, by which it and others speak of it. */
export interface DefinedName {
  readonly sort: Sort;
  /** `R-003`, `T-01` */
  readonly id: Value | undefined;
  /** `Phase 2`: a number that follows from its place. */
  readonly count: Count | undefined;
  readonly title: Value | undefined;
  /** The whole row, item or headed block. */
  readonly range: Range;
  /** What is worth knowing at a glance: its name and what is said. */
  readonly facts: readonly Fact[];
}

export interface Count {
  /** `Phase`, as the document calls it. */
  readonly word: string;
  readonly number: number;
  readonly range: Range;
}

export type Fact = readonly [name: string, value: string];

const MOST = 500;
const ID = String.raw`(?:\p{Lu}{1,8}[-_]){0,2}\p{Lu}{1,8}[-_]?\d{1,5}`;
const ID_CELL = new RegExp(String.raw`^\|?[ \t]*[*_\x60[]{0,3}(${ID})[*_\x60\]]{0,3}[ \t]*\|`, 'u');
/** In front of the name of a risk: `### Risk R-3: `. */
const ID_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}_-])(${ID})\s{0,4}[:.)–—-]\s{0,4}[*_]{0,3}$`, 'u');
const ID_FIRST = new RegExp(String.raw`^[*_\x60[]{0,3}(${ID})[*_\x60\]]{0,3}(?:\s{0,3}[:.)]|\s{1,3}[–—-])\s{1,4}(?=\S)`, 'u');
const COUNT_BEFORE = /(?<![\p{L}\p{N}_-])(risk)[\s#-]{1,4}(\d{1,4})\s{0,4}[:.)–—-]\s{0,4}[*_]{0,3}$/iu;
const LONGEST_LEAD = 200;

const known = new WeakMap<Subject, readonly DefinedName[]>();

/** Everything that a document defines by name, in its order. */
export function definedNames(subject: Subject): readonly DefinedName[] {
  const names = known.get(subject) ?? namesIn(subject);
  known.set(subject, names);
  return names;
}

function namesIn({ plan: { text }, readings }: Subject): readonly DefinedName[] {
  const names: DefinedName[] = [
    ...readings.risks.map((risk) => riskNamed(text, risk)),
    ...readings.phases.map(phaseNamed),
    ...readings.waves.map((wave): DefinedName => ({
      sort: 'wave',
      id: undefined,
      count: { word: 'Wave', number: Number(wave.number.text), range: wave.number.range },
      title: filled(wave.name),
      range: wave.range,
      facts: facts([['After', { text: wave.dependsOn.map((each) => `Wave ${each.text}`).join(', ') }]]),
    })),
    ...readings.services.map((service): DefinedName => ({
      sort: 'service',
      id: undefined,
      count: undefined,
      title: filled(service.name),
      range: service.range,
      facts: service.fields.slice(0, 4).flatMap(({ name, value }) => facts([[name, value]])),
    })),
    ...readings.tasks.map((task): DefinedName => ({
      sort: 'task',
      id: task.id,
      count: undefined,
      title: filled(task.title),
      range: task.range,
      facts: facts([['State', { text: task.done ? 'done' : 'open' }], ['Effort', task.effort], ['After', { text: task.after.map((each) => each.text).join(', ') }]]),
    })),
  ];
  return names.sort((a, b) => a.range.start - b.range.start).slice(0, MOST);
}

/** Its id stands in a cell of its own, in front of its name, or at the beginning of it. */
function riskNamed(text: string, risk: Risk): DefinedName {
  const { name, range } = risk;
  const from = Math.max(range.start, name.range.start - LONGEST_LEAD);
  const lead: Value = { text: text.slice(from, name.range.start), range: { start: from, end: name.range.start } };
  const first = ID_FIRST.exec(name.text);
  const id = (first && idIn(name, first)) ?? idIn(lead, (risk.form.kind === 'row' ? ID_CELL : ID_BEFORE).exec(lead.text));
  const [counted, word = '', number] = COUNT_BEFORE.exec(lead.text) ?? [];
  const at = counted === undefined ? 0 : lead.range.end - counted.length;
  const count = counted === undefined || number === undefined ? undefined : { word, number: Number(number), range: { start: at, end: at + counted.indexOf(number) + number.length } };
  const title = partOf(name, first?.[0].length ?? 0);
  return {
    sort: 'risk',
    id,
    count: id === undefined ? count : undefined,
    title: filled(title),
    range,
    facts: facts([['Probability', risk.probability], ['Impact', risk.impact], ['Owner', risk.owner], ['Mitigation', risk.mitigation]]),
  };
}

function idIn(value: Value, match: RegExpExecArray | null): Value | undefined {
  if (match?.[1] === undefined) return undefined;
  const start = match.index + match[0].indexOf(match[1]);
  return partOf(value, start, start + match[1].length);
}

function phaseNamed({ name, number, title, range, effort, status, goal, dependsOn }: Phase): DefinedName {
  const word = /^(?:phase|stage|milestone|iteration)(?!\p{L})/iu.exec(name.text)?.[0] ?? 'Phase';
  return {
    sort: 'phase',
    id: undefined,
    count: number && { word, number: Number(number.text), range: name.range.end >= number.range.end && name.range.start <= number.range.start ? name.range : number.range },
    title: title.range.start === name.range.start && number !== undefined ? undefined : filled(title),
    range,
    facts: facts([['Goal', goal], ['Status', status], ['Effort', effort], ['After', { text: dependsOn.map((each) => `${word} ${each.text}`).join(', ') }]]),
  };
}

/** What nobody has written yet is no name. */
function filled(value: Value | undefined): Value | undefined {
  return value === undefined || value.text === '' || /[\r\n]/.test(value.text) || isOpen(value.text) ? undefined : value;
}

function facts(all: readonly (readonly [string, Pick<Value, 'text'> | undefined])[]): readonly Fact[] {
  return all.flatMap(([name, value]): readonly Fact[] => (value === undefined || value.text === '' || isOpen(value.text) ? [] : [[name, value.text]]));
}
