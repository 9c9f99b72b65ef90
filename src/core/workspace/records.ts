import type { RecordEntry } from '../lint/surroundings.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan } from '../plan/plan.ts';
import { readRecord } from '../readings/records/record.ts';
import { isRecordKind, type Kind } from '../template/kind.ts';
import { recognise } from '../template/recognise.ts';

/** A document of the workspace by its path, with `/`. */
export interface WorkspaceDocument {
  readonly path: string;
  readonly text: string;
}

/** The decision records among these documents: those whose kind is one decision as a whole, in all its dialects. */
export function recordsOf(documents: Iterable<WorkspaceDocument>, kinds: readonly Kind[], read: ReadMarkdown): readonly RecordEntry[] {
  return Array.from(documents, ({ path, text }) => recordIn(path, text, kinds, read)).filter((entry) => entry !== undefined);
}

function recordIn(path: string, text: string, kinds: readonly Kind[], read: ReadMarkdown): RecordEntry | undefined {
  const plan = readPlan(text);
  const kind = recognise(plan, path, kinds)?.kind;
  return kind && isRecordKind(kind) ? { path, kind: kind.id, plan, record: readRecord(plan, path, read) } : undefined;
}
