import { sampleTransition } from '../../lint/sample-transition.ts';
import type { Subject } from '../../lint/subject.ts';
import { readPlan, type Plan } from '../../plan/plan.ts';
import type { Value } from '../../readings/forms/fields.ts';
import { readTransition, type Transition, type TransitionInput } from '../../readings/transition/transition.ts';
import type { TransitionKey } from '../../readings/transition/transition-lines.ts';
import { insertSection } from '../../template/insert.ts';
import type { ContractSection } from '../../template/kind.ts';
import { isBlank } from '../../template/placeholders.ts';
import type { MissingSection } from '../../template/match.ts';
import { applyEdits, type TextEdit } from '../../text/edits.ts';
import type { Range } from '../../text/range.ts';
import { evidenceInWords, isOpenEvidence, part, type EvidenceDraft } from './evidence.ts';
import { RecordEditor, type ListEntry } from './record-editor.ts';
import { gravestRisks } from './record-risks.ts';
import { sameCase } from './same-case.ts';

/** What the author says of a step. */
export interface StepAnswers {
  readonly by: string;
  readonly today: string;
  readonly why: string;
  readonly evidence: readonly EvidenceDraft[];
  /** Asked only where the record has a blank for it. */
  readonly summary?: string | undefined;
  readonly nextSteps?: string | undefined;
  readonly followUp?: string | undefined;
}

export type AskedKey = 'summary' | 'next steps' | 'follow up';

