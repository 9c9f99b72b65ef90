import { remembered } from '../text/remembered.ts';
import type { Kind } from './kind.ts';
import { isNumberName, splitAtPlaceholders, type Values } from './placeholders.ts';
import { expressionAround, isDistinctive, valuesOf } from './title-pattern.ts';

const LONGEST_PATH = 300;

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Empty for a file in the folder of the workspace itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The values of the placeholders in a file name of this kind; nothing where the name is not of that form. */
export function matchFileName(kind: Kind, path: string): Values | undefined {
  const form = formOf(kind, path);
  return form && matchPattern(baseName(form.pattern), baseName(path));
}

/** How well a path fits the file names of a kind: certainly where its folder fits too, or where the name says enough by itself. */
export function pathStrength(kind: Kind, path: string): { readonly certain: boolean; readonly form: string } | undefined {
  const form = formOf(kind, path);
  if (form === undefined || isContentsPage(form, path)) return undefined;
  return { certain: form.isInFolder || form.isDistinctive, form: baseName(form.pattern) };
}

/** What any name would fit is no document under the name of a folder's own page. */
function isContentsPage({ pattern }: FileForm, path: string): boolean {
  return /^(?:readme|index)\.md$/i.test(baseName(path)) && splitAtPlaceholders(baseName(pattern)).names.length > 0;
}

export interface FileForm {
  readonly pattern: string;
  /** The pattern names a folder, and the file stands in such a one. */
  readonly isInFolder: boolean;
  readonly isDistinctive: boolean;
}

/** Of the file names that the kind knows, the one that says most of this path; the first of equals. */
export function formOf(kind: Kind, path: string): FileForm | undefined {
  const forms = [kind.file, ...kind.also].filter((pattern) => matchPattern(baseName(pattern), baseName(path))).map((pattern) => formFrom(pattern, path));
  return forms.find(({ isInFolder }) => isInFolder) ?? forms.find(({ isDistinctive }) => isDistinctive) ?? forms[0];
}

function formFrom(pattern: string, path: string): FileForm {
  const { parts, names } = splitAtPlaceholders(baseName(pattern).replace(/\.md$/, ''));
  const isInFolder = pattern.includes('/') && matchPattern(pattern, path.split('/').slice(-pattern.split('/').length).join('/')) !== undefined;
  return { pattern, isInFolder, isDistinctive: isDistinctive(parts, names) };
}

/** A glob that finds every file with a name of this kind, in any folder and any case. */
export function fileGlobs(kind: Kind): readonly string[] {
  const globs = [kind.file, ...kind.also].map((pattern) => {
    const { parts, names } = splitAtPlaceholders(baseName(pattern));
    const hole = (name: string | undefined): string => (name === undefined ? '' : isNumberName(name) ? '[0-9]*' : '*');
    return `**/${parts.map((part, index) => anyCase(part) + hole(names[index])).join('')}`;
  });
  return Array.from(new Set(globs));
}

/** A file name taken apart by a pattern: its own letters around the placeholders, and what stands in them. */
export function placeholderPieces(pattern: string, name: string): { readonly parts: readonly string[]; readonly holes: readonly string[] } | undefined {
  const { parts, names } = splitAtPlaceholders(pattern);
  const found = expressionAround(parts, names, 'id').exec(name.slice(-LONGEST_PATH));
  if (!found?.indices) return undefined;
  const places = found.indices.slice(1).map((place): readonly [number, number] => place ?? [0, 0]);
  const ends = [0, ...places.map(([, end]) => end)];
  const starts = [...places.map(([start]) => start), found[0].length];
  return { parts: ends.map((end, index) => found[0].slice(end, starts[index])), holes: found.slice(1) };
}

function matchPattern(pattern: string, path: string): Values | undefined {
  const { names, expression } = compiled(pattern);
  const found = expression.exec(path.slice(-LONGEST_PATH));
  return found ? valuesOf(names, found) : undefined;
}

const compiled = remembered((pattern) => {
  const { parts, names } = splitAtPlaceholders(pattern);
  return { names, expression: expressionAround(parts, names, 'i') };
});

function anyCase(part: string): string {
  return Array.from(part, (sign) => {
    const [lower, upper] = [sign.toLowerCase(), sign.toUpperCase()];
    if (lower !== upper) return `[${lower}${upper}]`;
    return /[*?[\]{}]/.test(sign) ? `[${sign}]` : sign;
  }).join('');
}
