import type { Range } from '../text/range.ts';
import { blockAround } from './blocks.ts';
import type { Plan } from './plan.ts';
import { titleKey } from './titles.ts';

/** A line that says something about the document under a name: `**Date**: 2026-03-01`, `- Status: Accepted`, `date: 2026-03-01`. */
export interface HeadLine {
  readonly key: string;
  readonly name: Range;
  /** Without the marks around it and what breaks the line; empty where nothing stands there. */
  readonly value: Range;
  /** Without its line ending. */
  readonly line: Range;
  readonly isYaml: boolean;
}

const LINE = /[^\r\n]+/g;
const LONGEST_LINE = 2000;
/** `**Name**: `, `**Name:** `, `_Name_: `, `Name: `, each in an item or a quote too. */
const NAMED = /^([ \t>]{0,40}(?:[-*+][ \t]{1,4})?(?:\*{2,3}|_{1,2}|\*)?)([\p{L}][^*_:|\r\n{}[\]<>`]{0,60}?)(?:(?:\*{1,3}|_{1,2})[ \t]{0,4}:|:(?:\*{1,3}|_{1,2})|[ \t]{0,4}:(?!\/\/))[ \t]*/u;
const YAML = /^()([\w-][\w .-]{0,60}?):(?:[ \t]+|$)/;
/** Those in a span, outside fences and comments. */
export function headLines(plan: Plan, span: Range): readonly HeadLine[] {
  return linesIn(plan.text, span, NAMED, false).filter(({ line }) => blockAround(plan, line.start) === undefined);
}

/** Those at the left edge of the front matter. What stands below a name in lines of its own is its value too. */
export function frontMatterLines({ text, outline: { frontMatter } }: Plan): readonly HeadLine[] {
  if (!frontMatter) return [];
  return linesIn(text, frontMatter.content, YAML, true).map((line) => {
    const [below] = /^(?:\r\n?|\n)(?:[ \t]+\S|-[ \t])[^\r\n]*/.exec(text.slice(line.line.end, line.line.end + LONGEST_LINE)) ?? [];
    return below === undefined || line.value.end > line.value.start ? line : { ...line, value: { start: line.value.start, end: line.line.end + below.length } };
  });
}

function linesIn(text: string, span: Range, form: RegExp, isYaml: boolean): readonly HeadLine[] {
  const found: HeadLine[] = [];
  for (const { 0: written, index } of text.slice(span.start, span.end).matchAll(LINE)) {
    const [lead, before, name] = form.exec(written.slice(0, LONGEST_LINE)) ?? [];
    if (lead === undefined || before === undefined || name === undefined) continue;
    const start = span.start + index;
    const nameStart = start + before.length;
    const said = isYaml ? yamlValue(written.slice(lead.length)) : valueBehind(written.slice(lead.length), before, lead);
    const value = { start: start + lead.length + said.start, end: start + lead.length + said.end };
    found.push({ key: titleKey(name), name: { start: nameStart, end: nameStart + name.length }, value, line: { start, end: start + written.length }, isYaml });
  }
  return found;
}

/** Without what breaks the line, and the marks that were opened before the name: `**Status: Accepted**`. */
function valueBehind(rest: string, before: string, lead: string): Range {
  const said = rest.trimEnd().replace(/(?:\\|<br ?\/?>)$/i, '').trimEnd();
  const [marks = ''] = /[*_]{1,3}$/.exec(before) ?? [];
  const isOpen = marks !== '' && !/[*_]/.test(lead.slice(before.length));
  return { start: 0, end: said.length - (isOpen && said.endsWith(marks) ? marks.length : 0) };
}

function yamlValue(rest: string): Range {
  const said = rest.replace(/(?:^|[ \t])#.*$/, '').trimEnd();
  return said.length > 1 && /^(["']).*\1$/.test(said) ? { start: 1, end: said.length - 1 } : { start: 0, end: said.length };
}
