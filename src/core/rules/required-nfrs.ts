import { askedTables, type TableAnswer } from '../lint/asked-tables.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { sampleOf, targetSections, type Sample, type TargetSection } from '../lint/target-sections.ts';
import { inWords, listed } from '../lint/wording.ts';
import { recalled } from '../plan/memory.ts';
import { yamlFences } from '../readings/forms/yaml-values.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { readTargets } from '../readings/requirements/targets.ts';
import { contractTables } from '../template/contract-tables.ts';
import { insertBlock, insertSection } from '../template/insert.ts';
import { isRequired, type ContractSection } from '../template/kind.ts';
import { firstRowOf, rowBelow } from '../template/table-rows.ts';
import { tablesOf } from '../plan/tables.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, sliceOf, type Range } from '../text/range.ts';

const LONGEST_REMARK = 500;
/** An author for whom there is nothing to reach says so. */
const NOTHING = /^[\s*_>-]*(?:none|no|nothing|n\/a|not (?:applicable|needed|required)|there (?:is|are) (?:no|none|nothing)|tbd|tba|todo)(?!\p{L})/iu;

/** A section of targets that has none is found here and nowhere else. A table that lacks only columns is for the check of columns. */
export const requiredNfrs = defineRule({
  id: 'required-nfrs',
  summary: 'Every category of requirements that the template has names its targets.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    for (const section of targetSections(subject)) {
      const model = modelOf(section);
      if (model !== undefined && lacksTargets(subject, section)) yield withoutTargets(subject, section, model);
      if (section.place.contract.reads.includes(section.reading)) yield* categoriesElsewhere(subject, section.place);
    }
  },
});

/** How the template writes targets in a section. */
interface Model {
  readonly text: string;
  readonly remedy: string;
}

const models = new WeakMap<Sample, Model | 'none'>();

/** Where the template has neither a table nor YAML, any words will do. */
function modelOf(section: Parameters<typeof readModel>[0]): Model | undefined {
  const model = models.get(section.sample) ?? readModel(section) ?? 'none';
  models.set(section.sample, model);
  return model === 'none' ? undefined : model;
}

function readModel({ place: { contract }, sample }: Pick<TargetSection, 'sample'> & { readonly place: Pick<ReadPlace, 'contract'> }): Model | undefined {
  const [table] = contractTables(contract);
  if (table && sample.targets.some(({ source }) => source === 'table')) {
    return { text: table.text, remedy: `write a table with the columns ${listed(table.columns.map(({ title }) => title))}` };
  }
  const [fence] = yamlFences(sample.plan, { start: 0, end: sample.plan.text.length });
  const keys = new Set(sample.targets.flatMap(({ path }) => path[0] ?? []));
  return fence && keys.size > 0 ? { text: sliceOf(sample.plan.text, fence.range), remedy: `write them as YAML, under ${listed(Array.from(keys))}` } : undefined;
}

function lacksTargets(subject: Subject, { place, reading }: TargetSection): boolean {
  const { plan, readings } = subject;
  // A bold name at the start of a line says itself what it is about.
  if (place.level === undefined && !plan.outline.labels.some(({ range }) => range.start === place.anchor.start)) return false;
  const all = reading === 'nfr' ? readings.nfrs : readings.metrics;
  if (all.some(({ range }) => isWithin(range, place.range)) || saysNothing(plan.text, place)) return false;
  return !answersIn(subject, place).some(({ table }) => table.rows.length > 0);
}

function saysNothing(text: string, { anchor, range }: ReadPlace): boolean {
  const words = text.slice(anchor.end, Math.min(range.end, anchor.end + 10 * LONGEST_REMARK)).replace(/<!--[\s\S]*?-->/g, '').trim();
  return words.length <= LONGEST_REMARK && NOTHING.test(words);
}

/** The tables that have a column of the template's. */
function answersIn(subject: Subject, { contract }: ReadPlace): readonly TableAnswer[] {
  const answers = askedTables(subject).flatMap((section) => (section.place.contract === contract ? section.answers : []));
  return answers.filter(({ places }) => places.some((place) => place !== undefined));
}

function withoutTargets(subject: Subject, { place, sample }: TargetSection, { text, remedy }: Model): Problem {
  const title = inWords(place.title);
  const edit = firstTarget(subject, place, sample, text);
  return {
    message: `"${title}" names no target: ${remedy}.`,
    range: place.anchor,
    ...(edit && { fix: { title: `Insert targets into "${title}"`, edits: [edit] } }),
  };
}

/** A row below the head of a table that stands there already, else the whole table or YAML of the template. */
function firstTarget(subject: Subject, place: ReadPlace, sample: Sample, model: string): TextEdit | undefined {
  const { plan, match, values } = subject;
  const [head] = answersIn(subject, place);
  const [table] = tablesOf(sample.plan);
  if (head && table) return rowBelow(plan, head.table, firstRowOf(sample.plan, table), values);
  const end = match.found.get(place.contract)?.body.end ?? place.range.end;
  return insertBlock(plan, endOfContent(plan.text, end), model, values);
}

/** A category counts wherever it stands. But a chapter elsewhere that has its name and no target is another thing. */
function* categoriesElsewhere(subject: Subject, place: ReadPlace): Iterable<Problem> {
  const { plan, match, readings, values, read } = subject;
  if (place.level === undefined) return;
  for (const child of place.contract.children) {
    const elsewhere = match.found.has(child) ? readings.placeOf(child) : undefined;
    if (elsewhere === undefined || isWithin(elsewhere.range, place.range) || !isRequired(child, values)) continue;
    if (modelOf({ place: { contract: child }, sample: sampleOf(child, read) }) === undefined) continue;
    if (recalled(plan, elsewhere.range, readTargets, () => readTargets(plan, elsewhere.range, read)).length === 0) yield withoutCategory(subject, place, child, elsewhere);
  }
}

function withoutCategory({ plan, match, values }: Subject, place: ReadPlace, child: ContractSection, elsewhere: ReadPlace): Problem {
  const category = inWords(child.title);
  const edit = insertSection(plan, match, { section: child, parent: place.contract, siblings: place.contract.children }, values);
  return {
    message: `"${inWords(place.title)}" has no category "${category}", and the section "${inWords(elsewhere.title)}" elsewhere names no target: write the category with its targets.`,
    range: place.anchor,
    related: [{ message: 'The section that names no target', range: elsewhere.anchor }],
    ...(edit && { fix: { title: `Insert the category "${category}"`, edits: [edit] } }),
  };
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
