import type { WorkspaceIndexes } from '../workspace-index.ts';

/** Reads the plans and records of the workspace anew, where the view has missed a change. */
export function refreshDocuments(indexes: WorkspaceIndexes): Promise<void> {
  return indexes.refresh();
}
