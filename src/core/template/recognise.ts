import { parse as parseYaml } from 'yaml';
import * as z from 'zod/mini';
import { leadIns } from '../plan/lead-ins.ts';
import type { Plan } from '../plan/plan.ts';
import { madeOfTitles } from '../plan/titles-memory.ts';
import { plainTitle, titleKey } from '../plan/titles.ts';
import { isReadableYaml } from '../text/readable-yaml.ts';
import { withArticle } from '../text/words.ts';
import { withDerivedValues } from './derived-values.ts';
import { matchFileName, pathStrength } from './file-name.ts';
import { ownPart, yamlOf } from './header.ts';
import { isRequired, type ContractSection, type Kind } from './kind.ts';
import type { Values } from './placeholders.ts';
import type { TitlePattern } from './title-pattern.ts';

/** Which kind of document this is, what its path and title tell, and the reason in words for the author. */
export interface Recognition {
  readonly kind: Kind;
  readonly values: Values;
  readonly reason: string;
}

/** The explicit mark of a document that is to be left alone. */
export const NO_KIND = 'none';

/** So many sections of a kind confirm what a name or title only suggests. */
const CONFIRMING = 2;
/** A document is known by its headings alone from this share of the sections its kind asks for, and from this number. */
const TELLING_SHARE = 0.6;
const TELLING = 3;

/** What the mark of a template reads as; no kind can have this name. */
const TEMPLATE = 'a template';

const explicitMark = z.object({
  groundplan: z.union([z.string(), z.object({ kind: z.string(), dialect: z.optional(z.string()), file: z.optional(z.undefined()) })]),
});

/** From an explicit mark, the path, the title, then the headings. Unknown stays unknown: a wrong guess is worse than none. */
export function recognise(plan: Plan, path: string, kinds: readonly Kind[]): Recognition | undefined {
  const mark = markedKind(plan);
  if (mark === TEMPLATE || mark === NO_KIND) return undefined;
  return madeOfTitles(plan, kinds, JSON.stringify([path, mark]), () => byTitles(mark, plan, path, kinds));
}

function byTitles(mark: string | undefined, plan: Plan, path: string, kinds: readonly Kind[]): Recognition | undefined {
  const headings = new Headings(plan);
  const known = (kind: Kind | undefined, reason: string): Recognition | undefined => kind && { kind, reason, values: valuesIn(kind, plan, path) };
  const marked = headings.best(kinds.filter(({ id, kind }) => id === mark || kind === mark));
  // A mark that names a kind which is not known here says at least that it is none of the others.
  if (mark !== undefined) return known(marked, `Its front matter says "${mark}".`);
  return byPath(path, kinds, headings, known) ?? byTitle(plan, kinds, headings, known) ?? byHeadings(kinds, headings, known);
}

type Known = (kind: Kind | undefined, reason: string) => Recognition | undefined;

function byPath(path: string, kinds: readonly Kind[], headings: Headings, known: Known): Recognition | undefined {
  const named = kinds.flatMap((kind) => {
    const strength = pathStrength(kind, path);
    return strength === undefined ? [] : [{ kind, strength }];
  });
  const certain = named.filter(({ kind, strength }) => strength.certain && (kind.dialect === undefined || headings.count(kind) > 0)).map(({ kind }) => kind);
  const confirmed = named.filter(({ kind }) => headings.confirm(kind)).map(({ kind }) => kind);
  // The tasks of a plan may have its name and more: what stands in them then says which they are.
  const kind = headings.best([...certain, ...confirmed]);
  const form = named.find((each) => each.kind === kind)?.strength.form ?? '';
  return known(kind, kind !== undefined && certain.includes(kind) ? `Its file name has the form ${form}.` : `Its file name has the form ${form}, and it has ${headings.inWords(kind)}.`);
}

function byTitle({ title }: Plan, kinds: readonly Kind[], headings: Headings, known: Known): Recognition | undefined {
  const written = title?.heading.title ?? '';
  const titled = kinds.flatMap((kind) => {
    const pattern = kind.root.patterns.find((each) => each.match(written));
    return pattern ? [{ kind, certain: pattern.distinctive }] : [];
  });
  const certain = titled.filter(({ certain }) => certain).map(({ kind }) => kind);
  const confirmed = titled.filter(({ kind }) => headings.confirm(kind)).map(({ kind }) => kind);
  const kind = headings.best(certain) ?? headings.best(confirmed);
  const reason = `Its title is "${plainTitle(written)}"`;
  return known(kind, certain.length > 0 ? `${reason}.` : `${reason}, and it has ${headings.inWords(kind)}.`);
}

