import { riskSample, sampleField } from '../lint/risk-samples.ts';
import type { Value } from '../readings/forms/fields.ts';
import { commonScale, rankIn, readLevel, wholeLevel, type Level } from '../readings/risks/levels.ts';
import type { Risk } from '../readings/risks/risk.ts';
import { isBlank, splitAtPlaceholders } from '../template/placeholders.ts';
import { plainText } from './plain-text.ts';
import type { PictureSource } from './source.ts';

export type Axis = 'probability' | 'impact';
export const AXES: readonly Axis[] = ['probability', 'impact'];
/** As a risk is, or as it is once it is mitigated. */
export type When = 'now' | 'mitigated';

/** The levels that a document knows, and those that its risks have. */
export interface RiskLevels {
  /** Their names, from the lowest to the highest. */
  readonly scale: readonly string[];
  /** What an author is to choose from, in the words of the document or of its template. */
  readonly choices: readonly string[];
  /** What risks are rated by; where none is rated yet, what they are meant to be rated by. */
  readonly axes: readonly Axis[];
  readonly rankOf: (text: string) => number | undefined;
}

export function riskLevels(source: PictureSource): RiskLevels {
  const values = source.risks.flatMap(ratedValues);
  const levels = values.flatMap((value) => levelOf(value) ?? []);
  const choices = longest([...values.map(({ text }) => choicesIn(text)), ...asked(source).map(({ open }) => choicesIn(open))]);
  const offered = choices.flatMap((choice) => wholeLevel(choice) ?? []).filter(({ scale }) => levels.length === 0 || scale !== 'numbers');
  // Figures have a scale of their own.
  const scale = commonScale(levels.every((level) => level.scale !== 'numbers') ? [...levels, ...offered] : levels);
  const rankOf = (text: string): number | undefined => {
    const level = readLevel(text);
    return level && rankIn(scale, level);
  };
  return { scale, choices, axes: axesOf(source), rankOf };
}

export function valueAt(risk: Risk, axis: Axis, when: When): Value | undefined {
  return when === 'now' ? risk[axis] : risk.residual[axis];
}

/** What a field says of a level or of anything else; nothing where it is still to be written. */
export function written(value: Value | undefined): string | undefined {
  if (value === undefined || isBlank(value.text) || choicesIn(value.text).length > 0) return undefined;
  const text = plainText(value.text);
  return text === '' || NOTHING_SAID.test(text) ? undefined : text;
}

/** Words that stand where nothing is said yet. */
const NOTHING_SAID = /^(?:[-–—?.…]+|n\/?a|none|nothing|tb[adc]|todo|to be (?:defined|determined|decided|done))\.?$/i;

/** `High/Medium/Low`, in the brackets of whatever template it comes from. */
export function choicesIn(text: string): readonly string[] {
  if (text.length > LONGEST_CHOICE || !text.includes('/')) return [];
  const { names } = splitAtPlaceholders(text);
  const inside = names.length === 1 ? (names[0] ?? '') : (/^[[<(]([^\][<>()]*)[\])>]$/.exec(text.trim())?.[1] ?? text);
  const choices = inside.split('/').map((choice) => choice.trim());
  // What somebody has written as "High/Critical" lies between them.
  const least = isBlank(text) ? 2 : 3;
  return choices.length >= least && choices.every((choice) => wholeLevel(choice) !== undefined) ? choices : [];
}

const LONGEST_CHOICE = 200;

function levelOf(value: Value | undefined): Level | undefined {
  return written(value) === undefined || value === undefined ? undefined : readLevel(value.text);
}

function ratedValues({ probability, impact, residual }: Risk): readonly Value[] {
  return [probability, impact, residual.probability, residual.impact].filter((value) => value !== undefined);
}

function asked({ subject }: PictureSource): readonly { readonly axis: Axis; readonly open: string }[] {
  const sample = subject && riskSample(subject);
  return sample === undefined ? [] : AXES.flatMap((axis) => (sample.risk[axis] === undefined ? [] : [{ axis, open: sampleField(sample, axis).open }]));
}

/** A risk that is written has a field for each of them, filled in or not. */
function axesOf(source: PictureSource): readonly Axis[] {
  const rated = AXES.filter((axis) => source.risks.some((risk) => levelOf(risk[axis]) !== undefined));
  if (rated.length > 0) return rated;
  const isMeant = (axis: Axis): boolean => source.risks.some((risk) => risk[axis] !== undefined || hasPlaceFor(risk, axis)) || asked(source).some((field) => field.axis === axis);
  return AXES.filter(isMeant);
}

function hasPlaceFor({ form }: Risk, axis: Axis): boolean {
  return form.kind === 'row' && form.table.columns.includes(axis);
}

function longest(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((most, list) => (list.length > most.length ? list : most), []);
}
