import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scaffoldPath } from '../../src/core/scaffold/scaffold.ts';
import type { Kind } from '../../src/core/template/kind.ts';
import type { Values } from '../../src/core/template/placeholders.ts';
import { slug } from '../../src/core/text/slug.ts';
import { writePlan } from './plans.ts';
import { Random } from './random.ts';
import { date, name, role } from './words.ts';

export interface BenchDocument {
  readonly path: string;
  readonly text: string;
}

/** What a team writes: one master plan with its phases, designs, changes and records. */
const OF_A_TEAM = [
  'master-plan', 'phase-plan', 'phase-plan', 'phase-plan', 'phase-plan', 'phase-plan', 'architect-plan', 'architect-plan', 'architectural-plan', 'architectural-plan', 'system-design',
  'use-case-plan', 'use-case-plan', 'task-breakdown', 'adr-nygard', 'adr-nygard', 'adr-madr', 'adr-madr', 'adr-decision', 'adr-decision',
];

/** The documents of so many teams in folders of their own, some twenty from each; the same in every run. */
export function* writeDocuments(kinds: readonly Kind[], count: number, bytes: number): Generator<BenchDocument> {
  for (let index = 0; index < count; index += 1) {
    const team = Math.floor(index / OF_A_TEAM.length);
    const place = index % OF_A_TEAM.length;
    const id = OF_A_TEAM[place] ?? '';
    const { path: file, text } = writeDocument(kindNamed(kinds, id), bytes, OF_A_TEAM.slice(0, place).filter((each) => sortOf(each) === sortOf(id)).length + 1, index);
    yield { path: `team-${String(team + 1).padStart(4, '0')}/${file}`, text };
  }
}

/** One document. Its number is that among the phases or records around it. */
export function writeDocument(kind: Kind, bytes: number, number: number, seed: number): BenchDocument {
  const answers = answersFor(kind, number, new Random(seed * 7919 + 1));
  const file = scaffoldPath(kind, answers);
  return { path: kind.beside === undefined ? file : `docs/${file}`, text: writePlan(kind, answers, bytes, seed) };
}

export function writeFolder(folder: string, documents: Iterable<BenchDocument>): void {
  for (const document of documents) {
    const file = path.join(folder, document.path);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, document.text);
  }
}

export function kindNamed(kinds: readonly Kind[], id: string): Kind {
  const kind = kinds.find((each) => each.id === id);
  if (kind === undefined) throw new Error(`There is no kind ${id}.`);
  return kind;
}

/** Records of all dialects are numbered together. */
function sortOf(id: string): string {
  return id.startsWith('adr-') ? 'adr' : id;
}

/** What the kind asks its author, and the links that its template leaves to the folder around it. */
function answersFor(kind: Kind, number: number, random: Random): Values {
  const title = `${name(random)} ${number}`;
  const given: Values = { number: String(number), name: name(random), title, feature: title, system: title, story: `BERTH-${random.between(100, 999)}-${number}`, source: slug(title) };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([asked]) => Object.hasOwn(kind.ask, asked) || asked === 'number')),
    date: date(random),
    author: role(random),
    source_title: title,
    source_link: '../plans/IMPLEMENTATION-PLAN.md',
    master_plan_link: 'IMPLEMENTATION-PLAN.md',
    phase_link: 'PHASE-1-ARCHITECTURE-PLAN.md',
    previous_link: number > 1 ? `PHASE-${number - 1}-ARCHITECTURE-PLAN.md` : 'IMPLEMENTATION-PLAN.md',
  };
}
