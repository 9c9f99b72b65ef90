import { recalled } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import { titleKey } from '../plan/titles.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Risk } from '../readings/risks/risk.ts';
import type { TransitionRisk } from '../readings/transition/transition.ts';
import type { Range } from '../text/range.ts';
import { isNamed } from './risk-names.ts';
import type { Problem } from './rule.ts';
import type { Subject } from './subject.ts';
import { isNothing } from './transition-gaps.ts';
import { inWords } from './wording.ts';

const MOST_RISKS = 200;
const LONGEST_RISK = 4000;
/** So many letters at the beginning tell a word from others, whatever its form. */
const STEM = 5;
/** A word of each section about risks, or of every sentence. */
const COMMON = new Set(
  'risk risks impact mitigation mitigate owner probability likelihood contingency description high medium low critical may might can could will would should must the this that these those and but not for with without from into when than then are was were has have had its our their new more less due'.split(' '),
);
/** Words that stand side by side without a space cannot be told apart. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** Where the record tells other risks than the section about them. */
export function* differingRisks(subject: Subject): Iterable<Problem> {
  const { readings, plan } = subject;
  const written = readings.risks.filter(isNamed).slice(0, MOST_RISKS);
  const told = (readings.transition?.risks ?? []).slice(0, MOST_RISKS);
  const [place] = readings.places('risks');
  if (told.length === 0 || written.length === 0 || place === undefined) return;
  const where = inWords(place.title);
  const index = new RiskIndex(written.map((risk) => ({ risk, stems: stemsIn(plan, risk.range) })));
  for (const risk of told) {
    const { text } = risk;
    if (isOpen(text.text)) continue;
    if (isNothing(text)) {
      if (told.length > 1) continue;
      yield { message: `The transition record names no risk, but "${where}" names ${written.length}: name the gravest of them.`, range: text.range, related: [{ message: 'The risks of the plan', range: place.anchor }] };
      continue;
    }
    const meant = index.find(text.text);
    if (meant === 'none' && !risk.done) {
      yield { message: `The risk "${inWords(text.text)}" of the transition record is not among those of "${where}": add it there, or name it as it is named there.`, range: text.range, related: [{ message: 'The risks of the plan', range: place.anchor }] };
    }
    if (typeof meant === 'object') yield* differences(risk, meant);
  }
}

function* differences({ text, owner, mitigation }: TransitionRisk, risk: Risk): Iterable<Problem> {
  const name = `the risk "${inWords(text.text)}"`;
  if (owner && risk.owner && isOther(owner, risk.owner, isOtherName)) {
    yield { message: `The transition record gives ${name} to ${inWords(owner.text)}, the plan to ${inWords(risk.owner.text)}: name one and the same.`, range: owner.range, related: [{ message: 'The owner in the plan', range: risk.owner.range }] };
  }
  if (mitigation && risk.mitigation && isOther(mitigation, risk.mitigation, isOtherText)) {
    yield { message: `The transition record mitigates ${name} in another way than the plan: write in both what is done.`, range: mitigation.range, related: [{ message: 'The mitigation in the plan', range: risk.mitigation.range }] };
  }
}

function isOther(a: Value, b: Value, differ: (a: string, b: string) => boolean): boolean {
  return !isOpen(a.text) && !isOpen(b.text) && differ(a.text.slice(0, LONGEST_RISK), b.text.slice(0, LONGEST_RISK));
}

/** "Ada" and "Ada Byron (lead)" are one. */
function isOtherName(a: string, b: string): boolean {
  const [left, right] = [titleKey(a), titleKey(b)];
  return left !== '' && right !== '' && !` ${left} `.includes(` ${right} `) && !` ${right} `.includes(` ${left} `);
}

/** They have no word in common. */
function isOtherText(a: string, b: string): boolean {
  const [left, right] = [stemsOf(a), stemsOf(b)];
  return left.size > 1 && right.size > 1 && !UNSPACED.test(a + b) && !Array.from(left).some((stem) => right.has(stem));
}

/** The risks by the words in them. */
class RiskIndex {
  readonly #risks: readonly Risk[];
  readonly #places = new Map<string, number[]>();

  constructor(risks: readonly { readonly risk: Risk; readonly stems: ReadonlySet<string> }[]) {
    this.#risks = risks.map(({ risk }) => risk);
    risks.forEach(({ stems }, index) => {
      for (const stem of stems) {
        const places = this.#places.get(stem);
        if (places === undefined) this.#places.set(stem, [index]);
        else places.push(index);
      }
    });
  }

  /** The risk with the most words of a text; `none` where no risk has a third of them, nothing where it is not certain. */
  find(text: string): Risk | 'none' | undefined {
    const stems = stemsOf(text.slice(0, LONGEST_RISK));
    if (stems.size === 0 || UNSPACED.test(text)) return undefined;
    const counts = new Map<number, number>();
    for (const stem of stems) for (const index of this.#places.get(stem) ?? []) counts.set(index, (counts.get(index) ?? 0) + 1);
    const [best, second] = Array.from(counts).sort(([, a], [, b]) => b - a);
    if (best === undefined || best[1] * 3 < stems.size) return 'none';
    return best[1] * 2 >= stems.size && best[1] > 2 * (second?.[1] ?? 0) ? this.#risks[best[0]] : undefined;
  }
}

function stemsIn(plan: Plan, range: Range): ReadonlySet<string> {
  return recalled(plan, range, stemsIn, () => stemsOf(plan.text.slice(range.start, Math.min(range.end, range.start + LONGEST_RISK))));
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !COMMON.has(word)).map((word) => word.slice(0, STEM)));
}
