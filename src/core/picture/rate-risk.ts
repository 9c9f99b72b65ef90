import { RiskAdditions } from '../lint/risk-additions.ts';
import { isNamed, riskName } from '../lint/risk-names.ts';
import { ownLabelOf, riskSample, sampleField } from '../lint/risk-samples.ts';
import { listed } from '../lint/wording.ts';
import type { Value } from '../readings/forms/fields.ts';
import { furtherField, residualOf } from '../readings/risks/further-fields.ts';
import { fieldOf, type AnyRiskField, type Risk } from '../readings/risks/risk.ts';
import { unknownLevel } from '../readings/risks/unknown-levels.ts';
import { lineEndingOf } from '../template/insert.ts';
import { isBlank } from '../template/placeholders.ts';
import type { TextEdit } from '../text/edits.ts';
import { narrowed, withoutTouching } from './risk-edits.ts';
import type { PanelEdit } from './panel-edit.ts';
import { cellEdits, keepingWidths, type SaidInColumn } from './risk-cells.ts';
import { AXES, riskLevels, valueAt, written, type Axis, type RiskLevels, type When } from './risk-levels.ts';
import { wordsFor, type LevelWords } from './risk-words.ts';
import type { PictureSource } from './source.ts';

/** Levels as places on the picture's scale. */
export interface RiskRating {
  /** Where the risk begins. */
  readonly risk: number;
  readonly probability?: number | undefined;
  readonly impact?: number | undefined;
  readonly when: When;
}

/** Writes the levels of a risk in the document's own words. */
export function rateRisk(source: PictureSource, rating: RiskRating): PanelEdit {
  const risk = source.risks.find(({ range }) => range.start === rating.risk);
  if (risk === undefined) return { problem: 'There is no risk any more where this one stood. Move it again once the panel is up to date.' };
  const levels = riskLevels(source);
  const wanted = AXES.flatMap((axis) => {
    const rank = rating[axis];
    return rank === undefined ? [] : [{ axis, rank }];
  });
  if (wanted.some(({ rank }) => levels.scale[rank] === undefined)) {
    return { problem: `${called(risk)} cannot be moved there: the levels of this document are ${listed(levels.scale)}.` };
  }
  return new RiskWriter(source, risk, levels, rating.when).write(wanted);
}

interface Wanted {
  readonly axis: Axis;
  readonly rank: number;
}

