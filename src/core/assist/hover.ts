import type { Subject } from '../lint/subject.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import type { Range } from '../text/range.ts';
import { withArticle } from '../text/words.ts';
import { isRequired, type ContractSection } from '../template/kind.ts';
import { fill, isBlank } from '../template/placeholders.ts';

/** What the template says about the section whose heading stands here. */
export interface SectionHelp {
  readonly range: Range;
  readonly title: string;
  /** Whether and why the section is asked for, in a sentence. */
  readonly need: string;
  /** The template's own guidance. */
  readonly guidance: readonly string[];
  /** The fields and columns that the template has here. */
  readonly fields: readonly string[];
  /** The titles of the sections it holds. */
  readonly parts: readonly string[];
  /** Other names that are understood. */
  readonly also: readonly string[];
}

export function sectionHelp(subject: Subject, offset: number): SectionHelp | undefined {
  const places = [
    ...Array.from(subject.match.found, ([contract, { heading }]) => ({ contract, range: heading.range })),
    ...Array.from(subject.match.labelled, ([contract, { range }]) => ({ contract, range })),
  ];
  const here = places.find(({ range }) => range.start <= offset && offset <= range.end);
  if (here === undefined) return undefined;
  const { contract, range } = here;
  return {
    range,
    title: readable(contract, subject),
    need: need(contract, subject),
    guidance: guidanceOf(contract),
    fields: fieldsOf(contract),
    parts: contract.children.filter(({ repeat }) => repeat === undefined).map((child) => readable(child, subject)),
    also: contract.also,
  };
}

/** The comments of the template, which tell authors what belongs here. */
export function guidanceOf({ ownText }: ContractSection): readonly string[] {
  const upToEnds = ownText.split('-->').slice(0, -1);
  return upToEnds.flatMap((text) => {
    const start = text.indexOf('<!--');
    const sentence = start < 0 ? '' : text.slice(start + 4).replace(/\s+/g, ' ').trim();
    return sentence === '' ? [] : [sentence];
  });
}

/** The names of bold fields, and the columns of a table, that are not blanks themselves. */
function fieldsOf({ ownText }: ContractSection): readonly string[] {
  const bold = Array.from(ownText.matchAll(/^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?\*\*([^*{}\r\n:]{1,60})(?:\*\*:|:\*\*)/gm), ([, name = '']) => name);
  const [, header = ''] = /^\|(.+)\|[ \t]*\n\|[-:| \t]+\|/m.exec(ownText) ?? [];
  const columns = header.split(/(?<!\\)\|/).map((column) => column.replaceAll('\\|', '|').trim());
  return [...bold, ...columns.filter((column) => !isBlank(column))];
}

function need(contract: ContractSection, { kind, values }: Subject): string {
  const name = kind.name.toLowerCase();
  const reads = contract.reads.filter((reading) => reading !== 'contracts' && reading !== 'debt').join(' and ');
  const because = reads === '' ? '' : `: Groundplan reads ${reads} from it`;
  if (isRequired(contract, values)) return `Every ${name} has this section${because}.`;
  if (contract.when !== undefined) return `This section stands in ${withArticle(name)} where its ${contract.when.value} is above ${contract.when.above}${because}.`;
  return `This section may be left out of ${withArticle(name)}${because}.`;
}

function readable({ title }: ContractSection, { values }: Subject): string {
  return withoutEmoji(plainTitle(fill(title, values)));
}
