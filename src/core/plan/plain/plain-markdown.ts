import type { Blockquote, Root, RootContent } from 'mdast';
import { readInline } from './plain-inline.ts';
import { readList } from './plain-lists.ts';
import { DEEPEST, NotPlain, placeOf, type PlainLine } from './plain-nodes.ts';
import { isDelimiterRow, readTable } from './plain-tables.ts';

const HEADING = /^(#{1,6})(?:[ ]+|$)/;
const FENCE = /^(`{3,})([^`]*)$/;
const RULE = /^(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$/;
export const MARKER = /^(?:([-+*])|(\d{1,9})([.)]))([ ]{1,4})(?=[^ ])/;
/** An item without text, or with code. */
const ODD_MARKER = /^(?:[-+*]|\d{1,9}[.)])(?: |$)/;

/**
 * Reads the Markdown that nearly all plans are written in, many times faster than the parser that knows all of it, to the same tree.
 * Nothing where a text holds anything else.
 */
export function readPlainMarkdown(text: string): Root | undefined {
  if (/\t|\r(?!\n)|^\uFEFF|\0/.test(text)) return undefined;
  try {
    const lines = linesOf(text);
    return { type: 'root', children: readBlocks(text, lines, 0), position: placeOf(0, text.length) };
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function linesOf(text: string): readonly PlainLine[] {
  const lines: PlainLine[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    lines.push({ start, end: text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

/** The blocks on these lines; a list hands in the lines of each of its items. */
export function readBlocks(text: string, lines: readonly PlainLine[], depth: number): RootContent[] {
  const blocks: RootContent[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined || isBlank(text, line)) {
      at++;
      continue;
    }
    const { block, next } = readBlock(text, lines, at, unindented(text, line), depth);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

interface ReadBlock {
  readonly block: RootContent;
  readonly next: number;
}

function readBlock(text: string, lines: readonly PlainLine[], at: number, line: PlainLine, depth: number): ReadBlock {
  const written = text.slice(line.start, line.end);
  const heading = HEADING.exec(written);
  if (heading) return { block: readHeading(text, line, heading[0].length, heading[1]?.length ?? 1), next: at + 1 };
  if (written.startsWith('```')) return readFence(text, lines, at, line);
  if (written.startsWith('>')) return readQuote(text, lines, at, depth);
  if (written.startsWith('~')) throw new NotPlain();
  if (written.startsWith('<')) return readComment(text, lines, at, line, depth);
  if (RULE.test(written)) return { block: { type: 'thematicBreak', position: placeOf(line.start, line.end) }, next: at + 1 };
  if (MARKER.test(written)) return readList(text, lines, at, depth);
  if (ODD_MARKER.test(written)) throw new NotPlain();
  const below = lines[at + 1];
  if (below && isDelimiterRow(text.slice(below.start, below.end))) return readTable(text, lines, at, line);
  return readParagraph(text, lines, at);
}

function readHeading(text: string, { start, end }: PlainLine, lead: number, depth: number): RootContent {
  const content = text.slice(start + lead, end);
  if (/#[ ]*$/.test(content)) throw new NotPlain();
  if (!/^[1-6]$/.test(String(depth))) throw new NotPlain();
  const trimmed = start + lead + content.trimEnd().length;
  // Spaces at the end of a heading without a title belong to nothing.
  if (content.trim() === '' && end > start + depth) throw new NotPlain();
  return { type: 'heading', depth: depth as 1, children: content === '' ? [] : readInline(text, [{ start: start + lead, end: trimmed }]), position: placeOf(start, end) };
}

function readFence(text: string, lines: readonly PlainLine[], at: number, line: PlainLine): ReadBlock {
  const [, ticks = '', info = ''] = FENCE.exec(text.slice(line.start, line.end)) ?? [];
  // An indented fence takes its indentation from its lines.
  if (ticks === '' || line.start !== lines[at]?.start || /[\\&]/.test(info)) throw new NotPlain();
  const closing = new RegExp(`^ {0,3}\`{${ticks.length},}[ ]*$`);
  for (let end = at + 1; end < lines.length; end++) {
    const last = lines[end];
    if (last === undefined || !closing.test(text.slice(last.start, last.end))) continue;
    const [lang = '', ...meta] = info.trim().split(/ +/);
    const value = lines.slice(at + 1, end).map((each) => text.slice(each.start, each.end));
    const rest = info.trim().slice(lang.length).trim();
    if (/\r/.test(text.slice(line.start, last.end)) || meta.some((each) => each === '')) throw new NotPlain();
    return {
      block: { type: 'code', lang: lang === '' ? null : lang, meta: rest === '' ? null : rest, value: value.join('\n'), position: placeOf(line.start, last.end) },
      next: end + 1,
    };
  }
  throw new NotPlain();
}

function readQuote(text: string, lines: readonly PlainLine[], at: number, depth: number): ReadBlock {
  if (depth > DEEPEST) throw new NotPlain();
  const own: PlainLine[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || isBlank(text, line)) break;
    const [lead] = /^ {0,3}> ?/.exec(text.slice(line.start, line.end)) ?? [];
    if (lead === undefined) {
      // Text that goes on without its sign still belongs to the paragraph above.
      if (!isBlank(text, own.at(-1) ?? line) && !interrupts(text, line)) throw new NotPlain();
      break;
    }
    own.push({ start: line.start + lead.length, end: line.end });
  }
  const first = lines[at];
  const last = own.at(-1);
  // A list before an empty line of a quote ends elsewhere than one before an empty line of the document.
  const hasLists = own.some((line) => MARKER.test(text.slice(line.start, line.end).trimStart()));
  if (first === undefined || last === undefined || isBlank(text, last) || (hasLists && own.some((line) => isBlank(text, line)))) throw new NotPlain();
  const children = readBlocks(text, own, depth + 1);
  return { block: { type: 'blockquote', children: children as Blockquote['children'], position: placeOf(unindented(text, first).start, last.end) }, next };
}

/** `<!-- … -->` on lines of its own. */
function readComment(text: string, lines: readonly PlainLine[], at: number, line: PlainLine, depth: number): ReadBlock {
  const first = text.slice(line.start, line.end);
  if (!first.startsWith('<!--') || /^<!--?-?>/.test(first) || line.start !== lines[at]?.start) throw new NotPlain();
  for (let end = at; end < lines.length; end++) {
    const last = lines[end];
    if (last === undefined || !text.slice(end === at ? last.start + 4 : last.start, last.end).includes('-->')) continue;
    // In a list its lines are indented, and the indentation is no part of it.
    if (depth > 0 && end > at) throw new NotPlain();
    return { block: { type: 'html', value: text.slice(line.start, last.end), position: placeOf(line.start, last.end) }, next: end + 1 };
  }
  throw new NotPlain();
}

function readParagraph(text: string, lines: readonly PlainLine[], at: number): ReadBlock {
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || isBlank(text, line) || interrupts(text, line)) break;
    const below = lines[next + 1];
    if (below && isDelimiterRow(text.slice(below.start, below.end))) throw new NotPlain();
  }
  const own = lines.slice(at, next);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) throw new NotPlain();
  const start = unindented(text, first).start;
  return { block: { type: 'paragraph', children: readInline(text, own), position: placeOf(start, last.end) }, next };
}

/** Whether a line ends the paragraph above it. What may do so only by rules of its own is not plain. */
export function interrupts(text: string, line: PlainLine): boolean {
  const written = text.slice(line.start, line.end).trimStart();
  if (/^(?:=+|-+)[ ]*$/.test(written) || /^(?:[>~]|<(?!!--)|`{3})/.test(written)) throw new NotPlain();
  const marker = MARKER.exec(written);
  if (marker && marker[2] !== undefined && Number(marker[2]) !== 1) return false;
  const isOdd = marker === null ? ODD_MARKER.test(written) : MARKER.test(written.slice(marker[0].length));
  if (isOdd) throw new NotPlain();
  const isBlock = marker !== null || HEADING.test(written) || RULE.test(written) || written.startsWith('<!--');
  if (isBlock && text.slice(line.start, line.end).startsWith('    ')) throw new NotPlain();
  return isBlock;
}

export function isBlank(text: string, { start, end }: PlainLine): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== 32) return false;
  return true;
}

/** The line from its first sign; four spaces would make it code. */
export function unindented(text: string, { start, end }: PlainLine): PlainLine {
  let from = start;
  while (text.charCodeAt(from) === 32 && from < end) from++;
  if (from - start > 3) throw new NotPlain();
  return { start: from, end };
}
