import type { Files } from '../ports.ts';
import { linkTo } from '../text/link-paths.ts';

const NOT_CODE = /^(?:\.|node_modules$|dist$|build$|out$|target$|vendor$|coverage$|bin$|obj$|__pycache__$)/;
/** Manifests further down are those of examples and fixtures more often than not. */
const DEEPEST = 3;
const MOST_FOLDERS = 40;
const MOST_DEPENDENCIES = 25;
const MOST_MATCHES = 20;
const LONGEST_MANIFEST = 200_000;

/** How each manifest names what the code depends on. Only read, never run. */
const MANIFESTS: readonly (readonly [glob: string, read: (text: string) => readonly string[]])[] = [
  ['**/package.json', packageJson],
  ['**/go.mod', (text) => matches(text, /^[ \t]*(?:require[ \t]+)?([\w-]{1,60}(?:\.[\w-]{1,60}){1,9}\/\S{1,200})[ \t]+v\S{1,100}(?!.*\/\/ indirect)/gm)],
  ['**/pyproject.toml', (text) => firstStrings(section(text, /^dependencies\s*=\s*\[/m)).flatMap((text) => /^[\w.-]+/.exec(text)?.[0] ?? [])],
  ['**/Cargo.toml', (text) => matches(section(text, /^\[dependencies\]/m, /^\[/m), /^([\w-]+)(?:\.[\w-]+)?[ \t]*=/gm)],
  ['**/pom.xml', (text) => matches(text, /<dependency>[\s\S]{0,500}?<artifactId>([^<]{1,100})<\/artifactId>/g)],
  ['**/*.csproj', (text) => matches(text, /<PackageReference\s+Include="([^"]{1,100})"/g)],
];

/** What can be seen of the code from outside: its folders, what its manifests depend on, and the patterns that a team looks for; nothing where there is no code. */
export async function codeOverview(files: Files, from: string, patterns: Readonly<Record<string, string>>): Promise<string | undefined> {
  const blocks = [...(await folders(files, from)), ...(await dependencies(files, from)), ...(await teamPatterns(files, from, patterns))];
  return blocks.length === 0 ? undefined : blocks.join('\n\n');
}

async function folders(files: Files, from: string): Promise<readonly string[]> {
  const top = (await files.folderNames('')).filter((name) => !NOT_CODE.test(name)).sort();
  const lines = await Promise.all(
    top.map(async (name) => {
      const below = (await files.folderNames(name)).filter((each) => !NOT_CODE.test(each)).sort();
      return [`- ${link(from, name, name)}`, ...below.map((each) => `  - ${link(from, `${name}/${each}`, each)}`)];
    }),
  );
  const all = lines.flat();
  return all.length === 0 ? [] : [`Folders:\n\n${shortened(all, MOST_FOLDERS, 'folders').join('\n')}`];
}

async function dependencies(files: Files, from: string): Promise<readonly string[]> {
  const found = await Promise.all(
    MANIFESTS.map(async ([glob, read]) => {
      const paths = (await files.find(glob)).filter(isManifestOfCode);
      return Promise.all(
        paths.map(async (path) => {
          const text = await files.read(path);
          if (text === undefined) return [];
          const names = Array.from(new Set(read(text.replace(/^\uFEFF/, '').slice(0, LONGEST_MANIFEST))));
          const shown = names.length === 0 ? 'none' : shortened(names.map(literal), MOST_DEPENDENCIES, 'more').join(', ');
          return [`- ${link(from, path, path)}: ${shown}`];
        }),
      );
    }),
  );
  const lines = found.flat(2);
  return lines.length === 0 ? [] : [`Dependencies by manifest:\n\n${lines.join('\n')}`];
}

async function teamPatterns(files: Files, from: string, patterns: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const blocks = await Promise.all(
    Object.entries(patterns).map(async ([name, glob]) => {
      const paths = await files.find(glob);
      const lines = paths.map((path) => `- ${link(from, path, path)}`);
      return lines.length === 0 ? [] : [`${name}:\n\n${shortened(lines, MOST_MATCHES, 'files').join('\n')}`];
    }),
  );
  return blocks.flat();
}

function isManifestOfCode(path: string): boolean {
  const parts = path.split('/');
  return parts.length <= DEEPEST && !parts.slice(0, -1).some((folder) => NOT_CODE.test(folder));
}

function link(from: string, to: string, name: string): string {
  return `[${literal(name)}](${linkTo(from, to)})`;
}

/** A name as it is, where Markdown or a template would read more into it: `__tests__`, `[slug]`, `{{project}}`. */
function literal(name: string): string {
  return name.replace(/[\\`*[\]{}<>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

function shortened(lines: readonly string[], most: number, what: string): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `${lines[0]?.startsWith('- ') ? '- ' : ''}… and ${lines.length - most} ${what}`];
}

function packageJson(text: string): readonly string[] {
  try {
    const data: unknown = JSON.parse(text);
    const listed = typeof data === 'object' && data !== null && 'dependencies' in data ? data.dependencies : undefined;
    return typeof listed === 'object' && listed !== null ? Object.keys(listed) : [];
  } catch {
    return [];
  }
}

/** The strings of a TOML list, up to its end. */
function firstStrings(list: string): readonly string[] {
  const strings: string[] = [];
  for (const [token, double, single] of list.matchAll(/"([^"\r\n]*)"|'([^'\r\n]*)'|#.*|\]/g)) {
    if (token === ']') break;
    const text = double ?? single;
    if (text !== undefined) strings.push(text);
  }
  return strings;
}

function section(text: string, begin: RegExp, end?: RegExp): string {
  const start = begin.exec(text);
  if (!start) return '';
  const rest = text.slice(start.index + start[0].length);
  return rest.slice(0, end?.exec(rest)?.index ?? rest.length);
}

function matches(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), (match) => (match[1] ?? '').trim()).filter((name) => name !== '');
}
