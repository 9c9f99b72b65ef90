import type { Finding } from '../lint/lint.ts';
import { openEnds } from '../lint/open-ends.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { sectionAt } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { drawGates, type GateGroup } from './gates.ts';
import { written } from './risk-levels.ts';
import { said } from './said.ts';
import { placed, type Placed, type PictureSource } from './source.ts';
import { drawTargets, type TargetGroup } from './targets.ts';

export type FigureName = 'gates' | 'sections' | 'errors' | 'placeholders' | 'targets' | 'risks' | 'warnings';

/** So many of one thing are left to do. */
export interface ReadinessFigure {
  readonly name: FigureName;
  readonly count: number;
  /** What there are so many of: "gates are not ticked". */
  readonly sentence: string;
  /** What it was counted among, where that tells something. */
  readonly detail: string | undefined;
  /** Whether the plan moves on only without it. */
  readonly blocks: boolean;
  /** The first of them. */
  readonly items: readonly ReadinessItem[];
}

export interface ReadinessItem extends Placed {
  readonly text: string;
  /** What it stands under, where that tells something; the same for neighbours. */
  readonly group: string | undefined;
}

/** More than anyone goes through in one sitting; the document and the list of problems have all of them. */
const MOST_ITEMS = 20;
const SECTIONS = 'required-sections';
const PLACEHOLDERS = 'no-placeholders';
/** These conclude from what the others found: to the check of approvals they are no errors. */
const CONCLUSIONS: readonly string[] = ['gates-before-approval', 'valid-suppressions'];

interface Counted {
  readonly text: string;
  readonly range: Range;
  readonly group?: string | undefined;
}

/** What the check of approvals counts, and what it does not look at. */
export function figuresOfPlan(source: PictureSource, subject: Subject, moves: boolean): readonly ReadinessFigure[] {
  const ends = openEnds(subject, source.findings.filter(({ rule }) => !CONCLUSIONS.includes(rule)));
  const missing = source.findings.filter(({ rule, severity }) => rule === SECTIONS && severity === 'error');
  const places = new Set(missing.map(({ message }) => message));
  const other = missing.length > 0 ? 'other ' : '';
  const figure = figuresFrom(source);
  return [
    ...figure('gates', moves, openGates(source), 'gate is not ticked', 'gates are not ticked', ticked(source)),
    ...figure('sections', moves, missing.map(asCounted), 'required section is missing', 'required sections are missing'),
    ...figure('errors', moves, ends.errors.filter(({ message }) => !places.has(message)).map(asCounted), `${other}error is open`, `${other}errors are open`),
    ...figure('placeholders', moves, ends.placeholders.map(asBlank(source)), 'placeholder is left to fill in', 'placeholders are left to fill in'),
    ...figure('targets', false, unclearTargets(source), 'target is not measurable', 'targets are not measurable', measurable(source)),
    ...figure('risks', false, openRisks(source), 'risk has no mitigation', 'risks have no mitigation', `of ${source.risks.length}`),
  ];
}

/** A record moves on by what people decide: nothing stands in its way, but the checks may have something to say. */
export function figuresOfRecord(source: PictureSource): readonly ReadinessFigure[] {
  const { findings } = source;
  const figure = figuresFrom(source);
  const of = (severity: Finding['severity']): readonly Counted[] => findings.filter((each) => each.severity === severity && each.rule !== PLACEHOLDERS).map(asCounted);
  return [
    ...figure('errors', false, of('error'), 'error is open', 'errors are open'),
    ...figure('placeholders', false, findings.filter(({ rule }) => rule === PLACEHOLDERS).map(asBlank(source)), 'placeholder is left to fill in', 'placeholders are left to fill in'),
    ...figure('warnings', false, of('warning'), 'warning is worth a look', 'warnings are worth a look'),
  ];
}

/** How many gates there are that have to be ticked, and how many are. */
export function gateTally(source: PictureSource): { readonly done: number; readonly total: number } {
  const groups = gatesOf(source);
  return { done: sum(groups.map(({ done }) => done)), total: sum(groups.map(({ total }) => total)) };
}

type Figure = (name: FigureName, blocks: boolean, found: readonly Counted[], one: string, many: string, detail?: string) => readonly ReadinessFigure[];

/** What there is none of is no figure. */
function figuresFrom({ plan }: PictureSource): Figure {
  return (name, blocks, found, one, many, detail) => {
    const items = found.slice(0, MOST_ITEMS).map(({ text, range, group }): ReadinessItem => ({ text, group, ...placed(plan, range) }));
    return found.length === 0 ? [] : [{ name, count: found.length, sentence: found.length === 1 ? one : many, detail, blocks, items }];
  };
}

function asCounted({ message, range }: { readonly message: string; readonly range: Range }): Counted {
  return { text: message, range };
}

/** A blank as it stands there says more than that it is one. */
function asBlank({ plan }: PictureSource): (found: { readonly range: Range }) => Counted {
  return ({ range }) => ({ text: inWords(sliceOf(plan.text, range)), range, group: plainTitle(sectionAt(plan, range.start)?.heading.title ?? '') });
}

/** Those that the check of approvals counts, each with how far its checklist is. */
function openGates(source: PictureSource): readonly Counted[] {
  return gatesOf(source).flatMap(({ name, done, total, gates }) => {
    const group = `${name === '' ? 'Checklist' : name}: ${done} of ${total} ticked`;
    return gates.filter(({ state }) => state === 'open').map(({ text, range }) => ({ text, range, group }));
  });
}

function ticked(source: PictureSource): string {
  const { done, total } = gateTally(source);
  return `${done} of ${total} are`;
}

function gatesOf(source: PictureSource): readonly GateGroup[] {
  return drawGates(source).filter(({ kind }) => kind === 'gates');
}

function unclearTargets(source: PictureSource): readonly Counted[] {
  return drawTargets(source).flatMap(({ name: group, targets }) => {
    const unclear = targets.filter(({ verdict }) => verdict !== 'measurable');
    return unclear.map(({ path, name, target, range }) => ({ text: `${[...path, name === '' ? 'Unnamed' : name].join(' › ')}: ${target ?? 'not said yet'}`, range, group }));
  });
}

function measurable(source: PictureSource): string {
  const groups: readonly TargetGroup[] = drawTargets(source);
  return `${sum(groups.map((group) => group.measurable))} of ${sum(groups.map(({ targets }) => targets.length))} are`;
}

function openRisks({ risks }: PictureSource): readonly Counted[] {
  const open = risks.filter(({ mitigation }) => written(mitigation) === undefined);
  return open.map(({ name, range }) => ({ text: said(name) === undefined ? 'Unnamed risk' : inWords(name.text), range }));
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
