import { withDerivedValues } from '../template/derived-values.ts';
import { applicableText, type Kind } from '../template/kind.ts';
import { fill, toSnippet, type Values } from '../template/placeholders.ts';

/** A new document, not yet written anywhere. */
export interface Scaffold {
  /** Relative to the workspace folder, with `/`; never leads out of it. */
  readonly path: string;
  readonly contents: string;
  /** The same with tab stops: expanded with its defaults it equals the contents. */
  readonly snippet: string;
}

export function scaffold(kind: Kind, answers: Values): Scaffold {
  const values = withDerivedValues(answers);
  const text = applicableText(kind, values);
  return { path: scaffoldPath(kind, answers), contents: fill(text, values), snippet: toSnippet(text, values) };
}

/** Where the document goes. What an author types becomes part of a name, never a folder. */
export function scaffoldPath(kind: Kind, answers: Values): string {
  const safe = Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, slug(value)]));
  return fill(kind.file, safe);
}

/** A sentence on what is wrong with a phase number, or nothing. */
export function phaseNumberProblem(text: string): string | undefined {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? undefined : 'A phase number is a whole number from 1 to 9999.';
}

/** Letters and digits of any script, joined by hyphens; `_` where nothing else is left. */
export function slug(text: string): string {
  const words = text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return words.slice(0, 80) || '_';
}
