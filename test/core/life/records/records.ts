import { ownRecord } from '../../../../src/core/lint/records-around.ts';
import { Subject } from '../../../../src/core/lint/subject.ts';
import type { RecordEntry, Surroundings } from '../../../../src/core/lint/surroundings.ts';
import { NOWHERE } from '../../../../src/core/lint/surroundings.ts';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { recognise } from '../../../../src/core/template/recognise.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import type { Change, Planned } from '../../../../src/core/life/change.ts';
import { checker } from '../../documents.ts';
import { read } from '../../support/markdown.ts';

export const TODAY = '2026-11-21';

export const NYGARD_BODY = '## Context\n\nText.\n\n## Decision\n\nText.\n\n## Consequences\n\nText.\n';
export const MADR_BODY = '## Context and Problem Statement\n\nText.\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\nChosen option: "A", because it is.\n';
export const DECISION_BODY = '## Problem\n\nText.\n\n## Options Considered\n\n1. A\n2. B\n\n## Selected Approach\n\n**A**\n\n## Trade-offs\n\n- None\n\n## Confidence: 80%\n';

export const nygard = (number: number, status: string, title = `Log ${number}`): string => `# ${number}. ${title}\n\nDate: 2026-03-01\n\n## Status\n\n${status}\n\n${NYGARD_BODY}`;
export const madr = (head: string, title = 'Log'): string => `---\n${head}\n---\n\n# ${title}\n\n${MADR_BODY}`;
export const decision = (head: string, title = 'Decision: Log'): string => `# ${title}\n\n${head}\n\n${DECISION_BODY}`;

/** A text as the decision record that it is. */
export function recordAt(text: string, path = 'docs/adr/0003-log.md', around: Surroundings = NOWHERE): Subject {
  const plan = readPlan(text);
  const recognition = recognise(plan, path, checker.kinds);
  if (recognition === undefined) throw new Error(`${path} is of no kind.`);
  return new Subject(plan, path, recognition, read, around);
}

export function entryAt(text: string, path: string): RecordEntry {
  const entry = ownRecord(recordAt(text, path));
  if (entry === undefined) throw new Error(`${path} is no record.`);
  return entry;
}

export function changeOf(planned: Planned): Change {
  if ('problem' in planned) throw new Error(planned.problem);
  return planned.change;
}

/** The files after a change, by path; every edit must be in place and change something. */
export function changed(files: Readonly<Record<string, string>>, change: Change): Readonly<Record<string, string>> {
  const result = { ...files };
  for (const { path, text, edits } of change.files) {
    if (files[path] !== text) throw new Error(`${path} is not what the change was made for.`);
    result[path] = applyEdits(text, edits);
    if (result[path] === text) throw new Error(`${path} is not changed at all.`);
  }
  for (const { path, contents } of change.creates ?? []) {
    if (result[path] !== undefined) throw new Error(`${path} exists.`);
    result[path] = contents;
  }
  return Object.fromEntries(Object.entries(result).map(([path, text]) => [renamed(path, change), text]));
}

function renamed(path: string, { renames = [] }: Change): string {
  for (const { from, to } of renames) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}
