import { approvalOf, markedSections, marksIn, marksInWords } from '../../lint/approval.ts';
import { Subject } from '../../lint/subject.ts';
import { inWords } from '../../lint/wording.ts';
import { readPlan } from '../../plan/plan.ts';
import { chosenName } from '../../readings/decisions/chosen-names.ts';
import type { Decision } from '../../readings/decisions/decisions.ts';
import { quote } from '../../scaffold/quote.ts';
import { insertBlock, lineEndingOf } from '../../template/insert.ts';
import { linkTo } from '../../text/link-paths.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import { endOfContent } from '../../text/range.ts';
import type { Planned } from '../change.ts';
import { decisionsIn, decisionText, lineStart, type DecisionText, type PartText } from './decision-text.ts';
import { isWholeLines, removals } from './part-removal.ts';
import { recordOfDecision, type RecordForm, type RecordOfDecision } from './record-of-decision.ts';

/** Under which name the reading of decisions knows a link to the record. */
const RECORD = 'Record';
const ITEM = /^[ \t>]*(?:[-*+•]|\d{1,9}[.)])[ \t]+$/;

/** Makes a decision of a plan a record of its own. The plan keeps the heading, what was chosen in one line, the link, and all that the record has no section for. */
export function extractDecision(subject: Subject, decision: Decision, form: RecordForm): Planned {
  const text = decisionText(subject, decision);
  const record = recordOfDecision(subject, text, form);
  const edits = waysToLink(subject, text, record).find((way) => leadsToRecord(subject, way, decision));
  if (edits === undefined) return { problem: `There is no place for a link in "${inWords(decision.name.text)}": close the fence or comment that is left open in ${subject.path}, and run the command again.` };
  const { path, plan } = subject;
  return { change: { title: `Extract "${inWords(decision.name.text)}" to a record`, files: [{ path, text: plan.text, edits: withApprovalKept(subject, edits) }], creates: [record.file] } };
}

/** In the form of the decision; where the link would then be read as something else, below the heading, or in it. */
function waysToLink(subject: Subject, text: DecisionText, record: RecordOfDecision): readonly (readonly TextEdit[])[] {
  const { plan, path } = subject;
  const link = `[${record.title.replace(/[[\]]/g, '')}](${linkTo(path, record.file.path)})`;
  const gone = Array.from(record.moved).filter(({ range }) => isWholeLines(plan.text, range));
  const isPlaceable = text.decision.form === 'block' || gone.length > 0;
  const inName = linkedName(subject, text.decision, linkTo(path, record.file.path));
  if (!isPlaceable || text.decision.form === 'row') return [[inName]];
  const choice = gone.find(({ field }) => field === 'choice');
  const isKept = choice !== undefined && isOneLine(plan.text, choice) && choice.part.form === 'field';
  const taken = gone.filter((part) => !isKept || part !== choice);
  const removed = removals(plan.text, [...taken.map(({ range }) => range), ...(record.hasIntro && text.intro ? [text.intro] : [])]);
  const placed = [isKept ? besideField(subject, choice, link) : undefined, below(subject, text, taken, record, link), inName];
  return placed.filter((edit) => edit !== undefined).map((edit) => [edit, ...removed]);
}

/** Whether the decision, as it is read afterwards, has the link. */
function leadsToRecord({ plan, path, recognition, read, surroundings }: Subject, edits: readonly TextEdit[], { range }: Decision): boolean {
  const after = new Subject(readPlan(applyEdits(plan.text, edits)), path, recognition, read, surroundings);
  return decisionsIn(after).some((each) => each.range.start === range.start && each.link !== undefined);
}

/** `[Keep one log](../docs/adr/0007-keep-one-log.md)` in a row or an item that stays as it is. */
function linkedName({ plan }: Subject, { name }: Decision, target: string): TextEdit {
  return { range: name.range, text: `[${plan.text.slice(name.range.start, name.range.end).replace(/(?<!\\)[[\]]/g, '\\$&')}](${target})` };
}

/** A field more, behind the one that says what was chosen. */
function besideField({ plan: { text } }: Subject, { range }: PartText, link: string): TextEdit {
  const start = lineStart(text, range.start);
  const prefix = text.slice(start, range.start);
  const end = range.end + (/^[^\r\n]*/.exec(text.slice(range.end))?.[0].length ?? 0);
  const ending = lineEndingOf(text);
  const hardBreak = /^(?: {2,}|\\)$/.exec(text.slice(range.end, end))?.[0] ?? '';
  const goesOn = ITEM.test(prefix) || hardBreak !== '' || /^(?:\r\n|\r|\n)[ \t]*\S/.test(text.slice(end, end + 200));
  return { range: { start: end, end }, text: `${goesOn ? ending : ending + ending}${prefix}**${RECORD}**: ${link}${hardBreak}` };
}

/** Below the heading, or in place of the fields of an item. */
function below({ plan }: Subject, { decision, intro }: DecisionText, gone: readonly PartText[], { hasIntro }: RecordOfDecision, link: string): TextEdit | undefined {
  const choice = gone.find(({ field }) => field === 'choice');
  const chosen = choice && decision.choice && summaryOf(decision);
  const lines = [...(choice && chosen !== undefined ? [`**${choice.name}**: ${chosen}`] : []), `**${RECORD}**: ${link}`];
  const [first] = gone;
  if (decision.form === 'item' && first) {
    const start = lineStart(plan.text, first.range.start);
    const prefix = plan.text.slice(start, first.range.start);
    const end = endOfContent(plan.text, start);
    return { range: { start: end, end }, text: lines.map((line) => lineEndingOf(plan.text) + prefix + line).join('') };
  }
  const head = headEnd(plan.text, decision);
  const offset = intro !== undefined && !hasIntro ? intro.end : head;
  return insertBlock(plan, offset, lines.map((line) => `- ${line}`).join('\n'), {});
}

function summaryOf(decision: Decision): string | undefined {
  const { choice } = decision;
  if (choice === undefined) return undefined;
  const named = chosenName(choice)?.name.text;
  const sentence = /^[^]{0,240}?[.!?](?=\s|$)/.exec(choice.text)?.[0] ?? choice.text;
  const said = quote(named ?? sentence.replace(/[*_]{2,3}/g, '')).replace(/[.]$/, '');
  return said === '' ? undefined : said;
}

function headEnd(text: string, { name }: Decision): number {
  return name.range.end + (/^[^\r\n]*(?:(?:\r\n?|\n)[ \t]{0,3}[=-]+[ \t]*(?=[\r\n]|$))?/.exec(text.slice(name.range.end))?.[0].length ?? 0);
}

function isOneLine(text: string, { range }: PartText): boolean {
  return !/[\r\n]/.test(text.slice(range.start, range.end));
}

/** That what was approved stands in a record now is no change of it. */
function withApprovalKept(subject: Subject, edits: readonly TextEdit[]): readonly TextEdit[] {
  const approval = approvalOf(subject);
  if (approval?.content === undefined) return edits;
  const { plan, path, recognition, read, surroundings } = subject;
  const before = markedSections(subject);
  const after = markedSections(new Subject(readPlan(applyEdits(plan.text, edits)), path, recognition, read, surroundings));
  const kept = marksIn(approval.content.text).map((mark) => {
    const index = before.findIndex(({ name, words }) => name === mark.name && words === mark.words);
    return after[index] ?? mark;
  });
  const written = marksInWords(kept);
  return before.length !== after.length || written === approval.content.text ? edits : [{ range: approval.content.range, text: written }, ...edits];
}
