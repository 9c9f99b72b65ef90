import type { Plan } from '../plan/plan.ts';
import type { Fence } from '../plan/outline.ts';
import type { YamlError } from '../readings/forms/yaml-values.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** Where a YAML fence breaks, and why, as the end of a sentence. */
export interface YamlProblem {
  readonly range: Range;
  readonly reason: string;
}

const LONGEST_LINE = 1000;
/** What stands for something left out, or for what a program puts in: YAML as documents show it, which is not to be read as it is. */
const OTHER_FORM = /(?:^|[\s[{(,:-])(?:\.{3}|…)|\{\{|\{[%!]|\$\{|<%|--8<--|^[ \t]*`{3}|^[ \t]*[-*][ \t]\[[ xX]\][ \t]/m;
/** A blank on the line itself. */
const BLANK = /<[^<>\r\n]{1,200}>|\[[A-Z]/;
const NEITHER = 'it is neither "key: value" nor an item that begins with "- ".';

/** Codes of the parser, with what they mean to people. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['BAD_INDENT', 'it is indented to another column than the lines to which it belongs.'],
  ['TAB_AS_INDENT', 'a tab indents it: use spaces.'],
  ['BAD_SCALAR_START', 'its value begins with a sign that YAML keeps for itself: put the value in quotes.'],
  ['BAD_DQ_ESCAPE', 'a backslash in double quotes means nothing there: write it twice, or use single quotes.'],
  ['BAD_ALIAS', 'a value that begins with "*" refers to another one: put it in quotes where it is a text.'],
  ['BLOCK_IN_FLOW', 'what stands within brackets is not parted by commas.'],
]);

/** Nothing for what YAML is not asked to be: with dots for what is left out, with the signs of a template language, cut out of its surroundings. */
export function yamlProblem({ text }: Plan, { content }: Fence, error: YamlError): YamlProblem | undefined {
  const yaml = sliceOf(text, content);
  if (OTHER_FORM.test(yaml) || isCutOut(yaml)) return undefined;
  const range = lineAt(text, content, placeOf(text, content, error));
  const line = sliceOf(text, range);
  const reason = reasonOf(error, line, error.range.start <= range.start);
  return reason === undefined || BLANK.test(line) ? undefined : { range, reason };
}

function reasonOf({ code, message }: YamlError, line: string, isAtStart: boolean): string | undefined {
  if (/^Missing closing ["']quote/.test(message)) return 'a quote that begins here is never closed.';
  if (/must be sufficiently indented|Expected flow (?:map|sequence) to end/.test(message)) return 'a bracket that begins here is not closed.';
  if (/^Implicit (?:map )?keys? /.test(message)) return noPair(line);
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /:\s.*:(?:\s|$)/.test(line) ? 'its value has a colon in it: put the value in quotes.' : 'it has a value already, and the line below it is indented as if it had none.';
    case 'UNEXPECTED_TOKEN':
      return unexpected(message, line, isAtStart);
    case 'MISSING_CHAR':
      return /flow/.test(message) ? 'a comma or a colon is missing within the brackets.' : noPair(line);
    default:
      return REASONS.get(code);
  }
}

function noPair(line: string): string {
  return /^-\s/.test(line) ? 'an item of a list stands where "key: value" belongs: indent it as its list is.' : NEITHER;
}

function unexpected(message: string, line: string, isAtStart: boolean): string {
  if (/flow-(?:seq|map)-end/.test(message)) return 'a bracket is closed that was never opened: take it out, or put the value in quotes.';
  if (message.startsWith('Block scalar header')) return 'behind "|" or ">" at the end of a key nothing may follow on the line.';
  if (message.startsWith('Unexpected scalar token in YAML stream')) return noPair(line);
  return isAtStart ? 'it does not go on with what stands above it: indent it as the lines to which it belongs.' : 'something stands behind a value that is over: put the whole value in quotes.';
}

/** What is never closed is told where it begins. */
function placeOf(text: string, content: Range, { message, range: { start: offset } }: YamlError): number {
  if (!/^Missing closing|must be sufficiently indented|Expected flow/.test(message)) return offset;
  const opening = message.startsWith('Missing closing') ? /(?:^|[\s:[{,-])(?:"(?:[^"\\\r\n]|\\[^\r\n])*|'[^'\r\n]*)$/m : /[[{][^[\]{}\r\n]*$/m;
  const before = text.slice(content.start, offset);
  const found = opening.exec(before);
  return found === null ? offset : content.start + found.index + found[0].search(/\S/);
}

/** A piece from the middle of a file: it begins deeper than it goes on. */
function isCutOut(yaml: string): boolean {
  const indents = Array.from(yaml.matchAll(/^([ \t]*)[^\s#]/gm), ([, indent = '']) => indent.length);
  return indents.slice(1).some((indent) => indent < (indents[0] ?? 0));
}

/** The line in which an offset stands, or the last one before it that says something, without what indents it. */
function lineAt(text: string, content: Range, offset: number): Range {
  const inside = Math.min(offset, content.end);
  const behind = /^[^\r\n]*/.exec(text.slice(inside, Math.min(inside + LONGEST_LINE, content.end)))?.[0] ?? '';
  const before = text.slice(content.start, inside);
  const end = (before + behind).trimEnd().length;
  const line = /[^\r\n]*$/.exec((before + behind).slice(Math.max(0, end - LONGEST_LINE), end))?.[0] ?? '';
  const start = content.start + end - line.trimStart().length;
  return { start, end: content.start + end };
}
