/** The little that the engine asks of whoever runs it. */

/** Folders are named by paths relative to the workspace folder, with `/`. */
export interface Folders {
  /** The names of the files in a folder; none where it does not exist. */
  fileNames(folder: string): Promise<readonly string[]>;
}
