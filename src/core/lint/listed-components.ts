import { readPlan } from '../plan/plan.ts';
import { tablesIn } from '../plan/tables.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { SERVICES } from '../readings/requirements/stack.ts';
import { columnsOf } from '../template/table-rows.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import { sliceOf, type Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** What a document calls the parts of its system, each where it is described. */
export interface ListedComponents {
  readonly names: readonly Value[];
  /** Some are still to be named. */
  readonly isOpen: boolean;
}

const MOST = 100;
const ITEM = /^[-*+][ \t]+(\*\*|__)([^*\r\n]{1,100}?)[:：]?\1(?=[ \t]*(?:[:：(,–—-]|\r|\n|$)|[ \t]+\S)/gm;
/** Bold words that begin a remark about all of them. */
const REMARK = /^(?:note|notes|legend|key|pattern|patterns|protocols?|communication|integration|interactions?|data flow|flow|approach|style|deployment|scaling|security|performance|technology|technologies|tech stack|rationale|trade-?offs?|pros|cons|assumptions?|constraints?|responsibilit(?:y|ies)|description|purpose|overview|summary|diagram|see|todo|example)$/iu;

const samples = new WeakMap<Kind, readonly Listing[]>();

/** A section into which the template draws parts and then names them, and the one around it. */
interface Listing {
  readonly contract: ContractSection;
  readonly parent: ContractSection | undefined;
}

/** The services of the document; and what it names in bold, or in the table, of the section in which the template has a diagram with its parts. */
export function listedComponents(subject: Subject): ListedComponents {
  const all = [...subject.readings.services.map(({ name }) => name), ...listingsOf(subject.kind).flatMap((listing) => namedIn(subject, listing))];
  const names = all.filter(({ text }, index) => !isOpen(text) && all.findIndex((other) => other.range.start === all[index]?.range.start) === index).slice(0, MOST);
  return { names, isOpen: all.some(({ text }) => isOpen(text)) };
}

function listingsOf(kind: Kind): readonly Listing[] {
  const known = samples.get(kind) ?? below(kind.root, undefined).filter(({ contract }) => drawsAndNames(contract));
  samples.set(kind, known);
  return known;
}

function below(contract: ContractSection, parent: ContractSection | undefined): readonly Listing[] {
  return [{ contract, parent }, ...contract.children.flatMap((child) => below(child, contract))];
}

function drawsAndNames({ ownText }: ContractSection): boolean {
  return /^[-*] \*\*\{\{[^{}]+\}\}\*\*/m.test(ownText) && readPlan(ownText).outline.fences.some(({ language }) => language === 'mermaid');
}

function namedIn({ plan, readings }: Subject, { contract, parent }: Listing): readonly Value[] {
  const around = parent?.reads.includes('diagram') === true ? readings.placeOf(parent) : undefined;
  const place = readings.placeOf(contract) ?? around;
  return place === undefined ? [] : [...boldIn(plan, place.range), ...rowsIn(plan, place.range)];
}

function boldIn({ text, outline }: Subject['plan'], span: Range): readonly Value[] {
  const fences = outline.fences.filter(({ range }) => range.start >= span.start && range.start < span.end);
  return Array.from(sliceOf(text, span).matchAll(ITEM)).flatMap((match) => {
    const name = (match[2] ?? '').trim();
    const start = span.start + match.index + match[0].indexOf(match[2] ?? '');
    const isInFence = fences.some(({ range }) => range.start <= start && start < range.end);
    return isInFence || name === '' || REMARK.test(name) ? [] : [{ text: name, range: { start, end: start + name.length } }];
  });
}

function rowsIn(plan: Subject['plan'], span: Range): readonly Value[] {
  return tablesIn(plan, span).flatMap((table) => {
    const column = columnsOf(plan, table).findIndex(({ key }) => SERVICES.includes(key));
    if (column < 0) return [];
    return table.rows.flatMap(({ cells }) => {
      const range = cells[column]?.content;
      const text = range === undefined ? '' : sliceOf(plan.text, range);
      return range === undefined || text === '' ? [] : [{ text, range }];
    });
  });
}