const ASKED: readonly AskedKey[] = ['summary', 'next steps', 'follow up'];
const BLANK = /\{\{[^{}\r\n]{1,200}\}\}/;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}_ -]{0,60}[\p{L}\p{N}])?/u;
const DATED = /^(.{0,200}?)([\s,;(–—-]{1,5}(?:on\s{1,3})?)(\d{4}-\d{2}-\d{2})(.{0,100})$/s;

/** What the record does not say yet and only the author knows. */
export function askedKeys(subject: Subject): readonly AskedKey[] {
  const { transition } = subject.readings;
  const sample = sampleTransition(subject.kind);
  return ASKED.filter((key) => (transition?.said.has(key) === true ? blanksUnder(transition, key).length > 0 : sample?.said.has(key) === true));
}

/** The blanks of the record that a step fills in. */
export function filledBlanks({ readings: { transition } }: Subject): readonly Range[] {
  if (transition === undefined) return [];
  const states = [transition.from, transition.to, transition.by].filter((value) => value !== undefined && isBlank(value.text)).map((value) => (value as Value).range);
  const lists: readonly TransitionKey[] = ['why', 'evidence', 'risks', ...ASKED];
  const inputs = transition.inputs.map(({ file }) => file).filter(({ text }) => isBlank(text)).map(({ range }) => range);
  return [...states, ...inputs, ...lists.flatMap((key) => blanksUnder(transition, key))];
}

/** The edits that let the record tell of a step; where the plan has no record, it gets that of the template. Nothing where none can stand. */
export function recordEdits(subject: Subject, from: string | undefined, to: string, answers: StepAnswers): readonly TextEdit[] | undefined {
  const { plan, readings } = subject;
  if (readings.transition) return editsIn(plan, readings.transition, subject, from, to, answers);
  const inserted = recordOfTemplate(subject);
  if (inserted === undefined) return undefined;
  const draft = readPlan(inserted.text);
  const transition = readTransition(draft, { start: 0, end: inserted.text.length });
  if (transition === undefined) return undefined;
  return [{ range: inserted.range, text: applyEdits(inserted.text, editsIn(draft, transition, subject, from, to, answers)) }];
}

function recordOfTemplate({ plan, kind, match, values, path }: Subject): TextEdit | undefined {
  const missing = sectionOf(kind.root, undefined);
  return missing && insertSection(plan, match, missing, { path, ...values });
}

function sectionOf(contract: ContractSection, parent: ContractSection | undefined): MissingSection | undefined {
  for (const section of contract.children) {
    const found = section.reads.includes('transition') ? { section, parent, siblings: contract.children } : sectionOf(section, section);
    if (found) return found;
  }
  return undefined;
}

function editsIn(plan: Plan, transition: Transition, subject: Subject, from: string | undefined, to: string, answers: StepAnswers): readonly TextEdit[] {
  const editor = new RecordEditor(plan, transition);
  const like = transition.to && !isWaiting(transition.to) ? transition.to.text : (transition.from?.text ?? '');
  const state = (key: 'from state' | 'to state', said: Value | undefined, word: string): void => editor.value(key, said && wordIn(said), sameCase(said && !isWaiting(said) ? said.text : like, word));
  writeHead(editor, plan, transition, answers);
  if (from !== undefined) state('from state', transition.from, plainWord(from));
  state('to state', transition.to, to);
  editor.entries('why', entriesUnder(transition, 'why'), [...formerStep(transition), ...(answers.why === '' ? [] : [oneLine(answers.why)])]);
  if (answers.summary !== undefined) fillOne(editor, transition, 'summary', answers.summary);
  leaveOutInputs(editor, plan, transition);
  editor.entries('evidence', entriesUnder(transition, 'evidence'), answers.evidence.map(evidenceInWords));
  if (!transition.said.has('risks') || blanksUnder(transition, 'risks').length > 0) editor.entries('risks', entriesUnder(transition, 'risks'), gravestRisks(subject, answers.by));
  if (answers.nextSteps !== undefined) fillOne(editor, transition, 'next steps', answers.nextSteps);
  if (answers.followUp !== undefined) editor.entries('follow up', entriesUnder(transition, 'follow up'), answers.followUp === '' ? ['none'] : [oneLine(answers.followUp)]);
  return editor.edits;
}

/** Files that nobody named when the plan was begun. */
function leaveOutInputs(editor: RecordEditor, { text }: Plan, transition: Transition): void {
  const lines: TransitionInput[][] = [];
  for (const input of transition.inputs) {
    const last = lines.at(-1);
    const before = last?.at(-1)?.file.range.end;
    if (last && before !== undefined && !/[\r\n]/.test(text.slice(before, input.name.range.start))) last.push(input);
    else lines.push([input]);
  }
  for (const inputs of lines) leaveOutOfLine(editor, inputs);
}

function leaveOutOfLine(editor: RecordEditor, inputs: readonly TransitionInput[]): void {
  const open = inputs.filter(({ file }) => isBlank(file.text));
  const [first, last] = [inputs[0], inputs.at(-1)];
  if (first && last && open.length === inputs.length) return editor.replace({ start: first.name.range.start, end: last.file.range.end }, 'none');
  inputs.forEach(({ name, file }, index) => {
    if (!isBlank(file.text)) return;
    const [before, behind] = [inputs[index - 1], inputs[index + 1]];
    const isFirst = inputs.slice(0, index).every((each) => isBlank(each.file.text));
    if (isFirst && behind) editor.replace({ start: name.range.start, end: behind.name.range.start }, '');
    else editor.replace({ start: before?.file.range.end ?? name.range.start, end: file.range.end }, '');
  });
}

/** `[TRANSITION|architect.planning] by Ada on 2026-03-01` */
function writeHead(editor: RecordEditor, plan: Plan, { by, content }: Transition, { by: who, today }: StepAnswers): void {
  if (by) {
    const [, , joint, , rest] = DATED.exec(by.text) ?? [];
    return editor.replace(by.range, joint === undefined ? `${part(who)} on ${today}` : `${part(who)}${joint}${today}${rest ?? ''}`);
  }
  const line = /^\s*[^\r\n]*/.exec(plan.text.slice(content.start, content.start + 1200))?.[0] ?? '';
  const end = line.lastIndexOf(']') + 1;
  const at = content.start + (end > 0 ? end : line.length);
  editor.replace({ start: at, end: at }, ` by ${part(who)} on ${today}`);
}

/** The step that the record told of so far stays in it as one of the reasons. */
function formerStep({ from, to, by }: Transition): readonly string[] {
  if (from === undefined || to === undefined || isWaiting(from) || isWaiting(to)) return [];
  return [`${plainWord(from.text)} to ${plainWord(to.text)}${by === undefined || isBlank(by.text) ? '' : ` by ${by.text}`}`];
}

function fillOne(editor: RecordEditor, transition: Transition, key: 'summary' | 'next steps', text: string): void {
  const said = key === 'summary' ? transition.summary : transition.nextSteps;
  if (said === undefined || isBlank(said.text)) editor.value(key, said, oneLine(text));
}

function blanksUnder(transition: Transition, key: TransitionKey): readonly Range[] {
  return entriesUnder(transition, key).filter(({ isBlank }) => isBlank).map(({ range }) => range);
}

function entriesUnder({ why, evidence, risks, followUps, summary, nextSteps }: Transition, key: TransitionKey): readonly ListEntry[] {
  const one = (value: Value | undefined): readonly ListEntry[] => (value ? [{ range: value.range, isBlank: isBlank(value.text) }] : []);
  switch (key) {
    case 'why':
      return why.flatMap(one);
    case 'evidence':
      return evidence.map((each) => ({ range: each.range, isBlank: isOpenEvidence(each) }));
    case 'risks':
      return risks.map(({ range, text }) => ({ range, isBlank: isBlank(text.text) }));
    case 'follow up':
      return followUps.map(({ range, text }) => ({ range, isBlank: isBlank(text.text) }));
    case 'summary':
      return one(summary);
    case 'next steps':
      return one(nextSteps);
    default:
      return [];
  }
}

/** The word itself, without marks, signs and dates around it. */
function wordIn(value: Value): Value {
  const [word = value.text] = BLANK.exec(value.text) ?? WORD.exec(value.text) ?? [];
  const start = value.range.start + value.text.indexOf(word);
  return { text: word, range: { start, end: start + word.length } };
}

function plainWord(text: string): string {
  return WORD.exec(text)?.[0] ?? text;
}

/** A blank, whatever marks stand around it. */
function isWaiting({ text }: Value): boolean {
  return isBlank(text.replace(/[*_`]+/g, ''));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
