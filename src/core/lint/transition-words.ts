import { titleKey } from '../plan/titles.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import type { TransitionKey } from '../readings/transition/transition-lines.ts';
import type { Transition } from '../readings/transition/transition.ts';
import { spellingDistance } from '../text/spelling.ts';
import type { Problem } from './rule.ts';
import { TRANSITION_KEYS } from './transition-gaps.ts';
import { inWords } from './wording.ts';

const LONGEST_WORD = 60;
const SHORTEST_SLIP = 4;
const LONG_WORD = 8;

/** A line with a key that no record has, and the key that is meant by it. */
export interface UnknownKey {
  readonly place: Value;
  readonly meant: TransitionKey | undefined;
}

export function unknownKeys({ unknown, said }: Transition): readonly UnknownKey[] {
  const open = Array.from(TRANSITION_KEYS.keys()).filter((key) => !said.has(key));
  return unknown.map((line) => {
    const place = partOf(line, 0, line.text.indexOf(':'));
    return { place, meant: nearest(titleKey(place.text), open) };
  });
}

export function keyProblem({ place: { text, range }, meant }: UnknownKey): Problem {
  const written = meant && TRANSITION_KEYS.get(meant);
  if (written === undefined) return { message: `"${inWords(text)}" is no field of a transition record: take the line out, or say it under ${Array.from(TRANSITION_KEYS.values()).join(', ')}.`, range };
  return {
    message: `"${inWords(text)}" is no field of a transition record: did you mean ${written}?`,
    range,
    fix: { title: `Change it to ${written}`, edits: [{ range, text: written }] },
  };
}

/** A state that the template does not list; where it lists none, any is as good. */
export function* wrongStates({ from, to }: Transition, states: readonly string[]): Iterable<Problem> {
  if (states.length === 0) return;
  const keys = states.map(titleKey);
  for (const { text, range } of [...(from ? [from] : []), ...(to ? [to] : [])]) {
    const key = titleKey(text);
    if (isOpen(text) || keys.includes(key)) continue;
    const meant = states[keys.indexOf(nearest(key, keys) ?? key)];
    const what = `"${inWords(text)}" is no state that a plan of this kind may be in`;
    if (meant === undefined) yield { message: `${what}: write ${choiceOf(states)}.`, range };
    else yield { message: `${what}: did you mean ${meant}?`, range, fix: { title: `Change the state to ${meant}`, edits: [{ range, text: meant }] } };
  }
}

function nearest<Word extends string>(written: string, words: readonly Word[]): Word | undefined {
  if (written.length < SHORTEST_SLIP || written.length > LONGEST_WORD) return undefined;
  const most = written.length >= LONG_WORD ? 2 : 1;
  return words.find((word) => word.length >= SHORTEST_SLIP && spellingDistance(written, word, most) <= most);
}

function choiceOf(states: readonly string[]): string {
  return states.length < 2 ? states.join('') : `${states.slice(0, -1).join(', ')} or ${states.at(-1) ?? ''}`;
}
