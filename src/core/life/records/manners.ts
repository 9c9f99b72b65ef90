import type { RecordEntry } from '../../lint/surroundings.ts';
import { statusName, type StatusName } from '../../readings/records/status-words.ts';
import { statesOf } from '../../template/choices.ts';
import type { Kind } from '../../template/kind.ts';
import { inLanguageOf, inLettersOf, isAct, stateOfWords } from './state-words.ts';
import { signBefore, signBehind, tellsState } from './status-signs.ts';

/** How the records of a series write each state: the word, and the sign beside it. */
export interface Manners {
  readonly words: ByState;
  readonly signs: ByState;
  /** What stands at the top of each, with their dates. */
  readonly heads: () => string;
}

type ByState = Partial<Record<StatusName, string>>;

export const NO_MANNERS: Manners = { words: {}, signs: {}, heads: () => '' };

const MOST_HEADS = 100;
const LONGEST_HEAD = 600;

export function mannersOf(records: readonly RecordEntry[]): Manners {
  const words = new Counts();
  const signs = new Counts();
  for (const { record: { status } } of records) {
    const name = status && stateOfWords(status.value.text);
    if (status === undefined || name === undefined) continue;
    const { value, whole } = status;
    if (isAct(name, value.text)) words.add(name, value.text.toLowerCase());
    const at = value.range.start - whole.range.start;
    const sign = signBefore(whole.text.slice(0, Math.max(0, at))) ?? signBehind(whole.text.slice(at + value.text.length));
    if (sign && tellsState(sign.text)) signs.add(name, sign.text);
  }
  const heads = (): string => records.slice(-MOST_HEADS).map(({ plan }) => plan.text.slice(0, LONGEST_HEAD)).join('\n');
  return { words: words.most(), signs: signs.most(), heads };
}

/** The states that the template of a kind lists, in its own words; all of them where it lists none. */
export function statesAllowed(kind: Kind): ReadonlyMap<StatusName, string> | 'all' {
  const states = statesOf(kind.root);
  if (states.length === 0) return 'all';
  return new Map(states.flatMap((word): (readonly [StatusName, string])[] => {
    const name = stateOfWords(word);
    return name === undefined ? [] : [[name, word]];
  }).reverse());
}

export function allows(kind: Kind, name: StatusName): boolean {
  const states = statesAllowed(kind);
  return states === 'all' || states.has(name);
}

/** The word for a state as this record, its neighbours or its template write it, in letters as large as those of the word that stands there. */
export function wordFor(name: StatusName, kind: Kind, manners: Manners, current: string | undefined, text: string): string {
  const states = statesAllowed(kind);
  const ofTemplate = (states === 'all' ? undefined : states.get(name)) ?? name;
  const usual = manners.words[name];
  if (current === undefined) return usual === undefined ? ofTemplate : inLettersOf(ofTemplate, usual);
  const isEnglish = statusName(current) !== undefined;
  const fitting = usual !== undefined && (statusName(usual) !== undefined) === isEnglish ? usual : undefined;
  return inLettersOf(current, fitting ?? (isEnglish ? undefined : inLanguageOf(current, name, text)) ?? ofTemplate);
}

class Counts {
  readonly #counts = new Map<StatusName, Map<string, number>>();

  add(name: StatusName, text: string): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>();
    this.#counts.set(name, counts.set(text, (counts.get(text) ?? 0) + 1));
  }

  most(): ByState {
    return Object.fromEntries(
      Array.from(this.#counts, ([name, counts]) => {
        const [most] = Array.from(counts).sort(([, a], [, b]) => b - a);
        return [name, most?.[0] ?? ''];
      }),
    );
  }
}
