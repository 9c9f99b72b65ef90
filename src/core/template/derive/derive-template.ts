import { stringify } from 'yaml';
import { titleKey } from '../../plan/titles.ts';
import { openingPlaceholder, placeholderBeside, sharedBody } from './body.ts';
import { Census } from './census.ts';
import { areTitlesSections, readDocument, topHeadings, type DocumentReading } from './document.ts';
import { deriveNames, placeholdersIn, type DerivedNames } from './file-name.ts';
import type { DocumentSet } from './groups.ts';
import { deriveSections, type DerivedSection } from './sections.ts';
import { withoutUnfound } from './unfound.ts';
import type { ContractSection, Kind } from '../kind.ts';
import type { ReadingName } from '../marks.ts';
import { fill, isNumberName } from '../placeholders.ts';

export interface DeriveOptions {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  /** Kinds whose templates say how sections with such titles are read. */
  readonly known: readonly Kind[];
}

/** A section that documents share; below one half of them it is not in the template. */
export interface SharedSection {
  readonly title: string;
  readonly level: number;
  readonly count: number;
  readonly of: number;
  readonly required: boolean;
}

/** The template that a set of documents has in common. Any documents give one that can be read. */
export function deriveTemplate(
  documents: readonly { readonly path: string; readonly text: string }[],
  options: DeriveOptions,
): { readonly text: string; readonly sections: readonly SharedSection[] } {
  const readings = documents.map(({ text }, index) => readDocument(text, index));
  const areSections = areTitlesSections(readings);
  const names = deriveNames(documents.map(({ path }, index) => ({ path, title: areSections ? undefined : readings[index]?.title?.title })));
  const placeholderFor = placeholderBeside(new Set(placeholdersIn(names.file, names.title)));
  const set: DocumentSet = { size: documents.length, numbers: names.numbers, placeholderFor };
  const opening = sharedBody(readings.map((reading, document) => ({ document, facts: openingOf(reading, areSections) })), openingPlaceholder);
  const known = readsIn(options.known);
  const write = (sections: readonly DerivedSection[]): string => {
    const written = sections.flatMap((section) => writeSection(section, set, known, []));
    return `${frontMatter(names, readings, options)}${[`# ${names.title}`, ...opening, ...written].join('\n\n')}\n`;
  };
  const wished = deriveSections(readings.map((reading) => topHeadings(reading, areSections)), set);
  const sections = withoutUnfound(wished, write(wished), documents);
  return { text: write(sections), sections: listed(sections, documents.length) };
}

function openingOf({ opening, title }: DocumentReading, areSections: boolean): DocumentReading['opening'] {
  return areSections || title === undefined ? opening : [...opening, ...title.facts];
}

function listed(sections: readonly DerivedSection[], of: number): readonly SharedSection[] {
  return sections.flatMap(({ title, level, documents, required, children }) => [{ title, level, count: documents.size, of, required }, ...listed(children, of)]);
}

function frontMatter(names: DerivedNames, readings: readonly DocumentReading[], options: DeriveOptions): string {
  const name = oneLine(options.name) || 'Document';
  const asked = askedIn(names, name);
  const header = {
    kind: options.kind.toLowerCase().match(/[a-z0-9]+/g)?.join('-') ?? 'document',
    name,
    description: oneLine(options.description) || `What each ${name} has.`,
    file: names.file,
    ...(names.also === undefined ? {} : { also: [names.also] }),
    ...(Object.keys(asked).length === 0 ? {} : { ask: asked }),
  };
  const census = new Census();
  readings.forEach(({ frontMatterKeys }, document) => frontMatterKeys.forEach((key, index) => census.add(document, key, key, index)));
  const others = census.sharedBy(readings.length).map(({ key }) => `${key}: {{${key}}}\n`);
  return `---\n${stringify({ groundplan: header }, { lineWidth: 0 })}${others.join('')}---\n`;
}

/** The date is known wherever a document is made. */
function askedIn({ file, title }: DerivedNames, name: string): Readonly<Record<string, string>> {
  const used = placeholdersIn(file, title);
  return {
    ...(used.some(isNumberName) ? { number: `Which number does this ${name} get?` } : {}),
    ...(used.includes('name') ? { name: `What is this ${name} called?` } : {}),
  };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}

interface Reads {
  readonly section: ContractSection;
  readonly reads: readonly ReadingName[];
}

/** The blocks of one section and of those below it, with blank lines to come between them. */
function writeSection(section: DerivedSection, set: DocumentSet, known: readonly Reads[], above: readonly ReadingName[]): readonly string[] {
  if (!section.stands) return [];
  const { title, level, documents, required, isSeries, also } = section;
  const reads = isSeries ? [] : readsOf(title, known).filter((name) => !above.includes(name));
  const marks = [
    ...(required ? [] : ['optional']),
    ...(isSeries ? ['repeat 1'] : []),
    ...reads.map((name) => `reads ${name}`),
    ...also.map((other) => `also "${other}"`),
  ];
  const heading = [`${'#'.repeat(level)} ${title}`, ...marks.map((mark) => `<!-- plan: ${mark} -->`)].join('\n');
  const guidance = `<!-- ${documents.size} of ${set.size} documents ${documents.size === 1 ? 'has' : 'have'} this section. -->`;
  const below = section.children.flatMap((child) => writeSection(child, set, known, [...above, ...reads]));
  return [heading, guidance, ...sharedBody(section.headings, set.placeholderFor), ...below];
}

function readsIn(kinds: readonly Kind[]): readonly Reads[] {
  const all = (sections: readonly ContractSection[]): readonly ContractSection[] => sections.flatMap((section) => [section, ...all(section.children)]);
  return kinds.flatMap(({ sections }) => all(sections)).flatMap((section) => (section.reads.length > 0 ? [{ section, reads: section.reads }] : []));
}

function readsOf(title: string, known: readonly Reads[]): readonly ReadingName[] {
  const key = titleKey(fill(title, { number: '1' }));
  return Array.from(new Set(known.flatMap(({ section, reads }) => (section.patterns.some((pattern) => pattern.matchKey(key)) ? reads : []))));
}
