import { openEnds } from '../../lint/open-ends.ts';
import { stateOf } from '../../lint/plan-state.ts';
import { isNamed } from '../../lint/risk-names.ts';
import { sourcesOf } from '../../lint/sources.ts';
import type { Subject } from '../../lint/subject.ts';
import { targetIn } from '../../lint/link-targets.ts';
import { plainTitle, withoutEmoji } from '../../plan/titles.ts';
import type { Value } from '../../readings/forms/fields.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import { hiddenSpans, readLinks } from '../../readings/links.ts';
import { readConstraints } from '../../readings/requirements/constraints.ts';
import type { Target } from '../../readings/requirements/targets.ts';
import { decisionsIn } from './decision-text.ts';
import type { HandOffRole } from './hand-off-roles.ts';

const MOST_LINES = 60;
const LONGEST_LINE = 300;
const MOST_FIELDS = 4;
const NAMES_CONSTRAINTS = /constraint/i;

/** What the next role needs to know of a plan, as a text to begin a conversation with: all from the plan itself and the documents it names. */
export function handOffPrompt(subject: Subject, role: HandOffRole): string {
  const { plan, path, kind } = subject;
  const title = said(plan.title?.heading.title ?? path) ?? path;
  const state = stateOf(subject)?.place.text;
  const head = [
    `You take over a plan as ${role.name}. ${role.task}`,
    '',
    `Plan: ${title}`,
    `File: ${path} (${kind.name}${state === undefined ? '' : `, ${said(state) ?? state}`})`,
    'What follows is taken from the plan. Where it and the file differ, the file counts. Ask where something is open; do not decide against what is decided here.',
  ];
  const blocks = [
    block('Decided', decisions(subject)),
    block('Constraints', constraints(subject)),
    block('Targets', targets(subject)),
    block('Phases and waves', steps(subject)),
    block('Parts of the system', parts(subject)),
    block('Contracts', subject.readings.contracts.map(({ name }) => line([name.text]))),
    block('Open risks', risks(subject)),
    block('Open points', openPoints(subject)),
    block('Files', files(subject)),
  ];
  return `${[head.join('\n'), ...blocks.filter((text) => text !== '')].join('\n\n')}\n`;
}

/** "1,240 words": what is pasted somewhere should not come as a surprise. */
export function sizeInWords(text: string): string {
  const words = text.match(/\S+/g)?.length ?? 0;
  return `${String(words).replace(/\B(?=(\d{3})+$)/g, ',')} ${words === 1 ? 'word' : 'words'}`;
}

function block(title: string, lines: readonly (string | undefined)[]): string {
  const all = Array.from(new Set(lines.filter((each) => each !== undefined && each !== '')));
  if (all.length === 0) return '';
  const more = all.length > MOST_LINES ? [`- … and ${all.length - MOST_LINES} more in the file`] : [];
  return [`${title}:`, ...all.slice(0, MOST_LINES).map((each) => `- ${each ?? ''}`), ...more].join('\n');
}

function decisions(subject: Subject): readonly (string | undefined)[] {
  return decisionsIn(subject).map(({ name, choice, link }) => line([name.text, choice?.text], link === undefined ? undefined : `record: ${link.text}, from ${subject.path}`));
}

function constraints(subject: Subject): readonly (string | undefined)[] {
  const own = subject.readings.constraints.map(({ name, text }) => line([name?.text, text.text]));
  const others = sourcesOf(subject).flatMap((source) => {
    if (!NAMES_CONSTRAINTS.test(source.path) && !/^constraints?$/i.test(source.namedIn)) return [];
    return readConstraints(source.plan, { start: 0, end: source.plan.text.length }, subject.read).map(({ name, text }) => line([name?.text, text.text], source.path));
  });
  return [...own, ...others];
}

