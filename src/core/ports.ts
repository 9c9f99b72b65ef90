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

/** What the engine cannot do by itself, as far as whoever runs it can. */
export interface Helpers {
  /** What the parser of mermaid says about the source of a diagram: nothing where it can be drawn. */
  diagramProblem?(source: string): Promise<{ readonly message: string; readonly line: number; readonly column?: number } | undefined>;
  /** The committed texts of a document, the oldest first; nothing where there is no history. */
  history?(path: string): Promise<readonly string[] | undefined>;
  /** The paths of the files that other branches would bring into this one, under these folders; an empty one is the root. */
  otherBranches?(folders: readonly string[]): Promise<readonly { readonly branch: string; readonly paths: readonly string[] }[]>;
}