/** What begins a block of its own: no words can stand before it on its line. */
const BLOCK = /^(?:[-*+][ \t]|>|#{1,6}[ \t]|`{3}|~{3}|\||\d{1,9}[.)][ \t])/;

class RiskWriter {
  readonly #source: PictureSource;
  readonly #risk: Risk;
  readonly #levels: RiskLevels;
  readonly #when: When;

  constructor(source: PictureSource, risk: Risk, levels: RiskLevels, when: When) {
    this.#source = source;
    this.#risk = risk;
    this.#levels = levels;
    this.#when = when;
  }

  write(wanted: readonly Wanted[]): PanelEdit {
    const edits: TextEdit[] = [];
    const missing: SaidInColumn[] = [];
    for (const { axis, rank } of wanted) {
      const value = valueAt(this.#risk, axis, this.#when);
      const words = wordsFor(this.#source, this.#levels, axis, this.#when);
      const isPlaceOfItsOwn = value?.text === '' && this.#risk.form.kind === 'pipes';
      if (value !== undefined && isPlaceOfItsOwn) edits.push({ range: value.range, text: words.alone(rank) });
      else if (value === undefined || value.text === '') missing.push({ field: this.#fieldFor(axis), label: this.#labelFor(axis), text: words.alone(rank) });
      else edits.push(...this.#rewritten(value, words, rank));
    }
    // With a probability beside it, a level by itself would be read as what follows from both.
    if (this.#risk.isOneLevel && wanted.some(({ axis }) => axis === 'probability')) return { problem: this.#oneLevel() };
    const added = missing.length === 0 ? [] : this.#added(missing);
    if (missing.length > 0 && added.length === 0) return { problem: this.#refusal(missing) };
    return { edits: withoutTouching([...keepingWidths(this.#source.plan, this.#risk, edits), ...added]) };
  }

  #rewritten(value: Value, words: LevelWords, rank: number): readonly TextEdit[] {
    const { text, range } = value;
    if (written(value) === undefined) return [{ range, text: words.alone(rank) }];
    if (this.#levels.rankOf(text) === rank) return [];
    const replaced = words.inPlaceOf(text, rank);
    if (replaced !== undefined) return [narrowed(text, range, replaced)];
    const unknown = unknownLevel(value, false);
    if (unknown !== undefined) return [{ range: unknown.word.range, text: words.word(rank, unknown.word.text) }];
    return [this.#before(value, words, rank)];
  }

  /** What is said stays, behind the level; where it stands in lines of its own, the level stands above them. */
  #before({ text, range }: Value, words: LevelWords, rank: number): TextEdit {
    const line = this.#risk.form.kind === 'lines' ? this.#risk.form.lines.find(({ fields }) => fields.some(({ value }) => value.range.start === range.start)) : undefined;
    const isBelow = line !== undefined && /[\r\n]/.test(this.#source.plan.text.slice(line.lead.end, range.start));
    if (isBelow) return { range: { start: line.lead.end, end: line.lead.end }, text: `${/\s/.test(this.#source.plan.text.charAt(line.lead.end - 1)) ? '' : ' '}${words.alone(rank)}` };
    if (line?.kind === 'row' || !BLOCK.test(text)) return narrowed(text, range, words.before(text, rank));
    return { range: { start: range.start, end: range.start }, text: words.alone(rank) + lineEndingOf(this.#source.plan.text).repeat(2) };
  }

  #added(missing: readonly SaidInColumn[]): readonly TextEdit[] {
    const { plan, subject, risks } = this.#source;
    const open = plan.outline.openFrom;
    if (open !== undefined && open < this.#risk.range.end) return [];
    if (this.#risk.form.kind === 'row') return cellEdits(plan, this.#risk, missing) ?? [];
    const said = new Map(missing.map(({ field, label, text }) => [field, { label, text }] as const));
    return new RiskAdditions({ plan, readings: { risks } }, subject && riskSample(subject), said).edits(this.#risk, missing.map(({ field }) => field));
  }

  #refusal(missing: readonly SaidInColumn[]): string {
    const what = `${called(this.#risk)} has no ${listed(missing.map(({ label }) => label.toLowerCase()))}, and there is no place to write it`;
    if (this.#risk.form.kind === 'row') return `${what}: a row of its table has more cells than there are columns. Mend the table, then move the risk again.`;
    return `${what}. Write it into the document, then move the risk again.`;
  }

  #oneLevel(): string {
    return `${called(this.#risk)} has one level that stands for both: name it impact in the document, then give it a probability.`;
  }

  /** A plan that knows impacts alone may say what is left in one word. */
  #fieldFor(axis: Axis): AnyRiskField {
    if (this.#when === 'now') return axis;
    const saysInOneWord = ({ form }: Risk): boolean =>
      form.kind === 'row' ? form.table.further.includes('residualRating') : form.kind === 'lines' && form.lines.some(({ fields }) => fields.some(({ name, value }) => name === 'residualRating' && value.text !== ''));
    const alike = this.#risk.form.kind === 'row' ? [this.#risk] : this.#source.risks.filter(({ form }) => form.kind === this.#risk.form.kind);
    if (axis === 'impact' && this.#risk.probability === undefined && alike.some(saysInOneWord)) return 'residualRating';
    return residualOf(axis) ?? axis;
  }

  /** As the risk itself, or another one, calls the field; what is left after mitigation is called after that. */
  #labelFor(axis: Axis): string {
    const { plan, subject, risks } = this.#source;
    const labelIn = (field: AnyRiskField): string | undefined => {
      const named = [this.#risk, ...risks].find((risk) => fieldOf(risk, field) !== undefined);
      return named && ownLabelOf(plan.text, named, field);
    };
    const base = labelIn(axis) ?? sampleField(subject && riskSample(subject), axis).label;
    if (this.#when === 'now') return base;
    const field = this.#fieldFor(axis);
    const known = labelIn(field);
    if (known !== undefined && furtherField(known) === field) return known;
    return field === 'residualRating' ? 'Residual Risk' : `Residual ${base}`;
  }
}

function called(risk: Risk): string {
  return isNamed(risk) && !isBlank(risk.name.text) ? riskName(risk) : 'The unnamed risk';
}
