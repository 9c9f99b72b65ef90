import { titleKey } from '../plan/titles.ts';
import { chosenName, isListed, type ChosenName } from '../readings/decisions/chosen-names.ts';
import type { Option } from '../readings/decisions/options.ts';
import type { Value } from '../readings/forms/fields.ts';

/** A sentence with such words may name what was turned down. */
const OTHER_THAN_CHOSEN = /\b(?:not|no|never|instead of|rather than|without|reject\p{L}*|over)\b|n['’]t\b/iu;

/** Which of the options are the choice: those that are marked, else the one that the choice names; none where that is not sure. */
export function chosenOptions(options: readonly Option[], choice: Value | undefined): ReadonlySet<Option> {
  const marked = options.filter(({ isChosen }) => isChosen);
  if (marked.length > 0 || choice === undefined) return new Set(marked);
  const chosen = chosenName(choice);
  if (chosen === undefined) return new Set(OTHER_THAN_CHOSEN.test(choice.text) ? [] : only(options.filter(({ name }) => isMentioned(choice.text, name.text))));
  return new Set(chosen.label === undefined ? named(options, chosen, choice) : labelled(options, chosen.label));
}

/** The same words, else words within the others, of which the longest tell most; else words that are alike. */
function named(options: readonly Option[], chosen: ChosenName, choice: Value): readonly Option[] {
  const key = titleKey(chosen.name.text);
  const same = options.filter(({ name }) => titleKey(name.text) === key);
  if (same.length > 0) return only(same);
  const mentioned = options.filter(({ name }) => isMentioned(chosen.name.text, name.text));
  const longest = Math.max(...mentioned.map(({ name }) => titleKey(name.text).length));
  if (mentioned.length > 0) return only(mentioned.filter(({ name }) => titleKey(name.text).length === longest));
  return only(options.filter((option) => isListed(chosen, choice, [option])));
}

function isMentioned(text: string, name: string): boolean {
  const key = titleKey(name);
  return key !== '' && ` ${titleKey(text)} `.includes(` ${key} `);
}

/** Options without letters or numbers of their own are counted. */
function labelled(options: readonly Option[], label: string): readonly Option[] {
  const own = options.filter((option) => option.label?.text.toLowerCase() === label);
  if (own.length > 0 || options.some((option) => option.label !== undefined)) return only(own);
  const place = /^\d+$/.test(label) ? Number(label) : label.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return options.slice(place - 1, place);
}

function only(options: readonly Option[]): readonly Option[] {
  return options.length === 1 ? options : [];
}
