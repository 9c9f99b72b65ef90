import type { Relation } from '../../../../../src/core/readings/records/record-links.ts';
import { linkTo } from '../../../../../src/core/text/link-paths.ts';
import { writeRecord } from './written-record.ts';

/** How the records of each tree are written: by the place of their status. */
export const DIALECTS = ['sections', 'front matter', 'labels', 'items', 'table'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What a record of the corpus is, before it is written in its dialect. Its id stays whatever its number becomes. */
export interface Member {
  readonly dialect: Dialect;
  readonly id: number;
  readonly number: number;
  readonly path: string;
  readonly title: string;
  readonly status: 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded';
  readonly day: string;
}

export interface Bond {
  readonly relation: Relation;
  readonly to: Member;
}

export type Texts = Readonly<Record<string, string>>;

const IN_TREE = 200;
const FOLDERS: Readonly<Record<Dialect, string>> = {
  sections: 'berths/docs/adr',
  'front matter': 'pay/docs/decisions',
  labels: 'docs/architecture',
  items: 'log/doc/adr',
  table: 'tides/docs/adr',
};
const VERBS = ['Keep', 'Share', 'Lock', 'Count', 'Mirror', 'Sign', 'Sort', 'Retry', 'Archive', 'Measure', 'Limit', 'Split', 'Batch', 'Cache', 'Encrypt', 'Publish', 'Replay', 'Rotate', 'Seal', 'Trace'];
const NOUNS = ['bookings', 'berths', 'tide tables', 'payments', 'harbour logs', 'crane orders', 'ferry lists', 'pilot rosters', 'fuel receipts', 'weather reports'];

/** A record that has another number than its id. */
export type Renumbered = Pick<Member, 'dialect' | 'id' | 'number'>;

/** A thousand decision records in five dialects, with the pages that list them. */
export class ManyRecords {
  readonly #members = new Map<string, Member>();

  constructor(others: readonly Renumbered[] = []) {
    for (const dialect of DIALECTS) {
      for (let id = 1; id <= IN_TREE; id++) {
        const number = others.find((other) => other.dialect === dialect && other.id === id)?.number ?? id;
        this.#members.set(keyOf(dialect, id), memberOf(dialect, id, number));
      }
    }
  }

  get members(): readonly Member[] {
    return Array.from(this.#members.values());
  }

  member(dialect: Dialect, id: number): Member {
    const found = this.#members.get(keyOf(dialect, id));
    if (found === undefined) throw new Error(`There is no record ${id} in ${dialect}.`);
    return found;
  }

  /** Every file by its path. */
  texts(): Texts {
    const records = this.members.map((member): readonly [string, string] => [member.path, this.write(member)]);
    const indexes = DIALECTS.map((dialect): readonly [string, string] => [`${FOLDERS[dialect]}/README.md`, this.#index(dialect)]);
    return Object.fromEntries([...records, ...indexes, ['README.md', this.#overview()]]);
  }

  /** The text of a record, or of what is made of one. */
  write(member: Member, bonds = this.bonds(member)): string {
    return disguised(member.id, writeRecord(member, bonds, this.#mentioned(member)));
  }

  /** What a record says of others: each relation is said by both. */
  bonds({ dialect, id }: Member): readonly Bond[] {
    const others = bondsOf(id).map(([relation, to]): Bond => ({ relation, to: this.member(dialect, to) }));
    const abroad = id % 50 === 48 ? { relation: 'supersedes', to: this.member(neighbour(dialect, 1), id - 2) } as const : id % 50 === 46 ? { relation: 'superseded by', to: this.member(neighbour(dialect, -1), id + 2) } as const : undefined;
    return abroad ? [...others, abroad] : others;
  }

  /** Records that its text leads to without a relation: two of its tree, one of another. */
  #mentioned({ dialect, id }: Member): readonly [Member, Member, Member] {
    const at = (step: number): number => ((id - 1 + step) % IN_TREE) + 1;
    return [this.member(dialect, at(IN_TREE - 1)), this.member(dialect, at(17)), this.member(neighbour(dialect, 2), id)];
  }

  #index(dialect: Dialect): string {
    const path = `${FOLDERS[dialect]}/README.md`;
    const rows = this.members.filter((member) => member.dialect === dialect).map((member) => `| ${digits(member)} | [${member.title}](${linkTo(path, member.path)}) | ${member.status} | ${member.day} |`);
    return `# Records\n\n| ADR | Title | Status | Date |\n|-----|-------|--------|------|\n${rows.join('\n')}\n`;
  }

  #overview(): string {
    const items = this.members.filter(({ id }) => id % 7 === 0).map((member) => `- [${member.number}. ${member.title}](${linkTo('README.md', member.path)}) ${FOLDERS[member.dialect]}`);
    return `# Harbour\n\n${items.join('\n')}\n`;
  }
}

/** `0007`, or `007` where the files of its tree have three digits. */
export function digits({ dialect, number }: Member): string {
  return String(number).padStart(dialect === 'sections' || dialect === 'front matter' ? 4 : 3, '0');
}

function bondsOf(id: number): readonly (readonly [Relation, number])[] {
  const last = id % 10;
  if (last === 0) return [['supersedes', id - 3], ...(id % 50 === 40 ? [['supersedes', id - 10] as const] : id % 50 === 30 ? [['superseded by', id + 10] as const] : [])];
  if (last === 7) return [['superseded by', id + 3]];
  if (last === 4) return [['amends', id - 1]];
  if (last === 3) return [['amended by', id + 1]];
  return last === 5 ? [['relates to', id - 2], ['relates to', id + 3]] : [];
}

function memberOf(dialect: Dialect, id: number, number: number): Member {
  const title = `${VERBS[id % VERBS.length] ?? ''} ${NOUNS[Math.floor(id / VERBS.length) % NOUNS.length] ?? ''}${id >= IN_TREE ? ' again' : ''}`;
  const slug = title.toLowerCase().replaceAll(' ', dialect === 'items' ? '_' : '-');
  const isSuperseded = id % 10 === 7 || id % 50 === 30 || id % 50 === 46;
  const status = isSuperseded ? 'superseded' : id % 10 === 9 ? 'proposed' : id % 20 === 2 ? 'rejected' : id % 20 === 11 ? 'deprecated' : 'accepted';
  const day = `202${id % 6}-${String((id % 12) + 1).padStart(2, '0')}-${String((id % 28) + 1).padStart(2, '0')}`;
  const member = { dialect, id, number, title, status, day, path: '' } as const;
  const name = { sections: `${digits(member)}-${slug}.md`, 'front matter': `${digits(member)}-${slug}.md`, labels: `ADR-${digits(member)}-${slug}.md`, items: `adr_${digits(member)}_${slug}.md`, table: `ADR-${digits(member)}_${slug}.md` }[dialect];
  return { ...member, path: `${FOLDERS[dialect]}/${name}` };
}

function neighbour(dialect: Dialect, step: number): Dialect {
  return DIALECTS[(DIALECTS.indexOf(dialect) + step + DIALECTS.length) % DIALECTS.length] ?? dialect;
}

function keyOf(dialect: Dialect, id: number): string {
  return `${dialect} ${id}`;
}

/** Some were written on Windows. */
function disguised(id: number, text: string): string {
  const ended = id % 11 === 0 ? text.replaceAll('\n', '\r\n') : text;
  return id % 13 === 0 ? `\uFEFF${ended}` : ended;
}
