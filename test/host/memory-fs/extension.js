// Test only: the folder mounted by the static server, as a virtual file system. It is read over HTTP at first use; writes stay in memory.
// `groundplan-test:` can be written to, `groundplan-readonly:` cannot. Both start from the same folder.
const vscode = require('vscode');

const { FileChangeType, FileSystemError, FileType } = vscode;

exports.activate = (context) => {
  const mount = context.extensionUri.with({ path: '/mount.json' }).toString();
  for (const [scheme, isReadonly] of [['groundplan-test', false], ['groundplan-readonly', true]]) {
    const files = new MemoryFileSystem(mount);
    context.subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true, isReadonly }));
    registerSearch(context, scheme, files);
  }
};

// A proposed API: quick open and `findFiles` go through it, as they do on vscode.dev. Without it the files are still there.
function registerSearch(context, scheme, files) {
  try {
    const provideFileSearchResults = async (_query, options) => files.below(options.folder);
    context.subscriptions.push(vscode.workspace.registerFileSearchProvider(scheme, { provideFileSearchResults }));
  } catch (error) {
    console.log(`file search is not available: ${error}`);
  }
}

class MemoryFileSystem {
  constructor(mount) {
    this.mount = mount;
    this.emitter = new vscode.EventEmitter();
    this.onDidChangeFile = this.emitter.event;
  }

  // Path → entry. A folder's entry has no data.
  async entries() {
    this.loading ??= load(this.mount);
    return this.loading;
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  async stat(uri) {
    const { type, ctime, mtime, data } = await this.existing(uri);
    return { type, ctime, mtime, size: data?.byteLength ?? 0 };
  }

  async readDirectory(uri) {
    const folder = await this.existing(uri);
    if (folder.type !== FileType.Directory) throw FileSystemError.FileNotADirectory(uri);
    const children = [...(await this.entries())].filter(([path]) => path !== '/' && parentOf(path) === pathOf(uri));
    return children.map(([path, entry]) => [path.slice(path.lastIndexOf('/') + 1), entry.type]);
  }

  async readFile(uri) {
    const entry = await this.existing(uri);
    if (entry.type === FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
    return entry.data;
  }

  async createDirectory(uri) {
    const entries = await this.entries();
    if (entries.has(pathOf(uri))) throw FileSystemError.FileExists(uri);
    await this.parent(uri);
    entries.set(pathOf(uri), folderEntry());
    this.emitter.fire([{ type: FileChangeType.Created, uri }]);
  }

  async writeFile(uri, data, { create, overwrite }) {
    const entries = await this.entries();
    const before = entries.get(pathOf(uri));
    if (before?.type === FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
    if (before === undefined && !create) throw FileSystemError.FileNotFound(uri);
    if (before !== undefined && create && !overwrite) throw FileSystemError.FileExists(uri);
    await this.parent(uri);
    entries.set(pathOf(uri), { ...fileEntry(data), ctime: before?.ctime ?? Date.now() });
    this.emitter.fire([{ type: before === undefined ? FileChangeType.Created : FileChangeType.Changed, uri }]);
  }

  async delete(uri, { recursive }) {
    const entry = await this.existing(uri);
    if (entry.type === FileType.Directory && !recursive && (await this.readDirectory(uri)).length > 0) throw FileSystemError.NoPermissions(uri);
    const entries = await this.entries();
    for (const path of within(entries, pathOf(uri))) entries.delete(path);
    this.emitter.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  async rename(from, to, { overwrite }) {
    await this.existing(from);
    await this.parent(to);
    const entries = await this.entries();
    if (entries.has(pathOf(to))) {
      if (!overwrite) throw FileSystemError.FileExists(to);
      await this.delete(to, { recursive: true });
    }
    for (const path of within(entries, pathOf(from))) {
      entries.set(pathOf(to) + path.slice(pathOf(from).length), entries.get(path));
      entries.delete(path);
    }
    this.emitter.fire([{ type: FileChangeType.Deleted, uri: from }, { type: FileChangeType.Created, uri: to }]);
  }

  // Every file below a folder, for the search.
  async below(folder) {
    const entries = await this.entries();
    return within(entries, pathOf(folder)).filter((path) => entries.get(path).type === FileType.File).map((path) => folder.with({ path }));
  }

  async existing(uri) {
    const entry = (await this.entries()).get(pathOf(uri));
    if (entry === undefined) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  async parent(uri) {
    const folder = uri.with({ path: parentOf(pathOf(uri)) });
    if ((await this.existing(folder)).type !== FileType.Directory) throw FileSystemError.FileNotADirectory(folder);
  }
}

async function load(mount) {
  const listed = await (await fetch(mount)).json();
  const entries = new Map([['/', folderEntry()]]);
  for (const { path, base64 } of listed) {
    entries.set(path, base64 === undefined ? folderEntry() : fileEntry(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))));
  }
  return entries;
}

function fileEntry(data) {
  return { type: FileType.File, ctime: Date.now(), mtime: Date.now(), data };
}

function folderEntry() {
  return { type: FileType.Directory, ctime: Date.now(), mtime: Date.now() };
}

function pathOf(uri) {
  return uri.path.length > 1 ? uri.path.replace(/\/$/, '') : '/';
}

function parentOf(path) {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function within(entries, path) {
  const prefix = path === '/' ? '/' : `${path}/`;
  return [...entries.keys()].filter((key) => key === path || key.startsWith(prefix));
}
