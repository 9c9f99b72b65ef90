/** What the panel says of steps: pure. */
import type { StepPicture, StepsPicture } from '../../src/core/picture/steps.ts';
import type { Progress } from '../../src/core/picture/works.ts';
import { durationText } from './durations.ts';

export type Part = 'roadmap' | 'waves';

/** What one of them is called. */
export const NOUNS: Readonly<Record<Part, string>> = { roadmap: 'phase', waves: 'wave' };

/** More terms than these are no sum that anybody adds up again. */
const MOST_TERMS = 12;
const MOST_NAMED = 3;

/** "Phase 2", as others refer to it. */
export function shortName({ label, title, number }: StepPicture): string {
  return label ?? title ?? `Number ${number}`;
}

/** "Phase 2: Data". */
export function fullName({ label, title, number }: StepPicture): string {
  return [label, title].filter((part) => part !== undefined).join(': ') || `Number ${number}`;
}

/** How long, or when, in the author's words; or what its tasks add up to; and where others say it, that it does not. */
export function effortText({ effort, when, time, works }: StepPicture): string | undefined {
  const isSaid = effort !== undefined || when !== undefined;
  const sum = !isSaid && time?.hours !== undefined && works.hours !== undefined ? durationText(works.hours) : undefined;
  const none = !isSaid && time !== undefined && time.hours === undefined ? 'no effort given' : undefined;
  return [effort, when, sum, none].filter((part) => part !== undefined).join(', ') || undefined;
}

export function namesOf(numbers: readonly number[], steps: readonly StepPicture[]): readonly string[] {
  return numbers.flatMap((number) => {
    const step = steps[number - 1];
    return step === undefined ? [] : [shortName(step)];
  });
}

/** "a", "a and b", "a, b and c". */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** "5 of 12 done, 18 hours left". */
export function progressText({ done, total, hoursLeft, unsized }: Progress): string {
  const left = hoursLeft === undefined ? '' : `, ${durationText(hoursLeft)} left`;
  return `${done} of ${total} done${left}${left !== '' && unsized > 0 ? ` and ${unsized} not estimated` : ''}`;
}

/** What it comes after; where all follow each other as they stand, nobody has to be told. */
export function afterText(step: StepPicture, { steps, outside, isAsWritten }: StepsPicture): string | undefined {
  const strangers = outside.filter(({ before }) => before.includes(step.number)).map(({ name }) => name);
  const names = [...(isAsWritten ? [] : namesOf(step.after, steps)), ...strangers];
  return names.length === 0 ? undefined : `after ${listed(names)}`;
}

function besideText({ beside }: StepPicture, { steps }: StepsPicture): string | undefined {
  return beside.length === 0 ? undefined : `beside ${listed(namesOf(beside, steps))}`;
}

const STATES = { planned: 'Planned', active: 'In work', blocked: 'Blocked', done: 'Done' } as const;

/** The author's words, or what the sign stands for; where ticks tell, they do. */
function statusText({ status, state, works }: StepPicture): string | undefined {
  return status ?? (state === undefined || works.progress !== undefined ? undefined : STATES[state]);
}

/** "In work · 4 weeks · after Phase 1 · 3 of 8 done". */
export function rowFacts(step: StepPicture, picture: StepsPicture): string {
  const progress = step.works.progress && progressText(step.works.progress);
  return [statusText(step), effortText(step), afterText(step, picture), besideText(step, picture), earlyText(step, picture), progress].filter((fact) => fact !== undefined).join(' · ');
}

/** The document may let it begin before what it comes after is done; where nothing says what that is, it may. */
function earlyText({ time }: StepPicture, { steps, isAsWritten }: StepsPicture): string | undefined {
  const names = isAsWritten ? [] : namesOf(time?.tooEarlyFor ?? [], steps);
  return names.length === 0 ? undefined : `begins before ${listed(names)} ${names.length === 1 ? 'is' : 'are'} done`;
}

