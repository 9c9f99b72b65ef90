import type { TextEdit } from '../text/edits.ts';

/** What a command changes in the files of a workspace folder: all of it, or nothing. Paths are relative to the folder, with `/`. */
export interface Change {
  /** What it is, as a question to undo names it: "Supersede ADR 3". */
  readonly title: string;
  readonly files: readonly FileChange[];
  readonly creates?: readonly NewFile[];
  readonly renames?: readonly Rename[];
}

export interface FileChange {
  readonly path: string;
  /** The text that the edits refer to: where the file says something else by now, nothing is written. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

export interface NewFile {
  readonly path: string;
  readonly contents: string;
}

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** A change, or a sentence that says why there is none, and the remedy. */
export type Planned = { readonly change: Change } | { readonly problem: string };
