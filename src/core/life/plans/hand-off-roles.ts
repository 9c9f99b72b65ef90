import type { Subject } from '../../lint/subject.ts';
import { blockAround } from '../../plan/blocks.ts';
import { plainTitle } from '../../plan/titles.ts';
import { isOpen } from '../../readings/forms/open-text.ts';

/** Who takes a plan over, and what for. */
export interface HandOffRole {
  /** As a list shows it: `Decomposer`, `@ent:decomposer`. */
  readonly name: string;
  readonly task: string;
  /** Named by the plan itself. */
  readonly isNamed: boolean;
}

interface UsualRole {
  readonly name: string;
  /** What a plan may call it. */
  readonly words: RegExp;
  readonly task: string;
}

const USUAL: readonly UsualRole[] = [
  {
    name: 'Decomposer',
    words: /decompos|task|breakdown/i,
    task: 'Break this plan down into tasks. Each takes 4 hours at most, names the phase it is from and the files it touches, and comes after the tasks it needs. Every deliverable below becomes at least one task.',
  },
  {
    name: 'Component architect',
    words: /architect|component|design/i,
    task: 'Design the components of this plan one by one: what each alone does, its interface, its data, how it fails and what is done then. Keep to what is decided, and name every decision that you add with the options you weighed.',
  },
  {
    name: 'Phase planner',
    words: /plan|phase|iterat/i,
    task: 'Plan the next phase in detail: the contracts first, then the waves that build on them, with their dependencies, what is needed for a first release, and the criteria by which the phase is done.',
  },
];

const NAMED_ROLE = /^[ \t>]{0,20}(?:[-*+]|\d{1,3}[.)])[ \t]{1,4}[*_`]{0,3}(@[\p{L}\p{N}][\p{L}\p{N}_:./-]{0,60})[*_`]{0,3}(?:[ \t]{0,4}[:–—-]+[ \t]{0,4}|[ \t]{1,4}|$)([^\r\n]{0,400})/gmu;
const MOST_ROLES = 20;

/** Those that the plan hands itself over to, `- @ent:decomposer: …`, before the usual ones. */
export function handOffRoles({ plan }: Subject): readonly HandOffRole[] {
  const named = Array.from(plan.text.matchAll(NAMED_ROLE)).flatMap(({ 1: written = '', 2: said = '', index }): readonly HandOffRole[] => {
    if (blockAround(plan, index) !== undefined) return [];
    const name = written.replace(/[:./-]+$/, '');
    return [{ name, task: taskOf(name, plainTitle(said)), isNamed: true }];
  });
  const unique = named.filter(({ name }, index) => named.findIndex((other) => other.name === name) === index).slice(0, MOST_ROLES);
  const usual = USUAL.filter(({ words }) => !unique.some(({ name }) => words.test(lastPart(name))));
  return [...unique, ...usual.map(({ name, task }) => ({ name, task, isNamed: false }))];
}

/** What the plan asks of a role, and what such a role does anyway. */
function taskOf(name: string, said: string): string {
  const usual = USUAL.find(({ words }) => words.test(lastPart(name)))?.task ?? '';
  const own = said === '' || isOpen(said) ? '' : `The plan asks of you: ${said.replace(/[.\s]+$/, '')}.`;
  return [own, usual].filter((text) => text !== '').join(' ') || 'Read the plan, and take the next step that it names.';
}

/** `decomposer` of `@ent:decomposer`. */
function lastPart(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('@')) + 1);
}