/** "begins after 2 weeks, ends after 6 weeks, on the critical path". */
export function timeText({ time }: StepPicture, isMarked: boolean): string | undefined {
  if (time === undefined) return undefined;
  const begins = time.start > 0 ? `begins after ${durationText(time.start)}` : 'begins at once';
  const ends = time.hours === undefined ? 'does not say how long it takes and counts as no time' : `ends after ${durationText(time.end)}`;
  const slack = time.hours === undefined || time.isCritical || time.slack < 0.01 ? '' : `, ${durationText(time.slack)} to spare`;
  return `${begins}, ${ends}${slack}${isMarked ? ', on the critical path' : ''}`;
}

/** What a box shows by its place, its lines and its signs alone, for who does not see it. */
export function unseenText(step: StepPicture, picture: StepsPicture, isMarked: boolean): string {
  const wrong = picture.problems.filter(({ isOrder, steps }) => isOrder && steps.includes(step.number)).map(({ message }) => message);
  const critical = isMarked ? 'on the critical path' : undefined;
  const facts = [statusText(step), afterText(step, picture), besideText(step, picture), critical, ...wrong].filter((fact) => fact !== undefined);
  return facts.map((fact) => `, ${fact}`).join('');
}

export interface TimesText {
  readonly sentence: string;
  /** How its figures come about, line by line. */
  readonly sums: readonly string[];
}

export function timesText({ steps, times, circles }: StepsPicture, noun: string): TimesText | undefined {
  if (times === undefined) return undefined;
  const isSet = steps.some(({ time }) => time?.isSet);
  const [total, inTurn] = [durationText(times.total), durationText(times.inTurn)];
  const isChain = Math.abs(times.total - times.inTurn) < 0.01;
  const whole = isSet ? `${total} as the document has it` : `${total} if everything that can run side by side does`;
  const untimed = steps.filter(({ time }) => time?.hours === undefined);
  const sums = [
    'A day counts as 8 hours, a week as 5 days, a month as 20 days; of a range the longer end counts.',
    ...(isChain ? [] : [`The longest way through: ${sumOf(times.critical, steps, isSet)} = ${total}.`]),
    `One after the other: ${sumOf(steps.map(({ number }) => number), steps, false)} = ${inTurn}.`,
  ];
  return { sentence: `${isChain ? `${total}, one after the other` : `${whole}; ${inTurn} one after the other`}.${untimedText(untimed, noun)}${circleText(circles, steps)}`, sums };
}

/** "5 waves in 4 rounds, up to 2 side by side": a round is a column of the picture. */
export function roundsText({ steps, more, circles }: StepsPicture, noun: string): string {
  const columns = new Map<number, number>();
  for (const { column } of steps) columns.set(column, (columns.get(column) ?? 0) + 1);
  const most = Math.max(0, ...columns.values());
  const count = `${steps.length + more} ${noun}s`;
  if (circles.length > 0) return `${count}, of which some wait for each other.`;
  if (most < 2) return `${count}, one after the other.`;
  return `${count} in ${columns.size} ${columns.size === 1 ? 'round' : 'rounds'}, up to ${most} side by side.`;
}

function untimedText(untimed: readonly StepPicture[], noun: string): string {
  if (untimed.length === 0) return '';
  const who = untimed.length > MOST_NAMED ? `${untimed.length} ${noun}s` : listed(untimed.map(shortName));
  return untimed.length === 1 ? ` ${who} does not say how long it takes and counts as no time.` : ` ${who} do not say how long they take and count as no time.`;
}

function circleText([first]: StepsPicture['circles'], steps: readonly StepPicture[]): string {
  return first === undefined ? '' : ` ${listed(namesOf(first, steps))} wait for each other: the time line lets one of them begin all the same.`;
}

/** "Phase 1 (4 weeks) + Phase 2 (2 weeks)"; a path that the document lets begin later begins with that. */
function sumOf(numbers: readonly number[], steps: readonly StepPicture[], isSet: boolean): string {
  const timed = numbers.flatMap((number) => steps[number - 1] ?? []).filter(({ time }) => time?.hours !== undefined);
  if (timed.length > MOST_TERMS) return `all ${timed.length} efforts`;
  const start = timed[0]?.time?.start ?? 0;
  const first = isSet && start > 0 ? [`${durationText(start)} before it`] : [];
  return [...first, ...timed.map((step) => `${shortName(step)} (${durationText(step.time?.hours ?? 0)})`)].join(' + ');
}
