import type { Plan } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { partOf } from '../readings/forms/pieces.ts';
import { headFields } from '../readings/records/head-fields.ts';
import type { ContractSection } from '../template/kind.ts';
import { pathFrom } from '../text/link-paths.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/**
 * The document that this one is made from. `named` means that it is said in words which lead to no file, `unknown` that nobody knows yet;
 * `missing` has the words that name a file which is not there, `nowhere` where it would be found by its name.
 */
export type Origin =
  | { readonly state: 'found'; readonly path: string; readonly plan: Plan; readonly place: Range }
  | { readonly state: 'missing'; readonly path: string; readonly place: Value }
  | { readonly state: 'nowhere'; readonly beside: string | undefined }
  | { readonly state: 'named' | 'unknown' };

const OTHER_NAMES = ['use case', 'use case file', 'use case document', 'use case source', 'source document', 'source file', 'source use case', 'based on', 'derived from', 'made from'];
const LONGEST_HEAD = 8000;
const LINK = /\]\(\s{0,9}<?([^()\s<>]{1,300})>?/;
const LINKS = /\]\(\s{0,9}<?([^()\s<>]{1,300}\.(?:md|markdown))(?:#[^()\s<>]{0,200})?>?/giu;
const FILE = /(?:[^\s"'`<>()[\]{}|]{1,200}\/)?[^\s"'`<>()[\]{}|/]{1,200}\.(?:md|markdown|mdx|txt|adoc|docx?|pdf)(?![\p{L}\p{N}])/iu;
/** Whatever leads somewhere: a file, a link, an address, a ticket. */
const SAID = /\.(?:md|markdown|adoc|docx?|pdf)(?![\p{L}\p{N}])|\]\(|\]\[|https?:\/\/|(?<![\p{L}\p{N}])[A-Z][A-Z0-9]{1,9}-\d{1,6}(?![\p{L}\p{N}])/u;

/** For a kind of which documents are made from a file beside them. */
export function originOf(subject: Subject): Origin | undefined {
  const { kind, plan, values } = subject;
  if (kind.beside === undefined) return undefined;
  const names = [titleKey(kind.beside.replaceAll('_', ' ')), ...OTHER_NAMES];
  const field = headFields(plan, subject.read).find(({ key, whole }) => names.includes(key) && whole.text !== '');
  if (field !== undefined) return ofField(subject, unquoted(field.whole));
  const stem = values[kind.beside];
  const beside = stem === undefined ? undefined : pathFrom(folderOf(subject.path), `${encodeURI(stem)}.md`);
  const found = beside === undefined ? undefined : subject.surroundings.document(beside);
  if (beside !== undefined && found !== undefined && found !== 'missing') return { state: 'found', path: beside, plan: found, place: headingOf(plan) };
  return linked(subject) ?? unsaid(subject, beside, found);
}

function ofField(subject: Subject, value: Value): Origin {
  const link = LINK.exec(value.text)?.[1];
  const file = link ?? FILE.exec(value.text)?.[0];
  if (isOpen(value.text)) return { state: 'unknown' };
  if (file === undefined || /^[a-z][a-z0-9+.-]*:/i.test(file)) return { state: 'named' };
  const at = value.text.indexOf(file);
  return lookUp(subject, file, partOf(value, at, at + file.length));
}

/** Beside the document, or from the root of the workspace. */
function lookUp({ path, surroundings }: Subject, file: string, place: Value): Origin {
  const [bare = ''] = file.split('#');
  const candidates = [pathFrom(folderOf(path), bare), pathFrom('', bare)].filter((candidate) => candidate !== undefined && candidate !== '');
  const [first] = candidates;
  if (first === undefined) return { state: 'named' };
  let isKnown = true;
  for (const candidate of new Set(candidates)) {
    const isThere = surroundings.exists(candidate ?? '');
    const plan = /\.(?:md|markdown)$/i.test(bare) ? surroundings.document(candidate ?? '') : isThere === true ? 'other' : 'missing';
    if (plan === 'other') return { state: 'named' };
    if (plan !== undefined && plan !== 'missing') return { state: 'found', path: candidate ?? '', plan, place: place.range };
    // What is there and cannot be read is no matter of this document.
    isKnown &&= plan === 'missing' && isThere === false;
  }
  return isKnown ? { state: 'missing', path: first, place } : { state: 'unknown' };
}

/** A link right below the title. That it leads nowhere is said of all links alike. */
function linked(subject: Subject): Origin | undefined {
  const { plan } = subject;
  const { title, text, outline } = plan;
  if (title === undefined) return undefined;
  const head = text.slice(title.body.start, Math.min(title.body.end, title.body.start + LONGEST_HEAD));
  let said: Origin | undefined;
  for (const { 1: file = '', index, 0: whole } of head.matchAll(LINKS)) {
    const start = title.body.start + index + whole.indexOf(file);
    if (outline.comments.some((comment) => comment.start <= start && start < comment.end)) continue;
    const origin = lookUp(subject, file, { text: file, range: { start, end: start + file.length } });
    if (origin.state === 'found') return origin;
    said ??= { state: origin.state === 'missing' ? 'named' : 'unknown' };
  }
  return said;
}

function unsaid(subject: Subject, beside: string | undefined, found: Plan | 'missing' | undefined): Origin {
  const { plan } = subject;
  if (beside !== undefined && (found === undefined || subject.surroundings.exists(beside) !== false)) return { state: 'unknown' };
  const first = plan.title?.children[0] ?? plan.sections[1];
  const head = plan.text.slice(0, Math.min(first?.range.end ?? plan.text.length, LONGEST_HEAD));
  return SAID.test(head) || !isMeant(subject) ? { state: 'named' } : { state: 'nowhere', beside };
}

/** Many plans are called so in their file names: this one has the title of the kind, or the chapter into which the source goes. */
function isMeant({ kind, plan, match }: Subject): boolean {
  const title = plan.title?.heading.title ?? '';
  return kind.root.patterns.some((pattern) => pattern.match(title) !== undefined) || kind.sections.some((section) => match.found.has(section) && section.children.some(isFilled));
}

function isFilled({ from }: ContractSection): boolean {
  return from !== undefined;
}

function headingOf({ title }: Plan): Range {
  return title?.heading.range ?? { start: 0, end: 0 };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function unquoted(value: Value): Value {
  return /^(["'])[^"']*\1$/.test(value.text) ? partOf(value, 1, value.text.length - 1) : value;
}
