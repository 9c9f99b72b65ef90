import type { Plan } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { Citations, readRequirements } from '../readings/requirements/requirement-ids.ts';
import { readPlainRequirements } from '../readings/requirements/plain-requirements.ts';
import { inWords } from './wording.ts';

/** A requirement of a source that a plan never takes up. */
export interface Uncited {
  /** Its number, or its words in quotes. */
  readonly name: string;
  readonly text: string;
  readonly place: Value;
}

const LONGEST_TEXT = 200;
const SHORTEST_TEXT = 12;
/** Of its longer words so many stand in one line that takes it up in words of its own. */
const TAKEN_UP = 0.6;

/** By their numbers; those without one by their words, where the plan cites others of them word for word. */
export function uncited(source: Plan, plan: Plan): readonly Uncited[] {
  const numbered = readRequirements(source);
  if (numbered.length > 0) {
    const citations = new Citations(plan);
    const open = numbered.filter(({ key }) => !citations.has(key));
    if (open.length === 0) return [];
    const text = keyed(plan.text);
    return open.filter((each) => !isQuoted(each.text, text)).map(({ id, text }) => ({ name: id.text, text: firstWords(text), place: id }));
  }
  const plain = readPlainRequirements(source).filter(({ text }) => keyed(text).length >= SHORTEST_TEXT);
  if (plain.length < 2) return [];
  const text = keyed(plan.text);
  const open = plain.filter((each) => !isQuoted(each.text, text));
  if (open.length * 2 > plain.length) return [];
  const lines = open.length === 0 ? [] : plan.text.split(/[\r\n]+/).map((line) => new Set(wordsOf(line)));
  return open.filter(({ text: words }) => !lines.some((line) => isTakenUp(words, line))).map((place) => ({ name: `"${inWords(place.text)}"`, text: '', place }));
}

function isQuoted(requirement: string, text: string): boolean {
  const words = keyed(requirement.slice(0, LONGEST_TEXT).replace(/\s\S*$/, ''));
  return words.length >= SHORTEST_TEXT && text.includes(words);
}

function isTakenUp(requirement: string, line: ReadonlySet<string>): boolean {
  const words = wordsOf(requirement);
  return words.length > 0 && words.filter((word) => line.has(word)).length >= words.length * TAKEN_UP;
}

/** By their beginnings, so that "booking" and "bookings" are one. */
function wordsOf(text: string): readonly string[] {
  return Array.from(new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5))));
}

function keyed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
}

/** What a row or an item says of it, without the signs around it. */
function firstWords(text: string): string {
  return text.replace(/^[\s*_`:|.\])–—-]+/, '').split(/\s*\|/)[0]?.trim() ?? '';
}
