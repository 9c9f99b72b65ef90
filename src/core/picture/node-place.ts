import { readDiagrams, type Diagram } from '../readings/diagrams.ts';
import { titleKey } from '../plan/titles.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';
import type { PictureSource } from './source.ts';

/** A longer label is prose: no section is named by it, and it is known by its beginning. */
const LONGEST_LABEL = 300;
/** Beyond this, a line of a diagram is no longer read. */
const LONGEST_LINE = 10_000;

/**
 * What a node of the diagram that begins there stands for: the section that its label names, else its line in the diagram, else the diagram.
 * The label has the lines that it has on the screen; many nodes bear a name in the first and say more below it.
 */
export function placeOfNode({ plan }: PictureSource, diagram: number, label: string): Range | undefined {
  const found = readDiagrams(plan).find(({ range }) => range.start === diagram);
  if (found === undefined) return undefined;
  const [first = ''] = label.trim().split('\n');
  const names = [...new Set([label, first].map((name) => oneLine(name.slice(0, LONGEST_LABEL))))].filter((name) => name !== '');
  for (const name of names) {
    const place = titleFor(plan, found, titleKey(name)) ?? labelFor(plan, titleKey(name));
    if (place !== undefined) return place;
  }
  for (const name of names) {
    const line = lineWith(plan.text, found, name);
    if (line !== undefined) return line;
  }
  return { start: found.range.start, end: found.range.start };
}

/** The heading that says this and nothing else, or with the fewest words around it; never one that the diagram stands under, unless it is called so. */
function titleFor({ sections }: Plan, { range }: Diagram, key: string): Range | undefined {
  let best: { readonly place: Range; readonly more: number } | undefined;
  for (const { key: title, heading, range: section } of sections) {
    // A single letter stands in titles as a word of its own.
    if (!holdsWords(title, key) || (key.length === 1 && title !== key)) continue;
    const more = title.length - key.length;
    const isAbove = section.start < range.start && range.end <= section.end;
    if ((more > 0 && isAbove) || (best !== undefined && best.more <= more)) continue;
    best = { place: heading.range, more };
  }
  return best?.place;
}

/** A bold label that stands in place of a heading. */
function labelFor({ outline }: Plan, key: string): Range | undefined {
  if (key === '') return undefined;
  return outline.labels.find(({ title }) => titleKey(title) === key)?.range;
}

function holdsWords(text: string, wanted: string): boolean {
  return wanted !== '' && ` ${text} `.includes(` ${wanted} `);
}

/** The first line of the diagram on which this stands as words of their own, else as part of others. */
function lineWith(text: string, { content }: Diagram, name: string): Range | undefined {
  const wanted = shown(name);
  if (wanted === '') return undefined;
  let part: Range | undefined;
  for (const line of linesOf(text, content)) {
    const written = shown(text.slice(line.start, Math.min(line.end, line.start + LONGEST_LINE)));
    if (written.startsWith('%%') || !written.includes(wanted)) continue;
    if (holdsWords(words(written), words(wanted))) return line;
    part ??= line;
  }
  return part;
}

function* linesOf(text: string, { start, end }: Range): Generator<Range> {
  for (const { 0: line, index } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const indent = line.length - line.trimStart().length;
    yield { start: start + index + indent, end: start + index + line.trimEnd().length };
  }
}

/** What the reader sees of a source: no signs of Markdown, no breaks, no entities as mermaid writes them. */
function shown(written: string): string {
  return oneLine(written.replace(/<br\s{0,3}\/?>/gi, ' ').replace(/#(\w{1,10});/g, entity).replace(/\*\*|[`"]/g, '')).toLowerCase();
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '', amp: '&', lt: '<', gt: '>', nbsp: ' ', semi: ';' };

function entity(whole: string, name: string): string {
  if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? '';
  const code = /^\d{1,6}$/.test(name) ? Number(name) : Number.NaN;
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
