import { APPROVAL_FIELDS, markedSections, marksInWords } from '../../lint/approval.ts';
import type { Subject } from '../../lint/subject.ts';
import { frontMatterLines, headLines, type HeadLine } from '../../plan/head-lines.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { lineEndingOf } from '../../template/insert.ts';
import type { TextEdit } from '../../text/edits.ts';
import { yamlText } from '../../text/yaml-text.ts';

const LONGEST_HEAD = 20_000;

/** The edits that write who approved the plan, on which day, and what its sections said then: where the plan has these fields, else into its front matter. */
export function approvalEdits(subject: Subject, by: string, today: string): readonly TextEdit[] {
  const { plan } = subject;
  const said: readonly (readonly [name: string, value: string])[] = [
    [APPROVAL_FIELDS.by, by.replace(/\s+/g, ' ').trim()],
    [APPROVAL_FIELDS.on, today],
    [APPROVAL_FIELDS.content, marksInWords(markedSections(subject))],
  ];
  const lines = [...frontMatterLines(plan), ...headLines(plan, headOf(plan))];
  const edits: TextEdit[] = [];
  const missing: string[] = [];
  for (const [name, value] of said) {
    const line = lines.find(({ key }) => key === titleKey(name));
    const inYaml = name === APPROVAL_FIELDS.by ? yamlText(value) : value;
    if (line) edits.push(inLine(plan, line, value, inYaml));
    else if (value !== '') missing.push(`${name}: ${inYaml}`);
  }
  return missing.length === 0 ? edits : [...edits, inFrontMatter(plan, missing)];
}

function inLine({ text }: Plan, { value, name, isYaml }: HeadLine, said: string, inYaml: string): TextEdit {
  const isQuoted = isYaml && /["']/.test(text.charAt(value.start - 1));
  const written = isQuoted ? said.replace(/["'\\]/g, '') : isYaml ? inYaml : said;
  const isApart = /[\s"']/.test(text.charAt(value.start - 1)) || value.start === name.start;
  return { range: value, text: isApart ? written : ` ${written}` };
}

function inFrontMatter({ text, outline: { frontMatter } }: Plan, lines: readonly string[]): TextEdit {
  const ending = lineEndingOf(text);
  const block = lines.map((line) => line + ending).join('');
  if (frontMatter) return { range: { start: frontMatter.content.end, end: frontMatter.content.end }, text: block };
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { range: { start, end: start }, text: `---${ending}${block}---${ending}${ending}` };
}

/** Before the second heading. */
function headOf({ text, title, sections, outline: { frontMatter } }: Plan): { readonly start: number; readonly end: number } {
  const start = frontMatter?.range.end ?? 0;
  const end = title?.body.end ?? sections[0]?.range.start ?? text.length;
  return { start, end: Math.max(start, Math.min(end, start + LONGEST_HEAD)) };
}
