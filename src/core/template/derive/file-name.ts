import { plainTitle } from '../../plan/titles.ts';
import { commonForm, type CommonForm } from './common-form.ts';
import { harmless } from './body.ts';
import { isMost, Tally } from './census.ts';

/** What documents are called: how their files and titles are formed. */
export interface DerivedNames {
  readonly file: string;
  /** The name under which all of them are met now, where it cannot be that of the next one. */
  readonly also: string | undefined;
  readonly title: string;
  /** The number of each document that has one, by its index. */
  readonly numbers: ReadonlyMap<number, number>;
}

const NAME = '{{name}}';
const EXTENSION = /\.(?:md|markdown|mdx|txt)$/i;
const WHOLE_NUMBER = /(?<![\p{L}\p{N}])\d+(?![\p{L}\p{N}])/gu;
const FILE_WORD = /\d{4}-\d{2}-\d{2}|[-_ .]|[^-_ .]+/g;

export function deriveNames(documents: readonly { readonly path: string; readonly title: string | undefined }[]): DerivedNames {
  const paths = documents.map(({ path }) => folderParts(path));
  const bases = paths.map((parts) => (parts.at(-1) ?? '').replace(EXTENSION, ''));
  const titles = documents.map(({ title }) => harmless(plainTitle(title ?? '')));
  const only = documents.length === 1 ? sharedNumber(bases[0] ?? '', titles[0] ?? '') : undefined;
  const fileForm = commonForm(bases.map((base) => base.match(FILE_WORD) ?? []), only);
  const titleForm = commonForm(titles.map((title) => title.match(/\S+/g) ?? []), only);
  const folder = commonFolder(paths.map((parts) => parts.slice(0, -1)));
  return {
    file: [...folder, `${baseOf(fileForm)}.md`].join('/'),
    also: isAlwaysTheSame(fileForm) ? `${fileForm.leading.join('')}.md` : undefined,
    title: titleOf(titleForm),
    numbers: new Map([...fileForm.numbers, ...titleForm.numbers]),
  };
}

/**
 * Files that are told apart by their folders alone, as in `services/billing/RUNBOOK.md`: what an author types never becomes a folder,
 * so the next one stands beside those folders, with the name in its own.
 */
function isAlwaysTheSame({ leading, varies }: CommonForm): boolean {
  return !varies && leading.length > 0 && !leading.some(hasPlaceholder);
}

function baseOf(form: CommonForm): string {
  const leading = form.leading.join('');
  if (leading !== '' && !form.varies && !isAlwaysTheSame(form)) return leading;
  const trailing = form.trailing.join('');
  const before = leading === '' || /[-_ .]$/.test(leading) ? leading : `${leading}-`;
  return before + NAME + (trailing === '' || /^[-_ .]/.test(trailing) ? trailing : `-${trailing}`);
}

function titleOf({ leading, trailing, varies }: CommonForm): string {
  const words = varies || leading.length === 0 ? [...leading, NAME, ...trailing] : leading;
  return words.join(' ');
}

function hasPlaceholder(word: string): boolean {
  return word.includes('{{');
}

/** With one document nothing shows what varies; a number that is in its name and its title is its number. */
function sharedNumber(base: string, title: string): number | undefined {
  const inTitle = new Set((title.match(WHOLE_NUMBER) ?? []).map(Number));
  return (base.match(WHOLE_NUMBER) ?? []).map(Number).find((number) => inTitle.has(number));
}

/** The parts of a path inside the workspace, without what no file name of a template may hold. */
function folderParts(path: string): readonly string[] {
  const parts = path.replace(/[{}\p{Cc}\p{Cs}\u2028\u2029]/gu, '').replace(/^[a-z]:/i, '').split(/[/\\]/);
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').map((part) => part.replace(/^([a-z]):+/i, '$1'));
}

/** The innermost folder that holds most of the documents. */
function commonFolder(folders: readonly (readonly string[])[]): readonly string[] {
  const common: string[] = [];
  let inside = folders;
  for (;;) {
    const next = new Tally();
    for (const folder of inside) next.add(folder[common.length] ?? '');
    const name = next.most;
    if (name === '' || !isMost(next.countOf(name), folders.length)) return common;
    inside = inside.filter((folder) => folder[common.length] === name);
    common.push(name);
  }
}

export function placeholdersIn(...patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => Array.from(pattern.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name));
}

