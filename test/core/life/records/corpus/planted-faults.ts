import type { Helpers } from '../../../../../src/core/ports.ts';
import { lineOf } from './checked-records.ts';
import { DIALECTS, type Bond, type Dialect, type ManyRecords, type Member } from './many-records.ts';

/** What was planted, and where the checks must find it: `path:line rule`. */
export interface PlantedFaults {
  readonly texts: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
  readonly helpers: Helpers;
}

const TITLE = /^#/m;
const BRANCH = 'harbour/next';

/** Every fault in every dialect, each in records of its own. */
export function plantFaults(corpus: ManyRecords): PlantedFaults {
  const faults = new Faults(corpus);
  for (const dialect of DIALECTS) {
    plantRelations(faults, dialect);
    plantDanglingReferences(faults, dialect);
    plantStatuses(faults, dialect);
    plantNames(faults, dialect);
    plantHistory(faults, dialect);
  }
  return { texts: faults.texts, expected: faults.expected.sort(), helpers: faults.helpers };
}

class Faults {
  readonly texts: Record<string, string>;
  readonly expected: string[] = [];
  readonly #accepted = new Map<string, string>();
  readonly #taken: string[] = [];
  readonly #corpus: ManyRecords;

  constructor(corpus: ManyRecords) {
    this.#corpus = corpus;
    this.texts = { ...corpus.texts() };
  }

  get helpers(): Helpers {
    const [accepted, taken] = [this.#accepted, this.#taken];
    return {
      history: (path) => Promise.resolve(accepted.has(path) ? [accepted.get(path) ?? ''] : undefined),
      otherBranches: (folders) => Promise.resolve([{ branch: BRANCH, paths: taken.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`))) }]),
    };
  }

  member(dialect: Dialect, id: number): Member {
    return this.#corpus.member(dialect, id);
  }

  bonds(member: Member): readonly Bond[] {
    return this.#corpus.bonds(member);
  }

  write(member: Member, bonds?: readonly Bond[]): void {
    this.texts[member.path] = this.#corpus.write(member, bonds);
  }

  replace({ path }: Member, old: string | RegExp, by: string): void {
    const text = this.texts[path] ?? '';
    this.texts[path] = text.replace(old, by);
    if (this.texts[path] === text) throw new Error(`${path} has nothing to replace.`);
  }

  expect(rule: string, { path }: Member, place: RegExp): void {
    const text = this.texts[path] ?? '';
    const at = text.search(place);
    if (at < 0) throw new Error(`${path} has no ${String(place)}.`);
    this.expected.push(`${path}:${lineOf(text, at)} ${rule}`);
  }

  wasAccepted({ path }: Member): void {
    this.#accepted.set(path, this.texts[path] ?? '');
  }

  takeOnBranch(path: string): void {
    this.#taken.push(path);
  }
}

const RULE = 'consistent-supersedes';
const BY = /superseded by/i;

function plantRelations(faults: Faults, dialect: Dialect): void {
  const at = (id: number): Member => faults.member(dialect, id);
  faults.write(at(10), []);
  faults.expect(RULE, at(7), BY);
  faults.write({ ...at(17), status: 'accepted' }, []);
  faults.expect(RULE, at(20), /supersedes/i);
  faults.write(at(24), []);
  faults.expect(RULE, at(23), /amended.by/i);
  // Two that supersede each other, and three in a circle.
  faults.write(at(67), [{ relation: 'superseded by', to: at(70) }, { relation: 'supersedes', to: at(70) }]);
  faults.write({ ...at(70), status: 'superseded' }, [{ relation: 'supersedes', to: at(67) }, { relation: 'superseded by', to: at(67) }]);
  faults.write(at(77), [{ relation: 'superseded by', to: at(80) }, { relation: 'supersedes', to: at(90) }]);
  faults.write({ ...at(90), status: 'superseded' }, [...faults.bonds(at(90)), { relation: 'superseded by', to: at(77) }]);
  for (const id of [67, 70, 77, 80, 90]) faults.expect(RULE, at(id), BY);
}

function plantDanglingReferences(faults: Faults, dialect: Dialect): void {
  const at = (id: number): Member => faults.member(dialect, id);
  const nowhere: Member = { ...at(101), number: 999, title: 'Nowhere', path: at(101).path.replace(/101.*/, '999-nowhere.md') };
  faults.write(at(101), [{ relation: 'supersedes', to: nowhere }]);
  // A link is found where links are.
  faults.expect(dialect === 'front matter' ? RULE : 'valid-links', at(101), /supersedes/i);
  faults.replace(at(102), /See ADR-\d+/, 'See ADR-0998');
  faults.expect('valid-links', at(102), /See ADR-0998/);
  faults.replace(at(106), /(?<=\.md)#[a-z-]+/, '#no-such-part');
  faults.expect('valid-links', at(106), /#no-such-part/);
}

function plantStatuses(faults: Faults, dialect: Dialect): void {
  const at = (id: number): Member => faults.member(dialect, id);
  faults.replace(at(116), /(?<=a)ccepted/i, 'cceptd');
  faults.expect('valid-status', at(116), /acceptd/i);
  faults.replace(at(118), /accepted/i, 'Brewing');
  faults.expect('valid-status', at(118), /Brewing/);
  // It says that it holds, and that another one took its place.
  faults.write({ ...at(127), status: 'accepted' });
  faults.expect(RULE, at(127), /accepted/i);
}

function plantNames(faults: Faults, dialect: Dialect): void {
  const at = (id: number): Member => faults.member(dialect, id);
  if (dialect !== 'front matter') {
    faults.write({ ...at(131), number: 831 });
    faults.expect('valid-record-name', at(131), TITLE);
  }
  faults.write({ ...at(132), title: 'Xylophones' });
  faults.expect('valid-record-name', at(132), TITLE);
  const odd: Member = { ...at(136), number: 201, title: 'Keep all', path: at(136).path.replace(/[^/]*$/, '201_keep_all.md') };
  faults.write(odd);
  faults.expect('valid-record-name', odd, TITLE);
  const twin: Member = { ...at(142), title: 'Write twice', path: at(142).path.replace(/(?<=142.).*/, dialect === 'items' ? 'write_twice.md' : 'write-twice.md') };
  faults.write(twin);
  for (const each of [at(142), twin]) faults.expect('unique-record-numbers', each, TITLE);
}

function plantHistory(faults: Faults, dialect: Dialect): void {
  const at = (id: number): Member => faults.member(dialect, id);
  for (const id of [156, 158]) faults.wasAccepted(at(id));
  faults.replace(at(156), 'has 156 quays', 'has no quays');
  faults.expect('no-edits-after-acceptance', at(156), /^## (?:Context|Problem)/m);
  // The same file on both branches is the same record.
  faults.takeOnBranch(at(168).path);
  faults.takeOnBranch(at(166).path.replace(/(?<=166.).*/, 'elsewhere.md'));
  faults.expect('unique-record-numbers', at(166), TITLE);
}
