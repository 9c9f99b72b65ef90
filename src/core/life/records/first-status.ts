import { metadataOf } from '../../lint/metadata.ts';
import type { Subject } from '../../lint/subject.ts';
import { frontMatterLines, headLines, type HeadLine } from '../../plan/head-lines.ts';
import type { Section } from '../../plan/plan.ts';
import { headFields } from '../../readings/records/head-fields.ts';
import { isStatusField, statusSection } from '../../readings/records/status.ts';
import { askedFields, type AskedField } from '../../template/asked-fields.ts';
import { saidBy } from '../../readings/records/status-words.ts';
import { statesOf } from '../../template/choices.ts';
import { isEmptySection } from '../../template/emptiness.ts';
import { bodyOf, insertBlock, insertSection, lineEndingOf } from '../../template/insert.ts';
import type { ContractSection } from '../../template/kind.ts';
import type { MissingSection } from '../../template/match.ts';
import { fill } from '../../template/placeholders.ts';
import { writeFields } from '../../template/write-fields.ts';
import type { TextEdit } from '../../text/edits.ts';
import { sliceOf, type Range } from '../../text/range.ts';

const LONGEST_HEAD = 20_000;
/** A longer line is no choice but prose. */
const LONGEST_CHOICE = 160;

/** Writes the first status of a record: into the place that waits for it, else where its template has one. Nothing where no text can stand. */
export function writeFirstStatus(subject: Subject, words: string): readonly TextEdit[] {
  return inOpenField(subject, words) ?? inOpenSection(subject, words) ?? asField(subject, words) ?? asSection(subject, words) ?? [];
}

/** A field that is empty, or that still offers a choice. */
function inOpenField({ plan, read }: Subject, words: string): readonly TextEdit[] | undefined {
  const open = headFields(plan, read).find(isStatusField);
  if (open) {
    const { whole } = open;
    const quote = /^["']/.exec(whole.text)?.[0] ?? '';
    return [{ range: whole.range, text: whole.text.endsWith(quote) && quote !== '' ? `${quote}${words}${quote}` : words }];
  }
  const span = { start: plan.outline.frontMatter?.range.end ?? 0, end: Math.min(plan.text.length, LONGEST_HEAD) };
  const line = [...frontMatterLines(plan), ...headLines(plan, span)].find((each) => isStatusField(each) && each.value.start === each.value.end);
  if (line === undefined) return undefined;
  const offset = line.name.end + plan.text.slice(line.name.end, line.value.start).trimEnd().length;
  return [{ range: { start: offset, end: offset }, text: ` ${words}` }];
}

/** A section that is empty, or begins with a choice: other words in it stay. */
function inOpenSection({ plan, kind, match }: Subject, words: string): readonly TextEdit[] | undefined {
  const contract = statusContract(kind.root)?.section;
  const section = statusSection(plan) ?? (contract && match.found.get(contract));
  if (section === undefined) return undefined;
  const choice = isEmptySection(plan, section) ? undefined : choiceIn(sliceOf(plan.text, section.body), statesOf(kind.root), section);
  if (choice) return [{ range: choice, text: words }];
  const edit = insertBlock(plan, section.heading.range.end, words, {});
  return edit && [edit];
}

/** "Proposed | Accepted", "{{status}}", "[STATUS]": what stands first, if it is to be replaced. */
function choiceIn(body: string, states: readonly string[], { body: { start } }: Section): Range | undefined {
  const from = body.length - body.trimStart().length;
  const first = /^[^\r\n]*/.exec(body.slice(from, from + 2000))?.[0].trimEnd() ?? '';
  const offered = states.filter((state) => first.toLowerCase().includes(state.toLowerCase()));
  const isGuidance = first.startsWith('>') || first.length > LONGEST_CHOICE;
  const said = saidBy({ value: { text: first, range: { start: 0, end: first.length } }, bare: first.replace(/[*_`]/g, ' ') });
  // A status that is not read as that of the document, since the section stands further below.
  if (said?.name !== undefined) return { start: start + from + said.value.range.start, end: start + from + said.value.range.end };
  const isOpen = (offered.length > 1 && !isGuidance) || /^(?:\{\{[^{}]*\}\}|[[<{][^\]>}]*[\]>}])$/.test(first);
  return isOpen ? { start: start + from, end: start + from + first.length } : undefined;
}

function asField(subject: Subject, words: string): readonly TextEdit[] | undefined {
  const { plan, kind, values } = subject;
  const asked = askedFields(kind, values).find(({ fields }) => fields.some(({ is }) => is === 'status'));
  const field = asked?.fields.find(({ is }) => is === 'status');
  if (asked === undefined || field === undefined) return undefined;
  const metadata = metadataOf(subject).find((each) => each.asked === asked);
  const lineOf = (other: AskedField): HeadLine | undefined => metadata?.said.find((said) => said.field === other)?.line;
  const written = { ...field, blank: words, line: field.line.replace(field.blank, () => words) };
  const edits = writeFields(plan, { asked: { ...asked, fields: asked.fields.map((each) => (each === field ? written : each)) }, section: metadata?.section ?? plan.title, missing: [written], lineOf }, {});
  return edits.length > 0 ? edits : undefined;
}

/** The section as the template writes it, but for what it begins with. */
function asSection({ plan, kind, match, values }: Subject, words: string): readonly TextEdit[] | undefined {
  const missing = statusContract(kind.root);
  const edit = missing && !match.found.has(missing.section) ? insertSection(plan, match, missing, values) : undefined;
  if (missing === undefined || edit === undefined) return undefined;
  const [first = ''] = /^[^\r\n]*/.exec(fill(bodyOf(missing.section), values)) ?? [];
  const at = first === '' ? -1 : edit.text.lastIndexOf(first);
  const text = at < 0 ? `${edit.text}${lineEndingOf(plan.text).repeat(2)}${words}` : edit.text.slice(0, at) + words + edit.text.slice(at + first.length);
  return [{ range: edit.range, text }];
}

/** The section of the template that is read as the status, with what stands around it. */
function statusContract(root: ContractSection): MissingSection | undefined {
  for (const section of root.children) {
    if (section.reads.includes('status')) return { section, parent: root, siblings: root.children };
    const below = statusContract(section);
    if (below) return below;
  }
  return undefined;
}
