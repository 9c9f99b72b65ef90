import { plainTitle, titleKey } from '../../plan/titles.ts';
import { Census, type Shared } from './census.ts';
import { COUNTER, isNumberName } from '../placeholders.ts';

/** Something in the body of a section that a template can ask for, and how this document writes it. */
export interface Fact {
  readonly form: 'field' | 'table' | 'checklist' | 'diagram';
  /** Two bodies share what has the same key. */
  readonly key: string;
  readonly writing: string;
}

/** The placeholder for something with this name in a document. */
export type PlaceholderFor = (name: string) => string;

/** Longer lines and titles say nothing about a form; the limits keep hostile input cheap. */
const LONGEST_LINE = 1000;
const LONGEST_TITLE = 300;
const LONGEST_NAME = 60;

const BOLD_FIELD = /^( {0,3}[-*+][ \t]+| {0,3})\*\*([^*\s][^*]{0,60})\*\*([ \t]{0,3}:)?/;
const PLAIN_FIELD = /^( {0,3}[-*+][ \t]+| {0,3})(\p{L}[\p{L} -]{0,40}):(?=[ \t]|$)/u;
const TASK = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]/;

const DIAGRAM = '```mermaid\nflowchart LR\n  a["{{from}}"] --> b["{{to}}"]\n```';
const CHECKLIST: Fact = { form: 'checklist', key: '', writing: '' };
const NOTHING: readonly Fact[] = [];

/** What a body has, each thing once. Fences and comments are blanked out in it. Plain fields are read where documents say what they are: below the title. */
export function readBody(body: string, isOpening: boolean, hasDiagram: boolean): readonly Fact[] {
  const facts = new Map<string, Fact>();
  const add = (fact: Fact): void => {
    const key = `${fact.form} ${fact.key}`;
    if (!facts.has(key)) facts.set(key, fact);
  };
  let previous = '';
  for (const whole of body.split(/\r\n?|\n/)) {
    const line = whole.length > LONGEST_LINE ? '' : whole;
    const fact = tableIn(previous, line) ?? fieldIn(line, isOpening) ?? (TASK.test(line) ? CHECKLIST : undefined);
    if (fact) add(fact);
    previous = line;
  }
  if (hasDiagram) add({ form: 'diagram', key: '', writing: '' });
  return facts.size === 0 ? NOTHING : Array.from(facts.values());
}

/** The blocks of a template for what at least half of these bodies have, each written as most of them write it. */
export function sharedBody(bodies: readonly { readonly document: number; readonly facts: readonly Fact[] }[], placeholderFor: PlaceholderFor): readonly string[] {
  const census = new Census();
  for (const { document, facts } of bodies) facts.forEach(({ form, key, writing }, index) => census.add(document, `${form} ${key}`, writing, index));
  const shared = census.sharedBy(new Set(bodies.map(({ document }) => document)).size);
  return joinFields(shared.map((thing) => writeFact(thing, placeholderFor)));
}

/** A name that no value of the document fills by accident: a column "Name" is not about the name of the document. */
export function placeholderBeside(taken: ReadonlySet<string>): PlaceholderFor {
  return (name) => {
    if (name.trim() === '#') return `{{${COUNTER}}}`;
    const words = wordsOf(name);
    const isTaken = taken.has(words) || words === COUNTER || words === 'previous' || isNumberName(words);
    return isTaken ? `{{its ${words}}}` : `{{${words}}}`;
  };
}

/** The same where the values of the document are meant. */
export const openingPlaceholder: PlaceholderFor = (name) => `{{${wordsOf(name)}}}`;

/** On one line, and without what a template takes for a placeholder or a comment. */
export function harmless(title: string): string {
  const line = title
    .slice(0, LONGEST_TITLE)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(/<+(?=!--)/g, '')
    .replace(/(?: #+)+ ?$/, '')
    .trim();
  return /\{\{|\}\}/.test(line) ? line.replace(/[{}]/g, '').trim() : line;
}

function wordsOf(name: string): string {
  const short = titleKey(name).replace(/[{}]/g, ' ').trim().split(/ +/).slice(0, 8).join(' ');
  return short === '' || short.length > LONGEST_NAME * 2 ? 'value' : short;
}

function tableIn(header: string, line: string): Fact | undefined {
  if (!header.includes('|') || !/^[|:\- \t]+$/.test(line) || !line.includes('-')) return undefined;
  const columns = cellsOf(header);
  const rule = cellsOf(line);
  const keys = columns.map(titleKey);
  if (rule.length !== columns.length || !rule.every((cell) => /^:?-+:?$/.test(cell)) || keys.every((key) => key === '')) return undefined;
  return { form: 'table', key: keys.join('|'), writing: `| ${columns.map(harmless).join(' | ')} |` };
}

function cellsOf(row: string): readonly string[] {
  const inner = row.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function fieldIn(line: string, isOpening: boolean): Fact | undefined {
  const [, lead = '', bold = '', colon] = BOLD_FIELD.exec(line) ?? [];
  if (bold !== '' && (colon !== undefined || bold.endsWith(':'))) {
    const name = harmless(bold.replace(/:$/, ''));
    const key = titleKey(name);
    return key === '' ? undefined : { form: 'field', key, writing: leadOf(lead) + (colon === undefined ? `**${name}:**` : `**${name}**:`) };
  }
  const [, plainLead = '', plain] = (isOpening ? PLAIN_FIELD.exec(line) : null) ?? [];
  return plain === undefined ? undefined : { form: 'field', key: titleKey(plain), writing: `${leadOf(plainLead)}${plain}:` };
}

/** An item, a further line of an item, or a line of its own. */
function leadOf(lead: string): string {
  if (lead.trim() !== '') return '- ';
  return lead.length > 1 ? '  ' : '';
}

interface Block {
  readonly isField: boolean;
  readonly text: string;
}

function writeFact(thing: Shared, placeholderFor: PlaceholderFor): Block {
  const writing = thing.writings.most;
  const [form] = thing.key.split(' ');
  if (form === 'field') return { isField: true, text: `${writing} ${placeholderFor(plainTitle(writing).replace(/^[-\s]+/, ''))}` };
  return { isField: false, text: form === 'table' ? tableOf(cellsOf(writing), placeholderFor) : form === 'checklist' ? '- [ ] {{item}}' : DIAGRAM };
}

function tableOf(columns: readonly string[], placeholderFor: PlaceholderFor): string {
  const row = (cells: readonly string[], gap: string): string => `|${cells.map((cell) => gap + cell + gap).join('|')}|`;
  return [row(columns, ' '), row(columns.map((title) => '-'.repeat(Math.max(3, title.length + 2))), ''), row(columns.map(placeholderFor), ' ')].join('\n');
}

/** Fields that follow each other stay together: items as a list, others as lines of one paragraph. */
function joinFields(blocks: readonly Block[]): readonly string[] {
  const joined: string[] = [];
  let last: Block | undefined;
  for (const block of blocks) {
    const areTogether = last?.isField && block.isField && isInList(last.text) === isInList(block.text);
    if (areTogether) joined.push(`${joined.pop() ?? ''}${isInList(block.text) ? '' : '  '}\n${block.text}`);
    else joined.push(block.text);
    last = block;
  }
  return joined;
}

function isInList(text: string): boolean {
  return /^[- ] /.test(text);
}