function targets({ readings }: Subject): readonly (string | undefined)[] {
  const written = (target: Target): string | undefined => (target.target === undefined || isOpen(target.target.text) ? undefined : line([[...target.path.slice(0, -1), target.name.text].join(' '), target.target.text], target.validation && `shown by ${target.validation.text}`));
  return [...readings.context, ...readings.nfrs, ...readings.metrics].map(written);
}

function steps({ readings }: Subject): readonly (string | undefined)[] {
  const phases = readings.phases.map(({ number, title, effort, dependsOn, deliverables }) =>
    line([`Phase ${number?.text ?? ''} ${title.text}`, deliverables.map(({ text }) => said(text)).filter((text) => text !== undefined).join('; ')], [effort?.text, ...after(dependsOn)].filter((text) => text !== undefined).join(', ')),
  );
  const waves = readings.waves.map(({ number, name, dependsOn, items }) => line([`Wave ${number.text} ${name?.text ?? ''}`, items.map(({ text }) => said(text)).filter((text) => text !== undefined).join('; ')], after(dependsOn).join(', ')));
  return [...phases, ...waves];
}

function parts({ readings }: Subject): readonly (string | undefined)[] {
  return readings.services.map(({ name, fields }) => line([name.text, fields.slice(0, MOST_FIELDS).map((field) => `${field.name}: ${said(field.value.text) ?? 'open'}`).join('; ')]));
}

function risks({ readings }: Subject): readonly (string | undefined)[] {
  return readings.risks.filter(isNamed).map(({ name, probability, impact, rating, mitigation, owner }) => {
    const levels = [rating && `rated ${rating.text}`, impact && `impact ${impact.text}`, probability && `probability ${probability.text}`].filter((text) => text !== undefined).map(said);
    return line([name.text, mitigation?.text], [...levels, owner && `owner ${said(owner.text) ?? 'open'}`].filter((text) => text !== undefined).join(', '));
  });
}

function openPoints(subject: Subject): readonly (string | undefined)[] {
  const { readings } = subject;
  const gates = openEnds(subject, []).gates.map(({ message }) => message);
  const debt = readings.debt.filter(({ done }) => !done).map(({ text }) => line([text.text]));
  const followUps = (readings.transition?.followUps ?? []).map(({ text, owner, due }) => line([text.text], [owner?.text, due?.text].filter((each) => each !== undefined).join(', ')));
  return [...gates, ...debt, ...followUps];
}

function files(subject: Subject): readonly (string | undefined)[] {
  const { plan, path, readings, surroundings } = subject;
  const inputs = (readings.transition?.inputs ?? []).map(({ name, file }) => line([file.text], name.text));
  const links = readLinks(plan, hiddenSpans(plan)).flatMap(({ target, form }) => (form === 'image' ? [] : (targetIn(target, path, surroundings)?.path ?? [])));
  const named = readings.phases.flatMap((phase) => phase.files.map(({ text }) => said(text)));
  return [path, ...inputs, ...links.filter((each) => each !== path), ...named];
}

function after(values: readonly Value[]): readonly string[] {
  return values.length === 0 ? [] : [`after ${values.map(({ text }) => text).join(', ')}`];
}

/** `name: text (remark)`, without what is still a blank; nothing where no more than that is there. */
function line([name, text]: readonly [string | undefined, (string | undefined)?], remark?: string): string | undefined {
  const written = [name, text].map((each) => (each === undefined ? undefined : said(each))).filter((each) => each !== undefined);
  const behind = remark === undefined ? undefined : said(remark);
  return written.length === 0 ? undefined : written.join(': ') + (behind === undefined ? '' : ` (${behind})`);
}

/** On one line, without decoration; nothing for a blank. */
function said(text: string): string | undefined {
  if (isOpen(text)) return undefined;
  const plain = withoutEmoji(plainTitle(text.slice(0, LONGEST_LINE))).replace(/\s+/g, ' ').trim();
  if (plain === '') return undefined;
  return text.length > LONGEST_LINE ? `${plain} …` : plain;
}
