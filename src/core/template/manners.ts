import { beginningIn } from '../plan/blocks.ts';
import { codeSpans, fenceLines, fencesOf, nestedFences } from '../plan/code-spans.ts';
import type { Fence } from '../plan/outline.ts';
import { readPlan, sectionAt, type Plan, type Section } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';
import type { ContractSection, Kind } from './kind.ts';
import type { Match } from './match.ts';

/** How a stretch of a document is written: what is a placeholder in one manner is syntax in another. */
export type Manner = 'text' | 'code' | 'yaml' | 'diagram' | 'block' | 'silent';

export interface Stretch {
  readonly range: Range;
  readonly manner: Manner;
}

/** The fences in which a placeholder of the template may stand. */
export function readFences(plan: Plan, kind: Kind, match: Match): readonly Stretch[] {
  const languages = new FenceLanguages(plan, kind, match);
  return plan.outline.fences.map((fence) => ({ range: fence.range, manner: languages.mannerOf(fence) })).filter(({ manner }) => manner !== 'silent');
}

/** What is not plain text in a span, in order and apart; fences are silent. */
export function mannersIn(plan: Plan, span: Range): readonly Stretch[] {
  return filled(blocksIn(plan, span), span, (gap) => {
    const fences = nestedFences(plan.text, gap).map((range): Stretch => ({ range, manner: 'silent' }));
    return filled(fences, gap, (rest) => spansIn(plan.text, rest));
  });
}

function blocksIn({ outline: { frontMatter, fences, comments } }: Plan, span: Range): readonly Stretch[] {
  const blocks: readonly Stretch[] = [
    ...(frontMatter ? [{ range: frontMatter.content, manner: 'yaml' as const }] : []),
    ...beginningIn(fences, span, ({ range }) => range.start).map(({ range }) => ({ range, manner: 'silent' as const })),
    ...beginningIn(comments, span, ({ start }) => start).map((range) => ({ range, manner: 'silent' as const })),
  ];
  return blocks.filter(({ range }) => range.start >= span.start && range.end <= span.end).sort((a, b) => a.range.start - b.range.start);
}

/** Whether a comment or a fence within a list that begins in a span may end behind it. */
export function isOpenAtEnd(plan: Plan, span: Range): boolean {
  const start = blocksIn(plan, span).at(-1)?.range.end ?? span.start;
  const rest = plan.text.slice(start, span.end);
  if (rest.lastIndexOf('<!--') >= 0 && rest.indexOf('-->', rest.lastIndexOf('<!--') + 4) < 0) return true;
  const lines = fenceLines(plan.text, { start, end: span.end });
  return lines.length !== 2 * fencesOf(lines, () => 0).length;
}

/** The stretches of a span, with what is found in the gaps between them. */
function filled(stretches: readonly Stretch[], span: Range, inGap: (gap: Range) => readonly Stretch[]): readonly Stretch[] {
  let position = span.start;
  const all = stretches.map((stretch) => {
    const gap = { start: position, end: stretch.range.start };
    position = Math.max(position, stretch.range.end);
    return gap.end > gap.start ? [...inGap(gap), stretch] : [stretch];
  });
  return [...all, position < span.end ? inGap({ start: position, end: span.end }) : []].flat();
}

/** Whatever begins first: code may hold what looks like a comment, and a comment what looks like code. */
function spansIn(text: string, span: Range): readonly Stretch[] {
  const code = codeSpans(text, span).map((range): Stretch => ({ range, manner: 'code' }));
  const comments = commentsWithin(text, span).map((range): Stretch => ({ range, manner: 'silent' }));
  let end = span.start;
  return [...code, ...comments]
    .sort((a, b) => a.range.start - b.range.start)
    .filter(({ range }) => {
      if (range.start < end) return false;
      end = range.end;
      return true;
    });
}

function commentsWithin(text: string, span: Range): readonly Range[] {
  const piece = text.slice(span.start, span.end);
  const comments: Range[] = [];
  for (let start = piece.indexOf('<!--'); start >= 0; ) {
    const end = piece.indexOf('-->', start + 4);
    if (end < 0) break;
    comments.push({ start: span.start + start, end: span.start + end + 3 });
    start = piece.indexOf('<!--', end + 3);
  }
  return comments;
}

const known = new WeakMap<ContractSection, ReadonlySet<string>>();

/** Which code the template itself has in a section: only there can a placeholder of it stand. */
class FenceLanguages {
  readonly #plan: Plan;
  readonly #contractOf: ReadonlyMap<Section, ContractSection>;

  constructor(plan: Plan, kind: Kind, match: Match) {
    this.#plan = plan;
    const pairs = Array.from(match.found, ([contract, section]) => [section, contract] as const);
    this.#contractOf = new Map(plan.title === undefined ? pairs : [...pairs, [plan.title, kind.root]]);
  }

  mannerOf({ range, language }: Fence): Manner {
    const contract = this.#contractAt(sectionAt(this.#plan, range.start));
    if (contract === undefined || !languagesIn(contract, contract.level > 1).has(language)) return 'silent';
    if (language === 'mermaid') return 'diagram';
    return language === 'yaml' || language === 'yml' ? 'yaml' : 'block';
  }

  #contractAt(section: Section | undefined): ContractSection | undefined {
    for (let each = section; each !== undefined; each = each.parent) {
      const contract = this.#contractOf.get(each);
      if (contract !== undefined) return contract;
    }
    return undefined;
  }
}

function languagesIn(contract: ContractSection, isDeep: boolean): ReadonlySet<string> {
  const found = known.get(contract);
  if (found !== undefined) return found;
  const own = readPlan(contract.ownText).outline.fences.map(({ language }) => language);
  const languages = new Set([...own, ...(isDeep ? contract.children.flatMap((child) => Array.from(languagesIn(child, true))) : [])]);
  known.set(contract, languages);
  return languages;
}
