import type { RecordEntry } from '../lint/surroundings.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import { readRecord, type DecisionRecord } from '../readings/records/record.ts';
import { isRecordKind, type Kind } from '../template/kind.ts';
import { recognise } from '../template/recognise.ts';
import { detachedData } from '../text/detached.ts';

/** A document of the workspace by its path, with `/`. */
export interface WorkspaceDocument {
  readonly path: string;
  /** Whoever has no room for all texts reads each when it is asked for. */
  readonly text: string;
}

/** The decision records among these documents: those whose kind is one decision as a whole, in all its dialects. */
export function recordsOf(documents: Iterable<WorkspaceDocument>, kinds: readonly Kind[], read: ReadMarkdown): readonly RecordEntry[] {
  return Array.from(documents, (document) => recordIn(document, kinds, read)).filter((entry) => entry !== undefined);
}

function recordIn(document: WorkspaceDocument, kinds: readonly Kind[], read: ReadMarkdown): RecordEntry | undefined {
  const { path, text } = document;
  const plan = readPlan(text);
  const kind = recognise(plan, path, kinds)?.kind;
  return kind && isRecordKind(kind) ? new KeptRecord(document, kind.id, detachedData(readRecord(plan, path, read))) : undefined;
}

/** Of thousands of records few are ever looked at again: their structure is read anew when it is. */
class KeptRecord implements RecordEntry {
  readonly path: string;
  readonly kind: string;
  readonly record: DecisionRecord;
  readonly #document: WorkspaceDocument;
  #plan: WeakRef<Plan> | undefined;

  /** The structure that the record was read from is let go: a weak reference made here would hold it, and that of all others, until the last one is read. */
  constructor(document: WorkspaceDocument, kind: string, record: DecisionRecord) {
    this.path = document.path;
    this.kind = kind;
    this.record = record;
    this.#document = document;
  }

  get plan(): Plan {
    const known = this.#plan?.deref();
    if (known !== undefined) return known;
    const plan = readPlan(this.#document.text);
    this.#plan = new WeakRef(plan);
    return plan;
  }
}
