import { checker } from './documents.ts';
import { NOWHERE, type RecordEntry, type Surroundings } from '../../src/core/lint/surroundings.ts';
import { readPlan } from '../../src/core/plan/plan.ts';
import { readRecord } from '../../src/core/readings/records/record.ts';
import { recognise } from '../../src/core/template/recognise.ts';

/** The surroundings that these files are, by path; the rest of what rules may ask is given as it is. */
export function filesAround(files: Readonly<Record<string, string>>, rest: Partial<Surroundings> = {}): Surroundings {
  const paths = Object.keys(files);
  return {
    ...NOWHERE,
    exists: (path) => path === '' || paths.some((each) => each === path || each.startsWith(`${path}/`)),
    names: (folder) => {
      const lead = folder === '' ? '' : `${folder}/`;
      return Array.from(new Set(paths.filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length).split('/')[0] ?? '')));
    },
    document: (path) => {
      const text = files[path];
      return text === undefined ? 'missing' : readPlan(text);
    },
    records: () => paths.flatMap((path) => entryOf(path, files[path] ?? '')),
    recordsElsewhere: () => [],
    ...rest,
  };
}

function entryOf(path: string, text: string): readonly RecordEntry[] {
  const plan = readPlan(text);
  const kind = recognise(plan, path, checker.kinds)?.kind;
  return kind?.kind === 'adr' ? [{ path, kind: kind.id, plan, record: readRecord(plan, path, checker.readMarkdown) }] : [];
}
