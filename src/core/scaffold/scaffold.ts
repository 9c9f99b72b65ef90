import { withDerivedValues } from '../template/derived-values.ts';
import { baseName } from '../template/file-name.ts';
import { applicableText, type Kind } from '../template/kind.ts';
import { fill, isNumberName, splitAtPlaceholders, toSnippet, type Values } from '../template/placeholders.ts';
import { slug } from '../text/slug.ts';

/** A new document, not yet written anywhere. */
export interface Scaffold {
  /** Relative to the workspace folder, with `/`; never leads out of it. */
  readonly path: string;
  readonly contents: string;
  /** The same with tab stops: expanded with its defaults it equals the contents. */
  readonly snippet: string;
}

/** Where a document goes and how its name is written, where that is not as the template has it. */
export interface PlaceForDocument {
  readonly folder: string;
  readonly pattern: string;
  readonly joint: '-' | '_';
}

export function scaffold(kind: Kind, answers: Values, place = placeOfTemplate(kind)): Scaffold {
  const values = withDerivedValues(answers);
  const text = applicableText(kind, values);
  return { path: scaffoldPath(kind, answers, place), contents: fill(text, values), snippet: toSnippet(text, values) };
}

/** Where the document goes. What an author types becomes part of a name, never a folder. */
export function scaffoldPath(kind: Kind, answers: Values, { folder, pattern, joint } = placeOfTemplate(kind)): string {
  const values = withDerivedValues(answers);
  const safe = (name: string, value: string): string => (kind.ask[name]?.file === undefined ? slug(value, joint) : asName(value, joint));
  const digits = (value: string): string => value.replace(/\D+/g, '') || '_';
  const path = folder === '' ? pattern : `${folder}/${pattern}`;
  // A folder that is there already may have braces in its own name.
  const words = splitAtPlaceholders(`${kind.file}/${pattern}`).names.map((name): readonly [string, string] => [name, isNumberName(name) ? digits(values[name] ?? '') : safe(name, values[name] ?? '')]);
  return fill(path, Object.fromEntries(words));
}

export function placeOfTemplate({ file }: Kind): PlaceForDocument {
  const pattern = baseName(file);
  return { folder: file.slice(0, Math.max(0, file.length - pattern.length - 1)), pattern, joint: '-' };
}

/** A file that is there already gives its name as it is. */
function asName(name: string, joint: string): string {
  const safe = name.replace(/[/\\\p{Cc}]/gu, joint);
  return /^\.*$/.test(safe) ? '_' : safe;
}

/** A sentence on what is wrong with a number for a document, or nothing. */
export function numberProblem(text: string): string | undefined {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? undefined : 'Write a whole number from 1 to 9999.';
}
