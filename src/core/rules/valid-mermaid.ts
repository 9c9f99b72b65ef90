import { mendedDiagrams } from '../lint/mended-diagrams.ts';
import { defineRule, type Fix } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import type { DiagramVerdict } from '../lint/surroundings.ts';
import type { Diagram } from '../readings/diagrams.ts';
import type { TextEdit } from '../text/edits.ts';
import { Lines } from '../text/lines.ts';
import type { Range } from '../text/range.ts';

type Problem = Exclude<DiagramVerdict, 'fine'>;

/** A blank of the template, and no node of six sides, which follows its name. */
const BLANK = /(?<![\p{L}\p{N}_])\{\{[^{}]*\}\}/u;

export const validMermaid = defineRule({
  id: 'valid-mermaid',
  summary: 'A mermaid diagram can be drawn.',
  severity: 'error',
  fixable: true,
  *check(subject) {
    for (const diagram of subject.readings.diagrams) {
      const verdict = subject.surroundings.diagram(diagram.source);
      if (verdict === undefined || verdict === 'fine') continue;
      const place = placeOf(diagram, verdict);
      // Whoever fills in the blank will see what is left.
      if (BLANK.test(subject.plan.text.slice(place.line.start, place.line.end))) continue;
      const fix = fixOf(subject, diagram);
      yield { message: `This diagram cannot be drawn: ${verdict.message}`, range: place.range, ...(fix && { fix }) };
    }
  },
});

/** The word with which it begins; the line without its indentation where that is not known. */
function placeOf({ source, content, range }: Diagram, { line, column }: Problem): { readonly line: Range; readonly range: Range } {
  const lines = new Lines(source);
  const start = lines.startOf(line);
  const text = source.slice(start, lines.startOf(line + 1)).trimEnd();
  const whole = { start: content.start + start, end: content.start + start + text.length };
  const word = column === undefined ? undefined : /^\S+/.exec(text.slice(column))?.[0];
  if (column !== undefined && word !== undefined) return { line: whole, range: { start: whole.start + column, end: whole.start + column + word.length } };
  const indent = text.length - text.trimStart().length;
  return { line: whole, range: text === '' ? { start: range.start, end: content.start } : { start: whole.start + indent, end: whole.end } };
}

/** Only where its parser has seen that the diagram can be drawn then. */
function fixOf({ surroundings }: Subject, { source, content }: Diagram): Fix | undefined {
  const mended = mendedDiagrams(source).find((each) => surroundings.diagram(each) === 'fine');
  return mended === undefined ? undefined : { title: 'Mend the diagram', edits: changedLines(source, mended, content.start) };
}

/** What is mended line by line has as many lines as before. */
function changedLines(before: string, after: string, offset: number): readonly TextEdit[] {
  const [old, mended] = [before.split('\n'), after.split('\n')];
  let start = offset;
  return old.flatMap((line, index) => {
    const range = { start, end: start + line.length };
    start += line.length + 1;
    return line === mended[index] ? [] : [{ range, text: mended[index] ?? '' }];
  });
}
