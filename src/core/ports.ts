/** The little that the engine asks of whoever runs it. */

/** The files of one workspace folder. Files and folders are named by paths relative to it, with `/`; the folder itself by an empty one. */
export interface Files {
  /** The names of the files in a folder; none where it does not exist. */
  fileNames(folder: string): Promise<readonly string[]>;
  /** The names of the folders in a folder; none where it does not exist. */
  folderNames(folder: string): Promise<readonly string[]>;
  /** The paths of the files that match a pattern such as `docs/*.md`, without what the workspace leaves out. */
  find(glob: string): Promise<readonly string[]>;
  /** The text of a file, as an editor shows it where it is open; nothing where it cannot be read. */
  read(path: string): Promise<string | undefined>;
}