function byHeadings(kinds: readonly Kind[], headings: Headings, known: Known): Recognition | undefined {
  if (headings.isEmpty) return undefined;
  const telling = kinds.filter((kind) => headings.countByOwnNames(kind) >= Math.max(TELLING, Math.ceil(headings.of(kind) * TELLING_SHARE)));
  const best = headings.best(telling);
  return known(best, `It has ${headings.inWords(best)}.`);
}

/** Which sections of a kind a document has, under whatever parent. */
class Headings {
  readonly #plan: Plan;
  readonly #counts = new Map<Kind, number>();
  #keys: ReadonlySet<string> | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  get isEmpty(): boolean {
    return this.#plan.sections.length === 0;
  }

  /** How many sections the kind asks for. */
  of({ sections }: Kind): number {
    return sections.filter((section) => isRequired(section, {}) || section.when !== undefined).length;
  }

  count(kind: Kind): number {
    const known = this.#counts.get(kind);
    if (known !== undefined) return known;
    const count = this.#sectionsOf(kind, ({ patterns }) => patterns);
    this.#counts.set(kind, count);
    return count;
  }

  /** The same without the other names of the sections, many of which are met in documents of all sorts. */
  countByOwnNames(kind: Kind): number {
    return this.count(kind) < TELLING ? 0 : this.#sectionsOf(kind, ({ patterns }) => patterns.slice(0, 1));
  }

  confirm(kind: Kind): boolean {
    return this.count(kind) >= Math.max(1, Math.min(CONFIRMING, this.of(kind)));
  }

  #sectionsOf({ sections }: Kind, patternsOf: (section: ContractSection) => readonly TitlePattern[]): number {
    this.#keys ??= new Set([...this.#plan.sections.map(({ key }) => key), ...leadIns(this.#plan).map(({ title }) => titleKey(title))]);
    const keys = this.#keys;
    const isHere = (pattern: TitlePattern): boolean => (pattern.key === undefined ? Array.from(keys).some((key) => pattern.matchKey(key)) : keys.has(pattern.key));
    return sections.filter((section) => !section.optional && section.repeat === undefined && patternsOf(section).some(isHere)).length;
  }

  /** The kind with the largest share of its sections here; the first of equals. */
  best(kinds: readonly Kind[]): Kind | undefined {
    let best: Kind | undefined;
    for (const kind of kinds) {
      if (best === undefined || this.#share(kind) > this.#share(best)) best = kind;
    }
    return best;
  }

  inWords(kind: Kind | undefined): string {
    return kind ? `${this.count(kind)} of the ${this.of(kind)} sections of ${withArticle(kind.name.toLowerCase())}` : '';
  }

  #share(kind: Kind): number {
    return this.count(kind) / Math.max(1, this.of(kind));
  }
}

function valuesIn(kind: Kind, plan: Plan, path: string): Values {
  const title = plan.title?.heading.title ?? '';
  const fromTitle = kind.root.patterns.map((pattern) => pattern.match(title)).find((values) => values !== undefined);
  return withDerivedValues({ ...fromTitle, ...matchFileName(kind, path) });
}

/** The kind that the front matter names, whatever else stands there; a template is no document of its kind. */
function markedKind(plan: Plan): string | undefined {
  const block = plan.outline.frontMatter;
  const own = block && ownPart(plan.text, block.content);
  const yaml = own && yamlOf(plan.text, own);
  if (yaml === undefined || !isReadableYaml(yaml)) return undefined;
  try {
    const data: unknown = parseYaml(yaml, { logLevel: 'silent' });
    const parsed = explicitMark.safeParse(data);
    if (!parsed.success) return TEMPLATE;
    const { groundplan } = parsed.data;
    if (typeof groundplan === 'string') return groundplan;
    return groundplan.dialect === undefined ? groundplan.kind : `${groundplan.kind}-${groundplan.dialect}`;
  } catch {
    return undefined;
  }
}
