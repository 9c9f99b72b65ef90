import * as z from 'zod/mini';
import { defineRule, option } from '../lint/rule.ts';
import { inWords } from '../lint/wording.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { STATUS_WORDS, statusName } from '../readings/records/status-words.ts';
import { statesOf } from '../template/choices.ts';
import { spellingDistance } from '../text/spelling.ts';
import { withArticle } from '../text/words.ts';

/** Short words that differ in two letters are other words. */
const LONG_WORD = 10;
const SHORTEST_SLIP = 4;
const PARTLY = /^(?:partly|partially) /;

export const validStatus = defineRule({
  id: 'valid-status',
  summary: 'A status is one of the words that its kind of document knows.',
  severity: 'warning',
  fixable: true,
  options: z.object({ also: option('Further words that are a status.', z._default(z.array(z.string()), [])) }),
  *check({ kind, readings: { status } }, { also }) {
    const states = statesOf(kind.root);
    if (states.length === 0 || status === undefined || isOpen(status.value.text)) return;
    const { text, range } = status.value;
    const known = [...states, ...also, ...STATUS_WORDS].map(folded);
    if (statusName(text) !== undefined || known.includes(folded(text).replace(PARTLY, ''))) return;
    const meant = nearest(text, known);
    const what = `"${inWords(text)}" is no status that ${withArticle(kind.name.toLowerCase().replace(/ \(.*\)$/, ''))} has`;
    yield {
      message: meant === undefined ? `${what}: write ${choiceOf(states)}.` : `${what}: did you mean "${meant}"?`,
      range,
      ...(meant !== undefined && { fix: { title: `Change the status to "${meant}"`, edits: [{ range, text: meant }] } }),
    };
  },
});

/** The word that was meant, in letters as large as those that were written. */
function nearest(text: string, known: readonly string[]): string | undefined {
  const written = folded(text);
  const most = written.length >= LONG_WORD ? 2 : 1;
  if (written.length < SHORTEST_SLIP) return undefined;
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const word of known) {
    const distance = spellingDistance(written, word, most);
    if (distance <= most && distance < (best?.distance ?? Infinity)) best = { word, distance };
  }
  return best && inLettersOf(text, best.word);
}

function inLettersOf(text: string, word: string): string {
  if (text.length > 1 && text === text.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(text) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function folded(words: string): string {
  return words.replace(/[\s_-]+/g, ' ').trim().toLowerCase();
}

function choiceOf(states: readonly string[]): string {
  return states.length < 2 ? states.join('') : `${states.slice(0, -1).join(', ')} or ${states.at(-1) ?? ''}`;
}
