import type { Values } from '../../src/core/template/placeholders.ts';
import type { Random } from './random.ts';
import { clause, date, filePath, name, part, role, standard, technology, version } from './words.ts';

type Answer = (random: Random) => string;

const LONGEST_CHOICE = 12;

/** What authors write where a template leaves a blank, by the words that stand in it; the first that fits. */
const ANSWERS: readonly (readonly [RegExp, Answer])[] = [
  [/^(number of|rows)$/, (random) => String(random.between(2, 900))],
  [/^phase_number$/, (random) => String(random.between(1, 5))],
  [/^percent$/, (random) => String(random.between(80, 99))],
  [/^(date|when|YYYY-MM-DD)$/, date],
  [/^version$/, version],
  [/^(author|role|actor|whom|who [^,]+)$/, role],
  [/^(standard|law or standard|method)$/, standard],
  [/\b(technology|language|framework|database|store|gateway|queue|buffer|pattern)\b/, technology],
  [/^(why|reason|rationale|strategy|limits)$/, clause],
  [/\b(path|paths|folder|files|codes)\b/, filePath],
];

/** Fills every blank of a text. In headings, labels of diagrams and names a few words stand, elsewhere a clause. */
export function fillBlanks(text: string, known: Values, random: Random): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\{\{([^{}]+)\}\}(?=(.?.?))/g, (_, blank: string, unit: string) => known[blank] ?? (isEffort(blank, unit) ? String(random.between(1, 4)) : answer(blank, isShort(line), random))))
    .join('\n');
}

function answer(blank: string, short: boolean, random: Random): string {
  const choices = blank.split('/');
  if (choices.length > 1 && choices.every(({ length }) => length <= LONGEST_CHOICE)) return random.pick(choices);
  const [, find] = ANSWERS.find(([words]) => words.test(blank)) ?? [];
  if (find !== undefined) return find(random);
  return blank.split(' ').length <= 2 ? name(random) : short ? part(random) : clause(random);
}

/** Hours and days of work are few. */
function isEffort(blank: string, unit: string): boolean {
  return blank === 'number of' && /^(?:h\b|d\b| w)/.test(unit);
}

function isShort(line: string): boolean {
  return line.startsWith('#') || /["[(]\{\{|->>|--/.test(line);
}
