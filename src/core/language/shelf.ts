import { Subject } from '../lint/subject.ts';
import { NOWHERE } from '../lint/surroundings.ts';
import { rangeAround } from '../plan/blocks.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan } from '../plan/plan.ts';
import type { HiddenSpans } from '../readings/hidden-spans.ts';
import { hiddenSpans, readLinks, type Link } from '../readings/links.ts';
import { recognise } from '../template/recognise.ts';
import { isRecordKind } from '../template/kind.ts';
import type { WorkspaceIndex } from '../workspace/index.ts';
import { definedNames, type DefinedName } from './defined-names.ts';

/** One document, read for the names in it. */
export class Page {
  readonly path: string;
  readonly plan: Plan;
  /** Nothing for a page of no known kind. */
  readonly subject: Subject | undefined;
  readonly hidden: HiddenSpans;
  readonly links: readonly Link[];
  readonly #targets: readonly { readonly start: number; readonly end: number }[];

  constructor(path: string, plan: Plan, subject: Subject | undefined) {
    this.path = path;
    this.plan = plan;
    this.subject = subject;
    this.hidden = hiddenSpans(plan);
    this.links = readLinks(plan, this.hidden);
    this.#targets = this.links.map(({ range }) => range);
  }

  get text(): string {
    return this.plan.text;
  }

  /** A record is one decision; what it mentions belongs to plans. */
  get names(): readonly DefinedName[] {
    return this.subject === undefined || isRecordKind(this.subject.kind) ? [] : definedNames(this.subject);
  }

  /** The link in whose target an offset is. */
  linkAt(offset: number): Link | undefined {
    return this.links.find(({ range }) => range.start <= offset && offset <= range.end);
  }

  /** Whether what stands there is text that somebody reads: no code, no comment, no target of a link. A name alone in backticks is one too. */
  isText(start: number, end: number): boolean {
    if (rangeAround(this.#targets, start) !== undefined) return false;
    if (!this.hidden.covers(start)) return true;
    const { fences, comments, frontMatter } = this.plan.outline;
    const isBlock = [...fences.map(({ range }) => range), ...comments, ...(frontMatter ? [frontMatter.range] : [])].some((block) => block.start <= start && start < block.end);
    return !isBlock && this.text[start - 1] === '`' && this.text[end] === '`' && this.text[start - 2] !== '`' && this.text[end + 1] !== '`';
  }
}

const kept = new WeakMap<WorkspaceIndex, Map<string, Page>>();
const MOST_AROUND = 300;

/** The documents of a workspace folder, read for their names when one is asked for. */
export class Shelf {
  readonly index: WorkspaceIndex;
  readonly read: ReadMarkdown;
  /** Pages of no known kind, and what documents are to say in place of what they say. */
  readonly #texts: ReadonlyMap<string, string>;
  readonly #own = new Map<string, Page>();

  constructor(index: WorkspaceIndex, read: ReadMarkdown, texts: ReadonlyMap<string, string> = new Map()) {
    this.index = index;
    this.read = read;
    this.#texts = texts;
  }

  /** The same documents, but for some that say something else. */
  with(texts: ReadonlyMap<string, string>): Shelf {
    return new Shelf(this.index, this.read, new Map([...this.#texts, ...texts]));
  }

  /** Takes what somebody else has read already. */
  put(subject: Subject): void {
    this.#pages.set(subject.path, new Page(subject.path, subject.plan, subject));
  }

  page(path: string): Page | undefined {
    const other = this.#texts.get(path);
    const text = other ?? this.index.textOf(path);
    const pages = other === undefined ? this.#pages : this.#own;
    const known = pages.get(path);
    if (text === undefined || known?.text === text) return known;
    const plan = readPlan(text);
    const recognition = other === undefined || this.index.entry(path) !== undefined ? recognise(plan, path, this.index.kinds) : undefined;
    const page = new Page(path, plan, recognition && new Subject(plan, path, recognition, this.read, NOWHERE));
    pages.set(path, page);
    return page;
  }

  /** The documents that lead to one, or that it leads to. */
  around(path: string): readonly string[] {
    return Array.from(new Set(this.index.neighbours(path).map((each) => each.path))).filter((each) => each !== path).slice(0, MOST_AROUND);
  }

  /** Those that lead to it: in them stand the links to it. */
  leadingTo(path: string): readonly string[] {
    return Array.from(new Set(this.index.neighbours(path).filter(({ direction }) => direction === 'from').map((each) => each.path)));
  }

  get #pages(): Map<string, Page> {
    const pages = kept.get(this.index) ?? new Map<string, Page>();
    kept.set(this.index, pages);
    return pages;
  }
}
