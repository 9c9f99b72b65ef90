import { contractWave, isContractFirst, nameOf, saysOnContracts, toldIn, type ContractWave } from '../lint/contract-waves.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import type { Value } from '../readings/forms/fields.ts';
import type { Wave } from '../readings/phases/wave.ts';
import { isBlank } from '../template/placeholders.ts';
import { sliceOf, type Range } from '../text/range.ts';

const OPEN = /\{\{|\[[^\]\r\n]{1,80}\](?!\()|^\s*<[^>]+>/;
/** A phase may have no contracts of its own, and say so. */
const NONE = /^[^\p{L}\p{N}]*(?:none|no|nothing|not applicable|n\/a|this phase (?:adds|brings|defines|has|introduces|needs) no)(?!\p{L})/iu;

export const contractFirst = defineRule({
  id: 'contract-first',
  summary: 'The first wave defines the contracts, and no wave uses one that no earlier wave defines.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    const { kind, readings } = subject;
    if (readings.waves.length < 2 || !isContractFirst(kind) || hasNone(subject)) return;
    const contracts = new Set(readings.contracts.map(({ name }) => nameOf(name)));
    const waves = readings.waves.map((wave) => contractWave(wave, contracts)).sort((a, b) => numberOf(a) - numberOf(b));
    const [first] = waves;
    if (first === undefined) return;
    const says = saysOnContracts(readings.places('waves').map(({ range }) => sliceOf(subject.plan.text, range)).join('\n'), first.wave.number.text);
    if (!first.isOnContracts && !says.any && !isOpen(first.wave)) {
      yield {
        message: `Wave ${first.wave.number.text} defines no contracts: put the interfaces, APIs and schemas that later waves build against into it.`,
        range: headOf(subject, first.wave),
      };
    }
    yield* usedTooEarly(waves, says.all, isToldElsewhere(subject, contracts));
  },
});

function* usedTooEarly(waves: readonly ContractWave[], isAllDefined: boolean, isElsewhere: (name: string) => boolean): Iterable<Problem> {
  const defined = new Set<string>();
  let isEveryDefined = isAllDefined;
  for (const [index, each] of waves.entries()) {
    const number = each.wave.number.text;
    for (const { number: other, value } of each.usedWaves) {
      if (other > numberOf(each)) yield { message: `Wave ${number} uses contracts of wave ${other}, which comes after it: define them in an earlier wave.`, range: value.range };
    }
    for (const [name, value] of isEveryDefined ? [] : each.used) {
      if (defined.has(name) || each.defined.has(name) || isElsewhere(name)) continue;
      defined.add(name);
      yield usedProblem(number, name, value, waves.slice(index + 1).find((later) => later.defined.has(name)));
    }
    for (const name of each.defined.keys()) defined.add(name);
    isEveryDefined ||= each.definesAll;
  }
}

function usedProblem(number: string, name: string, { range }: Value, later: ContractWave | undefined): Problem {
  const place = later?.defined.get(name);
  if (later === undefined || place === undefined) return { message: `Wave ${number} uses "${inWords(name)}", which no earlier wave defines: let an earlier one define it.`, range };
  const definer = `wave ${later.wave.number.text}`;
  return { message: `Wave ${number} uses "${inWords(name)}", which only ${definer} defines: let an earlier wave define it.`, range, related: [{ message: `${definer.replace('w', 'W')} defines it here.`, range: place.range }] };
}

/** A contract that is only called so may come from an earlier phase: then other sections know it. */
function isToldElsewhere({ plan, readings }: Subject, contracts: ReadonlySet<string>): (name: string) => boolean {
  let told: ReadonlySet<string> | undefined;
  return (name) => {
    told ??= toldIn(readings.places('waves').reduce((rest, { range }) => rest.replace(sliceOf(plan.text, range), ''), plan.text));
    return !contracts.has(name) && told.has(name);
  };
}

function hasNone({ plan, readings }: Subject): boolean {
  return readings.contracts.length === 0 && readings.places('contracts').some(({ anchor, range }) => NONE.test(plan.text.slice(anchor.end, Math.min(range.end, anchor.end + 500)).replace(/<!--[\s\S]*?-->/g, '')));
}

function isOpen({ name, items }: Wave): boolean {
  return [...(name ? [name] : []), ...items].some(({ text }) => isBlank(text) || OPEN.test(text));
}

/** Number and word. */
function headOf({ plan }: Subject, { number: { range } }: Wave): Range {
  const word = /waves?[\s#_-]{0,3}$/i.exec(plan.text.slice(Math.max(0, range.start - 10), range.start))?.[0].length ?? 0;
  return { start: range.start - word, end: range.end };
}

function numberOf({ wave }: ContractWave): number {
  return Number(wave.number.text);
}
