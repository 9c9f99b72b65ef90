import { irreversibleSteps } from '../lint/irreversible-steps.ts';
import { defineRule, type Fix } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import { insertSection } from '../template/insert.ts';
import { isReadAs, isRecordKind, type ContractSection } from '../template/kind.ts';
import type { MissingSection } from '../template/match.ts';
import { sliceOf, type Range } from '../text/range.ts';

const MOST_RELATED = 5;
/** A heading, a field or an item whose name is the way back. */
const NAMED = /^[ \t>]{0,20}(?:(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|\||[*_]{2,3})[ \t*_`]{0,5}(?:[\p{L}\p{N}.:/-]{1,20}[ \t]+){0,4}|)(?:roll[ -]?backs?|rolling back|back[ -]?out|revert(?:ing)?|way back|undo)(?!\p{L})(?! (?:is )?(?:not|im)possible)/gimu;
/** Words that say how it is done, where a plan that is only named does not. */
const SAID = /(?<!\p{L})(?:roll(?:s|ed|ing)? back|revert(?:s|ed|ing)?(?: (?:to|by|with|the)(?!\p{L})|(?= within))|roll-?back (?:by|with|via|within|is|to|takes|through|means|script))(?!\p{L})/giu;
const ON_WAY_BACK = /roll|back|revert|undo/iu;
/** "- There is no rollback" */
const NO_WAY_BACK = /(?<!\p{L})(?:no|without|not)\s[^\r\n]*$/iu;
const NOT_POSSIBLE = /(?<!\p{L})(?:cannot|can['’]t|not|never|no|impossible to|unable to)(?:\s+\p{L}+){0,3}\s*$/iu;

export const requiredRollback = defineRule({
  id: 'required-rollback',
  summary: 'A plan that breaks a contract or migrates data says how to go back.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    if (!isAboutWork(subject)) return;
    if (subject.readings.places('rollback').length > 0) return;
    const [first, ...others] = irreversibleSteps(subject);
    if (first === undefined || hasRollback(subject)) return;
    const fix = insertion(subject);
    yield {
      message: `"${inWords(first.name.text)}" is hard to take back, and the plan does not say how: write a rollback strategy.`,
      range: first.name.range,
      ...(others.length > 0 && { related: others.slice(0, MOST_RELATED).map(({ name }) => ({ message: 'This too', range: name.range })) }),
      ...(fix && { fix }),
    };
  },
});

/** A record says what was decided, and no more. */
function isAboutWork({ kind }: Subject): boolean {
  const { root } = kind;
  return !isRecordKind(kind) && (isReadAs(root, 'rollback') || isReadAs(root, 'phases') || isReadAs(root, 'waves'));
}

function hasRollback({ plan, readings }: Subject): boolean {
  const risks = readings.places('risks').map(({ range }) => range);
  return foundIn(plan, waysBack).some(({ isSaid, range }) => isSaid || !risks.some(({ start, end }) => start <= range.start && range.start < end));
}

/** A way back by its name, or in words that say how. */
interface WayBack {
  readonly isSaid: boolean;
  readonly range: Range;
}

function waysBack({ text, outline }: Plan, piece: Range): readonly WayBack[] {
  const written = sliceOf(text, piece);
  if (!ON_WAY_BACK.test(written)) return [];
  const named = Array.from(written.matchAll(NAMED)).filter(([whole]) => !NO_WAY_BACK.test(whole));
  const said = Array.from(written.matchAll(SAID)).filter(({ index }) => !NOT_POSSIBLE.test(written.slice(Math.max(0, index - 60), index)));
  const found = [named, said].flatMap((matches, isSaid) => matches.map(({ 0: { length }, index }) => ({ isSaid: isSaid === 1, range: { start: piece.start + index, end: piece.start + index + length } })));
  const hidden = [...outline.comments, ...(outline.frontMatter ? [outline.frontMatter.range] : [])];
  return found.filter(({ range }) => !hidden.some(({ start, end }) => start <= range.start && range.start < end));
}

/** The section that the template has for this. */
function insertion({ plan, match, kind, values }: Subject): Fix | undefined {
  const missing = rollbackBelow(kind.root, undefined);
  const edit = missing && insertSection(plan, match, missing, values);
  return edit && { title: `Insert the section "${inWords(missing.section.title)}"`, edits: [edit] };
}

function rollbackBelow({ children }: ContractSection, parent: ContractSection | undefined): MissingSection | undefined {
  for (const section of children) {
    if (section.reads.includes('rollback')) return { section, parent, siblings: children };
    const below = rollbackBelow(section, section);
    if (below) return below;
  }
  return undefined;
}
